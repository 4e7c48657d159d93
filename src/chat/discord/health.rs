//! How the connection with Discord fares, for those who run the bot.

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

/// The connection with Discord's gateway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// Not connected yet, or connecting again.
    Connecting,
    /// Connected, and Discord answers the heartbeats.
    Connected,
    /// Connected, but a heartbeat was not answered; the connection is being made anew.
    Unresponsive,
    /// Waiting before the next sign-in, so that Discord does not reset the token.
    HoldingBack,
    /// Closed on purpose.
    Stopped,
}

impl Connection {
    const ALL: [Self; 5] =
        [Self::Connecting, Self::Connected, Self::Unresponsive, Self::HoldingBack, Self::Stopped];

    /// The word in logs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connecting => "connecting",
            Self::Connected => "connected",
            Self::Unresponsive => "unresponsive",
            Self::HoldingBack => "holding_back",
            Self::Stopped => "stopped",
        }
    }
}

/// The state of the connection, and counts since the start.
#[derive(Debug, Default)]
pub struct Health {
    connection: AtomicU8,
    /// First answers, messages and changes to them that Discord took.
    pub delivered_total: Count,
    /// Answers that came after Discord's three seconds.
    pub late_total: Count,
    /// Answers that could not be delivered.
    pub undelivered_total: Count,
    /// Events that came twice and were answered once.
    pub repeated_total: Count,
    /// Handlers that panicked; the asker was told to try later.
    pub panicked_total: Count,
    /// How often a connection passed from one stage to another.
    pub(super) stage_changes_total: Count,
    /// Requests that were turned away because too many came at once.
    pub turned_away_total: Count,
}

/// A count that only grows.
#[derive(Debug, Default)]
pub struct Count(AtomicU64);

impl Count {
    /// One more.
    pub fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// How many.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Health {
    /// The connection now.
    pub fn connection(&self) -> Connection {
        let place = usize::from(self.connection.load(Ordering::Relaxed));
        Connection::ALL.get(place).copied().unwrap_or(Connection::Connecting)
    }

    /// Notes the connection, and logs a change once.
    pub(super) fn set(&self, connection: Connection) {
        let place = Connection::ALL.iter().position(|known| *known == connection).unwrap_or(0);
        let before = self.connection.swap(u8::try_from(place).unwrap_or(0), Ordering::Relaxed);
        if usize::from(before) == place {
            return;
        }
        let state = connection.as_str();
        if connection == Connection::Unresponsive {
            tracing::warn!(connection.state = state, "discord does not answer; connecting anew");
        } else {
            tracing::info!(connection.state = state, "the connection with discord has changed");
        }
    }

    /// Logs the counts, at the end of a run.
    pub fn log_counts(&self) {
        tracing::info!(
            delivered_total = self.delivered_total.get(),
            late_total = self.late_total.get(),
            undelivered_total = self.undelivered_total.get(),
            repeated_total = self.repeated_total.get(),
            panicked_total = self.panicked_total.get(),
            turned_away_total = self.turned_away_total.get(),
            "discord has stopped"
        );
    }
}
