//! What else an organisation is or was called.

use crate::error::UserErrorCode;
use crate::problems::{Message, Problems};
use crate::values::{Edtf, PartialDate, TextRule};
use async_graphql::{InputObject, SimpleObject};
use serde::Serialize;
use serde_json::{Value, json};
use verbund_entity::organization::Model;

/// The most other names of one organisation.
const OTHER_NAMES: usize = 20;

/// Another name of an organisation, and when it was in use (weiterer oder früherer Name).
#[derive(SimpleObject, Serialize, Clone, Debug, PartialEq, Eq)]
pub struct AlternateName {
    /// As it is written.
    pub name: String,
    /// Since when; null if unknown.
    pub from: Option<PartialDate>,
    /// Until when; null if unknown, or while it holds.
    pub until: Option<PartialDate>,
}

/// Another name of an organisation (weiterer oder früherer Name).
#[derive(InputObject, Clone)]
pub struct AlternateNameInput {
    /// As it is written, at most 300 characters.
    pub name: String,
    /// Since when, as exactly as is known.
    pub from: Option<Edtf>,
    /// Until when, not before the beginning.
    pub until: Option<Edtf>,
}

/// Other names as they are stored: each well formed, each once for its time.
pub(super) fn alternate_names(problems: &mut Problems, given: &[AlternateNameInput]) -> Vec<AlternateName> {
    if given.len() > OTHER_NAMES {
        let message = Message::new("Höchstens 20 weitere Namen.", "At most 20 other names.");
        problems.add(UserErrorCode::TooLong, "alternateNames", message);
        return Vec::new();
    }
    let mut names: Vec<AlternateName> = Vec::with_capacity(given.len());
    for (index, given) in given.iter().enumerate() {
        let path = format!("alternateNames.{index}");
        problems.span(&format!("{path}.until"), given.from.as_ref(), given.until.as_ref());
        let name = AlternateName {
            name: problems.text(&format!("{path}.name"), &given.name, TextRule::TITLE),
            from: given.from.clone().map(Edtf::into_date),
            until: given.until.clone().map(Edtf::into_date),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The other names of an organisation that takes the place of another record of it: its own, and those of that one.
pub(super) fn joined(problems: &mut Problems, keep: &Model, replaced: &Model) -> Value {
    let known = |names: &Value| names.as_array().cloned().unwrap_or_default();
    let mut names = known(&keep.alternate_names);
    let plain = |name: &str| {
        json!(AlternateName {
            name: name.to_owned(),
            from: None,
            until: None
        })
    };
    let mut more: Vec<Value> = std::iter::once(&replaced.name)
        .chain(&replaced.short_name)
        .map(|name| plain(name))
        .collect();
    more.extend(known(&replaced.alternate_names));
    let own = [Some(&keep.name), keep.short_name.as_ref()];
    for name in more {
        let borne = own.iter().flatten().any(|own| name == plain(own));
        if !borne && !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > OTHER_NAMES {
        let message = Message::new(
            "Zusammen sind es mehr als 20 weitere Namen; nehmen Sie zuvor einige weg.",
            "Together they have more than 20 other names; take some away before.",
        );
        problems.add(UserErrorCode::TooLong, "replaced", message);
    }
    json!(names)
}
