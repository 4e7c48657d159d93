//! The only place that reads the clock.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The zone in which Finnish municipalities live.
const ZONE: &str = "Europe/Helsinki";

/// The civil time in Europe/Helsinki. The zone's data is compiled in; without it the time would be UTC.
#[allow(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
pub fn now_in_finland() -> DateTime {
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    jiff::Timestamp::now().to_zoned_datetime(zone).datetime()
}
