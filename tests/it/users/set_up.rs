//! The secret that is handed over, and that whoever hands it over holds too.

use super::{Cities, errors, wrong};
use actix_web::http::StatusCode;
use chrono::TimeDelta;
use serde_json::json;
use verbund_tests::PASSWORD;

const MONA: &str = "mona@hagen.example";

#[actix_web::test]
async fn whoever_is_invited_sets_a_password_once_and_then_works_for_the_city() {
    let cities = Cities::new().await;
    let secret = cities.invited(&cities.of_hagen, &cities.hagen, MONA).await;
    assert_eq!(cities.grants(MONA, PASSWORD).await, None);
    assert_eq!(cities.grants(MONA, "").await, None);

    assert_eq!(
        errors(&cities.finish(&secret, PASSWORD).await, "finishSetUp"),
        json!([])
    );
    let editor = json!([{ "role": "EDITOR", "municipality": { "name": "hagen" } }]);
    assert_eq!(cities.grants(MONA, PASSWORD).await, Some(editor));

    assert_eq!(
        errors(&cities.finish(&secret, "ein anderes Passwort").await, "finishSetUp"),
        wrong()
    );
    assert!(cities.grants(MONA, PASSWORD).await.is_some());
}

#[actix_web::test]
async fn who_invites_somebody_with_an_account_elsewhere_cannot_take_it_over() {
    let cities = Cities::new().await;
    let herne = cities
        .invited(&cities.of_herne, &cities.herne, "mona@herne.example")
        .await;
    cities.finish(&herne, PASSWORD).await;

    let hagen = cities
        .invited(&cities.of_hagen, &cities.hagen, "mona@herne.example")
        .await;
    let theft = cities.finish(&hagen, "ein fremdes Passwort").await;
    assert_eq!(errors(&theft, "finishSetUp"), wrong());
    assert_eq!(cities.grants("mona@herne.example", "ein fremdes Passwort").await, None);
    // Nothing holds in Hagen until the holder of the account says so.
    let in_herne = json!([{ "role": "EDITOR", "municipality": { "name": "herne" } }]);
    assert_eq!(cities.grants("mona@herne.example", PASSWORD).await, Some(in_herne));

    assert_eq!(errors(&cities.finish(&hagen, PASSWORD).await, "finishSetUp"), json!([]));
    let both = cities.grants("mona@herne.example", PASSWORD).await.expect("grants");
    assert_eq!(both.as_array().map(Vec::len), Some(2));
}

#[actix_web::test]
async fn an_account_made_beforehand_under_somebodys_address_gets_no_rights_of_that_persons_city() {
    let cities = Cities::new().await;
    // Somebody in Hagen invites an address of Herne and uses the secret.
    let hagen = cities
        .invited(&cities.of_hagen, &cities.hagen, "neue@herne.example")
        .await;
    cities.finish(&hagen, "ein fremdes Passwort").await;

    let herne = cities
        .invited(&cities.of_herne, &cities.herne, "neue@herne.example")
        .await;
    let grants = cities.grants("neue@herne.example", "ein fremdes Passwort").await;
    assert_eq!(
        grants,
        Some(json!([{ "role": "EDITOR", "municipality": { "name": "hagen" } }]))
    );
    // The person notices, instead of sharing an account.
    assert_eq!(errors(&cities.finish(&herne, PASSWORD).await, "finishSetUp"), wrong());
}

#[actix_web::test]
async fn a_secret_holds_for_seven_days_and_a_new_one_replaces_it() {
    let cities = Cities::new().await;
    let old = cities.invited(&cities.of_hagen, &cities.hagen, MONA).await;
    cities.app.clock.turn(TimeDelta::days(7));
    let late = cities.finish(&old, PASSWORD).await;
    assert_eq!(errors(&late, "finishSetUp"), wrong());
    let unknown = cities.finish("AAAA", PASSWORD).await;
    assert_eq!(unknown.text, late.text);
}

#[actix_web::test]
async fn a_password_that_is_too_short_does_not_use_the_secret_up() {
    let cities = Cities::new().await;
    let secret = cities.invited(&cities.of_hagen, &cities.hagen, MONA).await;
    let short = cities.finish(&secret, "kurz").await;
    assert_eq!(
        errors(&short, "finishSetUp"),
        json!([{ "code": "INVALID", "path": ["input", "password"] }])
    );
    assert_eq!(
        errors(&cities.finish(&secret, PASSWORD).await, "finishSetUp"),
        json!([])
    );
}

#[actix_web::test]
async fn one_secret_used_twice_at_once_counts_once() {
    let cities = Cities::new().await;
    let secret = cities.invited(&cities.of_hagen, &cities.hagen, MONA).await;
    let (one, other) = tokio::join!(
        cities.finish(&secret, "das eine lange Passwort"),
        cities.finish(&secret, "das andere lange Passwort"),
    );
    let both = [errors(&one, "finishSetUp"), errors(&other, "finishSetUp")];
    assert!(both.contains(&json!([])) && both.contains(&wrong()), "{both:?}");
}

#[actix_web::test]
async fn guessing_somebodys_password_with_a_secret_is_throttled_like_signing_in() {
    let cities = Cities::new().await;
    let herne = cities
        .invited(&cities.of_herne, &cities.herne, "mona@herne.example")
        .await;
    cities.finish(&herne, PASSWORD).await;
    let hagen = cities
        .invited(&cities.of_hagen, &cities.hagen, "mona@herne.example")
        .await;
    let mut tries = 0;
    while cities.finish(&hagen, "ein geratenes Passwort").await.status != StatusCode::TOO_MANY_REQUESTS {
        tries += 1;
        assert!(tries < 50, "nothing is throttled");
    }
}

#[actix_web::test]
async fn one_document_takes_one_try_at_a_password_of_whichever_kind() {
    let cities = Cities::new().await;
    let two = "mutation { signIn(input: {email: \"a@b.example\", password: \"x\"}) { expiresAt }
        finishSetUp(input: {token: \"x\", password: \"x\"}) { userErrors { code } } }";
    assert_eq!(cities.app.ask(two).await.codes(), ["LIMIT_EXCEEDED"]);
}
