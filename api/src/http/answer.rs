//! The text of an answer, and what a client learns of an error.

use super::refusal::Code;
use super::wording::{self, Words};
use async_graphql::{PathSegment, Response, ServerError, Value};
use verbund_domain::error::{Error, Trouble, trouble};
use verbund_domain::read::{write_string as string, write_value as value};
use verbund_domain::viewer::Language;

/// Errors of a refused request that are told; the rest repeat them.
const REQUEST_ERRORS: usize = 10;
/// Errors of an executed request that are told.
const FIELD_ERRORS: usize = 100;
/// Bytes of a name that is echoed, and of a whole message.
const NAME: usize = 80;
const MESSAGE: usize = 500;

/// An answer and what HTTP has to know of it.
pub struct Written {
    pub text: Vec<u8>,
    /// The request was refused before execution: there is no `data`.
    pub refused: bool,
    /// No field of the root has a value: there is nothing that an error of the whole would hide.
    pub empty: bool,
    /// Codes of the errors told.
    pub codes: Vec<Code>,
    /// Seconds.
    pub retry_after: Option<u64>,
}

/// Writes an answer: errors first, in the order of the document.
pub fn write(response: &Response, request_id: &str, language: Language) -> Written {
    let mut errors: Vec<_> = response.errors.iter().collect();
    errors.sort_by_key(|e| e.locations.first().map(|at| (at.line, at.column)));
    let refused =
        response.data == Value::Null && !errors.is_empty() && errors.iter().all(|error| error.path.is_empty());
    errors.truncate(if refused { REQUEST_ERRORS } else { FIELD_ERRORS });
    let mut written = Written {
        text: Vec::with_capacity(1024),
        refused,
        empty: is_empty(&response.data),
        codes: Vec::new(),
        retry_after: None,
    };
    written.text.push(b'{');
    if !errors.is_empty() {
        written.text.extend_from_slice(b"\"errors\":[");
        for (place, error) in errors.into_iter().enumerate() {
            if place > 0 {
                written.text.push(b',');
            }
            written.error(error, request_id, language);
        }
        written.text.push(b']');
    }
    if !refused {
        if !response.errors.is_empty() {
            written.text.push(b',');
        }
        written.text.extend_from_slice(b"\"data\":");
        if response.data == Value::Null && response.errors.is_empty() {
            written.text.extend_from_slice(b"{}"); // everything was skipped
        } else {
            value(&response.data, &mut written.text);
        }
    }
    written.text.push(b'}');
    written
}

impl Written {
    fn error(&mut self, error: &ServerError, request_id: &str, language: Language) {
        let code = code(error, self.refused);
        self.codes.push(code);
        let mut extensions = error.extensions.clone().unwrap_or_default();
        extensions.set("code", code.name());
        let words = error.source::<Words>().copied().or_else(|| wording::words(code));
        let message = words.map_or_else(|| cut(&error.message), |words| words.of(language).to_owned());
        if let Some(Error::RateLimited { retry_after_seconds }) = error.source::<Error>() {
            extensions.set("retryAfter", *retry_after_seconds);
        }
        if matches!(code, Code::Internal | Code::Unavailable | Code::ConflictInProgress) {
            tracing::error!(request_id, code = code.name(), error = %error.message, "failed");
        }
        if code == Code::Internal {
            extensions = Default::default();
            extensions.set("code", code.name());
            extensions.set("requestId", request_id);
        }
        if code == Code::RateLimited
            && let Some(Value::Number(seconds)) = extensions.get("retryAfter")
        {
            self.retry_after = self.retry_after.max(seconds.as_u64());
        }
        let out = &mut self.text;
        out.extend_from_slice(b"{\"message\":");
        string(&message, out);
        if !error.locations.is_empty() {
            out.extend_from_slice(b",\"locations\":[");
            for (place, at) in error.locations.iter().enumerate() {
                let comma = if place > 0 { "," } else { "" };
                out.extend_from_slice(format!("{comma}{{\"line\":{},\"column\":{}}}", at.line, at.column).as_bytes());
            }
            out.push(b']');
        }
        if !error.path.is_empty() {
            out.extend_from_slice(b",\"path\":[");
            for (place, segment) in error.path.iter().enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                match segment {
                    PathSegment::Field(name) => string(name, out),
                    PathSegment::Index(index) => out.extend_from_slice(index.to_string().as_bytes()),
                }
            }
            out.push(b']');
        }
        out.extend_from_slice(b",\"extensions\":");
        // Values of extensions are the server's own: they always become JSON.
        out.extend_from_slice(&serde_json::to_vec(&extensions).unwrap_or_else(|_| b"{}".to_vec()));
        out.push(b'}');
    }
}

fn is_empty(data: &Value) -> bool {
    let is_null = |value: &Value| match value {
        Value::Binary(json) => json.as_ref() == b"null",
        value => *value == Value::Null,
    };
    match data {
        Value::Object(fields) => fields.values().all(is_null),
        data => is_null(data),
    }
}

/// What a client learns of a refusal of the domain: the one place that decides it.
pub fn code_of(error: &Error) -> Code {
    match error {
        Error::Unauthenticated => Code::Unauthenticated,
        Error::Forbidden => Code::Forbidden,
        Error::NotFound => Code::NotFound,
        Error::RateLimited { .. } => Code::RateLimited,
        Error::BadRequest(_) => Code::BadRequest,
        Error::Database(error) => match trouble(error) {
            Trouble::Away => Code::Unavailable,
            Trouble::Contended => Code::ConflictInProgress,
            Trouble::Fault => Code::Internal,
        },
        Error::Internal(_) => Code::Internal,
    }
}

/// The same for any error, also of the library.
fn code(error: &ServerError, refused: bool) -> Code {
    if let Some(error) = error.source::<Error>() {
        return code_of(error);
    }
    if let Some(Value::String(name)) = error.extensions.as_ref().and_then(|e| e.get("code"))
        && let Some(code) = Code::from_name(name)
    {
        return code;
    }
    // The library reads some variables only when their field runs: still the client's mistake.
    let input = [
        "Failed to parse \"",
        "Expected input type \"",
        "Invalid value for argument",
    ];
    if refused || input.iter().any(|start| error.message.starts_with(start)) {
        Code::BadRequest
    } else {
        Code::Internal
    }
}

/// A message with long names and the whole cut.
fn cut(message: &str) -> String {
    let mut out = String::new();
    let mut name = 0;
    for c in message.chars() {
        name = if c.is_ascii_alphanumeric() || c == '_' {
            name + 1
        } else {
            0
        };
        if name == NAME + 1 {
            out.push('…');
        }
        if name <= NAME {
            out.push(c);
        }
        if out.len() >= MESSAGE {
            out.push('…');
            break;
        }
    }
    out
}
