//! The examples in the documentation, carried out as they stand there: what a reader copies works.

mod api;
mod containers;
mod links;
mod markdown;
mod papers;
mod readme;
mod words;

use actix_web::test::TestRequest;
use serde_json::{Value, json};
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_tests::{Reply, TestApp};

/// The mail address of the editor that the examples are told for.
const EDITOR: &str = "editor@hagen.example";

/// The demonstration, with an editor of Hagen.
async fn demonstration() -> TestApp {
    let app = TestApp::new().await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    let hagen = account::place_of(&app.db, Role::Editor, Some("05914000"), None)
        .await
        .expect("Hagen");
    app.token(EDITOR, hagen, Role::Editor).await;
    app
}

/// A document by POST, with further headers.
async fn post(app: &TestApp, document: &str, variables: &Value, headers: &[(&str, String)]) -> Reply {
    let mut request = TestRequest::post()
        .uri("/graphql")
        .set_json(json!({ "query": document, "variables": variables }));
    for (name, value) in headers {
        request = request.insert_header((*name, value.as_str()));
    }
    app.send(request).await
}
