//! Deliveries in the table: planned, claimed, settled, told of.

use jiff::Timestamp;

use super::database::{Database, Row, Transaction};
use super::{Claim, Doubt, Outcome, Plan, StoreError};
use crate::domain::delivery::{Delivery, DeliveryId, Key, Reason, State};

/// The columns of a delivery, for a statement that begins before them and ends after them.
macro_rules! deliveries {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " id, subject, occurrence, purpose, target, due_at, state, attempts, first_try_at, not_before, open_tries, \
             settled_at, message_id, message_link, reason ",
            $after
        )
    };
}

pub(super) async fn since(database: &Database, from: Timestamp) -> Result<Vec<Delivery>, StoreError> {
    let sql = deliveries!("SELECT", "FROM outbox WHERE due_at >= $1 ORDER BY due_at, id");
    let mut reading = database.read().await?;
    let rows = reading.rows(sql, vec![from.into()]).await?;
    reading.commit().await?;
    rows.iter().map(delivery_of).collect()
}

pub(super) async fn of_subject(database: &Database, subject: &str) -> Result<Vec<Delivery>, StoreError> {
    let sql = deliveries!("SELECT", "FROM outbox WHERE subject = $1 ORDER BY due_at, id");
    let mut reading = database.read().await?;
    let rows = reading.rows(sql, vec![subject.into()]).await?;
    reading.commit().await?;
    rows.iter().map(delivery_of).collect()
}

pub(super) async fn untold(database: &Database, limit: i64) -> Result<Vec<Delivery>, StoreError> {
    let sql = deliveries!(
        "SELECT",
        "FROM outbox WHERE told = 0 AND state IN ('missed', 'unknown') ORDER BY due_at, id LIMIT $1"
    );
    let mut reading = database.read().await?;
    let rows = reading.rows(sql, vec![limit.into()]).await?;
    reading.commit().await?;
    rows.iter().map(delivery_of).collect()
}

pub(super) async fn next_at(database: &Database) -> Result<Option<Timestamp>, StoreError> {
    let mut reading = database.read().await?;
    let rows = reading
        .rows(
            "SELECT min(at) AS at FROM (\
             SELECT min(not_before) AS at FROM outbox WHERE state = 'planned' \
             UNION ALL SELECT min(claimed_until) AS at FROM outbox WHERE state = 'claimed') AS moments",
            vec![],
        )
        .await?;
    reading.commit().await?;
    rows.first().map_or(Ok(None), |row| row.maybe_instant("at"))
}

/// Writes a plan down; `at` is when it was made.
pub(super) async fn apply(
    writing: &mut Transaction,
    plan: &Plan,
    at: Option<Timestamp>,
) -> Result<(), StoreError> {
    for planned in &plan.add {
        let (state, reason, settled_at) = if planned.may_have_been_sent {
            (State::Unknown, Some(Reason::Restored.as_str().to_owned()), at)
        } else {
            (State::Planned, None, None)
        };
        let Key { subject, occurrence, purpose, target } = &planned.key;
        let values = vec![
            subject.as_str().into(),
            occurrence.as_str().into(),
            purpose.as_str().into(),
            target.to_string().into(),
            planned.due_at.into(),
            state.as_str().into(),
            reason.into(),
            settled_at.into(),
        ];
        // A try whose outcome is open stays so: the message may be there although the delivery was cancelled after it.
        writing
            .run(
                "INSERT INTO outbox (subject, occurrence, purpose, target, due_at, not_before, state, reason, settled_at) \
                 VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8) \
                 ON CONFLICT (subject, occurrence, purpose, target) DO UPDATE SET due_at = excluded.due_at, \
                 not_before = excluded.not_before, state = excluded.state, reason = excluded.reason, \
                 settled_at = excluded.settled_at, attempts = 0, told = 0, \
                 first_try_at = CASE WHEN outbox.open_tries > 0 THEN outbox.first_try_at END \
                 WHERE outbox.state = 'cancelled'",
                values,
            )
            .await?;
    }
    for (id, due_at) in &plan.reschedule {
        writing
            .run(
                "UPDATE outbox SET due_at = $2, not_before = $2 WHERE id = $1 AND state = 'planned'",
                vec![id.0.into(), (*due_at).into()],
            )
            .await?;
    }
    for (id, reason) in &plan.cancel {
        writing
            .run(
                // One that may be there is first looked for, by whoever claims it.
                "UPDATE outbox SET state = 'cancelled', reason = $2, settled_at = $3 \
                 WHERE id = $1 AND state = 'planned' AND open_tries = 0",
                vec![id.0.into(), reason.as_str().into(), at.into()],
            )
            .await?;
    }
    Ok(())
}

pub(super) async fn claim(database: &Database, claim: &Claim<'_>) -> Result<Vec<Delivery>, StoreError> {
    // The conditions stand twice: for the choice, and for the rows as they are when they are written.
    let sql = deliveries!(
        "UPDATE outbox SET state = 'claimed', claimed_by = $1, claimed_until = $2, attempts = attempts + 1, \
         first_try_at = coalesce(first_try_at, $3), open_tries = open_tries + 1 \
         WHERE id IN (SELECT id FROM (\
         SELECT id, due_at, row_number() OVER (PARTITION BY target ORDER BY due_at, id) AS turn FROM outbox AS due \
         WHERE ((state = 'planned' AND not_before <= $3) \
         OR (state = 'claimed' AND (claimed_until <= $3 OR claimed_until > $4))) \
         AND CASE WHEN due.target LIKE '%:user:%' THEN 'user' ELSE 'channel' END = $6 \
         AND NOT EXISTS (SELECT 1 FROM outbox AS busy WHERE busy.target = due.target AND busy.state = 'claimed' \
         AND busy.claimed_until > $3 AND busy.claimed_until <= $4)) AS turns \
         WHERE turn = 1 ORDER BY due_at, id LIMIT $5) \
         AND ((state = 'planned' AND not_before <= $3) \
         OR (state = 'claimed' AND (claimed_until <= $3 OR claimed_until > $4))) RETURNING",
        ""
    );
    let values = vec![
        claim.by.into(),
        claim.until.into(),
        claim.now.into(),
        claim.furthest.into(),
        claim.limit.into(),
        claim.kind.as_str().into(),
    ];
    let mut writing = database.write().await?;
    let rows = writing.rows(sql, values).await?;
    writing.commit().await?;
    let mut claimed = rows.iter().map(delivery_of).collect::<Result<Vec<_>, _>>()?;
    claimed.sort_by_key(|delivery| (delivery.due_at, delivery.id));
    Ok(claimed)
}

pub(super) async fn settle(
    database: &Database,
    id: DeliveryId,
    by: &str,
    outcome: &Outcome,
) -> Result<bool, StoreError> {
    let mut values = vec![id.0.into(), by.into()];
    let sql = match outcome {
        Outcome::Sent { message_id, message_link, at } => {
            values.extend([message_id.as_str().into(), message_link.clone().into(), (*at).into()]);
            "UPDATE outbox SET state = 'sent', message_id = $3, message_link = $4, settled_at = $5, open_tries = 0, \
             claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND state = 'claimed' AND claimed_by = $2"
        }
        Outcome::Unknown { reason, at } => {
            values.extend([reason.as_str().into(), (*at).into()]);
            "UPDATE outbox SET state = 'unknown', reason = $3, settled_at = $4, \
             claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND state = 'claimed' AND claimed_by = $2"
        }
        // Nothing was sent in this try; what earlier ones left open stays open.
        Outcome::Cancelled { reason, at } => {
            values.extend([reason.as_str().into(), (*at).into()]);
            "UPDATE outbox SET state = 'cancelled', reason = $3, settled_at = $4, open_tries = open_tries - 1, \
             claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND state = 'claimed' AND claimed_by = $2"
        }
        Outcome::Missed { reason, at } => {
            values.extend([reason.as_str().into(), (*at).into()]);
            "UPDATE outbox SET state = 'missed', reason = $3, settled_at = $4, open_tries = open_tries - 1, \
             claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND state = 'claimed' AND claimed_by = $2"
        }
        Outcome::Later { not_before, doubt: Doubt::NotSent } => {
            values.push((*not_before).into());
            "UPDATE outbox SET state = 'planned', not_before = $3, open_tries = 0, \
             claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND state = 'claimed' AND claimed_by = $2"
        }
        Outcome::Later { not_before, doubt: Doubt::MayBeThere } => {
            values.push((*not_before).into());
            "UPDATE outbox SET state = 'planned', not_before = $3, \
             claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND state = 'claimed' AND claimed_by = $2"
        }
    };
    let mut writing = database.write().await?;
    let settled = writing.run(sql, values).await?;
    writing.commit().await?;
    Ok(settled > 0)
}

pub(super) async fn tell(database: &Database, ids: &[DeliveryId], plan: &Plan) -> Result<(), StoreError> {
    let mut writing = database.write().await?;
    for id in ids {
        writing.run("UPDATE outbox SET told = 1 WHERE id = $1", vec![id.0.into()]).await?;
    }
    apply(&mut writing, plan, None).await?;
    writing.commit().await
}

fn delivery_of(row: &Row) -> Result<Delivery, StoreError> {
    let state = row.known("state", State::parse)?;
    // The try under way is not one whose outcome is in doubt.
    let under_way = i64::from(state == State::Claimed);
    Ok(Delivery {
        id: DeliveryId(row.int("id")?),
        key: Key {
            subject: row.word("subject")?,
            occurrence: row.word("occurrence")?,
            purpose: row.word("purpose")?,
            target: row.parsed("target")?,
        },
        due_at: row.instant("due_at")?,
        state,
        attempts: row.int("attempts")?,
        first_try_at: row.maybe_instant("first_try_at")?,
        not_before: row.instant("not_before")?,
        is_in_doubt: row.int("open_tries")? > under_way,
        settled_at: row.maybe_instant("settled_at")?,
        message_id: row.text("message_id")?,
        message_link: row.text("message_link")?,
        reason: row.text("reason")?.map(|_| row.known("reason", Reason::parse)).transpose()?,
    })
}
