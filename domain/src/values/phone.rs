//! Telephone numbers: typed as people type them, stored as machines dial them.

/// Punctuation and blanks that people put between digits.
const BETWEEN: &[char] = &[
    ' ', '\u{a0}', '\u{202f}', '\u{2009}', '/', '-', '\u{2010}', '\u{2011}', '–', '.', '(', ')',
];

/// The longest spelling that is kept, in characters.
const DISPLAYED: usize = 40;

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhoneNumber {
    e164: String,
    display: String,
}

impl PhoneNumber {
    /// In E.164: `+493023125075`. What is compared, dialled and stored.
    pub fn as_str(&self) -> &str {
        &self.e164
    }

    /// As it was typed, without blanks around.
    pub fn display(&self) -> &str {
        &self.display
    }

    fn read_text(text: &str) -> Option<Self> {
        let number = if let Some(rest) = text.strip_prefix('+') {
            from_abroad(&without_trunk(rest)?)
        } else {
            match digits(text)? {
                typed if typed.starts_with("00") => from_abroad(without_trunk(text)?.strip_prefix("00")?),
                typed => format!("49{}", typed.strip_prefix('0')?),
            }
        };
        // E.164: at most 15 digits; the shortest national numbers in use have five.
        let plausible = (7..=15).contains(&number.len()) && !number.starts_with('0') && !number.starts_with("490");
        let readable = text.chars().count() <= DISPLAYED;
        (plausible && readable).then(|| PhoneNumber {
            e164: format!("+{number}"),
            display: text.to_owned(),
        })
    }
}

/// The digits without the "(0)" that is dialled at home only.
fn without_trunk(text: &str) -> Option<String> {
    digits(&text.replacen("(0)", "", 1))
}

/// After `+` or `00`: no German number goes on with 0 after the country's 49, though many write it.
fn from_abroad(digits: &str) -> String {
    match digits.strip_prefix("490") {
        Some(rest) => format!("49{rest}"),
        None => digits.to_owned(),
    }
}

/// The digits alone; `None` if anything but digits and punctuation is there.
fn digits(text: &str) -> Option<String> {
    text.chars()
        .filter(|c| !BETWEEN.contains(c))
        .map(|c| c.is_ascii_digit().then_some(c))
        .collect()
}

text_scalar! {
    /// A telephone number (Telefonnummer), typed freely; a number without a country is German. Shown in E.164: `+493023125075`.
    PhoneNumber at "https://www.itu.int/rec/T-REC-E.164", like "\"030/23125-075\" or \"+49 30 23125-075\""
}
