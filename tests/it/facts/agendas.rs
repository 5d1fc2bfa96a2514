//! What was on the agenda, who did what, where it was and who came.

use super::{HAGEN, HERNE, WERRA_MEISSNER, demonstration, nodes, token};
use serde_json::{Value, json};
use verbund_domain::account::Role;

#[actix_web::test]
async fn fact_3_hagen_says_of_itself_that_18_came_and_stood_for_8_organisations() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "fachtag-berufseinstieg") { attendance { value qualifier } attendanceLines { nodes {
                municipality { name } heads { value qualifier } represented { value qualifier } } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meeting"],
        json!({
            "attendance": { "value": 100, "qualifier": "MORE_THAN" },
            "attendanceLines": { "nodes": [{
                "municipality": { "name": "Hagen" },
                "heads": { "value": 18, "qualifier": "EXACT" },
                "represented": { "value": 8, "qualifier": "EXACT" },
            }] },
        })
    );
}

#[actix_web::test]
async fn fact_4_the_fachtag_had_four_theme_tables_one_led_for_hagen_and_a_moderator_of_no_organisation() {
    let app = demonstration().await;
    let query = r#"{ meeting(slug: "fachtag-berufseinstieg") {
        sessions(filter: {kind: {eq: THEME_TABLE}}) { nodes { number selectable roles { nodes { function confirmed
            affiliationText onBehalfOf { ... on Municipality { name } } speakers { person { displayName } } } } } }
        roles { nodes { function onBehalfOf { __typename } speakers { person { displayName } } } } } }"#;
    let member = token(&app, Role::Viewer, HERNE).await;
    let reply = app.gql(Some(&member), query, json!({})).await;
    let meeting = &reply.data()["meeting"];
    let tables = nodes(&meeting["sessions"]);
    assert_eq!(tables.len(), 4, "{meeting}");
    assert_eq!(
        tables[1],
        json!({
            "number": "2",
            "selectable": true,
            "roles": { "nodes": [{
                "function": "FACILITATOR",
                "confirmed": true,
                "affiliationText": "Kommunales Integrationszentrum Hagen",
                "onBehalfOf": { "name": "Hagen" },
                "speakers": [{ "person": { "displayName": "Çağla Işıkpınar" } }],
            }] },
        })
    );
    assert_eq!(
        meeting["roles"],
        json!({ "nodes": [{
            "function": "MODERATOR",
            "onBehalfOf": null,
            "speakers": [{ "person": { "displayName": "Ruben Kaltenschlag" } }],
        }] })
    );

    // The public sees the roles, and neither name.
    let reply = app.ask(query).await;
    let meeting = &reply.data()["meeting"];
    assert_eq!(
        nodes(&meeting["sessions"])[1]["roles"]["nodes"][0]["speakers"],
        json!([])
    );
    assert_eq!(meeting["roles"]["nodes"][0]["speakers"], json!([]));
}

#[actix_web::test]
async fn fact_12_the_forum_had_three_workshops_in_the_museum_one_presented_by_wuppertal() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "integrationsforum-minden-luebbecke") { place { name locality { name } }
                sessions(filter: {kind: {eq: WORKSHOP}}) { nodes { number title roles { nodes { function
                onBehalfOf { ... on Organization { name } } speakers { id } } } } } } }"#,
        )
        .await;
    let meeting = &reply.data()["meeting"];
    assert_eq!(
        meeting["place"],
        json!({ "name": "Preußenmuseum", "locality": { "name": "Kreis Minden-Lübbecke" } })
    );
    let workshops = nodes(&meeting["sessions"]);
    let numbers: Vec<&Value> = workshops.iter().map(|workshop| &workshop["number"]).collect();
    assert_eq!(numbers, ["1", "2", "3"]);
    let presented = &nodes(&workshops[0]["roles"])[0];
    assert_eq!(presented["speakers"], json!([]));
    assert!(
        presented["onBehalfOf"]["name"]
            .as_str()
            .is_some_and(|name| name.contains("Wuppertal")),
        "{presented}"
    );
}

#[actix_web::test]
async fn fact_14_one_registered_for_the_conference_by_mail_until_the_end_of_a_day_after_the_change_of_time() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "integrationskonferenz-2023") { doorsOpenAt place { name locality { name } }
                registrationNotice { channel address closesAt } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meeting"],
        json!({
            "doorsOpenAt": "2023-11-04T08:45:00.000Z",
            "place": { "name": "E-Werk", "locality": { "name": "Eschwege" } },
            "registrationNotice": {
                "channel": "EXTERNAL_EMAIL",
                "address": "anmeldung@werra-meissner.example",
                "closesAt": "2023-10-31T22:59:59.000Z",
            },
        })
    );
}

#[actix_web::test]
async fn fact_15_the_conference_had_two_rounds_of_three_groups_to_choose_from() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "integrationskonferenz-2023") { sessions(filter: {kind: {eq: PHASE}}) { nodes { phase
                children { totalCount nodes { number kind phase selectable parent { phase } } } } } } }"#,
        )
        .await;
    let rounds = nodes(&reply.data()["meeting"]["sessions"]);
    assert_eq!(rounds.len(), 2);
    for (phase, round) in (1..).zip(rounds) {
        assert_eq!(
            (&round["phase"], &round["children"]["totalCount"]),
            (&json!(phase), &json!(3))
        );
        for group in nodes(&round["children"]) {
            assert_eq!(
                (
                    &group["kind"],
                    &group["phase"],
                    &group["selectable"],
                    &group["parent"]["phase"]
                ),
                (&json!("WORKING_GROUP_SLOT"), &json!(phase), &json!(true), &json!(phase))
            );
        }
    }
}

#[actix_web::test]
async fn fact_16_who_told_of_a_flight_is_known_to_those_who_organised_it_and_to_nobody_else() {
    let app = demonstration().await;
    let query = r#"{ meeting(slug: "integrationskonferenz-2023") { sessions(filter: {kind: {eq: TESTIMONY}}) { nodes {
        roles { nodes { function speakers { visibility person { familyName } } } } } } } }"#;
    let names = |reply: &Value| -> Vec<Value> {
        let roles = nodes(&nodes(&reply["meeting"]["sessions"])[0]["roles"]).clone();
        roles.iter().map(|role| role["speakers"].clone()).collect()
    };
    assert_eq!(names(app.ask(query).await.data()), [json!([]), json!([])]);
    // Eschwege contributes and is of the same network; Hagen is of another.
    for key in ["06636003", HAGEN] {
        let elsewhere = token(&app, Role::Admin, key).await;
        let reply = app.gql(Some(&elsewhere), query, json!({})).await;
        assert_eq!(names(reply.data()), [json!([]), json!([])], "{key}");
    }
    let house = token(&app, Role::Viewer, WERRA_MEISSNER).await;
    let reply = app.gql(Some(&house), query, json!({})).await;
    let witness = |name: &str| json!([{ "visibility": "MUNICIPALITY", "person": { "familyName": name } }]);
    assert_eq!(names(reply.data()), [witness("Darwishani"), witness("Tesfagabr")]);
}

#[actix_web::test]
async fn fact_18_the_head_of_the_district_was_the_patron_and_the_chair_of_the_council_has_a_deputy() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "integrationskonferenz-2023") { roles(filter: {function: {eq: PATRON}}) { nodes {
                affiliationText onBehalfOf { ... on Municipality { name } } speakers { person { familyName
                positions { nodes { title } } } } } } }
                people(search: "Akçalı") { nodes { positions { nodes { function deputyOf { person { familyName } } } } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meeting"]["roles"]["nodes"],
        json!([{
            "affiliationText": "Landrätin",
            "onBehalfOf": { "name": "Werra-Meißner-Kreis" },
            "speakers": [{ "person": { "familyName": "Sollingbrück", "positions": { "nodes": [{ "title": "Landrätin" }] } } }],
        }])
    );
    let offices = nodes(&nodes(&reply.data()["people"])[0]["positions"]).clone();
    assert_eq!(
        offices,
        [json!({ "function": "DEPUTY_CHAIR", "deputyOf": { "person": { "familyName": "Haileyesus" } } })]
    );
}

#[actix_web::test]
async fn the_park_of_the_festival_lies_at_the_house_that_people_find_it_by() {
    let app = demonstration().await;
    let reply = app
        .ask(r#"{ meeting(slug: "vielfalt-tut-gut-2027") { place { name parent { name parts { totalCount } } } } }"#)
        .await;
    assert_eq!(
        reply.data()["meeting"]["place"],
        json!({ "name": "Dr.-Ferdinand-David-Park", "parent": { "name": "AllerWeltHaus", "parts": { "totalCount": 1 } } })
    );
}
