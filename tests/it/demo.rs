//! What the demonstration promises about itself: invented, marked as such, and never poured over somebody's data.

use serde_json::json;
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_domain::viewer::Place;
use verbund_tests::{TestApp, TestDb, query};

/// The ranges that are kept for fiction.
const FICTIONAL: [&str; 5] = ["+493023125", "+496990009", "+494066969", "+492214710", "+498999998"];

/// A server on the demonstration, and where its database is.
async fn seeded() -> (TestApp, String) {
    let database = TestDb::new().await;
    let url = database.url.clone();
    let app = TestApp::on(database).await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    (app, url)
}

#[actix_web::test]
async fn a_database_with_anything_in_it_is_left_alone() {
    let app = TestApp::new().await;
    app.token("ops@verbund.example", Place::Installation, Role::Operator)
        .await;
    let before = app.dump().await;
    let refused = demo::seed(&app.db, &app.clock.clock()).await.expect_err("a refusal");
    assert!(refused.to_string().contains("not empty"), "{refused}");
    assert_eq!(app.dump().await, before);
}

#[actix_web::test]
async fn a_demonstration_is_not_seeded_twice() {
    let (app, _) = seeded().await;
    let before = app.dump().await;
    demo::seed(&app.db, &app.clock.clock()).await.expect_err("a refusal");
    assert_eq!(app.dump().await, before);
}

#[actix_web::test]
async fn every_record_says_that_it_is_a_demonstration() {
    let (_app, url) = seeded().await;
    for (table, column) in [
        ("network", "network_id"),
        ("municipality", "municipality_id"),
        ("network_membership", "membership_id"),
        ("organization", "organization_id"),
        ("person", "person_id"),
        ("\"position\"", "position_id"),
        ("topic", "topic_id"),
        ("contact_point", "contact_point_id"),
        ("project", "project_id"),
        ("project_participation", "participation_id"),
        ("meeting", "meeting_id"),
        ("meeting_organizer", "organizer_id"),
    ] {
        let there = query(&url, &format!("select public_id as text from {table}")).await;
        assert!(!there.is_empty(), "{table} is empty");
        let unmarked = format!(
            "select public_id as text from {table} t where not exists (select 1 from source_reference s
             where s.{column} = t.id and s.title = 'Demonstration' and s.publisher = 'Verbund')"
        );
        assert_eq!(query(&url, &unmarked).await, Vec::<String>::new(), "{table}");
    }
}

#[actix_web::test]
async fn addresses_and_numbers_are_kept_for_fiction() {
    let (app, _) = seeded().await;
    let hagen = account::place_of(&app.db, Role::Admin, Some("05914000"), None)
        .await
        .expect("Hagen");
    let token = app.token("admin@hagen.example", hagen, Role::Admin).await;
    let reply = app
        .gql(
            Some(&token),
            "{ contacts(first: 100) { nodes { channels { type value } } } }",
            json!({}),
        )
        .await;
    let contacts = reply.data()["contacts"]["nodes"].as_array().expect("contacts").clone();
    let channels: Vec<_> = contacts
        .iter()
        .flat_map(|contact| contact["channels"].as_array().expect("channels"))
        .collect();
    assert!(channels.len() > 30, "{}", channels.len());
    for channel in channels {
        let value = channel["value"].as_str().expect("a value");
        match channel["type"].as_str() {
            Some("EMAIL") => assert!(value.ends_with(".example"), "{value}"),
            _ => assert!(FICTIONAL.iter().any(|range| value.starts_with(range)), "{value}"),
        }
    }
}

#[actix_web::test]
async fn nobody_can_sign_in_as_the_author_of_the_demonstration() {
    let (_app, url) = seeded().await;
    let accounts = query(&url, "select email || ' ' || status as text from user_account").await;
    assert_eq!(accounts, ["demonstration@verbund.example LOCKED"]);
}
