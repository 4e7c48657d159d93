//! Sessions of networks: what people are told of them, and what hosts change.

mod plan;
mod state;

pub use plan::{Purpose, date_of, escalate, is_unconfirmed, leads, subject, targets, wanted, why_not};
pub use state::{Effect, Feeds, Known, Outcome, Sessions};

use jiff::SignedDuration;

use super::{World, answer};
use crate::domain::session::SessionRequest;
use crate::domain::{Article, Inbound, Language, Prose, Reply, ReplyKind, TopicId};
use crate::l10n::Message;

/// Who comes late still finds the link.
const STILL_ON: SignedDuration = SignedDuration::from_hours(1);

/// The coming dates of a network, or that nobody has added any.
pub(super) fn next(article: &Article, language: Language, world: &World<'_>) -> Reply {
    let say = |message: &Message<'_>| world.say(language, message);
    let sessions = world.organisation.sessions.iter();
    let announced: Vec<_> = sessions.filter(|session| session.network == article.topic).collect();
    let mut coming: Vec<_> = announced
        .iter()
        .flat_map(|session| session.starts.iter().map(move |start| (*start, session)))
        .filter(|(start, _)| start.saturating_add(STILL_ON) >= world.now)
        .collect();
    coming.sort_by_key(|(start, _)| *start);
    let Some((_, first)) = coming.first() else {
        let mut reply = answer::article(article, language, world);
        let network = &article.title;
        reply.lead = Some(say(&if announced.is_empty() {
            Message::SessionsNone { network }
        } else {
            Message::SessionsPast { network }
        }));
        reply.topics.push(TopicId::local());
        reply.confidence = 1.0;
        return reply;
    };
    let mut lines: Vec<String> =
        coming.iter().take(3).map(|(start, _)| say(&Message::SessionStart { moment: *start })).collect();
    lines.extend(first.host.as_deref().map(|host| say(&Message::SessionHost { host })));
    lines.extend(first.language.map(|language| say(&Message::SessionLanguage { language })));
    lines.extend(first.link.as_deref().map(|link| say(&Message::SessionLink { link })));
    let mut reply = Reply::new(ReplyKind::Sessions, language, Prose::bullets(lines));
    reply.title = Some(say(&Message::SessionsTitle { network: &article.title }));
    reply.topic = Some(article.topic.clone());
    reply.topics = vec![article.topic.clone(), TopicId::local()];
    reply.confidence = 1.0;
    reply
}

/// Answers what is asked about sessions, and says what is to be changed.
pub fn session(request: &SessionRequest, inbound: &Inbound, known: &Known<'_>, world: &World<'_>) -> Outcome {
    let _ = (request, known);
    let language = inbound.languages.known().unwrap_or(inbound.languages.fallback);
    Outcome { reply: super::help::help(language, world), effects: Vec::new() }
}
