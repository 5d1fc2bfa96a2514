//! Pages: lists are walked from both ends, and no cursor leads anywhere but where it came from.

use super::world::World;
use serde_json::{Value, json};
use std::collections::HashSet;
use verbund_tests::oracle::{Oracle, agrees};

/// In which direction a list is walked, and how a page says where the next one begins.
#[derive(Clone, Copy)]
struct Way {
    size: &'static str,
    from: &'static str,
    more: &'static str,
    end: &'static str,
}

const FORWARD: Way = Way {
    size: "first",
    from: "after",
    more: "hasNextPage",
    end: "endCursor",
};
const BACKWARD: Way = Way {
    size: "last",
    from: "before",
    more: "hasPreviousPage",
    end: "startCursor",
};

/// All orders of a type, each in both directions, and none.
fn orders(oracle: &Oracle, of: &str) -> Vec<String> {
    let fields = oracle.schema.values(&format!("{of}OrderField")).iter();
    let both = fields.flat_map(|field| {
        ["ASC", "DESC"].map(|direction| format!(", orderBy: {{field: {field}, direction: {direction}}}"))
    });
    both.chain([String::new()]).collect()
}

const SELECTED: &str = "{ nodes { id } edges { cursor } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";

/// The answers of both to a document with these places in its variables.
struct Both {
    server: Value,
    oracle: Value,
}

async fn ask(world: &World, oracle: &Oracle, document: &str, at: &(Value, Value), ids: &[String]) -> Both {
    let given = |at: &Value| {
        let mut variables = json!({ "at": at });
        if !ids.is_empty() {
            variables["ids"] = json!(ids);
        }
        variables
    };
    let wanted = oracle.answer(document, &given(&at.1));
    let reply = world.app.gql(None, document, given(&at.0)).await;
    assert!(
        agrees(&wanted, &reply.text),
        "{document}\n\noracle:\n{wanted}\n\nserver:\n{}",
        reply.text
    );
    Both {
        server: reply.json,
        oracle: serde_json::from_str(&wanted).expect("JSON"),
    }
}

/// Walks a list to its end: every page is the oracle's, every record comes once, and none is missing. Answers with the
/// places that were passed.
async fn walk(
    world: &World,
    oracle: &Oracle,
    document: &str,
    (way, list, ids): (Way, &str, &[String]),
) -> Vec<(Value, Value)> {
    let (mut at, mut passed, mut seen) = ((Value::Null, Value::Null), Vec::new(), HashSet::new());
    loop {
        let both = ask(world, oracle, document, &at, ids).await;
        let page = both.server.pointer(list).expect("the list");
        for node in page["nodes"].as_array().expect("nodes") {
            assert!(seen.insert(node["id"].clone()), "{node} comes twice in {document}");
        }
        if page["pageInfo"][way.more] != json!(true) {
            assert_eq!(json!(seen.len()), page["totalCount"], "{document}");
            return passed;
        }
        let end = |answer: &Value| answer.pointer(list).expect("the list")["pageInfo"][way.end].clone();
        at = (end(&both.server), end(&both.oracle));
        passed.push(at.clone());
    }
}

#[tokio::test]
async fn a_list_of_all_records_is_walked_from_either_end_without_losing_or_repeating_any() {
    let world = World::new().await;
    let oracle = world.oracle().await;
    let lists = oracle.schema.fields("Query").iter().filter(|field| field.is_list());

    for field in lists {
        for order in orders(&oracle, field.of.trim_end_matches("Connection")) {
            for way in [FORWARD, BACKWARD] {
                let (name, Way { size, from, .. }) = (&field.name, way);
                let document = format!("query($at: String) {{ {name}({size}: 3, {from}: $at{order}) {SELECTED} }}");
                walk(&world, &oracle, &document, (way, &format!("/data/{name}"), &[])).await;
            }
        }
    }
}

#[tokio::test]
async fn the_list_of_one_record_is_walked_alone_and_beside_those_of_others() {
    let world = World::new().await;
    let oracle = world.oracle().await;
    let mut longest = 0;

    for ty in oracle.schema.records() {
        let ids = oracle.ids(ty);
        if ids.is_empty() {
            continue; // nothing of it is for anybody
        }
        for field in oracle.schema.fields(ty).iter().filter(|field| field.is_list()) {
            for order in orders(&oracle, field.of.trim_end_matches("Connection")) {
                for way in [FORWARD, BACKWARD] {
                    let (name, Way { size, from, .. }) = (&field.name, way);
                    let document = format!(
                        "query($ids: [ID!]!, $at: String) {{ nodes(ids: $ids) {{ ... on {ty} {{
                            {name}({size}: 2, {from}: $at{order}) {SELECTED} }} }} }}"
                    );
                    let one = &ids[..1];
                    let list = format!("/data/nodes/0/{name}");
                    let passed = walk(&world, &oracle, &document, (way, &list, one)).await;
                    longest = longest.max(passed.len());
                    for at in passed.iter().take(2) {
                        ask(&world, &oracle, &document, at, &ids[..ids.len().min(4)]).await;
                    }
                }
            }
        }
    }
    assert!(longest > 1, "no list was long enough to have a second cursor");
}

#[tokio::test]
async fn a_cursor_is_refused_anywhere_but_in_the_list_it_came_from() {
    let world = World::new().await;
    let first = world.app.ask("{ meetings(first: 2) { pageInfo { endCursor } } }").await;
    let cursor = first.data()["meetings"]["pageInfo"]["endCursor"]
        .as_str()
        .expect("a cursor")
        .to_owned();
    let mut edited = cursor.clone();
    let last = if edited.ends_with('A') { 'B' } else { 'A' };
    edited.pop();
    edited.push(last);
    let other_place = format!("{}{}", if cursor.starts_with('A') { 'B' } else { 'A' }, &cursor[1..]);

    let good = format!("{{ meetings(first: 2, after: \"{cursor}\") {{ nodes {{ slug }} }} }}");
    assert_eq!(world.app.ask(&good).await.codes(), [""; 0]);
    for (why, field) in [
        ("edited at its end", format!("meetings(after: \"{edited}\")")),
        ("edited at its beginning", format!("meetings(after: \"{other_place}\")")),
        (
            "cut off",
            format!("meetings(after: \"{}\")", &cursor[..cursor.len() / 2]),
        ),
        ("made up", "meetings(after: \"bm9uc2Vuc2U\")".to_owned()),
        ("empty", "meetings(after: \"\")".to_owned()),
        ("of another list", format!("projects(after: \"{cursor}\")")),
        (
            "of another order",
            format!("meetings(after: \"{cursor}\", orderBy: {{field: TITLE}})"),
        ),
        (
            "of another direction",
            format!("meetings(after: \"{cursor}\", orderBy: {{field: STARTS_AT, direction: DESC}})"),
        ),
        (
            "of another filter",
            format!("meetings(after: \"{cursor}\", filter: {{status: {{eq: SCHEDULED}}}})"),
        ),
        (
            "of another search",
            format!("meetings(before: \"{cursor}\", search: \"fachtag\")"),
        ),
    ] {
        let reply = world
            .app
            .ask(&format!("{{ {field} {{ totalCount nodes {{ id }} }} }}"))
            .await;
        assert_eq!(reply.codes(), ["BAD_CURSOR"], "{why}: {}", reply.text);
        assert!(
            reply.json["data"]
                .as_object()
                .is_some_and(|data| data.values().all(Value::is_null)),
            "{why}"
        );
    }
}

#[tokio::test]
async fn a_page_holds_nothing_up_to_a_hundred_records_and_never_more() {
    let world = World::times(9).await;

    let none = world
        .app
        .ask("{ meetings(first: 0) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }")
        .await;
    assert_eq!(
        none.data()["meetings"],
        json!({ "nodes": [], "totalCount": 108, "pageInfo": { "hasNextPage": true, "endCursor": null } })
    );
    for size in ["first: 100", "last: 100"] {
        let reply = world
            .app
            .ask(&format!("{{ meetings({size}) {{ nodes {{ id }} }} }}"))
            .await;
        assert_eq!(
            reply.data()["meetings"]["nodes"].as_array().map(Vec::len),
            Some(100),
            "{size}"
        );
    }
    let usual = world.app.ask("{ meetings { nodes { id } } }").await;
    assert_eq!(usual.data()["meetings"]["nodes"].as_array().map(Vec::len), Some(20));

    let literal = world.app.ask("{ meetings(first: 101) { totalCount } }").await;
    assert_eq!(literal.codes(), ["LIMIT_EXCEEDED"], "{}", literal.text);
    let document = "query($size: Int) { meetings(last: $size) { totalCount } }";
    let variable = world.app.gql(None, document, json!({ "size": 101 })).await;
    assert_eq!(variable.codes(), ["LIMIT_EXCEEDED"], "{}", variable.text);
    let negative = world.app.ask("{ meetings(first: -1) { totalCount } }").await;
    assert_eq!(negative.codes(), ["BAD_REQUEST"], "{}", negative.text);
    let both = world.app.ask("{ meetings(first: 1, last: 1) { totalCount } }").await;
    assert_eq!(both.codes(), ["BAD_REQUEST"], "{}", both.text);
}
