//! Everything beside `/graphql`: the start page, the schema, the keys, the state of the server.

use super::{
    Application, Http,
    accept::{Media, language},
    around::request_id,
    graphiql,
    refusal::{Code, Refusal},
    reply::refused,
    wording,
};
use actix_web::{
    HttpRequest, HttpResponse, Responder, Route, guard,
    http::StatusCode,
    web::{self, Data},
};
use tokio::time::timeout;

/// Nothing from elsewhere, nothing inline.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

pub fn configure<A: Application>(config: &mut web::ServiceConfig) {
    let pages = [
        ("/", read().to(start::<A>)),
        ("/start.css", read().to(style)),
        ("/start.js", read().to(script)),
        ("/start.svg", read().to(icon)),
        ("/schema.graphql", read().to(schema::<A>)),
        ("/.well-known/jwks.json", read().to(keys::<A>)),
        ("/livez", read().to(live)),
        ("/readyz", read().to(ready::<A>)),
    ];
    for (path, route) in pages {
        config.service(web::resource(path).route(route).default_service(web::to(wrong_method)));
    }
    let files = [
        ("/graphiql/graphiql.js", read().to(graphiql::script)),
        ("/graphiql/graphiql.css", read().to(graphiql::style)),
    ];
    for (path, route) in files {
        let route = route.guard(guard::fn_guard(|ctx| {
            ctx.app_data::<Data<Http<A>>>()
                .is_some_and(|http| http.settings.graphiql)
        }));
        config.service(web::resource(path).route(route).default_service(web::to(not_found)));
    }
}

fn read() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

async fn start<A: Application>(http: Data<Http<A>>) -> impl Responder {
    page("text/html; charset=utf-8", http.start_page.clone())
}

async fn style() -> impl Responder {
    page("text/css; charset=utf-8", include_str!("../../web/start.css"))
}

async fn script() -> impl Responder {
    page("text/javascript; charset=utf-8", include_str!("../../web/start.js"))
}

async fn icon() -> impl Responder {
    page("image/svg+xml", include_str!("../../web/start.svg"))
}

fn page(content_type: &str, text: impl Into<String>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(content_type)
        .insert_header(("Content-Security-Policy", POLICY))
        .insert_header(("Cache-Control", "no-cache"))
        .body(text.into())
}

async fn schema<A: Application>(http: Data<Http<A>>) -> impl Responder {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header(("Cache-Control", "no-cache"))
        .body(http.sdl.clone())
}

async fn keys<A: Application>(http: Data<Http<A>>) -> impl Responder {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header(("Cache-Control", "public, max-age=300"))
        .body(http.jwks.clone())
}

/// The process runs.
async fn live() -> impl Responder {
    state(StatusCode::OK, "ok\n")
}

/// The process can answer: its database does.
async fn ready<A: Application>(http: Data<Http<A>>) -> impl Responder {
    let asked = timeout(http.settings.limits.ready_time, http.application.ready());
    if asked.await.unwrap_or(false) {
        state(StatusCode::OK, "ok\n")
    } else {
        state(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
    }
}

fn state(status: StatusCode, text: &'static str) -> HttpResponse {
    let mut builder = HttpResponse::build(status);
    if status != StatusCode::OK {
        builder.insert_header(("Retry-After", "5"));
    }
    builder
        .content_type("text/plain; charset=utf-8")
        .insert_header(("Cache-Control", "no-store"))
        .body(text)
}

async fn wrong_method(request: HttpRequest) -> impl Responder {
    refuse(Refusal::method("GET, HEAD"), &request)
}

pub async fn not_found(request: HttpRequest) -> impl Responder {
    let refusal = Refusal::of(StatusCode::NOT_FOUND, Code::NotFound).saying(&wording::NO_SUCH_ADDRESS);
    refuse(refusal, &request)
}

fn refuse(refusal: Refusal, request: &HttpRequest) -> HttpResponse {
    refused(refusal, Media::Json, language(request.headers()), &request_id(request))
}
