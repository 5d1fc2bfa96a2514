//! Lists that stand in a meeting's own row: what else it is called, and whom it is for.

use crate::error::UserErrorCode;
use crate::problems::{Message, Problems};
use crate::values::TextRule;
use sea_orm::ActiveEnum;
use serde_json::{Value, json};

/// The most other titles of one meeting.
const OTHER_TITLES: usize = 10;

/// Other titles as they are stored, each once.
pub(super) fn alternate_titles(problems: &mut Problems, given: &[String]) -> Value {
    if given.len() > OTHER_TITLES {
        let message = Message::new("Höchstens 10 weitere Titel.", "At most 10 other titles.");
        problems.add(UserErrorCode::TooLong, "alternateTitles", message);
        return json!([]);
    }
    let mut titles: Vec<String> = Vec::with_capacity(given.len());
    for (index, title) in given.iter().enumerate() {
        let title = problems.text(&format!("alternateTitles.{index}"), title, TextRule::TITLE);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    json!(titles)
}

/// Values of an enum as they are stored, each once and in the order given.
pub(super) fn each_once<E: ActiveEnum<Value = String>>(given: &[E]) -> Value {
    let mut names: Vec<String> = Vec::new();
    for name in given.iter().map(ActiveEnum::to_value) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    json!(names)
}

/// The texts of a stored list.
pub(super) fn texts(stored: &Value) -> impl Iterator<Item = &str> {
    stored.as_array().into_iter().flatten().filter_map(Value::as_str)
}
