//! A request that is refused before it is executed, and the closed list of error codes.

use super::wording::Words;
use actix_web::http::StatusCode;
use async_graphql::{ErrorExtensionValues, Pos, ServerError, Value};
use std::sync::Arc;

/// When to come back after a 503, in seconds.
pub const LATER: &str = "5";

/// `errors[].extensions.code`: nothing else leaves the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Unauthenticated,
    Forbidden,
    NotFound,
    BadRequest,
    BadCursor,
    LimitExceeded,
    RateLimited,
    ConflictInProgress,
    PersistedQueryNotFound,
    Unavailable,
    Internal,
}

impl Code {
    pub const ALL: [Code; 11] = [
        Code::Unauthenticated,
        Code::Forbidden,
        Code::NotFound,
        Code::BadRequest,
        Code::BadCursor,
        Code::LimitExceeded,
        Code::RateLimited,
        Code::ConflictInProgress,
        Code::PersistedQueryNotFound,
        Code::Unavailable,
        Code::Internal,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Code::Unauthenticated => "UNAUTHENTICATED",
            Code::Forbidden => "FORBIDDEN",
            Code::NotFound => "NOT_FOUND",
            Code::BadRequest => "BAD_REQUEST",
            Code::BadCursor => "BAD_CURSOR",
            Code::LimitExceeded => "LIMIT_EXCEEDED",
            Code::RateLimited => "RATE_LIMITED",
            Code::ConflictInProgress => "CONFLICT_IN_PROGRESS",
            Code::PersistedQueryNotFound => "PERSISTED_QUERY_NOT_FOUND",
            Code::Unavailable => "UNAVAILABLE",
            Code::Internal => "INTERNAL",
        }
    }

    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.into_iter().find(|code| code.name() == name)
    }
}

/// Why a request is not executed, and how HTTP says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub status: StatusCode,
    /// The request was a well-formed GraphQL request: under `Accept: application/json` such a refusal is a 200.
    pub well_formed: bool,
    pub code: Code,
    pub message: String,
    /// What is said instead of the message, in the client's language.
    pub words: Option<&'static Words>,
    pub at: Vec<Pos>,
    /// Further members of the error's `extensions`.
    pub details: Vec<(&'static str, Value)>,
    /// Further headers of the answer.
    pub headers: Vec<(&'static str, String)>,
}

impl Refusal {
    /// Not a GraphQL request at all, or not one for this address.
    pub fn malformed(status: StatusCode, message: impl Into<String>) -> Self {
        Refusal {
            status,
            well_formed: false,
            code: Code::BadRequest,
            message: message.into(),
            words: None,
            at: Vec::new(),
            details: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// Of a code that says by itself what to do, in the client's language.
    pub fn of(status: StatusCode, code: Code) -> Self {
        Refusal {
            code,
            ..Refusal::malformed(status, code.name())
        }
    }

    /// The database or the time is short; a little later the same may work.
    pub fn unavailable() -> Self {
        Refusal::of(StatusCode::SERVICE_UNAVAILABLE, Code::Unavailable).header("Retry-After", LATER)
    }

    /// In these words rather than in those of the code.
    pub fn saying(self, words: &'static Words) -> Self {
        Refusal {
            words: Some(words),
            ..self
        }
    }

    /// A GraphQL request whose document is wrong.
    pub fn document(message: impl Into<String>, at: Vec<Pos>) -> Self {
        Refusal {
            well_formed: true,
            at,
            ..Refusal::malformed(StatusCode::BAD_REQUEST, message)
        }
    }

    /// A GraphQL request that asks for more than `allowed`. `found` is exact up to the point where counting stopped.
    pub fn limit(limit: &'static str, allowed: u64, found: u64) -> Self {
        Refusal {
            code: Code::LimitExceeded,
            details: vec![
                ("limit", limit.into()),
                ("allowed", Value::Number(allowed.into())),
                ("found", Value::Number(found.into())),
            ],
            ..Refusal::document(
                format!("The limit `{limit}` is {allowed}; this request has {found}."),
                Vec::new(),
            )
        }
    }

    /// The method is not meant for this address.
    pub fn method(allow: &str) -> Self {
        Refusal::malformed(StatusCode::METHOD_NOT_ALLOWED, format!("Use {allow}.")).header("Allow", allow)
    }

    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The one error of the answer.
    pub fn error(&self) -> ServerError {
        let mut error = ServerError::new(self.message.clone(), None);
        error.locations.clone_from(&self.at);
        error.source = self.words.map(|words| Arc::new(*words) as _);
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", self.code.name());
        for (name, value) in &self.details {
            extensions.set(name, value.clone());
        }
        error.extensions = Some(extensions);
        error
    }
}
