//! Opening a store: new, old, too new, damaged, out of reach.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use ledord::domain::delivery::State;
use ledord::store::{Location, SqlStore, Store, StoreError};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

use super::{Place, at, claim, plan, planned, series};
use crate::support::postgres::postgres_url;

fn file_of(place: &Place) -> PathBuf {
    let Location::File(path) = &place.location else { panic!("no file") };
    path.clone()
}

fn url_of(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = format!("{error} / {error:?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text} / {error} / {error:?}");
        cause = error.source();
    }
    text
}

#[tokio::test]
async fn what_was_written_is_there_after_any_end() {
    for place in Place::shared() {
        let store = place.open().await;
        store.insert_series(&series(1)).await.unwrap();
        plan(&store, vec![planned(1, 1, at(1))]).await;
        // Dropped, not closed.
        drop(store);
        let store = place.open().await;
        assert_eq!(store.series().await.unwrap(), [series(1)]);
        claim(&store, "a", 5, 1).await;
        store.close().await;
        let store = place.open().await;
        assert_eq!(store.deliveries_of("series:7").await.unwrap()[0].state, State::Claimed);
    }
}

/// Every step with rows in the tables as they were then: what people stored comes through all later ones.
#[tokio::test]
async fn every_older_store_is_brought_up_to_date_with_what_it_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for database in ["sqlite", "postgres"] {
        let steps = folder.join("src/store/migrations").join(database);
        let mut steps: Vec<_> = std::fs::read_dir(steps).unwrap().map(|step| step.unwrap().path()).collect();
        steps.sort();
        for version in 1..=steps.len() {
            let place = if database == "sqlite" { Some(Place::file()) } else { Place::server() };
            let Some(place) = place else { continue };
            let sample = folder.join(format!("tests/it/fixtures/store/{version:04}.sql"));
            let sample = std::fs::read_to_string(sample).expect("each step has a sample");
            set_up(&place, &steps[..version], sample).await;
            let store = place.open().await;
            let installation = store.installation().await.unwrap();
            assert_eq!(installation.id, "0123456789abcdef0123456789abcdef");
            assert_eq!(installation.planned_at, Some(at(0)));
            let all = store.series().await.unwrap();
            assert_eq!((all.len(), all[0].changes.len()), (1, 1));
            assert!(all[0].rule.is_some());
            assert_eq!(all[0].changes[0].topic.as_deref(), Some("Loggar"));
            assert_eq!(store.follows().await.unwrap().len(), 1);
            let states: Vec<_> =
                store.deliveries_since(Timestamp::MIN).await.unwrap().iter().map(|row| row.state).collect();
            assert_eq!(states, [State::Sent, State::Missed, State::Claimed]);
            assert_eq!(store.untold(9).await.unwrap(), []);
            assert!(claim(&store, "b", 60, 9).await[0].is_in_doubt);
        }
    }
}

async fn set_up(place: &Place, steps: &[PathBuf], sample: String) {
    let migration = |(number, path): (usize, &PathBuf)| {
        let sql = std::fs::read_to_string(path).unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap().split_once('_').unwrap().1.to_owned();
        let sql = sqlx::SqlSafeStr::into_sql_str(AssertSqlSafe(sql));
        Migration::new(i64::try_from(number).unwrap() + 1, name.into(), MigrationType::Simple, sql, false)
    };
    let mut migrator = Migrator::with_migrations(steps.iter().enumerate().map(migration).collect());
    migrator.dangerous_set_table_name("ledord_migrations");
    match &place.location {
        Location::File(path) => {
            let url = format!("{}?mode=rwc", url_of(path));
            let mut connection = SqliteConnection::connect(&url).await.unwrap();
            migrator.run(&mut connection).await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(sample)).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
        location => {
            let mut connection = connect(location).await;
            migrator.run(&mut connection).await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(sample)).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}

async fn connect(location: &Location) -> PgConnection {
    let Location::Server { url, .. } = location else { panic!("no server") };
    PgConnection::connect(secrecy::ExposeSecret::expose_secret(url)).await.unwrap()
}

#[tokio::test]
async fn a_store_of_a_newer_ledord_is_refused_and_left_alone() {
    const NEWER: &str = "INSERT INTO ledord_migrations (version, description, success, checksum, execution_time) \
        VALUES (9999, 'newer', true, '', 0)";
    for place in Place::shared() {
        place.open().await.close().await;
        if let Location::File(path) = &place.location {
            let mut connection = SqliteConnection::connect(&url_of(path)).await.unwrap();
            sqlx::raw_sql(NEWER.replace("''", "x''").leak() as &'static str)
                .execute(&mut connection)
                .await
                .unwrap();
            connection.close().await.unwrap();
        } else {
            let mut connection = connect(&place.location).await;
            sqlx::raw_sql(NEWER).execute(&mut connection).await.unwrap();
        }
        for _ in 0..2 {
            let error = SqlStore::open(&place.location).await.unwrap_err();
            assert!(matches!(error, StoreError::Newer { .. }), "{error:?}");
            assert!(error.to_string().contains("start that version"));
        }
    }
}

#[tokio::test]
async fn a_file_that_is_no_sound_store_is_refused_and_left_alone() {
    let sound = Place::file();
    let store = sound.open().await;
    for number in 0..50 {
        store.insert_series(&series(number)).await.unwrap();
    }
    store.close().await;
    let sound = std::fs::read(file_of(&sound)).unwrap();
    let mut torn = sound.clone();
    let half = torn.len() / 2;
    torn[4096..half].fill(7);
    let other = Place::file();
    let url = format!("{}?mode=rwc", url_of(&file_of(&other)));
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    sqlx::raw_sql("CREATE TABLE series (id INTEGER)").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let other = std::fs::read(file_of(&other)).unwrap();
    let long = "no database ".repeat(1000).into_bytes();
    for bytes in [b"hello".to_vec(), long, torn, sound[..sound.len() - 4096].to_vec(), other] {
        let place = Place::file();
        let path = file_of(&place);
        std::fs::write(&path, &bytes).unwrap();
        let error = SqlStore::open(&place.location).await.unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
        let text = error.to_string();
        assert!(text.contains("nothing was changed") && text.contains("ledord.db"), "{text}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "it was changed");
    }
}

#[tokio::test]
async fn a_database_with_tables_of_somebody_else_is_refused() {
    let Some(place) = Place::server() else { return };
    let mut connection = connect(&place.location).await;
    sqlx::raw_sql("CREATE TABLE series (id BIGINT)").execute(&mut connection).await.unwrap();
    let error = SqlStore::open(&place.location).await.unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    let tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'";
    let tables: i64 = sqlx::query_scalar(tables).fetch_one(&mut connection).await.unwrap();
    assert_eq!(tables, 1, "nothing was left behind");
}

#[tokio::test]
async fn a_place_out_of_reach_is_named_without_its_password() {
    let folder = tempfile::tempdir().unwrap();
    let error = SqlStore::open(&Location::File(folder.path().join("none/ledord.db"))).await.unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
    assert!(error.to_string().contains("none/ledord.db"), "{error}");
    let error = SqlStore::open(&Location::File(folder.path().to_owned())).await.unwrap_err();
    assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");

    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let server = |url: String| Location::Server { url: url.into(), password: Some("marker".into()) };
    let mut urls = vec![
        format!("postgres://anna:marker@127.0.0.1:{closed}/ledord"),
        "postgres://anna:marker@127.0.0.1:notaport/ledord".to_owned(),
        "postgres://anna:marker@127.0.0.1/ledord?sslmode=odd".to_owned(),
    ];
    urls.extend(postgres_url().map(|url| format!("{url}_none")));
    for url in urls {
        let location = server(url);
        let error = SqlStore::open(&location).await.unwrap_err();
        assert!(matches!(error, StoreError::Unreachable { .. }), "{error:?}");
        let text = format!("{} {location:?}", chain(&error));
        assert!(!text.contains("marker"), "{text}");
    }
    if let Some(place) = Place::server() {
        let shown = format!("{:?}", place.open().await);
        assert!(shown.contains("postgres://ledord@"), "{shown}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_may_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::file();
    let store = place.open().await;
    plan(&store, vec![planned(1, 1, at(1))]).await;
    let path = file_of(&place);
    store.backup(&path.with_extension("backup")).await.unwrap();
    let mut seen = Vec::new();
    for entry in std::fs::read_dir(path.parent().unwrap()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{entry:?}");
        seen.push(entry.file_name().into_string().unwrap());
    }
    seen.sort();
    assert_eq!(seen, ["ledord.backup", "ledord.db", "ledord.db-shm", "ledord.db-wal", "ledord.db.lock"]);
}
