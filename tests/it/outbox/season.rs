//! The real program, killed at random moments over a season of reminders, against the fake Discord: exactly one message for each
//! reminder is there in the end.
//!
//! Time is simulated: the program and the fake read the same clock, which the test sets from one due time to the next.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use ledord::desk::Sessions;
use ledord::desk::sessions::{subject, wanted};
use ledord::domain::delivery::{Stamp, State};
use ledord::domain::session::{Follow, Network, Series, SeriesId, SeriesState};
use ledord::domain::{Language, Target, TargetKind, TopicId};
use ledord::store::{Location, Store};

use super::faults::Dice;
use crate::support::fake_discord::{Fake, Misbehaviour, Options, Record, TOKEN};
use crate::support::postgres::postgres_url;

/// How often a process is killed, at least.
const KILLS: usize = 200;
const BEGIN: &str = "2026-09-01T00:00:00Z";
const END: &str = "2027-06-01T00:00:00Z";
const CHANNELS: [u64; 6] = [
    1_310_000_000_000_000_001,
    1_310_000_000_000_000_002,
    1_310_000_000_000_000_003,
    1_310_000_000_000_000_004,
    1_310_000_000_000_000_005,
    1_310_000_000_000_000_006,
];
const FOLLOWER: u64 = 1_320_000_000_000_000_001;
/// A claim and a lease have run out after this.
const OTHERS_MAY: SignedDuration = SignedDuration::from_secs(130);

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// What the settings say, and the same as the desk knows it.
fn settings(folder: &std::path::Path) -> Vec<Network> {
    let targets: Vec<String> = CHANNELS.iter().map(|id| format!("\"discord:channel:{id}\"")).collect();
    let text = format!(
        "[discord]\n[[network]]\nid = \"net-kaffe-med-uffe\"\nname = \"Kaffe med Uffe\"\nlanguage = \"sv\"\n\
         targets = [{}]\nleads = [\"1d\", \"15m\"]\nconfirm_days = 0\n",
        targets.join(", ")
    );
    std::fs::write(folder.join("ledord.toml"), &text).unwrap();
    let config = ledord::config::Config::parse(&text, &folder.join("ledord.toml")).unwrap();
    config.network.iter().map(ledord::config::NetworkConfig::to_domain).collect()
}

fn series(id: i64, start: &str, day: &str) -> Series {
    Series {
        id: SeriesId(id),
        network: TopicId::parse("net-kaffe-med-uffe").unwrap(),
        state: SeriesState::Active,
        start: start.parse().unwrap(),
        zone: jiff::tz::TimeZone::get("Europe/Helsinki").unwrap(),
        duration_minutes: 60,
        rule: Some(format!("FREQ=WEEKLY;BYDAY={day}").parse().unwrap()),
        ends_on: None,
        link: Some("https://example.org/m".to_owned()),
        about: None,
        targets: vec![],
        leads: vec![],
        host: Target::new("discord", TargetKind::User, 1_u64),
        since: at(BEGIN),
        sequence: 0,
        changes: vec![],
    }
}

struct Season {
    fake: Fake,
    folder: tempfile::TempDir,
    store_url: Option<String>,
    store: Arc<dyn Store>,
    processes: Vec<Option<Child>>,
    /// By stamp: when the reminder is due.
    due: BTreeMap<String, Timestamp>,
    now: Timestamp,
    dice: Dice,
    kills: usize,
}

impl Season {
    async fn new(store_url: Option<String>, processes: usize, seed: u64) -> Self {
        let fake = Fake::start(Options { record: Record::Light, ..Options::default() }).await;
        fake.misbehave(Misbehaviour { lose_per_mille: 80, refuse_per_mille: 30, delay_ms: 12, seed });
        let folder = tempfile::tempdir().unwrap();
        let networks = settings(folder.path());
        let location = match &store_url {
            None => Location::File(folder.path().join("ledord.db")),
            Some(url) => Location::Server { url: url.clone().into(), password: None },
        };
        let store = ledord::store::open(&location).await.unwrap();
        for series in [series(11, "2026-09-03T09:00", "TH"), series(12, "2026-09-07T14:30", "MO")] {
            assert!(store.insert_series(&series).await.unwrap());
        }
        let follow = Follow {
            person: Target::new("discord", TargetKind::User, FOLLOWER),
            network: networks[0].id.clone(),
            language: Language::Finnish,
            since: at(BEGIN),
        };
        store.follow(&follow).await.unwrap();
        let installation = store.installation().await.unwrap().id;
        let (series, follows) = (store.series().await.unwrap(), store.follows().await.unwrap());
        let sessions = Sessions { networks, series, follows, ..Sessions::default() };
        let due = wanted(&sessions, &[], at(BEGIN), at(END))
            .into_iter()
            .map(|planned| (Stamp::of(&planned.key, &installation).as_str().to_owned(), planned.due_at))
            .collect();
        let mut season = Self {
            fake,
            folder,
            store_url,
            store,
            processes: (0..processes).map(|_| None).collect(),
            due,
            now: at(BEGIN),
            dice: Dice::new(seed),
            kills: 0,
        };
        season.set_clock(at(BEGIN));
        (0..processes).for_each(|place| season.start(place));
        season
    }

    fn clock_file(&self) -> PathBuf {
        self.folder.path().join("clock")
    }

    fn set_clock(&mut self, now: Timestamp) {
        self.now = now;
        self.fake.set_clock(now);
        let aside = self.folder.path().join("clock.new");
        std::fs::write(&aside, now.to_string()).unwrap();
        std::fs::rename(aside, self.clock_file()).unwrap();
    }

    fn start(&mut self, place: usize) {
        let log = self.folder.path().join(format!("log{place}"));
        let log = std::fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_ledord"));
        command
            .arg("run")
            .current_dir(self.folder.path())
            .env("LEDORD_DISCORD_TOKEN", TOKEN)
            .env("LEDORD_DISCORD_PROXY", self.fake.base_url())
            .env("LEDORD_SIMULATED_CLOCK", self.clock_file())
            .env_remove("LEDORD_CONFIG")
            .env_remove("LEDORD_STORE_URL")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        if let Some(url) = &self.store_url {
            command.env("LEDORD_STORE_URL", url);
        }
        self.processes[place] = Some(command.spawn().unwrap());
    }

    /// Ends a process as a power cut would, and starts it anew.
    fn kill(&mut self, place: usize) {
        if let Some(mut child) = self.processes[place].take() {
            assert!(child.try_wait().unwrap().is_none(), "it ended by itself: {}", self.log(place));
            child.kill().unwrap();
            child.wait().unwrap();
            self.kills += 1;
        }
        self.start(place);
    }

    fn log(&self, place: usize) -> String {
        std::fs::read_to_string(self.folder.path().join(format!("log{place}"))).unwrap_or_default()
    }

    /// How many reminders that are due are not there.
    fn missing(&self) -> usize {
        let there = self.fake.stamps();
        self.due.iter().filter(|(stamp, due)| **due <= self.now && !there.contains_key(*stamp)).count()
    }

    /// Waits until no more than so many are missing; `false` when nothing has come for a while.
    async fn waits_until_missing(&self, most: usize) -> bool {
        let (mut last, mut since) = (usize::MAX, Instant::now());
        loop {
            let missing = self.missing();
            if missing <= most {
                return true;
            }
            if missing != last {
                (last, since) = (missing, Instant::now());
            }
            if since.elapsed() > Duration::from_millis(400) {
                return false;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    /// Goes from one due time to the next; kills where it may hurt.
    async fn pass(&mut self) {
        let mut moments: Vec<Timestamp> = self.due.values().copied().collect();
        moments.sort_unstable();
        moments.dedup();
        for moment in moments {
            if moment <= self.now {
                continue;
            }
            self.set_clock(moment);
            let begun = Instant::now();
            while self.missing() > 0 {
                assert!(begun.elapsed() < Duration::from_mins(2), "stuck at {moment}: {}", self.log(0));
                let most = usize::try_from(self.dice.below(self.missing() as u64)).unwrap();
                // While there are kills left to do, one in the middle of nearly every batch.
                let kills = self.kills < KILLS + 20 && self.dice.below(10) < 9;
                if kills && self.waits_until_missing(most).await {
                    let pause = self.dice.below(25);
                    tokio::time::sleep(Duration::from_millis(pause)).await;
                    let place = usize::try_from(self.dice.below(self.processes.len() as u64)).unwrap();
                    self.kill(place);
                    if self.dice.below(4) == 0 {
                        (0..self.processes.len())
                            .filter(|other| *other != place)
                            .for_each(|other| self.kill(other));
                    }
                    self.set_clock(self.now + OTHERS_MAY);
                } else if !self.waits_until_missing(0).await {
                    self.set_clock(self.now + SignedDuration::from_secs(20));
                }
            }
        }
    }

    /// Exactly one message for each reminder, and every row of the outbox says so.
    async fn judge(mut self) {
        for _ in 0..200 {
            self.set_clock(self.now + OTHERS_MAY);
            tokio::time::sleep(Duration::from_millis(100)).await;
            if self.store.next_at().await.unwrap().is_none_or(|next| next > self.now) {
                break;
            }
        }
        self.processes.iter_mut().flatten().for_each(|child| child.kill().unwrap());
        let there = self.fake.stamps();
        let mut doubled: Vec<_> = there.iter().filter(|(_, count)| **count != 1).collect();
        doubled.truncate(3);
        assert!(doubled.is_empty(), "more than one message: {doubled:?}");
        let lost = self.due.keys().filter(|stamp| !there.contains_key(*stamp)).count();
        assert_eq!(lost, 0, "reminders are lost");
        assert_eq!(there.len(), self.due.len(), "messages that nobody planned");
        for id in [11, 12] {
            for delivery in self.store.deliveries_of(&subject(SeriesId(id))).await.unwrap() {
                let is_due = delivery.due_at <= self.now;
                assert!(!is_due || delivery.state == State::Sent, "{delivery:?}");
            }
        }
        assert!(self.kills >= KILLS, "only {} kills", self.kills);
        let (reminders, kills) = (self.due.len(), self.kills);
        eprintln!("{kills} kills over {reminders} reminders: one message each, none lost, none doubled");
    }
}

impl Drop for Season {
    fn drop(&mut self) {
        for child in self.processes.iter_mut().flatten() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_season_of_kills_on_sqlite_doubles_and_loses_nothing() {
    let mut season = Season::new(None, 1, 1).await;
    season.pass().await;
    season.judge().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_season_of_kills_on_postgresql_with_two_processes_doubles_and_loses_nothing() {
    let Some(url) = postgres_url() else { return };
    let mut season = Season::new(Some(url), 2, 2).await;
    season.pass().await;
    season.judge().await;
}
