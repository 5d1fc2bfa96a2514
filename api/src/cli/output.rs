//! Standard output, for results.

use super::Failure;
use std::io::{self, Write};

/// Writes the text as it is, at once.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(Failure::failed)
}
