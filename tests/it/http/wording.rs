//! What people read when something is refused.

use super::{get, query, send};
use actix_web::test::TestRequest;
use verbund_tests::TestApp;

async fn message(request: TestRequest, language: &str) -> String {
    let answer = send(request.insert_header(("accept-language", language))).await;
    answer.json()["errors"][0]["message"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

#[actix_web::test]
async fn a_refusal_says_what_to_do_in_german_or_in_english() {
    for (document, german, english) in [
        ("{closed}", "anmelden: signIn", "sign in: signIn"),
        ("{forbidden}", "permissionMatrix", "permissionMatrix"),
        (
            "{hidden}",
            "Gibt es nicht, oder Sie dürfen es nicht sehen.",
            "or you may not see it",
        ),
        ("{hurried}", "warten: retryAfter", "wait: retryAfter"),
        ("{away}", "noch einmal versuchen", "try again"),
        ("{broken}", "requestId", "requestId"),
        ("{panics}", "requestId", "requestId"),
    ] {
        let (unasked, asked) = (message(query(document), "").await, message(query(document), "en").await);
        assert!(unasked.contains(german), "{document}: {unasked}");
        assert!(asked.contains(english), "{document}: {asked}");
        assert_ne!(unasked, asked, "{document}");
        assert_eq!(message(query(document), "de,en;q=0.9").await, unasked);
    }
    let bad = || query("{hello}").insert_header(("authorization", "Bearer bad"));
    assert!(message(bad(), "de").await.contains("neu anmelden"));
    assert!(message(bad(), "en").await.contains("sign in again"));
    assert!(message(get("/nothing"), "de").await.contains("/graphql"));
    assert!(message(get("/nothing"), "en").await.starts_with("There is nothing"));
}

#[actix_web::test]
async fn what_is_wrong_with_a_document_is_said_to_its_author_in_english() {
    for document in ["{hello", "{unknown}", "{hello(name:1)}", "{...A}"] {
        let german = message(query(document), "de").await;
        assert_eq!(german, message(query(document), "en").await, "{document}");
        assert!(!german.is_empty());
    }
}

#[actix_web::test]
async fn a_value_that_cannot_be_read_leaves_room_for_an_example() {
    let app = TestApp::new().await;
    for unseen in ["\u{202e}", "\u{1f600}", "'", "\"", "\n", "a", "\u{301}"] {
        let value = unseen.repeat(1000);
        let reply = app
            .gql(
                None,
                "query($ags: Ags) { municipality(ags: $ags) { name } }",
                serde_json::json!({ "ags": value }),
            )
            .await;
        let message = reply.json["errors"][0]["message"].as_str().unwrap_or_default();
        assert!(message.contains("expected e.g. "), "{unseen:?}: {message}");
        assert!(message.len() < 600 && message.contains('…'), "{unseen:?}: {message}");
    }
}
