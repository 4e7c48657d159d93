//! The fake's own clock, and ids that hold its time.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use jiff::Timestamp;

/// Discord's ids count milliseconds from here (Reference, Snowflakes).
const EPOCH_MS: i64 = 1_420_070_400_000;

/// The real time, or what a test says that it is.
#[derive(Default)]
pub(super) struct Clock {
    set: Mutex<Option<Timestamp>>,
    made: AtomicU64,
}

impl Clock {
    pub(super) fn set(&self, now: Timestamp) {
        *self.set.lock().unwrap() = Some(now);
    }

    pub(super) fn now(&self) -> Timestamp {
        self.set.lock().unwrap().unwrap_or_else(Timestamp::now)
    }

    /// A new id of the present moment; later ones of the same moment are higher.
    pub(super) fn snowflake(&self) -> u64 {
        let since = (self.now().as_millisecond() - EPOCH_MS) as u64;
        (since << 22) | (self.made.fetch_add(1, SeqCst) & 0x3f_ffff)
    }
}

/// As Discord writes it.
pub(super) fn iso(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S.%6f+00:00").to_string()
}
