//! What an access token says (RFC 9068), as it is written and as it is understood.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use verbund_domain::account::{Ceiling, role_name, role_named};

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
    pub net: BTreeMap<String, String>,
    #[serde(default)]
    pub mun: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inst: Vec<String>,
}

impl From<&Ceiling> for Lent {
    fn from(ceiling: &Ceiling) -> Self {
        let named = |roles: &BTreeMap<String, _>| {
            roles
                .iter()
                .map(|(place, role)| (place.clone(), role_name(*role)))
                .collect()
        };
        Lent {
            v: VERSION,
            net: named(&ceiling.networks),
            mun: named(&ceiling.municipalities),
            inst: ceiling.installation.iter().map(|role| role_name(*role)).collect(),
        }
    }
}

impl From<Lent> for Ceiling {
    /// A role that this version does not know is no role.
    fn from(lent: Lent) -> Self {
        let known = |roles: BTreeMap<String, String>| {
            roles
                .into_iter()
                .filter_map(|(place, role)| Some((place, role_named(&role)?)))
                .collect()
        };
        Ceiling {
            municipalities: known(lent.mun),
            networks: known(lent.net),
            installation: lent.inst.iter().filter_map(|role| role_named(role)).collect(),
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
