//! Field collection (GraphQL specification, October 2021, 6.3.2) over the document that the library has parsed,
//! validated and freed of `@skip` and `@include`.

use async_graphql::parser::types::{Field, Selection, SelectionSet};
use async_graphql::{Context, ContextBase, Positioned, QueryPathSegment};

pub(super) type Sets<'a> = Vec<&'a SelectionSet>;

/// All fields of one response key: the first one's arguments, everybody's selections.
pub(super) struct Picked<'a> {
    pub key: &'a str,
    pub name: &'a str,
    pub first: &'a Positioned<Field>,
    pub sets: Sets<'a>,
}

/// The fields selected on a type; without a type every fragment applies, which is so where the parent is an object.
pub(super) fn collect<'a, T>(ctx: &ContextBase<'a, T>, sets: &[&'a SelectionSet], on: Option<&str>) -> Vec<Picked<'a>> {
    let mut picked = Vec::new();
    for set in sets {
        walk(ctx, set, on, &mut picked);
    }
    picked
}

fn walk<'a, T>(ctx: &ContextBase<'a, T>, set: &'a SelectionSet, on: Option<&str>, picked: &mut Vec<Picked<'a>>) {
    let types = &ctx.schema_env.registry.types;
    let applies = |condition: &str| {
        on.is_none_or(|on| on == condition || types.get(condition).is_some_and(|t| t.is_possible_type(on)))
    };
    for selection in &set.items {
        match &selection.node {
            Selection::Field(field) => {
                let key = field.node.response_key().node.as_str();
                let below = &field.node.selection_set.node;
                match picked.iter_mut().find(|p| p.key == key) {
                    Some(known) if known.sets.iter().any(|s| std::ptr::eq(*s, below)) => {}
                    Some(known) => known.sets.push(below),
                    None => {
                        let name = field.node.name.node.as_str();
                        picked.push(Picked {
                            key,
                            name,
                            first: field,
                            sets: vec![below],
                        });
                    }
                }
            }
            Selection::InlineFragment(fragment) => {
                if fragment
                    .node
                    .type_condition
                    .as_ref()
                    .is_none_or(|c| applies(&c.node.on.node))
                {
                    walk(ctx, &fragment.node.selection_set.node, on, picked);
                }
            }
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = ctx.query_env.fragments.get(&spread.node.fragment_name.node)
                    && applies(&fragment.node.type_condition.node.on.node)
                {
                    walk(ctx, &fragment.node.selection_set.node, on, picked);
                }
            }
        }
    }
}

/// Everything selected under the field being resolved, however often the document repeats it or its parents.
///
/// The library resolves each repetition by itself, so the way is followed from the operation down.
pub fn selected_here<'a, T>(ctx: &ContextBase<'a, T>) -> Vec<&'a SelectionSet> {
    let mut keys = Vec::new();
    let mut at = ctx.path_node.as_ref();
    while let Some(node) = at {
        if let QueryPathSegment::Name(key) = node.segment {
            keys.push(key);
        }
        at = node.parent;
    }
    let mut sets: Sets<'a> = vec![&ctx.query_env.operation.node.selection_set.node];
    for key in keys.into_iter().rev() {
        sets = collect(ctx, &sets, None)
            .into_iter()
            .find(|p| p.key == key)
            .map(|p| p.sets)
            .unwrap_or_default();
    }
    sets
}

/// The library's context for a field further down: the library coerces its arguments there.
pub(super) fn at<'a>(ctx: &Context<'a>, field: &'a Positioned<Field>) -> Context<'a> {
    let mut below = ctx.clone();
    below.item = field;
    below
}
