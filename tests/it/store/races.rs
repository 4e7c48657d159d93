//! Several processes on one store: each has connections of its own.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ledord::domain::delivery::{DeliveryId, State};
use ledord::store::{Outcome, Plan, SqlStore, Store};

use super::{Place, at, claim, plan, planned};

const RACERS: usize = 8;

async fn racers(place: &Place) -> Vec<Arc<SqlStore>> {
    let mut racers = Vec::new();
    for _ in 0..RACERS {
        racers.push(Arc::new(place.open().await));
    }
    racers
}

/// Everyone at the same time; what each found.
async fn race<T: Send + 'static, F>(
    racers: &[Arc<SqlStore>],
    run: impl Fn(Arc<SqlStore>, String) -> F,
) -> Vec<T>
where
    F: Future<Output = T> + Send + 'static,
{
    let started = racers.iter().enumerate();
    let running: Vec<_> = started
        .map(|(number, racer)| tokio::spawn(run(Arc::clone(racer), format!("racer {number}"))))
        .collect();
    let mut found = Vec::new();
    for racer in running {
        found.push(racer.await.unwrap());
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_eight_one_gets_the_delivery_and_one_the_lease() {
    for place in Place::shared() {
        let racers = racers(&place).await;
        plan(&racers[0], vec![planned(1, 1, at(0))]).await;
        let claimed = race(&racers, |store, by| async move { claim(&store, &by, 1, 9).await.len() }).await;
        assert_eq!(claimed.iter().sum::<usize>(), 1);
        let held =
            race(&racers, |store, by| async move { store.hold("ledord", &by, at(0), at(30)).await.unwrap() })
                .await;
        assert_eq!(held.iter().filter(|held| **held).count(), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_in_batches_go_out_once_each_and_one_at_a_time_per_target() {
    for place in Place::shared() {
        let racers = racers(&place).await;
        plan(&racers[0], (0..200).map(|number| planned(number, number % 20, at(number % 7))).collect()).await;
        let sent = race(&racers, |store, by| async move {
            let mut mine: Vec<DeliveryId> = Vec::new();
            loop {
                let batch = claim(&store, &by, 10, 5).await;
                let targets: HashSet<_> = batch.iter().map(|row| row.key.target.clone()).collect();
                assert_eq!(targets.len(), batch.len(), "two rows of one target");
                // Whoever finds nothing may only stop when nothing is left: a busy target comes free again.
                if batch.is_empty() {
                    let rows = store.deliveries_since(at(0)).await.unwrap();
                    if rows.iter().all(|row| row.state != State::Planned) {
                        return mine;
                    }
                    let claimed = rows.iter().filter(|row| row.state == State::Claimed);
                    let mut busy: Vec<_> = claimed.map(|row| &row.key.target).collect();
                    let all = busy.len();
                    busy.sort();
                    busy.dedup();
                    assert_eq!(busy.len(), all, "two claims of one target");
                }
                for row in batch {
                    let message_id = row.id.0.to_string();
                    let sent = Outcome::Sent { message_id, message_link: None, at: at(10) };
                    assert!(store.settle(row.id, &by, &sent).await.unwrap());
                    mine.push(row.id);
                }
            }
        })
        .await;
        let all: Vec<DeliveryId> = sent.into_iter().flatten().collect();
        assert_eq!(all.len(), 200);
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), 200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_may_open_an_empty_place_at_once() {
    for place in Place::shared() {
        let location = place.location.clone();
        let opening: Vec<_> = (0..RACERS)
            .map(|_| {
                let location = location.clone();
                tokio::spawn(async move {
                    SqlStore::open(&location).await.unwrap().installation().await.unwrap().id
                })
            })
            .collect();
        let mut names = HashSet::new();
        for opened in opening {
            names.insert(opened.await.unwrap());
        }
        assert_eq!(names.len(), 1);
    }
}

#[tokio::test]
async fn a_plan_that_is_broken_off_has_not_happened() {
    for place in Place::shared() {
        let store = place.open().await;
        let add = (0..20_000).map(|number| planned(number, number, at(number))).collect();
        let whole = Plan { add, ..Plan::default() };
        let done = tokio::time::timeout(Duration::from_millis(50), store.carry_out(&whole, at(1))).await;
        assert!(done.is_err(), "it was too fast to be broken off");
        assert_eq!(store.deliveries_since(at(0)).await.unwrap(), []);
        assert_eq!(store.installation().await.unwrap().planned_at, None);
        plan(&store, vec![planned(1, 1, at(1))]).await;
        assert_eq!(store.deliveries_since(at(0)).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn ten_thousand_deliveries_are_planned_in_seconds() {
    for place in Place::shared() {
        let store = place.open().await;
        let began = Instant::now();
        plan(&store, (0..10_000).map(|number| planned(number, number, at(number))).collect()).await;
        let took = began.elapsed();
        eprintln!("{:?}: 10,000 rows in {took:?}", place.location);
        assert!(took.as_secs() < 20, "{took:?}");
        let began = Instant::now();
        assert_eq!(claim(&store, "a", 20_000, 50).await.len(), 50);
        eprintln!("{:?}: 50 of 10,000 due rows claimed in {:?}", place.location, began.elapsed());
    }
}
