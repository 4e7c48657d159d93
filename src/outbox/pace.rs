//! How fast messages may go out.

use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};

use crate::domain::TargetKind;

/// Discord takes 50 requests a second from a bot
/// (<https://discord.com/developers/docs/topics/rate-limits#global-rate-limit>); some are left for answers.
const BETWEEN_ANY: Duration = Duration::from_millis(25);
/// Between two private messages: many at once look like a mass mailing, and get a bot blocked.
const BETWEEN_PRIVATE: Duration = Duration::from_secs(1);

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
    pub fn new(between_any: Duration, between_private: Duration) -> Self {
        Self { any: Lane::new(between_any), private: Lane::new(between_private) }
    }

    /// Waits for a turn to send to such a target.
    pub async fn wait(&self, kind: TargetKind) {
        if kind == TargetKind::User {
            self.private.wait().await;
        }
        self.any.wait().await;
    }
}

/// Turns that are at least some time apart, given in the order of asking.
#[derive(Debug)]
struct Lane {
    between: Duration,
    next: Mutex<Option<Instant>>,
}

impl Lane {
    fn new(between: Duration) -> Self {
        Self { between, next: Mutex::new(None) }
    }

    async fn wait(&self) {
        let turn = {
            let mut next = self.next.lock().await;
            let turn = next.map_or_else(Instant::now, |next| next.max(Instant::now()));
            *next = Some(turn + self.between);
            turn
        };
        sleep_until(turn).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn messages_keep_their_distance() {
        let pace = Pace::default();
        let begun = Instant::now();
        for _ in 0..41 {
            pace.wait(TargetKind::Channel).await;
        }
        assert!(begun.elapsed() >= Duration::from_secs(1));
        for _ in 0..3 {
            pace.wait(TargetKind::User).await;
        }
        assert!(begun.elapsed() >= Duration::from_secs(3));
    }
}
