//! Carries the outbox out: plans what is wanted, claims what is due, sends it, and confirms it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::courier::{Client, Courier, Found, Notice, Sent, Worded};
use super::pace::Pace;
use super::pause::pause;
use super::plan::{Window, difference};
use crate::clock::Clock;
use crate::domain::delivery::{Delivery, DeliveryId, Reason, Stamp};
use crate::domain::{Reply, TargetKind};
use crate::store::{Claim, Doubt, Installation, Outcome, Plan, Store, StoreError};

/// How long a claim holds. Long enough for a look at the history and a try at sending; a process that dies loses no more.
const CLAIM: SignedDuration = SignedDuration::from_secs(120);
/// Nothing is sent when less than this is left of its claim: another may take over while the request is under way.
const TO_SEND: SignedDuration = SignedDuration::from_secs(30);
/// How many are under way to channels at the same time, each to another one.
const CHANNELS_AT_ONCE: usize = 64;
/// How many are under way to people at the same time. They wait for a slow pace, and must not hold up the channels.
const PEOPLE_AT_ONCE: usize = 8;
/// Planning is repeated at least so often, also when nobody says that something has changed.
const PLAN_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// The longest sleep, should the store hold something that was not expected.
const LONGEST_SLEEP: Duration = Duration::from_secs(15);
/// The shortest one: what another process has claimed is not asked for all the time.
const SHORTEST_SLEEP: Duration = Duration::from_millis(100);
/// How long to wait when the store fails.
const STORE_FAILED: Duration = Duration::from_secs(2);
/// A request that was given up may still be carried out; after this time its message shows in the history if it ever will.
const SETTLED: SignedDuration = SignedDuration::from_secs(15);
/// Our clock may have been ahead by so much when a message was sent, and have been set right since: the platform dates its
/// messages by its own.
const CLOCK_WAS_WRONG: SignedDuration = SignedDuration::from_hours(3);
/// How many that nobody knows of are told of at once.
const TOLD_AT_ONCE: i64 = 200;

/// How many more may be under way.
#[derive(Clone, Copy, Debug)]
struct Free {
    channels: usize,
    people: usize,
}

impl Default for Free {
    fn default() -> Self {
        Self { channels: CHANNELS_AT_ONCE, people: PEOPLE_AT_ONCE }
    }
}

impl Free {
    const fn of(&mut self, kind: TargetKind) -> &mut usize {
        match kind {
            TargetKind::User => &mut self.people,
            TargetKind::Channel | TargetKind::Role => &mut self.channels,
        }
    }
}

/// Whether it is time to plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    ToPlan,
    Planned,
}

/// What a round gives.
#[derive(Debug)]
struct Round {
    claimed: Vec<Claimed>,
    /// When the next delivery may go out.
    next_at: Option<Timestamp>,
}

/// A delivery that is ours until a moment.
#[derive(Debug)]
struct Claimed {
    delivery: Delivery,
    until: Timestamp,
}

/// One of perhaps several dispatchers of an outbox.
#[derive(Debug)]
pub struct Dispatcher {
    /// The outbox.
    pub store: Arc<dyn Store>,
    /// Carries messages.
    pub courier: Arc<dyn Courier>,
    /// Has them sent, and words them.
    pub client: Arc<dyn Client>,
    /// The time.
    pub clock: Clock,
    /// Its name among the dispatchers; no two share one.
    pub name: String,
    /// How fast it may send.
    pub pace: Pace,
    /// Whether somebody may have to be told of something.
    pub has_trouble: AtomicBool,
}

impl Dispatcher {
    /// A dispatcher with a name that no other has.
    pub fn new(
        store: Arc<dyn Store>,
        courier: Arc<dyn Courier>,
        client: Arc<dyn Client>,
        clock: Clock,
        name: String,
    ) -> Self {
        let pace = Pace::default();
        Self { store, courier, client, clock, name, pace, has_trouble: AtomicBool::new(true) }
    }

    /// Plans and sends until it is cancelled; then finishes what is under way. `changed` says that something else may be wanted
    /// now.
    pub async fn run(&self, changed: &Notify, cancelled: &CancellationToken) {
        let mut under_way = FuturesUnordered::new();
        let mut free = Free::default();
        let mut planned_at: Option<Timestamp> = None;
        loop {
            let now = self.clock.now();
            let is_planned = planned_at.is_some_and(|planned| (planned..planned + PLAN_EVERY).contains(&now));
            let stage = if is_planned { Stage::Planned } else { Stage::ToPlan };
            let round = {
                let round = self.round(stage, free);
                tokio::pin!(round);
                // What is under way goes on meanwhile: it may hold the very connection that the round waits for.
                loop {
                    tokio::select! {
                        round = &mut round => break round,
                        Some(kind) = under_way.next(), if !under_way.is_empty() => *free.of(kind) += 1,
                    }
                }
            };
            let mut sleep = STORE_FAILED;
            match round {
                Ok(Round { claimed, next_at }) => {
                    planned_at = planned_at.filter(|_| is_planned).or(Some(now));
                    for claimed in &claimed {
                        *free.of(claimed.delivery.key.target.kind()) -= 1;
                    }
                    under_way.extend(claimed.into_iter().map(|claimed| self.deliver(claimed)));
                    let left = next_at.map(|next| next.duration_since(self.clock.now()));
                    let left = left.map(|left| Duration::try_from(left).unwrap_or_default());
                    sleep = LONGEST_SLEEP.min(left.unwrap_or(LONGEST_SLEEP)).max(SHORTEST_SLEEP);
                }
                Err(error) => {
                    tracing::error!(error = %chain(&error), "the outbox cannot reach its store; trying again");
                }
            }
            tokio::select! {
                biased;
                () = cancelled.cancelled() => break,
                Some(kind) = under_way.next(), if !under_way.is_empty() => *free.of(kind) += 1,
                () = changed.notified() => planned_at = None,
                () = tokio::time::sleep(self.clock.longest_sleep(sleep)) => {}
            }
        }
        while under_way.next().await.is_some() {}
    }

    /// What is done again and again: plan where it is time to, tell of trouble, and claim what is due.
    async fn round(&self, stage: Stage, free: Free) -> Result<Round, StoreError> {
        if stage == Stage::ToPlan {
            self.plan().await?;
        }
        self.tell().await?;
        let claimed = self.claim(free).await?;
        Ok(Round { claimed, next_at: self.store.next_at().await? })
    }

    /// Plans, tells and sends once over, until nothing more is due now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn settle_all_due(&self) -> Result<(), StoreError> {
        self.plan().await?;
        loop {
            self.tell().await?;
            let claimed = self.claim(Free::default()).await?;
            if claimed.is_empty() && !self.has_trouble.load(Ordering::SeqCst) {
                return Ok(());
            }
            let delivering: FuturesUnordered<_> =
                claimed.into_iter().map(|claimed| self.deliver(claimed)).collect();
            delivering.collect::<Vec<TargetKind>>().await;
        }
    }

    /// Writes down what is wanted.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn plan(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let Installation { planned_at, restored_at, .. } = self.store.installation().await?;
        let window = Window::of(planned_at, now);
        let wanted = self.client.wanted(window.from, window.until).await?;
        // Private reminders go out a little before their time: what is there is looked for from well before the window.
        let there = self.store.deliveries_since(window.from - SignedDuration::from_hours(48)).await?;
        let found = difference(&wanted, &there, window, restored_at);
        let mut plan = Plan { add: found.add, reschedule: found.reschedule, cancel: Vec::new() };
        for delivery in found.unwanted {
            if let Some(reason) = self.client.why_not(delivery).await? {
                plan.cancel.push((delivery.id, reason));
            }
        }
        self.store.carry_out(&plan, now).await
    }

    /// Plans what tells of deliveries that were missed or are unknown.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tell(&self) -> Result<(), StoreError> {
        while self.has_trouble.load(Ordering::SeqCst) {
            let now = self.clock.now();
            let untold = self.store.untold(TOLD_AT_ONCE).await?;
            if untold.is_empty() {
                self.has_trouble.store(false, Ordering::SeqCst);
                return Ok(());
            }
            for delivery in &untold {
                let reason = delivery.reason.map_or("", Reason::as_str);
                tracing::warn!(
                    delivery.id = delivery.id.0,
                    delivery.purpose = delivery.key.purpose,
                    delivery.state = delivery.state.as_str(),
                    reason,
                    "a message was not delivered, or nobody can tell; its host or an admin is told"
                );
            }
            let ids: Vec<DeliveryId> = untold.iter().map(|delivery| delivery.id).collect();
            let add = self.client.escalate(&untold, now).await?;
            self.store.tell(&ids, &Plan { add, ..Plan::default() }).await?;
        }
        Ok(())
    }

    /// Claims what is due, as much as there is room for.
    async fn claim(&self, free: Free) -> Result<Vec<Claimed>, StoreError> {
        let mut claimed = Vec::new();
        for (kind, free) in [(TargetKind::Channel, free.channels), (TargetKind::User, free.people)] {
            if free == 0 {
                continue;
            }
            let now = self.clock.now();
            let (until, furthest) = (now + CLAIM, now + CLAIM + CLAIM);
            let limit = i64::try_from(free).unwrap_or(1);
            let claim = Claim { by: &self.name, now, until, furthest, kind, limit };
            let deliveries = self.store.claim(&claim).await?;
            claimed.extend(deliveries.into_iter().map(|delivery| Claimed { delivery, until }));
        }
        Ok(claimed)
    }

    /// Sends a claimed delivery, and writes down what came of it; gives back to what kind of target it went.
    async fn deliver(&self, claimed: Claimed) -> TargetKind {
        let Claimed { delivery, until } = claimed;
        let kind = delivery.key.target.kind();
        let outcome = match self.outcome(&delivery, until).await {
            Ok(Some(outcome)) => outcome,
            // Somebody else may be at it already; the claim runs out by itself.
            Ok(None) => return kind,
            Err(error) => {
                tracing::error!(error = %chain(&error), delivery.id = delivery.id.0, "a message cannot be worded; trying again");
                let doubt = if delivery.is_in_doubt { Doubt::MayBeThere } else { Doubt::NotSent };
                self.later(&delivery, doubt, None)
            }
        };
        if matches!(outcome, Outcome::Missed { .. } | Outcome::Unknown { .. }) {
            self.has_trouble.store(true, Ordering::SeqCst);
        }
        // While the claim is ours. A process that ends here leaves a doubt, which the next look at the history settles.
        while self.clock.now() < until {
            match self.store.settle(delivery.id, &self.name, &outcome).await {
                Ok(_) => break,
                Err(error) => {
                    tracing::error!(error = %chain(&error), delivery.id = delivery.id.0, "an outcome cannot be written down; trying again");
                    tokio::time::sleep(STORE_FAILED).await;
                }
            }
        }
        kind
    }

    /// What comes of a try; `None` when the claim is too old to go on.
    async fn outcome(&self, delivery: &Delivery, until: Timestamp) -> Result<Option<Outcome>, StoreError> {
        let installation = self.store.installation().await?.id;
        let stamp = Stamp::of(&delivery.key, &installation);
        let target = &delivery.key.target;
        if delivery.is_in_doubt {
            let since = delivery.first_try_at.unwrap_or(delivery.due_at);
            let since = since.saturating_sub(CLOCK_WAS_WRONG).unwrap_or(since);
            match self.courier.find(target, &stamp, since).await {
                Found::There { message_id, message_link } => {
                    let at = self.clock.now();
                    return Ok(Some(Outcome::Sent { message_id, message_link, at }));
                }
                Found::NotThere => {}
                Found::Unreadable => {
                    let at = self.clock.now();
                    return Ok(Some(Outcome::Unknown { reason: Reason::HistoryUnreadable, at }));
                }
                Found::NotNow { retry_after } => {
                    return Ok(Some(self.later(delivery, Doubt::MayBeThere, retry_after)));
                }
            }
        }
        // Once before the wait: what is not said takes nobody's turn.
        let reply = match self.reply(delivery).await? {
            Ok(_) => {
                self.pace.wait(target.kind(), &self.clock).await;
                match self.reply(delivery).await? {
                    Ok(reply) => reply,
                    Err(outcome) => return Ok(Some(outcome)),
                }
            }
            Err(outcome) => return Ok(Some(outcome)),
        };
        if self.clock.now() + TO_SEND > until {
            return Ok(None);
        }
        let sent = self.courier.send(target, &Notice { reply, stamp }).await;
        let at = self.clock.now();
        Ok(Some(match sent {
            Sent::Delivered { message_id, message_link } => Outcome::Sent { message_id, message_link, at },
            Sent::Refused(reason) => Outcome::Missed { reason, at },
            // An earlier request may still come through, however little is left of it.
            Sent::NotNow { retry_after } => {
                let doubt = if delivery.is_in_doubt { Doubt::MayBeThere } else { Doubt::NotSent };
                self.later(delivery, doubt, retry_after)
            }
            Sent::Unknown => self.later(delivery, Doubt::MayBeThere, None),
        }))
    }

    /// What is to be said now; else what becomes of the delivery.
    async fn reply(&self, delivery: &Delivery) -> Result<Result<Reply, Outcome>, StoreError> {
        let at = self.clock.now();
        Ok(match self.client.word(delivery, at).await? {
            Worded::Say(reply) => Ok(*reply),
            Worded::Cancel(reason) => Err(Outcome::Cancelled { reason, at }),
            Worded::Miss(reason) => Err(Outcome::Missed { reason, at }),
        })
    }

    fn later(&self, delivery: &Delivery, doubt: Doubt, retry_after: Option<Duration>) -> Outcome {
        let pause = pause(delivery.id, delivery.attempts, retry_after);
        let pause = if doubt == Doubt::MayBeThere { pause.max(SETTLED) } else { pause };
        Outcome::Later { not_before: self.clock.now() + pause, doubt }
    }
}

/// An error with its causes, for the log.
fn chain(error: &StoreError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(next) = cause {
        text.push_str(": ");
        text.push_str(&next.to_string());
        cause = next.source();
    }
    text
}
