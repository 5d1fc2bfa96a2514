//! How much is asked for at the root, in different response keys: what repeats a key runs once.

use crate::http::{limits::Limits, refusal::Refusal};
use async_graphql::parser::types::{ExecutableDocument, OperationType, Selection, SelectionSet};
use std::collections::{HashMap, HashSet};

/// Each costs a password's hash, and is a try at one.
const SIGNING_IN: [&str; 3] = ["signIn", "finishSetUp", "changePassword"];

pub fn check(document: &ExecutableDocument, limits: &Limits) -> Result<(), Refusal> {
    let mut sign_ins = 0;
    for (_, operation) in document.operations.iter() {
        let mut keys = Keys::default();
        keys.collect(document, &operation.node.selection_set.node);
        let (name, allowed) = match operation.node.ty {
            OperationType::Mutation => ("mutationRootFields", limits.mutation_root_fields),
            _ => ("rootFields", limits.root_fields),
        };
        if keys.fields.len() > allowed {
            return Err(Refusal::limit(name, allowed as u64, keys.fields.len() as u64));
        }
        if operation.node.ty == OperationType::Mutation {
            sign_ins += keys.fields.values().filter(|field| SIGNING_IN.contains(field)).count();
        }
    }
    if sign_ins > limits.sign_ins {
        return Err(Refusal::limit("signIns", limits.sign_ins as u64, sign_ins as u64));
    }
    Ok(())
}

#[derive(Default)]
struct Keys<'a> {
    /// Response key to field.
    fields: HashMap<&'a str, &'a str>,
    /// A fragment adds the same keys however often it is spread.
    seen: HashSet<&'a str>,
}

impl<'a> Keys<'a> {
    fn collect(&mut self, document: &'a ExecutableDocument, set: &'a SelectionSet) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    self.fields
                        .insert(field.node.response_key().node.as_str(), field.node.name.node.as_str());
                }
                Selection::InlineFragment(inline) => self.collect(document, &inline.node.selection_set.node),
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    if self.seen.insert(name.as_str())
                        && let Some(fragment) = document.fragments.get(name)
                    {
                        self.collect(document, &fragment.node.selection_set.node);
                    }
                }
            }
        }
    }
}
