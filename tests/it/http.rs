//! GraphQL over HTTP, from outside, over a small schema.

mod addresses;
mod answers;
mod away;
mod caller;
mod graphiql;
mod malformed;
mod media;
mod methods;
mod proxies;
mod time;
mod whole;
mod wording;

use actix_web::{
    App,
    http::{StatusCode, header::HeaderMap},
    test::{TestRequest, call_service, init_service, read_body},
};
use async_graphql::{Context, EmptySubscription, Object, Request, Response, Schema, Value as GraphQlValue};
use sea_orm::{ConnAcquireErr, DbErr};
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};
use tokio::sync::Notify;
use verbund_api::http::{Application, Caller, Http, Settings};
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
