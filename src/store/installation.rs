//! Who this installation is, where planning stands, and leases.

use std::fmt::Write;

use jiff::Timestamp;

use super::database::{Database, Transaction};
use super::{Installation, StoreError};

/// Makes the names and secrets of a new store; leaves those of an old one alone.
pub(super) async fn found(writing: &mut Transaction) -> Result<(), StoreError> {
    writing
        .run(
            "INSERT INTO meta (one, id, feed_secret) VALUES (1, $1, $2) ON CONFLICT (one) DO NOTHING",
            vec![random::<16>()?.into(), random::<32>()?.into()],
        )
        .await?;
    Ok(())
}

/// Random bytes as hexadecimal digits.
pub(super) fn random<const BYTES: usize>() -> Result<String, StoreError> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Failed { source: error.into() })?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

pub(super) async fn read(database: &Database) -> Result<Installation, StoreError> {
    let mut reading = database.read().await?;
    let rows = reading
        .rows("SELECT id, feed_secret, planned_at, restored_at FROM meta WHERE one = 1", vec![])
        .await?;
    reading.commit().await?;
    let row = rows.first().ok_or(sqlx::Error::RowNotFound)?;
    Ok(Installation {
        id: row.word("id")?,
        feed_secret: row.word("feed_secret")?,
        planned_at: row.maybe_instant("planned_at")?,
        restored_at: row.maybe_instant("restored_at")?,
    })
}

pub(super) async fn planned(writing: &mut Transaction, at: Timestamp) -> Result<(), StoreError> {
    writing.run("UPDATE meta SET planned_at = $1 WHERE one = 1", vec![at.into()]).await?;
    Ok(())
}

pub(super) async fn plan_again_from(database: &Database, from: Timestamp) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    writing
        .run(
            "UPDATE meta SET planned_at = $1 WHERE one = 1 AND coalesce(planned_at, $1) >= $1",
            vec![from.into()],
        )
        .await?;
    writing.commit().await
}

pub(super) async fn hold(
    database: &Database,
    lease: &str,
    by: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<bool, StoreError> {
    let mut writing = database.write().await?;
    let held = writing
        .run(
            "INSERT INTO lease (name, holder, held_until) VALUES ($1, $2, $4) \
             ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until \
             WHERE lease.holder = excluded.holder OR lease.held_until <= $3",
            vec![lease.into(), by.into(), now.into(), until.into()],
        )
        .await?;
    writing.commit().await?;
    Ok(held > 0)
}

pub(super) async fn seize(
    database: &Database,
    lease: &str,
    by: &str,
    until: Timestamp,
) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    writing
        .run(
            "INSERT INTO lease (name, holder, held_until) VALUES ($1, $2, $3) \
             ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until",
            vec![lease.into(), by.into(), until.into()],
        )
        .await?;
    writing.commit().await
}

pub(super) async fn let_go(database: &Database, lease: &str, by: &str) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    writing.run("DELETE FROM lease WHERE name = $1 AND holder = $2", vec![lease.into(), by.into()]).await?;
    writing.commit().await
}
