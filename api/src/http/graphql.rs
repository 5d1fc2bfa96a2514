//! `/graphql`: POST for everything, GET for queries.

use super::{
    Application, Caller, Http, Settings,
    accept::{self, Media},
    answer,
    around::request_id,
    body, cors,
    gate::{self, Asked, Passed},
    graphiql, proxies,
    refusal::{Code, Refusal},
    reply::{executed, first_code, refused},
    wording::{self, Words},
};
use actix_web::{
    HttpRequest, HttpResponse, Resource,
    http::{Method, StatusCode},
    web,
};
use async_graphql::{Response, parser::types::OperationType};
use std::future::Future;
use tokio::{
    task::{JoinError, JoinHandle},
    time::{Instant, error::Elapsed, timeout_at},
};
use tracing::Instrument;
use verbund_domain::error::Error;

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
        if http.settings.graphiql {
            return graphiql::page();
        }
        return HttpResponse::SeeOther()
            .insert_header(("Location", "/"))
            .insert_header(("Vary", "Accept"))
            .finish();
    }
    let accepted = accept::negotiate(request.headers());
    let media = *accepted.as_ref().unwrap_or(&Media::default());
    let language = accept::language(request.headers());
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
        Ok(response) => executed(response, media, language, private, &id),
        Err(refusal) => refused(refusal, media, language, &id),
    };
    let code = first_code(&response);
    http.metrics.count(line.kind, code, started.elapsed());
    tracing::info!(
        method = %request.method(),
        kind = line.kind,
        operation = line.name,
        status = response.status().as_u16(),
        code = code.map_or("OK", Code::name),
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

/// Opens the session and executes, both before the same deadline.
async fn run<A: Application>(
    http: &Http<A>,
    request: &HttpRequest,
    passed: Passed,
    id: &str,
) -> Result<Response, Refusal> {
    let Settings {
        limits,
        trusted_proxies,
        ..
    } = http.settings.as_ref();
    let is_mutation = passed.operation == OperationType::Mutation;
    let time = if is_mutation {
        limits.mutation_time
    } else {
        limits.query_time
    };
    let deadline = Instant::now() + time;
    let caller = Caller {
        bearer: bearer(request)?,
        address: request
            .peer_addr()
            .map(|peer| proxies::client(peer.ip(), request.headers(), trusted_proxies)),
        request_id: id.to_owned(),
        language: accept::language(request.headers()),
    };
    let session = timeout_at(deadline, http.application.session(caller))
        .await
        .map_err(|_| Refusal::unavailable().saying(&wording::TOO_SLOW))?
        .map_err(|error| turned_away(&error, id))?;
    let application = http.application.clone();
    // On its own: what the client or a time-out does to the waiting does not end a mutation half-way, and a fault in
    // a resolver is one failed answer.
    let task = tokio::spawn(async move { application.execute(passed.request, session).await }.in_current_span());
    if is_mutation {
        wait(timeout_at(deadline, task), id, &wording::MUTATION_TOO_SLOW).await
    } else {
        let mut task = Ended(task);
        wait(timeout_at(deadline, &mut task.0), id, &wording::TOO_SLOW).await
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
    task: impl Future<Output = Result<Result<Response, JoinError>, Elapsed>>,
    id: &str,
    too_slow: &'static Words,
) -> Result<Response, Refusal> {
    match task.await {
        Ok(Ok(response)) => Ok(response),
        Ok(Err(error)) => {
            tracing::error!(request_id = id, %error, "an operation ended badly");
            Err(Refusal::of(StatusCode::INTERNAL_SERVER_ERROR, Code::Internal))
        }
        Err(_) => Err(Refusal::unavailable().saying(too_slow)),
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
    let code = answer::code_of(error);
    if code == Code::Unauthenticated {
        return bad_token();
    }
    tracing::error!(request_id = id, %error, "no session");
    match code {
        Code::Unavailable | Code::ConflictInProgress | Code::RateLimited => Refusal::unavailable(),
        _ => Refusal::of(StatusCode::INTERNAL_SERVER_ERROR, Code::Internal),
    }
}

fn bad_token() -> Refusal {
    Refusal::of(StatusCode::UNAUTHORIZED, Code::Unauthenticated)
        .saying(&wording::BAD_TOKEN)
        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
}

/// A preflight, whose headers are added around it if its origin is listed; or a plain question for the methods.
fn preflight(request: &HttpRequest) -> HttpResponse {
    let mut builder = HttpResponse::NoContent();
    if !cors::is_preflight(request) {
        builder.insert_header(("Allow", METHODS));
    }
    builder.finish()
}
