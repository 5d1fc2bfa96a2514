//! Access tokens: one of ours is understood, anything else is refused.

mod claims;
mod contract;
mod header;
mod lifetime;
mod text;

use aws_lc_rs::{hmac, rand::SystemRandom, signature::Ed25519KeyPair};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use serde_json::{Value, json};
use verbund_api::auth::{SigningKey, Tokens};
use verbund_domain::account::Ceiling;
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

fn refused(forge: &Forge, tokens: &[(String, String)], at_least: usize) {
    assert!(tokens.len() >= at_least, "only {} tokens", tokens.len());
    for (label, token) in tokens {
        assert!(forge.tokens.verify(token).is_err(), "accepted: {label}");
    }
}

#[test]
fn what_the_forger_signs_unchanged_is_accepted_so_that_each_refusal_below_has_one_reason() {
    let forge = Forge::new();
    forge
        .tokens
        .verify(&forge.signed(&forge.header(), &forge.claims()))
        .unwrap();
}
