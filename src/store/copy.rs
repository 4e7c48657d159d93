//! Copies every table from one database to another, of whichever sort. Leases stay: they are of processes, not of the
//! store.

use super::StoreError;
use super::database::{Row, Transaction, Value};

/// A table with its statements and its columns in their order.
struct Table {
    select: &'static str,
    insert: &'static str,
    clear: &'static str,
    columns: &'static [Column],
}

enum Column {
    Number(&'static str),
    Text(&'static str),
}

use Column::{Number, Text};

/// In an order in which each row finds those that it refers to.
const TABLES: [Table; 5] = [
    Table {
        select: "SELECT one, id, feed_secret, planned_at, restored_at FROM meta",
        insert: "INSERT INTO meta (one, id, feed_secret, planned_at, restored_at) VALUES ($1, $2, $3, $4, $5)",
        clear: "DELETE FROM meta",
        columns: &[
            Number("one"),
            Text("id"),
            Text("feed_secret"),
            Number("planned_at"),
            Number("restored_at"),
        ],
    },
    Table {
        select: "SELECT id, network, state, start, zone, duration_minutes, rule, ends_on, link, about, targets, leads, \
                 host, since, sequence FROM series ORDER BY id",
        insert: "INSERT INTO series (id, network, state, start, zone, duration_minutes, rule, ends_on, link, about, \
                 targets, leads, host, since, sequence) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        clear: "DELETE FROM series",
        columns: &[
            Number("id"),
            Text("network"),
            Text("state"),
            Text("start"),
            Text("zone"),
            Number("duration_minutes"),
            Text("rule"),
            Text("ends_on"),
            Text("link"),
            Text("about"),
            Text("targets"),
            Text("leads"),
            Text("host"),
            Number("since"),
            Number("sequence"),
        ],
    },
    Table {
        select: "SELECT series, original, is_skipped, moved_to, topic, speaker, link, note, recap, is_confirmed, changed_at, \
                 recap_at, sequence FROM changes ORDER BY series, original",
        insert: "INSERT INTO changes (series, original, is_skipped, moved_to, topic, speaker, link, note, recap, \
                 is_confirmed, changed_at, recap_at, sequence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        clear: "DELETE FROM changes",
        columns: &[
            Number("series"),
            Text("original"),
            Number("is_skipped"),
            Text("moved_to"),
            Text("topic"),
            Text("speaker"),
            Text("link"),
            Text("note"),
            Text("recap"),
            Number("is_confirmed"),
            Number("changed_at"),
            Number("recap_at"),
            Number("sequence"),
        ],
    },
    Table {
        select: "SELECT person, network, language, since FROM follows ORDER BY person, network",
        insert: "INSERT INTO follows (person, network, language, since) VALUES ($1, $2, $3, $4)",
        clear: "DELETE FROM follows",
        columns: &[Text("person"), Text("network"), Text("language"), Number("since")],
    },
    Table {
        select: "SELECT id, subject, occurrence, purpose, target, due_at, state, attempts, first_try_at, not_before, \
                 open_tries, claimed_by, claimed_until, settled_at, message_id, message_link, reason, told FROM outbox \
                 ORDER BY id",
        insert: "INSERT INTO outbox (id, subject, occurrence, purpose, target, due_at, state, attempts, first_try_at, \
                 not_before, open_tries, claimed_by, claimed_until, settled_at, message_id, message_link, reason, told) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        clear: "DELETE FROM outbox",
        columns: &[
            Number("id"),
            Text("subject"),
            Text("occurrence"),
            Text("purpose"),
            Text("target"),
            Number("due_at"),
            Text("state"),
            Number("attempts"),
            Number("first_try_at"),
            Number("not_before"),
            Number("open_tries"),
            Text("claimed_by"),
            Number("claimed_until"),
            Number("settled_at"),
            Text("message_id"),
            Text("message_link"),
            Text("reason"),
            Number("told"),
        ],
    },
];

/// Puts everything of one database in the place of everything in the other. Both are transactions of the caller.
pub(super) async fn everything(from: &mut Transaction, to: &mut Transaction) -> Result<(), StoreError> {
    for table in TABLES.iter().rev() {
        to.run(table.clear, vec![]).await?;
    }
    for table in &TABLES {
        for row in from.rows(table.select, vec![]).await? {
            let values = table.columns.iter().map(|column| column.of(&row)).collect::<Result<_, _>>()?;
            to.run(table.insert, values).await?;
        }
    }
    if matches!(to, Transaction::Postgres(_)) {
        // Rows that come with their numbers do not move the counter of PostgreSQL.
        to.rows(
            "SELECT setval(pg_get_serial_sequence('outbox', 'id'), greatest(max(id), 1), max(id) IS NOT NULL) FROM outbox",
            vec![],
        )
        .await?;
    }
    Ok(())
}

impl Column {
    fn of(&self, row: &Row) -> Result<Value, sqlx::Error> {
        match self {
            Self::Number(name) => row.number(name).map(Value::Number),
            Self::Text(name) => row.text(name).map(Value::Text),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::store::{schema, sqlite};

    #[tokio::test]
    async fn every_column_of_every_table_is_copied() {
        let database = sqlite::in_memory().await.unwrap();
        schema::bring_up_to_date(&database).await.unwrap();
        let rows = database
            .read()
            .await
            .unwrap()
            .rows(
                "SELECT tables.name || '.' || columns.name AS name FROM sqlite_schema AS tables \
                 JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' \
                 AND tables.name NOT IN ('lease', 'ledord_migrations', 'sqlite_sequence')",
                vec![],
            )
            .await
            .unwrap();
        let there: BTreeSet<_> = rows.iter().map(|row| row.word("name").unwrap()).collect();
        let mut copied = BTreeSet::new();
        for table in &TABLES {
            let name = table.clear.trim_start_matches("DELETE FROM ");
            for Number(column) | Text(column) in table.columns {
                copied.insert(format!("{name}.{column}"));
            }
        }
        assert_eq!(copied, there);
    }
}
