//! What the cost of a document is computed from: which fields are lists, and which of them have pages. Taken from the
//! schema's text once at start.

use async_graphql::parser::{
    self, parse_schema,
    types::{BaseType, FieldDefinition, OperationType, Type, TypeKind, TypeSystemDefinition},
};
use std::collections::{HashMap, HashSet};

/// The object and interface types of a schema.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    types: HashMap<String, HashMap<String, Entry>>,
    /// Interfaces and unions.
    abstracts: HashSet<String>,
    query: String,
    mutation: String,
    subscription: String,
}

/// One field of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The type without `[]` and `!`.
    pub to: String,
    /// An object, an interface or a union; otherwise a leaf.
    pub composite: bool,
    pub list: List,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// One value.
    No,
    /// Takes `first` or `last`, whether a list itself or a connection.
    Paged,
    /// Takes `ids`: as many as are named.
    Named,
    /// As many as there are.
    Plain,
}

impl Catalogue {
    /// Fails if `sdl` is not a schema.
    pub fn of(sdl: &str) -> Result<Catalogue, parser::Error> {
        let mut catalogue = Catalogue {
            types: HashMap::new(),
            abstracts: HashSet::new(),
            query: "Query".into(),
            mutation: "Mutation".into(),
            subscription: "Subscription".into(),
        };
        let definitions = parse_schema(sdl)?.definitions;
        let mut leaves = Vec::new();
        for definition in &definitions {
            match definition {
                TypeSystemDefinition::Schema(schema) => {
                    let roots = [
                        (&schema.node.query, &mut catalogue.query),
                        (&schema.node.mutation, &mut catalogue.mutation),
                        (&schema.node.subscription, &mut catalogue.subscription),
                    ];
                    for (given, name) in roots {
                        if let Some(given) = given {
                            *name = given.node.to_string();
                        }
                    }
                }
                TypeSystemDefinition::Type(ty) => {
                    if matches!(ty.node.kind, TypeKind::Interface(_) | TypeKind::Union(_)) {
                        catalogue.abstracts.insert(ty.node.name.node.to_string());
                    }
                    let fields = match &ty.node.kind {
                        TypeKind::Object(object) => &object.fields,
                        TypeKind::Interface(interface) => &interface.fields,
                        TypeKind::Union(_) => continue,
                        TypeKind::Scalar | TypeKind::Enum(_) | TypeKind::InputObject(_) => {
                            leaves.push(ty.node.name.node.to_string());
                            continue;
                        }
                    };
                    let entries = fields.iter().map(|f| (f.node.name.node.to_string(), entry(&f.node)));
                    catalogue
                        .types
                        .entry(ty.node.name.node.to_string())
                        .or_default()
                        .extend(entries);
                }
                TypeSystemDefinition::Directive(_) => {}
            }
        }
        leaves.extend(["Int", "Float", "String", "Boolean", "ID"].map(str::to_owned));
        for entry in catalogue.types.values_mut().flat_map(HashMap::values_mut) {
            entry.composite = !leaves.contains(&entry.to);
        }
        Ok(catalogue)
    }

    pub fn field(&self, of: &str, name: &str) -> Option<&Entry> {
        self.types.get(of)?.get(name)
    }

    /// Whether it is an interface or a union.
    pub fn is_abstract(&self, name: &str) -> bool {
        self.abstracts.contains(name)
    }

    /// The type at the root of an operation.
    pub fn root(&self, operation: OperationType) -> &str {
        match operation {
            OperationType::Query => &self.query,
            OperationType::Mutation => &self.mutation,
            OperationType::Subscription => &self.subscription,
        }
    }
}

fn entry(field: &FieldDefinition) -> Entry {
    let (to, is_list) = named(&field.ty.node);
    let takes = |name: &str| field.arguments.iter().any(|a| a.node.name.node == name);
    let list = if takes("first") || takes("last") {
        List::Paged
    } else if is_list && takes("ids") {
        List::Named
    } else if is_list {
        List::Plain
    } else {
        List::No
    };
    Entry {
        to,
        composite: true,
        list,
    }
}

fn named(ty: &Type) -> (String, bool) {
    match &ty.base {
        BaseType::Named(name) => (name.to_string(), false),
        BaseType::List(inner) => (named(inner).0, true),
    }
}
