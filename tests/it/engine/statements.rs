//! How often the database is asked, and whether it has the indexes that it needs for that.

use super::world::World;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use verbund_api::graphql;
use verbund_domain::account::Role;
use verbund_domain::read::Catalog;
use verbund_domain::viewer::{Grant, Language, Place, Viewer};
use verbund_tests::oracle::{Schema, snake};
use verbund_tests::{Backend, TestDb, backend, query};

/// Documents, and the statements they take: one for each list, each kind of object that one leads to, and each count.
const DOCUMENTS: &[(&str, u32)] = &[
    ("{ municipalities(first: 50) { nodes { name slug state } } }", 1),
    ("{ municipalities(first: 50) { totalCount } }", 1),
    (
        "{ municipalities(first: 50) { totalCount nodes { name } edges { cursor node { slug } } } }",
        2,
    ),
    (
        "{ municipalities(first: 50) { nodes { parent { name } a: parent { slug } } } }",
        3,
    ),
    (
        "{ meetings(first: 50) { nodes { title host { name } organizers(first: 10) { totalCount nodes {
            party { ... on Municipality { name } ... on Network { name } ... on Organization { name } } } } } } }",
        7,
    ),
    (
        "{ projects(first: 50) { nodes { topics { name broader { name } } meetings(first: 3) { nodes { title } }
            participations(first: 3) { nodes { sources { title } } } } } }",
        6,
    ),
    (
        "{ contacts(first: 50) { nodes { channels { value } owner { __typename ... on Position { person {
            displayName } } ... on Meeting { title } } municipality { name } } } }",
        8,
    ),
    (
        "{ topics(first: 50) { nodes { narrower(first: 5) { totalCount nodes { narrower(first: 5) { nodes { slug } } } } } } }",
        4,
    ),
    // The places in each of two types, and the records of each.
    (
        "{ search(text: \"f\", types: [ORGANIZATION, MEETING], first: 100) { nodes { ... on Organization { name } } } }",
        4,
    ),
    (
        "{ search(text: \"f\", types: [ORGANIZATION, MEETING]) { totalCount } }",
        2,
    ),
    (
        "{ networkStatistics(slug: \"ruhr\", from: \"1800-01-01\", until: \"2199-12-31\") { meetings activeProjects
            meetingsByHost { municipality { name } count } } }",
        9,
    ),
    (
        "{ municipality(slug: \"oelde\") { name meetings(first: 2) { nodes { title } } } viewer { grants { role } } }",
        2,
    ),
];

#[tokio::test]
async fn how_often_the_database_is_asked_depends_on_the_document_and_not_on_the_data() {
    let (small, large) = (World::new().await, World::times(10).await);

    for (document, statements) in DOCUMENTS {
        let reply = large.app.ask(document).await;
        assert_eq!(reply.codes(), [""; 0], "{document}: {}", reply.text);
        let counted = (
            small.statements(document, json!({})).await,
            large.statements(document, json!({})).await,
        );
        assert_eq!(counted, (*statements, *statements), "{document}");
    }
}

#[tokio::test]
async fn the_places_of_all_roles_are_read_at_once_and_a_repeated_field_is_read_once() {
    let world = World::new().await;
    let holding = |places: std::ops::RangeInclusive<i64>| Viewer {
        user: Some(1),
        grants: places
            .map(|key| Grant {
                place: Place::Municipality(key),
                role: Role::Viewer,
            })
            .collect(),
        ..Viewer::anonymous(world.app.clock.now(), Language::English)
    };
    let document = "{ viewer { grants { role municipality { name meetings(first: 1) { nodes { title } } }
        municipality { slug } again: municipality { name } } } }";

    let few = world.statements_of(holding(1..=1), document, json!({})).await;
    let many = world.statements_of(holding(1..=5), document, json!({})).await;

    // The municipalities, their meetings, and once more the municipalities under another key.
    assert_eq!((few, many), (3, 3));
}

#[tokio::test]
async fn what_is_not_shown_is_not_followed() {
    let world = World::new().await;
    // One row is read to know whether there is a page at all; nothing below it.
    let empty = "{ municipalities(first: 0) { nodes { parent { name } meetings(first: 5) { nodes { title } } } } }";
    assert_eq!(world.statements(empty, json!({})).await, 1);
}

/// The columns of all indexes of a table that hold for all of its rows.
async fn indexes(url: &str) -> BTreeMap<String, BTreeSet<Vec<String>>> {
    let sql = match backend() {
        Backend::Sqlite => {
            "select m.name || '|' || l.name || '|' || printf('%03d', i.seqno) || '|' || i.name as text
             from sqlite_master m join pragma_index_list(m.name) l join pragma_index_info(l.name) i
             where m.type = 'table' and l.partial = 0 order by 1"
        }
        Backend::Postgresql => {
            "select (t.relname || '|' || i.relname || '|' || lpad(k.place::text, 3, '0') || '|' || a.attname)::text
                collate \"C\" as text
             from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
             cross join lateral unnest(x.indkey::smallint[]) with ordinality k (attribute, place)
             join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attribute
             where x.indpred is null and t.relnamespace = 'public'::regnamespace order by 1"
        }
    };
    let mut columns: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for line in query(url, sql).await {
        let parts: Vec<&str> = line.split('|').collect();
        columns
            .entry((parts[0].into(), parts[1].into()))
            .or_default()
            .push(parts[3].into());
    }
    let mut tables: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for ((table, _), columns) in columns {
        tables.entry(table).or_default().insert(columns);
    }
    tables
}

#[tokio::test]
async fn every_order_and_every_filter_of_every_list_has_an_index() {
    let schema = Schema::parse(&graphql::build().sdl());
    let database = TestDb::new().await;
    let indexes = indexes(&database.url).await;
    let mut needed: BTreeSet<(String, Vec<String>)> = BTreeSet::new();
    let mut need = |table: &str, columns: &[&str]| {
        let mut columns: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
        columns.dedup();
        if columns != ["id"] {
            needed.insert((table.to_owned(), columns));
        }
    };
    // A filter takes any index that begins with what it compares.
    for shape in Catalog::all() {
        for column in shape.filter_columns() {
            need(&shape.table_name(), &[&column]);
        }
    }

    for shape in Catalog::all() {
        need(&shape.table_name(), &["updated_at"]);
        for (table, key, orders) in shape.connections() {
            orders.iter().for_each(|order| need(&table, &[&key, order, "id"]));
        }
    }
    let roots = schema
        .fields("Query")
        .iter()
        .filter(|field| field.is_list())
        .filter_map(|field| field.of.strip_suffix("Connection"));
    for table in roots.map(snake) {
        let shape = Catalog::all()
            .find(|shape| shape.table_name() == table)
            .expect("the shape of a list");
        shape
            .order_columns()
            .iter()
            .for_each(|order| need(&table, &[order, "id"]));
    }

    let has = |(table, columns): &&(String, Vec<String>)| {
        indexes
            .get(table)
            .is_some_and(|all| all.iter().any(|index| index.starts_with(columns)))
    };
    let missing: Vec<_> = needed.iter().filter(|needed| !has(needed)).collect();
    assert!(needed.len() > 20, "{needed:?}");
    assert!(missing.is_empty(), "no index for {missing:#?}");
}
