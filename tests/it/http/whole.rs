//! Whether an answer as a whole says that nothing was done.

use super::{Slow, post, query, send, with};
use actix_web::http::StatusCode;
use serde_json::json;
use std::sync::Arc;
use verbund_api::http::Settings;

#[actix_web::test]
async fn what_was_written_is_not_hidden_by_a_refusal_beside_it() {
    let slow = Arc::new(Slow::default());
    slow.go.notify_one();
    let answer = with(Settings::default(), slow, query("mutation{write hurried}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    assert_eq!(answer.json()["data"], json!({"write": 1, "hurried": null}));
    assert_eq!(answer.code(), "RATE_LIMITED");
    assert_eq!(answer.json()["errors"][0]["extensions"]["retryAfter"], 17);
}

#[actix_web::test]
async fn what_could_be_read_is_shown_beside_what_could_not() {
    let answer = send(query("{hello away}")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json()["data"], json!({"hello": "hello", "away": null}));
    assert_eq!(answer.code(), "UNAVAILABLE");
}

#[actix_web::test]
async fn where_nothing_was_done_the_status_says_so_and_when_to_come_back() {
    for (document, status, after) in [
        ("{away}", StatusCode::SERVICE_UNAVAILABLE, "5"),
        ("{a:away b:away}", StatusCode::SERVICE_UNAVAILABLE, "5"),
        ("{away forbidden}", StatusCode::SERVICE_UNAVAILABLE, "5"),
        ("{hurried}", StatusCode::TOO_MANY_REQUESTS, "17"),
        ("{away hurried}", StatusCode::TOO_MANY_REQUESTS, "17"),
    ] {
        for accept in ["application/json", "application/graphql-response+json"] {
            let answer = send(query(document).insert_header(("accept", accept))).await;
            assert_eq!(
                (
                    answer.status,
                    answer.header("retry-after"),
                    answer.header("cache-control")
                ),
                (status, after, "no-store"),
                "{document}"
            );
            assert!(answer.json()["data"].is_object(), "it was executed: {}", answer.text);
        }
    }
    let forbidden = send(post(r#"{"query":"{forbidden}"}"#)).await;
    assert_eq!(
        (forbidden.status, forbidden.header("retry-after")),
        (StatusCode::OK, "")
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
