//! The two databases behind one face: one SQL text, run on either.

use std::fmt;
use std::path::Path;

use sqlx::{Decode, Encode, Postgres, Sqlite, Type};

use super::StoreError;

/// Only one writer is at work in the database at a time, as in SQLite: whoever writes holds this lock of PostgreSQL.
/// "ledord" in ASCII.
const WRITER: i64 = 0x6c65_646f_7264;

/// The connections to a database.
pub(super) struct Database {
    /// The file, or the server without its password; for errors.
    pub(super) place: String,
    pub(super) pool: Pool,
}

#[derive(Clone)]
pub(super) enum Pool {
    Sqlite(sqlx::Pool<Sqlite>),
    Postgres(sqlx::Pool<Postgres>),
}

/// By hand, so that no password can slip into it.
impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Database").field(&self.place).finish()
    }
}

/// A transaction; undone unless it is committed.
pub(super) enum Transaction {
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    Postgres(sqlx::Transaction<'static, Postgres>),
}

/// What goes into a column. PostgreSQL must be told the type of a missing value too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Number(Option<i64>),
    Text(Option<String>),
}

/// A row that was found.
pub(super) enum Row {
    Sqlite(sqlx::sqlite::SqliteRow),
    Postgres(sqlx::postgres::PgRow),
}

impl Database {
    /// Begins to read: everything is seen as it is now.
    pub(super) async fn read(&self) -> Result<Transaction, StoreError> {
        let begun = match &self.pool {
            Pool::Sqlite(pool) => pool.begin().await.map(Transaction::Sqlite),
            Pool::Postgres(pool) => pool
                .begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .await
                .map(Transaction::Postgres),
        };
        begun.map_err(|error| self.failed(error))
    }

    /// Begins to write, as the only one.
    pub(super) async fn write(&self) -> Result<Transaction, StoreError> {
        let begun = match &self.pool {
            // A transaction that reads first and writes later would fail at once when another has written meanwhile.
            Pool::Sqlite(pool) => pool.begin_with("BEGIN IMMEDIATE").await.map(Transaction::Sqlite),
            Pool::Postgres(pool) => pool.begin().await.map(Transaction::Postgres),
        };
        let mut transaction = begun.map_err(|error| self.failed(error))?;
        if matches!(transaction, Transaction::Postgres(_)) {
            transaction.run("SELECT pg_advisory_xact_lock($1)", vec![WRITER.into()]).await?;
        }
        Ok(transaction)
    }

    /// Writes the whole of a database of SQLite into an empty file, as it is now.
    pub(super) async fn vacuum_into(&self, path: &Path) -> Result<(), StoreError> {
        let written = match (&self.pool, path.to_str()) {
            (Pool::Sqlite(pool), Some(path)) => sqlx::query("VACUUM INTO $1").bind(path).execute(pool).await,
            _ => Err(sqlx::Error::Configuration("the path is no text".into())),
        };
        written.map(drop).map_err(|error| self.failed(error))
    }

    /// Whether it is a file of SQLite. One in memory cannot write itself into a file: SQLite opens that in memory too.
    pub(super) fn is_file(&self) -> bool {
        matches!(self.pool, Pool::Sqlite(_)) && self.place != super::sqlite::IN_MEMORY
    }

    /// Closes the connections. SQLite then keeps everything in its one file.
    pub(super) async fn close(&self) {
        match &self.pool {
            Pool::Sqlite(pool) => pool.close().await,
            Pool::Postgres(pool) => pool.close().await,
        }
    }

    /// What a failure of sqlx means for the one who asked.
    pub(super) fn failed(&self, error: sqlx::Error) -> StoreError {
        failed(&self.place, error)
    }
}

/// What a failure of sqlx at a place means for the one who asked.
pub(super) fn failed(place: &str, error: sqlx::Error) -> StoreError {
    let place = place.to_owned();
    let fault = match &error {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolTimedOut => Fault::Unreachable,
        other => other.as_database_error().map_or(Fault::Other, Fault::of),
    };
    match fault {
        Fault::Damaged => StoreError::Damaged { place, source: error.into() },
        Fault::Unreachable => StoreError::Unreachable { place, source: error.into() },
        Fault::Other => error.into(),
    }
}

/// What the code of a database says.
enum Fault {
    Damaged,
    Unreachable,
    Other,
}

impl Fault {
    fn of(error: &dyn sqlx::error::DatabaseError) -> Self {
        let Some(code) = error.code() else { return Self::Other };
        // SQLite gives numbers, the low byte being the class: 11 corrupt, 26 no database; 8 read-only, 10 input and output,
        // 13 full, 14 cannot open. PostgreSQL gives five characters: 28 no access, 3D no such database, 57P shutting down;
        // 42P07 is a table of one of our names that we did not make.
        match code.parse::<i64>().ok().filter(|_| code.len() < 5).map(|number| number & 0xff) {
            Some(11 | 26) => Self::Damaged,
            Some(8 | 10 | 13 | 14) => Self::Unreachable,
            _ if code == "42P07" => Self::Damaged,
            _ if ["28", "3D", "57P"].iter().any(|class| code.len() == 5 && code.starts_with(class)) => {
                Self::Unreachable
            }
            _ => Self::Other,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        Self::Failed { source: error.into() }
    }
}

impl Transaction {
    /// Runs a statement and says how many rows it changed.
    pub(super) async fn run(&mut self, sql: &'static str, values: Vec<Value>) -> Result<u64, StoreError> {
        Ok(match self {
            Self::Sqlite(of) => bound::<Sqlite>(sql, values).execute(&mut **of).await?.rows_affected(),
            Self::Postgres(of) => bound::<Postgres>(sql, values).execute(&mut **of).await?.rows_affected(),
        })
    }

    /// Runs a statement and returns the rows that it finds.
    pub(super) async fn rows(
        &mut self,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        Ok(match self {
            Self::Sqlite(of) => {
                let rows = bound::<Sqlite>(sql, values).fetch_all(&mut **of).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(of) => {
                let rows = bound::<Postgres>(sql, values).fetch_all(&mut **of).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// Makes it last.
    pub(super) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(of) => of.commit().await?,
            Self::Postgres(of) => of.commit().await?,
        }
        Ok(())
    }
}

fn bound<'q, D: sqlx::Database>(
    sql: &'static str,
    values: Vec<Value>,
) -> sqlx::query::Query<'q, D, D::Arguments>
where
    Option<i64>: Encode<'q, D> + Type<D>,
    Option<String>: Encode<'q, D> + Type<D>,
{
    values.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Number(number) => query.bind(number),
        Value::Text(text) => query.bind(text),
    })
}

impl Row {
    /// A number; `None` where there is none.
    pub(super) fn number(&self, column: &str) -> Result<Option<i64>, sqlx::Error> {
        match self {
            Self::Sqlite(row) => get(row, column),
            Self::Postgres(row) => get(row, column),
        }
    }

    /// A text; `None` where there is none.
    pub(super) fn text(&self, column: &str) -> Result<Option<String>, sqlx::Error> {
        match self {
            Self::Sqlite(row) => get(row, column),
            Self::Postgres(row) => get(row, column),
        }
    }
}

fn get<'r, R, T>(row: &'r R, column: &str) -> Result<Option<T>, sqlx::Error>
where
    R: sqlx::Row,
    for<'i> &'i str: sqlx::ColumnIndex<R>,
    Option<T>: Decode<'r, R::Database> + Type<R::Database>,
{
    row.try_get(column)
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Number(number)
    }
}

impl From<jiff::Timestamp> for Value {
    fn from(at: jiff::Timestamp) -> Self {
        at.as_millisecond().into()
    }
}

impl From<Option<jiff::Timestamp>> for Value {
    fn from(at: Option<jiff::Timestamp>) -> Self {
        at.map(jiff::Timestamp::as_millisecond).into()
    }
}

impl From<bool> for Value {
    fn from(is: bool) -> Self {
        i64::from(is).into()
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}
