//! What an access token says (RFC 9068), as it is written and as it is understood.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use verbund_domain::account::{Ceiling, Role, Roles, role_name, role_named};

/// The version of the claim `verbund`.
pub(super) const VERSION: u8 = 1;

/// The header: these three parameters and no other, so that neither `crit` nor a key of the sender's choice is ever
/// looked at.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    pub typ: String,
    pub alg: String,
    pub kid: String,
}

/// The payload. Times are whole seconds; a fraction or a text is refused by the type.
#[derive(Serialize, Deserialize)]
pub(super) struct Payload {
    pub iss: String,
    pub aud: String,
    pub sub: String,
    pub client_id: String,
    pub iat: i64,
    pub nbf: i64,
    pub exp: i64,
    pub jti: String,
    pub verbund: Lent,
}

/// The roles lent to the token.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lent {
    pub v: u8,
    #[serde(default)]
    pub net: Places,
    #[serde(default)]
    pub mun: Places,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inst: Vec<String>,
    /// The generation of the account's tokens; none is the first.
    #[serde(default, rename = "gen", skip_serializing_if = "is_first")]
    pub generation: i32,
}

fn is_first(generation: &i32) -> bool {
    *generation == 0
}

/// Roles by place, or the word `db`: what the database says at each request.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Places {
    Named(BTreeMap<String, String>),
    AsHeld(Word),
}

/// The one word that can stand in place of roles.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub(super) struct Word;

impl From<Word> for &'static str {
    fn from(_: Word) -> Self {
        "db"
    }
}

impl TryFrom<String> for Word {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text == "db" { Ok(Word) } else { Err("not the word db") }
    }
}

impl Default for Places {
    fn default() -> Self {
        Places::Named(BTreeMap::new())
    }
}

impl From<&Roles> for Places {
    fn from(roles: &Roles) -> Self {
        let text = |(place, role): (&String, &Role)| (place.clone(), role_name(*role));
        match roles {
            Roles::Named(roles) => Places::Named(roles.iter().map(text).collect()),
            Roles::AsHeld => Places::AsHeld(Word),
        }
    }
}

impl From<Places> for Roles {
    /// A role that this version does not know is no role.
    fn from(places: Places) -> Self {
        let known = |(place, role): (String, String)| Some((place, role_named(&role)?));
        match places {
            Places::Named(roles) => Roles::Named(roles.into_iter().filter_map(known).collect()),
            Places::AsHeld(Word) => Roles::AsHeld,
        }
    }
}

impl From<&Ceiling> for Lent {
    fn from(ceiling: &Ceiling) -> Self {
        Lent {
            v: VERSION,
            net: (&ceiling.networks).into(),
            mun: (&ceiling.municipalities).into(),
            inst: ceiling.installation.iter().map(|role| role_name(*role)).collect(),
            generation: ceiling.generation,
        }
    }
}

impl From<Lent> for Ceiling {
    fn from(lent: Lent) -> Self {
        Ceiling {
            municipalities: lent.mun.into(),
            networks: lent.net.into(),
            installation: lent.inst.iter().filter_map(|role| role_named(role)).collect(),
            generation: lent.generation,
        }
    }
}

/// What a verified token tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Public id of the account.
    pub subject: String,
    /// The application that the token was made for.
    pub client: String,
    /// The most that it allows.
    pub ceiling: Ceiling,
    pub expires_at: DateTime<Utc>,
}
