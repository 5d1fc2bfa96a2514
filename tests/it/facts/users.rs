//! Who works for a city: its administrators see its own roles, and nothing of another city.

use super::{HAGEN, demonstration, nodes, text, token};
use serde_json::{Value, json};
use verbund_domain::account::Role;

#[actix_web::test]
async fn hagens_administrator_sees_nobody_of_herne_and_of_somebody_in_both_only_what_holds_in_hagen() {
    let app = demonstration().await;
    let token = token(&app, Role::Admin, HAGEN).await;
    let query = "{ municipalities(first: 50) { nodes { slug users(first: 5) { totalCount nodes {
        email grants { role substituteFor { name } } } } } } }";
    let reply = app.gql(Some(&token), query, json!({})).await;
    let cities: Vec<&Value> = nodes(&reply.data()["municipalities"])
        .iter()
        .filter(|city| city["users"]["totalCount"] != 0)
        .collect();
    let [hagen] = cities.as_slice() else {
        panic!("{}", reply.text);
    };
    assert_eq!(hagen["slug"], "hagen");
    let shared = nodes(&hagen["users"])
        .iter()
        .find(|user| text(&user["email"]) == "springer@ruhr.example")
        .expect("somebody of both cities");
    let held: Vec<&str> = shared["grants"]
        .as_array()
        .expect("roles")
        .iter()
        .map(|grant| text(&grant["role"]))
        .collect();
    assert_eq!(held, ["EDITOR", "ADMIN"]);
    assert_eq!(shared["grants"][1]["substituteFor"]["name"], "Ulrike Sommerfeld");
}
