//! Why something was not done. What the client learns of it is decided in one place of the api crate.

use async_graphql::{Enum, SimpleObject};
use sea_orm::{DbErr, RuntimeErr};
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

/// Why a request was refused as a whole.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("not signed in")]
    Unauthenticated,
    #[error("not allowed")]
    Forbidden,
    /// Unknown, or not visible: nobody can tell which.
    #[error("not found")]
    NotFound,
    #[error("too many attempts")]
    RateLimited { retry_after_seconds: u64 },
    #[error("the request cannot be understood: {0}")]
    BadRequest(&'static str),
    #[error("database: {0}")]
    Database(#[from] DbErr),
    #[error("{0}")]
    Internal(String),
}

/// What stands behind a failure of the database, as far as it matters to whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is not there, overloaded, or takes no writes at the moment: later it may.
    Away,
    /// Another transaction stood in the way and this one was undone: the same request may be sent again at once.
    Contended,
    /// A mistake of ours, or of the data.
    Fault,
}

/// The one place that decides it, for reads and for writes.
pub fn trouble(error: &DbErr) -> Trouble {
    match error {
        DbErr::ConnectionAcquire(_) => Trouble::Away,
        DbErr::Conn(RuntimeErr::SqlxError(error)) => match driver(error) {
            // Whatever keeps us from connecting, even a changed password: the request cannot mend it.
            Trouble::Fault => Trouble::Away,
            other => other,
        },
        DbErr::Conn(_) => Trouble::Away,
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => driver(error),
        _ => Trouble::Fault,
    }
}

fn driver(error: &sqlx::Error) -> Trouble {
    use sqlx::Error::{Database, Io, PoolClosed, PoolTimedOut, Tls, WorkerCrashed};
    match error {
        Io(_) | Tls(_) | PoolTimedOut | PoolClosed | WorkerCrashed => Trouble::Away,
        Database(error) => {
            if let Some(error) = error.try_downcast_ref::<PgDatabaseError>() {
                postgresql(error.code())
            } else if error.try_downcast_ref::<SqliteError>().is_some() {
                sqlite(error.code().and_then(|code| code.parse().ok()).unwrap_or_default())
            } else {
                Trouble::Fault
            }
        }
        _ => Trouble::Fault,
    }
}

/// By SQLSTATE: connections (08), read-only (25006), a transaction left too long (25P03), resources (53), an operator
/// or a time-out at work (57); serialization, deadlock and a lock that is held.
fn postgresql(code: &str) -> Trouble {
    match code {
        "40001" | "40P01" | "55P03" => Trouble::Contended,
        "25006" | "25P03" | "57014" | "57P01" | "57P02" | "57P03" | "57P05" => Trouble::Away,
        _ if code.starts_with("08") || code.starts_with("53") => Trouble::Away,
        _ => Trouble::Fault,
    }
}

/// By primary result code: BUSY, LOCKED, READONLY, INTERRUPT at the end of a statement's time, IOERR, FULL, CANTOPEN.
fn sqlite(code: u32) -> Trouble {
    match code & 0xff {
        5 | 6 | 8 | 9 | 10 | 13 | 14 => Trouble::Away,
        _ => Trouble::Fault,
    }
}

/// What is wrong with an input that the client can mend (Eingabefehler).
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserErrorCode {
    /// A value is missing (fehlt).
    Required,
    /// A value cannot be right (ungültig).
    Invalid,
    /// A text is too long (zu lang).
    TooLong,
    /// The same is there already (doppelt).
    Duplicate,
    /// Somebody else changed the record; the payload shows it as it is now (Konflikt).
    Conflict,
    /// The record's state does not allow it (Zustand).
    State,
    /// A deadline has passed (Frist).
    Deadline,
    /// No room left (Kapazität).
    Capacity,
    /// A quota is used up (Kontingent).
    Quota,
    /// An object named in the input is unknown (nicht gefunden).
    NotFound,
}

/// An expected refusal: what to mend, and where (Eingabefehler).
#[derive(SimpleObject, Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    /// What is wrong, for programs; the message is for people (Fehlerart).
    pub code: UserErrorCode,
    /// In the language that the client asks for, German otherwise.
    pub message: String,
    /// From the input's root to the value, e.g. `["input", "channels", "0", "value"]`.
    pub path: Vec<String>,
}
