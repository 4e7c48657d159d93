//! How fast messages may go out.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::clock::Clock;
use crate::domain::TargetKind;

/// Discord takes 50 requests a second from a bot
/// (<https://discord.com/developers/docs/topics/rate-limits#global-rate-limit>); some are left for answers.
const BETWEEN_ANY: SignedDuration = SignedDuration::from_millis(25);
/// Between two private messages: many at once look like a mass mailing, and get a bot blocked.
const BETWEEN_PRIVATE: SignedDuration = SignedDuration::from_secs(1);

/// Keeps messages apart.
#[derive(Debug)]
pub struct Pace {
    any: Lane,
    private: Lane,
}

impl Default for Pace {
    fn default() -> Self {
        Self::new(BETWEEN_ANY, BETWEEN_PRIVATE)
    }
}

impl Pace {
    /// At least so much time between any two messages, and between two private ones.
    pub const fn new(between_any: SignedDuration, between_private: SignedDuration) -> Self {
        Self { any: Lane::new(between_any), private: Lane::new(between_private) }
    }

    /// Waits for a turn to send to such a target.
    pub async fn wait(&self, kind: TargetKind, clock: &Clock) {
        if kind == TargetKind::User {
            clock.sleep_until(self.private.turn(clock.now())).await;
        }
        clock.sleep_until(self.any.turn(clock.now())).await;
    }
}

/// Turns that are at least some time apart, given in the order of asking.
#[derive(Debug)]
struct Lane {
    between: SignedDuration,
    next: Mutex<Option<Timestamp>>,
}

impl Lane {
    const fn new(between: SignedDuration) -> Self {
        Self { between, next: Mutex::new(None) }
    }

    fn turn(&self, now: Timestamp) -> Timestamp {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        // A turn far ahead was given by a clock that has jumped back since.
        let given = next.filter(|next| next.duration_since(now) < self.between * 1_000);
        let turn = given.map_or(now, |given| given.max(now));
        *next = Some(turn + self.between);
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn messages_keep_their_distance() {
        let (pace, begun) = (Pace::default(), Timestamp::UNIX_EPOCH);
        let clock = Clock::at(begun);
        for _ in 0..41 {
            pace.wait(TargetKind::Channel, &clock).await;
        }
        assert_eq!(clock.now().duration_since(begun), SignedDuration::from_secs(1));
        for _ in 0..3 {
            pace.wait(TargetKind::User, &clock).await;
        }
        assert!(clock.now().duration_since(begun) >= SignedDuration::from_secs(3));
    }

    #[tokio::test]
    async fn a_clock_that_jumps_back_holds_nobody_up() {
        let (pace, clock) = (Pace::default(), Clock::at("2030-01-01T00:00:00Z".parse().unwrap()));
        pace.wait(TargetKind::User, &clock).await;
        let back: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
        clock.set(back);
        pace.wait(TargetKind::User, &clock).await;
        assert_eq!(clock.now(), back);
    }
}
