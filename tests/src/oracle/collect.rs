//! CollectFields of the specification (October 2021, 6.3.2).

use super::arguments::Variables;
use super::schema::Schema;
use async_graphql::parser::types::{ExecutableDocument, Field, Selection, SelectionSet};
use std::collections::HashSet;

/// The fields of one response key.
pub struct Group<'a> {
    pub key: &'a str,
    pub fields: Vec<&'a Field>,
}

impl<'a> Group<'a> {
    pub fn first(&self) -> &'a Field {
        self.fields[0]
    }

    /// MergeSelectionSets: what is selected below all fields of the key.
    pub fn below(&self) -> Vec<&'a SelectionSet> {
        self.fields.iter().map(|field| &field.selection_set.node).collect()
    }
}

pub struct Collector<'a> {
    pub document: &'a ExecutableDocument,
    pub schema: &'a Schema,
    pub variables: &'a Variables,
}

impl<'a> Collector<'a> {
    /// The fields that are selected of an object of this type, in the order of their first appearance.
    pub fn collect(&self, object: &str, sets: &[&'a SelectionSet]) -> Vec<Group<'a>> {
        let (mut groups, mut visited) = (Vec::new(), HashSet::new());
        for set in sets {
            self.walk(object, set, &mut groups, &mut visited);
        }
        groups
    }

    fn walk(&self, object: &str, set: &'a SelectionSet, groups: &mut Vec<Group<'a>>, visited: &mut HashSet<&'a str>) {
        for selection in &set.items {
            if !self.variables.included(selection.node.directives()) {
                continue;
            }
            match &selection.node {
                Selection::Field(field) => {
                    let key = field.node.response_key().node.as_str();
                    match groups.iter_mut().find(|group| group.key == key) {
                        Some(group) => group.fields.push(&field.node),
                        None => groups.push(Group {
                            key,
                            fields: vec![&field.node],
                        }),
                    }
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    let fragment = &self.document.fragments[name].node;
                    if visited.insert(name) && self.applies(object, &fragment.type_condition.node.on.node) {
                        self.walk(object, &fragment.selection_set.node, groups, visited);
                    }
                }
                Selection::InlineFragment(inline) => {
                    let condition = inline.node.type_condition.as_ref();
                    if condition.is_none_or(|on| self.applies(object, &on.node.on.node)) {
                        self.walk(object, &inline.node.selection_set.node, groups, visited);
                    }
                }
            }
        }
    }

    /// DoesFragmentTypeApply.
    fn applies(&self, object: &str, condition: &str) -> bool {
        self.schema
            .possible(condition)
            .iter()
            .any(|possible| possible == object)
    }
}
