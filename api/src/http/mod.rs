//! Verbund over HTTP: the request gate, the addresses, the text of answers.
//!
//! async-graphql's own integration is not used: it reads bodies without a limit and of any content type, runs
//! mutations by GET and looks at no `Accept` header.

mod accept;
mod answer;
mod around;
mod body;
mod cors;
pub mod gate;
mod graphiql;
mod graphql;
mod limits;
mod metrics;
mod pages;
mod proxies;
mod refusal;
mod reply;
mod serve;
mod start;
mod wording;

pub use limits::Limits;
pub use proxies::Network;
pub use refusal::{Code, Refusal};
pub use serve::{Running, serve, serve_metrics};

use actix_web::{middleware::from_fn, web};
use async_graphql::{Request, Response, parser};
use std::{future::Future, net::IpAddr, sync::Arc};
use verbund_domain::{db::Pool, error::Error, viewer::Language};

/// What answers: the schema and whatever it needs to open a session.
pub trait Application: Send + Sync + 'static {
    /// What one request carries.
    type Session: Send + Sync + 'static;

    /// Opens the session of a request. `Error::Unauthenticated` means that the token is no good: such a caller is
    /// never taken for anonymous.
    fn session(&self, caller: Caller) -> impl Future<Output = Result<Self::Session, Error>> + Send;

    /// Executes a request that passed the gate.
    fn execute(&self, request: Request, session: Self::Session) -> impl Future<Output = Response> + Send;

    /// The schema, as it is published.
    fn sdl(&self) -> String;

    /// The public keys of access tokens, a JWK set.
    fn jwks(&self) -> String;

    /// Whether the database answers.
    fn ready(&self) -> impl Future<Output = bool> + Send;

    /// The connections to the database, for the metrics.
    fn pools(&self) -> Vec<Pool> {
        Vec::new()
    }
}

/// Who calls, as far as HTTP tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The token as it was sent, unchecked.
    pub bearer: Option<String>,
    /// The client's, not that of a trusted proxy.
    pub address: Option<IpAddr>,
    pub request_id: String,
    pub language: Language,
}

/// How the HTTP side is set up.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub limits: Limits,
    /// Origins whose pages may call, such as `https://example.org`. None by default.
    pub cors_origins: Vec<String>,
    /// Proxies whose `X-Forwarded-For` is believed. None by default.
    pub trusted_proxies: Vec<Network>,
    /// The data is invented: every page says so and asks not to be indexed.
    pub demo: bool,
    /// Whether a browser gets GraphiQL at `/graphql`.
    pub graphiql: bool,
}

/// The HTTP side of an application.
pub struct Http<A> {
    application: Arc<A>,
    settings: Arc<Settings>,
    catalogue: gate::Catalogue,
    sdl: String,
    jwks: String,
    start_page: String,
    metrics: metrics::Metrics,
}

impl<A: Application> Http<A> {
    /// Fails if the application's schema cannot be read.
    pub fn new(application: Arc<A>, settings: Settings) -> Result<Arc<Self>, parser::Error> {
        let sdl = application.sdl();
        Ok(Arc::new(Http {
            catalogue: gate::Catalogue::of(&sdl)?,
            jwks: application.jwks(),
            start_page: start::text(settings.demo, settings.graphiql),
            metrics: metrics::Metrics::default(),
            sdl,
            settings: Arc::new(settings),
            application,
        }))
    }

    /// All addresses, for `App::configure`.
    pub fn routes(self: &Arc<Self>) -> impl FnOnce(&mut web::ServiceConfig) + use<A> {
        let http = self.clone();
        move |config| {
            let settings = http.settings.clone();
            let around = || {
                let settings = settings.clone();
                from_fn(move |request, next| around::around(settings.clone(), request, next))
            };
            config.service(
                web::scope("")
                    .wrap(around())
                    .app_data(web::Data::from(http))
                    .service(graphql::resource::<A>())
                    .configure(pages::configure::<A>)
                    .default_service(web::to(pages::not_found)),
            );
            // What is no path at all, as in `OPTIONS *`, comes into no scope.
            config.default_service(web::to(pages::not_found).wrap(around()));
        }
    }
}
