//! Opens a store in a file of SQLite, or in memory.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection};

use super::database::{Database, Pool};
use super::{Location, StoreError};

/// What stands as the place of a store in memory.
pub(super) const IN_MEMORY: &str = ":memory:";
/// How long a writer waits for another process.
const BUSY: Duration = Duration::from_secs(5);
/// "Ledr": written into the file by the first migration.
const APPLICATION: i64 = 0x4c65_6472;

/// Opens a file, which is made when it is not there. What is no store of ours is left as it is.
pub(super) async fn open(path: &Path) -> Result<Database, StoreError> {
    let place = path.display().to_string();
    make(path).map_err(|source| StoreError::Unreachable { place: place.clone(), source: source.into() })?;
    check(path).await?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY);
    pool(options, place).await
}

/// Opens a file that nobody else has open, so that everything stays in that one file. Errors name `place`.
pub(super) async fn open_alone(path: &Path, place: String) -> Result<Database, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Delete)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true);
    pool(options, place).await
}

/// Opens a file that is only read, and changes nothing about how it is kept.
pub(super) async fn open_to_read(path: &Path) -> Result<Database, StoreError> {
    pool(SqliteConnectOptions::new().filename(path).busy_timeout(BUSY), path.display().to_string()).await
}

/// A store that lives as long as it is open.
pub(super) async fn in_memory() -> Result<Database, StoreError> {
    let options = SqliteConnectOptions::new().in_memory(true).foreign_keys(true);
    pool(options, IN_MEMORY.to_owned()).await
}

/// One connection: SQLite has one writer anyway, and those who wait for it here are served in turn.
async fn pool(options: SqliteConnectOptions, place: String) -> Result<Database, StoreError> {
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .connect_lazy_with(options.disable_statement_logging());
    let database = Database { place, pool: Pool::Sqlite(pool) };
    database.read().await?.commit().await?;
    Ok(database)
}

/// Makes an empty file that only its owner may read, unless there is one: series hold names and links.
pub(super) fn make(path: &Path) -> std::io::Result<()> {
    match owner_only().create_new(true).open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

fn owner_only() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// What a file holds that is sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contents {
    /// Nothing yet.
    Nothing,
    /// A store of ours.
    Store,
}

/// What a file holds; an error when it is damaged or not ours. Nothing of its contents is changed.
pub(super) async fn check(path: &Path) -> Result<Contents, StoreError> {
    let place = path.display().to_string();
    // Neither journal mode nor anything else that would be written is set here.
    let options = SqliteConnectOptions::new().filename(path).busy_timeout(BUSY).disable_statement_logging();
    let found = async {
        let mut connection = options.connect().await?;
        let found = look(&mut connection).await;
        connection.close().await?;
        found
    };
    match found.await {
        Ok(Ok(contents)) => Ok(contents),
        Ok(Err(fault)) => Err(StoreError::Damaged { place, source: fault.into() }),
        Err(error) => Err(super::database::failed(&place, error)),
    }
}

async fn look(connection: &mut SqliteConnection) -> Result<Result<Contents, String>, sqlx::Error> {
    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(&mut *connection).await?;
    let application: i64 = sqlx::query_scalar("PRAGMA application_id").fetch_one(&mut *connection).await?;
    if tables > 0 && application != APPLICATION {
        return Ok(Err("it is a file of another program".to_owned()));
    }
    let verdict: String = sqlx::query_scalar("PRAGMA quick_check(1)").fetch_one(&mut *connection).await?;
    let contents = if tables > 0 { Contents::Store } else { Contents::Nothing };
    Ok(if verdict == "ok" { Ok(contents) } else { Err(verdict) })
}

/// Says that this process is the only one on this machine that serves a file. The system gives the lock up with the process,
/// however it ends: whoever gets it knows that the one before is gone, and need not wait for its lease to run out.
#[derive(Debug)]
pub struct Alone(#[allow(dead_code, reason = "the lock lasts as long as the file is open")] File);

impl Alone {
    /// The lock of a file; `None` while another process has it, and for a store on a server.
    pub fn at(location: &Location) -> Option<Self> {
        let Location::File(path) = location else { return None };
        let file = owner_only().create(true).truncate(false).open(beside(path, ".serving")).ok()?;
        file.try_lock().ok().map(|()| Self(file))
    }
}

/// Says that somebody uses the store, for as long as it is kept. Restoring needs the store for itself.
#[derive(Debug)]
pub(super) struct InUse(#[allow(dead_code, reason = "the lock lasts as long as the file is open")] File);

impl InUse {
    /// One of any number of users.
    pub(super) fn shared(path: &Path) -> Result<Self, StoreError> {
        Self::take(path, File::try_lock_shared)
    }

    /// The only one.
    pub(super) fn alone(path: &Path) -> Result<Self, StoreError> {
        Self::take(path, File::try_lock)
    }

    fn take(path: &Path, lock: impl FnOnce(&File) -> Result<(), TryLockError>) -> Result<Self, StoreError> {
        let place = path.display().to_string();
        let beside = beside(path, ".lock");
        let unreachable =
            |source: std::io::Error| StoreError::Unreachable { place: place.clone(), source: source.into() };
        let file = owner_only().create(true).truncate(false).open(beside).map_err(unreachable)?;
        match lock(&file) {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse { place }),
            Err(TryLockError::Error(error)) => Err(unreachable(error)),
        }
    }
}

/// The path with something added to the name.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
