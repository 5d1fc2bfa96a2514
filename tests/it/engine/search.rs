//! Search over all types: it finds what the lists of each type find, in their order, and is walked like one of them.

use super::world::World;
use serde_json::{Value, json};

/// The lists that are searched one by one, in the order in which their records are found together.
const LISTS: [(&str, &str); 10] = [
    ("municipalities", "MUNICIPALITY"),
    ("networks", "NETWORK"),
    ("topics", "TOPIC"),
    ("organizations", "ORGANIZATION"),
    ("people", "PERSON"),
    ("contacts", "CONTACT_POINT"),
    ("projects", "PROJECT"),
    ("meetings", "MEETING"),
    ("allMeetingSeries", "MEETING_SERIES"),
    ("places", "PLACE"),
];

const SEARCH: &str = "query($text: String!, $types: [SearchType!], $first: Int, $after: String) {
    search(text: $text, types: $types, first: $first, after: $after) { totalCount
        nodes { __typename ... on Node { id } } edges { cursor node { ... on Node { id } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";

async fn search(world: &World, variables: Value) -> Value {
    let reply = world.app.gql(None, SEARCH, variables).await;
    reply.data()["search"].clone()
}

fn ids(page: &Value) -> Vec<Value> {
    let nodes = page["nodes"].as_array().expect("records");
    nodes.iter().map(|node| node["id"].clone()).collect()
}

/// What a list of one type finds.
async fn in_list(world: &World, list: &str, text: &str) -> Vec<Value> {
    let document = format!("query($text: String!) {{ {list}(search: $text, first: 100) {{ nodes {{ id }} }} }}");
    ids(&world.app.gql(None, &document, json!({ "text": text })).await.data()[list])
}

#[tokio::test]
async fn a_search_finds_what_the_lists_find_type_by_type() {
    let world = World::new().await;
    for text in ["a", "s", "fachtag", "Öffentliches For", "gibt es nicht"] {
        let mut all = Vec::new();
        for (list, ty) in LISTS {
            let found = in_list(&world, list, text).await;
            let of_type = search(&world, json!({ "text": text, "types": [ty], "first": 100 })).await;
            assert_eq!(ids(&of_type), found, "{ty} by {text}");
            all.extend(found);
        }
        let found = search(&world, json!({ "text": text, "first": 100 })).await;
        assert_eq!(ids(&found), all, "{text}");
        assert_eq!(found["totalCount"], json!(all.len()), "{text}");
        assert_eq!(found["pageInfo"]["hasNextPage"], json!(false), "{text}");
    }
}

#[tokio::test]
async fn what_is_found_is_walked_page_by_page_without_losing_or_repeating_any() {
    let world = World::new().await;
    let all = ids(&search(&world, json!({ "text": "s", "first": 100 })).await);
    assert!(all.len() > 8, "there is something to walk: {all:?}");
    for size in [1, 3, 4] {
        let (mut after, mut walked) = (Value::Null, Vec::new());
        loop {
            let page = search(&world, json!({ "text": "s", "first": size, "after": after })).await;
            assert_eq!(page["totalCount"], json!(all.len()));
            let info = &page["pageInfo"];
            assert_eq!(info["hasPreviousPage"], json!(!after.is_null()));
            assert_eq!(info["startCursor"], page["edges"][0]["cursor"]);
            walked.extend(ids(&page));
            after = info["endCursor"].clone();
            if info["hasNextPage"] == json!(false) {
                break;
            }
            assert!(walked.len() < all.len(), "a page without an end");
        }
        assert_eq!(walked, all, "pages of {size}");
    }
}

#[tokio::test]
async fn each_type_that_is_found_answers_what_is_selected_of_it() {
    let world = World::new().await;
    let document = r#"{ search(text: "fachtag", first: 2) {
        __typename again: nodes { __typename } edges { __typename node { ...found } } nodes { ...found } } }
        fragment found on SearchResult { ... on Meeting { title host { name } organizers(first: 1) { totalCount } }
            ... on Municipality { name } }"#;
    let reply = world.app.ask(document).await;
    let page = &reply.data()["search"];
    assert_eq!(page["__typename"], "SearchResultConnection");
    assert_eq!(
        page["again"],
        json!([{ "__typename": "Meeting" }, { "__typename": "Meeting" }])
    );
    let edges = page["edges"].as_array().expect("edges");
    for (edge, node) in edges.iter().zip(page["nodes"].as_array().expect("records")) {
        assert_eq!(edge["__typename"], "SearchResultEdge");
        assert_eq!(edge["node"], *node);
        assert_eq!(node["title"], "Fachtag");
        assert!(node["organizers"]["totalCount"].is_number(), "{node}");
    }
}

#[tokio::test]
async fn a_search_that_cannot_be_meant_is_refused_and_one_without_words_finds_nothing() {
    let world = World::new().await;
    for blank in ["", "  ", "*", "„“"] {
        let found = search(&world, json!({ "text": blank })).await;
        assert_eq!(found["totalCount"], json!(0), "{blank:?}");
        assert_eq!(ids(&found), [] as [Value; 0], "{blank:?}");
        assert_eq!(found["pageInfo"]["endCursor"], Value::Null, "{blank:?}");
    }
    let first = search(&world, json!({ "text": "s", "first": 1 })).await;
    let cursor = &first["pageInfo"]["endCursor"];
    let list = world
        .app
        .ask("{ municipalities(first: 1) { pageInfo { endCursor } } }")
        .await;
    let of_list = &list.data()["municipalities"]["pageInfo"]["endCursor"];
    for (variables, code) in [
        (json!({ "text": "a", "after": cursor }), "BAD_CURSOR"),
        (
            json!({ "text": "s", "types": ["TOPIC"], "after": cursor }),
            "BAD_CURSOR",
        ),
        (json!({ "text": "s", "after": of_list }), "BAD_CURSOR"),
        (json!({ "text": "s", "after": "nothing" }), "BAD_CURSOR"),
        (json!({ "text": "s", "first": -1 }), "BAD_REQUEST"),
        (json!({ "text": "s", "first": 101 }), "LIMIT_EXCEEDED"),
        (json!({ "text": "s", "types": ["SOURCE_REFERENCE"] }), "BAD_REQUEST"),
        (json!({}), "BAD_REQUEST"),
    ] {
        let reply = world.app.gql(None, SEARCH, variables.clone()).await;
        assert_eq!(reply.codes(), [code], "{variables}");
    }
}
