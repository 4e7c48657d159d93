//! What people ask about sessions, freed from the platform it came through.

use super::series::SeriesId;
use crate::domain::target::Target;
use crate::domain::topic::TopicId;

/// What is asked about sessions. Texts are as people typed or chose them; the desk reads them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionRequest {
    /// The coming sessions of a network, for anyone.
    Next(TopicId),
    /// Every series that the asker may change, and every network.
    List,
    /// A new series or session: shown before it is saved.
    Announce(Announcement),
    /// Saves a draft that was shown.
    Save(SeriesId),
    /// The next twelve dates.
    Preview(SeriesRef),
    /// One date does not take place.
    Skip(DateRef),
    /// One date takes place at another time: the new day, time, or both, as typed.
    Move(DateRef, String),
    /// What one date is about, who speaks, where to join, and anything else.
    Set(DateRef, Details),
    /// The date is still on.
    Confirm(DateRef),
    /// Nothing is sent until it is resumed.
    Pause(SeriesRef),
    /// Goes on after a pause.
    Resume(SeriesRef),
    /// No more dates.
    End(SeriesRef),
    /// What was sent, when and where.
    Receipt(SeriesRef),
    /// Three lines after a session.
    Recap(DateRef, String),
    /// Private reminders of a network for the asker.
    Follow(TopicId),
    /// No more of them.
    Unfollow(TopicId),
    /// A calendar file of one date.
    Calendar(DateRef),
}

/// A series: its number, the id or name of its network, or empty where the asker has only one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesRef(pub String);

impl From<SeriesId> for SeriesRef {
    fn from(id: SeriesId) -> Self {
        Self(id.to_string())
    }
}

/// One date of a series: the original start as `2026-12-17T09:00`, a day as people type it, or empty for the next one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateRef {
    /// Of which series.
    pub series: SeriesRef,
    /// Which date.
    pub date: String,
}

impl DateRef {
    /// The date that starts then by the rule.
    pub fn of(series: SeriesId, original: jiff::civil::DateTime) -> Self {
        Self { series: series.into(), date: original.strftime("%Y-%m-%dT%H:%M").to_string() }
    }
}

/// A new series as its host typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcement {
    /// The id or name of the network.
    pub network: String,
    /// When: "last Thursday of the month 09:00", "sista torsdagen i månaden kl. 9", "17.12.2026 klo 9".
    pub when: String,
    /// How long: "45", "45 min", "1 h"; empty for an hour.
    pub length: String,
    /// Where to join; empty for the network's link.
    pub link: String,
    /// When reminders go out: "7 d, 1 d, 15 min"; empty for the network's.
    pub reminders: String,
    /// What it is about; may be empty.
    pub topic: String,
    /// Where reminders go; empty for the network's targets.
    pub targets: Vec<Target>,
}

/// What a host says of one date. Empty: unchanged; `-`: taken away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// What it is about.
    pub topic: Option<String>,
    /// Who speaks.
    pub speaker: Option<String>,
    /// Where to join.
    pub link: Option<String>,
    /// Anything else that people should know.
    pub note: Option<String>,
}
