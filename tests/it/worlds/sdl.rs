//! The schema as a client reads it: what documents are made from.

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, Type, TypeKind, TypeSystemDefinition,
};
use std::collections::BTreeMap;

/// All types by name.
pub struct Sdl(BTreeMap<String, TypeKind>);

/// Object types that have ids.
pub const RECORDS: [&str; 25] = [
    "Network",
    "NetworkMembership",
    "Municipality",
    "Topic",
    "Organization",
    "DirectoryConsent",
    "Person",
    "Position",
    "ContactPoint",
    "Project",
    "ProjectParticipation",
    "MeetingSeries",
    "Meeting",
    "MeetingOrganizer",
    "Session",
    "SessionResult",
    "SessionRole",
    "SessionSpeaker",
    "Place",
    "Document",
    "AttendanceLine",
    "SourceReference",
    "MunicipalUser",
    "RoleGrant",
    "ChangeProposal",
];

impl Sdl {
    pub fn read() -> Sdl {
        let document = parse_schema(include_str!("../../../schema.graphql")).expect("the schema is well written");
        let types = document
            .definitions
            .into_iter()
            .filter_map(|definition| match definition {
                TypeSystemDefinition::Type(ty) => Some((ty.node.name.node.to_string(), ty.node.kind)),
                _ => None,
            });
        Sdl(types.collect())
    }

    /// The fields of an object type; none for anything else.
    pub fn fields(&self, ty: &str) -> Vec<&FieldDefinition> {
        match self.0.get(ty) {
            Some(TypeKind::Object(object)) => object.fields.iter().map(|field| &field.node).collect(),
            _ => Vec::new(),
        }
    }

    pub fn members(&self, ty: &str) -> Vec<String> {
        match self.0.get(ty) {
            Some(TypeKind::Union(union)) => union.members.iter().map(|name| name.node.to_string()).collect(),
            _ => Vec::new(),
        }
    }

    pub fn inputs(&self, ty: &str) -> Vec<&InputValueDefinition> {
        match self.0.get(ty) {
            Some(TypeKind::InputObject(input)) => input.fields.iter().map(|field| &field.node).collect(),
            _ => Vec::new(),
        }
    }

    pub fn values(&self, ty: &str) -> Vec<String> {
        match self.0.get(ty) {
            Some(TypeKind::Enum(values)) => values
                .values
                .iter()
                .map(|value| value.node.value.node.to_string())
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Whether values of this type are written as they are, without a selection.
    pub fn is_leaf(&self, ty: &str) -> bool {
        self.fields(ty).is_empty() && self.members(ty).is_empty()
    }
}

/// The name of a type without its brackets and exclamation marks.
pub fn named(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name,
        BaseType::List(item) => named(item),
    }
}

/// The argument of a field, if it has one of this name.
pub fn argument<'a>(field: &'a FieldDefinition, name: &str) -> Option<&'a str> {
    let argument = field
        .arguments
        .iter()
        .find(|argument| argument.node.name.node == name)?;
    Some(named(&argument.node.ty.node))
}
