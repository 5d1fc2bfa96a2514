//! Signing in over HTTP.

use actix_web::http::StatusCode;
use serde_json::json;
use verbund_domain::account::{self, Cost, NewUser, Passwords, Role};
use verbund_domain::viewer::Place;
use verbund_tests::{PASSWORD, Reply, TestApp};

const SIGN_IN: &str = "mutation($email: String!, $password: String!) { \
    signIn(input: {email: $email, password: $password}) { accessToken expiresAt userErrors { code message path } } }";

async fn sign_in(app: &TestApp, email: &str, password: &str) -> Reply {
    app.gql(None, SIGN_IN, json!({ "email": email, "password": password }))
        .await
}

/// A server with an auditor.
async fn app() -> TestApp {
    let app = TestApp::new().await;
    app.token("anna@verbund.example", Place::Installation, Role::Auditor)
        .await;
    app
}

#[actix_web::test]
async fn whoever_signs_in_gets_a_token_that_says_who_it_is_and_that_nobody_keeps() {
    let app = app().await;
    let reply = sign_in(&app, "Anna@Verbund.example", PASSWORD).await;
    let token = reply.data()["signIn"]["accessToken"]
        .as_str()
        .expect("a token")
        .to_owned();
    let ends = reply.data()["signIn"]["expiresAt"].as_str().expect("a time").to_owned();
    let ending = ends
        .split_once('.')
        .map(|(_, ending)| (ending.len(), ending.ends_with('Z')));
    assert_eq!(
        ending,
        Some((4, true)),
        "in UTC with milliseconds, as every time: {ends}"
    );
    assert_eq!(reply.header("cache-control"), "no-store");
    let viewer = app
        .gql(
            Some(&token),
            "{ viewer { grants { role municipality { name } } } }",
            json!({}),
        )
        .await;
    assert_eq!(
        viewer.data()["viewer"]["grants"],
        json!([{ "role": "AUDITOR", "municipality": null }])
    );
    assert_eq!(viewer.header("cache-control"), "no-store");
}

#[actix_web::test]
async fn an_unknown_address_a_wrong_password_and_a_locked_account_answer_alike() {
    let app = app().await;
    let (locked, password) = ("locked@verbund.example", PASSWORD);
    let passwords = Passwords::new(Cost::LEAST).expect("cheap passwords");
    let user = NewUser {
        email: locked,
        name: "Locked",
        password,
    };
    account::add_user(&app.db, &passwords, user, app.clock.now())
        .await
        .expect("an account");
    account::lock_user(&app.db, locked, app.clock.now())
        .await
        .expect("it is locked");
    let wrong = sign_in(&app, "anna@verbund.example", "something else").await;
    assert_eq!(wrong.data()["signIn"]["userErrors"][0]["code"], "INVALID");
    for (email, password) in [
        ("nobody@verbund.example", PASSWORD),
        (locked, PASSWORD),
        ("", ""),
        ("ä", "ö"),
    ] {
        assert_eq!(sign_in(&app, email, password).await.text, wrong.text, "{email}");
    }
}

#[actix_web::test]
async fn guessing_is_throttled_for_each_account_and_goes_on_when_time_has_passed() {
    let app = app().await;
    let mut tries = 0;
    let refused = loop {
        let reply = sign_in(&app, "anna@verbund.example", "a guess").await;
        if reply.status == StatusCode::TOO_MANY_REQUESTS {
            break reply;
        }
        tries += 1;
        assert!(tries < 50, "nothing is throttled");
    };
    assert_eq!(refused.codes(), ["RATE_LIMITED"]);
    let wait: i64 = refused.header("retry-after").parse().expect("seconds");
    app.clock.turn(chrono::TimeDelta::seconds(wait + 1));
    assert!(sign_in(&app, "anna@verbund.example", PASSWORD).await.data()["signIn"]["accessToken"].is_string());
}

#[actix_web::test]
async fn a_bad_token_is_refused_and_never_taken_for_anonymous() {
    let app = app().await;
    let reply = app.gql(Some("a.b.c"), "{ networks { totalCount } }", json!({})).await;
    assert_eq!(
        (reply.status, reply.codes()),
        (StatusCode::UNAUTHORIZED, vec!["UNAUTHENTICATED"])
    );
    assert!(reply.header("www-authenticate").starts_with("Bearer"));
    let token = app
        .token("late@verbund.example", Place::Installation, Role::Operator)
        .await;
    app.clock.turn(chrono::TimeDelta::minutes(16));
    let late = app.gql(Some(&token), "{ networks { totalCount } }", json!({})).await;
    assert_eq!(late.status, StatusCode::UNAUTHORIZED);
}

#[actix_web::test]
async fn a_repeated_sign_in_runs_once_and_two_in_one_document_are_refused() {
    let app = app().await;
    let input = format!(r#"signIn(input: {{email: "anna@verbund.example", password: "{PASSWORD}"}})"#);
    let merged = app
        .ask(&format!(
            "mutation {{ {input} {{ expiresAt }} {input} {{ userErrors {{ code }} }} }}"
        ))
        .await;
    assert_eq!(merged.data()["signIn"]["userErrors"], json!([]));
    let two = app
        .ask(&format!(
            "mutation {{ a: {input} {{ expiresAt }} b: {input} {{ expiresAt }} }}"
        ))
        .await;
    assert_eq!(
        (two.status, two.codes()),
        (StatusCode::BAD_REQUEST, vec!["LIMIT_EXCEEDED"])
    );
}
