//! What anyone may know: the coming sessions of a network.

use super::Outcome;
use super::find::Asked;
use super::voice::{Date, Voice, civil, coming};
use crate::desk::World;
use crate::desk::answer;
use crate::domain::session::{DateRef, Network, Series, SeriesState, SessionRequest};
use crate::domain::{Language, Prose, Reply, ReplyKind, Request, TopicId, TopicKind};
use crate::l10n::Message;
use crate::search::Mention;

/// How many dates are told after the next one.
const LATER: usize = 2;
/// So many dates of each series are looked at, in case some are skipped.
const LOOKED_AT: usize = 8;

/// The network that a question is about: one whose article or whose name in the settings it mentions.
pub(in crate::desk) fn asked_network(
    text: &str,
    mentions: &[Mention],
    language: Language,
    world: &World<'_>,
) -> Option<TopicId> {
    let by_article = mentions.iter().filter_map(|mention| mention.topics.first()).find(|topic| {
        let article = world.snapshot.article_in_any(topic, language);
        article.is_some_and(|article| article.kind == TopicKind::Networks)
            || world.sessions.network(topic).is_some()
    });
    by_article.cloned().or_else(|| named_in(text, &world.sessions.networks))
}

/// The network whose name stands in a text, the longest name first; its last word may have an ending.
fn named_in(text: &str, networks: &[Network]) -> Option<TopicId> {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
    };
    let text = format!(" {}", words(text));
    let mut names: Vec<(String, &Network)> = networks
        .iter()
        .flat_map(|network| network.names.0.iter().map(move |name| (words(name), network)))
        .filter(|(name, _)| !name.is_empty() && text.contains(&format!(" {name}")))
        .collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
    names.first().map(|(_, network)| network.id.clone())
}

/// The coming dates of a network, or that there are none.
pub(in crate::desk) fn next(wanted: &TopicId, language: Language, world: &World<'_>) -> Reply {
    let voice = Voice { world, language };
    let name = voice.name(wanted);
    let mut reply = match world.sessions.network(wanted) {
        Some(network) => of_network(voice, network),
        None => none(voice, wanted, &Message::SessionsNone { network: &name }),
    };
    reply.topics.push(TopicId::local());
    reply.confidence = 1.0;
    reply.again = Some(Request::Session(SessionRequest::Next(wanted.clone())));
    reply
}

fn of_network(voice: Voice<'_>, network: &Network) -> Reply {
    let name = network.name(voice.language);
    let all: Vec<&Series> =
        voice.sessions().series.iter().filter(|series| series.network == network.id).collect();
    let is = |state: SeriesState| all.iter().any(|series| series.state == state);
    let mut dates: Vec<Date<'_>> = all
        .iter()
        .filter(|series| series.state == SeriesState::Active)
        .flat_map(|series| {
            let dates = coming(series, voice.world.now, LOOKED_AT).into_iter();
            dates.map(move |occurrence| Date { series, network, occurrence })
        })
        .collect();
    dates.sort_by_key(|date| date.occurrence.starts_at);
    let Some(place) = dates.iter().position(|date| !date.occurrence.is_skipped) else {
        let words = if is(SeriesState::Paused) {
            Message::SessionsPaused { network: name }
        } else if is(SeriesState::Active) || is(SeriesState::Ended) {
            Message::SessionsPast { network: name }
        } else {
            Message::SessionsNone { network: name }
        };
        let mut reply = none(voice, &network.id, &words);
        reply.notices.extend(dates.iter().map(|date| skipped(voice, date)));
        let follow = SessionRequest::Follow(network.id.clone());
        reply.actions.insert(0, voice.action(&Message::ButtonFollow, follow));
        return reply;
    };
    let (before, rest) = dates.split_at(place);
    let mut reply = Reply::new(ReplyKind::Sessions, voice.language, Prose::default());
    reply.title = Some(voice.say(&Message::SessionsTitle { network: name }));
    reply.topic = Some(network.id.clone());
    reply.topics = vec![network.id.clone()];
    reply.notices.extend(before.iter().map(|date| skipped(voice, date)));
    let Some((next, later)) = rest.split_first() else { return reply };
    if next.occurrence.starts_at <= voice.world.now {
        reply
            .notices
            .push(voice.say(&Message::UnderWay { moment: civil(next.occurrence.ends_at, next.series) }));
    }
    reply.answer = Prose::bullets(voice.details(next));
    if next.is_unconfirmed() {
        reply.answer.0.extend(Prose::paragraph(voice.say(&Message::Unconfirmed)).0);
    }
    let later: Vec<String> = later
        .iter()
        .take(LATER)
        .map(|date| {
            if date.occurrence.is_skipped {
                skipped(voice, date)
            } else {
                voice.say(&Message::ThenIs { moment: date.occurrence.start })
            }
        })
        .collect();
    reply.answer.0.extend(later.into_iter().flat_map(|line| Prose::paragraph(line).0));
    reply.actions = for_anyone(voice, next);
    if let Some(article) = voice.world.snapshot.article_in_any(&network.id, voice.language) {
        reply.actions.push(answer::to_topic(article));
    }
    reply
}

fn skipped(voice: Voice<'_>, date: &Date<'_>) -> String {
    voice.say(&Message::SkippedDate { moment: date.occurrence.start })
}

/// What anyone may do with a date.
pub(super) fn for_anyone(voice: Voice<'_>, date: &Date<'_>) -> Vec<crate::domain::Action> {
    let original = DateRef::of(date.series.id, date.occurrence.original);
    vec![
        voice.action(&Message::ButtonFollow, SessionRequest::Follow(date.network.id.clone())),
        voice.action(&Message::ButtonCalendar, SessionRequest::Calendar(original)),
    ]
}

/// No date: the article about the network, where there is one, after the words that say so.
fn none(voice: Voice<'_>, network: &TopicId, words: &Message<'_>) -> Reply {
    let words = voice.say(words);
    if let Some(article) = voice.world.snapshot.article_in_any(network, voice.language) {
        let mut reply = answer::article(article, voice.language, voice.world);
        reply.lead = Some(words);
        return reply;
    }
    let mut reply = Reply::new(ReplyKind::Sessions, voice.language, Prose::paragraph(words));
    reply.title = Some(voice.name(network));
    reply.topic = Some(network.clone());
    reply.topics = vec![network.clone()];
    reply
}

/// Every series that the asker may change, and every network with its next date.
pub(super) fn list(asked: &Asked<'_>) -> Outcome {
    let voice = asked.voice;
    let networks = &voice.sessions().networks;
    if networks.is_empty() {
        return Outcome { reply: *voice.no(&Message::SessionsNoNetworks), effects: Vec::new() };
    }
    let mut reply = voice.said(ReplyKind::Sessions, &Message::ListIntro { count: networks.len() });
    for network in networks {
        let may_host = asked.asker.may_host(network);
        let shown: Vec<&Series> = voice
            .sessions()
            .series
            .iter()
            .filter(|series| series.network == network.id)
            .filter(|series| match series.state {
                SeriesState::Active => true,
                SeriesState::Paused => may_host,
                SeriesState::Draft => may_host && asked.asker.person() == Some(&series.host),
                SeriesState::Ended => false,
            })
            .collect();
        let mut lines: Vec<String> = shown.iter().map(|series| list_line(voice, series)).collect();
        let name = network.name(voice.language);
        if lines.is_empty() {
            lines.push(voice.say(&Message::ListNothing));
        }
        if may_host {
            lines.push(voice.say(&Message::ListYours));
            let previews = shown.iter().map(|series| {
                let label = voice.series_line(series);
                super::voice::labelled(label, SessionRequest::Preview(series.id.into()))
            });
            reply.actions.extend(previews);
        } else {
            let next = SessionRequest::Next(network.id.clone());
            reply.actions.push(super::voice::labelled(name.to_owned(), next));
        }
        let body = Prose::bullets(lines);
        reply.entries.push(crate::domain::reply::Entry { heading: name.to_owned(), body });
    }
    Outcome { reply, effects: Vec::new() }
}

/// A series with its number, and where it stands.
fn list_line(voice: Voice<'_>, series: &Series) -> String {
    let rhythm = voice.rhythm(series);
    let number = series.id.to_string();
    let state = match series.state {
        SeriesState::Draft => voice.say(&Message::StateDraft),
        SeriesState::Paused => voice.say(&Message::StatePaused),
        SeriesState::Ended => voice.say(&Message::StateEnded),
        SeriesState::Active => {
            let dates = coming(series, voice.world.now, LOOKED_AT);
            let next = dates.iter().find(|date| !date.is_skipped);
            next.map_or_else(
                || voice.say(&Message::StateEnded),
                |next| voice.say(&Message::NextIs { moment: next.start }),
            )
        }
    };
    voice.say(&Message::ListLine { rhythm: &rhythm, state: &state, number: &number })
}
