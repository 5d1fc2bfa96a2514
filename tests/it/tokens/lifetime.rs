//! From when until when a token is valid.

use super::Forge;
use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_api::auth::Forgery;
use verbund_domain::account::Ceiling;

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
fn nobody_gets_a_token_for_longer_than_an_hour() {
    let forge = Forge::new();
    let issued = forge
        .tokens
        .issue("somebody", "verbund", &Ceiling::default(), Some(TimeDelta::days(1)))
        .unwrap();
    assert_eq!(issued.expires_at, forge.clock.now() + TimeDelta::hours(1));
}
