//! Cross-origin calls: only from listed origins, and never with credentials, since tokens are sent by hand.

use super::Settings;
use actix_web::{
    HttpRequest,
    http::{
        Method,
        header::{HeaderMap, HeaderName, HeaderValue},
    },
};

/// The origin of a request, if it is a listed one.
pub fn listed(settings: &Settings, headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get("origin")?;
    let text = origin.to_str().ok()?;
    settings
        .cors_origins
        .iter()
        .any(|listed| listed == text)
        .then(|| origin.clone())
}

/// Whether the browser asks before it calls.
pub fn is_preflight(request: &HttpRequest) -> bool {
    request.method() == Method::OPTIONS
        && request.headers().contains_key("origin")
        && request.headers().contains_key("access-control-request-method")
}

/// Lets the page at `origin` read the answer and, after a preflight, call.
pub fn allow(origin: HeaderValue, headers: &mut HeaderMap) {
    headers.insert(HeaderName::from_static("access-control-allow-origin"), origin);
    let mut set = |name, value| headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    set("access-control-expose-headers", "X-Request-Id, Retry-After");
    set("access-control-allow-methods", "GET, POST");
    set(
        "access-control-allow-headers",
        "Accept, Accept-Language, Authorization, Content-Type, X-Request-Id",
    );
    set("access-control-max-age", "600");
}
