//! GraphQL over HTTP, from outside, over a small schema.

mod away;
mod proxies;
mod whole;
mod wording;

use actix_web::{
    App,
    http::{Method, StatusCode, header::HeaderMap},
    test::{TestRequest, call_service, init_service, read_body},
};
use async_graphql::{Context, EmptySubscription, Object, Request, Response, Schema, Value as GraphQlValue};
use sea_orm::{ConnAcquireErr, DbErr};
use serde_json::{Value, json};
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};
use tokio::{sync::Notify, time::timeout};
use verbund_api::http::{Application, Caller, Http, Limits, Settings, serve};
use verbund_domain::{error::Error, viewer::Language};

const RESPONSE: &str = "application/graphql-response+json; charset=utf-8";
const JSON: &str = "application/json; charset=utf-8";

/// So long a test waits for what should come at once.
const PATIENCE: Duration = Duration::from_secs(5);

type Api = Schema<Query, Mutation, EmptySubscription>;

struct Query;
struct Mutation;

/// A mutation that waits until it is let go.
#[derive(Default)]
struct Slow {
    go: Notify,
    gone: Notify,
    done: AtomicUsize,
}

/// A field that is null for this reason.
fn nothing(ctx: &Context<'_>, error: Error) -> Option<i32> {
    let error = async_graphql::Error::from(error).into_server_error(ctx.item.pos);
    ctx.add_error(ctx.set_error_path(error));
    None
}

#[Object]
impl Query {
    async fn hello(&self, name: Option<String>) -> String {
        name.unwrap_or_else(|| "hello".into())
    }
    async fn language(&self, ctx: &Context<'_>) -> &'static str {
        if ctx.data_unchecked::<Caller>().language == Language::English {
            "en"
        } else {
            "de"
        }
    }
    async fn token(&self, ctx: &Context<'_>) -> Option<String> {
        ctx.data_unchecked::<Caller>().bearer.clone()
    }
    async fn broken(&self) -> async_graphql::Result<Option<i32>> {
        Err("secret: the table is gone".into())
    }
    async fn hurried(&self, ctx: &Context<'_>) -> Option<i32> {
        nothing(
            ctx,
            Error::RateLimited {
                retry_after_seconds: 17,
            },
        )
    }
    async fn forbidden(&self, ctx: &Context<'_>) -> Option<i32> {
        nothing(ctx, Error::Forbidden)
    }
    async fn hidden(&self, ctx: &Context<'_>) -> Option<i32> {
        nothing(ctx, Error::NotFound)
    }
    async fn closed(&self, ctx: &Context<'_>) -> Option<i32> {
        nothing(ctx, Error::Unauthenticated)
    }
    async fn away(&self, ctx: &Context<'_>) -> Option<i32> {
        nothing(ctx, Error::from(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)))
    }
    async fn address(&self, ctx: &Context<'_>) -> Option<String> {
        ctx.data_unchecked::<Caller>()
            .address
            .map(|address| address.to_string())
    }
    async fn panics(&self) -> i32 {
        std::iter::empty().next().expect("a fault")
    }
    async fn never(&self) -> i32 {
        std::future::pending().await
    }
}

#[Object]
impl Mutation {
    async fn write(&self, ctx: &Context<'_>) -> i32 {
        let slow = ctx.data_unchecked::<Arc<Slow>>();
        slow.go.notified().await;
        let done = slow.done.fetch_add(1, SeqCst) as i32 + 1;
        slow.gone.notify_one();
        done
    }
    async fn hurried(&self, ctx: &Context<'_>) -> Option<i32> {
        nothing(
            ctx,
            Error::RateLimited {
                retry_after_seconds: 17,
            },
        )
    }
}

struct Small {
    api: Api,
    /// Nothing if its database does not even say no.
    up: Option<bool>,
}

impl Small {
    fn new(slow: Arc<Slow>) -> Small {
        let api = Schema::build(Query, Mutation, EmptySubscription)
            .data(slow)
            .disable_suggestions()
            .finish();
        Small { api, up: Some(true) }
    }
}

impl Application for Small {
    type Session = Caller;
    async fn session(&self, caller: Caller) -> Result<Caller, Error> {
        match caller.bearer.as_deref() {
            None | Some("good") => Ok(caller),
            Some("slow") => std::future::pending().await,
            Some(_) => Err(Error::Unauthenticated),
        }
    }
    async fn execute(&self, request: Request, caller: Caller) -> Response {
        let finished = request.query.contains("#finished");
        let mut response = self.api.execute(request.data(caller)).await;
        if finished {
            response.data = GraphQlValue::Binary(r#"{"b":1,"a":[2]}"#.into());
        }
        response
    }
    fn sdl(&self) -> String {
        self.api.sdl()
    }
    fn jwks(&self) -> String {
        r#"{"keys":[]}"#.into()
    }
    async fn ready(&self) -> bool {
        match self.up {
            Some(up) => up,
            None => std::future::pending().await,
        }
    }
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }
    fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }
    fn code(&self) -> String {
        self.json()["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or_default()
            .into()
    }
}

async fn with(settings: Settings, slow: Arc<Slow>, request: TestRequest) -> Answer {
    by(Small::new(slow), settings, request).await
}

async fn by(small: Small, settings: Settings, request: TestRequest) -> Answer {
    let http = Http::new(Arc::new(small), settings).unwrap();
    let app = init_service(App::new().configure(http.routes())).await;
    let response = call_service(&app, request.to_request()).await;
    let (status, headers) = (response.status(), response.headers().clone());
    let text = String::from_utf8(read_body(response).await.to_vec()).unwrap();
    for name in [
        "x-request-id",
        "x-content-type-options",
        "referrer-policy",
        "content-security-policy",
    ] {
        assert_eq!(headers.get_all(name).count(), 1, "{name} of {status} {text}");
    }
    Answer { status, headers, text }
}

async fn send(request: TestRequest) -> Answer {
    with(Settings::default(), Arc::default(), request).await
}

fn post(body: impl Into<String>) -> TestRequest {
    TestRequest::post()
        .uri("/graphql")
        .insert_header(("content-type", "application/json"))
        .set_payload(body.into())
}

fn query(text: &str) -> TestRequest {
    post(json!({ "query": text }).to_string())
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path)
}

#[actix_web::test]
async fn a_query_is_answered_by_post_and_by_get() {
    for request in [
        query("{hello}"),
        get("/graphql?query=%7Bhello%7D"),
        get("/graphql?query=query+A%7Bhello%7D&operationName=A"),
    ] {
        let answer = send(request).await;
        assert_eq!(
            (answer.status, answer.text.as_str()),
            (StatusCode::OK, r#"{"data":{"hello":"hello"}}"#)
        );
        assert_eq!(answer.header("content-type"), RESPONSE);
        assert_eq!(answer.header("vary"), "Authorization, Accept, Accept-Language");
    }
    let answer = send(get(
        "/graphql?query=query(%24n:String)%7Bhello(name:%24n)%7D&variables=%7B%22n%22:%22%C3%BC%22%7D",
    ))
    .await;
    assert_eq!(answer.json()["data"]["hello"], "ü");
}

#[actix_web::test]
async fn accept_chooses_the_media_type() {
    for (accept, expected) in [
        ("", RESPONSE),
        ("*/*", RESPONSE),
        ("application/*", RESPONSE),
        ("application/graphql-response+json", RESPONSE),
        (
            "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
            RESPONSE,
        ),
        ("application/json", JSON),
        ("APPLICATION/JSON;charset=UTF-8", JSON),
        ("application/json, application/graphql-response+json;q=0.9", JSON),
        ("application/json;q=0.5, application/graphql-response+json", RESPONSE),
        ("text/html, application/json;q=0.1", JSON),
        ("application/graphql-response+json;q=0, */*", JSON),
        ("*/*, application/graphql-response+json;q=0", JSON),
        (
            "application/json;q=0.9, application/graphql-response+json;q=0.8, */*",
            JSON,
        ),
        ("application/json;q=0, application/*", RESPONSE),
        ("application/*;q=0.1, application/json;q=0.2, */*;q=0.9", JSON),
        ("application/json;q=0.1, */*;q=0.5", RESPONSE),
        ("application/json, text/plain, */*", JSON),
        ("*/*, application/json", JSON),
        (
            "application/json;q=0.1, application/json;charset=utf-8, application/graphql-response+json;q=0.5",
            JSON,
        ),
    ] {
        let mut request = query("{hello}");
        if !accept.is_empty() {
            request = request.insert_header(("accept", accept));
        }
        let answer = send(request).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::OK, expected),
            "{accept}"
        );
    }
    for accept in [
        "text/html",
        "application/xml",
        "application/json;q=0",
        "application/json;charset=utf-16",
        "*/*;q=0",
        "application/*;q=0, */*",
    ] {
        let answer = send(query("{hello}").insert_header(("accept", accept))).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::NOT_ACCEPTABLE, "BAD_REQUEST"),
            "{accept}"
        );
    }
}

#[actix_web::test]
async fn only_json_in_utf_8_is_read() {
    for kind in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"UTF-8\"",
    ] {
        let request = TestRequest::post()
            .uri("/graphql")
            .insert_header(("content-type", kind));
        assert_eq!(
            send(request.set_payload(r#"{"query":"{hello}"}"#)).await.status,
            StatusCode::OK,
            "{kind}"
        );
    }
    for kind in [
        "",
        "text/plain",
        "text/html",
        "image/png",
        "application/graphql",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
    ] {
        let mut request = TestRequest::post().uri("/graphql");
        if !kind.is_empty() {
            request = request.insert_header(("content-type", kind));
        }
        let answer = send(request.set_payload(r#"{"query":"{hello}"}"#)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "BAD_REQUEST"),
            "{kind}"
        );
    }
    let packed = send(query("{hello}").insert_header(("content-encoding", "gzip"))).await;
    assert_eq!(packed.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[actix_web::test]
async fn a_malformed_body_is_answered_as_a_graphql_error() {
    for body in [
        "",
        "{",
        "null",
        "1",
        "\"{hello}\"",
        "[]",
        r#"[{"query":"{hello}"}]"#,
        "{}",
        r#"{"query":null}"#,
        r#"{"query":1}"#,
        r#"{"query":["{hello}"]}"#,
        r#"{"query":""}"#,
        r#"{"query":"{hello}","variables":[]}"#,
        r#"{"query":"{hello}","variables":"x"}"#,
        r#"{"query":"{hello}","operationName":1}"#,
        r#"{"query":"{hello}","extensions":"x"}"#,
        &"[".repeat(10_000),
    ] {
        for accept in ["application/json", "application/graphql-response+json"] {
            let answer = send(post(body).insert_header(("accept", accept))).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (StatusCode::BAD_REQUEST, "BAD_REQUEST"),
                "{body}"
            );
            assert!(answer.json().get("data").is_none());
        }
    }
    for body in [
        r#"{"query":"{hello}","variables":null,"operationName":null,"extensions":null}"#,
        r#"{"query":"{hello}","variables":{},"extensions":{"unknown":[1]},"more":1}"#,
    ] {
        assert_eq!(send(post(body)).await.text, r#"{"data":{"hello":"hello"}}"#);
    }
}

#[actix_web::test]
async fn a_malformed_address_is_answered_as_a_graphql_error() {
    for address in [
        "/graphql",
        "/graphql?query=",
        "/graphql?query=%7Bhello%7D&query=%7Bhello%7D",
        "/graphql?query=%7Bhello%7D&variables=%7B",
        "/graphql?query=%7Bhello%7D&variables=[]",
        "/graphql?query=%7Bhello%7D&extensions=1",
        "/graphql?query=%7Bhello(name:%22%FF%22)%7D",
        "/graphql?query=%7Bhello%7",
    ] {
        let answer = send(get(address)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::BAD_REQUEST, "BAD_REQUEST"),
            "{address}"
        );
    }
    let page = send(get("/graphql").insert_header(("accept", "text/html,*/*;q=0.8"))).await;
    assert_eq!((page.status, page.header("location")), (StatusCode::SEE_OTHER, "/"));
}

#[actix_web::test]
async fn requests_that_cannot_be_executed_have_no_data() {
    let deep = format!("{{{}}}", (0..31).map(|i| format!("a{i}:hello ")).collect::<String>());
    for (text, code) in [
        ("{hello", "BAD_REQUEST"),
        ("{unknown}", "BAD_REQUEST"),
        ("{...A}", "BAD_REQUEST"),
        ("query A{hello} query B{hello}", "BAD_REQUEST"),
        ("{hello(name:1)}", "BAD_REQUEST"),
        (deep.as_str(), "LIMIT_EXCEEDED"),
    ] {
        let strict = send(query(text)).await;
        assert_eq!(
            (strict.status, strict.code().as_str()),
            (StatusCode::BAD_REQUEST, code),
            "{text}"
        );
        assert!(strict.json().get("data").is_none(), "{}", strict.text);
        assert_eq!(strict.header("cache-control"), "no-store");
        let lenient = send(query(text).insert_header(("accept", "application/json"))).await;
        assert_eq!(
            (lenient.status, lenient.json()),
            (StatusCode::OK, strict.json()),
            "{text}"
        );
    }
}

#[actix_web::test]
async fn mutations_run_by_post_only() {
    let slow = Arc::new(Slow::default());
    for address in [
        "/graphql?query=mutation%7Bwrite%7D",
        "/graphql?query=query+Q%7Bhello%7Dmutation+M%7Bwrite%7D&operationName=M",
    ] {
        slow.go.notify_one();
        let answer = with(Settings::default(), slow.clone(), get(address)).await;
        assert_eq!(
            (answer.status, answer.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "POST")
        );
    }
    assert_eq!(slow.done.load(SeqCst), 0);
    assert_eq!(
        with(Settings::default(), slow.clone(), query("mutation{write}"))
            .await
            .text,
        r#"{"data":{"write":1}}"#
    );
}

#[actix_web::test]
async fn a_mutation_runs_to_its_end_although_nobody_waits_any_more() {
    let slow = Arc::new(Slow::default());
    let limits = Limits {
        mutation_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let answer = with(
        Settings {
            limits,
            ..Settings::default()
        },
        slow.clone(),
        query("mutation{write}"),
    )
    .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE")
    );
    assert_eq!(answer.header("retry-after"), "5");
    assert!(
        answer.json()["errors"][0]["message"]
            .as_str()
            .unwrap()
            .contains("idempotencyKey")
    );
    slow.go.notify_one();
    slow.gone.notified().await;
    assert_eq!(slow.done.load(SeqCst), 1);
}

#[actix_web::test]
async fn a_query_that_takes_too_long_is_given_up() {
    let limits = Limits {
        query_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let answer = with(
        Settings {
            limits,
            ..Settings::default()
        },
        Arc::default(),
        query("{never}"),
    )
    .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE")
    );
}

#[actix_web::test]
async fn a_session_that_does_not_open_in_time_is_given_up_and_nothing_is_done() {
    let limits = Limits {
        query_time: Duration::from_millis(1),
        mutation_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let settings = Settings {
        limits,
        ..Settings::default()
    };
    let slow = Arc::new(Slow::default());
    slow.go.notify_one();
    for document in ["{hello}", "mutation{write}"] {
        let request = query(document).insert_header(("authorization", "Bearer slow"));
        let answer = timeout(PATIENCE, with(settings.clone(), slow.clone(), request))
            .await
            .expect("an answer");
        assert_eq!(
            (answer.status, answer.code().as_str(), answer.header("retry-after")),
            (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE", "5"),
            "{document}"
        );
    }
    assert_eq!(slow.done.load(SeqCst), 0);
}

#[actix_web::test]
async fn other_methods_are_refused_with_one_allow_header() {
    for (method, path, allow) in [
        (Method::PUT, "/graphql", "GET, HEAD, POST, OPTIONS"),
        (Method::DELETE, "/graphql", "GET, HEAD, POST, OPTIONS"),
        (Method::PATCH, "/graphql", "GET, HEAD, POST, OPTIONS"),
        (Method::POST, "/schema.graphql", "GET, HEAD"),
        (Method::POST, "/", "GET, HEAD"),
    ] {
        let answer = send(TestRequest::with_uri(path).method(method.clone())).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::METHOD_NOT_ALLOWED, "BAD_REQUEST"),
            "{method}"
        );
        assert_eq!(answer.headers.get_all("allow").count(), 1);
        assert_eq!(answer.header("allow"), allow);
    }
}

#[actix_web::test]
async fn bodies_are_cut_at_their_limit() {
    let filled = |size: usize| {
        let start = r#"{"query":"{hello}","more":""#;
        format!("{start}{}\"}}", "x".repeat(size - start.len() - 2))
    };
    assert_eq!(send(post(filled(128 * 1024))).await.status, StatusCode::OK);
    let answer = send(post(filled(128 * 1024 + 1))).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::PAYLOAD_TOO_LARGE, "BAD_REQUEST")
    );
}

#[actix_web::test]
async fn a_bad_token_is_never_anonymous() {
    for authorization in [
        "Bearer bad",
        "bearer bad",
        "Basic Z29vZA==",
        "Bearer",
        "Bearer ",
        "good",
    ] {
        for accept in ["application/json", "*/*"] {
            let answer = send(
                query("{token}")
                    .insert_header(("authorization", authorization))
                    .insert_header(("accept", accept)),
            )
            .await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (StatusCode::UNAUTHORIZED, "UNAUTHENTICATED"),
                "{authorization}"
            );
            assert_eq!(answer.header("www-authenticate"), "Bearer error=\"invalid_token\"");
        }
    }
    for authorization in ["Bearer good", "bearer good", "BEARER  good"] {
        let answer = send(query("{token}").insert_header(("authorization", authorization))).await;
        assert_eq!(answer.json()["data"]["token"], "good");
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[actix_web::test]
async fn an_error_tells_its_code_and_no_secret() {
    let answer = send(query("{broken}").insert_header(("x-request-id", "abc-1"))).await;
    assert_eq!(answer.status, StatusCode::OK);
    let error = &answer.json()["errors"][0];
    assert_eq!(error["extensions"], json!({"code": "INTERNAL", "requestId": "abc-1"}));
    assert!(!answer.text.contains("secret"));
    assert_eq!(send(query("{forbidden}")).await.code(), "FORBIDDEN");
    let fault = send(query("{panics}")).await;
    assert_eq!(
        (fault.status, fault.code().as_str()),
        (StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL")
    );
}

#[actix_web::test]
async fn too_many_attempts_are_told_to_wait() {
    let answer = send(query("{hurried}").insert_header(("accept", "application/json"))).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITED")
    );
    assert_eq!(answer.header("retry-after"), "17");
}

#[actix_web::test]
async fn ten_errors_are_told_and_long_names_are_cut() {
    let many = (0..200).map(|i| format!("unknown{i}:1 ")).collect::<String>();
    let answer = send(query(&format!("{{hello({many})}}"))).await;
    assert_eq!(answer.json()["errors"].as_array().unwrap().len(), 10);
    let answer = send(query(&format!("{{{}}}", "x".repeat(100_000)))).await;
    assert!(answer.text.len() < 500, "{} bytes", answer.text.len());
}

#[actix_web::test]
async fn finished_json_goes_out_as_it_is() {
    assert_eq!(
        send(query("{hello} #finished")).await.text,
        r#"{"data":{"b":1,"a":[2]}}"#
    );
}

#[actix_web::test]
async fn nothing_selected_is_an_empty_answer() {
    assert_eq!(send(query("{hello @skip(if:true)}")).await.text, r#"{"data":{}}"#);
}

#[actix_web::test]
async fn every_answer_has_an_id_and_a_safe_one_is_kept() {
    assert_eq!(
        send(query("{hello}").insert_header(("x-request-id", "A.b_c-9")))
            .await
            .header("x-request-id"),
        "A.b_c-9"
    );
    for unsafe_id in ["a b", "<x>", "", &"x".repeat(65)] {
        let answer = send(query("{hello}").insert_header(("x-request-id", unsafe_id))).await;
        assert_eq!(answer.header("x-request-id").len(), 36);
    }
}

#[actix_web::test]
async fn a_question_about_no_address_at_all_is_answered_like_any_other() {
    for method in [Method::OPTIONS, Method::GET] {
        let answer = send(TestRequest::with_uri("*").method(method.clone())).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::NOT_FOUND, "NOT_FOUND"),
            "{method}"
        );
    }
}

#[actix_web::test]
async fn english_is_spoken_to_those_who_ask_for_it() {
    for (accepted, language) in [
        ("", "de"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("de,en;q=0.5", "de"),
        ("en,de;q=0.8", "en"),
        ("fr", "de"),
        ("*", "de"),
    ] {
        let answer = send(query("{language}").insert_header(("accept-language", accepted))).await;
        assert_eq!(answer.json()["data"]["language"], language, "{accepted}");
    }
}

#[actix_web::test]
async fn only_listed_origins_may_read_answers() {
    let settings = || Settings {
        cors_origins: vec!["https://a.example".into()],
        ..Settings::default()
    };
    let origin = "access-control-allow-origin";
    for (from, allowed) in [
        ("https://a.example", "https://a.example"),
        ("https://b.example", ""),
        ("null", ""),
    ] {
        let answer = with(
            settings(),
            Arc::default(),
            query("{hello}").insert_header(("origin", from)),
        )
        .await;
        assert_eq!(answer.header(origin), allowed);
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        let preflight = TestRequest::with_uri("/graphql")
            .method(Method::OPTIONS)
            .insert_header(("origin", from))
            .insert_header(("access-control-request-method", "POST"));
        let answer = with(settings(), Arc::default(), preflight).await;
        assert_eq!(
            (answer.status, answer.header(origin)),
            (StatusCode::NO_CONTENT, allowed)
        );
    }
    assert_eq!(
        send(query("{hello}").insert_header(("origin", "https://a.example")))
            .await
            .header(origin),
        ""
    );
}

#[actix_web::test]
async fn the_other_addresses_answer() {
    for (path, kind, part) in [
        ("/", "text/html; charset=utf-8", "<h1"),
        ("/start.css", "text/css; charset=utf-8", "{"),
        ("/start.js", "text/javascript; charset=utf-8", "fetch"),
        ("/schema.graphql", "text/plain; charset=utf-8", "type Query"),
        ("/.well-known/jwks.json", "application/json", "keys"),
        ("/livez", "text/plain; charset=utf-8", "ok"),
        ("/readyz", "text/plain; charset=utf-8", "ok"),
    ] {
        let answer = send(get(path)).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::OK, kind),
            "{path}"
        );
        assert!(answer.text.contains(part), "{path}");
        assert_eq!(
            send(TestRequest::with_uri(path).method(Method::HEAD)).await.status,
            StatusCode::OK
        );
    }
    let answer = send(get("/nothing")).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::NOT_FOUND, "NOT_FOUND")
    );
}

#[actix_web::test]
async fn a_server_whose_database_says_no_or_nothing_is_not_ready() {
    for up in [Some(false), None] {
        let small = Small {
            up,
            ..Small::new(Arc::default())
        };
        let limits = Limits {
            ready_time: Duration::from_millis(1),
            ..Limits::default()
        };
        let settings = Settings {
            limits,
            ..Settings::default()
        };
        let answer = timeout(PATIENCE, by(small, settings, get("/readyz")))
            .await
            .expect("an answer");
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (StatusCode::SERVICE_UNAVAILABLE, "5")
        );
    }
}

#[actix_web::test]
async fn the_demo_says_that_its_people_are_invented_and_asks_not_to_be_indexed() {
    let answer = with(
        Settings {
            demo: true,
            ..Settings::default()
        },
        Arc::default(),
        get("/"),
    )
    .await;
    assert!(answer.text.contains("Personen und Kontaktdaten sind erfunden."));
    assert!(answer.text.contains("noindex"));
    assert_eq!(answer.header("x-robots-tag"), "noindex");
    let answer = send(get("/")).await;
    assert!(!answer.text.contains("erfunden") && !answer.text.contains("noindex"));
    assert!(
        answer
            .header("content-security-policy")
            .starts_with("default-src 'self'")
    );
}

#[actix_web::test]
async fn a_body_that_stalls_is_cut_and_the_server_stops_when_asked() {
    let limits = Limits {
        body_time: Duration::from_millis(1),
        ..Limits::default()
    };
    let small = Arc::new(Small::new(Arc::default()));
    let http = Http::new(
        small,
        Settings {
            limits,
            ..Settings::default()
        },
    )
    .unwrap();
    let running = serve(&http, TcpListener::bind(("127.0.0.1", 0)).unwrap()).unwrap();
    let (address, handle) = (running.address, running.handle());
    assert_ne!(address.port(), 0);
    let client = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        let head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{";
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap(); // to the end: the connection is closed
        answer
    });
    let asked = async {
        let answer = client.await.unwrap();
        handle.stop(true).await;
        answer
    };
    let (ended, answer) = tokio::join!(running.end(), asked);
    ended.unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("BAD_REQUEST"));
}
