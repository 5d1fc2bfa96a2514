//! How large a document is once its fragments are expanded, without expanding them: every fragment is measured once,
//! and the numbers saturate. The library itself walks every spread again and again, before any limit of its own.

use crate::http::{limits::Limits, refusal::Refusal};
use async_graphql::{
    Name, Positioned,
    parser::types::{ExecutableDocument, FragmentDefinition, Selection, SelectionSet},
};
use std::collections::HashMap;

/// The size of a selection set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub fields: u64,
    pub depth: u64,
    pub aliases: u64,
    /// Lists of a type's parts within one another: only looked at below `__schema` and `__type`.
    pub lists: u64,
    /// What the answer comes to if every list of the schema's parts is as long as ours are: looked at there only too.
    pub parts: u64,
}

impl Size {
    fn beside(self, other: Size) -> Size {
        Size {
            fields: self.fields.saturating_add(other.fields),
            depth: self.depth.max(other.depth),
            aliases: self.aliases.saturating_add(other.aliases),
            lists: self.lists.max(other.lists),
            parts: self.parts.saturating_add(other.parts),
        }
    }
}

/// The size of a document, all its operations together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// What is asked of the data.
    pub data: Size,
    /// What is asked of the schema.
    pub introspection: Size,
    pub directives: usize,
    /// Selections looked at: the work that measuring took. Never more than the document has.
    pub visited: usize,
}

impl Measure {
    pub fn check(&self, limits: &Limits) -> Result<(), Refusal> {
        let (data, schema) = (self.data, self.introspection);
        let within = |name, allowed: u64, found: u64| {
            if found > allowed {
                Err(Refusal::limit(name, allowed, found))
            } else {
                Ok(())
            }
        };
        within("directives", limits.directives as u64, self.directives as u64)?;
        within("fields", limits.fields, data.fields)?;
        within("depth", limits.depth, data.depth)?;
        within("aliases", limits.aliases, data.aliases.saturating_add(schema.aliases))?;
        within("introspectionFields", limits.introspection_fields, schema.fields)?;
        within("introspectionDepth", limits.introspection_depth, schema.depth)?;
        within("introspectionLists", limits.introspection_lists, schema.lists)?;
        within("introspectionParts", limits.introspection_parts, schema.parts)
    }
}

/// Measures a document, and refuses fragments that contain themselves.
pub fn measure(document: &ExecutableDocument) -> Result<Measure, Refusal> {
    let mut walk = Walk {
        document,
        fragments: HashMap::new(),
        directives: 0,
        visited: 0,
    };
    let mut total = Both::default();
    for (_, operation) in document.operations.iter() {
        let operation = &operation.node;
        walk.directives += operation.directives.len();
        walk.directives += operation
            .variable_definitions
            .iter()
            .map(|v| v.node.directives.len())
            .sum::<usize>();
        total = total.beside(walk.set(&operation.selection_set.node)?);
    }
    for (name, fragment) in &document.fragments {
        walk.fragment(name, fragment)?;
    }
    Ok(Measure {
        data: total.data,
        introspection: total.introspection,
        directives: walk.directives,
        visited: walk.visited,
    })
}

#[derive(Clone, Copy, Default)]
struct Both {
    data: Size,
    introspection: Size,
}

impl Both {
    fn beside(self, other: Both) -> Both {
        Both {
            data: self.data.beside(other.data),
            introspection: self.introspection.beside(other.introspection),
        }
    }
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    /// `None` while a fragment is being measured: meeting it then is a circle.
    fragments: HashMap<&'a str, Option<Both>>,
    directives: usize,
    visited: usize,
}

impl<'a> Walk<'a> {
    fn set(&mut self, set: &'a SelectionSet) -> Result<Both, Refusal> {
        let mut sum = Both::default();
        for selection in &set.items {
            self.visited += 1;
            self.directives += selection.node.directives().len();
            sum = sum.beside(match &selection.node {
                Selection::Field(field) => {
                    let below = self.set(&field.node.selection_set.node)?;
                    field_over(below, field.node.name.node.as_str(), field.node.alias.is_some())
                }
                Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node)?,
                Selection::FragmentSpread(spread) => {
                    match self.document.fragments.get_key_value(&spread.node.fragment_name.node) {
                        Some((name, fragment)) => self.fragment(name, fragment)?,
                        // The library would refuse it too, but only after it has expanded everything above it.
                        None => {
                            let message = format!("Unknown fragment \"{}\".", spread.node.fragment_name.node);
                            return Err(Refusal::document(message, vec![selection.pos]));
                        }
                    }
                }
            });
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &'a Name, fragment: &'a Positioned<FragmentDefinition>) -> Result<Both, Refusal> {
        match self.fragments.get(name.as_str()) {
            Some(Some(known)) => return Ok(*known),
            Some(None) => {
                return Err(Refusal::document(
                    format!("Fragment \"{name}\" contains itself."),
                    vec![fragment.pos],
                ));
            }
            None => {}
        }
        self.fragments.insert(name, None);
        self.directives += fragment.node.directives.len();
        let size = self.set(&fragment.node.selection_set.node)?;
        self.fragments.insert(name, Some(size));
        Ok(size)
    }
}

/// The size of a field over what is selected below it.
fn field_over(below: Both, name: &str, aliased: bool) -> Both {
    let list = matches!(name, "fields" | "interfaces" | "possibleTypes" | "inputFields");
    let own = Size {
        fields: below.data.fields.saturating_add(1),
        depth: below.data.depth.saturating_add(1),
        aliases: below.data.aliases.saturating_add(u64::from(aliased)),
        lists: below.data.lists.saturating_add(u64::from(list)),
        parts: below.data.parts.saturating_mul(length(name)).saturating_add(1),
    };
    if matches!(name, "__schema" | "__type") {
        Both {
            data: Size::default(),
            introspection: own.beside(below.introspection),
        }
    } else {
        Both {
            data: own,
            introspection: below.introspection,
        }
    }
}

/// How long the lists of a schema's parts are, about: of this one, and of any that it will grow into.
fn length(name: &str) -> u64 {
    match name {
        "types" => 250,
        "fields" | "inputFields" | "enumValues" | "possibleTypes" => 15,
        "args" | "interfaces" | "directives" | "locations" => 6,
        _ => 1,
    }
}
