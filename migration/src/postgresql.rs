//! On PostgreSQL a migration holds an advisory lock of its session. It asks for it again and again rather than wait in
//! the database, where a waiting statement could block the very migration it waits for.

use crate::{Error, Way, connection, walk};
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use std::time::Duration;

/// Any number that no other program on this database uses: "verbund" in ASCII.
const LOCK: i64 = 0x0076_6572_6275_6e64;

const FIRST_WAIT: Duration = Duration::from_millis(20);
const LONGEST_WAIT: Duration = Duration::from_secs(1);

pub(crate) async fn run(url: &str, way: Way, limit: Option<u32>) -> Result<usize, Error> {
    let connection = connection::open(url, false).await?;
    let done = run_on(&connection, way, limit).await;
    // The lock ends with the session.
    connection.close().await?;
    done
}

async fn run_on(connection: &DatabaseConnection, way: Way, limit: Option<u32>) -> Result<usize, Error> {
    let mut waited = Duration::ZERO;
    let mut wait = FIRST_WAIT;
    while !lock(connection).await? {
        if waited >= connection::PATIENCE {
            return Err(Error::Locked(waited.as_secs()));
        }
        tokio::time::sleep(wait).await;
        waited += wait;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
    walk(connection, way, limit).await
}

async fn lock(connection: &DatabaseConnection) -> Result<bool, Error> {
    let statement = Statement::from_string(
        connection.get_database_backend(),
        format!("select pg_try_advisory_lock({LOCK}) as locked"),
    );
    let row = connection.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get("", "locked")).transpose()?.unwrap_or(false))
}
