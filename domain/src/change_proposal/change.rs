//! What a proposal changes, field by field.

use super::subject::{Changed, Proposable};
use crate::session::Row;
use async_graphql::SimpleObject;
use sea_orm::{ActiveModelTrait, ActiveValue, ModelTrait, Value};
use serde::{Deserialize, Serialize};

/// A field that would change (vorgeschlagene Änderung).
#[derive(SimpleObject, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct ProposedChange {
    /// The field's name, as in the update.
    pub field: String,
    /// What it is; null if it is empty. Numbers, days and flags as text, lists as JSON (bisher).
    pub from: Option<String>,
    /// What it shall be (künftig).
    pub to: Option<String>,
}

/// What is different in a record after an update.
pub(super) fn between<T: Proposable>(before: &Row<T>, after: &Changed<T>) -> Vec<ProposedChange> {
    let changed = |(name, column): &(&str, _)| match after.get(*column) {
        ActiveValue::Set(to) => Some(ProposedChange {
            field: (*name).to_owned(),
            from: text(before.get(*column)),
            to: text(to),
        }),
        _ => None,
    };
    T::FIELDS.iter().filter_map(changed).collect()
}

/// The same changes against the record as it is now.
pub(super) fn against<T: Proposable>(present: &Row<T>, changes: &[ProposedChange]) -> Vec<ProposedChange> {
    let now = |change: &ProposedChange| {
        let column = T::FIELDS.iter().find(|(name, _)| *name == change.field);
        ProposedChange {
            from: column.and_then(|(_, column)| text(present.get(*column))),
            ..change.clone()
        }
    };
    changes.iter().map(now).collect()
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => text,
        Value::Int(number) => number.map(|number| number.to_string()),
        Value::Bool(flag) => flag.map(|flag| flag.to_string()),
        Value::ChronoDate(day) => day.map(|day| day.to_string()),
        Value::Json(value) => value.map(|value| value.to_string()),
        _ => None,
    }
}
