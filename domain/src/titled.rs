//! Titles: what is stored beside them to order, to find and to translate.

use crate::error::UserErrorCode;
use crate::problems::{Message, Problems};
use crate::session::new_public_id;
use crate::values::fold::order_key;
use crate::values::{LocalizedText, Slug, TextRule};
use async_graphql::MaybeUndefined;
use sea_orm::ActiveValue;
use serde_json::Value;
use std::collections::HashSet;

/// The most languages of one title.
const TRANSLATIONS: usize = 20;

/// The longest slug, in characters.
const SLUG_LENGTH: usize = 80;

/// Letters of the public id at the end of a slug.
const SLUG_ENDING: usize = 6;

/// A title, and by what it is ordered.
pub(crate) struct Title {
    pub text: String,
    pub key: String,
}

impl Title {
    pub fn read(problems: &mut Problems, given: &str) -> Self {
        Title::of(problems.text("title", given, TextRule::TITLE))
    }

    pub fn of(text: String) -> Self {
        Title {
            key: order_key(&text),
            text,
        }
    }
}

/// Stores another title, if one is given; a title cannot be cleared.
pub(crate) fn change_title(
    problems: &mut Problems,
    given: MaybeUndefined<String>,
    title: &mut ActiveValue<String>,
    key: &mut ActiveValue<String>,
) {
    match given {
        MaybeUndefined::Undefined => {}
        MaybeUndefined::Null => problems.cannot_clear("title"),
        MaybeUndefined::Value(given) => {
            let given = Title::read(problems, &given);
            title.set_if_not_equals(given.text);
            key.set_if_not_equals(given.key);
        }
    }
}

/// The translations of a title as they are stored.
pub(crate) fn translations(problems: &mut Problems, given: &[LocalizedText]) -> Value {
    translations_of(problems, "titleTranslations", given, TextRule::TITLE)
}

/// The translations of a summary as they are stored.
pub(crate) fn summaries(problems: &mut Problems, given: &[LocalizedText]) -> Value {
    translations_of(problems, "summaryTranslations", given, TextRule::SUMMARY)
}

/// The translations of a text as they are stored.
pub(crate) fn translations_of(problems: &mut Problems, path: &str, given: &[LocalizedText], rule: TextRule) -> Value {
    let mut languages = HashSet::new();
    let mut stored = Vec::with_capacity(given.len().min(TRANSLATIONS));
    if given.len() > TRANSLATIONS {
        let message = Message::new("Höchstens 20 Übersetzungen.", "At most 20 translations.");
        problems.add(UserErrorCode::TooLong, path, message);
        return Value::Array(stored);
    }
    for (index, translation) in given.iter().enumerate() {
        let text = problems.text(&format!("{path}.{index}.text"), &translation.text, rule);
        if !languages.insert(translation.language.as_str()) {
            let path = format!("{path}.{index}.language");
            problems.duplicate(
                &path,
                "Diese Sprache steht schon da.",
                "This language is there already.",
            );
        }
        stored.push(serde_json::json!({ "language": translation.language.as_str(), "text": text }));
    }
    Value::Array(stored)
}

/// The texts of stored translations.
pub(crate) fn translated_texts(translations: &Value) -> Vec<&str> {
    translations
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("text")?.as_str())
        .collect()
}

/// A public id and a slug that nobody else has: the one that is known, else the title and the beginning of the id.
///
/// A number counted up from the slugs that are taken would tell that a hidden record has the same title.
pub(crate) fn new_address(title: &str, known: Option<&Slug>) -> (String, String) {
    let public_id = new_public_id();
    if let Some(slug) = known {
        return (public_id, slug.as_str().to_owned());
    }
    let ending: String = public_id.chars().take(SLUG_ENDING).collect();
    let slug = match Slug::of(title) {
        Some(slug) => {
            let kept = slug
                .as_str()
                .get(..SLUG_LENGTH - SLUG_ENDING - 1)
                .unwrap_or(slug.as_str());
            format!("{}-{ending}", kept.trim_end_matches('-'))
        }
        None => ending,
    };
    (public_id, slug)
}
