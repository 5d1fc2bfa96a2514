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
