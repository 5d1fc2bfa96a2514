//! The published schema.

use async_graphql::Positioned;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    InputValueDefinition, InterfaceType, ObjectType, TypeDefinition, TypeKind, TypeSystemDefinition,
};
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

/// The scalars of the specification, which the library describes or leaves alone.
const BUILT_IN: [&str; 5] = ["ID", "String", "Int", "Float", "Boolean"];

#[test]
fn every_element_says_what_it_means() {
    let schema = parse_schema(include_str!("../../schema.graphql")).expect("the schema can be read");
    let types = schema.definitions.iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(ty) => Some(&ty.node),
        _ => None,
    });
    let silent: Vec<_> = types
        .filter(|ty| !ty.name.node.starts_with("__") && !BUILT_IN.contains(&ty.name.node.as_str()))
        .flat_map(described)
        .filter(|(_, description)| description.as_ref().is_none_or(|text| text.node.trim().is_empty()))
        .map(|(element, _)| element)
        .collect();
    assert!(silent.is_empty(), "{} without a description: {silent:#?}", silent.len());
}

/// A type and all that it consists of, by name as in `Query.node(id:)`.
fn described(ty: &TypeDefinition) -> Vec<(String, &Option<Positioned<String>>)> {
    let name = &ty.name.node;
    let mut elements = vec![(name.to_string(), &ty.description)];
    match &ty.kind {
        TypeKind::Object(ObjectType { fields, .. }) | TypeKind::Interface(InterfaceType { fields, .. }) => {
            for field in fields.iter().map(|field| &field.node) {
                let field_name = format!("{name}.{}", field.name.node);
                let argument = |argument: &InputValueDefinition| format!("{field_name}({}:)", argument.name.node);
                elements.extend(field.arguments.iter().map(|a| (argument(&a.node), &a.node.description)));
                elements.push((field_name, &field.description));
            }
        }
        TypeKind::InputObject(input) => {
            let fields = input.fields.iter().map(|field| &field.node);
            elements.extend(fields.map(|field| (format!("{name}.{}", field.name.node), &field.description)));
        }
        TypeKind::Enum(choice) => {
            let values = choice.values.iter().map(|value| &value.node);
            elements.extend(values.map(|value| (format!("{name}.{}", value.value.node), &value.description)));
        }
        TypeKind::Scalar | TypeKind::Union(_) => {}
    }
    elements
}

/// What the library and the register make of other types, and the states, whose names are German.
const NO_TERM_OF_ITS_OWN: [&str; 8] = [
    "Connection",
    "Edge",
    "Filter",
    "Order",
    "OrderField",
    "PageInfo",
    "Permissions",
    "FederalState",
];

#[test]
fn what_the_domain_has_is_called_by_its_german_name_too() {
    let schema = parse_schema(include_str!("../../schema.graphql")).expect("the schema can be read");
    let types = schema.definitions.iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(ty) => Some(&ty.node),
        _ => None,
    });
    let foreign: Vec<_> = types
        .filter(|ty| {
            let name = ty.name.node.as_str();
            let of_the_domain = matches!(ty.kind, TypeKind::Object(_) | TypeKind::Enum(_) | TypeKind::Union(_));
            of_the_domain
                && !["Query", "Mutation"].contains(&name)
                && !NO_TERM_OF_ITS_OWN.iter().any(|end| name.ends_with(end))
        })
        .flat_map(|ty| {
            let fields = if let TypeKind::Enum(_) = ty.kind { usize::MAX } else { 1 };
            described(ty).into_iter().take(fields)
        })
        .filter(|(_, text)| text.as_ref().is_none_or(|text| !text.node.contains(['(', '„'])))
        .map(|(element, _)| element)
        .collect();
    assert!(foreign.is_empty(), "without a German term: {foreign:#?}");
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
