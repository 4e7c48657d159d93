//! One date of a series, resolved from civil time to an instant.

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::lead::Lead;
use super::series::{Series, SeriesId};

/// One date of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// Of which series.
    pub series: SeriesId,
    /// The start by the rule, in civil time of the series: names the date for good.
    pub original: DateTime,
    /// When it starts, in civil time of the series: the original start, or where it was moved to.
    pub start: DateTime,
    /// The instant of the start.
    pub starts_at: Timestamp,
    /// The instant of the end.
    pub ends_at: Timestamp,
    /// It does not take place.
    pub is_skipped: bool,
    /// What it is about.
    pub topic: Option<String>,
    /// Who speaks.
    pub speaker: Option<String>,
    /// A link of its own.
    pub link: Option<String>,
    /// Anything else that people should know.
    pub note: Option<String>,
    /// The three lines after the session.
    pub recap: Option<String>,
    /// A host or a deputy has said that it is still on.
    pub is_confirmed: bool,
    /// For calendars (RFC 5545 3.8.7.4): the sum of the series' and the date's.
    pub sequence: i64,
}

/// What is remarkable about a date, for the preview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Summer time begins in the seven days up to it: clocks went an hour ahead.
    SummerTimeBegan,
    /// Summer time ended in the seven days up to it.
    SummerTimeEnded,
    /// The time of day does not exist or exists twice on that day.
    ClockChange,
    /// A Finnish public holiday or an eve that most people have off.
    Holiday(crate::domain::holiday::Holiday),
    /// In July most people are away.
    July,
}

impl Series {
    /// Its dates with a start by the rule or a moved start from `from` (inclusive) to `until` (exclusive), skipped ones
    /// included, in the order of their starts.
    pub fn occurrences(&self, from: Timestamp, until: Timestamp) -> Vec<Occurrence> {
        let _ = (from, until);
        Vec::new()
    }

    /// The date that starts then by the rule; `None` when the series has none.
    pub fn occurrence(&self, original: DateTime) -> Option<Occurrence> {
        let _ = original;
        None
    }
}

impl Occurrence {
    /// The instant of a reminder: civil days before the start at the same time of day, or exact minutes before.
    pub fn reminder_at(&self, lead: Lead, series: &Series) -> Timestamp {
        let _ = (lead, series);
        self.starts_at
    }

    /// What is remarkable about the date.
    pub fn marks(&self, series: &Series) -> Vec<Mark> {
        let _ = series;
        Vec::new()
    }
}
