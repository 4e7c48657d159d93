//! Copies of a store: a backup is always one file of SQLite, whatever the store is kept in.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::database::Database;
use super::sqlite::{self, Contents, InUse, beside};
use super::{Location, SqlStore, StoreError, copy, installation, schema};

/// The lease of the one that plans and sends; see `Store::hold`.
const LEASE: &str = "ledord";
/// Nobody may start to plan while a backup is put in place. Far longer than that takes.
const RESTORING: SignedDuration = SignedDuration::from_mins(10);

impl SqlStore {
    /// Writes a backup while the store is in use: all that was committed before, nothing of what comes after.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is such a file already; else as any request to a store.
    pub async fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let place = to.display().to_string();
        if to.try_exists().map_err(|error| unreachable(to, error))? {
            return Err(StoreError::Exists { place });
        }
        let unfinished = Unfinished::beside(to)?;
        if self.database.is_file() {
            self.database.vacuum_into(unfinished.path()).await?;
        } else {
            let copy = sqlite::open_alone(unfinished.path(), place.clone()).await?;
            schema::bring_up_to_date(&copy).await?;
            copy_all(&self.database, &copy).await?;
            copy.close().await;
        }
        // A link, unlike a move, never takes the place of a file that has appeared meanwhile.
        let placed = unfinished.sync().and_then(|()| match fs::hard_link(unfinished.path(), to) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Not every file system has links.
            Err(_) => fs::rename(unfinished.path(), to),
            Ok(()) => Ok(()),
        });
        match placed {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(StoreError::Exists { place }),
            placed => placed.and_then(|()| sync_folder(to)).map_err(|error| unreachable(to, error)),
        }
    }

    /// A copy in memory, with which a rehearsal may do as it likes.
    ///
    /// # Errors
    /// As any request to a store.
    pub async fn copy_to_memory(&self) -> Result<Self, StoreError> {
        let copy = Self::open(&Location::Memory).await?;
        copy_all(&self.database, &copy.database).await?;
        Ok(copy)
    }
}

/// Writes a backup of the store at a place. The store must be there.
///
/// # Errors
/// As [`SqlStore::open`] and [`SqlStore::backup`].
pub async fn backup(of: &Location, to: &Path) -> Result<(), StoreError> {
    if let Location::File(path) = of {
        fs::metadata(path).map_err(|error| unreachable(path, error))?;
    }
    let store = SqlStore::open(of).await?;
    let done = store.backup(to).await;
    store.close().await;
    done
}

/// Puts a backup in the place of a store that nobody uses. What was due by `now` may have been sent after the backup was
/// made: it is unknown from then on. Returns where the file is kept that was replaced.
///
/// # Errors
/// [`StoreError::InUse`] while somebody uses the store; [`StoreError::Damaged`] and [`StoreError::Newer`] name the backup
/// when it cannot be used. The store is then as it was.
pub async fn restore(backup: &Path, to: &Location, now: Timestamp) -> Result<Option<PathBuf>, StoreError> {
    match to {
        Location::File(path) => {
            let _alone = InUse::alone(path)?;
            let ready = prepare(backup, path, now).await?;
            let kept = keep(path).await.map_err(|error| unreachable(path, error))?;
            let placed = fs::rename(ready.path(), path).and_then(|()| sync_folder(path));
            placed.map_err(|error| unreachable(path, error))?;
            Ok(kept)
        }
        Location::Memory => {
            let source = io::Error::from(io::ErrorKind::Unsupported).into();
            Err(StoreError::Unreachable { place: ":memory:".to_owned(), source })
        }
        Location::Server { .. } => {
            let ready = prepare(backup, backup, now).await?;
            let from = sqlite::open_alone(ready.path(), backup.display().to_string()).await?;
            let store = SqlStore::open(to).await?;
            let done = replace(&from, &store.database, now).await;
            from.close().await;
            store.close().await;
            done.map(|()| None)
        }
    }
}

/// Puts one database in the place of another, which nobody may be using.
async fn replace(from: &Database, to: &Database, now: Timestamp) -> Result<(), StoreError> {
    let us = format!("restore {}", installation::random::<8>()?);
    let until = now.checked_add(RESTORING).unwrap_or(Timestamp::MAX);
    if !installation::hold(to, LEASE, &us, now, until).await? {
        return Err(StoreError::InUse { place: to.place.clone() });
    }
    let copied = copy_all(from, to).await;
    installation::let_go(to, LEASE, &us).await?;
    copied
}

async fn copy_all(from: &Database, to: &Database) -> Result<(), StoreError> {
    let (mut reading, mut writing) = (from.read().await?, to.write().await?);
    copy::everything(&mut reading, &mut writing).await?;
    reading.commit().await?;
    writing.commit().await
}

/// A sound copy of a backup beside a path, up to date and marked as restored. The backup itself is left as it is.
async fn prepare(backup: &Path, beside: &Path, now: Timestamp) -> Result<Unfinished, StoreError> {
    let place = backup.display().to_string();
    fs::metadata(backup).map_err(|error| unreachable(backup, error))?;
    if sqlite::check(backup).await? == Contents::Nothing {
        return Err(StoreError::Damaged { place, source: "it is empty".into() });
    }
    let ready = Unfinished::beside(beside)?;
    let from = sqlite::open_to_read(backup).await?;
    let copied = from.vacuum_into(ready.path()).await;
    from.close().await;
    copied?;
    let database = sqlite::open_alone(ready.path(), place).await?;
    let marked = match schema::bring_up_to_date(&database).await {
        Ok(()) => mark(&database, now).await,
        refused => refused,
    };
    database.close().await;
    marked?;
    ready.sync().map_err(|error| unreachable(ready.path(), error))?;
    Ok(ready)
}

async fn mark(database: &Database, now: Timestamp) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    writing
        .run(
            "UPDATE outbox SET state = 'unknown', reason = 'restored', settled_at = $1, told = 0, claimed_by = NULL, \
             claimed_until = NULL WHERE state IN ('planned', 'claimed') AND due_at <= $1",
            vec![now.into()],
        )
        .await?;
    writing.run("UPDATE meta SET restored_at = $1", vec![now.into()]).await?;
    writing.run("DELETE FROM lease", vec![]).await?;
    writing.commit().await
}

/// Keeps the file of a store under another name, with what SQLite has beside it. The file itself stays in place, for the
/// new one to replace it in one step.
async fn keep(path: &Path) -> io::Result<Option<PathBuf>> {
    if !path.try_exists()? {
        return Ok(None);
    }
    // Opened and closed, a sound store is one file again; a damaged one is kept as it is.
    let _ = sqlite::check(path).await;
    let mut number = 1_u32;
    let kept = loop {
        let name = beside(path, &format!(".before-restore-{number}"));
        match fs::hard_link(path, &name) {
            Ok(()) => break name,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number = number.saturating_add(1),
            // Not every file system has links.
            Err(_) => {
                fs::copy(path, &name)?;
                break name;
            }
        }
    };
    // Beside the new file they would be taken for its own.
    for ending in ["-wal", "-shm"] {
        match fs::rename(beside(path, ending), beside(&kept, ending)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            moved => moved?,
        }
    }
    Ok(Some(kept))
}

/// A file that only its owner may read, and that is gone again unless it was moved elsewhere.
struct Unfinished(PathBuf);

impl Unfinished {
    fn beside(path: &Path) -> Result<Self, StoreError> {
        let name = beside(path, &format!(".unfinished-{}", installation::random::<4>()?));
        sqlite::make(&name).map_err(|error| unreachable(&name, error))?;
        Ok(Self(name))
    }

    fn path(&self) -> &Path {
        &self.0
    }

    fn sync(&self) -> io::Result<()> {
        File::options().write(true).open(&self.0)?.sync_all()
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        for path in [self.0.clone(), beside(&self.0, "-journal")] {
            let _ = fs::remove_file(path);
        }
    }
}

/// Makes a new name in a folder last.
fn sync_folder(of: &Path) -> io::Result<()> {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn unreachable(path: &Path, source: io::Error) -> StoreError {
    StoreError::Unreachable { place: path.display().to_string(), source: source.into() }
}
