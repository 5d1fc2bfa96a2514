//! JSON in the order in which it was made.

use std::fmt;

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Int(i64),
    Text(String),
    /// The place of a row in a list. What the server writes there is its own affair.
    Cursor(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// What a cursor of the oracle begins with; no text of the world has it.
pub(super) const CURSOR: &str = "place of ";

impl Json {
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn int(&self) -> Option<i64> {
        match self {
            Json::Int(n) => Some(*n),
            _ => None,
        }
    }

    pub fn of(value: &serde_json::Value) -> Json {
        match value {
            serde_json::Value::Null => Json::Null,
            serde_json::Value::Bool(b) => Json::Bool(*b),
            serde_json::Value::Number(n) => n.as_i64().map_or(Json::Null, Json::Int),
            serde_json::Value::String(text) => Json::Text(text.clone()),
            serde_json::Value::Array(items) => Json::List(items.iter().map(Json::of).collect()),
            serde_json::Value::Object(fields) => Json::Object(
                fields
                    .iter()
                    .map(|(name, value)| (name.clone(), Json::of(value)))
                    .collect(),
            ),
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(b) => write!(f, "{b}"),
            Json::Int(n) => write!(f, "{n}"),
            Json::Text(text) => f.write_str(&quoted(text)),
            Json::Cursor(place) => f.write_str(&quoted(&format!("{CURSOR}{place}"))),
            Json::List(items) => {
                f.write_str("[")?;
                for (i, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if i > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Json::Object(fields) => {
                f.write_str("{")?;
                for (i, (key, value)) in fields.iter().enumerate() {
                    write!(f, "{}{}:{value}", if i > 0 { "," } else { "" }, quoted(key))?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Whether two response texts are the same byte for byte, where any text of the server answers to a cursor.
pub fn agrees(oracle: &str, server: &str) -> bool {
    let marker = format!("\"{CURSOR}");
    let mut parts = oracle.split(marker.as_str());
    let mut rest = match server.strip_prefix(parts.next().unwrap_or_default()) {
        Some(rest) => rest,
        None => return false,
    };
    for part in parts {
        let (_, part) = part.split_once('"').expect("the end of a cursor");
        let cursor = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        match cursor.and_then(|(cursor, rest)| (!cursor.is_empty()).then(|| rest.strip_prefix(part))?) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}
