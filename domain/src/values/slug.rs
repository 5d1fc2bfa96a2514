//! Readable addresses: `muelheim-an-der-ruhr`.

use super::fold::{Umlaut, folded};

/// The longest slug, in characters.
const LENGTH: usize = 80;

/// The part of an address that names a record, in a–z, 0–9 and single hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slug(String);

/// The text as a slug, cut between words at 80 characters; empty if it has no Latin letter and no digit.
pub fn slug(text: &str) -> String {
    let folded = folded(text, Umlaut::WithE);
    let mut slug = String::new();
    for word in folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let room = LENGTH.saturating_sub(slug.len() + 1);
        if slug.is_empty() {
            slug.push_str(word.get(..LENGTH).unwrap_or(word));
        } else if word.len() <= room {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug
}

impl Slug {
    /// The text as a slug; `None` if nothing of it is left.
    pub fn of(text: &str) -> Option<Self> {
        Self::read_text(&slug(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same with a number, for a record whose slug is taken: `fachtag-2`.
    pub fn numbered(&self, number: u32) -> Self {
        let ending = format!("-{number}");
        let kept = self.0.get(..LENGTH - ending.len()).unwrap_or(&self.0);
        Slug(format!("{}{ending}", kept.trim_end_matches('-')))
    }

    fn read_text(text: &str) -> Option<Self> {
        let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        (text.len() <= LENGTH && text.split('-').all(word)).then(|| Slug(text.to_owned()))
    }
}

text_scalar! {
    /// The readable name in an address (Kurzname): a–z, 0–9 and single hyphens, at most 80 characters.
    Slug, like "\"muelheim-an-der-ruhr\""
}
