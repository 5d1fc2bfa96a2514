//! GraphiQL, built from `web/graphiql` and part of the program: nothing is fetched from elsewhere.

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header::HeaderMap},
    web::Bytes,
};
use aws_lc_rs::digest::{SHA256, digest};
use std::sync::LazyLock;

const PAGE: &str = include_str!("../../../web/dist/graphiql/index.html");
static SCRIPT: File = File {
    content_type: "text/javascript; charset=utf-8",
    bytes: include_bytes!("../../../web/dist/graphiql/graphiql.js"),
    tag: LazyLock::new(|| tag(SCRIPT.bytes)),
};
static STYLE: File = File {
    content_type: "text/css; charset=utf-8",
    bytes: include_bytes!("../../../web/dist/graphiql/graphiql.css"),
    tag: LazyLock::new(|| tag(STYLE.bytes)),
};

/// Its own policy: scripts and styles are files of this server, nothing is inline, and it talks to this server only.
/// The styles carry three small pictures.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

struct File {
    content_type: &'static str,
    bytes: &'static [u8],
    /// What a browser has is compared by this.
    tag: LazyLock<String>,
}

pub fn page() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header(("Content-Security-Policy", POLICY))
        .insert_header(("Cache-Control", "no-cache"))
        .insert_header(("Vary", "Accept"))
        .body(PAGE)
}

pub async fn script(request: HttpRequest) -> HttpResponse {
    SCRIPT.answer(request.headers())
}

pub async fn style(request: HttpRequest) -> HttpResponse {
    STYLE.answer(request.headers())
}

impl File {
    /// More than a megabyte is not sent to whoever has it.
    fn answer(&self, headers: &HeaderMap) -> HttpResponse {
        let known = headers.get("if-none-match").and_then(|tags| tags.to_str().ok());
        let known = known.is_some_and(|tags| tags.split(',').any(|tag| tag.trim() == *self.tag));
        let mut builder = HttpResponse::build(if known {
            StatusCode::NOT_MODIFIED
        } else {
            StatusCode::OK
        });
        builder
            .insert_header(("ETag", self.tag.as_str()))
            .insert_header(("Cache-Control", "no-cache"));
        if known {
            return builder.finish();
        }
        builder
            .content_type(self.content_type)
            .body(Bytes::from_static(self.bytes))
    }
}

fn tag(bytes: &[u8]) -> String {
    let hash = digest(&SHA256, bytes);
    let digits: String = hash
        .as_ref()
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{digits}\"")
}
