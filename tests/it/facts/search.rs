//! What is found however it is typed.

use super::{HERNE, demonstration, token};
use serde_json::json;
use verbund_domain::account::Role;

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
        let everywhere = "query($typed: String!) { search(text: $typed, first: 100) { nodes {
            ... on Person { displayName } ... on Municipality { name } ... on Meeting { title } } } }";
        let reply = app.gql(Some(&herne), everywhere, json!({ "typed": typed })).await;
        let nodes = reply.data()["search"]["nodes"].as_array().expect("records");
        assert!(nodes.contains(&json!({ field: found })), "{typed}: {nodes:?}");
    }
}
