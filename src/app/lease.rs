//! Where several processes share one store, only the holder of the lease serves; the others stand by.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::store::{Alone, Location, Store};

/// The lease of the process that opens the gateway and dispatches.
const NAME: &str = "ledord";
/// When its holder dies, another takes over within this time.
const HOLDS: SignedDuration = SignedDuration::from_secs(30);
/// It is kept up so often.
const KEPT_UP: SignedDuration = SignedDuration::from_secs(8);
/// A holder that cannot keep it up stops so long before it ends: nobody else can have begun by then.
const LETS_GO: SignedDuration = SignedDuration::from_secs(6);
/// Whoever stands by looks so often whether the lease is free.
const STANDS_BY: SignedDuration = SignedDuration::from_secs(2);
/// A try may hang so long before it counts as failed.
const TRY: Duration = Duration::from_secs(5);

/// The lease as one process sees it.
#[derive(Clone, Debug)]
pub(super) struct Lease {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Clock,
    /// The name of this process among all.
    pub(super) by: String,
    /// Where the store is: of one in a file the system tells when its holder has died.
    pub(super) location: Location,
    pub(super) alone: Arc<Mutex<Option<Alone>>>,
}

impl Lease {
    /// Waits until the lease is this process's; gives its end. Without end while another holds it.
    pub(super) async fn taken(&self) -> Timestamp {
        let mut is_standing_by = false;
        loop {
            let taken = if self.is_newly_alone() { self.seized().await } else { self.hold().await };
            if let Some(until) = taken {
                return until;
            }
            if !is_standing_by {
                tracing::info!("another process serves; standing by");
                is_standing_by = true;
            }
            self.sleep(STANDS_BY).await;
        }
    }

    /// Whether this process has just become the only one on a file.
    fn is_newly_alone(&self) -> bool {
        let mut alone = self.alone.lock().unwrap_or_else(PoisonError::into_inner);
        if alone.is_none() {
            *alone = Alone::at(&self.location);
            return alone.is_some();
        }
        false
    }

    /// Takes the lease from one who has died.
    async fn seized(&self) -> Option<Timestamp> {
        let until = self.clock.now() + HOLDS;
        match tokio::time::timeout(TRY, self.store.seize(NAME, &self.by, until)).await {
            Ok(Ok(())) => Some(until),
            _ => None,
        }
    }

    /// Keeps the lease up until it is cancelled or lost; then cancels what rests on it.
    pub(super) async fn kept_up(&self, mut until: Timestamp, serving: &CancellationToken) {
        let mut next = self.clock.now() + KEPT_UP;
        while !serving.is_cancelled() {
            let now = self.clock.now();
            if now >= next {
                if let Some(later) = self.hold().await {
                    until = later;
                } else {
                    tracing::warn!("the lease could not be kept up");
                }
                next = self.clock.now() + KEPT_UP;
            }
            if self.clock.now() >= until - LETS_GO {
                tracing::error!("the lease is lost; another process may serve now, this one stands by");
                serving.cancel();
                return;
            }
            tokio::select! {
                () = serving.cancelled() => return,
                () = self.sleep(SignedDuration::from_secs(1)) => {}
            }
        }
    }

    /// Gives the lease up, so that another need not wait for its end.
    pub(super) async fn given_up(&self) {
        let _ = tokio::time::timeout(TRY, self.store.let_go(NAME, &self.by)).await;
    }

    /// Takes or keeps it; `None` while another holds it or the store fails.
    async fn hold(&self) -> Option<Timestamp> {
        let now = self.clock.now();
        let until = now + HOLDS;
        match tokio::time::timeout(TRY, self.store.hold(NAME, &self.by, now, until)).await {
            Ok(Ok(true)) => Some(until),
            Ok(Ok(false)) | Err(_) => None,
            Ok(Err(error)) => {
                tracing::error!(%error, "the store does not answer about the lease");
                None
            }
        }
    }

    async fn sleep(&self, wish: SignedDuration) {
        let wish = Duration::try_from(wish).unwrap_or(TRY);
        tokio::time::sleep(self.clock.longest_sleep(wish)).await;
    }
}
