//! A rehearsal: what would be sent, when and where. The same code as live, on a clock that is set by hand.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};

use crate::clock::Clock;
use crate::config::Config;
use crate::domain::delivery::{Delivery, Key, Reason, Stamp, State};
use crate::domain::{Reply, Target};
use crate::outbox::{Client, Courier, Dispatcher, Found, Notice, Pace, Sent, Worded};
use crate::service::SessionClient;
use crate::store::{Location, Planned, SqlStore, Store, StoreError};

/// Where nothing is due, planning looks again after so long: it reaches farther ahead than this.
const STEP: SignedDuration = SignedDuration::from_hours(24);
/// The clock never stands still.
const LEAST_STEP: SignedDuration = SignedDuration::from_millis(1);

/// A message as it would be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Rehearsed {
    /// When.
    pub at: Timestamp,
    /// Where.
    pub target: Target,
    /// What it says.
    pub reply: Reply,
}

/// What would be sent from a moment to another (both inclusive) as things stand in a store, in the order of sending. Works on
/// a copy in memory; what has been sent already is left out.
///
/// # Errors
/// When the store cannot be read, or the desk cannot be built.
pub async fn rehearse(
    config: &Config,
    live: &dyn Store,
    from: Timestamp,
    until: Timestamp,
) -> anyhow::Result<Vec<Rehearsed>> {
    let copy: Arc<dyn Store> = Arc::new(SqlStore::open(&Location::Memory).await?);
    for series in live.series().await? {
        copy.insert_series(&series).await?;
    }
    for follow in live.follows().await? {
        copy.follow(&follow).await?;
    }
    let settled =
        live.deliveries_since(from).await?.into_iter().filter(|delivery| is_settled(delivery.state));
    let settled = settled.map(|delivery| delivery.key).collect();
    let (service, _) = super::build(config)?;
    service.open_store(Arc::clone(&copy)).await?;
    let clock = Clock::at(from);
    let notebook = Arc::new(Notebook { clock: clock.clone(), noted: Mutex::default() });
    let client = ToCome { client: SessionClient::new(Arc::new(service)), from, settled };
    let courier: Arc<dyn Courier> = notebook.clone();
    let name = "rehearsal".to_owned();
    let mut dispatcher = Dispatcher::new(Arc::clone(&copy), courier, Arc::new(client), clock.clone(), name);
    dispatcher.pace = Pace::new(SignedDuration::ZERO, SignedDuration::ZERO);
    let mut now = from;
    while now <= until {
        clock.set(now);
        dispatcher.settle_all_due().await?;
        let due = copy.next_at().await?;
        now = due.map_or(now + STEP, |due| due.min(now + STEP)).max(now + LEAST_STEP);
    }
    let mut noted = notebook.noted.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(std::mem::take(&mut *noted))
}

/// Whether a delivery has come to its end.
const fn is_settled(state: State) -> bool {
    matches!(state, State::Sent | State::Unknown | State::Missed)
}

/// Carries messages nowhere, and notes them down.
#[derive(Debug)]
struct Notebook {
    clock: Clock,
    noted: Mutex<Vec<Rehearsed>>,
}

#[async_trait]
impl Courier for Notebook {
    async fn send(&self, target: &Target, notice: &Notice) -> Sent {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        noted.push(Rehearsed { at: self.clock.now(), target: target.clone(), reply: notice.reply.clone() });
        Sent::Delivered { message_id: noted.len().to_string(), message_link: None }
    }

    async fn find(&self, _: &Target, _: &Stamp, _: Timestamp) -> Found {
        Found::NotThere
    }
}

/// What is still to be sent from a moment on.
#[derive(Debug)]
struct ToCome {
    client: SessionClient,
    from: Timestamp,
    settled: HashSet<Key>,
}

#[async_trait]
impl Client for ToCome {
    async fn wanted(&self, from: Timestamp, until: Timestamp) -> Result<Vec<Planned>, StoreError> {
        let mut wanted = self.client.wanted(from, until).await?;
        wanted.retain(|planned| planned.due_at >= self.from && !self.settled.contains(&planned.key));
        Ok(wanted)
    }

    async fn word(&self, delivery: &Delivery, now: Timestamp) -> Result<Worded, StoreError> {
        self.client.word(delivery, now).await
    }

    async fn escalate(&self, deliveries: &[Delivery], now: Timestamp) -> Result<Vec<Planned>, StoreError> {
        self.client.escalate(deliveries, now).await
    }

    async fn why_not(&self, delivery: &Delivery) -> Result<Option<Reason>, StoreError> {
        self.client.why_not(delivery).await
    }
}
