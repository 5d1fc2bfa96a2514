//! Texts that are no token, or a token no longer.

use super::{BASE64, Forge, refused};
use base64::Engine;
use serde_json::json;

#[test]
fn a_text_that_is_no_token_is_refused() {
    let forge = Forge::new();
    let genuine = forge.genuine();
    let parts: Vec<&str> = genuine.split('.').collect();
    let (header, claims, signature) = (parts[0], parts[1], parts[2]);
    let mut raised = forge.claims();
    raised["verbund"]["mun"] = json!({"05914000": "ADMIN"});
    let raised = BASE64.encode(raised.to_string());
    let tokens: Vec<(String, String)> = [
        ("empty", String::new()),
        ("dots", "..".into()),
        ("one part", header.into()),
        ("two parts", format!("{header}.{claims}")),
        ("no signature", format!("{header}.{claims}.")),
        ("four parts", format!("{genuine}.{signature}")),
        (
            "five parts, as encrypted",
            format!("{header}.{claims}.{signature}.{signature}.{signature}"),
        ),
        ("no claims", format!("{header}..{signature}")),
        ("other claims", format!("{header}.{raised}.{signature}")),
        ("a shorter signature", format!("{header}.{claims}.{}", &signature[..84])),
        (
            "another signature",
            format!("{header}.{claims}.{}", BASE64.encode([0; 64])),
        ),
        ("padding", format!("{header}.{claims}.{signature}==")),
        ("white space before", format!(" {genuine}")),
        ("white space after", format!("{genuine}\n")),
        ("white space within", format!("{header}. {claims}.{signature}")),
        ("not base64", format!("{header}.{claims}.{}", "!".repeat(86))),
        ("no JSON", forge.signed_text("{", "{")),
        (
            "claims are a list",
            forge.signed_text(&forge.header().to_string(), "[]"),
        ),
        (
            "not UTF-8 after decoding",
            format!("{}.{claims}.{signature}", BASE64.encode([0xff, 0xfe])),
        ),
        ("a long text", "a".repeat(100_000)),
        ("a long token", forge.with_claims(json!({"padding": "a".repeat(4096)}))),
        ("umlauts", "ä.ö.ü".into()),
        ("NUL", "\0.\0.\0".into()),
    ]
    .map(|(label, token)| (label.to_owned(), token))
    .into();
    refused(&forge, &tokens, 23);
    for index in 0..genuine.len() {
        let mut bytes = genuine.clone().into_bytes();
        bytes[index] = if bytes[index] == b'A' { b'B' } else { b'A' };
        let token = String::from_utf8(bytes).unwrap();
        assert!(
            forge.tokens.verify(&token).is_err(),
            "accepted with byte {index} changed"
        );
    }
}
