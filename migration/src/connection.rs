//! How a migration reaches its database: over one connection, for the lock is the connection's.

use crate::Error;
use sea_orm_migration::sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr, RuntimeErr,
    sqlx::{Error as SqlxError, sqlite::SqliteConnectOptions},
};
use std::{str::FromStr, time::Duration};

/// PostgreSQL's code for "the database does not exist".
const NO_SUCH_DATABASE: &str = "3D000";

/// How long a connection may wait: to be opened, and for a lock of SQLite.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

pub(crate) enum Kind {
    Sqlite,
    Postgresql,
}

pub(crate) fn kind(url: &str) -> Result<Kind, Error> {
    if DbBackend::Postgres.is_prefix_of(url) {
        return Ok(Kind::Postgresql);
    }
    if !DbBackend::Sqlite.is_prefix_of(url) {
        return Err(Error::Address(url.split(':').next().unwrap_or_default().to_owned()));
    }
    if url.contains(":memory:") || url.contains("mode=memory") {
        return Err(Error::InMemory);
    }
    Ok(Kind::Sqlite)
}

/// The one connection of a migration; `create` makes an absent SQLite file.
pub(crate) async fn open(url: &str, create: bool) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| sqlite.create_if_missing(create).busy_timeout(PATIENCE));
    Database::connect(options).await
}

/// A connection to a database that is there, or nothing.
pub(crate) async fn existing(url: &str) -> Result<Option<DatabaseConnection>, Error> {
    if matches!(kind(url)?, Kind::Sqlite) {
        let options = SqliteConnectOptions::from_str(url).map_err(|error| Error::Address(error.to_string()))?;
        if !options.get_filename().exists() {
            return Ok(None);
        }
    }
    match open(url, false).await {
        Err(DbErr::Conn(RuntimeErr::SqlxError(error))) if is_absent(&error) => Ok(None),
        opened => Ok(Some(opened?)),
    }
}

fn is_absent(error: &SqlxError) -> bool {
    error
        .as_database_error()
        .and_then(|error| error.code())
        .is_some_and(|code| code == NO_SUCH_DATABASE)
}
