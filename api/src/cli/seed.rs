//! `verbund seed --demo`

use super::{Failure, database};
use crate::config::Config;
use clap::Args;
use verbund_domain::clock::Clock;

#[derive(Args)]
pub(super) struct Seed {
    /// The networks, cities, projects and meetings of the demonstration
    #[arg(long, required = true)]
    demo: bool,
}

pub(super) async fn run(seed: Seed, config: &Config) -> Result<(), Failure> {
    let db = database::open(config).await?;
    if seed.demo {
        verbund_domain::demo::seed(&db, &Clock::system()).await?;
    }
    Ok(())
}
