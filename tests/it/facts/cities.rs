//! What cities do together, and what they keep to themselves.

use super::{BOCHUM, HAGEN, HERNE, WERRA_MEISSNER, demonstration, id, nodes, text, token};
use serde_json::{Value, json};
use verbund_domain::account::Role;
use verbund_tests::Reply;

#[actix_web::test]
async fn fact_19_a_project_starts_with_a_second_city_which_nobody_else_can_confirm() {
    let app = demonstration().await;
    let (hagen, herne, bochum) = (
        token(&app, Role::Admin, HAGEN).await,
        token(&app, Role::Admin, HERNE).await,
        token(&app, Role::Admin, BOCHUM).await,
    );
    let project = id(
        &app,
        Some(&hagen),
        r#"{ found: projects(search: "Leitfaden") { nodes { id } } }"#,
    )
    .await;
    let start = "mutation($id: ID!) { startProject(input: {id: $id}) {
        project { status } userErrors { code path message } } }";
    let confirm = "mutation($id: ID!) { confirmProjectParticipation(input: {id: $id}) {
        participation { status party { ... on Municipality { name } } } userErrors { code } } }";

    let before = app.dump().await;
    let refused = app.gql(Some(&hagen), start, json!({ "id": project })).await;
    assert_eq!(refused.data()["startProject"]["project"], Value::Null);
    assert_eq!(refused.data()["startProject"]["userErrors"][0]["code"], "STATE");

    let parts = app
        .gql(
            Some(&hagen),
            "query($id: ID!) { node(id: $id) { ... on Project { participations { nodes { id status
                party { ... on Municipality { name } } } } } } }",
            json!({ "id": project }),
        )
        .await;
    let invited = nodes(&parts.data()["node"]["participations"])
        .iter()
        .find(|part| part["party"]["name"] == "Herne")
        .expect("Herne's invitation")
        .clone();
    assert_eq!(invited["status"], "INVITED");
    let by_bochum = app.gql(Some(&bochum), confirm, json!({ "id": invited["id"] })).await;
    assert!(
        matches!(by_bochum.codes()[..], ["FORBIDDEN" | "NOT_FOUND"]),
        "{}",
        by_bochum.text
    );
    let by_hagen = app.gql(Some(&hagen), confirm, json!({ "id": invited["id"] })).await;
    assert_eq!(by_hagen.codes(), ["FORBIDDEN"]);
    assert_eq!(app.dump().await, before, "what is refused leaves no trace");

    let by_herne = app.gql(Some(&herne), confirm, json!({ "id": invited["id"] })).await;
    assert_eq!(
        by_herne.data()["confirmProjectParticipation"],
        json!({ "participation": { "status": "CONFIRMED", "party": { "name": "Herne" } }, "userErrors": [] })
    );
    let started = app.gql(Some(&hagen), start, json!({ "id": project })).await;
    assert_eq!(
        started.data()["startProject"],
        json!({ "project": { "status": "ACTIVE" }, "userErrors": [] })
    );
}

#[actix_web::test]
async fn one_network_does_not_see_what_the_other_keeps_to_itself() {
    let app = demonstration().await;
    let herne = token(&app, Role::Admin, HERNE).await;
    let werra = token(&app, Role::Admin, WERRA_MEISSNER).await;
    let query = "{ projects(first: 100) { nodes { title visibility } } meetings(first: 100) { nodes { title visibility } }
        contacts(first: 100) { nodes { purpose visibility } } people(first: 100) { nodes { displayName visibility } } }";
    let herne = app.gql(Some(&herne), query, json!({})).await;
    let werra = app.gql(Some(&werra), query, json!({})).await;
    let (mut of_herne, mut of_werra) = (0, 0);
    for list in ["projects", "meetings", "contacts", "people"] {
        let inside = |reply: &Reply| -> Vec<Value> {
            let hidden = |row: &&Value| row["visibility"] != "PUBLIC";
            nodes(&reply.data()[list]).iter().filter(hidden).cloned().collect()
        };
        let (ours, theirs) = (inside(&herne), inside(&werra));
        assert!(!ours.is_empty() && !theirs.is_empty(), "{list}: {ours:?} {theirs:?}");
        assert!(
            ours.iter().all(|row| !theirs.contains(row)),
            "{list}: {ours:?} {theirs:?}"
        );
        of_herne += ours.len();
        of_werra += theirs.len();
    }
    assert!(of_herne > of_werra);
    // A city of the other network is no secret, its colleagues are.
    let open = app
        .ask(r#"{ municipality(districtKey: "06636") { name contacts { nodes { visibility } } } }"#)
        .await;
    let open = &open.data()["municipality"];
    assert_eq!(open["name"], "Werra-Meißner-Kreis");
    assert!(
        nodes(&open["contacts"])
            .iter()
            .all(|contact| contact["visibility"] == "PUBLIC")
    );
}

#[actix_web::test]
async fn fact_11_a_district_has_a_key_of_five_digits_and_no_ags_that_could_be_padded() {
    let app = demonstration().await;
    let reply = app
        .ask(r#"{ municipality(districtKey: "05770") { name kind state ags districtKey } }"#)
        .await;
    assert_eq!(
        reply.data()["municipality"],
        json!({
            "name": "Kreis Minden-Lübbecke", "kind": "DISTRICT", "state": "NORTH_RHINE_WESTPHALIA",
            "ags": null, "districtKey": "05770",
        })
    );
    let refused = app.ask(r#"{ municipality(ags: "05770000") { name } }"#).await;
    assert_eq!(refused.codes(), ["BAD_REQUEST"]);
    let message = text(&refused.json["errors"][0]["message"]);
    assert!(
        message.contains("05770000") && message.contains("05914000"),
        "{message}"
    );
}
