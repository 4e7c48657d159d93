//! The tables, in numbered steps for each database. A step that has been released never changes.

use sqlx::SqlStr;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};

use super::database::{Database, Transaction};
use super::{StoreError, installation};

/// Notes which steps were taken; named so that it meets no other program's.
const STEPS_TAKEN: &str = "ledord_migrations";

fn migrator(steps: &[(i64, &'static str, &'static str)]) -> Migrator {
    let migration = |&(version, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(version, name.into(), MigrationType::Simple, SqlStr::from_static(sql), false)
    };
    let mut migrator = Migrator::with_migrations(steps.iter().map(migration).collect());
    migrator.dangerous_set_table_name(STEPS_TAKEN);
    // The transaction around it is the only writer already.
    migrator.set_locking(false);
    migrator
}

fn sqlite() -> Migrator {
    migrator(&[(1, "store", include_str!("migrations/sqlite/0001_store.sql"))])
}

fn postgres() -> Migrator {
    migrator(&[(1, "store", include_str!("migrations/postgres/0001_store.sql"))])
}

/// Takes the steps that are missing and makes the names of a new store: all of it, or nothing.
pub(super) async fn bring_up_to_date(database: &Database) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    // By `run` itself, the future could not be handed to another thread: `Acquire` is not general enough for that.
    let (known, taken) = match &mut writing {
        Transaction::Sqlite(of) => (sqlite(), sqlite().run_direct(None, &mut **of, false).await),
        Transaction::Postgres(of) => (postgres(), postgres().run_direct(None, &mut **of, false).await),
    };
    taken.map_err(|error| refused(database, &known, error))?;
    installation::found(&mut writing).await?;
    writing.commit().await
}

fn refused(database: &Database, known: &Migrator, error: MigrateError) -> StoreError {
    let place = database.place.clone();
    let newest = known.iter().map(|step| step.version).max().unwrap_or(0);
    match error {
        MigrateError::VersionMissing(version) if version > newest => StoreError::Newer { place },
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) | MigrateError::Dirty(_) => {
            StoreError::Damaged { place, source: error.into() }
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => database.failed(error),
        other => StoreError::Failed { source: other.into() },
    }
}
