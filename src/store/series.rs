//! Series, their changes and follows in the tables.

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::StoreError;
use super::database::{Database, Row, Transaction, Value};
use crate::domain::session::{Change, Follow, Series, SeriesId, SeriesState};
use crate::domain::{Target, TopicId};

/// The zone of a series has no name, so that it could not be read back.
#[derive(Debug, thiserror::Error)]
#[error("the time zone of the series has no name")]
struct NamelessZone;

/// The statement that reads series, with its condition.
macro_rules! series {
    ($condition:literal) => {
        concat!(
            "SELECT id, network, state, start, zone, duration_minutes, rule, ends_on, link, about, targets, leads, host, \
             since, sequence FROM series ",
            $condition,
            " ORDER BY id"
        )
    };
}

/// The statement that reads what differs on single dates, with its condition.
macro_rules! changes {
    ($condition:literal) => {
        concat!(
            "SELECT series, original, is_skipped, moved_to, topic, speaker, link, note, recap, is_confirmed, changed_at, \
             recap_at, sequence FROM changes ",
            $condition,
            " ORDER BY series, original"
        )
    };
}

pub(super) async fn all(database: &Database) -> Result<Vec<Series>, StoreError> {
    let mut reading = database.read().await?;
    let series = reading.rows(series!(""), vec![]).await?;
    let changes = reading.rows(changes!(""), vec![]).await?;
    reading.commit().await?;
    put_together(&series, &changes)
}

pub(super) async fn one(database: &Database, id: SeriesId) -> Result<Option<Series>, StoreError> {
    let mut reading = database.read().await?;
    let series = reading.rows(series!("WHERE id = $1"), vec![id.0.into()]).await?;
    let changes = reading.rows(changes!("WHERE series = $1"), vec![id.0.into()]).await?;
    reading.commit().await?;
    Ok(put_together(&series, &changes)?.pop())
}

/// Series with their changes, both in the order of the series' numbers.
fn put_together(series: &[Row], changes: &[Row]) -> Result<Vec<Series>, StoreError> {
    let mut changes = changes.iter().map(change_of).collect::<Result<Vec<_>, _>>()?.into_iter().peekable();
    let mut all = Vec::with_capacity(series.len());
    for row in series {
        let mut series = series_of(row)?;
        while let Some((_, change)) = changes.next_if(|(id, _)| *id == series.id) {
            series.changes.push(change);
        }
        all.push(series);
    }
    Ok(all)
}

pub(super) async fn insert(database: &Database, series: &Series) -> Result<bool, StoreError> {
    let mut writing = database.write().await?;
    let inserted = writing
        .run(
            "INSERT INTO series (id, network, state, start, zone, duration_minutes, rule, ends_on, link, about, targets, \
             leads, host, since, sequence) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING",
            values_of(series)?,
        )
        .await?;
    if inserted == 0 {
        return Ok(false);
    }
    for change in &series.changes {
        put_change(&mut writing, series.id, change).await?;
    }
    writing.commit().await?;
    Ok(true)
}

pub(super) async fn update(database: &Database, series: &Series, sequence: i64) -> Result<bool, StoreError> {
    let mut values = values_of(series)?;
    values.push(sequence.into());
    let mut writing = database.write().await?;
    let updated = writing
        .run(
            "UPDATE series SET network = $2, state = $3, start = $4, zone = $5, duration_minutes = $6, rule = $7, \
             ends_on = $8, link = $9, about = $10, targets = $11, leads = $12, host = $13, since = $14, sequence = $15 \
             WHERE id = $1 AND sequence = $16",
            values,
        )
        .await?;
    writing.commit().await?;
    Ok(updated > 0)
}

pub(super) async fn put_change(
    writing: &mut Transaction,
    series: SeriesId,
    change: &Change,
) -> Result<bool, StoreError> {
    let values = vec![
        series.0.into(),
        change.original.to_string().into(),
        change.is_skipped.into(),
        change.moved_to.map(|start| start.to_string()).into(),
        change.topic.clone().into(),
        change.speaker.clone().into(),
        change.link.clone().into(),
        change.note.clone().into(),
        change.recap.clone().into(),
        change.is_confirmed.into(),
        change.changed_at.into(),
        change.recap_at.into(),
        change.sequence.into(),
    ];
    let written = writing
        .run(
            "INSERT INTO changes (series, original, is_skipped, moved_to, topic, speaker, link, note, recap, is_confirmed, \
             changed_at, recap_at, sequence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
             ON CONFLICT (series, original) DO UPDATE SET is_skipped = excluded.is_skipped, \
             moved_to = excluded.moved_to, topic = excluded.topic, speaker = excluded.speaker, link = excluded.link, \
             note = excluded.note, recap = excluded.recap, is_confirmed = excluded.is_confirmed, \
             changed_at = excluded.changed_at, recap_at = excluded.recap_at, sequence = excluded.sequence \
             WHERE changes.sequence = excluded.sequence - 1",
            values,
        )
        .await?;
    Ok(written > 0)
}

pub(super) async fn confirm(
    database: &Database,
    series: SeriesId,
    original: DateTime,
) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    writing
        .run(
            "INSERT INTO changes (series, original, is_skipped, is_confirmed, sequence) VALUES ($1, $2, 0, 1, 0) \
             ON CONFLICT (series, original) DO UPDATE SET is_confirmed = 1",
            vec![series.0.into(), original.to_string().into()],
        )
        .await?;
    writing.commit().await
}

pub(super) async fn forget_drafts(database: &Database, before: Timestamp) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    writing.run("DELETE FROM series WHERE state = 'draft' AND since < $1", vec![before.into()]).await?;
    writing.commit().await
}

pub(super) async fn follows(database: &Database) -> Result<Vec<Follow>, StoreError> {
    let mut reading = database.read().await?;
    let rows = reading
        .rows("SELECT person, network, language, since FROM follows ORDER BY person, network", vec![])
        .await?;
    reading.commit().await?;
    let follow = |row: &Row| {
        Ok(Follow {
            person: row.parsed("person")?,
            network: row.topic("network")?,
            language: row.parsed("language")?,
            since: row.instant("since")?,
        })
    };
    rows.iter().map(follow).collect()
}

pub(super) async fn follow(database: &Database, follow: &Follow) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    let values = vec![
        follow.person.to_string().into(),
        follow.network.as_str().into(),
        follow.language.code().into(),
        follow.since.into(),
    ];
    writing
        .run(
            "INSERT INTO follows (person, network, language, since) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (person, network) DO UPDATE SET language = excluded.language",
            values,
        )
        .await?;
    writing.commit().await
}

pub(super) async fn unfollow(
    database: &Database,
    person: &Target,
    network: &TopicId,
) -> Result<bool, StoreError> {
    let mut writing = database.write().await?;
    let deleted = writing
        .run(
            "DELETE FROM follows WHERE person = $1 AND network = $2",
            vec![person.to_string().into(), network.as_str().into()],
        )
        .await?;
    writing.commit().await?;
    Ok(deleted > 0)
}

fn series_of(row: &Row) -> Result<Series, StoreError> {
    let minutes = row.int("duration_minutes")?;
    Ok(Series {
        id: SeriesId(row.int("id")?),
        network: row.topic("network")?,
        state: row.known("state", SeriesState::parse)?,
        start: row.parsed("start")?,
        zone: row.zone("zone")?,
        duration_minutes: u16::try_from(minutes)
            .map_err(|error| StoreError::Failed { source: error.into() })?,
        rule: row.maybe_parsed("rule")?,
        ends_on: row.maybe_parsed("ends_on")?,
        link: row.text("link")?,
        about: row.text("about")?,
        targets: row.list("targets")?,
        leads: row.list("leads")?,
        host: row.parsed("host")?,
        since: row.instant("since")?,
        sequence: row.int("sequence")?,
        changes: Vec::new(),
    })
}

fn values_of(series: &Series) -> Result<Vec<Value>, StoreError> {
    let zone = series.zone.iana_name().ok_or_else(|| StoreError::Failed { source: NamelessZone.into() })?;
    Ok(vec![
        series.id.0.into(),
        series.network.as_str().into(),
        series.state.as_str().into(),
        series.start.to_string().into(),
        zone.into(),
        i64::from(series.duration_minutes).into(),
        series.rule.as_ref().map(ToString::to_string).into(),
        series.ends_on.map(|day| day.to_string()).into(),
        series.link.clone().into(),
        series.about.clone().into(),
        joined(&series.targets).into(),
        joined(&series.leads).into(),
        series.host.to_string().into(),
        series.since.into(),
        series.sequence.into(),
    ])
}

fn joined<T: ToString>(parts: &[T]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

fn change_of(row: &Row) -> Result<(SeriesId, Change), StoreError> {
    let change = Change {
        original: row.parsed("original")?,
        is_skipped: row.flag("is_skipped")?,
        moved_to: row.maybe_parsed("moved_to")?,
        topic: row.text("topic")?,
        speaker: row.text("speaker")?,
        link: row.text("link")?,
        note: row.text("note")?,
        recap: row.text("recap")?,
        is_confirmed: row.flag("is_confirmed")?,
        changed_at: row.maybe_instant("changed_at")?,
        recap_at: row.maybe_instant("recap_at")?,
        sequence: row.int("sequence")?,
    };
    Ok((SeriesId(row.int("series")?), change))
}
