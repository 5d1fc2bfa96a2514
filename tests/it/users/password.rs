//! Whoever is signed in changes the own password, and has to know the old one.

use super::{Cities, errors};
use actix_web::http::StatusCode;
use serde_json::{Value, json};
use verbund_tests::{PASSWORD, Reply};

const CHANGE: &str = "mutation($old: String!, $new: String!) {
    changePassword(input: {oldPassword: $old, newPassword: $new}) { userErrors { code path } } }";

async fn change(cities: &Cities, token: Option<&str>, old: &str, new: &str) -> Reply {
    cities.app.gql(token, CHANGE, json!({ "old": old, "new": new })).await
}

fn told(reply: &Reply) -> Value {
    errors(reply, "changePassword")
}

#[actix_web::test]
async fn the_new_password_holds_and_the_old_one_no_more() {
    let cities = Cities::new().await;
    let token = Some(cities.of_hagen.as_str());
    assert_eq!(
        told(&change(&cities, token, PASSWORD, "ein neues langes Passwort").await),
        json!([])
    );
    assert_eq!(cities.grants("chefin@hagen.example", PASSWORD).await, None);
    assert!(
        cities
            .grants("chefin@hagen.example", "ein neues langes Passwort")
            .await
            .is_some()
    );
}

#[actix_web::test]
async fn a_stolen_token_is_not_enough_and_guessing_is_throttled() {
    let cities = Cities::new().await;
    assert_eq!(
        change(&cities, None, PASSWORD, PASSWORD).await.codes(),
        ["UNAUTHENTICATED"]
    );
    let token = Some(cities.of_hagen.as_str());
    let short = change(&cities, token, PASSWORD, "kurz").await;
    assert_eq!(
        told(&short),
        json!([{ "code": "INVALID", "path": ["input", "newPassword"] }])
    );
    let guess = change(&cities, token, "ein geratenes Passwort", "ein neues langes Passwort").await;
    assert_eq!(
        told(&guess),
        json!([{ "code": "INVALID", "path": ["input", "oldPassword"] }])
    );
    let mut tries = 0;
    while change(&cities, token, "geraten", "ein neues langes Passwort")
        .await
        .status
        != StatusCode::TOO_MANY_REQUESTS
    {
        tries += 1;
        assert!(tries < 50, "nothing is throttled");
    }
}

/// Whether the register knows who asks with this token.
async fn is_signed_in(cities: &Cities, token: &str) -> bool {
    let reply = cities
        .app
        .gql(Some(token), "{ viewer { grants { role } } }", json!({}))
        .await;
    reply.codes() != ["UNAUTHENTICATED"]
}

#[actix_web::test]
async fn with_the_password_all_tokens_end_that_were_there_before_and_none_that_come_after() {
    let cities = Cities::new().await;
    let stolen = cities
        .signed_in("chefin@hagen.example", PASSWORD)
        .await
        .expect("a token");
    let (own, new) = (cities.of_hagen.clone(), "ein neues langes Passwort");
    assert!(is_signed_in(&cities, &stolen).await);

    assert_eq!(told(&change(&cities, Some(&own), PASSWORD, new).await), json!([]));

    assert!(!is_signed_in(&cities, &stolen).await);
    assert!(!is_signed_in(&cities, &own).await, "also the one that asked for it");
    // In the same second, which is all that a token says of its time.
    let again = cities.signed_in("chefin@hagen.example", new).await.expect("a token");
    assert!(is_signed_in(&cities, &again).await);
}

#[actix_web::test]
async fn whoever_ends_the_own_sessions_ends_nobody_elses() {
    let cities = Cities::new().await;
    let end = "mutation { endSessions { userErrors { code } } }";
    assert_eq!(cities.app.gql(None, end, json!({})).await.codes(), ["UNAUTHENTICATED"]);
    let elsewhere = cities
        .signed_in("chefin@hagen.example", PASSWORD)
        .await
        .expect("a token");

    let reply = cities.app.gql(Some(&cities.of_hagen), end, json!({})).await;

    assert_eq!(errors(&reply, "endSessions"), json!([]));
    for (token, still) in [(&cities.of_hagen, false), (&elsewhere, false), (&cities.of_herne, true)] {
        assert_eq!(is_signed_in(&cities, token).await, still);
    }
}
