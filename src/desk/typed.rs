//! What people type of times: for now in ISO form only.

use jiff::civil::{Date, DateTime, Time};

use crate::domain::session::{Lead, Rule};

/// A first start and how it recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) start: DateTime,
    pub(super) rule: Option<Rule>,
}

/// The text names no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhenProblem {
    NotUnderstood,
}

/// Reads `2026-12-17T09:00`, followed by a rule or nothing.
pub(super) fn when(text: &str, today: Date) -> Result<When, WhenProblem> {
    let _ = today;
    let text = text.trim();
    let (start, rule) = text.split_once(' ').map_or((text, None), |(start, rule)| (start, Some(rule)));
    let start = start.parse().map_err(|_| WhenProblem::NotUnderstood)?;
    let rule = rule.map(|rule| rule.parse().map_err(|_| WhenProblem::NotUnderstood)).transpose()?;
    Ok(When { start, rule })
}

/// Reads a number of minutes.
pub(super) fn length(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|minutes| *minutes > 0)
}

/// Reads `7d, 1d, 15m`.
pub(super) fn leads(text: &str) -> Option<Vec<Lead>> {
    text.split(',').map(|lead| lead.trim().parse().ok()).collect()
}

/// Reads `2026-12-17`.
pub(super) fn date(text: &str, today: Date) -> Option<Date> {
    let _ = today;
    text.trim().parse().ok()
}

/// Reads `2026-12-17T09:00`, `2026-12-17` or `09:00`.
pub(super) fn moved(text: &str, from: DateTime, today: Date) -> Option<DateTime> {
    let text = text.trim();
    if text.contains('T') {
        return text.parse().ok();
    }
    let at = |day: Date| day.at(from.hour(), from.minute(), 0, 0);
    let time = || text.parse::<Time>().ok().map(|time| from.date().to_datetime(time));
    date(text, today).map(at).or_else(time)
}
