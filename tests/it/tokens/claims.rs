//! Claims: one that is missing, of the wrong kind or for others makes a token worthless.

use super::{Forge, URL, refused};
use serde_json::json;

#[test]
fn a_claim_that_is_missing_or_of_the_wrong_kind_is_refused() {
    let forge = Forge::new();
    let now = forge.clock.now().timestamp();
    let mut tokens = Vec::new();
    for name in ["iss", "aud", "sub", "client_id", "iat", "nbf", "exp", "jti", "verbund"] {
        tokens.push((format!("no {name}"), forge.without_claim(name)));
        for wrong in [json!(null), json!([]), json!({}), json!(true), json!([URL])] {
            let label = format!("{name} is {wrong}");
            tokens.push((label, forge.with_claims(json!({ name: wrong }))));
        }
    }
    for name in ["iat", "nbf", "exp"] {
        for wrong in [
            json!((now + 60).to_string()),
            json!(now as f64 + 60.5),
            json!((now + 60) as f64),
            json!(9_223_372_036_854_775_808_u64),
            json!(1e300),
        ] {
            tokens.push((format!("{name} is {wrong}"), forge.with_claims(json!({ name: wrong }))));
        }
    }
    for name in ["iss", "aud", "sub", "client_id", "jti"] {
        tokens.push((format!("{name} is a number"), forge.with_claims(json!({ name: 1 }))));
        tokens.push((format!("{name} is empty"), forge.with_claims(json!({ name: "" }))));
    }
    for verbund in [
        json!({}),
        json!({"v": 2}),
        json!({"v": "1"}),
        json!({"v": 1, "mun": []}),
        json!({"v": 1, "x": 1}),
        json!({"v": 1, "mun": "DB"}),
        json!({"v": 1, "mun": " db"}),
        json!({"v": 1, "mun": ""}),
        json!({"v": 1, "mun": "*"}),
        json!({"v": 1, "mun": null}),
        json!({"v": 1, "mun": true}),
        json!({"v": 1, "mun": ["db"]}),
        json!({"v": 1, "mun": {"db": null}}),
        json!({"v": 1, "net": "all"}),
        json!({"v": 1, "net": {"ruhr": ["COORDINATOR"]}}),
        json!({"v": 1, "inst": "db"}),
        json!({"v": 1, "gen": null}),
        json!({"v": 1, "gen": "0"}),
        json!({"v": 1, "gen": 0.5}),
    ] {
        tokens.push((
            format!("verbund is {verbund}"),
            forge.with_claims(json!({"verbund": verbund})),
        ));
    }
    let twice = forge.claims().to_string().replacen('{', r#"{"sub":"admin","#, 1);
    tokens.push((
        "sub twice".into(),
        forge.signed_text(&forge.header().to_string(), &twice),
    ));
    refused(&forge, &tokens, 80);
}

#[test]
fn a_token_for_others_is_refused() {
    let forge = Forge::new();
    let mut tokens = Vec::new();
    for iss in [
        "https://verbund.example/",
        "http://verbund.example",
        "https://verbund.example.org",
        "verbund.example",
    ] {
        tokens.push((format!("iss {iss}"), forge.with_claims(json!({"iss": iss}))));
    }
    for aud in [
        URL,
        "https://verbund.example/graphql/",
        "https://other.example/graphql",
        "*",
    ] {
        tokens.push((format!("aud {aud}"), forge.with_claims(json!({"aud": aud}))));
    }
    let several = json!({"aud": [format!("{URL}/graphql"), "https://other.example"]});
    tokens.push(("several audiences".into(), forge.with_claims(several)));
    for sub in ["a".repeat(65), "a b".into(), "a\0".into(), "ä".into()] {
        tokens.push((format!("sub {sub:?}"), forge.with_claims(json!({"sub": sub}))));
    }
    refused(&forge, &tokens, 13);
}
