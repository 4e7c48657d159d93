//! A series of sessions as its host announced it, with what was changed for single dates.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::lead::Lead;
use super::rule::Rule;
use crate::domain::target::Target;
use crate::domain::topic::TopicId;

/// The number of a series: random, so that two stores hardly ever share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SeriesId(pub i64);

impl fmt::Display for SeriesId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A series, or a single session where there is no rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its number.
    pub id: SeriesId,
    /// Whose sessions these are.
    pub network: TopicId,
    /// Whether it is in force.
    pub state: SeriesState,
    /// The first start, in civil time of `zone`.
    pub start: DateTime,
    /// Where the time of day is kept, such as Europe/Helsinki. Its IANA name is what the store holds.
    pub zone: TimeZone,
    /// How long a session lasts, in minutes.
    pub duration_minutes: u16,
    /// How it recurs; `None` for a single session.
    pub rule: Option<Rule>,
    /// The last civil day on which a session may start.
    pub ends_on: Option<Date>,
    /// The meeting link of every session that has none of its own; the network's where there is none.
    pub link: Option<String>,
    /// The topic of every session that has none of its own: what the series is about. A topic that a host gives for one
    /// date stands in its [`Change`] and never passes on to the next.
    pub about: Option<String>,
    /// Where the reminders go; the network's targets when empty.
    pub targets: Vec<Target>,
    /// When reminders go out, the longest lead first; the network's when empty.
    pub leads: Vec<Lead>,
    /// Who announced it.
    pub host: Target,
    /// Reminders that were due before this moment are not sent: the time of announcement or of resumption.
    pub since: Timestamp,
    /// Grows with every change that a calendar must notice (RFC 5545 3.8.7.4).
    pub sequence: i64,
    /// What differs on single dates, by original start.
    pub changes: Vec<Change>,
}

/// Whether a series is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesState {
    /// Shown to its host, not saved yet.
    Draft,
    /// In force.
    Active,
    /// Nothing is sent until it is resumed.
    Paused,
    /// Over; kept for its receipts.
    Ended,
}

impl SeriesState {
    const ALL: [Self; 4] = [Self::Draft, Self::Active, Self::Paused, Self::Ended];

    /// The word in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Active => "active",
            Self::Paused => "paused",
            Self::Ended => "ended",
        }
    }

    /// The state of a word in the store.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// What differs on one date of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The start by the rule, in civil time of the series: names the date for good.
    pub original: DateTime,
    /// It does not take place.
    pub is_skipped: bool,
    /// It starts then instead, in civil time of the series.
    pub moved_to: Option<DateTime>,
    /// What it is about.
    pub topic: Option<String>,
    /// Who speaks.
    pub speaker: Option<String>,
    /// Where to join.
    pub link: Option<String>,
    /// Anything else that people should know.
    pub note: Option<String>,
    /// The three lines after the session.
    pub recap: Option<String>,
    /// A host or a deputy has said that it is still on.
    pub is_confirmed: bool,
    /// When it was last skipped, moved or brought back: what tells of that is due then.
    pub changed_at: Option<Timestamp>,
    /// When it was given its recap.
    pub recap_at: Option<Timestamp>,
    /// Grows with every change that a calendar must notice (RFC 5545 3.8.7.4).
    pub sequence: i64,
}

impl Change {
    /// No change yet of the date that starts then by the rule.
    pub const fn of(original: DateTime) -> Self {
        Self {
            original,
            is_skipped: false,
            moved_to: None,
            topic: None,
            speaker: None,
            link: None,
            note: None,
            recap: None,
            is_confirmed: false,
            changed_at: None,
            recap_at: None,
            sequence: 0,
        }
    }
}

impl Series {
    /// What differs on the date that starts then by the rule.
    pub fn change(&self, original: DateTime) -> Option<&Change> {
        self.changes.iter().find(|change| change.original == original)
    }
}
