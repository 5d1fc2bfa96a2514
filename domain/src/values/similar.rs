//! How alike two texts are that people may have written differently.

use super::fold::order_key;

/// From 0 for nothing in common to 1 for the same: how many of the letters stay if one is turned into the other
/// (Levenshtein's distance), of the longer one's letters. Case, diacritics and punctuation count for nothing.
pub fn similarity(one: &str, other: &str) -> f64 {
    let (one, other) = (letters(one), letters(other));
    let longer = one.len().max(other.len());
    if longer == 0 {
        return 0.0;
    }
    1.0 - distance(&one, &other) as f64 / longer as f64
}

fn letters(text: &str) -> Vec<char> {
    order_key(text).chars().collect()
}

fn distance(one: &[char], other: &[char]) -> usize {
    // Distances of what was read of the one to each beginning of the other.
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (read, letter) in one.iter().enumerate() {
        let (mut left, mut diagonal) = (read + 1, read);
        for (slot, against) in row.iter_mut().skip(1).zip(other) {
            let changed = diagonal + usize::from(letter != against);
            diagonal = *slot;
            left = changed.min(*slot + 1).min(left + 1);
            *slot = left;
        }
        if let Some(first) = row.first_mut() {
            *first = read + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
