//! The published schema.

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use verbund_tests::TestApp;

#[actix_web::test]
async fn the_schema_in_the_repository_is_the_one_that_the_server_publishes() {
    let app = TestApp::new().await;
    let served = app
        .send(actix_web::test::TestRequest::get().uri("/schema.graphql"))
        .await
        .text;
    let kept = include_str!("../../schema.graphql");
    assert!(served == kept, "schema.graphql is out of date: ./dev schema");
}

#[test]
fn every_type_says_what_it_is() {
    let schema = parse_schema(include_str!("../../schema.graphql")).expect("the schema can be read");
    let silent: Vec<_> = schema
        .definitions
        .iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(ty) if ty.node.description.is_none() => Some(ty.node.name.node.to_string()),
            _ => None,
        })
        .filter(|name| !["Query", "Mutation", "ID", "String", "Int", "Float", "Boolean"].contains(&name.as_str()))
        .collect();
    assert!(silent.is_empty(), "without a description: {silent:?}");
}

#[test]
fn the_node_interface_carries_nothing_but_the_id() {
    let schema = parse_schema(include_str!("../../schema.graphql")).expect("the schema can be read");
    let mut interfaces = schema.definitions.iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(ty) => match &ty.node.kind {
            TypeKind::Interface(interface) => Some((ty.node.name.node.as_str(), &interface.fields)),
            _ => None,
        },
        _ => None,
    });
    let (name, fields) = interfaces.next().expect("there is Node");
    let fields: Vec<_> = fields.iter().map(|field| field.node.name.node.as_str()).collect();
    assert_eq!((name, fields, interfaces.next().is_none()), ("Node", vec!["id"], true));
}
