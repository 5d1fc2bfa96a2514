//! Facts of the sources that the demonstration has to hold, asked from outside as a user asks.

mod cities;
mod contacts;
mod meetings;
mod organizations;

use serde_json::{Value, json};
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_tests::TestApp;

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
            r#"{ network(slug: "integration-interkommunal") { name purposes memberships { totalCount nodes {
                status municipality { name } memberSince { edtf earliest latest precision }
                sources { publisher publishedOn { edtf } } } } } }"#,
        )
        .await;
    let network = &reply.data()["network"];
    assert_eq!(network["name"], "Integration.Interkommunal");
    assert_eq!(
        network["purposes"],
        json!(["JOINT_SOLUTIONS", "EXPERIENCE_EXCHANGE", "RESOURCE_POOLING"])
    );
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
        let sources = json!([
            { "publisher": "Stadt Hagen", "publishedOn": { "edtf": "2025-01-30" } },
            { "publisher": "Verbund", "publishedOn": null },
        ]);
        assert_eq!(member["sources"], sources, "{member}");
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
            "Arbeitsmarktintegration von Flüchtlingen gelingt – und zwar vor Ort! – Good Practice",
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
