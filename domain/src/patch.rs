//! What an update gives for a field: nothing, null, or a value.

use crate::problems::Problems;
use crate::values::TextRule;
use async_graphql::MaybeUndefined;
use sea_orm::{ActiveValue, Value};
use serde_json::{Value as Json, json};

/// Stores what is given: absent leaves the field, null clears it.
pub(crate) fn store<G, S>(field: &mut ActiveValue<Option<S>>, given: MaybeUndefined<G>, stored: impl Fn(G) -> S)
where
    Option<S>: Into<Value>,
    S: PartialEq,
{
    match given {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => field.set_if_not_equals(None),
        MaybeUndefined::Value(given) => field.set_if_not_equals(Some(stored(given))),
    }
}

/// Stores a value in a field that cannot be cleared.
pub(crate) fn store_value<G, S>(
    problems: &mut Problems,
    path: &str,
    field: &mut ActiveValue<S>,
    given: MaybeUndefined<G>,
    stored: impl Fn(G) -> S,
) where
    S: PartialEq + Into<Value>,
{
    match given {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => problems.cannot_clear(path),
        MaybeUndefined::Value(given) => field.set_if_not_equals(stored(given)),
    }
}

/// Stores a text that may be missing; blank is missing.
pub(crate) fn store_text(
    problems: &mut Problems,
    path: &str,
    field: &mut ActiveValue<Option<String>>,
    given: MaybeUndefined<String>,
    rule: TextRule,
) {
    match given {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => field.set_if_not_equals(None),
        MaybeUndefined::Value(given) => field.set_if_not_equals(problems.optional_text(path, Some(&given), rule)),
    }
}

/// Stores a text that cannot be cleared.
pub(crate) fn store_required_text(
    problems: &mut Problems,
    path: &str,
    field: &mut ActiveValue<String>,
    given: MaybeUndefined<String>,
    rule: TextRule,
) {
    match given {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => problems.cannot_clear(path),
        MaybeUndefined::Value(given) => field.set_if_not_equals(problems.text(path, &given, rule)),
    }
}

/// Stores a list: absent leaves the field, null empties it.
pub(crate) fn store_list<G>(
    field: &mut ActiveValue<Json>,
    given: &MaybeUndefined<Vec<G>>,
    stored: impl FnOnce(&[G]) -> Json,
) {
    match given {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => field.set_if_not_equals(json!([])),
        MaybeUndefined::Value(given) => field.set_if_not_equals(stored(given)),
    }
}
