//! The brain: one request and one [`World`] in, one worded [`Reply`] out. Synchronous, and without any I/O.

mod answer;
pub mod calendar;
mod compare;
mod complete;
mod cues;
mod explain;
mod help;
mod language;
mod local;
mod question;
pub mod sessions;
pub mod typed;
mod wording;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::clock;
use crate::domain::personal_data::PersonalData;
use crate::domain::{Discretion, Inbound, Language, Organisation, Prose, Reply, ReplyKind, Request};
use crate::l10n::{Catalog, Message};
use crate::search::{Detector, IndexError};
use crate::snapshot::Snapshot;
pub use complete::{Suggestion, complete};
pub use sessions::{
    Effect, Feeds, Known, Outcome, Purpose, Sessions, date_of, escalate, notice, session, subject, wanted,
    why_not,
};

/// Everything that an answer may depend on, at one moment.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// What is known.
    pub snapshot: &'a Snapshot,
    /// The words of the product.
    pub catalog: &'a Catalog,
    /// Tells the languages apart.
    pub detector: &'a Detector,
    /// What only the municipality knows.
    pub organisation: &'a Organisation,
    /// The sessions of networks.
    pub sessions: &'a Sessions,
    /// The present.
    pub now: Timestamp,
}

impl World<'_> {
    /// The civil day in Europe/Helsinki.
    fn today(&self) -> Date {
        clock::in_finland(self.now).date()
    }

    fn say(&self, language: Language, message: &Message<'_>) -> String {
        self.catalog.say(language, message)
    }
}

/// Answers a request whose personal data has been taken out.
///
/// # Errors
/// When the search index fails; the asker should then be told to try later.
pub fn reply(inbound: &Inbound, world: &World<'_>) -> Result<Reply, IndexError> {
    let hints = inbound.languages;
    let language = hints.known().unwrap_or(hints.fallback);
    match &inbound.request {
        Request::Question(text) => question::reply(text, hints, inbound.carrier, world),
        Request::Term(term) => question::term(term, hints, inbound.carrier, world),
        Request::Compare(first, second) => compare::terms(first, second, hints, inbound.carrier, world),
        Request::CompareTopics(one, other) => Ok(compare::topics_by_id(one, other, language, world)),
        Request::Topic(topic) => Ok(answer::topic(topic, language, world)),
        Request::TopicFrom(topic, section) => Ok(answer::topic_from(topic, *section, language, world)),
        Request::Expert(topic) => Ok(answer::expert(topic, language, world)),
        Request::Explain(text) => Ok(explain::reply(text, hints, world)),
        Request::Session(_) | Request::Help => Ok(help::help(language, world)),
    }
}

/// Puts a warning about personal data before the answer to the rest of a question.
pub fn with_personal_data(mut reply: Reply, found: &[PersonalData], world: &World<'_>) -> Reply {
    let language = reply.language;
    let kinds: Vec<String> = found
        .iter()
        .map(|kind| {
            let name = world.say(
                language,
                &match kind {
                    PersonalData::IdentityCode => Message::KindIdentityCode,
                    PersonalData::Email => Message::KindEmail,
                    PersonalData::Phone => Message::KindPhone,
                    PersonalData::Iban => Message::KindIban,
                    PersonalData::LongNumber => Message::KindLongNumber,
                },
            );
            world.say(language, &Message::KindWithMask { kind: &name, mask: kind.mask() })
        })
        .collect();
    let notice = world.say(language, &Message::PersonalData { kinds: &kinds.join(", ") });
    if reply.kind == ReplyKind::Help && reply.topic.is_none() {
        reply.answer = Prose::paragraph(world.say(language, &Message::PersonalDataOnly));
    }
    reply.kind = ReplyKind::PersonalData;
    reply.discretion = Discretion::AskerOnly;
    reply.notices.insert(0, notice);
    reply
}
