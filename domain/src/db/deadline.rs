//! The longest statement that a reader of SQLite runs. PostgreSQL ends a statement by itself; SQLite works on for
//! somebody who has long gone away, and holds one of few connections.

use sea_orm::ConnectOptions;
use sqlx::sqlite::SqliteConnection;
use std::time::{Duration, Instant};

/// After so many steps of its machine, some tenths of a millisecond, SQLite asks whether to go on.
const STEPS: i32 = 10_000;

/// Each time a connection is handed out, which is for one statement, it is told until when it may run.
pub(super) fn limit_statements(options: &mut ConnectOptions, longest: Duration) {
    options
        .map_sqlx_sqlite_pool_opts(move |pool| {
            pool.after_connect(move |connection, _| Box::pin(run_until(connection, Instant::now() + longest)))
        })
        .map_sqlx_sqlite_before_acquire(move |connection, _| {
            Box::pin(async move {
                run_until(connection, Instant::now() + longest).await?;
                Ok(true)
            })
        });
}

async fn run_until(connection: &mut SqliteConnection, end: Instant) -> Result<(), sqlx::Error> {
    let mut handle = connection.lock_handle().await?;
    handle.set_progress_handler(STEPS, move || Instant::now() < end);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::limit_statements;
    use crate::error::{Trouble, trouble};
    use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
    use std::time::{Duration, Instant};

    const ENDLESS: &str = "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n";
    const LONG: &str =
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) select count(*) from n";

    async fn one_reader(longest: Duration) -> DatabaseConnection {
        let mut options = ConnectOptions::new("sqlite::memory:");
        options.max_connections(1);
        limit_statements(&mut options, longest);
        Database::connect(options).await.expect("a database in memory")
    }

    #[tokio::test]
    async fn a_statement_that_takes_too_long_is_ended_and_told_to_be_a_matter_of_load() {
        let db = one_reader(Duration::from_millis(20)).await;
        let error = db.execute_unprepared(ENDLESS).await.expect_err("an end");
        assert_eq!(trouble(&error), Trouble::Away, "{error}");
    }

    #[tokio::test]
    async fn the_next_statement_on_the_same_connection_has_all_its_time() {
        let db = one_reader(Duration::from_millis(500)).await;
        let until = Instant::now() + Duration::from_millis(500);
        while Instant::now() < until {
            db.execute_unprepared(LONG).await.expect("in time");
        }
        db.execute_unprepared(ENDLESS).await.expect_err("an end");
        db.execute_unprepared(LONG).await.expect("as if nothing had been");
    }

    #[tokio::test]
    async fn what_nobody_waits_for_any_more_gives_its_connection_back() {
        let db = one_reader(Duration::from_millis(100)).await;
        let asked = tokio::spawn({
            let db = db.clone();
            async move { db.execute_unprepared(ENDLESS).await.map(drop) }
        });
        while db.get_sqlite_connection_pool().num_idle() > 0 {
            tokio::task::yield_now().await;
        }
        asked.abort();
        db.execute_unprepared(LONG)
            .await
            .expect("the only connection is free again");
    }
}
