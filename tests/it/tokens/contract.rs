//! What a token of ours says, exactly.

use super::{BASE64, Forge, URL};
use base64::Engine;
use chrono::TimeDelta;
use serde_json::{Map, Value, json};
use std::collections::HashSet;
use verbund_domain::account::{Ceiling, Role, Roles};

#[test]
fn a_token_of_ours_tells_who_it_is_and_what_it_lends() {
    let forge = Forge::new();
    let ceiling = Ceiling {
        municipalities: [("05914000".to_owned(), Role::Editor)].into(),
        networks: [("integration-interkommunal".to_owned(), Role::Coordinator)].into(),
        installation: [Role::Auditor].into(),
        generation: 7,
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
        generation: 0,
    };
    let token = forge.tokens.issue("somebody", "verbund", &ceiling, None).unwrap().token;
    assert_eq!(forge.tokens.verify(&token).unwrap().ceiling, ceiling);
    let written = forge.with_claims(json!({"verbund": {"v": 1, "mun": "db", "net": {"db": "COORDINATOR"}}}));
    let read = forge.tokens.verify(&written).unwrap().ceiling;
    assert_eq!(read.municipalities, Roles::AsHeld);
    assert_eq!(read.networks, [("db".to_owned(), Role::Coordinator)].into());
}
