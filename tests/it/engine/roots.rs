//! Root fields: each runs once, and each fails alone.

use super::world::World;
use serde_json::json;
use verbund_domain::account::Role;
use verbund_domain::viewer::Place;
use verbund_entity::contact_point;

#[tokio::test]
async fn a_root_field_that_is_repeated_answers_once_with_all_that_is_selected_of_it() {
    let world = World::new().await;
    let repeated = "query { municipalities(first: 1) { nodes { slug parent { slug } } }
        municipalities(first: 1) { totalCount nodes { name } }
        ... on Query { municipalities(first: 1) { nodes { slug sources { title } } } } ...Again }
        fragment Again on Query { municipalities(first: 1) { pageInfo { hasNextPage } } }";
    let merged = "{ municipalities(first: 1) {
        nodes { slug parent { slug } name sources { title } } totalCount pageInfo { hasNextPage } } }";

    let (one, other) = (world.app.ask(repeated).await, world.app.ask(merged).await);

    assert_eq!(one.codes(), [""; 0]);
    assert_eq!(one.text, other.text);
    assert_eq!(
        world.statements(repeated, json!({})).await,
        world.statements(merged, json!({})).await
    );
}

#[tokio::test]
async fn a_mutation_that_is_repeated_under_one_key_writes_once() {
    let world = World::new().await;
    let reply = world.app.ask("{ municipality(slug: \"bad-aue\") { id } }").await;
    let owner = reply.data()["municipality"]["id"].clone();
    let token = world
        .app
        .token("redaktion@stadt.example", Place::Municipality(1), Role::Editor)
        .await;
    let before = world.count::<contact_point::Entity>().await;

    let call = "createContactPoint(input: {owner: $owner, functional: true, purpose: \"Post\",
        channels: [{type: EMAIL, value: \"post@stadt.example\"}]})";
    let document = format!(
        "mutation($owner: ID!) {{
            {call} {{ userErrors {{ code path }} }}
            {call} {{ contactPoint {{ purpose }} }}
            ... on Mutation {{ {call} {{ contactPoint {{ functional municipality {{ slug }} }} }} }} }}"
    );
    let reply = world.app.gql(Some(&token), &document, json!({ "owner": owner })).await;

    assert_eq!(
        reply.text,
        "{\"data\":{\"createContactPoint\":{\"userErrors\":[],\"contactPoint\":{\"purpose\":\"Post\",\
         \"functional\":true,\"municipality\":{\"slug\":\"bad-aue\"}}}}}"
    );
    assert_eq!(world.count::<contact_point::Entity>().await, before + 1);
}

#[tokio::test]
async fn a_root_field_that_fails_is_null_and_its_neighbours_answer() {
    let world = World::new().await;
    let document = "{ before: topics(first: 1) { totalCount }
        cursor: meetings(after: \"bm9uc2Vuc2U\") { totalCount }
        between: networks { totalCount }
        filter: projects(filter: {status: {eq: null}}) { totalCount }
        nested: municipality(slug: \"zell\") { slug meetings(after: \"bm9uc2Vuc2U\") { totalCount } }
        keys: municipality { slug }
        after: people { totalCount } }";

    let reply = world.app.ask(document).await;

    let data = reply.text.split("\"data\":").nth(1).expect("data");
    assert_eq!(
        data,
        "{\"before\":{\"totalCount\":7},\"cursor\":null,\"between\":{\"totalCount\":2},\"filter\":null,\
         \"nested\":null,\"keys\":null,\"after\":{\"totalCount\":3}}}"
    );
    let errors = reply.json["errors"].as_array().expect("errors").iter();
    let told: Vec<_> = errors
        .map(|error| (error["path"].clone(), error["extensions"]["code"].clone()))
        .collect();
    assert_eq!(
        told,
        [
            (json!(["cursor"]), json!("BAD_CURSOR")),
            (json!(["filter"]), json!("BAD_REQUEST")),
            (json!(["nested"]), json!("BAD_CURSOR")),
            (json!(["keys"]), json!("BAD_REQUEST")),
        ]
    );
}

#[tokio::test]
async fn ids_that_name_nothing_are_null_in_their_places() {
    let world = World::new().await;
    let reply = world
        .app
        .ask("{ municipality(slug: \"zell\") { id } network(slug: \"ruhr\") { id } }")
        .await;
    let (zell, ruhr) = (&reply.data()["municipality"]["id"], &reply.data()["network"]["id"]);
    let gone = verbund_domain::read::id::encode("Municipality", &uuid::Uuid::nil().simple().to_string());
    let nul = verbund_domain::read::id::encode("Municipality", "a\0b");
    let document = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Municipality { slug } } }";

    let ids = json!([ruhr, "garbage", zell, gone, zell, "", "Municipality:1", nul]);
    let reply = world.app.gql(None, document, json!({ "ids": ids })).await;

    let zell = json!({ "__typename": "Municipality", "slug": "zell" });
    assert_eq!(
        reply.data()["nodes"],
        json!([{ "__typename": "Network" }, null, zell, null, zell, null, null, null])
    );
}
