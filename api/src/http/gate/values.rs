//! How much the arguments of a document come to where they are used. The library copies a variable's whole value for
//! each reference to it, in validation and again in execution; a few bytes of document then take gigabytes.

use crate::http::{limits::Limits, refusal::Refusal};
use async_graphql::{
    Name, Positioned, Value, Variables,
    parser::types::{Directive, ExecutableDocument, Selection, SelectionSet},
};
use std::collections::HashMap;

/// Bytes that a value takes beside its text.
const EACH: u64 = 16;

/// Refuses a document whose values, with fragments expanded, take more memory than allowed.
pub fn check(document: &ExecutableDocument, variables: &Variables, limits: &Limits) -> Result<(), Refusal> {
    let mut sizes: HashMap<&Name, u64> = variables.iter().map(|(name, value)| (name, size(value))).collect();
    for (_, operation) in document.operations.iter() {
        for definition in &operation.node.variable_definitions {
            if let Some(default) = &definition.node.default_value {
                let size = size(&default.node);
                let known = sizes.entry(&definition.node.name.node).or_default();
                *known = size.max(*known);
            }
        }
    }
    let mut walk = Walk {
        document,
        sizes,
        fragments: HashMap::new(),
    };
    let mut found = 0u64;
    for (_, operation) in document.operations.iter() {
        found = found.saturating_add(walk.directives(&operation.node.directives));
        found = found.saturating_add(walk.set(&operation.node.selection_set.node));
    }
    // What no operation spreads is validated too.
    for name in document.fragments.keys() {
        found = found.saturating_add(walk.fragment(name));
    }
    if found > limits.value_bytes {
        return Err(Refusal::limit("valueBytes", limits.value_bytes, found));
    }
    Ok(())
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    sizes: HashMap<&'a Name, u64>,
    fragments: HashMap<&'a str, u64>,
}

impl<'a> Walk<'a> {
    fn set(&mut self, set: &'a SelectionSet) -> u64 {
        let mut sum = 0u64;
        for selection in &set.items {
            let own = self.directives(selection.node.directives());
            let below = match &selection.node {
                Selection::Field(field) => {
                    let arguments = field.node.arguments.iter().map(|(_, value)| self.value(&value.node));
                    let arguments = arguments.fold(0, u64::saturating_add);
                    self.set(&field.node.selection_set.node).saturating_add(arguments)
                }
                Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node),
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node),
            };
            sum = sum.saturating_add(own).saturating_add(below);
        }
        sum
    }

    /// The document's fragments are free of circles: `measure` has seen to that.
    fn fragment(&mut self, name: &Name) -> u64 {
        let Some((name, fragment)) = self.document.fragments.get_key_value(name) else {
            return 0;
        };
        if let Some(known) = self.fragments.get(name.as_str()) {
            return *known;
        }
        let own = self.directives(&fragment.node.directives);
        let size = self.set(&fragment.node.selection_set.node).saturating_add(own);
        self.fragments.insert(name, size);
        size
    }

    fn directives(&self, directives: &[Positioned<Directive>]) -> u64 {
        let arguments = directives.iter().flat_map(|directive| &directive.node.arguments);
        arguments
            .map(|(_, value)| self.value(&value.node))
            .fold(0, u64::saturating_add)
    }

    fn value(&self, value: &async_graphql_value::Value) -> u64 {
        use async_graphql_value::Value;
        let own = match value {
            Value::Variable(name) => self.sizes.get(name).copied().unwrap_or_default(),
            Value::String(text) => text.len() as u64,
            Value::List(items) => items.iter().map(|item| self.value(item)).fold(0, u64::saturating_add),
            Value::Object(members) => members.values().map(|one| self.value(one)).fold(0, u64::saturating_add),
            _ => 0,
        };
        own.saturating_add(EACH)
    }
}

/// Bytes that a value takes in memory, about.
fn size(value: &Value) -> u64 {
    let own = match value {
        Value::String(text) => text.len() as u64,
        Value::List(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.iter().map(|(name, one)| name.len() as u64 + size(one)).sum(),
        _ => 0,
    };
    own + EACH
}
