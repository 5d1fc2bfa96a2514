//! JSON text.

use async_graphql::Value;

/// Writes a text as a JSON string.
pub fn string(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut from = 0;
    for (i, &byte) in bytes.iter().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.extend_from_slice(&bytes[from..i]);
        from = i + 1;
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            other => out.extend_from_slice(format!("\\u{other:04x}").as_bytes()),
        }
    }
    out.extend_from_slice(&bytes[from..]);
    out.push(b'"');
}

/// Writes `"name":`. A GraphQL name needs no escaping.
pub fn key(name: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
}

pub(super) fn object<T>(items: impl IntoIterator<Item = T>, out: &mut Vec<u8>, each: impl FnMut(T, &mut Vec<u8>)) {
    sequence((b'{', b'}'), items, out, each);
}

pub(super) fn list<T>(items: impl IntoIterator<Item = T>, out: &mut Vec<u8>, each: impl FnMut(T, &mut Vec<u8>)) {
    sequence((b'[', b']'), items, out, each);
}

fn sequence<T>(
    (open, close): (u8, u8),
    items: impl IntoIterator<Item = T>,
    out: &mut Vec<u8>,
    mut each: impl FnMut(T, &mut Vec<u8>),
) {
    out.push(open);
    for (i, item) in items.into_iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        each(item, out);
    }
    out.push(close);
}

/// Writes a value of the GraphQL library. `Binary` is finished JSON text and goes out as it is.
pub fn value(any: &Value, out: &mut Vec<u8>) {
    match any {
        Value::Null => out.extend_from_slice(b"null"),
        Value::Boolean(b) => boolean(*b, out),
        Value::Number(n) => out.extend_from_slice(n.to_string().as_bytes()),
        Value::String(s) => string(s, out),
        Value::Enum(name) => string(name, out),
        Value::Binary(finished) => out.extend_from_slice(finished),
        Value::List(items) => list(items, out, value),
        Value::Object(fields) => object(fields, out, |(name, field), out| {
            key(name, out);
            value(field, out);
        }),
    }
}

pub(super) fn boolean(b: bool, out: &mut Vec<u8>) {
    out.extend_from_slice(if b { b"true" } else { b"false" });
}
