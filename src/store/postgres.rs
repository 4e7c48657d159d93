//! Opens a store in PostgreSQL.

use std::str::FromStr;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, Executor};

use super::StoreError;
use super::database::{Database, Pool};

/// A few questions at a time; writers wait for each other anyway.
const CONNECTIONS: u32 = 4;
/// How long to wait for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// Nobody waits for ever: not for a writer that hangs, and not in a transaction whose process has gone silent.
const LIMITS: &str = "SET lock_timeout = '10s'; SET statement_timeout = '60s'; \
    SET idle_in_transaction_session_timeout = '30s'";

/// Connects to a server by its URL; a password that is given apart wins.
pub(super) async fn open(
    url: &SecretString,
    password: Option<&SecretString>,
) -> Result<Database, StoreError> {
    let options = PgConnectOptions::from_str(url.expose_secret())
        .map_err(|source| StoreError::Unreachable {
            place: "postgres://…".to_owned(),
            source: source.into(),
        })?
        .disable_statement_logging();
    let options = match password {
        Some(password) => options.password(password.expose_secret()),
        None => options,
    };
    let place = place_of(&options);
    // The pool would only say that it waited in vain; the first connection says why.
    let trying = tokio::time::timeout(PATIENCE, options.connect());
    let tried = trying.await.unwrap_or(Err(sqlx::Error::PoolTimedOut));
    let tried = match tried {
        Ok(connection) => connection.close().await,
        Err(error) => Err(error),
    };
    tried.map_err(|source| StoreError::Unreachable { place: place.clone(), source: source.into() })?;
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .after_connect(|connection, _| Box::pin(async move { connection.execute(LIMITS).await.map(drop) }))
        .connect_lazy_with(options);
    Ok(Database { place, pool: Pool::Postgres(pool) })
}

/// The server, the user and the database.
fn place_of(options: &PgConnectOptions) -> String {
    let user = options.get_username();
    let database = options.get_database().unwrap_or(user);
    match options.get_socket() {
        Some(socket) => format!("postgres://{user}@{}/{database}", socket.display()),
        None => format!("postgres://{user}@{}:{}/{database}", options.get_host(), options.get_port()),
    }
}
