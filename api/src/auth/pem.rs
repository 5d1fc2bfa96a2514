//! PEM of one private key (RFC 7468), read and written.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const BEGIN: &str = "-----BEGIN PRIVATE KEY-----";
const END: &str = "-----END PRIVATE KEY-----";

/// The text of a PKCS#8 key, lines of 64 characters.
pub(super) fn write(pkcs8: &[u8]) -> String {
    let encoded = STANDARD.encode(pkcs8);
    let mut text = format!("{BEGIN}\n");
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(64));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text + END + "\n"
}

/// The bytes of the first PKCS#8 key in the text.
pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let (_, after) = text.split_once(BEGIN)?;
    let (body, _) = after.split_once(END)?;
    let body: String = body.split_ascii_whitespace().collect();
    STANDARD.decode(body).ok()
}
