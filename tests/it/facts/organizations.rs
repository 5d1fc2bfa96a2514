//! What is known of organisations and of those who speak for them.

use super::{HAGEN, HERNE, demonstration, nodes, token};
use serde_json::json;
use verbund_domain::account::Role;

#[actix_web::test]
async fn an_association_in_founding_is_open_to_all_and_known_to_its_own_city() {
    let app = demonstration().await;
    let query = r#"{ organizations(filter: {status: {eq: FOUNDING}}) { nodes { name kind visibility volunteerBased
        audienceScope alternateNames { name from { edtf } until { edtf precision } } } } }"#;
    let hagen = token(&app, Role::Viewer, HAGEN).await;
    let reply = app.gql(Some(&hagen), query, json!({})).await;
    assert_eq!(
        reply.data()["organizations"]["nodes"],
        json!([{
            "name": "Fadenkreis Hagen",
            "kind": "MIGRANT_ORGANIZATION",
            "visibility": "MUNICIPALITY",
            "volunteerBased": true,
            "audienceScope": "OPEN_TO_ALL",
            "alternateNames": [{
                "name": "Nähtreff Altenhagen",
                "from": { "edtf": "2024" },
                "until": { "edtf": "2026-03", "precision": "MONTH" },
            }],
        }])
    );
    let herne = token(&app, Role::Admin, HERNE).await;
    let reply = app.gql(Some(&herne), query, json!({})).await;
    assert_eq!(reply.data()["organizations"]["nodes"], json!([]));
}

#[actix_web::test]
async fn what_no_source_says_of_an_association_is_null() {
    let app = demonstration().await;
    let reply = app
        .ask(r#"{ organizations(search: "ACADI") { nodes { volunteerBased audienceScope alternateNames { name } } } }"#)
        .await;
    assert_eq!(
        reply.data()["organizations"]["nodes"],
        json!([{ "volunteerBased": null, "audienceScope": null, "alternateNames": [] }])
    );
}

#[actix_web::test]
async fn another_name_finds_an_organisation_too() {
    let app = demonstration().await;
    for (typed, name) in [
        ("Vielfaltszentrum Werra", "WIR-Vielfaltszentrum"),
        (
            "Wirtschaft, Energie, Mittelstand",
            "Ministerium für Wirtschaft, Energie, Industrie, Mittelstand und Handwerk des Landes Nordrhein-Westfalen",
        ),
    ] {
        let query = "query($typed: String!) { organizations(search: $typed) { nodes { name successors { name } } } }";
        let reply = app.gql(None, query, json!({ "typed": typed })).await;
        assert_eq!(
            reply.data()["organizations"]["nodes"],
            json!([{ "name": name, "successors": [] }])
        );
    }
}

#[actix_web::test]
async fn fact_18_the_deputy_stands_in_for_the_chair_and_the_district_administrator_holds_an_office() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ organizations(search: "Ausländerbeirat Eschwege") { nodes { positions { nodes { function
                deputyOf { function } } } } }
                municipality(districtKey: "06636") { positions { nodes { function } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["organizations"]["nodes"],
        json!([{ "positions": { "nodes": [
            { "function": "CHAIR", "deputyOf": null },
            { "function": "DEPUTY_CHAIR", "deputyOf": { "function": "CHAIR" } },
        ] } }])
    );
    assert_eq!(
        reply.data()["municipality"]["positions"]["nodes"],
        json!([{ "function": "DISTRICT_ADMINISTRATOR" }, { "function": "OTHER" }])
    );
}

#[actix_web::test]
async fn fact_7_the_advisers_former_office_ended_before_the_present_one_began() {
    let app = demonstration().await;
    let hagen = token(&app, Role::Viewer, HAGEN).await;
    let reply = app
        .gql(
            Some(&hagen),
            "{ people(search: \"Isikpinar\") { nodes { positions { nodes { isCurrent
                holder { ... on Organization { name kind } }
                validFrom { edtf precision } validUntil { edtf latest } } } } } }",
            json!({}),
        )
        .await;
    assert_eq!(
        nodes(&reply.data()["people"])[0]["positions"]["nodes"],
        json!([
            {
                "isCurrent": false,
                "holder": { "name": "Bezirksregierung Arnsberg", "kind": "REGIONAL_GOVERNMENT" },
                "validFrom": null,
                "validUntil": { "edtf": "2023-03", "latest": "2023-03-31" },
            },
            {
                "isCurrent": true,
                "holder": { "name": "Kommunales Integrationszentrum Hagen", "kind": "ADMINISTRATIVE_UNIT" },
                "validFrom": { "edtf": "2023-04", "precision": "MONTH" },
                "validUntil": null,
            },
        ])
    );
}

#[actix_web::test]
async fn those_who_work_together_in_the_house_of_integration_are_there_though_their_city_is_no_member() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ organizations(search: "Wuppertal") { nodes { name kind locatedIn { name memberships { totalCount } }
                sources { publisher } } } }"#,
        )
        .await;
    let (library, forum, ours) = ("Städtetag Nordrhein-Westfalen", "Kreis Minden-Lübbecke", "Verbund");
    let organization = |name: &str, kind: &str, publishers: &[&str]| {
        let sources: Vec<_> = publishers.iter().map(|one| json!({ "publisher": one })).collect();
        let wuppertal = json!({ "name": "Wuppertal", "memberships": { "totalCount": 0 } });
        json!({ "name": name, "kind": kind, "locatedIn": wuppertal, "sources": sources })
    };
    assert_eq!(
        reply.data()["organizations"]["nodes"],
        json!([
            organization("Arbeitsagentur Wuppertal", "EMPLOYMENT_AGENCY", &[library, ours]),
            organization("Ausländerbehörde Wuppertal", "IMMIGRATION_OFFICE", &[forum, ours]),
            organization(
                "Haus der Integration Wuppertal",
                "JOINT_FACILITY",
                &[library, forum, ours]
            ),
            organization("Jobcenter Wuppertal", "JOBCENTER", &[library, forum, ours]),
            organization(
                "Kommunales Integrationszentrum Wuppertal",
                "ADMINISTRATIVE_UNIT",
                &[forum, ours]
            ),
        ])
    );
}
