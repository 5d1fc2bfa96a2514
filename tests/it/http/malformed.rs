//! Requests that nobody can execute: malformed, invalid or too large, and each answered as a GraphQL error.

use super::{get, post, query, send};
use actix_web::http::StatusCode;

#[actix_web::test]
async fn a_malformed_body_is_answered_as_a_graphql_error() {
    for body in [
        "",
        "{",
        "null",
        "1",
        "\"{hello}\"",
        "[]",
        r#"[{"query":"{hello}"}]"#,
        "{}",
        r#"{"query":null}"#,
        r#"{"query":1}"#,
        r#"{"query":["{hello}"]}"#,
        r#"{"query":""}"#,
        r#"{"query":"{hello}","variables":[]}"#,
        r#"{"query":"{hello}","variables":"x"}"#,
        r#"{"query":"{hello}","operationName":1}"#,
        r#"{"query":"{hello}","extensions":"x"}"#,
        &"[".repeat(10_000),
    ] {
        for accept in ["application/json", "application/graphql-response+json"] {
            let answer = send(post(body).insert_header(("accept", accept))).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (StatusCode::BAD_REQUEST, "BAD_REQUEST"),
                "{body}"
            );
            assert!(answer.json().get("data").is_none());
        }
    }
    for body in [
        r#"{"query":"{hello}","variables":null,"operationName":null,"extensions":null}"#,
        r#"{"query":"{hello}","variables":{},"extensions":{"unknown":[1]},"more":1}"#,
    ] {
        assert_eq!(send(post(body)).await.text, r#"{"data":{"hello":"hello"}}"#);
    }
}

#[actix_web::test]
async fn a_malformed_address_is_answered_as_a_graphql_error() {
    for address in [
        "/graphql",
        "/graphql?query=",
        "/graphql?query=%7Bhello%7D&query=%7Bhello%7D",
        "/graphql?query=%7Bhello%7D&variables=%7B",
        "/graphql?query=%7Bhello%7D&variables=[]",
        "/graphql?query=%7Bhello%7D&extensions=1",
        "/graphql?query=%7Bhello(name:%22%FF%22)%7D",
        "/graphql?query=%7Bhello%7",
    ] {
        let answer = send(get(address)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::BAD_REQUEST, "BAD_REQUEST"),
            "{address}"
        );
    }
    let page = send(get("/graphql").insert_header(("accept", "text/html,*/*;q=0.8"))).await;
    assert_eq!((page.status, page.header("location")), (StatusCode::SEE_OTHER, "/"));
}

#[actix_web::test]
async fn requests_that_cannot_be_executed_have_no_data() {
    let deep = format!("{{{}}}", (0..31).map(|i| format!("a{i}:hello ")).collect::<String>());
    for (text, code) in [
        ("{hello", "BAD_REQUEST"),
        ("{unknown}", "BAD_REQUEST"),
        ("{...A}", "BAD_REQUEST"),
        ("query A{hello} query B{hello}", "BAD_REQUEST"),
        ("{hello(name:1)}", "BAD_REQUEST"),
        (deep.as_str(), "LIMIT_EXCEEDED"),
    ] {
        let strict = send(query(text)).await;
        assert_eq!(
            (strict.status, strict.code().as_str()),
            (StatusCode::BAD_REQUEST, code),
            "{text}"
        );
        assert!(strict.json().get("data").is_none(), "{}", strict.text);
        assert_eq!(strict.header("cache-control"), "no-store");
        let lenient = send(query(text).insert_header(("accept", "application/json"))).await;
        assert_eq!(
            (lenient.status, lenient.json()),
            (StatusCode::OK, strict.json()),
            "{text}"
        );
    }
}

#[actix_web::test]
async fn bodies_are_cut_at_their_limit() {
    let filled = |size: usize| {
        let start = r#"{"query":"{hello}","more":""#;
        format!("{start}{}\"}}", "x".repeat(size - start.len() - 2))
    };
    assert_eq!(send(post(filled(128 * 1024))).await.status, StatusCode::OK);
    let answer = send(post(filled(128 * 1024 + 1))).await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (StatusCode::PAYLOAD_TOO_LARGE, "BAD_REQUEST")
    );
}

#[actix_web::test]
async fn ten_errors_are_told_and_long_names_are_cut() {
    let many = (0..200).map(|i| format!("unknown{i}:1 ")).collect::<String>();
    let answer = send(query(&format!("{{hello({many})}}"))).await;
    assert_eq!(answer.json()["errors"].as_array().unwrap().len(), 10);
    let answer = send(query(&format!("{{{}}}", "x".repeat(100_000)))).await;
    assert!(answer.text.len() < 500, "{} bytes", answer.text.len());
}
