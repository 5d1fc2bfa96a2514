//! `/graphql`: POST for everything, GET for queries.

use super::{
    Application, Caller, Http,
    accept::{self, Media},
    answer,
    around::request_id,
    body, cors,
    gate::{self, Asked, Passed},
    refusal::{Code, Refusal},
};
use actix_web::{
    HttpRequest, HttpResponse, Resource,
    http::{Method, StatusCode},
    web,
};
use async_graphql::{Response, parser::types::OperationType};
use std::{future::Future, time::Instant};
use tokio::{task::JoinHandle, time::timeout};
use tracing::Instrument;
use verbund_domain::{error::Error, viewer::Language};

const METHODS: &str = "GET, HEAD, POST, OPTIONS";

pub fn resource<A: Application>() -> Resource {
    web::resource("/graphql").route(web::to(handle::<A>))
}

async fn handle<A: Application>(http: web::Data<Http<A>>, request: HttpRequest, payload: web::Payload) -> HttpResponse {
    let started = Instant::now();
    let id = request_id(&request);
    if request.method() == Method::OPTIONS {
        return preflight(&request);
    }
    let by_get = matches!(*request.method(), Method::GET | Method::HEAD);
    if by_get && accept::wants_page(request.headers()) && !request.query_string().contains("query=") {
        return HttpResponse::SeeOther()
            .insert_header(("Location", "/"))
            .insert_header(("Vary", "Accept"))
            .finish();
    }
    let accepted = accept::negotiate(request.headers());
    let media = *accepted.as_ref().unwrap_or(&Media::default());
    let mut line = Line::default();
    let span = tracing::info_span!("request", id = %id);
    let outcome = async {
        accepted?;
        let asked = read(&http, &request, payload, by_get).await?;
        let passed = gate::examine(asked, &http.catalogue, &http.settings.limits)?;
        line = Line::of(&passed);
        if by_get && passed.operation != OperationType::Query {
            return Err(Refusal::method("POST"));
        }
        run(&http, &request, passed, &id).await
    }
    .instrument(span)
    .await;
    // What a mutation answers, a token above all, is nobody's to keep.
    let private = line.kind == "mutation" || request.headers().contains_key("authorization");
    let response = match outcome {
        Ok(response) => executed(response, media, private, &id),
        Err(refusal) => refused(refusal, media, &id),
    };
    tracing::info!(
        method = %request.method(),
        kind = line.kind,
        operation = line.name,
        status = response.status().as_u16(),
        ms = started.elapsed().as_millis() as u64,
        request_id = %id,
        "graphql"
    );
    response
}

/// What the log tells of an operation.
#[derive(Default)]
struct Line {
    kind: &'static str,
    name: String,
}

impl Line {
    fn of(passed: &Passed) -> Line {
        let kind = match passed.operation {
            OperationType::Query => "query",
            OperationType::Mutation => "mutation",
            OperationType::Subscription => "subscription",
        };
        // A name has only letters, digits and underscores: the parser took it.
        Line {
            kind,
            name: passed.name.as_deref().unwrap_or_default().chars().take(80).collect(),
        }
    }
}

async fn read<A: Application>(
    http: &Http<A>,
    request: &HttpRequest,
    payload: web::Payload,
    by_get: bool,
) -> Result<Asked, Refusal> {
    if by_get {
        return body::parse_query_string(request.query_string(), &http.settings.limits);
    }
    if request.method() != Method::POST {
        return Err(Refusal::method(METHODS));
    }
    accept::check_content_type(request.headers())?;
    body::parse(&body::read(payload, &http.settings.limits).await?)
}

/// Opens the session and executes.
async fn run<A: Application>(
    http: &Http<A>,
    request: &HttpRequest,
    passed: Passed,
    id: &str,
) -> Result<Response, Refusal> {
    let limits = &http.settings.limits;
    let caller = Caller {
        bearer: bearer(request)?,
        address: request.peer_addr().map(|address| address.ip()),
        request_id: id.to_owned(),
        language: if accept::wants_english(request.headers()) {
            Language::English
        } else {
            Language::German
        },
    };
    let session = http
        .application
        .session(caller)
        .await
        .map_err(|error| turned_away(&error, id))?;
    let application = http.application.clone();
    // On its own: what the client or a time-out does to the waiting does not end a mutation half-way, and a fault in
    // a resolver is one failed answer.
    let task = tokio::spawn(async move { application.execute(passed.request, session).await }.in_current_span());
    if passed.operation == OperationType::Mutation {
        wait(timeout(limits.mutation_time, task), id).await
    } else {
        let mut task = Ended(task);
        wait(timeout(limits.query_time, &mut task.0), id).await
    }
}

/// A query that nobody waits for any more is given up.
struct Ended(JoinHandle<Response>);

impl Drop for Ended {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn wait(
    task: impl Future<Output = Result<Result<Response, tokio::task::JoinError>, tokio::time::error::Elapsed>>,
    id: &str,
) -> Result<Response, Refusal> {
    match task.await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => {
            tracing::error!(request_id = id, %error, "an operation ended badly");
            Err(internal(id))
        }
        Err(_) => Err(unavailable("The operation takes too long.")),
    }
}

/// The token of `Authorization: Bearer`. Credentials of any other kind are no good, rather than none.
fn bearer(request: &HttpRequest) -> Result<Option<String>, Refusal> {
    let mut given = request.headers().get_all("authorization");
    let Some(value) = given.next() else { return Ok(None) };
    let token = value
        .to_str()
        .ok()
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim().to_owned())
        .filter(|token| !token.is_empty());
    match (token, given.next()) {
        (Some(token), None) => Ok(Some(token)),
        _ => Err(bad_token()),
    }
}

fn turned_away(error: &Error, id: &str) -> Refusal {
    match error {
        Error::Unauthenticated => bad_token(),
        Error::RateLimited { retry_after_seconds } => {
            Refusal::malformed(StatusCode::TOO_MANY_REQUESTS, "Too many attempts.")
                .code(Code::RateLimited)
                .header("Retry-After", retry_after_seconds.to_string())
        }
        error => {
            tracing::error!(request_id = id, %error, "no session");
            unavailable("No session can be opened at the moment.")
        }
    }
}

fn bad_token() -> Refusal {
    Refusal::malformed(StatusCode::UNAUTHORIZED, "The access token is not valid.")
        .code(Code::Unauthenticated)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
}

fn unavailable(message: &str) -> Refusal {
    Refusal::malformed(StatusCode::SERVICE_UNAVAILABLE, message)
        .code(Code::Unavailable)
        .header("Retry-After", "5")
}

fn internal(id: &str) -> Refusal {
    let mut refusal = Refusal::malformed(StatusCode::INTERNAL_SERVER_ERROR, "Internal error.").code(Code::Internal);
    refusal.details.push(("requestId", id.into()));
    refusal
}

fn executed(response: Response, media: Media, private: bool, id: &str) -> HttpResponse {
    let written = answer::write(&response, id);
    let status = if written.codes.contains(&Code::RateLimited) {
        StatusCode::TOO_MANY_REQUESTS
    } else if written.refused && written.codes.contains(&Code::Unavailable) {
        StatusCode::SERVICE_UNAVAILABLE
    } else if written.refused && media == Media::GraphQl {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    let mut builder = HttpResponse::build(status);
    match status {
        StatusCode::TOO_MANY_REQUESTS => {
            builder.insert_header(("Retry-After", written.retry_after.unwrap_or(60).to_string()));
        }
        StatusCode::SERVICE_UNAVAILABLE => {
            builder.insert_header(("Retry-After", "5"));
        }
        _ => {}
    }
    let fresh = if private || !written.codes.is_empty() {
        "no-store"
    } else {
        "no-cache"
    };
    builder
        .insert_header(("Vary", "Authorization, Accept, Accept-Language"))
        .insert_header(("Cache-Control", fresh))
        .content_type(media.content_type())
        .body(written.text)
}

/// The answer to a request that was not executed.
pub fn refused(refusal: Refusal, media: Media, id: &str) -> HttpResponse {
    let written = answer::write(&Response::from_errors(vec![refusal.error()]), id);
    let lenient = refusal.well_formed && media == Media::Json;
    let mut builder = HttpResponse::build(if lenient { StatusCode::OK } else { refusal.status });
    for (name, value) in refusal.headers {
        if name == "Connection" {
            builder.force_close();
        } else {
            builder.insert_header((name, value));
        }
    }
    builder
        .insert_header(("Vary", "Authorization, Accept, Accept-Language"))
        .insert_header(("Cache-Control", "no-store"))
        .content_type(media.content_type())
        .body(written.text)
}

/// A preflight, whose headers are added around it if its origin is listed; or a plain question for the methods.
fn preflight(request: &HttpRequest) -> HttpResponse {
    let mut builder = HttpResponse::NoContent();
    if !cors::is_preflight(request) {
        builder.insert_header(("Allow", METHODS));
    }
    builder.finish()
}
