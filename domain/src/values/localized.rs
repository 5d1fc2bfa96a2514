//! Text in several languages.

use async_graphql::{InputObject, SimpleObject};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A language, as BCP 47 writes it: `de`, `de-AT`, `zh-Hant`, `sr-Latn-RS`. No variants, extensions or private use.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq, Hash)]
#[serde(into = "String", try_from = "String")]
pub struct LanguageTag(String);

impl LanguageTag {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without script and region: `de`.
    pub fn primary(&self) -> &str {
        primary(&self.0)
    }

    fn read_text(text: &str) -> Option<Self> {
        let mut parts = text.split('-').peekable();
        let mut tag = parts.next().filter(|part| letters(part, 2..=3))?.to_ascii_lowercase();
        if let Some(script) = parts.next_if(|part| letters(part, 4..=4)) {
            let (first, rest) = script.split_at(1);
            tag.push_str(&format!("-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase()));
        }
        let number = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(region) = parts.next_if(|part| letters(part, 2..=2) || number(part)) {
            tag.push_str(&format!("-{}", region.to_ascii_uppercase()));
        }
        parts.next().is_none().then_some(LanguageTag(tag))
    }
}

fn letters(part: &str, count: std::ops::RangeInclusive<usize>) -> bool {
    count.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> Self {
        tag.0
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = super::Malformed;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        LanguageTag::parse(&text)
    }
}

text_scalar! {
    /// A language as in BCP 47 (Sprache): language, perhaps script, perhaps region.
    LanguageTag at "https://www.rfc-editor.org/info/bcp47", like "\"de\", \"de-AT\" or \"zh-Hant\""
}

/// A text in one language (Übersetzung).
#[derive(SimpleObject, InputObject, Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[graphql(input_name = "LocalizedTextInput")]
#[serde(rename_all = "camelCase")]
pub struct LocalizedText {
    /// The language of the text (Sprache).
    pub language: LanguageTag,
    /// The text in that language, as long as the original may be.
    pub text: String,
}

/// The text in the language wanted: that very tag, else the language without script and region, else any of its kind, else the
/// default. `translations` is a list of `LocalizedText` as stored; whatever else it is counts as none.
pub fn pick(default_language: &str, default_text: &str, translations: &Value, wanted: Option<&str>) -> String {
    let Some(wanted) = wanted else {
        return default_text.to_owned();
    };
    let texts: Vec<(&str, &str)> = std::iter::once((default_language, default_text))
        .chain(translations.as_array().into_iter().flatten().filter_map(|translation| {
            Some((
                translation.get("language")?.as_str()?,
                translation.get("text")?.as_str()?,
            ))
        }))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let find = |fits: &dyn Fn(&str) -> bool| texts.iter().find(|(language, _)| fits(language)).map(|(_, text)| *text);
    let kind = primary(wanted);
    find(&|language| language.eq_ignore_ascii_case(wanted))
        .or_else(|| find(&|language| language.eq_ignore_ascii_case(kind)))
        .or_else(|| find(&|language| primary(language).eq_ignore_ascii_case(kind)))
        .unwrap_or(default_text)
        .to_owned()
}
