//! What an organisation is found by: its name, its short name, and what else it is or was called.

use crate::values::fold;
use serde_json::Value;

pub(super) fn search_text(name: &str, short: Option<&str>, others: &Value) -> String {
    let mut texts: Vec<&str> = std::iter::once(name).chain(short).collect();
    let others = others.as_array().into_iter().flatten();
    texts.extend(others.filter_map(|other| other.get("name")?.as_str()));
    fold::search_text(&texts)
}
