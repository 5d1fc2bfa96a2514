//! The addresses beside GraphQL: the start page, the schema, the keys and the health of the server.

use super::{PATIENCE, Small, by, get, send, with};
use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;
use verbund_api::http::{Limits, Settings};

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
