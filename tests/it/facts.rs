//! Facts of the sources that the demonstration has to hold, asked from outside as a user asks.

use serde_json::{Value, json};
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_tests::{Reply, TestApp};

const HAGEN: &str = "05914000";
const HERNE: &str = "05916000";
const BOCHUM: &str = "05911000";
const WERRA_MEISSNER: &str = "06636";

/// Who advises migrant organisations in Hagen, by the telephone that is public.
const ADVISER: &str = "+493023125075";

async fn demonstration() -> TestApp {
    let app = TestApp::new().await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    app
}

/// A token of somebody with this role in this city.
async fn token(app: &TestApp, role: Role, key: &str) -> String {
    let place = account::place_of(&app.db, role, Some(key), None)
        .await
        .expect("a place");
    let email = format!("{}.{key}@verbund.example", account::role_name(role).to_lowercase());
    app.token(&email, place, role).await
}

fn nodes(list: &Value) -> &Vec<Value> {
    list["nodes"].as_array().expect("a list")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The id of the only record that a query names `found`.
async fn id(app: &TestApp, token: Option<&str>, query: &str) -> String {
    let reply = app.gql(token, query, json!({})).await;
    match nodes(&reply.data()["found"]).as_slice() {
        [one] => text(&one["id"]).to_owned(),
        others => panic!("{query}: {others:?}"),
    }
}

async fn topic(app: &TestApp, slug: &str) -> String {
    id(
        app,
        None,
        &format!(r#"{{ found: topics(filter: {{slug: {{eq: "{slug}"}}}}) {{ nodes {{ id }} }} }}"#),
    )
    .await
}

#[actix_web::test]
async fn the_first_query_of_the_demonstration_answers_hagen_since_2023_to_the_year() {
    let app = demonstration().await;
    let reply = app
        .ask(r#"{ municipality(ags: "05914000") { name memberships { nodes { memberSince { edtf precision } } } } }"#)
        .await;
    assert_eq!(
        reply.text,
        r#"{"data":{"municipality":{"name":"Hagen","memberships":{"nodes":[{"memberSince":{"edtf":"2023","precision":"YEAR"}}]}}}}"#
    );
}

#[actix_web::test]
async fn fact_1_the_network_has_ten_members_and_only_of_hagen_is_it_known_since_when() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ network(slug: "integration-interkommunal") { name memberships { totalCount nodes {
                status municipality { name } memberSince { edtf earliest latest precision } } } } }"#,
        )
        .await;
    let network = &reply.data()["network"];
    assert_eq!(network["name"], "Integration.Interkommunal");
    assert_eq!(network["memberships"]["totalCount"], 10);
    let members = nodes(&network["memberships"]);
    let mut names: Vec<&str> = members.iter().map(|one| text(&one["municipality"]["name"])).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "Bochum",
            "Bottrop",
            "Dortmund",
            "Duisburg",
            "Essen",
            "Gelsenkirchen",
            "Hagen",
            "Herne",
            "Mülheim an der Ruhr",
            "Oberhausen",
        ]
    );
    for member in members {
        assert_eq!(member["status"], "ACTIVE");
        let since = match text(&member["municipality"]["name"]) {
            "Hagen" => json!({
                "edtf": "2023", "earliest": "2023-01-01", "latest": "2023-12-31", "precision": "YEAR",
            }),
            _ => Value::Null,
        };
        assert_eq!(member["memberSince"], since, "{member}");
    }
}

#[actix_web::test]
async fn fact_2_the_spokesperson_of_the_network_is_also_city_director_of_muelheim() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ network(slug: "integration-interkommunal") { positions { nodes { function person { positions { nodes {
                function isCurrent holder { ... on Network { slug } ... on Municipality { ags } } } } } } } } }"#,
        )
        .await;
    let positions = nodes(&reply.data()["network"]["positions"]);
    assert_eq!(positions.len(), 1);
    assert_eq!(positions[0]["function"], "SPOKESPERSON");
    assert_eq!(
        positions[0]["person"]["positions"]["nodes"],
        json!([
            { "function": "SPOKESPERSON", "isCurrent": true, "holder": { "slug": "integration-interkommunal" } },
            { "function": "CITY_DIRECTOR", "isCurrent": true, "holder": { "ags": "05117000" } },
        ])
    );
}

#[actix_web::test]
async fn fact_3_the_fachtag_was_the_networks_in_herne_with_more_than_a_hundred_guests_nobody_says_when() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meetings(search: "Fachtag Berufseinstieg") { nodes { startsAt heldOn { edtf } locality { name }
                attendance { value qualifier } organizers { nodes { role status party { __typename
                ... on Network { slug } ... on Municipality { name } } } } sources { publishedOn { edtf } } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meetings"]["nodes"],
        json!([{
            "startsAt": null,
            "heldOn": null,
            "locality": { "name": "Herne" },
            "attendance": { "value": 100, "qualifier": "MORE_THAN" },
            "organizers": { "nodes": [
                { "role": "HOST", "status": "CONFIRMED",
                  "party": { "__typename": "Network", "slug": "integration-interkommunal" } },
                { "role": "CO_ORGANIZER", "status": "CONFIRMED",
                  "party": { "__typename": "Municipality", "name": "Hagen" } },
            ] },
            "sources": [{ "publishedOn": { "edtf": "2025-01-30" } }, { "publishedOn": null }],
        }])
    );
}

#[actix_web::test]
async fn fact_5_the_public_reads_how_to_reach_the_adviser_and_nothing_else_of_them() {
    let app = demonstration().await;
    let topic = topic(&app, "migrantenselbstorganisationen").await;
    let query = "query($topic: ID!) { municipality(ags: \"05914000\") { contactFor(topic: $topic) {
        channels { type value display } visibility publicationBasis
        owner { __typename ... on Position { title person { displayName } } } } } }";
    let adviser = |reply: &Reply| reply.data()["municipality"]["contactFor"].clone();
    let reply = app.gql(None, query, json!({ "topic": topic })).await;
    assert_eq!(
        adviser(&reply),
        json!({
            "channels": [
                { "type": "PHONE", "value": ADVISER, "display": "030 23125-075" },
                { "type": "EMAIL", "value": "mso@hagen.example", "display": "mso@hagen.example" },
            ],
            "visibility": "PUBLIC",
            "publicationBasis": "OFFICE_DUTY",
            "owner": null,
        })
    );
    for query in [
        r#"{ people(search: "Isikpinar") { totalCount nodes { displayName } } }"#,
        r#"{ found: search(text: "Isikpinar") { __typename } }"#,
    ] {
        let reply = app.ask(query).await;
        assert!(
            !reply.text.contains("Işıkpınar") && !reply.text.contains("Person"),
            "{}",
            reply.text
        );
    }
    // A colleague of another member sees who it is.
    let herne = token(&app, Role::Viewer, HERNE).await;
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
async fn fact_6_search_finds_what_umlauts_and_other_letters_hide() {
    let app = demonstration().await;
    let herne = token(&app, Role::Viewer, HERNE).await;
    for (typed, list, field, found) in [
        ("Mueller", "people", "displayName", "Dr. Henrike Müller-Tannwald"),
        ("Müller", "people", "displayName", "Dr. Henrike Müller-Tannwald"),
        ("müller", "people", "displayName", "Dr. Henrike Müller-Tannwald"),
        ("Sirin Akcali", "people", "displayName", "Şirin Akçalı"),
        ("cagla isikpinar", "people", "displayName", "Çağla Işıkpınar"),
        ("ÇAĞLA", "people", "displayName", "Çağla Işıkpınar"),
        ("Grosseloh", "people", "displayName", "Mareike Großeloh"),
        ("Muelheim", "municipalities", "name", "Mülheim an der Ruhr"),
        ("Mulheim", "municipalities", "name", "Mülheim an der Ruhr"),
        ("Luebbecke", "municipalities", "name", "Kreis Minden-Lübbecke"),
        (
            "Fluechtlinge",
            "meetings",
            "title",
            "Arbeitsmarktintegration von Flüchtlingen gelingt – und zwar vor Ort!",
        ),
    ] {
        let query = format!("query($typed: String!) {{ {list}(search: $typed) {{ nodes {{ {field} }} }} }}");
        let reply = app.gql(Some(&herne), &query, json!({ "typed": typed })).await;
        assert_eq!(reply.data()[list]["nodes"], json!([{ field: found }]), "{typed}");
    }
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
async fn one_network_does_not_see_what_the_other_keeps_to_itself() {
    let app = demonstration().await;
    let herne = token(&app, Role::Admin, HERNE).await;
    let werra = token(&app, Role::Admin, WERRA_MEISSNER).await;
    let query = "{ projects { nodes { title visibility } } meetings { nodes { title visibility } }
        contacts(first: 100) { nodes { purpose visibility } } people { nodes { displayName visibility } } }";
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
