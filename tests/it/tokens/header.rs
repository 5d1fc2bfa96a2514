//! The key and the header: whatever is not signed by ours and as ours is refused.

use super::{BASE64, Forge, refused};
use aws_lc_rs::signature::KeyPair;
use base64::Engine;
use serde_json::json;
use verbund_api::auth::Forgery;

#[test]
fn a_token_of_another_key_is_refused() {
    let (forge, other) = (Forge::new(), Forge::new());
    assert_eq!(forge.tokens.verify(&other.genuine()), Err(Forgery::Key));
    let borrowed = other.with_header(json!({"kid": forge.tokens.key().id()}));
    assert_eq!(forge.tokens.verify(&borrowed), Err(Forgery::Signature));
}

#[test]
fn the_header_is_ours_or_the_token_is_refused() {
    let forge = Forge::new();
    let public = forge.pair.public_key().as_ref().to_vec();
    let mut tokens = Vec::new();
    for alg in [
        "none", "None", "NONE", "nOnE", "", "eddsa", "EDDSA", "Ed25519", "HS256", "RS256", "ES256", "PS512",
    ] {
        tokens.push((format!("alg {alg:?}"), forge.with_header(json!({"alg": alg}))));
    }
    for typ in [
        "JWT",
        "jwt",
        "",
        "AT+JWT",
        "application/at+jwt",
        "logout+jwt",
        "id_token",
    ] {
        tokens.push((format!("typ {typ:?}"), forge.with_header(json!({"typ": typ}))));
    }
    let far = "../".repeat(400);
    for kid in ["", "1", "../../dev/null", "' or 1=1 --", "\0", &far] {
        tokens.push((format!("kid {kid:?}"), forge.with_header(json!({"kid": kid}))));
    }
    for extra in [
        json!({"crit": ["exp"]}),
        json!({"crit": ["b64"], "b64": false}),
        json!({"b64": true}),
        json!({"jku": "http://127.0.0.1:9/keys"}),
        json!({"x5u": "http://127.0.0.1:9/key"}),
        json!({"x5c": []}),
        json!({"jwk": {"kty": "OKP", "crv": "Ed25519", "x": BASE64.encode(&public)}}),
        json!({"cty": "JWT"}),
        json!({"zip": "DEF"}),
        json!({"unknown": 1}),
        json!({"alg": null}),
        json!({"alg": ["EdDSA"]}),
        json!({"kid": 1}),
        json!({"typ": null}),
    ] {
        tokens.push((format!("header {extra}"), forge.with_header(extra)));
    }
    for name in ["typ", "alg", "kid"] {
        let mut header = forge.header();
        header.as_object_mut().unwrap().remove(name);
        tokens.push((format!("no {name}"), forge.signed(&header, &forge.claims())));
    }
    let twice = forge.header().to_string().replacen('{', r#"{"alg":"none","#, 1);
    tokens.push((
        "alg twice".into(),
        forge.signed_text(&twice, &forge.claims().to_string()),
    ));
    tokens.push((
        "header is a list".into(),
        forge.signed_text("[]", &forge.claims().to_string()),
    ));
    refused(&forge, &tokens, 44);
}

#[test]
fn the_public_key_is_no_secret_to_sign_with() {
    let forge = Forge::new();
    let public = forge.pair.public_key().as_ref();
    let jwks = forge.tokens.key().jwks();
    let tokens = [
        ("raw".to_owned(), forge.with_mac(public)),
        ("base64url".to_owned(), forge.with_mac(BASE64.encode(public).as_bytes())),
        ("JWK set".to_owned(), forge.with_mac(jwks.as_bytes())),
        ("nothing".to_owned(), forge.with_mac(b"")),
    ];
    refused(&forge, &tokens, 4);
}
