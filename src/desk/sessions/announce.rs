//! A new series: shown first, saved when its host says so.

use jiff::tz::TimeZone;

use super::find::{Asked, Right};
use super::plan::{leads, targets};
use super::text;
use super::voice::{Voice, coming, hosts};
use super::{Effect, Known, Outcome};
use crate::clock;
use crate::desk::typed;
use crate::domain::reply::ReplySection;
use crate::domain::session::{
    Announcement, Change, Lead, Network, Series, SeriesId, SeriesRef, SeriesState, SessionRequest,
};
use crate::domain::{Discretion, Prose, Reply, ReplyKind, Role};
use crate::l10n::Message;

/// Where times of day are kept.
const ZONE: &str = "Europe/Helsinki";
/// How long a session lasts of which nothing else is said.
const DEFAULT_MINUTES: u16 = 60;
/// How many dates a preview shows: a year of a monthly series.
const PREVIEW: usize = 12;

/// A draft of what was typed, shown as it would be.
pub(super) fn announce(
    asked: &Asked<'_>,
    typed: &Announcement,
    known: &Known<'_>,
) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let again = |network| SessionRequest::Announce(Announcement { network, ..typed.clone() });
    let network = asked.network(&typed.network, Right::Hosts, &again)?;
    asked.permit(network, Right::Hosts)?;
    asked.without_identity_code([typed.topic.as_str(), typed.link.as_str()])?;
    let today = voice.world.today();
    let when = typed::when(&typed.when, today).map_err(|problem| text::unclear(voice, &problem))?;
    let starts_at = clock::finland().to_timestamp(when.start);
    if when.rule.is_none() && starts_at.is_ok_and(|starts_at| starts_at <= voice.world.now) {
        return Err(voice.no(&Message::SessionsInThePast { moment: when.start }));
    }
    let mut draft = Series {
        id: known.fresh,
        network: network.id.clone(),
        state: SeriesState::Draft,
        start: when.start,
        zone: TimeZone::get(ZONE).unwrap_or(TimeZone::UTC),
        duration_minutes: minutes(voice, &typed.length)?,
        rule: when.rule,
        ends_on: None,
        link: text::link(voice, &typed.link)?,
        about: None,
        targets: typed.targets.clone(),
        leads: reminders(voice, &typed.reminders)?,
        host: asked.person_or_host(network)?,
        since: voice.world.now,
        sequence: 0,
        changes: Vec::new(),
    };
    let Some(first) = coming(&draft, voice.world.now, 1).into_iter().next() else {
        return Err(voice.no(&Message::SessionsNoDates));
    };
    // Of the first date alone: the next one must not go out with it.
    let topic = text::line(voice, &typed.topic)?;
    draft.changes.extend(topic.map(|topic| Change { topic: Some(topic), ..Change::of(first.original) }));
    let reply = show(voice, &draft, network);
    Ok(Outcome { reply, effects: vec![Effect::Insert(draft)] })
}

fn minutes(voice: Voice<'_>, typed: &str) -> Result<u16, Box<Reply>> {
    if typed.trim().is_empty() {
        return Ok(DEFAULT_MINUTES);
    }
    typed::length(typed).map_err(|_| voice.no(&Message::SessionsLengthUnclear))
}

fn reminders(voice: Voice<'_>, typed: &str) -> Result<Vec<Lead>, Box<Reply>> {
    if typed.trim().is_empty() {
        return Ok(Vec::new());
    }
    let mut leads = typed::leads(typed).map_err(|_| voice.no(&Message::SessionsLeadsUnclear))?;
    leads.sort_unstable_by_key(|lead| std::cmp::Reverse(*lead));
    leads.dedup();
    Ok(leads)
}

/// The next dates of a series.
pub(super) fn preview(asked: &Asked<'_>, wanted: &SeriesRef) -> Result<Outcome, Box<Reply>> {
    let (series, network) = asked.series(wanted, Right::Hosts, &SessionRequest::Preview)?;
    Ok(Outcome { reply: show(asked.voice, series, network), effects: Vec::new() })
}

fn show(voice: Voice<'_>, series: &Series, network: &Network) -> Reply {
    let name = network.name(voice.language);
    let is_draft = series.state == SeriesState::Draft;
    let (rhythm, length) = (voice.rhythm(series), voice.length(series.duration_minutes));
    let rhythm = voice.say(&Message::PreviewRhythm { rhythm: &rhythm, length: &length });
    let mut facts = vec![rhythm];
    let link = series.link.as_deref().or(network.link.as_deref());
    facts.push(link.map_or_else(
        || voice.say(&Message::PreviewNoLink),
        |link| voice.say(&Message::SessionLink { link }),
    ));
    match series.state {
        SeriesState::Paused => facts.push(voice.say(&Message::StatePaused)),
        SeriesState::Ended => facts.push(voice.say(&Message::StateEnded)),
        SeriesState::Draft | SeriesState::Active => {}
    }
    let mut reply = Reply::new(ReplyKind::Sessions, voice.language, Prose::bullets(facts));
    reply.discretion = Discretion::AskerOnly;
    reply.title = Some(voice.say(&if is_draft {
        Message::PreviewDraftTitle { network: name }
    } else {
        Message::PreviewTitle { network: name }
    }));
    reply.topic = Some(network.id.clone());
    let dates = coming(series, voice.world.now, PREVIEW);
    let lines = dates.iter().map(|date| {
        let mut shown = voice.say(&Message::SessionStart { moment: date.start });
        let mut marks = voice.marks(date, series);
        if date.is_skipped {
            marks.insert(0, voice.say(&Message::MarkSkipped));
        } else if date.start != date.original {
            marks.insert(0, voice.say(&Message::MarkMoved { moment: date.original }));
        }
        marks.extend(date.topic.as_deref().map(|topic| voice.say(&Message::SessionTopic { topic })));
        if !marks.is_empty() {
            shown.push_str(" · ");
            shown.push_str(&marks.join(", "));
        }
        shown
    });
    let lines: Vec<String> = lines.collect();
    let body = if lines.is_empty() {
        Prose::paragraph(voice.say(&Message::SessionsPast { network: name }))
    } else {
        Prose::bullets(lines)
    };
    reply.sections.push(ReplySection { heading: voice.say(&Message::PreviewDates), body });
    let body = Prose::bullets(reminder_lines(voice, series, network));
    reply.sections.push(ReplySection { heading: voice.say(&Message::PreviewReminders), body });
    if is_draft {
        reply.notices.push(voice.say(&Message::PreviewNotSaved));
        reply.actions.push(voice.action(&Message::ButtonSave, SessionRequest::Save(series.id)));
    } else {
        reply.again = Some(crate::domain::Request::Session(SessionRequest::Preview(series.id.into())));
        reply.actions.push(voice.action(&Message::ButtonReceipt, SessionRequest::Receipt(series.id.into())));
    }
    reply
}

/// When and where reminders go, and who is asked before.
fn reminder_lines(voice: Voice<'_>, series: &Series, network: &Network) -> Vec<String> {
    let mut lines: Vec<String> = leads(series, network).iter().map(|lead| voice.lead(*lead)).collect();
    let places = voice.places(targets(series, network), network);
    lines.push(if places.is_empty() {
        voice.say(&Message::PreviewNowhere)
    } else {
        voice.say(&Message::PreviewPlaces { places: &places })
    });
    if network.confirm_days > 0 {
        let hosts = hosts(network).unwrap_or_else(|| voice.say(&Message::PlaceHost));
        let days = network.confirm_days.into();
        lines.push(voice.say(&Message::PreviewAsks { hosts: &hosts, days }));
    }
    lines
}

/// Puts a draft in force.
pub(super) fn save(asked: &Asked<'_>, id: SeriesId) -> Result<Outcome, Box<Reply>> {
    let voice = asked.voice;
    let Some(draft) = voice.sessions().series_numbered(id) else {
        return Err(voice.no(&Message::SessionsDraftGone));
    };
    let (series, network) = asked.series(&draft.id.into(), Right::Hosts, &SessionRequest::Preview)?;
    let name = network.name(voice.language);
    if series.state != SeriesState::Draft {
        let mut reply = show(voice, series, network);
        reply.notices.push(voice.say(&Message::SessionsAlreadySaved { network: name }));
        return Ok(Outcome { reply, effects: Vec::new() });
    }
    let is_announcer = asked.asker.person().is_none_or(|person| *person == series.host);
    if asked.asker.role < Role::Admin && !is_announcer {
        return Err(voice.no(&Message::SessionsNotYourDraft));
    }
    let now = voice.world.now;
    let dates = coming(series, now, PREVIEW);
    if dates.is_empty() {
        return Err(voice.no(&Message::SessionsNoDates));
    }
    let saved =
        Series { state: SeriesState::Active, since: now, sequence: series.sequence + 1, ..series.clone() };
    let mut reply = show(voice, &saved, network);
    reply.notices.push(voice.say(&Message::SessionsSaved { network: name }));
    let others = voice.sessions().series.iter().filter(|other| {
        let in_force = matches!(other.state, SeriesState::Active | SeriesState::Paused);
        in_force && other.network == series.network && other.id != id
    });
    let taken = others.flat_map(|other| coming(other, now, PREVIEW)).filter(|date| !date.is_skipped);
    let taken: Vec<_> = taken.collect();
    if let Some(clash) = dates.iter().find(|date| taken.iter().any(|other| other.starts_at == date.starts_at))
    {
        let moment = clash.start;
        reply.notices.push(voice.say(&Message::SessionsClash { network: name, moment }));
    }
    let effects = vec![Effect::Update(saved, series.sequence)];
    Ok(Outcome { reply, effects })
}
