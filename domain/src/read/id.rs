//! Opaque global ids over (type, public id). Random inside, and never a permission.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};

/// The longest id that is worth decoding: a type's name, a colon and a UUID, encoded.
const LONGEST: usize = 120;

pub fn encode(ty: &str, public_id: &str) -> String {
    BASE64.encode(format!("{ty}:{public_id}"))
}

/// The type's name and the public id, or nothing if this was never an id of ours.
pub fn decode(id: &str) -> Option<(String, String)> {
    if id.len() > LONGEST {
        return None;
    }
    let text = String::from_utf8(BASE64.decode(id).ok()?).ok()?;
    if text.contains('\0') {
        return None; // PostgreSQL does not take it as text, and no id of ours has it
    }
    text.split_once(':')
        .map(|(ty, public_id)| (ty.to_owned(), public_id.to_owned()))
}

/// As [`encode`], onto the end of a text and without a detour: ids are in nearly every row.
pub(super) fn write(ty: &str, public_id: &str, out: &mut Vec<u8>) {
    let mut plain = [0u8; 96];
    let (colon, end) = (ty.len(), ty.len() + 1 + public_id.len());
    if end > plain.len() {
        return out.extend_from_slice(encode(ty, public_id).as_bytes());
    }
    plain[..colon].copy_from_slice(ty.as_bytes());
    plain[colon] = b':';
    plain[colon + 1..end].copy_from_slice(public_id.as_bytes());
    let mut encoded = [0u8; 128];
    if let Ok(n) = BASE64.encode_slice(&plain[..end], &mut encoded) {
        out.extend_from_slice(&encoded[..n]);
    }
}
