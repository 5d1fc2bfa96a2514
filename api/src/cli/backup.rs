//! `verbund backup`

use super::{Failure, database};
use crate::config::Config;
use clap::Args;
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

#[derive(Args)]
pub(super) struct Backup {
    /// The copy; nothing may be there yet
    file: PathBuf,
}

/// Copies a SQLite database while it is in use.
pub(super) async fn run(backup: Backup, config: &Config) -> Result<(), Failure> {
    if !config.database_url.starts_with("sqlite:") {
        return Err(Failure::Usage("PostgreSQL is backed up with pg_dump".to_owned()));
    }
    let Some(path) = backup.file.to_str() else {
        return Err(Failure::Usage("the name of the copy is not UTF-8".to_owned()));
    };
    let db = database::open(config).await?;
    // It holds password hashes: nobody else reads it, from its first byte.
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| Failure::Failed(format!("{path}: {error}")))?;
    db.copy_to(path).await?;
    Ok(db.close().await?)
}
