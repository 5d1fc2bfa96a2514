//! The whole server on a database of its own, asked over HTTP without a socket.

use crate::{TestClock, TestDb};
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::{App as Routes, test};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use serde_json::{Value, json};
use std::sync::Arc;
use verbund_api::app::App;
use verbund_api::auth::{SigningKey, Tokens};
use verbund_api::http::{Http, Settings};
use verbund_domain::access::Policy;
use verbund_domain::account::{self, Cost, NewUser, Passwords, Role};
use verbund_domain::db::Db;
use verbund_domain::read::Fault;
use verbund_domain::viewer::Place;

/// A password for every account of a test.
pub const PASSWORD: &str = "ein langes Passwort";

/// A server under test.
pub struct TestApp {
    pub db: Db,
    pub clock: TestClock,
    pub tokens: Tokens,
    http: Arc<Http<App>>,
    database: TestDb,
}

/// What the server answered.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
    pub json: Value,
}

impl TestApp {
    /// On an empty database with all its tables.
    pub async fn new() -> TestApp {
        TestApp::on(TestDb::new().await).await
    }

    /// On a database that the test has filled.
    pub async fn on(database: TestDb) -> TestApp {
        TestApp::planting(database, None, Policy::standard()).await
    }

    /// With a fault, or with a wrong table of permissions, which the test must find.
    pub async fn planting(database: TestDb, fault: Option<Fault>, policy: Policy) -> TestApp {
        let key = SigningKey::generate().expect("a key");
        TestApp::keyed(key, database, fault, policy).await
    }

    /// With a key that another server has too: cursors of one are good for the other.
    pub async fn keyed(key: SigningKey, database: TestDb, fault: Option<Fault>, policy: Policy) -> TestApp {
        let clock = TestClock::new();
        let db = Db::connect(&database.url).await.expect("the domain opens the database");
        let tokens = Tokens::new(key, "http://verbund.example", clock.clock());
        let passwords = Passwords::new(Cost::LEAST).expect("cheap passwords");
        let app = App::new(db.clone(), tokens.clone(), passwords).planting(fault, policy);
        let http = Http::new(Arc::new(app), Settings::default()).expect("the schema can be read");
        TestApp {
            db,
            clock,
            tokens,
            http,
            database,
        }
    }

    /// The database's rows, for what a test arranges and what it compares; closed by the caller.
    pub async fn rows(&self) -> DatabaseConnection {
        let mut options = ConnectOptions::new(&self.database.url);
        options.max_connections(1).sqlx_logging(false);
        Database::connect(options).await.expect("the database opens")
    }

    /// All rows of all tables.
    pub async fn dump(&self) -> String {
        self.database.dump().await
    }

    /// A new account with one role, and a token for it.
    pub async fn token(&self, email: &str, place: Place, role: Role) -> String {
        let user = NewUser {
            email,
            name: "Test",
            password: PASSWORD,
        };
        let passwords = Passwords::new(Cost::LEAST).expect("cheap passwords");
        let id = account::add_user(&self.db, &passwords, user, self.clock.now())
            .await
            .expect("an account");
        account::grant_role(&self.db, email, place, role, self.clock.now())
            .await
            .expect("a role");
        self.token_of(&id).await
    }

    /// A token for an account, with all its roles.
    pub async fn token_of(&self, user_public_id: &str) -> String {
        let ceiling = account::ceiling_of(&self.db, user_public_id, self.clock.now())
            .await
            .expect("roles");
        self.tokens
            .issue(user_public_id, "test", &ceiling, None)
            .expect("a token")
            .token
    }

    /// A query or mutation as anonymous.
    pub async fn ask(&self, query: &str) -> Reply {
        self.gql(None, query, json!({})).await
    }

    /// A query or mutation with a token and variables.
    pub async fn gql(&self, token: Option<&str>, query: &str, variables: Value) -> Reply {
        let mut request = test::TestRequest::post()
            .uri("/graphql")
            .set_json(json!({ "query": query, "variables": variables }));
        if let Some(token) = token {
            request = request.insert_header(("Authorization", format!("Bearer {token}")));
        }
        self.send(request).await
    }

    /// Any request.
    pub async fn send(&self, request: test::TestRequest) -> Reply {
        let server = test::init_service(Routes::new().configure(self.http.routes())).await;
        let response = test::call_service(&server, request.to_request()).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let text = String::from_utf8(test::read_body(response).await.to_vec()).expect("UTF-8");
        let json = serde_json::from_str(&text).unwrap_or(Value::Null);
        Reply {
            status,
            headers,
            text,
            json,
        }
    }
}

impl Reply {
    /// A header's value, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// The data, where nothing was refused.
    pub fn data(&self) -> &Value {
        assert!(self.json.get("errors").is_none(), "{}", self.text);
        &self.json["data"]
    }

    /// The codes of all errors, in the document's order.
    pub fn codes(&self) -> Vec<&str> {
        let errors = self.json["errors"].as_array().into_iter().flatten();
        errors
            .map(|error| error["extensions"]["code"].as_str().unwrap_or_default())
            .collect()
    }
}
