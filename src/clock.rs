//! The only place that reads the clock.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The zone in which Finnish municipalities live.
const ZONE: &str = "Europe/Helsinki";
/// A clock that others set is looked at so often.
const SET_BY_OTHERS: Duration = Duration::from_millis(20);

/// A source of time.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The system's.
    #[default]
    System,
    /// A file that holds an instant by RFC 3339: for tests of the whole program.
    File(PathBuf),
    /// Set by hand, in milliseconds since 1970 in UTC: for rehearsals and tests.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a moment until it is set.
    pub fn at(now: Timestamp) -> Self {
        Self::Hand(Arc::new(AtomicI64::new(now.as_millisecond())))
    }

    /// A clock that reads a file.
    ///
    /// # Errors
    /// When the file holds no instant now.
    pub fn file(path: &Path) -> Result<Self, String> {
        match read(path) {
            Some(_) => Ok(Self::File(path.to_owned())),
            None => Err(format!("{} holds no instant like 2026-12-17T07:00:00Z", path.display())),
        }
    }

    /// The present, to the millisecond. A file that cannot be read for a moment gives the epoch, at which nothing is due.
    #[allow(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => whole_milliseconds(Timestamp::now()),
            Self::File(path) => read(path).map_or(Timestamp::UNIX_EPOCH, whole_milliseconds),
            Self::Hand(hand) => {
                Timestamp::from_millisecond(hand.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
            }
        }
    }

    /// Sets a clock that is set by hand; the others go their own way.
    pub fn set(&self, now: Timestamp) {
        if let Self::Hand(hand) = self {
            hand.store(now.as_millisecond(), Ordering::SeqCst);
        }
    }

    /// The civil time in Europe/Helsinki.
    pub fn in_finland(&self) -> DateTime {
        in_finland(self.now())
    }

    /// Waits until a moment. A clock that is set by hand is moved on to it instead: a rehearsal waits for nothing.
    pub async fn sleep_until(&self, moment: Timestamp) {
        if let Self::Hand(hand) = self {
            hand.fetch_max(moment.as_millisecond(), Ordering::SeqCst);
            return;
        }
        while let Ok(left) = Duration::try_from(moment.duration_since(self.now()))
            && !left.is_zero()
        {
            tokio::time::sleep(self.longest_sleep(left)).await;
        }
    }

    /// How long one may sleep at most without missing that others have set the clock.
    pub const fn longest_sleep(&self, wish: Duration) -> Duration {
        match self {
            Self::System => wish,
            Self::File(_) | Self::Hand(_) => SET_BY_OTHERS,
        }
    }
}

fn whole_milliseconds(moment: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(moment.as_millisecond()).unwrap_or(moment)
}

fn read(path: &Path) -> Option<Timestamp> {
    std::fs::read_to_string(path).ok()?.trim().parse().ok()
}

/// An instant as civil time in Europe/Helsinki. The zone's data is compiled in; without it the time would be UTC.
pub fn in_finland(moment: Timestamp) -> DateTime {
    moment.to_zoned_datetime(finland()).datetime()
}

/// The zone in which Finnish municipalities live.
pub fn finland() -> TimeZone {
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_by_others_says_what_they_set() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("clock");
        assert!(Clock::file(&path).is_err());
        std::fs::write(&path, "2026-12-17T07:00:00Z\n").unwrap();
        let clock = Clock::file(&path).unwrap();
        assert_eq!(clock.in_finland(), jiff::civil::date(2026, 12, 17).at(9, 0, 0, 0));
        let hand = Clock::at(clock.now());
        hand.set(Timestamp::UNIX_EPOCH);
        assert_eq!(hand.now(), Timestamp::UNIX_EPOCH);
    }
}
