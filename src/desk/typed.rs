//! What people type of times: for now in ISO form only.

use jiff::civil::{Date, DateTime, Time};

use crate::domain::session::{Lead, Rule, RuleError};

/// A first start and how it recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The first start.
    pub start: DateTime,
    /// How it recurs.
    pub rule: Option<Rule>,
}

/// Why a text names no day or time. Pieces are parts of the text as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhenProblem {
    /// Nothing was typed.
    Empty,
    /// A piece is not understood.
    Unknown(String),
    /// The pieces are understood, but not together.
    Unclear(String),
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

/// Reads `2026-12-17T09:00`, followed by a rule or nothing.
///
/// # Errors
/// Any other text.
pub fn when(text: &str, _today: Date) -> Result<When, WhenProblem> {
    let text = text.trim();
    let (start, rule) = text.split_once(' ').map_or((text, None), |(start, rule)| (start, Some(rule)));
    let start = start.parse().map_err(|_| WhenProblem::Unknown(start.to_owned()))?;
    let rule = rule.map(|rule| rule.parse().map_err(WhenProblem::BadRule)).transpose()?;
    Ok(When { start, rule })
}

/// Reads a number of minutes.
///
/// # Errors
/// Any other text.
pub fn length(text: &str) -> Result<u16, LengthProblem> {
    text.trim().parse().map_err(|_| LengthProblem::Unknown(text.to_owned()))
}

/// Reads `7d, 1d, 15m`.
///
/// # Errors
/// Any other text.
pub fn leads(text: &str) -> Result<Vec<Lead>, LeadsProblem> {
    text.split(',').map(|lead| lead.trim().parse().map_err(|_| LeadsProblem::Unknown(lead.to_owned()))).collect()
}

/// Reads `2026-12-17`.
///
/// # Errors
/// Any other text.
pub fn date(text: &str, _today: Date) -> Result<Date, WhenProblem> {
    text.trim().parse().map_err(|_| WhenProblem::Unknown(text.to_owned()))
}

/// Reads `2026-12-17T09:00`, `2026-12-17` or `09:00`.
///
/// # Errors
/// Any other text.
pub fn moved(text: &str, original: DateTime, today: Date) -> Result<DateTime, WhenProblem> {
    let text = text.trim();
    if text.contains('T') {
        return text.parse().map_err(|_| WhenProblem::Unknown(text.to_owned()));
    }
    if let Ok(time) = text.parse::<Time>() {
        return Ok(original.date().to_datetime(time));
    }
    date(text, today).map(|day| day.to_datetime(original.time()))
}
