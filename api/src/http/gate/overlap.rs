//! Fields that share a response key are one field with the same arguments (GraphQL specification, October 2021, 5.3.2).
//! The library compares within one selection set only; whoever executes takes the first field's arguments for all of them,
//! and the others would be lost without a word.

use super::catalogue::Catalogue;
use crate::http::refusal::Refusal;
use async_graphql::{
    Positioned,
    parser::types::{ExecutableDocument, Field, Selection, SelectionSet},
};
use std::collections::{HashMap, HashSet};

/// Refuses a document in which a response key is ambiguous. Its size after expansion is limited already.
pub fn check(document: &ExecutableDocument, catalogue: &Catalogue) -> Result<(), Refusal> {
    let walk = Walk { document, catalogue };
    for (_, operation) in document.operations.iter() {
        let root = catalogue.root(operation.node.ty);
        walk.merged(&[(root, &operation.node.selection_set.node)])?;
    }
    Ok(())
}

/// A field, and the type it is selected on.
type Selected<'a> = (&'a str, &'a Positioned<Field>);

struct Walk<'a> {
    document: &'a ExecutableDocument,
    catalogue: &'a Catalogue,
}

#[derive(Default)]
struct Keys<'a> {
    fields: HashMap<&'a str, Vec<Selected<'a>>>,
    /// A fragment adds the same fields however often it is spread.
    spread: HashSet<&'a str>,
}

impl<'a> Walk<'a> {
    /// Looks at selection sets that make up one object of the answer, and at all below them.
    fn merged(&self, sets: &[(&'a str, &'a SelectionSet)]) -> Result<(), Refusal> {
        let mut keys = Keys::default();
        for (on, set) in sets {
            self.collect(on, set, &mut keys);
        }
        for fields in keys.fields.values() {
            for together in self.apply_together(fields) {
                self.one_field(&together)?;
            }
        }
        Ok(())
    }

    fn collect(&self, on: &'a str, set: &'a SelectionSet, keys: &mut Keys<'a>) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    let key = field.node.response_key().node.as_str();
                    keys.fields.entry(key).or_default().push((on, field));
                }
                Selection::InlineFragment(inline) => {
                    let condition = inline.node.type_condition.as_ref();
                    let on = condition.map_or(on, |condition| condition.node.on.node.as_str());
                    self.collect(on, &inline.node.selection_set.node, keys);
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    if keys.spread.insert(name.as_str())
                        && let Some(fragment) = self.document.fragments.get(name)
                    {
                        let on = fragment.node.type_condition.node.on.node.as_str();
                        self.collect(on, &fragment.node.selection_set.node, keys);
                    }
                }
            }
        }
    }

    /// An object is of one type: what is selected on two of them never meets.
    fn apply_together(&self, fields: &[Selected<'a>]) -> Vec<Vec<Selected<'a>>> {
        let is_object = |on: &str| !self.catalogue.is_abstract(on);
        let mut objects: Vec<&str> = fields.iter().map(|(on, _)| *on).filter(|on| is_object(on)).collect();
        objects.sort_unstable();
        objects.dedup();
        if objects.len() < 2 {
            return vec![fields.to_vec()];
        }
        let of = |object: &str| -> Vec<Selected<'a>> {
            let meets = |(on, _): &&Selected<'a>| *on == object || !is_object(on);
            fields.iter().filter(meets).copied().collect()
        };
        objects.into_iter().map(of).collect()
    }

    fn one_field(&self, fields: &[Selected<'a>]) -> Result<(), Refusal> {
        let Some(((on, first), others)) = fields.split_first() else {
            return Ok(());
        };
        if let Some((_, other)) = others.iter().find(|(_, other)| !same(&first.node, &other.node)) {
            let key = first.node.response_key();
            return Err(Refusal::document(
                format!(
                    "\"{}\" stands for different fields, or for one field with different arguments: give one an alias.",
                    key.node
                ),
                vec![first.pos, other.pos],
            ));
        }
        let to = self
            .catalogue
            .field(on, &first.node.name.node)
            .map_or("", |entry| &entry.to);
        let below: Vec<(&str, &SelectionSet)> = fields
            .iter()
            .map(|(_, field)| (to, &field.node.selection_set.node))
            .filter(|(_, set)| !set.items.is_empty())
            .collect();
        if below.is_empty() { Ok(()) } else { self.merged(&below) }
    }
}

fn same(one: &Field, other: &Field) -> bool {
    let given = |name: &str| other.arguments.iter().find(|(known, _)| known.node == name);
    one.name.node == other.name.node
        && one.arguments.len() == other.arguments.len()
        && one
            .arguments
            .iter()
            .all(|(name, value)| given(&name.node).is_some_and(|(_, known)| known.node == value.node))
}
