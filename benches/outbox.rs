//! Ten thousand reminders due in the same second over two thousand channels: planned, claimed, delivered and confirmed, on a
//! file of SQLite that is written through to the disk. On a simulated clock the pace of 50 a second at most costs no time.
//!
//! Baseline, in the same run: as many bare durable writes as a delivery cannot do without, one to claim it and one to confirm it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a measurement may fail loudly, and prints"
)]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use ledord::clock::Clock;
use ledord::domain::delivery::{Delivery, Key, Reason, Stamp, State};
use ledord::domain::{Language, Prose, Reply, ReplyKind, Target, TargetKind};
use ledord::outbox::{Client, Courier, Dispatcher, Found, Notice, Sent, Worded};
use ledord::store::{Location, Planned, StoreError};
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};

const REMINDERS: usize = 10_000;
const CHANNELS: usize = 2_000;

/// Wants ten thousand reminders in one second.
#[derive(Debug)]
struct Everything {
    due_at: Timestamp,
}

#[async_trait]
impl Client for Everything {
    async fn wanted(&self, from: Timestamp, until: Timestamp) -> Result<Vec<Planned>, StoreError> {
        let is_due = from < self.due_at && self.due_at <= until;
        let planned = |number: usize| Planned {
            key: Key {
                subject: format!("series:{}", number / CHANNELS),
                occurrence: "2026-12-17T09:00:00".to_owned(),
                purpose: "reminder:1d".to_owned(),
                target: Target::new(
                    "discord",
                    TargetKind::Channel,
                    1_300_000_000_000_000_000 + number % CHANNELS,
                ),
            },
            due_at: self.due_at,
            may_have_been_sent: false,
        };
        Ok((0..if is_due { REMINDERS } else { 0 }).map(planned).collect())
    }

    async fn word(&self, _: &Delivery, _: Timestamp) -> Result<Worded, StoreError> {
        let reply =
            Reply::new(ReplyKind::Sessions, Language::English, Prose::paragraph("The session begins at 9."));
        Ok(Worded::Say(Box::new(reply)))
    }

    async fn escalate(&self, _: &[Delivery], _: Timestamp) -> Result<Vec<Planned>, StoreError> {
        Ok(Vec::new())
    }

    async fn why_not(&self, _: &Delivery) -> Result<Option<Reason>, StoreError> {
        Ok(None)
    }
}

/// Takes every message at once, and notes when.
#[derive(Debug)]
struct Taking {
    clock: Clock,
    taken: Mutex<Vec<(Timestamp, Stamp)>>,
}

#[async_trait]
impl Courier for Taking {
    async fn send(&self, _: &Target, notice: &Notice) -> Sent {
        let mut taken = self.taken.lock().unwrap();
        taken.push((self.clock.now(), notice.stamp.clone()));
        Sent::Delivered { message_id: taken.len().to_string(), message_link: None }
    }

    async fn find(&self, _: &Target, _: &Stamp, _: Timestamp) -> Found {
        Found::NotThere
    }
}

/// Resident memory now, and the most that there was, in MB.
fn memory_mb() -> (f64, f64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |key: &str| {
        let found = status.lines().find(|line| line.starts_with(key)).unwrap_or_default();
        found.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0) / 1_000.0
    };
    (line("VmRSS"), line("VmHWM"))
}

/// Bare durable writes, with the settings of the store.
async fn baseline(folder: &std::path::Path) -> Duration {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("bare.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut bare = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::query("CREATE TABLE bare (id INTEGER PRIMARY KEY, state TEXT)").execute(&mut bare).await.unwrap();
    sqlx::query(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) \
         INSERT INTO bare SELECT i, 'planned' FROM n",
    )
    .execute(&mut bare)
    .await
    .unwrap();
    let begun = Instant::now();
    for state in ["claimed", "sent"] {
        for id in 1..=REMINDERS {
            sqlx::query("UPDATE bare SET state = $1 WHERE id = $2")
                .bind(state)
                .bind(i64::try_from(id).unwrap())
                .execute(&mut bare)
                .await
                .unwrap();
        }
    }
    begun.elapsed()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let bare = baseline(folder.path()).await;
    let now: Timestamp = "2026-12-16T06:00:00Z".parse().unwrap();
    let due_at = now + SignedDuration::from_hours(1);
    let clock = Clock::at(now);
    let store = ledord::store::open(&Location::File(folder.path().join("ledord.db"))).await.unwrap();
    let courier = Arc::new(Taking { clock: clock.clone(), taken: Mutex::default() });
    let client = Arc::new(Everything { due_at });
    let dispatcher = Dispatcher::new(
        Arc::clone(&store),
        Arc::clone(&courier) as _,
        client,
        clock.clone(),
        "bench".to_owned(),
    );
    let (before, _) = memory_mb();

    let begun = Instant::now();
    dispatcher.plan().await.unwrap();
    let planned = begun.elapsed();
    let begun = Instant::now();
    dispatcher.plan().await.unwrap();
    let again = begun.elapsed();

    clock.set(due_at);
    let begun = Instant::now();
    dispatcher.settle_all_due().await.unwrap();
    let delivered = begun.elapsed();
    let (after, peak) = memory_mb();

    let mut taken = courier.taken.lock().unwrap().clone();
    taken.sort_by_key(|(at, _)| *at);
    let seconds = clock.now().duration_since(due_at).as_secs_f64();
    let second = SignedDuration::from_secs(1);
    let most = (0..taken.len())
        .map(|first| {
            taken[first..].iter().take_while(|(at, _)| at.duration_since(taken[first].0) < second).count()
        })
        .max()
        .unwrap();
    let distinct: std::collections::HashSet<&Stamp> = taken.iter().map(|(_, stamp)| stamp).collect();
    let there = store.deliveries_since(now).await.unwrap();
    let sent = there.iter().filter(|delivery| delivery.state == State::Sent).count();
    assert_eq!((taken.len(), distinct.len(), sent), (REMINDERS, REMINDERS, REMINDERS));
    assert!(most <= 50, "{most} in one second");

    let each_us = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(u32::try_from(REMINDERS).unwrap());
    println!("| what | whole | each reminder | times the baseline |");
    println!("|---|---|---|---|");
    for (what, time) in [
        ("two bare durable writes (baseline)", bare),
        ("planned: compared and written down", planned),
        ("planned again: nothing to do", again),
        ("claimed, worded, sent and confirmed", delivered),
    ] {
        let ratio = time.as_secs_f64() / bare.as_secs_f64();
        println!("| {what} | {:.2} s | {:.0} µs | {ratio:.2} |", time.as_secs_f64(), each_us(time));
    }
    println!(
        "\n{REMINDERS} over {CHANNELS} channels: {seconds:.0} s of simulated time, at most {most} in any second"
    );
    println!("memory: {before:.1} MB before, {after:.1} MB after, {peak:.1} MB at most");
}
