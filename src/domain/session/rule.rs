//! How a series recurs: the part of RFC 5545 that people use for meetings, expanded in civil time.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{DateTime, Weekday};

/// How a series recurs. Sub-daily rules are refused: they would repeat or vanish at clock changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Every so many weeks on these days of the week, Monday first.
    Weekly {
        /// Every so many weeks, at least 1.
        every: u16,
        /// At least one, in the order of the week, each once.
        days: Vec<Weekday>,
    },
    /// Every so many months on the nth such day of the week.
    MonthlyByWeekday {
        /// Every so many months, at least 1.
        every: u16,
        /// Which one in the month.
        nth: Nth,
        /// The day of the week.
        day: Weekday,
    },
    /// Every so many months on a day of the month; months without it are skipped (RFC 5545 3.3.10).
    MonthlyByDate {
        /// Every so many months, at least 1.
        every: u16,
        /// 1 to 31, or −1 for the last day.
        day: i8,
    },
    /// Every so many years on the date of the start; years without it (29 February) are skipped.
    Yearly {
        /// Every so many years, at least 1.
        every: u16,
    },
}

/// Which one in the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// The first, counted from 1 to 5; months without a fifth are skipped.
    From(u8),
    /// The last.
    Last,
}

/// The text is no rule that Ledord keeps.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no rule for sessions: {cause}")]
pub struct RuleError {
    /// What was given.
    pub text: String,
    /// What is wrong with it, in English.
    pub cause: &'static str,
}

impl Rule {
    /// The starts from the first one on, `from` (inclusive) to `until` (exclusive), in civil time. `start` must be the first
    /// start; it counts even if the rule does not meet it, as people expect of the date that they typed.
    pub fn starts(&self, start: DateTime, from: DateTime, until: DateTime) -> Vec<DateTime> {
        let _ = (start, from, until);
        Vec::new()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Err(RuleError { text: text.to_owned(), cause: "not read yet" })
    }
}
