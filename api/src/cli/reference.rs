//! `verbund reference load`

use super::{Failure, database, output};
use crate::config::Config;
use clap::Subcommand;
use std::fs;
use std::path::PathBuf;
use verbund_domain::clock::Clock;
use verbund_domain::official_list::{self, Refusal};

#[derive(Subcommand)]
pub(super) enum Reference {
    /// Confirm the keys of the municipalities that are there, and take over their official names, from Destatis'
    /// Gemeindeverzeichnis in the format GV100AD
    Load {
        /// The text file out of the archive, e.g. GV100AD_31122025.txt
        file: PathBuf,
    },
}

pub(super) async fn run(reference: Reference, config: &Config) -> Result<(), Failure> {
    let Reference::Load { file } = reference;
    let db = database::open(config).await?;
    let failed = |error: &dyn std::fmt::Display| Failure::Failed(format!("{}: {error}", file.display()));
    let bytes = fs::read(&file).map_err(|error| failed(&error))?;
    let taken = official_list::load(&db, &bytes, Clock::system().now())
        .await
        .map_err(|refusal| match refusal {
            Refusal::File(malformed) => failed(&malformed),
            Refusal::Failed(error) => error.into(),
        })?;
    let mut text = format!("confirmed\t{}\nchanged\t{}\n", taken.confirmed, taken.changed);
    for (key, name) in &taken.missing {
        text += &format!("missing\t{key}\t{name}\n");
    }
    output::print(&text)
}
