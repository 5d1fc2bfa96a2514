//! What every answer has: an id to ask about it, and headers that keep browsers from guessing.

use super::{Settings, cors};
use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
};
use std::sync::Arc;

/// The id of a request, in its extensions.
#[derive(Clone)]
struct RequestId(String);

/// The id of `request`: the caller's own, if it is safe to repeat, else a new one.
pub fn request_id(request: &HttpRequest) -> String {
    request
        .extensions()
        .get::<RequestId>()
        .map(|id| id.0.clone())
        .unwrap_or_default()
}

pub async fn around<B: MessageBody>(
    settings: Arc<Settings>,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let id = given(request.headers()).unwrap_or_else(|| uuid::Uuid::new_v4().to_string());
    request.extensions_mut().insert(RequestId(id.clone()));
    let origin = cors::listed(&settings, request.headers());
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    let mut set = |name, value| headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    set("x-content-type-options", "nosniff");
    set("referrer-policy", "no-referrer");
    if settings.demo {
        set("x-robots-tag", "noindex");
    }
    if !headers.contains_key("content-security-policy") {
        headers.insert(
            HeaderName::from_static("content-security-policy"),
            HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"),
        );
    }
    if let Some(origin) = origin {
        cors::allow(origin, headers);
    }
    if !settings.cors_origins.is_empty() {
        headers.append(HeaderName::from_static("vary"), HeaderValue::from_static("Origin"));
    }
    Ok(response)
}

fn given(headers: &HeaderMap) -> Option<String> {
    let id = headers.get("x-request-id")?.to_str().ok()?;
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    ((1..=64).contains(&id.len()) && id.chars().all(safe)).then(|| id.to_owned())
}
