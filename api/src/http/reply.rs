//! From an answer to HTTP: its status and its headers.

use super::{
    accept::Media,
    answer,
    refusal::{Code, LATER, Refusal},
};
use actix_web::{HttpResponse, http::StatusCode};
use async_graphql::Response;
use verbund_domain::viewer::Language;

/// Seconds to wait after a refusal that does not say.
const A_WHILE: u64 = 60;

/// The code of the first error that an answer tells.
#[derive(Clone, Copy)]
struct FirstCode(Code);

/// What the log and the metrics tell of an answer.
pub fn first_code(response: &HttpResponse) -> Option<Code> {
    response.extensions().get::<FirstCode>().map(|first| first.0)
}

/// The answer with its first code at hand.
fn marked(mut response: HttpResponse, codes: &[Code]) -> HttpResponse {
    if let Some(code) = codes.first() {
        response.extensions_mut().insert(FirstCode(*code));
    }
    response
}

/// The answer to a request that was executed.
///
/// 429 and 503 say that nothing was done, so that they stand only where no field of the root has a value: a client that
/// sends everything once more would otherwise do twice what was done. What failed beside it is told in `errors`.
pub fn executed(response: Response, media: Media, language: Language, private: bool, id: &str) -> HttpResponse {
    let written = answer::write(&response, id, language);
    let failed = |code| written.empty && written.codes.contains(&code);
    let status = if failed(Code::RateLimited) {
        StatusCode::TOO_MANY_REQUESTS
    } else if failed(Code::Unavailable) {
        StatusCode::SERVICE_UNAVAILABLE
    } else if written.refused && media == Media::GraphQl {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    let mut builder = HttpResponse::build(status);
    match status {
        StatusCode::TOO_MANY_REQUESTS => {
            builder.insert_header(("Retry-After", written.retry_after.unwrap_or(A_WHILE).to_string()));
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            builder.insert_header(("Retry-After", LATER));
        }
        _ => {}
    }
    let fresh = if private || !written.codes.is_empty() {
        "no-store"
    } else {
        "no-cache"
    };
    let response = builder
        .insert_header(("Vary", "Authorization, Accept, Accept-Language"))
        .insert_header(("Cache-Control", fresh))
        .content_type(media.content_type())
        .body(written.text);
    marked(response, &written.codes)
}

/// The answer to a request that was not executed.
pub fn refused(refusal: Refusal, media: Media, language: Language, id: &str) -> HttpResponse {
    let written = answer::write(&Response::from_errors(vec![refusal.error()]), id, language);
    let lenient = refusal.well_formed && media == Media::Json;
    let mut builder = HttpResponse::build(if lenient { StatusCode::OK } else { refusal.status });
    for (name, value) in refusal.headers {
        if name == "Connection" {
            builder.force_close();
        } else {
            builder.insert_header((name, value));
        }
    }
    let response = builder
        .insert_header(("Vary", "Authorization, Accept, Accept-Language"))
        .insert_header(("Cache-Control", "no-store"))
        .content_type(media.content_type())
        .body(written.text);
    marked(response, &written.codes)
}
