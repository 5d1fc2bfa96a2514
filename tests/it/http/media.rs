//! Media types: which one an answer has, and which ones are read.

use super::{JSON, RESPONSE, query, send};
use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

#[actix_web::test]
async fn accept_chooses_the_media_type() {
    for (accept, expected) in [
        ("", RESPONSE),
        ("*/*", RESPONSE),
        ("application/*", RESPONSE),
        ("application/graphql-response+json", RESPONSE),
        (
            "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8",
            RESPONSE,
        ),
        ("application/json", JSON),
        ("APPLICATION/JSON;charset=UTF-8", JSON),
        ("application/json, application/graphql-response+json;q=0.9", JSON),
        ("application/json;q=0.5, application/graphql-response+json", RESPONSE),
        ("text/html, application/json;q=0.1", JSON),
        ("application/graphql-response+json;q=0, */*", JSON),
        ("*/*, application/graphql-response+json;q=0", JSON),
        (
            "application/json;q=0.9, application/graphql-response+json;q=0.8, */*",
            JSON,
        ),
        ("application/json;q=0, application/*", RESPONSE),
        ("application/*;q=0.1, application/json;q=0.2, */*;q=0.9", JSON),
        ("application/json;q=0.1, */*;q=0.5", RESPONSE),
        ("application/json, text/plain, */*", JSON),
        ("*/*, application/json", JSON),
        (
            "application/json;q=0.1, application/json;charset=utf-8, application/graphql-response+json;q=0.5",
            JSON,
        ),
    ] {
        let mut request = query("{hello}");
        if !accept.is_empty() {
            request = request.insert_header(("accept", accept));
        }
        let answer = send(request).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::OK, expected),
            "{accept}"
        );
    }
    for accept in [
        "text/html",
        "application/xml",
        "application/json;q=0",
        "application/json;charset=utf-16",
        "*/*;q=0",
        "application/*;q=0, */*",
    ] {
        let answer = send(query("{hello}").insert_header(("accept", accept))).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::NOT_ACCEPTABLE, "BAD_REQUEST"),
            "{accept}"
        );
    }
}

#[actix_web::test]
async fn only_json_in_utf_8_is_read() {
    for kind in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=\"UTF-8\"",
    ] {
        let request = TestRequest::post()
            .uri("/graphql")
            .insert_header(("content-type", kind));
        assert_eq!(
            send(request.set_payload(r#"{"query":"{hello}"}"#)).await.status,
            StatusCode::OK,
            "{kind}"
        );
    }
    for kind in [
        "",
        "text/plain",
        "text/html",
        "image/png",
        "application/graphql",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonp",
        "application/json; charset=utf-16",
        "application/json; charset=iso-8859-1",
    ] {
        let mut request = TestRequest::post().uri("/graphql");
        if !kind.is_empty() {
            request = request.insert_header(("content-type", kind));
        }
        let answer = send(request.set_payload(r#"{"query":"{hello}"}"#)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::UNSUPPORTED_MEDIA_TYPE, "BAD_REQUEST"),
            "{kind}"
        );
    }
    let packed = send(query("{hello}").insert_header(("content-encoding", "gzip"))).await;
    assert_eq!(packed.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}
