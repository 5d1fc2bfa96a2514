//! `verbund expire`, and the same once an hour while a server runs.

use super::{Failure, database, output};
use crate::config::Config;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};
use verbund_domain::clock::Clock;
use verbund_domain::db::Db;

const HOUR: Duration = Duration::from_secs(3_600);

pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    let db = database::open(config).await?;
    let expired = verbund_domain::expire_invitations(&db, Clock::system().now()).await?;
    output::print(&format!("{expired} invitations expired\n"))
}

/// At once and then every hour, until the task is ended. Any number of servers may do this on one database.
pub(super) async fn hourly(db: Db) {
    let clock = Clock::system();
    let mut hours = interval(HOUR);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        match verbund_domain::expire_invitations(&db, clock.now()).await {
            Ok(0) => {}
            Ok(expired) => tracing::info!(expired, "invitations expired"),
            Err(error) => tracing::warn!(%error, "invitations are looked through again in an hour"),
        }
    }
}
