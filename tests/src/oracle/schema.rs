//! The types of the API, read from its SDL.

use async_graphql::Positioned;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{BaseType, FieldDefinition, Type, TypeKind, TypeSystemDefinition};
use std::collections::BTreeMap;

pub struct Schema(BTreeMap<String, Kind>);

enum Kind {
    Composite {
        fields: Vec<Field>,
        implements: Vec<String>,
        /// Of an interface or a union.
        possible: Vec<String>,
    },
    Enum(Vec<String>),
    Other,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    /// The type as the SDL writes it.
    pub written: String,
    /// Without lists and exclamation marks.
    pub of: String,
    pub list: bool,
    pub arguments: Vec<String>,
}

impl Field {
    /// Whether it is a list in pages that can be ordered: all of them but a search.
    pub fn is_list(&self) -> bool {
        self.of.ends_with("Connection") && self.arguments.iter().any(|argument| argument == "orderBy")
    }
}

impl Schema {
    pub fn parse(sdl: &str) -> Schema {
        let mut types = BTreeMap::new();
        for definition in parse_schema(sdl).expect("the SDL can be parsed").definitions {
            let TypeSystemDefinition::Type(ty) = definition else {
                continue;
            };
            let kind = match ty.node.kind {
                TypeKind::Object(object) => Kind::Composite {
                    fields: fields(&object.fields),
                    implements: object.implements.iter().map(|name| name.node.to_string()).collect(),
                    possible: vec![ty.node.name.node.to_string()],
                },
                TypeKind::Interface(interface) => Kind::Composite {
                    fields: fields(&interface.fields),
                    implements: Vec::new(),
                    possible: Vec::new(),
                },
                TypeKind::Union(union) => Kind::Composite {
                    fields: Vec::new(),
                    implements: Vec::new(),
                    possible: union.members.iter().map(|name| name.node.to_string()).collect(),
                },
                TypeKind::Enum(values) => Kind::Enum(
                    values
                        .values
                        .iter()
                        .map(|value| value.node.value.node.to_string())
                        .collect(),
                ),
                _ => Kind::Other,
            };
            types.insert(ty.node.name.node.to_string(), kind);
        }
        let mut schema = Schema(types);
        schema.tell_interfaces();
        schema
    }

    fn tell_interfaces(&mut self) {
        let mut implementing: Vec<(String, String)> = Vec::new();
        for (name, kind) in &self.0 {
            if let Kind::Composite { implements, .. } = kind {
                implementing.extend(implements.iter().map(|interface| (interface.clone(), name.clone())));
            }
        }
        for (interface, name) in implementing {
            if let Some(Kind::Composite { possible, .. }) = self.0.get_mut(&interface) {
                possible.push(name);
            }
        }
    }

    /// The object types that a value of this type can have; empty for a leaf.
    pub fn possible(&self, ty: &str) -> &[String] {
        match self.0.get(ty) {
            Some(Kind::Composite { possible, .. }) => possible,
            _ => &[],
        }
    }

    pub fn is_composite(&self, ty: &str) -> bool {
        matches!(self.0.get(ty), Some(Kind::Composite { .. }))
    }

    /// An interface or a union.
    pub fn is_abstract(&self, ty: &str) -> bool {
        self.is_composite(ty) && self.possible(ty).first().is_none_or(|first| first != ty)
    }

    pub fn fields(&self, ty: &str) -> &[Field] {
        match self.0.get(ty) {
            Some(Kind::Composite { fields, .. }) => fields,
            _ => &[],
        }
    }

    pub fn implements(&self, ty: &str) -> &[String] {
        match self.0.get(ty) {
            Some(Kind::Composite { implements, .. }) => implements,
            _ => &[],
        }
    }

    pub fn field(&self, ty: &str, name: &str) -> &Field {
        let field = self.fields(ty).iter().find(|field| field.name == name);
        field.unwrap_or_else(|| panic!("{ty} has no field {name}"))
    }

    /// The values of an enum.
    pub fn values(&self, ty: &str) -> &[String] {
        match self.0.get(ty) {
            Some(Kind::Enum(values)) => values,
            _ => &[],
        }
    }

    /// Types that are shown and have a table: those with an id.
    pub fn records(&self) -> impl Iterator<Item = &str> {
        self.0
            .keys()
            .map(String::as_str)
            .filter(|name| !self.implements(name).is_empty())
    }
}

fn fields(definitions: &[Positioned<FieldDefinition>]) -> Vec<Field> {
    let field = |definition: &Positioned<FieldDefinition>| Field {
        name: definition.node.name.node.to_string(),
        written: definition.node.ty.node.to_string(),
        of: innermost(&definition.node.ty.node),
        list: matches!(definition.node.ty.node.base, BaseType::List(_)),
        arguments: definition
            .node
            .arguments
            .iter()
            .map(|argument| argument.node.name.node.to_string())
            .collect(),
    };
    definitions.iter().map(field).collect()
}

fn innermost(ty: &Type) -> String {
    match &ty.base {
        BaseType::Named(name) => name.to_string(),
        BaseType::List(of) => innermost(of),
    }
}

/// `meetingTopic` and `MeetingTopic` as a column or a table is called.
pub fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (i, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && i > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
