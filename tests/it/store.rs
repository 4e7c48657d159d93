//! The store, on SQLite and on PostgreSQL.

mod backup;
mod command_line;
mod contract;
mod opening;
mod races;

use jiff::Timestamp;
use jiff::civil::{date, datetime};
use jiff::tz::TimeZone;
use ledord::domain::delivery::{Delivery, Key};
use ledord::domain::session::{Change, Series, SeriesId, SeriesState};
use ledord::domain::{Target, TargetKind, TopicId};
use ledord::store::{Claim, Location, Plan, Planned, SqlStore, Store};
use tempfile::TempDir;

use crate::support::postgres::postgres_url;

/// A place for a store, empty at first.
pub struct Place {
    pub location: Location,
    _folder: Option<TempDir>,
}

impl Place {
    pub fn file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { location: Location::File(folder.path().join("ledord.db")), _folder: Some(folder) }
    }

    pub fn server() -> Option<Self> {
        let url = postgres_url()?.into();
        Some(Self { location: Location::Server { url, password: None }, _folder: None })
    }

    /// One of each sort.
    pub fn all() -> Vec<Self> {
        let memory = Self { location: Location::Memory, _folder: None };
        [Some(Self::file()), Some(memory), Self::server()].into_iter().flatten().collect()
    }

    /// Those that several processes can open.
    pub fn shared() -> Vec<Self> {
        [Some(Self::file()), Self::server()].into_iter().flatten().collect()
    }

    pub async fn open(&self) -> SqlStore {
        SqlStore::open(&self.location).await.unwrap()
    }
}

pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

pub fn target(id: impl std::fmt::Display) -> Target {
    format!("discord:channel:{id}").parse().unwrap()
}

pub fn key(number: i64, channel: impl std::fmt::Display) -> Key {
    Key {
        subject: "series:7".into(),
        occurrence: "2026-12-17T09:00:00".into(),
        purpose: format!("reminder:{number}d"),
        target: target(channel),
    }
}

pub fn planned(number: i64, channel: impl std::fmt::Display, due_at: Timestamp) -> Planned {
    Planned { key: key(number, channel), due_at, may_have_been_sent: false }
}

pub async fn plan(store: &SqlStore, add: Vec<Planned>) {
    store.carry_out(&Plan { add, ..Plan::default() }, at(0)).await.unwrap();
}

pub async fn claim(store: &SqlStore, by: &str, seconds: i64, limit: i64) -> Vec<Delivery> {
    let now = at(seconds);
    let claim = Claim {
        by,
        now,
        until: at(seconds + 60),
        furthest: at(seconds + 120),
        kind: TargetKind::Channel,
        limit,
    };
    store.claim(&claim).await.unwrap()
}

/// The only delivery.
pub async fn only(store: &SqlStore) -> Delivery {
    let mut all = store.deliveries_since(Timestamp::MIN).await.unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

/// A series in which everything is set.
pub fn series(id: i64) -> Series {
    Series {
        id: SeriesId(id),
        network: TopicId::parse("net-kaffe-med-uffe").unwrap(),
        state: SeriesState::Active,
        start: datetime(2026, 12, 17, 9, 0, 0, 0),
        zone: TimeZone::get("Europe/Helsinki").unwrap(),
        duration_minutes: 45,
        rule: Some("FREQ=MONTHLY;BYDAY=3TH".parse().unwrap()),
        ends_on: Some(date(2027, 6, 30)),
        link: Some("https://example.org/möte?a=1&b=2".into()),
        about: Some("Kaffe; «ä» 'ö' \"å\"\nand more".into()),
        targets: vec![target(1), "discord:user:2".parse().unwrap()],
        leads: vec!["7d".parse().unwrap(), "15m".parse().unwrap()],
        host: "discord:user:9".parse().unwrap(),
        since: at(0),
        sequence: 3,
        changes: vec![
            Change {
                original: datetime(2026, 12, 17, 9, 0, 0, 0),
                is_skipped: true,
                moved_to: Some(datetime(2026, 12, 18, 10, 30, 0, 0)),
                topic: Some("Loggar".into()),
                speaker: Some("Uffe".into()),
                link: Some("https://example.org/1".into()),
                note: Some("note".into()),
                recap: Some("one\ntwo\nthree".into()),
                is_confirmed: true,
                changed_at: Some(at(7)),
                recap_at: Some(at(8)),
                sequence: 2,
            },
            Change::of(datetime(2027, 1, 28, 9, 0, 0, 0)),
        ],
    }
}

/// A series in which nothing is set that need not be.
pub fn bare_series(id: i64) -> Series {
    Series {
        state: SeriesState::Draft,
        rule: None,
        ends_on: None,
        link: None,
        about: None,
        targets: Vec::new(),
        leads: Vec::new(),
        changes: Vec::new(),
        ..series(id)
    }
}
