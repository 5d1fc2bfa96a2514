//! Access tokens: one of ours is understood, anything else is refused.

use aws_lc_rs::{hmac, rand::SystemRandom, signature::Ed25519KeyPair, signature::KeyPair};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::TimeDelta;
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use verbund_api::auth::{Forgery, SigningKey, Tokens};
use verbund_domain::account::{Ceiling, Role, Roles};
use verbund_tests::TestClock;

const URL: &str = "https://verbund.example";

/// A server's key, known to the forger, so that everything but the secret can be wrong on purpose.
struct Forge {
    pair: Ed25519KeyPair,
    tokens: Tokens,
    clock: TestClock,
}

impl Forge {
    fn new() -> Forge {
        let pkcs8 = Ed25519KeyPair::generate_pkcs8v1(&SystemRandom::new()).unwrap();
        let key = SigningKey::from_pkcs8(pkcs8.as_ref()).unwrap();
        let clock = TestClock::new();
        Forge {
            pair: Ed25519KeyPair::from_pkcs8(pkcs8.as_ref()).unwrap(),
            tokens: Tokens::new(key, URL, clock.clock()),
            clock,
        }
    }

    fn genuine(&self) -> String {
        self.tokens
            .issue("somebody", "verbund", &Ceiling::default(), None)
            .unwrap()
            .token
    }

    fn header(&self) -> Value {
        json!({"typ": "at+jwt", "alg": "EdDSA", "kid": self.tokens.key().id()})
    }

    fn claims(&self) -> Value {
        let now = self.clock.now().timestamp();
        json!({
            "iss": URL, "aud": format!("{URL}/graphql"), "sub": "somebody", "client_id": "verbund",
            "iat": now, "nbf": now, "exp": now + 900, "jti": "1", "verbund": {"v": 1, "net": {}, "mun": {}},
        })
    }

    /// Signed with the right key, whatever it says.
    fn signed(&self, header: &Value, claims: &Value) -> String {
        self.signed_text(&header.to_string(), &claims.to_string())
    }

    fn signed_text(&self, header: &str, claims: &str) -> String {
        let message = format!("{}.{}", BASE64.encode(header), BASE64.encode(claims));
        let signature = self.pair.sign(message.as_bytes());
        format!("{message}.{}", BASE64.encode(signature.as_ref()))
    }

    fn with_header(&self, change: Value) -> String {
        self.signed(&merged(self.header(), change), &self.claims())
    }

    fn with_claims(&self, change: Value) -> String {
        self.signed(&self.header(), &merged(self.claims(), change))
    }

    fn without_claim(&self, name: &str) -> String {
        let mut claims = self.claims();
        claims.as_object_mut().unwrap().remove(name);
        self.signed(&self.header(), &claims)
    }

    /// Signed with HMAC, the secret being what everybody can know of the key.
    fn with_mac(&self, secret: &[u8]) -> String {
        let header = merged(self.header(), json!({"alg": "HS256"}));
        let message = format!(
            "{}.{}",
            BASE64.encode(header.to_string()),
            BASE64.encode(self.claims().to_string())
        );
        let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret), message.as_bytes());
        format!("{message}.{}", BASE64.encode(tag.as_ref()))
    }
}

fn merged(mut value: Value, change: Value) -> Value {
    let (Value::Object(value_members), Value::Object(change)) = (&mut value, change) else {
        panic!("objects")
    };
    value_members.extend(change);
    value
}

#[test]
fn a_token_of_ours_tells_who_it_is_and_what_it_lends() {
    let forge = Forge::new();
    let ceiling = Ceiling {
        municipalities: [("05914000".to_owned(), Role::Editor)].into(),
        networks: [("integration-interkommunal".to_owned(), Role::Coordinator)].into(),
        installation: [Role::Auditor].into(),
    };
    let issued = forge.tokens.issue("somebody", "verbund", &ceiling, None).unwrap();
    let claims = forge.tokens.verify(&issued.token).unwrap();
    assert_eq!(claims.subject, "somebody");
    assert_eq!(claims.ceiling, ceiling);
    assert_eq!(claims.expires_at, issued.expires_at);
    assert_eq!(issued.expires_at, forge.clock.now() + TimeDelta::minutes(15));
}

#[test]
fn a_token_has_exactly_the_header_and_claims_of_the_contract() {
    let forge = Forge::new();
    let token = forge.genuine();
    let parts: Vec<&str> = token.split('.').collect();
    let part =
        |index: usize| -> Map<String, Value> { serde_json::from_slice(&BASE64.decode(parts[index]).unwrap()).unwrap() };
    assert_eq!(Value::Object(part(0)), forge.header());
    let names: HashSet<String> = part(1).keys().cloned().collect();
    let expected = ["iss", "aud", "sub", "client_id", "iat", "nbf", "exp", "jti", "verbund"];
    assert_eq!(names, expected.map(str::to_owned).into());
    assert_eq!(part(1)["iss"], URL);
    assert_eq!(part(1)["aud"], format!("{URL}/graphql"));
    assert_eq!(part(1)["verbund"], json!({"v": 1, "net": {}, "mun": {}}));
}

#[test]
fn a_token_can_say_that_the_database_is_its_ceiling_and_roles_named_db_are_roles() {
    let forge = Forge::new();
    let ceiling = Ceiling {
        municipalities: Roles::AsHeld,
        networks: Roles::AsHeld,
        installation: [Role::Auditor].into(),
    };
    let token = forge.tokens.issue("somebody", "verbund", &ceiling, None).unwrap().token;
    assert_eq!(forge.tokens.verify(&token).unwrap().ceiling, ceiling);
    let written = forge.with_claims(json!({"verbund": {"v": 1, "mun": "db", "net": {"db": "COORDINATOR"}}}));
    let read = forge.tokens.verify(&written).unwrap().ceiling;
    assert_eq!(read.municipalities, Roles::AsHeld);
    assert_eq!(read.networks, [("db".to_owned(), Role::Coordinator)].into());
}

#[test]
fn what_the_forger_signs_unchanged_is_accepted_so_that_each_refusal_below_has_one_reason() {
    let forge = Forge::new();
    forge
        .tokens
        .verify(&forge.signed(&forge.header(), &forge.claims()))
        .unwrap();
}

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

#[test]
fn a_token_is_valid_from_its_start_to_its_end_give_or_take_five_seconds() {
    let forge = Forge::new();
    let now = forge.clock.now().timestamp();
    let verify = |claims: Value| forge.tokens.verify(&forge.with_claims(claims)).map(drop);
    assert_eq!(verify(json!({"nbf": now + 5})), Ok(()));
    assert_eq!(verify(json!({"nbf": now + 6})), Err(Forgery::Early));
    assert_eq!(verify(json!({"iat": now + 5})), Ok(()));
    assert_eq!(verify(json!({"iat": now + 6})), Err(Forgery::Early));
    assert_eq!(verify(json!({"iat": now - 60, "exp": now - 4})), Ok(()));
    assert_eq!(verify(json!({"iat": now - 60, "exp": now - 5})), Err(Forgery::Expired));
    assert_eq!(verify(json!({"exp": now + 3600})), Ok(()));
    assert_eq!(verify(json!({"exp": now + 3601})), Err(Forgery::Lifetime));
    assert_eq!(verify(json!({"exp": i64::MAX})), Err(Forgery::Lifetime));
    assert_eq!(
        verify(json!({"iat": i64::MIN, "exp": i64::MAX})),
        Err(Forgery::Lifetime)
    );
    assert_eq!(verify(json!({"exp": -1})), Err(Forgery::Expired));
    assert_eq!(verify(json!({"iat": now, "exp": now})), Err(Forgery::Lifetime));

    let token = forge.genuine();
    forge.clock.turn(TimeDelta::minutes(15) + TimeDelta::seconds(4));
    assert!(forge.tokens.verify(&token).is_ok());
    forge.clock.turn(TimeDelta::seconds(1));
    assert_eq!(forge.tokens.verify(&token), Err(Forgery::Expired));
}

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

#[test]
fn nobody_gets_a_token_for_longer_than_an_hour() {
    let forge = Forge::new();
    let issued = forge
        .tokens
        .issue("somebody", "verbund", &Ceiling::default(), Some(TimeDelta::days(1)))
        .unwrap();
    assert_eq!(issued.expires_at, forge.clock.now() + TimeDelta::hours(1));
}

fn refused(forge: &Forge, tokens: &[(String, String)], at_least: usize) {
    assert!(tokens.len() >= at_least, "only {} tokens", tokens.len());
    for (label, token) in tokens {
        assert!(forge.tokens.verify(token).is_err(), "accepted: {label}");
    }
}
