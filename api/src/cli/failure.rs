//! Why a command did not do what it should.

use std::io::{self, Write};
use std::process::ExitCode;
use verbund_domain::account::Refusal;
use verbund_domain::error::Error;

/// The two ways to fail.
#[derive(Debug)]
pub enum Failure {
    /// Wrong usage or configuration: exit 2.
    Usage(String),
    /// Anything else: exit 1.
    Failed(String),
}

impl Failure {
    pub(super) fn failed(error: impl std::fmt::Display) -> Self {
        Failure::Failed(error.to_string())
    }

    /// Tells the operator on standard error, whatever the log is set to.
    pub(super) fn report(self) -> ExitCode {
        let (code, text) = match self {
            Failure::Usage(text) => (2, text),
            Failure::Failed(text) => (1, text),
        };
        if !text.is_empty() {
            warn(&[text]);
        }
        ExitCode::from(code)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure::failed(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Email(_) | Refusal::Name | Refusal::Place(_) | Refusal::Password(_) | Refusal::Term(_) => {
                Failure::Usage(refusal.to_string())
            }
            other => Failure::failed(other),
        }
    }
}

/// Writes lines to standard error. Where nobody reads it, there is nothing left to tell.
pub(super) fn warn(lines: &[String]) {
    let mut err = io::stderr().lock();
    for line in lines {
        if writeln!(err, "{line}").is_err() {
            return;
        }
    }
}
