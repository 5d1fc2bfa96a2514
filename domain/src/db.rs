//! The connections to the database. Nobody outside of this crate gets one: what is read goes through the engine, what
//! is written goes through the session.

mod deadline;

use crate::error::Error;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use std::time::Duration;

/// Connections of one process to PostgreSQL.
const POSTGRESQL_CONNECTIONS: u32 = 8;

/// Readers of a SQLite file; they see the state before the one writer's transaction and never wait for it.
const SQLITE_READERS: u32 = 4;

/// How long a request waits for a free connection before the answer is that the server is overloaded.
const ACQUIRE: Duration = Duration::from_secs(5);

/// How long a connection to SQLite waits for the lock of another process.
const BUSY: Duration = Duration::from_secs(5);

/// A connection is asked whether it still lives only if it has rested that long: asking each time costs a sixth of a
/// short query.
const RESTED: Duration = Duration::from_secs(30);

/// The longest statement that PostgreSQL, and a reader of SQLite, runs for us.
const STATEMENT: Duration = Duration::from_secs(15);
/// The longest that PostgreSQL lets a transaction hold its locks and do nothing.
const IDLE_IN_TRANSACTION_MS: &str = "10000";

/// The connections of one kind, at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool {
    /// What they are for.
    pub name: &'static str,
    pub open: u32,
    pub idle: u32,
    pub most: u32,
}

/// An open database. Clones share their connections.
#[derive(Clone)]
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

impl Db {
    /// Opens the database at `url`, `sqlite://FILE` or `postgres://…`. It has to exist, and is not migrated.
    pub async fn connect(url: &str) -> Result<Db, Error> {
        if DbBackend::Sqlite.is_prefix_of(url) {
            // The writer first: it may have to turn the write-ahead log on, which readers would disturb.
            let write = Database::connect(sqlite(url, 1)).await?;
            let mut readers = sqlite(url, SQLITE_READERS);
            deadline::limit_statements(&mut readers, STATEMENT);
            let read = Database::connect(readers).await?;
            return Ok(Db { read, write });
        }
        let pool = Database::connect(postgresql(url)).await?;
        Ok(Db {
            read: pool.clone(),
            write: pool,
        })
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> bool {
        self.read.ping().await.is_ok()
    }

    /// How many connections there are, and how many of them are free.
    pub fn pools(&self) -> Vec<Pool> {
        if self.backend() == DbBackend::Sqlite {
            let [read, write] = [&self.read, &self.write].map(|db| db.get_sqlite_connection_pool());
            return vec![
                pool("read", read.size(), read.num_idle(), SQLITE_READERS),
                pool("write", write.size(), write.num_idle(), 1),
            ];
        }
        let all = self.read.get_postgres_connection_pool();
        vec![pool("all", all.size(), all.num_idle(), POSTGRESQL_CONNECTIONS)]
    }

    /// Writes the whole SQLite database, as it is at one moment, into an empty file.
    pub async fn copy_to(&self, file: &str) -> Result<(), Error> {
        let statement = format!("vacuum into '{}'", file.replace('\'', "''"));
        // By the connection that may take its time; it reads here, and keeps nobody from writing.
        self.write.execute_unprepared(&statement).await?;
        Ok(())
    }

    /// Closes all connections, after what runs on them. On SQLite this also empties the write-ahead log.
    pub async fn close(self) -> Result<(), Error> {
        self.read.close().await?;
        self.write.close().await?;
        Ok(())
    }

    /// Which of the two databases this is.
    pub(crate) fn backend(&self) -> DbBackend {
        self.read.get_database_backend()
    }

    /// For statements that only read.
    pub(crate) fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Begins a transaction that writes. On SQLite it has the write lock from its start; a transaction that reads
    /// first and then wants to write would fail at once when another has written, whatever the time-out.
    ///
    /// It begins in a task of its own: a request that is cancelled while its transaction begins would otherwise hand a
    /// connection with an open transaction back to the pool (sqlx issue 4385).
    pub(crate) async fn begin_write(&self) -> Result<DatabaseTransaction, Error> {
        let write = self.write.clone();
        let begin = async move {
            write
                .begin_with_options(TransactionOptions {
                    sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                    ..Default::default()
                })
                .await
        };
        let begun: Result<DatabaseTransaction, DbErr> = tokio::spawn(begin)
            .await
            .map_err(|error| Error::Internal(error.to_string()))?;
        Ok(begun?)
    }
}

fn pool(name: &'static str, open: u32, idle: usize, most: u32) -> Pool {
    Pool {
        name,
        open,
        idle: u32::try_from(idle).unwrap_or(u32::MAX),
        most,
    }
}

fn common(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(ACQUIRE)
        .test_before_acquire_if_idle_for(RESTED)
        .record_stmt_in_spans(false)
        .sqlx_logging(false);
    options
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = common(url, connections);
    options
        // A file is not lost like a line is; keeping its connections keeps their prepared statements.
        .idle_timeout(None)
        .max_lifetime(None)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(false)
                .foreign_keys(true)
                .journal_mode(SqliteJournalMode::Wal)
                // With a write-ahead log a power cut may lose the last transactions, but never damages the file.
                .synchronous(SqliteSynchronous::Normal)
                .busy_timeout(BUSY)
        });
    options
}

fn postgresql(url: &str) -> ConnectOptions {
    let mut options = common(url, POSTGRESQL_CONNECTIONS);
    options
        .statement_timeout(STATEMENT)
        .map_sqlx_postgres_opts(|postgresql| {
            // Compiling a plan costs more than any of our statements.
            postgresql.options([
                ("jit", "off"),
                ("idle_in_transaction_session_timeout", IDLE_IN_TRANSACTION_MS),
            ])
        });
    options
}
