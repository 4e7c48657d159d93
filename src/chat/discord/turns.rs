//! Work is taken on once, a bounded number at a time, on tasks that a stop waits for.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio_util::task::TaskTracker;

use super::health::Health;
use super::recent::Recent;

/// What is taken on. One kind never waits for the other: messages wait for Discord's rate limits, interactions must not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A command, a button or a form, to be answered within three seconds.
    Interaction,
    /// A message, to be answered when Discord lets it.
    Message,
}

impl Kind {
    /// How many are answered at the same time. An answer takes about a millisecond; the rest is waiting for Discord.
    const fn at_once(self) -> usize {
        match self {
            Self::Interaction => 64,
            Self::Message => 32,
        }
    }

    /// How long one may wait for its turn: so that an interaction has time left for its answer.
    const fn longest_wait(self) -> Duration {
        match self {
            Self::Interaction => Duration::from_millis(600),
            Self::Message => Duration::from_secs(30),
        }
    }
}

/// Gives each event its turn.
#[derive(Debug)]
pub(super) struct Turns {
    tasks: TaskTracker,
    health: Arc<Health>,
    recent: Recent,
    interactions: Arc<Semaphore>,
    messages: Arc<Semaphore>,
}

impl Turns {
    pub(super) fn new(tasks: TaskTracker, health: Arc<Health>) -> Self {
        let turns = |kind: Kind| Arc::new(Semaphore::new(kind.at_once()));
        let (interactions, messages) = (turns(Kind::Interaction), turns(Kind::Message));
        Self { tasks, health, recent: Recent::default(), interactions, messages }
    }

    /// Runs the work on an event with an id of its own; when it panics or has no turn, `sorry` tells the asker.
    pub(super) async fn take_on<W, S>(&self, kind: Kind, id: u64, work: W, sorry: S)
    where
        W: Future<Output = ()> + Send + 'static,
        S: Future<Output = ()> + Send + 'static,
    {
        if !self.recent.is_new(id) {
            self.health.repeated_total.add();
            return;
        }
        // Counted from here on: a stop waits also for those that wait for their turn.
        let waiting = self.tasks.token();
        let free = match kind {
            Kind::Interaction => &self.interactions,
            Kind::Message => &self.messages,
        };
        let turn = tokio::time::timeout(kind.longest_wait(), Arc::clone(free).acquire_owned()).await;
        let Ok(Ok(turn)) = turn else {
            self.health.turned_away_total.add();
            tracing::warn!(turns.at_once = kind.at_once(), "too many requests at once; one was turned away");
            sorry.await;
            return;
        };
        let working = self.tasks.spawn(async move {
            work.await;
            drop(turn);
        });
        if working.await.is_err_and(|error| error.is_panic()) {
            self.health.panicked_total.add();
            tracing::error!("a handler panicked; the asker is told to try later");
            sorry.await;
        }
        drop(waiting);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn turns() -> (Turns, TaskTracker, Arc<Health>) {
        let (tasks, health) = (TaskTracker::new(), Arc::new(Health::default()));
        (Turns::new(tasks.clone(), Arc::clone(&health)), tasks, health)
    }

    #[tokio::test]
    async fn a_panic_is_counted_and_the_asker_is_told() {
        let (turns, tasks, health) = turns();
        let told = Arc::new(AtomicUsize::new(0));
        let tell = Arc::clone(&told);
        let sorry = async move {
            tell.fetch_add(1, Ordering::Relaxed);
        };
        turns.take_on(Kind::Interaction, 1, async { panic!("a test") }, sorry).await;
        assert_eq!((told.load(Ordering::Relaxed), health.panicked_total.get()), (1, 1));
        let done = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&done);
        let work = async move {
            count.fetch_add(1, Ordering::Relaxed);
        };
        turns.take_on(Kind::Interaction, 2, work, async { panic!("nothing to be sorry for") }).await;
        assert_eq!(done.load(Ordering::Relaxed), 1, "and the next is served");
        tasks.close();
        tasks.wait().await;
    }

    #[tokio::test(start_paused = true)]
    async fn no_more_are_served_at_once_than_can_be_and_none_waits_in_vain() {
        let (turns, _tasks, health) = turns();
        let turns = Arc::new(turns);
        let busy: Vec<_> = (0..Kind::Message.at_once() as u64)
            .map(|id| {
                let turns = Arc::clone(&turns);
                tokio::spawn(async move {
                    let work = tokio::time::sleep(Duration::from_secs(50));
                    turns.take_on(Kind::Message, id, work, async {}).await;
                })
            })
            .collect();
        tokio::task::yield_now().await;
        let told = Arc::new(AtomicUsize::new(0));
        let tell = |told: &Arc<AtomicUsize>| {
            let told = Arc::clone(told);
            async move {
                told.fetch_add(1, Ordering::Relaxed);
            }
        };
        let begun = tokio::time::Instant::now();
        turns.take_on(Kind::Interaction, 999, tell(&told), async {}).await;
        assert_eq!(told.load(Ordering::Relaxed), 1, "interactions do not wait for messages");
        assert!(begun.elapsed() < Duration::from_secs(1));
        turns.take_on(Kind::Message, 1_000, async { unreachable!("it was turned away") }, tell(&told)).await;
        assert_eq!((told.load(Ordering::Relaxed), health.turned_away_total.get()), (2, 1), "and is told so");
        for busy in busy {
            busy.await.unwrap();
        }
        turns.take_on(Kind::Message, 1_001, async {}, async {}).await;
        assert_eq!(health.turned_away_total.get(), 1);
    }
}
