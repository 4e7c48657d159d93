//! Private reminders.

use jiff::Timestamp;

use crate::domain::language::Language;
use crate::domain::target::Target;
use crate::domain::topic::TopicId;

/// Somebody who wants private reminders of a network.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Follow {
    /// Who.
    pub person: Target,
    /// Of which network.
    pub network: TopicId,
    /// The language of the reminders.
    pub language: Language,
    /// Since when; reminders that were due before are not sent.
    pub since: Timestamp,
}
