//! Who is in the network, and who speaks for it.

use super::{demonstration, nodes, text};
use serde_json::{Value, json};

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
