//! Why something was not done. What the client learns of it is decided in one place of the api crate.

use async_graphql::{Enum, SimpleObject};

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
    Database(#[from] sea_orm::DbErr),
    #[error("{0}")]
    Internal(String),
}

/// What is wrong with an input that the client can mend.
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

/// An expected refusal: what to mend, and where.
#[derive(SimpleObject, Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    pub code: UserErrorCode,
    /// In the language that the client asks for, German otherwise.
    pub message: String,
    /// From the input's root to the value, e.g. `["input", "channels", "0", "value"]`.
    pub path: Vec<String>,
}
