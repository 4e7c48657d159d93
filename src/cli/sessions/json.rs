//! Previews and receipts for programs. The names are a contract.

use anyhow::bail;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use crate::chat::console::owner;
use crate::desk::Sessions;
use crate::domain::session::{DateRef, Mark, Occurrence, Series, SeriesRef};
use crate::domain::{Delivery, Reason};
use crate::service::Service;

/// A preview shows so many dates, as in chat.
const DATES: usize = 12;
/// Dates are looked for in windows of so many days…
const WINDOW_DAYS: i32 = 400;
/// …and of so many windows at most: twelve leap days lie within them.
const WINDOWS: i32 = 50;

#[derive(Debug, Serialize)]
struct JsonPreview<'a> {
    network: &'a str,
    series: i64,
    state: &'static str,
    dates: Vec<JsonDate>,
}

#[derive(Debug, Serialize)]
struct JsonDate {
    /// Names the date in commands.
    date: String,
    /// Civil time with its offset and zone (RFC 9557).
    start: String,
    starts_at: Timestamp,
    ends_at: Timestamp,
    is_skipped: bool,
    is_confirmed: bool,
    topic: Option<String>,
    speaker: Option<String>,
    link: Option<String>,
    note: Option<String>,
    marks: Vec<String>,
}

#[derive(Debug, Serialize)]
struct JsonReceipt<'a> {
    network: &'a str,
    series: i64,
    deliveries: Vec<JsonDelivery<'a>>,
}

#[derive(Debug, Serialize)]
struct JsonDelivery<'a> {
    date: &'a str,
    purpose: &'a str,
    target: String,
    state: &'static str,
    reason: Option<&'static str>,
    due_at: Timestamp,
    settled_at: Option<Timestamp>,
    attempts: i64,
    message_id: Option<&'a str>,
    message_link: Option<&'a str>,
}

/// The one series that is meant.
pub(super) fn series<'a>(
    service: &Service,
    sessions: &'a Sessions,
    wanted: &SeriesRef,
) -> anyhow::Result<&'a Series> {
    let found = service.series_meant(sessions, wanted, &owner());
    match found.as_slice() {
        [one] => Ok(one),
        [] if wanted.0.is_empty() => {
            bail!("there are no series yet: announce one with /session announce in the chat")
        }
        [] => bail!("there is no series `{}`: see `ledord sessions list`", wanted.0),
        several => {
            let numbers: Vec<String> = several.iter().map(|series| series.id.to_string()).collect();
            bail!("several series are meant, give the number of one: {}", numbers.join(", "))
        }
    }
}

pub(super) fn preview(series: &Series, now: Timestamp) -> serde_json::Result<String> {
    let window = SignedDuration::from_hours(24) * WINDOW_DAYS;
    let mut dates: Vec<Occurrence> = Vec::new();
    let mut from = now;
    for _ in 0..WINDOWS {
        let until = from.saturating_add(window).unwrap_or(Timestamp::MAX);
        // A date that was moved may show in two windows.
        let found = series.occurrences(from, until).into_iter();
        let new: Vec<_> =
            found.filter(|date| dates.iter().all(|known| known.original != date.original)).collect();
        dates.extend(new.into_iter().filter(|date| date.starts_at >= now));
        if dates.len() >= DATES {
            break;
        }
        from = until;
    }
    dates.truncate(DATES);
    serde_json::to_string(&JsonPreview {
        network: series.network.as_str(),
        series: series.id.0,
        state: series.state.as_str(),
        dates: dates.into_iter().map(|date| json_date(date, series)).collect(),
    })
}

fn json_date(date: Occurrence, series: &Series) -> JsonDate {
    JsonDate {
        date: DateRef::of(date.series, date.original).date,
        start: date.starts_at.to_zoned_datetime(series.zone.clone()).to_string(),
        starts_at: date.starts_at,
        ends_at: date.ends_at,
        is_skipped: date.is_skipped,
        is_confirmed: date.is_confirmed,
        marks: date.marks(series).into_iter().map(mark).collect(),
        topic: date.topic,
        speaker: date.speaker,
        link: date.link,
        note: date.note,
    }
}

fn mark(mark: Mark) -> String {
    match mark {
        Mark::SummerTimeBegan => "summer_time_began".to_owned(),
        Mark::SummerTimeEnded => "summer_time_ended".to_owned(),
        Mark::ClockChange => "clock_change".to_owned(),
        Mark::July => "july".to_owned(),
        Mark::Holiday(holiday) => format!("holiday:{}", snake_case(&format!("{holiday:?}"))),
    }
}

/// `NewYearsDay` as `new_years_day`.
fn snake_case(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.extend(c.to_lowercase());
    }
    text
}

pub(super) fn receipt(series: &Series, deliveries: &[Delivery]) -> serde_json::Result<String> {
    let deliveries = deliveries.iter().map(|delivery| JsonDelivery {
        date: &delivery.key.occurrence,
        purpose: &delivery.key.purpose,
        target: delivery.key.target.to_string(),
        state: delivery.state.as_str(),
        reason: delivery.reason.map(Reason::as_str),
        due_at: delivery.due_at,
        settled_at: delivery.settled_at,
        attempts: delivery.attempts,
        message_id: delivery.message_id.as_deref(),
        message_link: delivery.message_link.as_deref(),
    });
    serde_json::to_string(&JsonReceipt {
        network: series.network.as_str(),
        series: series.id.0,
        deliveries: deliveries.collect(),
    })
}
