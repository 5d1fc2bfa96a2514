//! What answers behind HTTP: the schema, and a session for each request.

use crate::auth::{self, SignIn, Tokens};
use crate::graphql::{self, Api, Ran};
use crate::http::{Application, Caller};
use async_graphql::{Request, Response};
use verbund_domain::account::Passwords;
use verbund_domain::db::{Db, Pool};
use verbund_domain::error::Error;
use verbund_domain::read::{Marks, PageSizes, Reader};
use verbund_domain::session::Session;

/// Verbund on one database.
pub struct App {
    db: Db,
    tokens: Tokens,
    marks: Marks,
    sign_in: SignIn,
    api: Api,
    pages: PageSizes,
    #[cfg(feature = "planted")]
    planted: (Option<verbund_domain::read::Fault>, verbund_domain::access::Policy),
}

/// What one request may do: read, write, and who calls.
pub struct Opened {
    reader: Reader,
    session: Session,
    caller: Caller,
}

impl App {
    pub fn new(db: Db, tokens: Tokens, passwords: Passwords) -> Self {
        App {
            sign_in: SignIn::new(db.clone(), passwords, tokens.clone()),
            marks: Marks::from_secret(tokens.key().secret()),
            api: graphql::build(),
            pages: PageSizes::default(),
            db,
            tokens,
            #[cfg(feature = "planted")]
            planted: (None, verbund_domain::access::Policy::standard()),
        }
    }

    /// The same with pages of other sizes.
    pub fn with_pages(self, pages: PageSizes) -> Self {
        App { pages, ..self }
    }

    /// The same with a fault, or under another table of permissions, which tests must find.
    #[cfg(feature = "planted")]
    pub fn planting(self, fault: Option<verbund_domain::read::Fault>, policy: verbund_domain::access::Policy) -> Self {
        App {
            planted: (fault, policy),
            ..self
        }
    }
}

impl Application for App {
    type Session = Opened;

    async fn session(&self, caller: Caller) -> Result<Opened, Error> {
        let viewer = auth::viewer(&self.db, &self.tokens, caller.bearer.as_deref(), caller.language).await?;
        let reader = Reader::new(&self.db, viewer.clone(), self.marks.clone()).with_pages(self.pages);
        let session = Session::new(self.db.clone(), viewer, caller.request_id.clone());
        #[cfg(feature = "planted")]
        let (reader, session) = (reader.with_fault(self.planted.0), session.under(self.planted.1));
        Ok(Opened {
            reader,
            session,
            caller,
        })
    }

    async fn execute(&self, request: Request, opened: Opened) -> Response {
        let Opened {
            reader,
            session,
            caller,
        } = opened;
        let request = request
            .data(reader)
            .data(session)
            .data(caller)
            .data(self.sign_in.clone())
            .data(Ran::default());
        self.api.execute(request).await
    }

    fn sdl(&self) -> String {
        graphql::sdl(&self.api)
    }

    fn jwks(&self) -> String {
        self.tokens.key().jwks()
    }

    async fn ready(&self) -> bool {
        self.db.ping().await
    }

    fn pools(&self) -> Vec<Pool> {
        self.db.pools()
    }
}
