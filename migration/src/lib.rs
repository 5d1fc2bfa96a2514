//! The database's structure, step by step. Any number of processes may start a migration at once: one does the work,
//! the others wait for it and find nothing left to do.

mod connection;
mod dialect;
mod postgresql;
mod sqlite;
mod steps;

use sea_orm_migration::{
    IntoSchemaManagerConnection, MigratorTrait,
    sea_orm::{ConnectionTrait, DbErr},
};
use steps::Steps;

/// Why the structure could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the database address is neither sqlite://FILE nor postgres://…: {0}")]
    Address(String),
    #[error("a database in memory cannot be migrated: name a file")]
    InMemory,
    /// The database knows steps that this program does not.
    #[error("the database is newer than this program: {0}")]
    Newer(String),
    #[error("another migration has held the lock for {0} seconds")]
    Locked(u64),
    #[error("database: {0}")]
    Database(DbErr),
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match error {
            DbErr::Custom(steps) => Error::Newer(steps),
            other => Error::Database(other),
        }
    }
}

/// Applies every pending step and tells how many that were. An absent SQLite file is created; a PostgreSQL database
/// has to exist.
pub async fn up(url: &str) -> Result<usize, Error> {
    run(url, Way::Up, None).await
}

/// Applies at most `steps` pending steps.
pub async fn up_by(url: &str, steps: u32) -> Result<usize, Error> {
    run(url, Way::Up, Some(steps)).await
}

/// Takes every applied step back, with all data, and tells how many that were.
pub async fn down(url: &str) -> Result<usize, Error> {
    run(url, Way::Down, None).await
}

/// Takes at most `steps` applied steps back, the last one first.
pub async fn down_by(url: &str, steps: u32) -> Result<usize, Error> {
    run(url, Way::Down, Some(steps)).await
}

/// The names of the steps not yet applied, in their order: all of them where there is no database yet. Only reads.
pub async fn pending(url: &str) -> Result<Vec<String>, Error> {
    let Some(connection) = connection::existing(url).await? else {
        return Ok(steps::STEPS.iter().map(|(name, _)| (*name).to_owned()).collect());
    };
    let pending = Steps::get_pending_migrations_read_only(&connection).await;
    connection.close().await?;
    Ok(pending?.iter().map(|step| step.name().to_owned()).collect())
}

#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

async fn run(url: &str, way: Way, limit: Option<u32>) -> Result<usize, Error> {
    match connection::kind(url)? {
        connection::Kind::Sqlite => sqlite::run(url, way, limit).await,
        connection::Kind::Postgresql => postgresql::run(url, way, limit).await,
    }
}

/// Walks the steps on a connection that holds the lock.
async fn walk<'c, C>(locked: &'c C, way: Way, limit: Option<u32>) -> Result<usize, Error>
where
    C: ConnectionTrait,
    &'c C: IntoSchemaManagerConnection<'c>,
{
    let before = Steps::get_applied_migrations(locked).await?.len();
    match way {
        Way::Up => Steps::up(locked, limit).await?,
        Way::Down => Steps::down(locked, limit).await?,
    }
    Ok(Steps::get_applied_migrations(locked).await?.len().abs_diff(before))
}
