//! `verbund expire`, and the same once an hour while a server runs.

use super::{Failure, database, output};
use crate::config::Config;
use chrono::{DateTime, Utc};
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};
use verbund_domain::clock::Clock;
use verbund_domain::db::Db;
use verbund_domain::error::Error;

const HOUR: Duration = Duration::from_secs(3_600);

/// What has changed by time alone.
struct Round {
    expired: usize,
    held: usize,
}

pub(super) async fn run(config: &Config) -> Result<(), Failure> {
    let db = database::open(config).await?;
    let Round { expired, held } = round(&db, Clock::system().now()).await?;
    output::print(&format!("{expired} invitations expired\n{held} meetings held\n"))
}

/// At once and then every hour, until the task is ended. Any number of servers may do this on one database.
pub(super) async fn hourly(db: Db) {
    let clock = Clock::system();
    let mut hours = interval(HOUR);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        match round(&db, clock.now()).await {
            Ok(Round { expired: 0, held: 0 }) => {}
            Ok(Round { expired, held }) => tracing::info!(expired, held, "time has passed"),
            Err(error) => tracing::warn!(%error, "what has passed is looked through again in an hour"),
        }
    }
}

async fn round(db: &Db, now: DateTime<Utc>) -> Result<Round, Error> {
    Ok(Round {
        expired: verbund_domain::expire_invitations(db, now).await?,
        held: verbund_domain::mark_elapsed_meetings(db, now).await?,
    })
}
