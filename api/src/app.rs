//! What answers behind HTTP: the schema, and a session for each request.

use crate::auth::{self, SignIn, SignInMutation, Tokens};
use crate::graphql::{self, Query};
use crate::http::{Application, Caller};
use async_graphql::{EmptySubscription, Request, Response, Schema};
use verbund_domain::account::Passwords;
use verbund_domain::db::Db;
use verbund_domain::error::Error;
use verbund_domain::viewer::Viewer;

/// Verbund on one database.
pub struct App {
    db: Db,
    tokens: Tokens,
    sign_in: SignIn,
    schema: Schema<Query, SignInMutation, EmptySubscription>,
}

impl App {
    pub fn new(db: Db, tokens: Tokens, passwords: Passwords) -> Self {
        let sign_in = SignIn::new(db.clone(), passwords, tokens.clone());
        App {
            schema: graphql::build(),
            sign_in,
            db,
            tokens,
        }
    }
}

impl Application for App {
    type Session = Viewer;

    async fn session(&self, caller: Caller) -> Result<Viewer, Error> {
        auth::viewer(&self.db, &self.tokens, caller.bearer.as_deref(), caller.language).await
    }

    async fn execute(&self, request: Request) -> Response {
        self.schema.execute(request.data(self.sign_in.clone())).await
    }

    fn sdl(&self) -> String {
        self.schema.sdl()
    }

    fn jwks(&self) -> String {
        self.tokens.key().jwks()
    }

    async fn ready(&self) -> bool {
        self.db.ping().await
    }
}
