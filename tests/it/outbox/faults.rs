//! Where a process may end: before and after each thing that it does outside itself.

use std::sync::Arc;
use std::sync::Mutex;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::DateTime;
use ledord::domain::delivery::{Delivery, DeliveryId};
use ledord::domain::session::{Change, Follow, Series, SeriesId};
use ledord::domain::{Target, TopicId};
use ledord::store::{Claim, Installation, Outcome, Plan, Store, StoreError};
use tokio::sync::Notify;

/// A small generator of numbers that always gives the same ones for a seed (splitmix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.roll() % limit.max(1)
    }
}

/// What happens to a process at its steps.
#[derive(Debug, Default)]
pub struct Faults {
    state: Mutex<State>,
    /// The process has ended.
    pub ended: Notify,
    /// The process stands still.
    pub stalled: Notify,
    /// It goes on.
    pub go_on: Notify,
}

#[derive(Debug, Default)]
struct State {
    steps: u64,
    end: Option<(u64, Side)>,
    stall: Option<(u64, Side)>,
    yields: Option<Dice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
}

impl Faults {
    /// A process that ends at one step and stands still at another.
    pub fn new(end: Option<(u64, Side)>, stall: Option<(u64, Side)>, seed: u64) -> Self {
        let state = State { steps: 0, end, stall, yields: Some(Dice::new(seed)) };
        Self { state: Mutex::new(state), ..Self::default() }
    }

    /// Something that the process does outside itself.
    pub async fn step<T>(&self, does: impl Future<Output = T>) -> T {
        let (step, yields) = {
            let mut state = self.state.lock().unwrap();
            let step = state.steps;
            state.steps += 1;
            (step, state.yields.as_mut().map_or(0, |dice| dice.below(3)))
        };
        for _ in 0..yields {
            tokio::task::yield_now().await;
        }
        self.at(step, Side::Before).await;
        let done = does.await;
        self.at(step, Side::After).await;
        done
    }

    async fn at(&self, step: u64, side: Side) {
        let (ends, stalls) = {
            let state = self.state.lock().unwrap();
            (state.end == Some((step, side)), state.stall == Some((step, side)))
        };
        if ends {
            self.ended.notify_one();
            std::future::pending::<()>().await;
        }
        if stalls {
            self.stalled.notify_one();
            self.go_on.notified().await;
        }
    }
}

/// A store between which and the bot the process may end.
#[derive(Debug)]
pub struct CutStore {
    pub inner: Arc<dyn Store>,
    pub faults: Arc<Faults>,
}

/// Every method is a step.
macro_rules! steps {
    ($(fn $name:ident($($argument:ident: $type:ty),*) -> $output:ty;)*) => {
        #[async_trait]
        impl Store for CutStore {
            $(async fn $name(&self, $($argument: $type),*) -> Result<$output, StoreError> {
                self.faults.step(self.inner.$name($($argument),*)).await
            })*
        }
    };
}

steps! {
    fn installation() -> Installation;
    fn series() -> Vec<Series>;
    fn one_series(id: SeriesId) -> Option<Series>;
    fn insert_series(series: &Series) -> bool;
    fn update_series(series: &Series, sequence: i64) -> bool;
    fn put_change(series: SeriesId, change: &Change) -> bool;
    fn confirm(series: SeriesId, original: DateTime) -> ();
    fn forget_drafts(before: Timestamp) -> ();
    fn follows() -> Vec<Follow>;
    fn follow(follow: &Follow) -> ();
    fn unfollow(person: &Target, network: &TopicId) -> bool;
    fn deliveries_since(from: Timestamp) -> Vec<Delivery>;
    fn deliveries_of(subject: &str) -> Vec<Delivery>;
    fn carry_out(plan: &Plan, planned_at: Timestamp) -> ();
    fn plan_again_from(from: Timestamp) -> ();
    fn claim(claim: &Claim<'_>) -> Vec<Delivery>;
    fn settle(id: DeliveryId, by: &str, outcome: &Outcome) -> bool;
    fn untold(limit: i64) -> Vec<Delivery>;
    fn tell(ids: &[DeliveryId], plan: &Plan) -> ();
    fn next_at() -> Option<Timestamp>;
    fn hold(lease: &str, by: &str, now: Timestamp, until: Timestamp) -> bool;
    fn seize(lease: &str, by: &str, until: Timestamp) -> ();
    fn let_go(lease: &str, by: &str) -> ();
}
