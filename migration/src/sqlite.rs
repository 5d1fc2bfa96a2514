//! On SQLite all steps run in one transaction that has the write lock from its start. Others wait for it there; no
//! lock file is needed, and a migration that fails leaves the database as it was.

use crate::{Error, Way, connection, walk};
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use std::time::Duration;

/// How often the journal is tried to be switched, `BETWEEN` apart.
const TRIES: u32 = 400;
const BETWEEN: Duration = Duration::from_millis(25);

pub(crate) async fn run(url: &str, way: Way, limit: Option<u32>) -> Result<usize, Error> {
    let connection = connection::open(url, true).await?;
    let done = run_on(&connection, way, limit).await;
    connection.close().await?;
    done
}

async fn run_on(connection: &DatabaseConnection, way: Way, limit: Option<u32>) -> Result<usize, Error> {
    write_ahead(connection).await?;
    let immediate = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let transaction = connection.begin_with_options(immediate).await?;
    let done = walk(&transaction, way, limit).await?;
    transaction.commit().await?;
    Ok(done)
}

/// Switches the file to a write-ahead log, for good: readers then never wait for the writer. SQLite does not wait for
/// other connections here, whatever its time-out, so several that do this at once have to try again.
async fn write_ahead(connection: &DatabaseConnection) -> Result<(), DbErr> {
    let mut tries = 1;
    loop {
        match connection.execute_unprepared("pragma journal_mode = wal").await {
            Err(_) if tries < TRIES => tries += 1,
            done => return done.map(|_| ()),
        }
        tokio::time::sleep(BETWEEN).await;
    }
}
