//! `verbund migrate`, `verbund migrate status`

use super::{Failure, output};
use crate::config::Config;
use clap::{Args, Subcommand};

#[derive(Args)]
pub(super) struct Migrate {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// List the steps that are still to be done; exit 1 if there are any
    Status,
}

pub(super) async fn run(migrate: Migrate, config: &Config) -> Result<(), Failure> {
    let url = &config.database_url;
    match migrate.what {
        None => {
            let applied = verbund_migration::up(url).await.map_err(Failure::failed)?;
            output::print(&format!("{applied} steps applied\n"))
        }
        Some(What::Status) => {
            let pending = verbund_migration::pending(url).await.map_err(Failure::failed)?;
            if pending.is_empty() {
                return output::print("up to date\n");
            }
            output::print(
                &pending
                    .iter()
                    .map(|step| format!("pending\t{step}\n"))
                    .collect::<String>(),
            )?;
            Err(Failure::failed("run: verbund migrate"))
        }
    }
}
