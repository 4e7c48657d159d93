//! Why a text could not be read; the words for people come from the locales.

use jiff::civil::Date;

use crate::domain::session::RuleError;

/// Why a text names no day or time. Pieces are parts of the text as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhenProblem {
    /// Nothing was typed.
    Empty,
    /// A piece is not understood.
    Unknown(String),
    /// The pieces are understood, but not together.
    Unclear(String),
    /// From one time to another; the length is asked for elsewhere.
    Range(String),
    /// A second day, time or rule beside the first.
    Twice(String),
    /// The time of day is missing.
    NoTime,
    /// The day is missing.
    NoDay,
    /// "First Monday" of what? The month is missing.
    OfWhat(String),
    /// No such day in the calendar.
    NoSuchDate(String),
    /// No such time of day.
    NoSuchTime(String),
    /// The day of the week that was typed is not that of the date.
    WrongWeekday {
        /// The day of the week as typed.
        piece: String,
        /// The date beside it.
        date: Date,
    },
    /// The day is past.
    Past(Date),
    /// The day is so far ahead that it must be a slip of the keyboard.
    TooFar(Date),
    /// Daily or every few days is oftener than a series can be.
    TooOften(String),
    /// The interval is longer than a series can have.
    TooSeldom(String),
    /// The RRULE is none that is kept.
    BadRule(RuleError),
}

/// Why a text is no length of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LengthProblem {
    /// Nothing was typed.
    Empty,
    /// A piece is not understood.
    Unknown(String),
    /// Under five minutes.
    TooShort(String),
    /// Over twelve hours.
    TooLong(String),
}

/// Why a text is no list of times before a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadsProblem {
    /// Nothing was typed.
    Empty,
    /// A piece is not understood.
    Unknown(String),
    /// A number without days, hours or minutes after it.
    NoUnit(String),
    /// Zero, part of a minute, or part of a day.
    NotWhole(String),
    /// Longer before than [`Lead::MAX_DAYS`](crate::domain::session::Lead::MAX_DAYS).
    TooEarly(String),
    /// More of them than a series can have.
    TooMany {
        /// How many were typed.
        typed: usize,
    },
}
