//! Access tokens: made here, verified here, strictly.
//!
//! The header is ours or the token is refused; the key follows from `kid`, the algorithm from the key, never from the
//! header. Times are checked here, with the clock of the request, since jsonwebtoken would ask the machine's.

use super::claims::{Header, Lent, Payload, VERSION};
use super::{Claims, Forgery, SigningKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, crypto};
use uuid::Uuid;
use verbund_domain::account::Ceiling;
use verbund_domain::clock::Clock;
use verbund_domain::error::Error;

/// The most bytes of a token.
const LONGEST_BYTES: usize = 4096;

/// The most bytes of an identifier in a token.
const LONGEST_IDENTIFIER: usize = 64;

/// By how many seconds clocks of replicas may differ.
const LEEWAY_SECONDS: i64 = 5;

const TYPE: &str = "at+jwt";
const ALGORITHM: &str = "EdDSA";

/// Makes and verifies the tokens of one server.
#[derive(Clone)]
pub struct Tokens {
    key: SigningKey,
    issuer: String,
    audience: String,
    lifetime: Duration,
    clock: Clock,
}

/// A new token.
#[derive(Clone, Debug)]
pub struct Issued {
    pub token: String,
    pub expires_at: DateTime<Utc>,
}

impl Tokens {
    /// How long a token lives unless the server is told otherwise.
    pub const LIFETIME: Duration = Duration::minutes(15);

    /// The longest that anybody may ask for.
    pub const LONGEST_LIFETIME: Duration = Duration::hours(1);

    /// `public_url` is the issuer; the audience is it + `/graphql`.
    pub fn new(key: SigningKey, public_url: &str, clock: Clock) -> Self {
        let issuer = public_url.trim_end_matches('/').to_owned();
        Tokens {
            key,
            audience: format!("{issuer}/graphql"),
            issuer,
            lifetime: Self::LIFETIME,
            clock,
        }
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(super) fn clock(&self) -> Clock {
        self.clock.clone()
    }

    pub fn key(&self) -> &SigningKey {
        &self.key
    }

    /// A token for the account of this public id, for `lifetime` (15 minutes if not said, an hour at most).
    ///
    /// `Internal` when so many roles are named that no server would take the token; `account::ceiling_of` never does.
    pub fn issue(
        &self,
        subject: &str,
        client: &str,
        ceiling: &Ceiling,
        lifetime: Option<Duration>,
    ) -> Result<Issued, Error> {
        let now = self.now().timestamp();
        let lifetime = lifetime.unwrap_or(self.lifetime).min(Self::LONGEST_LIFETIME);
        let payload = Payload {
            iss: self.issuer.clone(),
            aud: self.audience.clone(),
            sub: subject.to_owned(),
            client_id: client.to_owned(),
            iat: now,
            nbf: now,
            exp: now + lifetime.num_seconds(),
            jti: Uuid::new_v4().to_string(),
            verbund: Lent::from(ceiling),
        };
        let header = Header {
            typ: TYPE.into(),
            alg: ALGORITHM.into(),
            kid: self.key.id().to_owned(),
        };
        let message = format!("{}.{}", part(&header)?, part(&payload)?);
        let signature = crypto::sign(message.as_bytes(), &self.key.signs, Algorithm::EdDSA).map_err(failed)?;
        let token = format!("{message}.{signature}");
        if token.len() > LONGEST_BYTES {
            return Err(failed("too many roles"));
        }
        let expires_at = DateTime::from_timestamp(payload.exp, 0).ok_or_else(|| failed("the time is out of range"))?;
        Ok(Issued { token, expires_at })
    }

    /// What the token says, if this server made it for itself and it is valid now.
    pub fn verify(&self, token: &str) -> Result<Claims, Forgery> {
        if token.len() > LONGEST_BYTES {
            return Err(Forgery::TooLong);
        }
        let (message, signature) = token.rsplit_once('.').ok_or(Forgery::Shape)?;
        let (header, payload) = message.split_once('.').ok_or(Forgery::Shape)?;
        let header: Header = serde_json::from_slice(&bytes(header)?).map_err(|_| Forgery::Header)?;
        if header.typ != TYPE {
            return Err(Forgery::Type);
        }
        if header.alg != ALGORITHM {
            return Err(Forgery::Algorithm);
        }
        if header.kid != self.key.id() {
            return Err(Forgery::Key);
        }
        bytes(signature)?;
        match crypto::verify(signature, message.as_bytes(), &self.key.verifies, Algorithm::EdDSA) {
            Ok(true) => {}
            Ok(false) | Err(_) => return Err(Forgery::Signature),
        }
        let payload: Payload = serde_json::from_slice(&bytes(payload)?).map_err(|_| Forgery::Claims)?;
        self.accept(payload)
    }

    fn accept(&self, payload: Payload) -> Result<Claims, Forgery> {
        if payload.verbund.v != VERSION {
            return Err(Forgery::Claims);
        }
        if payload.iss != self.issuer {
            return Err(Forgery::Issuer);
        }
        if payload.aud != self.audience {
            return Err(Forgery::Audience);
        }
        for identifier in [&payload.sub, &payload.client_id, &payload.jti] {
            let printable = identifier.bytes().all(|byte| byte.is_ascii_graphic());
            if identifier.is_empty() || identifier.len() > LONGEST_IDENTIFIER || !printable {
                return Err(Forgery::Identifier);
            }
        }
        let now = self.now().timestamp();
        let Payload { iat, nbf, exp, .. } = payload;
        if iat.max(nbf) > now.saturating_add(LEEWAY_SECONDS) {
            return Err(Forgery::Early);
        }
        if exp <= now.saturating_sub(LEEWAY_SECONDS) {
            return Err(Forgery::Expired);
        }
        if exp.saturating_sub(iat) > Self::LONGEST_LIFETIME.num_seconds() || exp <= iat {
            return Err(Forgery::Lifetime);
        }
        Ok(Claims {
            subject: payload.sub,
            client: payload.client_id,
            ceiling: payload.verbund.into(),
            expires_at: DateTime::from_timestamp(exp, 0).ok_or(Forgery::Claims)?,
        })
    }
}

fn part(value: &impl serde::Serialize) -> Result<String, Error> {
    Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(value).map_err(failed)?))
}

/// Strict: no padding, no other alphabet, no bits left over.
fn bytes(part: &str) -> Result<Vec<u8>, Forgery> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| Forgery::Shape)
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("token: {error}"))
}
