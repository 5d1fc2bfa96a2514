//! Whom one reaches for what, and who sees that.

use super::{ADVISER, BOCHUM, HAGEN, HERNE, WERRA_MEISSNER, demonstration, nodes, token, topic};
use serde_json::json;
use verbund_domain::account::Role;
use verbund_tests::Reply;

#[actix_web::test]
async fn fact_5_the_public_reads_how_to_reach_the_adviser_and_nothing_else_of_them() {
    let app = demonstration().await;
    let topic = topic(&app, "migrantenselbstorganisationen").await;
    let query = "query($topic: ID!) { municipality(ags: \"05914000\") { contactFor(topic: $topic) {
        purpose audience channels { type value display } visibility publicationBasis
        owner { __typename ... on Position { title person { displayName } } } } } }";
    let adviser = |reply: &Reply| reply.data()["municipality"]["contactFor"].clone();
    let reply = app.gql(None, query, json!({ "topic": topic })).await;
    assert_eq!(
        adviser(&reply),
        json!({
            "purpose": "Beratung und Neugründung von Migrantenselbstorganisationen",
            "audience": "Wer in Hagen einen Verein gründet oder in einem mitarbeiten will",
            "channels": [
                { "type": "PHONE", "value": ADVISER, "display": "030 23125-075" },
                { "type": "EMAIL", "value": "mso@hagen.example", "display": "mso@hagen.example" },
            ],
            "visibility": "PUBLIC",
            "publicationBasis": "OFFICE_DUTY",
            "owner": null,
        })
    );
    // Searching for the name finds nothing, neither the person nor what belongs to it.
    let herne = token(&app, Role::Viewer, HERNE).await;
    for list in ["people", "organizations", "contacts"] {
        let search = format!(r#"{{ {list}(search: "Isikpinar") {{ totalCount nodes {{ id }} }} }}"#);
        let reply = app.ask(&search).await;
        assert_eq!(reply.data()[list], json!({ "totalCount": 0, "nodes": [] }));
        let reply = app.gql(Some(&herne), &search, json!({})).await;
        let found = u8::from(list == "people");
        assert_eq!(reply.data()[list]["totalCount"], found, "{list}");
    }
    // A colleague of another member sees who it is.
    let reply = app.gql(Some(&herne), query, json!({ "topic": topic })).await;
    assert_eq!(adviser(&reply)["owner"]["person"]["displayName"], "Çağla Işıkpınar");
}

#[actix_web::test]
async fn fact_5_two_spellings_of_one_mail_address_are_one_contact() {
    let app = demonstration().await;
    let hagen = token(&app, Role::Editor, HAGEN).await;
    let reply = app
        .gql(
            Some(&hagen),
            "{ people(search: \"Isikpinar\") { nodes { positions { nodes { id isCurrent } } } } }",
            json!({}),
        )
        .await;
    let people = &reply.data()["people"];
    let now = nodes(&nodes(people)[0]["positions"])
        .iter()
        .find(|position| position["isCurrent"] == true)
        .expect("a present position");
    let before = app.dump().await;
    let reply = app
        .gql(
            Some(&hagen),
            "mutation($owner: ID!) { createContactPoint(input: {owner: $owner, channels: [{type: EMAIL, value:
                \"MSO@Hagen.Example\"}]}) { contactPoint { id } userErrors { code path } } }",
            json!({ "owner": now["id"] }),
        )
        .await;
    assert_eq!(
        reply.data()["createContactPoint"],
        json!({
            "contactPoint": null,
            "userErrors": [{ "code": "DUPLICATE", "path": ["input", "channels", "0", "value"] }],
        })
    );
    assert_eq!(app.dump().await, before);
}

#[actix_web::test]
async fn who_is_in_charge_is_the_nearest_contact_for_the_topic_or_a_broader_one_else_the_general_one() {
    let app = demonstration().await;
    let herne = token(&app, Role::Viewer, HERNE).await;
    for (asks, city, slug, answer) in [
        // The contact for the very topic.
        (None, HAGEN, "migrantenselbstorganisationen", Some(ADVISER)),
        // What the adviser's position is in charge of is for those who see the position; others find the centre.
        (Some(&herne), HAGEN, "suedosteuropazuwanderung", Some(ADVISER)),
        (None, HAGEN, "suedosteuropazuwanderung", Some("ki@hagen.example")),
        // Nothing nearer than the broadest topic: the integration centre.
        (None, HAGEN, "spracherwerb", Some("ki@hagen.example")),
        // No topic above it, no contact for it: the general one.
        (None, HAGEN, "oeffentlichkeitsarbeit", Some("integration@hagen.example")),
        (None, HERNE, "elternarbeit", Some("integration@herne.example")),
        // Members of the network see who is in charge.
        (Some(&herne), HERNE, "elternarbeit", Some("+496990009316")),
        (Some(&herne), BOCHUM, "anerkennung", Some("+492214710211")),
        // A city without contacts.
        (None, "05124000", "integration", None),
    ] {
        let topic = topic(&app, slug).await;
        let query = "query($ags: Ags!, $topic: ID!) { municipality(ags: $ags) { contactFor(topic: $topic) {
            channels { value } } } }";
        let reply = app
            .gql(asks.map(String::as_str), query, json!({ "ags": city, "topic": topic }))
            .await;
        let found = &reply.data()["municipality"]["contactFor"];
        let first = found["channels"][0]["value"].as_str();
        assert_eq!(first, answer, "{city} {slug}");
    }
}

#[actix_web::test]
async fn fact_14_whoever_registered_did_so_until_the_last_of_october() {
    let app = demonstration().await;
    let query = r#"{ meeting(slug: "integrationskonferenz-2023") { contacts { nodes { purpose audience validUntil
        channels { value } } } } }"#;
    // The time has passed: only its own house still sees it.
    let reply = app.ask(query).await;
    assert_eq!(reply.data()["meeting"]["contacts"]["nodes"], json!([]));
    let werra = token(&app, Role::Viewer, WERRA_MEISSNER).await;
    let reply = app.gql(Some(&werra), query, json!({})).await;
    assert_eq!(
        reply.data()["meeting"]["contacts"]["nodes"],
        json!([{
            "purpose": "Anmeldung zur Integrationskonferenz",
            "audience": "Geflüchtete, Zugewanderte und alle, die sich für sie einsetzen",
            "validUntil": "2023-10-31",
            "channels": [{ "value": "anmeldung@werra-meissner.example" }],
        }])
    );
}
