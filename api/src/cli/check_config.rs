//! `verbund check-config`

use super::{Failure, output};
use crate::auth::SigningKey;
use crate::config::{Loaded, Problems};

/// Prints `ok`, or every problem on a line of its own. Makes nothing: a key file that is not there will be made later.
pub(super) fn run(loaded: Result<Loaded, Problems>) -> Result<(), Failure> {
    let loaded = loaded.and_then(|loaded| {
        if loaded.config.key_file.exists() {
            SigningKey::open(&loaded.config.key_file).map_err(|problem| Problems(vec![problem.to_string()]))?;
        }
        Ok(loaded)
    });
    match loaded {
        Ok(Loaded { warnings, .. }) => {
            super::failure::warn(&warnings);
            output::print("ok\n")
        }
        Err(problems) => {
            output::print(&format!("{problems}\n"))?;
            Err(Failure::Usage(String::new()))
        }
    }
}
