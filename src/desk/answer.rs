//! From an article to a reply.

use jiff::SpanFieldwise;

use super::World;
use crate::domain::organisation::Region;
use crate::domain::reply::{CitedSource, ReplySection};
use crate::domain::{
    Action, Article, Deadline, Discretion, Language, Prose, Reply, ReplyKind, Request, Section, SectionId,
    Source, Status, TopicId,
};
use crate::l10n::Message;

/// The topics that rest on the mainland's Openness Act or Information Management Act, which do not bind the
/// municipalities of Åland (906/2019, 3 §; offentlighetslag 2021:79 för Åland).
const MAINLAND_LAW: [&str; 6] = [
    "information-management",
    "law-information-management-act",
    "law-openness-act",
    "proc-document-request",
    "proc-refusal-appeal",
    TopicId::WHICH_REQUEST,
];
/// The two roads to which the router leads.
const OWN_DATA: &str = "proc-own-data";
const DOCUMENT: &str = "proc-document-request";

/// One topic in full; a kind word when it is no longer there.
pub(super) fn topic(topic: &TopicId, language: Language, world: &World<'_>) -> Reply {
    if let Some(found) = world.snapshot.article_in_any(topic, language) {
        return article(found, language, world);
    }
    let words = world.say(language, &Message::UnknownTopic);
    Reply::new(ReplyKind::NoAnswer, language, Prose::paragraph(words))
}

/// One topic in full, with one of its sections first.
pub(super) fn topic_from(topic: &TopicId, first: SectionId, language: Language, world: &World<'_>) -> Reply {
    let mut reply = self::topic(topic, language, world);
    if let Some(article) = world.snapshot.article_in_any(topic, language) {
        bring_forward(&mut reply, article, Some(first));
    }
    reply
}

/// What an article says to experts.
pub(super) fn expert(topic: &TopicId, language: Language, world: &World<'_>) -> Reply {
    let article = world.snapshot.article_in_any(topic, language);
    let Some((article, section)) = article.and_then(|found| Some((found, found.section(SectionId::Expert)?)))
    else {
        return self::topic(topic, language, world);
    };
    let mut reply = self::article(article, language, world);
    reply.answer = filled(&section.body, language, world);
    reply.title = Some(format!("{} · {}", article.title, section.heading));
    reply.sections.clear();
    reply.again = Some(Request::Expert(topic.clone()));
    reply.actions.retain(|action| action.request != Request::Expert(topic.clone()));
    reply.actions.insert(0, to_topic(article));
    reply
}

/// An article as a reply in a language, which may differ from the article's own when it has no sibling.
pub(super) fn article(article: &Article, language: Language, world: &World<'_>) -> Reply {
    let is_router = article.topic.as_str() == TopicId::WHICH_REQUEST;
    let kind = if is_router { ReplyKind::Guide } else { ReplyKind::Answer };
    let mut reply = Reply::new(kind, language, filled(&article.answer, language, world));
    reply.topic = Some(article.topic.clone());
    reply.topics = vec![article.topic.clone()];
    reply.confidence = 1.0;
    reply.again = Some(Request::Topic(article.topic.clone()));
    if is_router {
        reply.discretion = Discretion::AskerOnly;
    }
    reply.title = Some(article.title.clone());
    if article.language != language {
        reply
            .notices
            .push(world.say(language, &Message::OtherLanguageArticle { language: article.language }));
    }
    let shown = article.sections.iter().filter(|section| section.id != SectionId::Expert);
    reply.sections = shown.map(|section| worded(section, language, world)).collect();
    if !article.deadlines.is_empty() {
        reply.sections.insert(0, time_limits(&article.deadlines, language, world));
    }
    reply.sources = sources(&article.sources, language, world);
    reply.review = review(article, language, world);
    if is_router {
        reply.actions.extend(road(OWN_DATA, &Message::GuideOwnData, language, world));
        reply.actions.extend(road(DOCUMENT, &Message::GuideDocument, language, world));
    }
    reply.actions.extend(article.section(SectionId::Expert).map(|section| Action {
        label: section.heading.clone(),
        request: Request::Expert(article.topic.clone()),
        language: None,
    }));
    reply.actions.extend(related(article, language, world));
    reply.actions.extend(other_languages(article, language, world));
    reply
}

/// Puts the section that comes nearest to the question first.
pub(super) fn bring_forward(reply: &mut Reply, article: &Article, nearest: Option<SectionId>) {
    let Some(nearest) = nearest.and_then(|id| article.section(id)) else { return };
    let is_nearest = |section: &ReplySection| section.heading == nearest.heading;
    if let Some(place) = reply.sections.iter().position(is_nearest) {
        let section = reply.sections.remove(place);
        reply.sections.insert(0, section);
        reply.again = Some(Request::TopicFrom(article.topic.clone(), nearest.id));
    }
}

pub(super) fn filled(prose: &Prose, language: Language, world: &World<'_>) -> Prose {
    prose.filled(|key| world.organisation.get(key, language).map(str::to_owned))
}

fn worded(section: &Section, language: Language, world: &World<'_>) -> ReplySection {
    ReplySection { heading: section.heading.clone(), body: filled(&section.body, language, world) }
}

pub(super) fn sources(sources: &[Source], language: Language, world: &World<'_>) -> Vec<CitedSource> {
    let cite = |source: &Source| CitedSource {
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        url: source.url.clone(),
        language_note: (source.language != language)
            .then(|| world.say(language, &Message::SourceLanguage { language: source.language })),
    };
    sources.iter().map(cite).collect()
}

/// How far the article may be relied on, in words.
pub(super) fn review(article: &Article, language: Language, world: &World<'_>) -> Vec<String> {
    let date = article.reviewed;
    let mut lines = Vec::new();
    if world.organisation.region == Region::Aland && MAINLAND_LAW.contains(&article.topic.as_str()) {
        lines.push(world.say(language, &Message::AlandLaws));
    }
    match article.status {
        Status::Compared => {}
        Status::Approved => lines.push(world.say(language, &Message::ReviewApproved { date })),
        Status::Check => lines.push(world.say(language, &Message::ReviewCheck)),
    }
    if article.status != Status::Approved {
        lines.push(world.say(language, &Message::ReviewCompared { date }));
    }
    if article.review_by < world.today() {
        lines.push(world.say(language, &Message::ReviewLate { date: article.review_by }));
    }
    lines
}

fn time_limits(deadlines: &[Deadline], language: Language, world: &World<'_>) -> ReplySection {
    let lines = deadlines.iter().map(|deadline| {
        let period = period(&deadline.period, language, world);
        let (starts, law) = (&deadline.starts, &deadline.law);
        let mut line = world.say(language, &Message::TimeLimit { period: &period, starts, law });
        if let Some(extension) = &deadline.extension {
            let period = self::period(extension, language, world);
            line.push(' ');
            line.push_str(&world.say(language, &Message::TimeLimitExtension { period: &period }));
        }
        line
    });
    ReplySection { heading: world.say(language, &Message::TimeLimits), body: Prose::bullets(lines) }
}

/// A period in words. Weeks are said for days that make whole weeks, as the laws do.
fn period(period: &SpanFieldwise, language: Language, world: &World<'_>) -> String {
    let span = period.0;
    let days = i64::from(span.get_days()) + 7 * i64::from(span.get_weeks());
    let (weeks, days) = if days % 7 == 0 { (days / 7, 0) } else { (0, days) };
    let part = |count: i64, message: fn(usize) -> Message<'static>| {
        let count = usize::try_from(count).ok().filter(|count| *count > 0)?;
        Some(world.say(language, &message(count)))
    };
    [
        part(i64::from(span.get_years()), |count| Message::Years { count }),
        part(i64::from(span.get_months()), |count| Message::Months { count }),
        part(weeks, |count| Message::Weeks { count }),
        part(days, |count| Message::Days { count }),
        part(i64::from(span.get_hours()), |count| Message::Hours { count }),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

fn road(topic: &str, label: &Message<'_>, language: Language, world: &World<'_>) -> Option<Action> {
    let topic = TopicId::parse(topic)?;
    world.snapshot.article_in_any(&topic, language)?;
    Some(Action { label: world.say(language, label), request: Request::Topic(topic), language: None })
}

/// A choice that leads to a topic.
pub(super) fn to_topic(article: &Article) -> Action {
    Action { label: article.title.clone(), request: Request::Topic(article.topic.clone()), language: None }
}

fn related<'a>(
    article: &'a Article,
    language: Language,
    world: &'a World<'_>,
) -> impl Iterator<Item = Action> + 'a {
    let is_router = article.topic.as_str() == TopicId::WHICH_REQUEST;
    article
        .related
        .iter()
        .filter(move |topic| !is_router || ![OWN_DATA, DOCUMENT].contains(&topic.as_str()))
        .filter_map(move |topic| world.snapshot.article_in_any(topic, language))
        .map(to_topic)
}

fn other_languages<'a>(
    article: &'a Article,
    language: Language,
    world: &'a World<'_>,
) -> impl Iterator<Item = Action> + 'a {
    Language::ALL
        .into_iter()
        .filter(move |other| *other != language && world.snapshot.article(&article.topic, *other).is_some())
        .map(move |other| Action {
            label: world.say(language, &Message::ReadInLanguage { language: other }),
            request: Request::Topic(article.topic.clone()),
            language: Some(other),
        })
}
