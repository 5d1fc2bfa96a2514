//! What is asked by which method: queries by GET and POST, changes by POST only, nothing by any other.

use super::{RESPONSE, Slow, get, query, send, with};
use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use std::sync::{Arc, atomic::Ordering::SeqCst};
use verbund_api::http::Settings;

#[actix_web::test]
async fn a_query_is_answered_by_post_and_by_get() {
    for request in [
        query("{hello}"),
        get("/graphql?query=%7Bhello%7D"),
        get("/graphql?query=query+A%7Bhello%7D&operationName=A"),
    ] {
        let answer = send(request).await;
        assert_eq!(
            (answer.status, answer.text.as_str()),
            (StatusCode::OK, r#"{"data":{"hello":"hello"}}"#)
        );
        assert_eq!(answer.header("content-type"), RESPONSE);
        assert_eq!(answer.header("vary"), "Authorization, Accept, Accept-Language");
    }
    let answer = send(get(
        "/graphql?query=query(%24n:String)%7Bhello(name:%24n)%7D&variables=%7B%22n%22:%22%C3%BC%22%7D",
    ))
    .await;
    assert_eq!(answer.json()["data"]["hello"], "ü");
}

#[actix_web::test]
async fn mutations_run_by_post_only() {
    let slow = Arc::new(Slow::default());
    for address in [
        "/graphql?query=mutation%7Bwrite%7D",
        "/graphql?query=query+Q%7Bhello%7Dmutation+M%7Bwrite%7D&operationName=M",
    ] {
        slow.go.notify_one();
        let answer = with(Settings::default(), slow.clone(), get(address)).await;
        assert_eq!(
            (answer.status, answer.header("allow")),
            (StatusCode::METHOD_NOT_ALLOWED, "POST")
        );
    }
    assert_eq!(slow.done.load(SeqCst), 0);
    assert_eq!(
        with(Settings::default(), slow.clone(), query("mutation{write}"))
            .await
            .text,
        r#"{"data":{"write":1}}"#
    );
}

#[actix_web::test]
async fn other_methods_are_refused_with_one_allow_header() {
    for (method, path, allow) in [
        (Method::PUT, "/graphql", "GET, HEAD, POST, OPTIONS"),
        (Method::DELETE, "/graphql", "GET, HEAD, POST, OPTIONS"),
        (Method::PATCH, "/graphql", "GET, HEAD, POST, OPTIONS"),
        (Method::POST, "/schema.graphql", "GET, HEAD"),
        (Method::POST, "/", "GET, HEAD"),
    ] {
        let answer = send(TestRequest::with_uri(path).method(method.clone())).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::METHOD_NOT_ALLOWED, "BAD_REQUEST"),
            "{method}"
        );
        assert_eq!(answer.headers.get_all("allow").count(), 1);
        assert_eq!(answer.header("allow"), allow);
    }
}

#[actix_web::test]
async fn a_question_about_no_address_at_all_is_answered_like_any_other() {
    for method in [Method::OPTIONS, Method::GET] {
        let answer = send(TestRequest::with_uri("*").method(method.clone())).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (StatusCode::NOT_FOUND, "NOT_FOUND"),
            "{method}"
        );
    }
}
