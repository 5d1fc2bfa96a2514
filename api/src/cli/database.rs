//! The database of a command: reachable and up to date, or a word about what to do.

use super::Failure;
use crate::config::Config;
use verbund_domain::db::Db;

/// Opens the configured database.
///
/// Fails with `run: verbund migrate` while migrations are pending.
pub(super) async fn open(config: &Config) -> Result<Db, Failure> {
    let pending = verbund_migration::pending(&config.database_url)
        .await
        .map_err(Failure::failed)?;
    if !pending.is_empty() {
        return Err(Failure::failed("run: verbund migrate"));
    }
    Ok(Db::connect(&config.database_url).await?)
}
