//! What is the same to a reader though it is written differently: keys to order by, and words to search.

use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words of a query beyond these are ignored.
const QUERY_WORDS: usize = 8;

/// Letters of an order key beyond these are ignored.
const KEY_LETTERS: usize = 200;

/// Letters of a query's word beyond these are ignored.
const QUERY_LETTERS: usize = 40;

/// How ä, ö and ü are written without their dots.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Umlaut {
    /// As the vowel alone: a. What DIN 5007-1 orders by.
    Bare,
    /// With an e: ae. What people type.
    WithE,
}

/// Lower case without any diacritic or ligature. Letters of other scripts stay, ß is ss.
pub(crate) fn folded(text: &str, umlaut: Umlaut) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkc().flat_map(char::to_lowercase) {
        let plain = match letter {
            'ä' | 'ö' | 'ü' if umlaut == Umlaut::WithE => {
                folded.extend(letter.nfd().take(1));
                "e"
            }
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ø' => "o",
            'đ' | 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'ł' => "l",
            'ə' => "e",
            _ => {
                folded.extend(letter.nfd().filter(|c| !is_combining_mark(*c)));
                ""
            }
        };
        folded.push_str(plain);
    }
    folded
}

/// The key by which text is ordered, compared byte by byte: DIN 5007-1, so ä is a and ß is ss. Everything between words is one
/// blank, and a blank comes before any letter: "Bad Hersfeld" before "Baden". Ties are for the caller to break; so are texts that
/// differ behind the first 200 letters, for an index of PostgreSQL holds no more than 2,700 bytes.
pub fn order_key(text: &str) -> String {
    let folded = folded(text, Umlaut::Bare);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").chars().take(KEY_LETTERS).collect()
}

/// The words of the texts, each once, each with a blank before it: `' muelheim mulheim an der ruhr'`. A word with umlauts is there
/// in both spellings, so both are found.
pub fn search_text(texts: &[&str]) -> String {
    let mut known = HashSet::new();
    let mut text = String::new();
    for word in texts.iter().flat_map(|text| words(text)) {
        for spelling in [ascii(&word, Umlaut::WithE), ascii(&word, Umlaut::Bare)] {
            if !spelling.is_empty() && known.insert(spelling.clone()) {
                text.push(' ');
                text.push_str(&spelling);
            }
        }
    }
    text
}

/// The words of a query: a text is found if each is the beginning of one of its words, that is if its `search_text` is
/// `like '% word%'` for every word. Only a–z and 0–9 are left, so nothing needs escaping; no words: nothing can be found.
pub fn search_words(query: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in words(query) {
        let mut word = ascii(&word, Umlaut::WithE);
        word.truncate(QUERY_LETTERS);
        if !word.is_empty() && !found.contains(&word) && found.len() < QUERY_WORDS {
            found.push(word);
        }
    }
    found
}

/// A word in the letters and digits of ASCII; other scripts have none.
fn ascii(word: &str, umlaut: Umlaut) -> String {
    folded(word, umlaut)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// Runs of letters and digits; composed, so that a letter and its diacritic are not torn apart. The ending after a gender mark
/// ("Akteur*innen", "Sprecher:in") is no word.
fn words(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.nfc().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        at += 1;
        if letter.is_alphanumeric() || is_combining_mark(letter) {
            word.push(letter);
            continue;
        }
        if matches!(letter, '*' | ':' | '_') && !word.is_empty() {
            at += gender_ending(letters.get(at..).unwrap_or_default());
        }
        words.push(std::mem::take(&mut word));
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

/// How many letters after a gender mark are its ending: "innen", also before a further word ("Bürger*innenrat"), or "in" alone.
fn gender_ending(rest: &[char]) -> usize {
    let ends = |at: usize| rest.get(at).is_none_or(|c| !c.is_alphanumeric());
    match rest {
        ['i', 'n', 'n', 'e', 'n', ..] => 5,
        ['i', 'n', ..] if ends(2) => 2,
        _ => 0,
    }
}
