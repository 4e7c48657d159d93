//! Backups while work goes on, and back again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use ledord::domain::Language;
use ledord::domain::delivery::{Delivery, Reason, State};
use ledord::domain::session::{Follow, Series};
use ledord::store::{self, Doubt, Installation, Location, Outcome, Plan, SqlStore, Store, StoreError};

use super::{Place, at, bare_series, claim, plan, planned, series};

#[derive(Debug, PartialEq)]
struct Everything {
    installation: Installation,
    series: Vec<Series>,
    follows: Vec<Follow>,
    deliveries: Vec<Delivery>,
    untold: Vec<Delivery>,
}

async fn everything(store: &SqlStore) -> Everything {
    Everything {
        installation: store.installation().await.unwrap(),
        series: store.series().await.unwrap(),
        follows: store.follows().await.unwrap(),
        deliveries: store.deliveries_since(Timestamp::MIN).await.unwrap(),
        untold: store.untold(99).await.unwrap(),
    }
}

/// One of each: sent, unknown, cancelled, missed and told of, in doubt, claimed, planned for later.
async fn fill(store: &SqlStore) {
    store.insert_series(&series(1)).await.unwrap();
    store.insert_series(&bare_series(2)).await.unwrap();
    for (person, language) in [("discord:user:4", Language::Finnish), ("discord:user:5", Language::Swedish)] {
        let person = person.parse().unwrap();
        store.follow(&Follow { person, network: series(1).network, language, since: at(3) }).await.unwrap();
    }
    let mut rows: Vec<_> = (0..6).map(|number| planned(number, number, at(number))).collect();
    rows.push(planned(6, 6, at(10_000)));
    plan(store, rows).await;
    let outcomes = [
        Outcome::Sent { message_id: "5".into(), message_link: Some("https://x".into()), at: at(9) },
        Outcome::Unknown { reason: Reason::HistoryUnreadable, at: at(9) },
        Outcome::Cancelled { reason: Reason::Gone, at: at(9) },
        Outcome::Missed { reason: Reason::Forbidden, at: at(9) },
        Outcome::Later { not_before: at(50), doubt: Doubt::MayBeThere },
    ];
    let claimed = claim(store, "a", 8, 9).await;
    for (row, outcome) in claimed.iter().zip(&outcomes) {
        assert!(store.settle(row.id, "a", outcome).await.unwrap());
    }
    store.tell(&[claimed[3].id], &Plan::default()).await.unwrap();
    store.hold("ledord", "a", at(0), at(30)).await.unwrap();
}

fn backup_file(folder: &Path) -> PathBuf {
    folder.join("säkerhets kopia's.db")
}

#[tokio::test]
async fn a_backup_holds_everything_and_never_takes_the_place_of_a_file() {
    for place in Place::all() {
        let folder = tempfile::tempdir().unwrap();
        let file = backup_file(folder.path());
        let store = place.open().await;
        fill(&store).await;
        store.backup(&file).await.unwrap();
        let bytes = std::fs::read(&file).unwrap();
        let again = store.backup(&file).await.unwrap_err();
        assert!(matches!(again, StoreError::Exists { .. }), "{again:?}");
        assert_eq!(std::fs::read(&file).unwrap(), bytes);
        let names: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(names, [file.file_name().unwrap()], "nothing is left beside it");
        let copy = SqlStore::open(&Location::File(file)).await.unwrap();
        assert_eq!(everything(&copy).await, everything(&store).await);
        let missing = folder.path().join("none/backup.db");
        assert!(matches!(store.backup(&missing).await, Err(StoreError::Unreachable { .. })));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_while_writing_goes_on_holds_whole_transactions() {
    for place in Place::shared() {
        let folder = tempfile::tempdir().unwrap();
        let writer = Arc::new(place.open().await);
        plan(&writer, vec![planned(-1, 1, at(0)), planned(-1, 2, at(0))]).await;
        let (stop, mut stopped) = tokio::sync::oneshot::channel::<()>();
        let writing = Arc::clone(&writer);
        let writing = tokio::spawn(async move {
            let mut pairs = 1;
            while stopped.try_recv().is_err() {
                plan(&writing, vec![planned(pairs, 1, at(pairs)), planned(pairs, 2, at(pairs))]).await;
                pairs += 1;
            }
            pairs
        });
        let mut before = 0;
        for number in 0..5 {
            let file = folder.path().join(number.to_string());
            // As another process does it.
            store::backup(&place.location, &file).await.unwrap();
            let copy = SqlStore::open(&Location::File(file)).await.unwrap();
            let rows = copy.deliveries_since(Timestamp::MIN).await.unwrap().len();
            assert!(rows % 2 == 0 && rows > 0 && rows >= before, "{rows} after {before}");
            before = rows;
        }
        stop.send(()).unwrap();
        let pairs = writing.await.unwrap();
        let rows = writer.deliveries_since(Timestamp::MIN).await.unwrap().len();
        assert_eq!(i64::try_from(rows).unwrap(), pairs * 2, "the writer lost nothing");
    }
}

#[tokio::test]
async fn a_restored_store_sends_nothing_again_that_was_due() {
    for place in Place::shared() {
        let folder = tempfile::tempdir().unwrap();
        let file = backup_file(folder.path());
        let store = place.open().await;
        fill(&store).await;
        let installation = store.installation().await.unwrap();
        store.backup(&file).await.unwrap();
        let backup = std::fs::read(&file).unwrap();
        plan(&store, vec![planned(8, 8, at(8))]).await;
        store.let_go("ledord", "a").await.unwrap();
        store.close().await;

        let kept = store::restore(&file, &place.location, at(100)).await.unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), backup, "the backup is left as it is");
        let store = place.open().await;
        let after = store.installation().await.unwrap();
        assert_eq!(after, Installation { restored_at: Some(at(100)), ..installation });
        let rows = store.deliveries_since(Timestamp::MIN).await.unwrap();
        let states: Vec<_> = rows.iter().map(|row| row.state).collect();
        let unknown = State::Unknown;
        let expected =
            [State::Sent, unknown, State::Cancelled, State::Missed, unknown, unknown, State::Planned];
        assert_eq!(states, expected);
        for row in &rows[4..6] {
            assert_eq!((row.reason, row.settled_at), (Some(Reason::Restored), Some(at(100))));
        }
        assert_eq!(rows[1].reason, Some(Reason::HistoryUnreadable));
        assert_eq!(store.untold(9).await.unwrap().len(), 3);
        assert_eq!(claim(&store, "b", 200, 9).await, []);
        assert!(store.hold("ledord", "b", at(1), at(2)).await.unwrap(), "no lease came along");
        plan(&store, vec![planned(9, 9, at(8))]).await;
        assert_eq!(store.series().await.unwrap(), [series(1), bare_series(2)]);

        assert_eq!(kept.is_some(), matches!(place.location, Location::File(_)));
        if let Some(kept) = kept {
            assert!(kept.ends_with("ledord.db.before-restore-1"), "{kept:?}");
            let old = SqlStore::open(&Location::File(kept)).await.unwrap();
            assert_eq!(old.deliveries_since(Timestamp::MIN).await.unwrap().len(), 8);
            store.close().await;
            let second = store::restore(&file, &place.location, at(101)).await.unwrap().unwrap();
            assert!(second.ends_with("ledord.db.before-restore-2"), "{second:?}");
        }
    }
}

#[tokio::test]
async fn a_store_in_use_is_not_restored() {
    for place in Place::shared() {
        let folder = tempfile::tempdir().unwrap();
        let file = backup_file(folder.path());
        let store = place.open().await;
        fill(&store).await;
        store.backup(&file).await.unwrap();
        let before = everything(&store).await;
        let error = store::restore(&file, &place.location, at(20)).await.unwrap_err();
        assert!(matches!(error, StoreError::InUse { .. }), "{error:?}");
        assert!(error.to_string().contains("stop ledord first"), "{error}");
        assert_eq!(everything(&store).await, before);
        // A server knows by the lease; a file by who has it open.
        store.close().await;
        drop(store);
        store::restore(&file, &place.location, at(30)).await.unwrap();
    }
}

#[tokio::test]
async fn a_file_left_with_its_journal_is_kept_whole() {
    let place = Place::file();
    let folder = tempfile::tempdir().unwrap();
    let file = backup_file(folder.path());
    let store = place.open().await;
    store.backup(&file).await.unwrap();
    plan(&store, vec![planned(1, 1, at(1))]).await;
    // As a crash leaves it: the rows are in the journal alone.
    let Location::File(path) = &place.location else { panic!("no file") };
    let crashed = folder.path().join("crashed.db");
    let beside = |path: &Path, ending: &str| PathBuf::from(format!("{}{ending}", path.display()));
    for ending in ["", "-wal"] {
        std::fs::copy(beside(path, ending), beside(&crashed, ending)).unwrap();
    }
    let kept = store::restore(&file, &Location::File(crashed.clone()), at(100)).await.unwrap().unwrap();
    let restored = SqlStore::open(&Location::File(crashed)).await.unwrap();
    assert_eq!(restored.deliveries_since(Timestamp::MIN).await.unwrap(), []);
    let old = SqlStore::open(&Location::File(kept)).await.unwrap();
    assert_eq!(old.deliveries_since(Timestamp::MIN).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_damaged_store_is_replaced_and_a_damaged_backup_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = backup_file(folder.path());
    for place in Place::shared() {
        let store = place.open().await;
        plan(&store, vec![planned(1, 1, at(900))]).await;
        let before = everything(&store).await;
        store.close().await;
        drop(store);
        for bytes in [b"no backup".to_vec(), Vec::new()] {
            std::fs::write(&file, &bytes).unwrap();
            let error = store::restore(&file, &place.location, at(1)).await.unwrap_err();
            assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
            assert!(error.to_string().contains("kopia"), "it names the backup: {error}");
        }
        std::fs::remove_file(&file).unwrap();
        let error = store::restore(&file, &place.location, at(1)).await.unwrap_err();
        assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
        assert_eq!(everything(&place.open().await).await, before);
    }
    let (sound, damaged) = (Place::file(), Place::file());
    sound.open().await.backup(&file).await.unwrap();
    let Location::File(path) = &damaged.location else { panic!("no file") };
    std::fs::write(path, "no store").unwrap();
    let kept = store::restore(&file, &damaged.location, at(1)).await.unwrap().unwrap();
    assert_eq!(std::fs::read(kept).unwrap(), b"no store");
    damaged.open().await;
}

#[tokio::test]
async fn a_store_moves_from_sqlite_to_postgresql_and_back() {
    let Some(server) = Place::server() else { return };
    let (first, last) = (Place::file(), Place::file());
    let folder = tempfile::tempdir().unwrap();
    let store = first.open().await;
    fill(&store).await;
    store.let_go("ledord", "a").await.unwrap();
    store.backup(&folder.path().join("1")).await.unwrap();
    // Before anything was due, so that nothing is marked but the moment of the restore.
    let early = at(-100);
    store::restore(&folder.path().join("1"), &server.location, early).await.unwrap();
    let moved = server.open().await;
    let mut expected = everything(&store).await;
    expected.installation.restored_at = Some(early);
    assert_eq!(everything(&moved).await, expected);
    moved.backup(&folder.path().join("2")).await.unwrap();
    store::restore(&folder.path().join("2"), &last.location, early).await.unwrap();
    let back = last.open().await;
    assert_eq!(everything(&back).await, expected);
    // New rows get numbers of their own.
    for store in [moved, back] {
        plan(&store, vec![planned(50, 50, at(50))]).await;
        assert_eq!(store.deliveries_since(Timestamp::MIN).await.unwrap().len(), 8);
    }
}

#[tokio::test]
async fn a_copy_in_memory_is_equal_and_goes_its_own_way() {
    for place in Place::all() {
        let store = place.open().await;
        fill(&store).await;
        let before = everything(&store).await;
        let copy = store.copy_to_memory().await.unwrap();
        assert_eq!(everything(&copy).await, before);
        plan(&copy, vec![planned(70, 70, at(70))]).await;
        claim(&copy, "b", 500, 9).await;
        assert_eq!(everything(&store).await, before);
    }
}
