//! How a connection fares, from what serenity tells of its shards.

use std::time::{Duration, Instant};

use serenity::all::{ConnectionStage, Http, ShardManager};

use super::health::{Connection, Health};
use super::sign_ins;

/// How often the connection is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// While there is no connection, how often Discord is asked for the sign-ins that are left.
const ASK_FOR_SIGN_INS: Duration = Duration::from_mins(1);

/// Keeps the health up to date. Returns when there is no connection and the sign-ins run short, which happens when Discord
/// ends every new session; a connection that works is never given up.
pub(super) async fn watch(manager: &ShardManager, http: &Http, health: &Health) {
    let mut asked = Instant::now();
    let mut pulse = Pulse::default();
    loop {
        tokio::time::sleep(LOOK).await;
        let shards = manager.runners.lock().await;
        let stages: Vec<_> = shards.values().map(|shard| (shard.stage, shard.latency.is_some())).collect();
        drop(shards);
        let connection = pulse.feel(&stages, health.stage_changes_total.get());
        health.set(connection);
        if connection == Connection::Connecting && asked.elapsed() >= ASK_FOR_SIGN_INS {
            asked = Instant::now();
            if http.get_bot_gateway().await.is_ok_and(|gateway| !sign_ins::pause_of(&gateway).is_zero()) {
                return;
            }
        }
    }
}

/// What the stages of all shards say of the connection.
#[derive(Debug, Default)]
struct Pulse {
    /// Whether the connections have had an answered heartbeat.
    answered: bool,
    stage_changes: u64,
}

impl Pulse {
    /// The state now. Each shard has its stage, and whether the delay of its last heartbeat is known: serenity forgets the
    /// delay when Discord has not answered a heartbeat, just before it connects anew.
    fn feel(&mut self, shards: &[(ConnectionStage, bool)], stage_changes: u64) -> Connection {
        if self.stage_changes != stage_changes {
            *self = Self { answered: false, stage_changes };
        }
        if shards.is_empty() || shards.iter().any(|(stage, _)| *stage != ConnectionStage::Connected) {
            self.answered = false;
            return Connection::Connecting;
        }
        let all_answered = shards.iter().all(|(_, answered)| *answered);
        let was_answered = self.answered;
        self.answered |= all_answered;
        if was_answered && !all_answered { Connection::Unresponsive } else { Connection::Connected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heartbeat_without_an_answer_shows() {
        let mut pulse = Pulse::default();
        let (connected, connecting) = (ConnectionStage::Connected, ConnectionStage::Connecting);
        assert_eq!(pulse.feel(&[], 0), Connection::Connecting);
        assert_eq!(pulse.feel(&[(connected, false)], 1), Connection::Connected, "none sent yet");
        assert_eq!(pulse.feel(&[(connected, true)], 1), Connection::Connected);
        assert_eq!(pulse.feel(&[(connected, false)], 1), Connection::Unresponsive);
        assert_eq!(pulse.feel(&[(connecting, false)], 2), Connection::Connecting);
        assert_eq!(pulse.feel(&[(connected, false)], 3), Connection::Connected, "a new connection");
        assert_eq!(pulse.feel(&[(connected, true), (connecting, true)], 3), Connection::Connecting);
    }
}
