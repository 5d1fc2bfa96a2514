//! What the demonstration promises about itself: invented, marked as such, and never poured over somebody's data.

use serde_json::Value;
use verbund_domain::account::Role;
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
        ("session", "session_id"),
        ("session_role", "session_role_id"),
        ("session_speaker", "session_speaker_id"),
        ("place", "place_id"),
        ("document", "document_id"),
        ("attendance_line", "attendance_line_id"),
        ("meeting_series", "meeting_series_id"),
        ("session_result", "session_result_id"),
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
async fn no_publication_is_cited_for_what_is_invented() {
    let (_app, url) = seeded().await;
    let cited = "select s.title as text from source_reference s
        left join meeting m on m.id = s.meeting_id
        left join organization o on o.id = s.organization_id
        left join network_membership b on b.id = s.membership_id
        left join network n on n.id = coalesce(s.network_id, b.network_id)
        where s.title <> 'Demonstration' and (
            coalesce(s.person_id, s.position_id, s.contact_point_id, s.project_id, s.participation_id) is not null
            or m.starts_at > '2026-01-01' or o.status = 'FOUNDING' or n.slug = 'kreise-und-kreisstadt')";
    assert_eq!(query(&url, cited).await, Vec::<String>::new());
}

#[actix_web::test]
async fn a_meeting_that_no_publication_tells_of_says_that_it_is_invented() {
    let (_app, url) = seeded().await;
    let silent =
        "select slug as text from meeting m where coalesce(summary, '') not like '%für die Vorführung erfunden.'
        and not exists (select 1 from source_reference s where s.meeting_id = m.id and s.title <> 'Demonstration')";
    assert_eq!(query(&url, silent).await, Vec::<String>::new());
}

#[actix_web::test]
async fn no_meeting_that_a_publication_tells_of_serves_an_invented_project() {
    let (_app, url) = seeded().await;
    let linked = "select m.slug as text from meeting m join meeting_project p on p.meeting_id = m.id
        where exists (select 1 from source_reference s where s.meeting_id = m.id and s.title <> 'Demonstration')";
    assert_eq!(query(&url, linked).await, Vec::<String>::new());
}

#[actix_web::test]
async fn addresses_and_numbers_are_kept_for_fiction() {
    let (_app, url) = seeded().await;
    let stored = query(&url, "select cast(channels as text) as text from contact_point").await;
    let mut channels: Vec<Value> = Vec::new();
    for contact in &stored {
        let ways: Vec<Value> = serde_json::from_str(contact).expect("channels");
        channels.extend(ways);
    }
    assert!(channels.len() > 30, "{}", channels.len());
    for channel in &channels {
        let value = channel["value"].as_str().expect("a value");
        match channel["type"].as_str() {
            Some("EMAIL") => assert!(value.ends_with(".example"), "{value}"),
            Some("PHONE" | "MOBILE") => assert!(
                FICTIONAL
                    .iter()
                    .any(|range| value.strip_prefix(range).is_some_and(|rest| rest.len() == 3)),
                "{value}"
            ),
            _ => panic!("a way that nobody looks at: {channel}"),
        }
    }
}

#[actix_web::test]
async fn nobody_can_sign_in_as_the_author_of_the_demonstration() {
    let (_app, url) = seeded().await;
    let accounts = query(
        &url,
        "select email || ' ' || status as text from user_account order by id",
    )
    .await;
    assert_eq!(
        accounts,
        [
            "demonstration@verbund.example LOCKED",
            "fachbereich@hagen.example INVITED",
            "empfang@hagen.example INVITED",
            "springer@ruhr.example INVITED",
        ]
    );
}

#[actix_web::test]
async fn two_cities_know_somebody_each_by_a_record_of_its_own_and_one_stands_in_for_another() {
    let (_app, url) = seeded().await;
    let known = "select m.slug || ' ' || g.role || coalesce(' for ' || o.name, '') as text from municipal_user u
        join municipality m on m.id = u.municipality_id join role_grant g on g.municipal_user_id = u.id
        left join municipal_user o on o.id = g.substitute_for_id
        where u.email = 'springer@ruhr.example' order by g.id";
    assert_eq!(
        query(&url, known).await,
        ["hagen EDITOR", "herne VIEWER", "hagen ADMIN for Ulrike Sommerfeld"]
    );
}

#[actix_web::test]
async fn the_second_network_has_an_application_and_an_invitation_that_outsiders_do_not_see() {
    let (app, url) = seeded().await;
    let open = "select m.status || ' ' || c.slug as text from network_membership m
        join municipality c on c.id = m.municipality_id where m.status in ('APPLIED', 'INVITED') order by 1";
    assert_eq!(query(&url, open).await, ["APPLIED bielefeld", "INVITED wuppertal"]);
    let seen = app
        .ask(r#"{ network(slug: "kreise-und-kreisstadt") { memberships { totalCount } } }"#)
        .await;
    assert_eq!(seen.data()["network"]["memberships"]["totalCount"], 3);
}

#[tokio::test]
async fn every_association_in_public_has_a_consent_that_holds_and_says_that_it_is_invented() {
    let (_app, url) = seeded().await;
    let public = "from organization o where o.visibility = 'PUBLIC'
        and o.kind in ('MIGRANT_ORGANIZATION', 'ASSOCIATION', 'RELIGIOUS_COMMUNITY')";
    let all = query(&url, &format!("select o.name as text {public}")).await;
    assert!(!all.is_empty());
    let without = format!(
        "select o.name as text {public} and (o.status <> 'ACTIVE' or not exists (select 1 from directory_consent c
         where c.organization_id = o.id and c.withdrawn_on is null and c.evidence like '%erfunden%'))"
    );
    assert_eq!(query(&url, &without).await, Vec::<String>::new());
}

#[actix_web::test]
async fn one_organisation_was_there_twice_and_one_city_proposes_a_change_to_another() {
    let (_app, url) = seeded().await;
    let replaced = "select o.name || ': ' || k.name as text from organization o
        join organization k on k.id = o.replaced_by_id where o.status = 'REPLACED'";
    let wanted = ["Städtetag NRW: Städtetag Nordrhein-Westfalen"];
    assert_eq!(query(&url, replaced).await, wanted);
    let open = "select b.slug || ' to ' || k.slug as text from change_proposal p
        join municipality b on b.id = p.proposed_by_id join municipality k on k.id = p.keeper_id where p.status = 'OPEN'";
    assert_eq!(query(&url, open).await, ["herne to hagen"]);
}
