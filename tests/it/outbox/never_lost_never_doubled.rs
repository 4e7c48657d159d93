//! A property: whatever happens to the processes, the messenger and the clock, there is exactly one message for each key, and
//! whoever must know of one that could not be sent is told.

use std::collections::{BTreeMap, HashSet};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ledord::clock::Clock;
use ledord::desk::Sessions;
use ledord::desk::sessions::{self, Purpose};
use ledord::domain::delivery::{Delivery, Key, Reason, Stamp, State};
use ledord::domain::language::PerLanguage;
use ledord::domain::session::{Change, Follow, Lead, Network, Person, Rule, Series, SeriesId, SeriesState};
use ledord::domain::{Language, Prose, Reply, ReplyKind, Target, TargetKind, TopicId};
use ledord::outbox::{Client, Dispatcher, Pace, Worded};
use ledord::store::{Location, Planned, Store, StoreError};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::channels::{Channels, Cut};
use super::faults::{CutStore, Dice, Faults, Side};

/// Has the reminders of sessions sent, by the rules of the desk and with plain words.
#[derive(Debug)]
struct Host {
    sessions: Mutex<Sessions>,
    store: Arc<dyn Store>,
}

impl Host {
    fn sessions(&self) -> Sessions {
        self.sessions.lock().unwrap().clone()
    }
}

#[async_trait]
impl Client for Host {
    async fn wanted(&self, from: Timestamp, until: Timestamp) -> Result<Vec<Planned>, StoreError> {
        let sent = self.store.deliveries_of("series:7").await?;
        Ok(sessions::wanted(&self.sessions(), &sent, from, until))
    }

    async fn word(&self, delivery: &Delivery, now: Timestamp) -> Result<Worded, StoreError> {
        let sessions = self.sessions();
        if let Some(reason) = sessions::why_not(delivery, &sessions) {
            return Ok(Worded::Cancel(reason));
        }
        let is_notice =
            matches!(Purpose::parse(&delivery.key.purpose), Some(Purpose::Trouble(_) | Purpose::Recap));
        if !is_notice && now > ends_at(&delivery.key, &sessions) {
            return Ok(Worded::Miss(Reason::TooLate));
        }
        let words = Prose::paragraph("x");
        Ok(Worded::Say(Box::new(Reply::new(ReplyKind::Sessions, Language::English, words))))
    }

    async fn escalate(&self, deliveries: &[Delivery], now: Timestamp) -> Result<Vec<Planned>, StoreError> {
        let there = self.store.deliveries_of("series:7").await?;
        Ok(sessions::escalate(deliveries, &there, &self.sessions(), now))
    }

    async fn why_not(&self, delivery: &Delivery) -> Result<Option<Reason>, StoreError> {
        Ok(sessions::why_not(delivery, &self.sessions()))
    }
}

fn ends_at(key: &Key, sessions: &Sessions) -> Timestamp {
    let (id, original) = sessions::date_of(key).unwrap();
    let series = sessions.series.iter().find(|series| series.id == id).unwrap();
    series.occurrence(original).unwrap().ends_at
}

fn target(kind: TargetKind, id: u64) -> Target {
    Target::new("fake", kind, id)
}

const BEGIN: &str = "2026-10-20T06:00:00Z";

fn begin() -> Timestamp {
    BEGIN.parse().unwrap()
}

fn season(dice: &mut Dice) -> Sessions {
    let person = |id: u64| Person { name: "x".into(), id: target(TargetKind::User, id) };
    let all = [Lead::Days(7), Lead::Days(1), Lead::Minutes(60), Lead::Minutes(15)];
    let leads: Vec<Lead> = all.into_iter().filter(|_| dice.below(2) == 0).collect();
    let network = Network {
        id: TopicId::parse("net-x").unwrap(),
        names: PerLanguage::from_fn(|_| "X".to_owned()),
        hosts: (0..=dice.below(2)).map(|id| person(100 + id)).collect(),
        deputies: (0..dice.below(2)).map(|id| person(110 + id)).collect(),
        language: Language::Swedish,
        targets: (0..=dice.below(3)).map(|id| target(TargetKind::Channel, id)).collect(),
        fallback: (dice.below(2) == 0).then(|| target(TargetKind::Channel, 50)),
        link: None,
        leads: if leads.is_empty() { vec![Lead::Minutes(15)] } else { leads },
        confirm_days: u16::try_from(dice.below(4)).unwrap(),
    };
    // Across the end of summer time on 25 October.
    let start = "2026-10-22T09:00:00".parse().unwrap();
    let series = Series {
        id: SeriesId(7),
        network: network.id.clone(),
        state: SeriesState::Active,
        start,
        zone: TimeZone::get("Europe/Helsinki").unwrap(),
        duration_minutes: 45,
        rule: (dice.below(4) > 0).then(|| "FREQ=WEEKLY;BYDAY=TH".parse::<Rule>().unwrap()),
        ends_on: Some("2026-10-30".parse().unwrap()),
        link: None,
        about: None,
        targets: vec![],
        leads: vec![],
        host: target(TargetKind::User, 100),
        since: begin(),
        sequence: 0,
        changes: vec![],
    };
    let follow = |id| Follow {
        person: target(TargetKind::User, 200 + id),
        network: network.id.clone(),
        language: Language::Finnish,
        since: begin(),
    };
    Sessions {
        follows: (0..dice.below(3)).map(follow).collect(),
        series: vec![series],
        admins: vec![target(TargetKind::User, 300)],
        networks: vec![network],
        ..Sessions::default()
    }
}

/// What a host changes on the way.
fn edit(sessions: &mut Sessions, now: Timestamp, dice: &mut Dice) -> bool {
    let series = &mut sessions.series[0];
    let dates = series.occurrences(now, now + SignedDuration::from_hours(24 * 14));
    let Some(date) = dates.get(usize::try_from(dice.below(2)).unwrap()) else { return false };
    let mut change = series.change(date.original).cloned().unwrap_or(Change::of(date.original));
    match dice.below(6) {
        0 => change.is_skipped = !change.is_skipped,
        1 => {
            let hours = 1 + i64::try_from(dice.below(40)).unwrap();
            change.moved_to = Some(date.start + SignedDuration::from_hours(hours));
        }
        2 => change.is_confirmed = true,
        3 => (change.recap, change.recap_at) = (Some("x".into()), Some(now)),
        4 => {
            series.state = match series.state {
                SeriesState::Active => SeriesState::Paused,
                _ => SeriesState::Active,
            };
            series.since = now;
            return true;
        }
        _ => return false,
    }
    if change.is_skipped != date.is_skipped || change.moved_to.unwrap_or(date.original) != date.start {
        change.changed_at = Some(now);
    }
    series.changes.retain(|known| known.original != change.original);
    series.changes.push(change);
    true
}

struct Stage {
    clock: Clock,
    store: Arc<dyn Store>,
    channels: Arc<Channels>,
    host: Arc<Host>,
    named: u64,
    /// When the host changed something last, by the bot's clock.
    edited_at: Timestamp,
}

impl Stage {
    fn dispatcher(&mut self, faults: &Arc<Faults>) -> Dispatcher {
        self.named += 1;
        Dispatcher {
            store: Arc::new(CutStore { inner: Arc::clone(&self.store), faults: Arc::clone(faults) }),
            courier: Arc::new(Cut { inner: Arc::clone(&self.channels), faults: Arc::clone(faults) }),
            client: Arc::clone(&self.host) as Arc<dyn Client>,
            clock: self.clock.clone(),
            name: format!("d{}", self.named),
            pace: Pace::new(SignedDuration::ZERO, SignedDuration::ZERO),
            has_trouble: AtomicBool::new(true),
        }
    }

    fn pass(&self, time: SignedDuration) {
        self.clock.set(self.clock.now() + time);
        self.channels.pass(time);
    }

    /// The bot's clock jumps; no more time passes than a request may be under way.
    fn jump(&self, time: SignedDuration) {
        self.clock.set(self.clock.now() + time);
        self.channels.pass(SignedDuration::from_secs(15));
    }

    /// Two dispatchers at once; the first may end or stand still at any step.
    async fn round(&mut self, dice: &mut Dice) {
        let fault = |dice: &mut Dice| {
            let side = if dice.below(2) == 0 { Side::Before } else { Side::After };
            (dice.below(3) == 0).then(|| (dice.below(60), side))
        };
        let (end, stall) = (fault(dice), fault(dice));
        let faults = Arc::new(Faults::new(end, stall, dice.roll()));
        let sound = Arc::new(Faults::new(None, None, dice.roll()));
        let first = self.dispatcher(&faults);
        let second = self.dispatcher(&sound);
        let has_second = dice.below(2) == 0;
        let other = async {
            if has_second {
                second.settle_all_due().await.unwrap();
            }
        };
        let mut one = Some(Box::pin(first.settle_all_due()));
        let mut other = Some(Box::pin(other));
        while one.is_some() || other.is_some() {
            tokio::select! {
                biased;
                // With it everything goes that it had open.
                () = faults.ended.notified() => one = None,
                () = faults.stalled.notified() => {
                    // One request stands still for minutes, within those in which a nonce is remembered; others take over.
                    let seconds = i64::try_from(125 + dice.below(100)).unwrap();
                    self.pass(SignedDuration::from_secs(seconds));
                    let third = self.dispatcher(&sound);
                    let mut taking_over = Box::pin(third.settle_all_due());
                    loop {
                        tokio::select! {
                            done = &mut taking_over => break done.unwrap(),
                            () = faults.ended.notified() => one = None,
                            () = finished(&mut one), if one.is_some() => one = None,
                            () = async { other.as_mut().unwrap().await }, if other.is_some() => other = None,
                        }
                    }
                    faults.go_on.notify_one();
                }
                () = finished(&mut one), if one.is_some() => one = None,
                () = async { other.as_mut().unwrap().await }, if other.is_some() => other = None,
            }
        }
    }
}

/// Waits until a dispatcher has settled everything.
async fn finished(one: &mut Option<impl Future<Output = Result<(), StoreError>> + Unpin>) {
    one.as_mut().unwrap().await.unwrap();
}

/// What happened in a case, for the counts that are printed.
#[derive(Debug, Default)]
struct Seen {
    messages: usize,
    missed: usize,
    unknown: usize,
    cancelled: usize,
}

async fn case(seed: u64) -> Result<Seen, TestCaseError> {
    let mut dice = Dice::new(seed);
    let clock = Clock::at(begin());
    let mut channels = Channels::new(clock.now(), dice.roll());
    let sessions = season(&mut dice);
    let all: Vec<Target> = sessions.networks[0]
        .targets
        .iter()
        .chain(&sessions.networks[0].fallback)
        .chain(sessions.networks[0].hosts.iter().map(|host| &host.id))
        .chain(sessions.follows.iter().map(|follow| &follow.person))
        .cloned()
        .collect();
    for target in &all {
        if dice.below(8) == 0 {
            channels.refusing.insert(target.clone(), Reason::Forbidden);
        }
        if dice.below(8) == 0 {
            channels.unreadable.insert(target.clone());
        }
    }
    *channels.trouble_per_mille.get_mut().unwrap() = [0, 100, 400][usize::try_from(dice.below(3)).unwrap()];
    // A file: what a process that has ended had open is open no more, and the next one finds what was written.
    let folder = folder();
    let store = ledord::store::open(&Location::File(folder.path().join("ledord.db"))).await.unwrap();
    // As when the series was announced.
    store.plan_again_from(begin()).await.unwrap();
    let host = Arc::new(Host { sessions: Mutex::new(sessions), store: Arc::clone(&store) });
    let mut stage = Stage { clock, store, channels: Arc::new(channels), host, named: 0, edited_at: begin() };
    let end: Timestamp = "2026-10-31T12:00:00Z".parse().unwrap();
    for _ in 0..14 {
        if dice.below(5) == 0 {
            let now = stage.clock.now();
            stage.store.plan_again_from(now).await.unwrap();
            if edit(&mut stage.host.sessions.lock().unwrap(), now, &mut dice) {
                stage.edited_at = now;
            }
        }
        stage.round(&mut dice).await;
        let now = stage.clock.now();
        if now > end {
            break;
        }
        let next = stage.store.next_at().await.unwrap().filter(|next| *next > now);
        let minutes =
            |most: u64, dice: &mut Dice| SignedDuration::from_mins(i64::try_from(dice.below(most)).unwrap());
        match (dice.below(20), next) {
            (0..12, Some(next)) => stage.pass(next.duration_since(now)),
            (0..15, _) => stage.pass(minutes(20, &mut dice)),
            (15..17, _) => stage.pass(minutes(24 * 60, &mut dice)),
            (17, _) => stage.jump(minutes(30, &mut dice)),
            (18, _) => stage.jump(-minutes(60, &mut dice)),
            _ => stage.pass(minutes(4 * 24 * 60, &mut dice)),
        }
    }
    // Calm at last: everything that is left finds its end.
    *stage.channels.trouble_per_mille.lock().unwrap() = 0;
    stage.pass(end.duration_since(stage.clock.now()).max(SignedDuration::from_secs(60)));
    for _ in 0..60 {
        let sound = Arc::new(Faults::default());
        stage.dispatcher(&sound).settle_all_due().await.unwrap();
        let Some(next) = stage.store.next_at().await.unwrap() else { break };
        // What is due may have to wait for a claim of one who has ended.
        stage.pass(next.duration_since(stage.clock.now()).max(SignedDuration::from_secs(30)));
    }
    judge(&stage).await
}

/// Exactly one message for each key, none lost, and trouble is told.
async fn judge(stage: &Stage) -> Result<Seen, TestCaseError> {
    let installation = stage.store.installation().await.unwrap().id;
    let deliveries = stage.store.deliveries_of("series:7").await.unwrap();
    let counts = stage.channels.counts();
    let mut seen = Seen { messages: counts.values().sum(), ..Seen::default() };
    let keys: HashSet<&Key> = deliveries.iter().map(|delivery| &delivery.key).collect();
    prop_assert_eq!(keys.len(), deliveries.len(), "a key stands twice");
    let stamps: BTreeMap<String, &Delivery> = deliveries
        .iter()
        .map(|delivery| (Stamp::of(&delivery.key, &installation).as_str().to_owned(), delivery))
        .collect();
    for (stamp, count) in &counts {
        prop_assert!(stamps.contains_key(stamp), "a message without a delivery");
        prop_assert!(*count == 1, "{count} messages of {:?}", stamps[stamp]);
    }
    // Whatever became due since the host's last change has its row.
    let sessions = stage.host.sessions();
    for planned in sessions::wanted(&sessions, &deliveries, begin(), stage.clock.now()) {
        let is_there = keys.contains(&planned.key);
        prop_assert!(is_there || planned.due_at <= stage.edited_at, "never planned: {planned:?}");
    }
    judge_news(&sessions, &deliveries)?;
    let is_sent = |delivery: &&Delivery| delivery.state == State::Sent;
    for (stamp, delivery) in &stamps {
        let count = counts.get(stamp).copied().unwrap_or(0);
        match delivery.state {
            State::Sent => prop_assert!(count == 1, "sent and not there: {delivery:?}"),
            State::Unknown => {
                seen.unknown += 1;
                prop_assert!(stage.channels.unreadable.contains(&delivery.key.target), "{delivery:?}");
            }
            State::Cancelled => {
                seen.cancelled += 1;
                prop_assert!(count == 0, "cancelled and there: {delivery:?}");
            }
            State::Missed => {
                seen.missed += 1;
                prop_assert!(count == 0, "missed and there: {delivery:?}");
                let late = delivery.reason == Some(Reason::TooLate);
                let refuses = stage.channels.refusing.contains_key(&delivery.key.target);
                prop_assert!(late || refuses, "missed for no reason: {delivery:?}");
                let settled = delivery.settled_at.unwrap();
                prop_assert!(
                    !late || settled > ends_at(&delivery.key, &sessions),
                    "given up too soon: {delivery:?}"
                );
            }
            State::Planned | State::Claimed => prop_assert!(false, "left over: {delivery:?}"),
        }
        // Whoever must know is told: instead of the message, by another channel, a host or an admin. The admin is always there.
        let failed = matches!(delivery.state, State::Missed | State::Unknown);
        if failed && delivery.key.target.kind() == TargetKind::Channel {
            let same_date = |other: &&Delivery| other.key.occurrence == delivery.key.occurrence;
            let mut others = deliveries.iter().filter(same_date).filter(|other| other.key != delivery.key);
            let told = others.any(|other| {
                let is_trouble = other.key.purpose.starts_with("trouble:");
                let instead = other.key.purpose == delivery.key.purpose;
                let may_be_there = other.state == State::Unknown;
                // What was to go elsewhere instead is taken back with its reason: by the host, who knows.
                let is_taken_back = instead && other.state == State::Cancelled;
                (is_trouble || instead) && (is_sent(&other) || may_be_there) || is_taken_back
            });
            prop_assert!(told, "nobody was told of {delivery:?}: {deliveries:#?}");
        }
    }
    Ok(seen)
}

/// A folder in memory where there is one: fsync is not what is tested here.
fn folder() -> tempfile::TempDir {
    let memory = std::path::Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// So many cases, on two threads at a time.
const CASES: u32 = 10_000;
const THREADS: u32 = 2;

/// Whoever had heard of a date before its last change has a row that tells of the change.
fn judge_news(sessions: &Sessions, deliveries: &[Delivery]) -> Result<(), TestCaseError> {
    for change in &sessions.series[0].changes {
        let Some(changed_at) = change.changed_at else { continue };
        let occurrence = change.original.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        let of_date = || deliveries.iter().filter(|delivery| delivery.key.occurrence == occurrence);
        let had_heard = of_date().filter(|delivery| {
            delivery.state == State::Sent
                && delivery.key.purpose.starts_with("reminder:")
                && delivery.settled_at.is_some_and(|settled| settled < changed_at)
                && delivery.first_try_at.is_some_and(|first_try| first_try < changed_at)
        });
        for delivery in had_heard {
            let second = changed_at.as_second();
            let tells = [format!("moved:{second}"), format!("skipped:{second}")];
            let is_told = of_date()
                .any(|other| other.key.target == delivery.key.target && tells.contains(&other.key.purpose));
            prop_assert!(is_told, "nobody planned to tell {:?} of {change:?}", delivery.key.target);
        }
    }
    Ok(())
}

#[test]
fn exactly_one_message_for_each_key_whatever_happens() {
    let total = Mutex::new(Seen::default());
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let total = &total;
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                let config = ProptestConfig {
                    cases: CASES / THREADS,
                    failure_persistence: None,
                    // The same cases each time: a failure here is one that can be looked into.
                    rng_seed: RngSeed::Fixed(thread.into()),
                    ..ProptestConfig::default()
                };
                proptest!(config, |(seed: u64)| {
                    let seen = runtime.block_on(case(seed))?;
                    let mut total = total.lock().unwrap();
                    total.messages += seen.messages;
                    total.missed += seen.missed;
                    total.unknown += seen.unknown;
                    total.cancelled += seen.cancelled;
                });
            });
        }
    });
    let total = total.into_inner().unwrap();
    eprintln!("{CASES} cases: {total:?}");
    let least = usize::try_from(CASES).unwrap() / 100;
    assert!(total.messages > 100 * least, "{total:?}");
    assert!(total.missed > least && total.unknown > least && total.cancelled > least, "{total:?}");
}
