//! What an answer holds: its data as they are, an error without secrets, and an id.

use super::{query, send};
use actix_web::http::StatusCode;
use serde_json::json;

#[actix_web::test]
async fn an_error_tells_its_code_and_no_secret() {
    let answer = send(query("{broken}").insert_header(("x-request-id", "abc-1"))).await;
    assert_eq!(answer.status, StatusCode::OK);
    let error = &answer.json()["errors"][0];
    assert_eq!(error["extensions"], json!({"code": "INTERNAL", "requestId": "abc-1"}));
    assert!(!answer.text.contains("secret"));
    assert_eq!(send(query("{forbidden}")).await.code(), "FORBIDDEN");
    let fault = send(query("{panics}")).await;
    assert_eq!(
        (fault.status, fault.code().as_str()),
        (StatusCode::INTERNAL_SERVER_ERROR, "INTERNAL")
    );
}

#[actix_web::test]
async fn finished_json_goes_out_as_it_is() {
    assert_eq!(
        send(query("{hello} #finished")).await.text,
        r#"{"data":{"b":1,"a":[2]}}"#
    );
}

#[actix_web::test]
async fn nothing_selected_is_an_empty_answer() {
    assert_eq!(send(query("{hello @skip(if:true)}")).await.text, r#"{"data":{}}"#);
}

#[actix_web::test]
async fn every_answer_has_an_id_and_a_safe_one_is_kept() {
    assert_eq!(
        send(query("{hello}").insert_header(("x-request-id", "A.b_c-9")))
            .await
            .header("x-request-id"),
        "A.b_c-9"
    );
    for unsafe_id in ["a b", "<x>", "", &"x".repeat(65)] {
        let answer = send(query("{hello}").insert_header(("x-request-id", unsafe_id))).await;
        assert_eq!(answer.header("x-request-id").len(), 36);
    }
}
