//! A document that asks for all that there is of a type.

use super::Oracle;
use super::generate::Document;
use super::schema::{Field, Schema, snake};
use super::values::global_id;
use serde_json::json;

/// All fields of some records of a type; of what they lead to, what it is.
pub fn everything(oracle: &Oracle, ty: &str) -> Document {
    let ids: Vec<String> = oracle
        .rows
        .of(&snake(ty))
        .iter()
        .take(12)
        .map(|row| global_id(ty, row))
        .collect();
    let topic = oracle
        .rows
        .of("topic")
        .first()
        .map(|row| global_id("Topic", row))
        .expect("a topic");
    let fields: Vec<String> = oracle
        .schema
        .fields(ty)
        .iter()
        .map(|field| all_of(&oracle.schema, field))
        .collect();
    let topic_variable = if ty == "Municipality" { ", $topic: ID!" } else { "" };
    let mut variables = json!({ "ids": ids });
    if ty == "Municipality" {
        variables["topic"] = topic.into();
    }
    Document {
        text: format!(
            "query($ids: [ID!]!{topic_variable}) {{ nodes(ids: $ids) {{ id ... on {ty} {{ {} }} }} }}",
            fields.join(" ")
        ),
        variables,
    }
}

fn all_of(schema: &Schema, field: &Field) -> String {
    let name = &field.name;
    if !schema.is_composite(&field.of) {
        return name.clone();
    }
    if field.of.ends_with("Connection") {
        let page = "{ hasNextPage hasPreviousPage startCursor endCursor }";
        return format!(
            "{name}(first: 2) {{ __typename totalCount nodes {{ id }} edges {{ cursor node {{ id }} }} pageInfo {page} }}"
        );
    }
    if name == "contactFor" {
        return format!("{name}(topic: $topic) {{ id }}");
    }
    if !schema.implements(&field.of).is_empty() {
        return format!("{name} {{ __typename id }}");
    }
    if schema.is_abstract(&field.of) {
        return format!("{name} {{ __typename ... on Node {{ id }} }}");
    }
    let parts = schema.fields(&field.of).iter().map(|part| all_of(schema, part));
    let parts: Vec<String> = parts.collect();
    format!("{name} {{ __typename {} }}", parts.join(" "))
}
