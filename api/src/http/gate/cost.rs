//! How many objects an operation can make the server read: each list multiplied by its page size, aliases added up,
//! interfaces and fragments counted like anything else. Every fragment is computed once.

use super::catalogue::{Catalogue, Entry, List};
use crate::http::{limits::Limits, refusal::Refusal};
use async_graphql::{
    Name, Positioned, Value, Variables,
    parser::types::{ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet, VariableDefinition},
};
use std::collections::HashMap;

/// Objects of a selection set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Objects {
    once: u64,
    /// Within a connection: for each of its rows.
    per_row: u64,
}

impl Objects {
    fn beside(self, other: Objects) -> Objects {
        Objects {
            once: self.once.saturating_add(other.once),
            per_row: self.per_row.saturating_add(other.per_row),
        }
    }
}

/// The cost of `operation`, in objects. Refuses a page larger than allowed. The document's fragments are free of
/// circles: `measure` has seen to that.
pub fn cost(
    document: &ExecutableDocument,
    operation: &OperationDefinition,
    variables: &Variables,
    catalogue: &Catalogue,
    limits: &Limits,
) -> Result<u64, Refusal> {
    let definitions = &operation.variable_definitions;
    let mut walk = Walk {
        document,
        definitions,
        variables,
        catalogue,
        limits,
        fragments: HashMap::new(),
    };
    let objects = walk.set(&operation.selection_set.node, catalogue.root(operation.ty))?;
    Ok(objects.once.saturating_add(objects.per_row))
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    definitions: &'a [Positioned<VariableDefinition>],
    variables: &'a Variables,
    catalogue: &'a Catalogue,
    limits: &'a Limits,
    fragments: HashMap<&'a str, Objects>,
}

impl<'a> Walk<'a> {
    fn set(&mut self, set: &'a SelectionSet, on: &'a str) -> Result<Objects, Refusal> {
        let mut sum = Objects::default();
        for selection in &set.items {
            sum = sum.beside(match &selection.node {
                Selection::Field(field) => match self.catalogue.field(on, &field.node.name.node) {
                    Some(entry) if entry.composite => self.field(&field.node, entry, on)?,
                    // A count is a statement of its own.
                    Some(_) if field.node.name.node == "totalCount" => Objects { once: 1, per_row: 0 },
                    _ => Objects::default(), // a leaf, introspection, or unknown: the library refuses that by name
                },
                Selection::InlineFragment(inline) => {
                    let on = inline
                        .node
                        .type_condition
                        .as_ref()
                        .map_or(on, |c| c.node.on.node.as_str());
                    self.set(&inline.node.selection_set.node, on)?
                }
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node)?,
            });
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &'a Name) -> Result<Objects, Refusal> {
        if let Some(known) = self.fragments.get(name.as_str()) {
            return Ok(*known);
        }
        let objects = match self.document.fragments.get(name) {
            Some(f) => self.set(&f.node.selection_set.node, f.node.type_condition.node.on.node.as_str())?,
            None => Objects::default(),
        };
        self.fragments.insert(name.as_str(), objects);
        Ok(objects)
    }

    fn field(&mut self, field: &'a Field, entry: &'a Entry, on: &str) -> Result<Objects, Refusal> {
        let below = self.set(&field.selection_set.node, &entry.to)?;
        // An edge is not a row beside its node.
        let itself = u64::from(!entry.to.ends_with("Edge"));
        let each = below.once.saturating_add(below.per_row).saturating_add(itself);
        let rows = match entry.list {
            List::No => 1,
            List::Plain if on.ends_with("Connection") => return Ok(Objects { once: 0, per_row: each }),
            List::Plain => self.limits.plain_list,
            List::Named => self.named(field),
            List::Paged => {
                let page = self.page(field)?;
                if entry.to.ends_with("Connection") {
                    let rows = below.per_row.saturating_mul(page);
                    return Ok(Objects {
                        once: rows.saturating_add(below.once).saturating_add(1),
                        per_row: 0,
                    });
                }
                page
            }
        };
        Ok(Objects {
            once: each.saturating_mul(rows),
            per_row: 0,
        })
    }

    /// The largest of `first` and `last`.
    fn page(&self, field: &Field) -> Result<u64, Refusal> {
        let mut size = None;
        for name in ["first", "last"] {
            let asked = match self.argument(field, name) {
                None | Some(Ok(Value::Null)) => continue,
                Some(Ok(Value::Number(n))) => n.as_u64().unwrap_or(0), // less than nothing is refused further on
                Some(_) => self.limits.page_max,
            };
            if asked > self.limits.page_max {
                let mut refusal = Refusal::limit("page", self.limits.page_max, asked);
                refusal.at.extend(field.get_argument(name).map(|a| a.pos));
                return Err(refusal);
            }
            size = size.max(Some(asked));
        }
        // An empty page is found by reading one row.
        Ok(size.unwrap_or(self.limits.page_default).max(1))
    }

    /// How many `ids` are named.
    fn named(&self, field: &Field) -> u64 {
        match self.argument(field, "ids") {
            Some(Ok(Value::List(ids))) => ids.len() as u64,
            Some(Ok(Value::String(_))) => 1,
            _ => self.limits.page_max,
        }
    }

    /// An argument's value; the error is a variable without one.
    fn argument(&self, field: &Field, name: &str) -> Option<Result<Value, ()>> {
        let value = field.get_argument(name)?.node.clone();
        Some(value.into_const_with(|name| match self.variable(&name) {
            None | Some(Value::Null) => Err(()),
            Some(value) => Ok(value.clone()),
        }))
    }

    /// A variable's value, or its default.
    fn variable(&self, name: &Name) -> Option<&Value> {
        self.variables.get(name).or_else(|| {
            let definition = self.definitions.iter().find(|d| d.node.name.node == *name)?;
            definition.node.default_value.as_ref().map(|d| &d.node)
        })
    }
}
