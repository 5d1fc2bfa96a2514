//! How long a text may be, and what may be in it.

use crate::error::UserErrorCode;
use unicode_normalization::UnicodeNormalization;

/// What a text field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRule {
    /// The most characters, after trimming.
    pub max: usize,
    /// Line breaks and tabs are allowed.
    pub lines: bool,
}

impl TextRule {
    /// Names of people, places and municipalities.
    pub const NAME: TextRule = TextRule::line(200);
    /// Titles of projects and meetings, names of organisations and networks, themes, mottos.
    pub const TITLE: TextRule = TextRule::line(300);
    /// Labels, short names, honorific prefixes, purposes of contacts.
    pub const LABEL: TextRule = TextRule::line(120);
    /// Reasons for a change of state.
    pub const REASON: TextRule = TextRule::lines(1_000);
    /// Summaries.
    pub const SUMMARY: TextRule = TextRule::lines(2_000);
    /// Descriptions and notes.
    pub const DESCRIPTION: TextRule = TextRule::lines(20_000);

    /// Text of a single line.
    pub const fn line(max: usize) -> Self {
        TextRule { max, lines: false }
    }

    /// Text of any number of lines.
    pub const fn lines(max: usize) -> Self {
        TextRule { max, lines: true }
    }

    /// The text as it is stored: without blanks around, composed (NFC), lines ended by `\n`. `Required` if nothing is left,
    /// `TooLong`, or `Invalid` for control characters and marks that turn the direction of writing around.
    pub fn check(self, given: &str) -> Result<String, UserErrorCode> {
        let text: String = given.trim().replace("\r\n", "\n").nfc().collect();
        let allowed = |c: char| match c {
            '\n' | '\t' => self.lines,
            '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => false,
            c => !c.is_control(),
        };
        if text.is_empty() {
            Err(UserErrorCode::Required)
        } else if text.chars().nth(self.max).is_some() {
            Err(UserErrorCode::TooLong)
        } else if !text.chars().all(allowed) {
            Err(UserErrorCode::Invalid)
        } else {
            Ok(text)
        }
    }

    /// The same for a text that may be missing: blank is missing.
    pub fn check_optional(self, given: Option<&str>) -> Result<Option<String>, UserErrorCode> {
        match given.map(|given| self.check(given)) {
            None | Some(Err(UserErrorCode::Required)) => Ok(None),
            Some(checked) => checked.map(Some),
        }
    }
}
