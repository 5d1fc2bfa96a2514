//! Counts a document's tokens and brackets in one pass, before the parser sees it: the parser's work and its stack
//! grow with both.

use crate::http::{limits::Limits, refusal::Refusal};

/// Refuses a document of too many tokens or too deep brackets. What is not a token counts as one each; whether the
/// text is a document at all is the parser's business.
pub fn scan(text: &str, limits: &Limits) -> Result<(), Refusal> {
    let bytes = text.as_bytes();
    let (mut at, mut tokens, mut open) = (0, 0usize, 0usize);
    while let Some(&byte) = bytes.get(at) {
        let length = match byte {
            b' ' | b'\t' | b'\n' | b'\r' | b',' => {
                at += 1;
                continue;
            }
            b'#' => {
                at += bytes[at..].iter().take_while(|b| !matches!(b, b'\n' | b'\r')).count();
                continue;
            }
            _ if bytes[at..].starts_with(b"\xef\xbb\xbf") => {
                at += 3;
                continue;
            }
            b'"' => string(&bytes[at..]),
            b'.' => bytes[at..].iter().take(3).take_while(|b| **b == b'.').count(),
            b'{' | b'[' | b'(' => {
                open += 1;
                1
            }
            b'}' | b']' | b')' => {
                open = open.saturating_sub(1);
                1
            }
            b if word(b) => bytes[at..].iter().take_while(|b| word(**b)).count(),
            b'-' => 1 + bytes[at + 1..].iter().take_while(|b| word(**b)).count(),
            _ => 1,
        };
        tokens += 1;
        at += length;
        if tokens > limits.tokens {
            return Err(Refusal::limit("tokens", limits.tokens as u64, tokens as u64));
        }
        if open > limits.nesting {
            return Err(Refusal::limit("nesting", limits.nesting as u64, open as u64));
        }
    }
    Ok(())
}

/// A byte of a name or a number.
fn word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The length of the string or block string that `rest` begins with, its quotes included; one that does not end
/// takes its line. A block string that does not end is none: the parser then reads an empty string and goes on behind it.
fn string(rest: &[u8]) -> usize {
    if rest.starts_with(b"\"\"\"") {
        let mut at = 3;
        while at < rest.len() {
            match rest[at] {
                b'\\' if rest[at + 1..].starts_with(b"\"\"\"") => at += 4,
                b'"' if rest[at..].starts_with(b"\"\"\"") => return at + 3,
                _ => at += 1,
            }
        }
        return 2;
    }
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'"' => return at + 1,
            b'\n' | b'\r' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    rest.len()
}
