//! Values that an example cannot know beforehand: `<id of Hagen>` stands for the same value wherever it is written,
//! `…` for any.

use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Words(BTreeMap<String, Value>);

impl Words {
    pub fn know(&mut self, word: &str, value: impl Into<Value>) {
        self.0.insert(word.to_owned(), value.into());
    }

    pub fn text(&self, word: &str) -> &str {
        let value = self.0.get(word).and_then(Value::as_str);
        value.unwrap_or_else(|| panic!("{word} stands for nothing yet"))
    }

    /// The text with every known word replaced by its value.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (word, value) in &self.0 {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            filled = filled.replace(word, &value);
        }
        filled
    }

    /// A value with every known word replaced; a number stays a number.
    pub fn filled(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => self.0.get(text).cloned().unwrap_or_else(|| self.fill(text).into()),
            Value::Array(items) => items.iter().map(|item| self.filled(item)).collect(),
            Value::Object(members) => {
                let members = members.iter().map(|(name, value)| (name.clone(), self.filled(value)));
                Value::Object(members.collect())
            }
            other => other.clone(),
        }
    }

    /// Whether the answer is the one that is written; new words are learnt from it.
    pub fn agree(&mut self, written: &Value, answered: &Value) -> bool {
        match (written, answered) {
            (Value::String(any), _) if any == "…" => true,
            (Value::String(word), _) if word.starts_with('<') && word.ends_with('>') => {
                self.0.entry(word.clone()).or_insert_with(|| answered.clone()) == answered
            }
            (Value::Array(written), Value::Array(answered)) => {
                written.len() == answered.len() && written.iter().zip(answered).all(|(w, a)| self.agree(w, a))
            }
            (Value::Object(written), Value::Object(answered)) => {
                written.len() == answered.len()
                    && written
                        .iter()
                        .all(|(name, value)| answered.get(name).is_some_and(|answer| self.agree(value, answer)))
            }
            _ => written == answered,
        }
    }
}
