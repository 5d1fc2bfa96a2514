//! What a request tells of its caller: the token, the language and the origin.

use super::{query, send, with};
use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use std::sync::Arc;
use verbund_api::http::Settings;

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
