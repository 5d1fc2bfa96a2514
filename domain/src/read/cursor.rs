//! Cursors: where a page ended. Opaque and sealed with a key, so that none can be made up, changed, or used with another
//! list, filter or order than the one it came from.
//!
//! Sealed and not only signed, for a place holds the row's internal key: these count up over all rows, so whoever could
//! read two of them would know how many hidden rows were made in between. For the same reason numbers have a fixed width.

use super::cells::{Cell, Scalar};
use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Value as SqlValue;
use std::sync::Arc;

/// The longest cursor that is worth decoding: longer than any that is written, of an order key of 200 letters.
const LONGEST: usize = 4096;
/// The length of a number in a place.
const NUMBER: usize = 8;

/// The key that cursors are sealed with; the same on every replica. There always is one: AES-256 takes the 32 bytes that
/// SHA-256 gives.
#[derive(Clone)]
pub struct Marks(Option<Arc<LessSafeKey>>);

impl Marks {
    /// Derives the key from a secret of the installation.
    pub fn from_secret(secret: &[u8]) -> Self {
        let root = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let derived = hmac::sign(&root, b"verbund cursor marks 2");
        let key = UnboundKey::new(&AES_256_GCM_SIV, derived.as_ref()).ok();
        Marks(key.map(LessSafeKey::new).map(Arc::new))
    }

    /// One nonce for all: this cipher then tells no more than whether two cursors of a list are the same, and the same
    /// place shall have the same cursor.
    fn nonce() -> Nonce {
        Nonce::assume_unique_for_key([0; 12])
    }

    /// Writes the cursor of a row as a JSON string: the row's internal key and what the list is ordered by, sealed.
    pub(super) fn write(&self, list: &str, row: Cell, (key, scalar): (usize, Scalar), out: &mut Vec<u8>) {
        let mut place = Vec::with_capacity(64);
        place.extend_from_slice(&row.int(0).unwrap_or_default().to_be_bytes());
        match scalar {
            Scalar::Int => place.extend_from_slice(&row.int(key).unwrap_or_default().to_be_bytes()),
            _ => row.write(key, scalar, &mut place),
        }
        let list = Aad::from(list.as_bytes());
        let seal = |key: &Arc<LessSafeKey>| key.seal_in_place_append_tag(Self::nonce(), list, &mut place).ok();
        match self.0.as_ref().and_then(seal) {
            Some(()) => {
                out.push(b'"');
                out.extend_from_slice(BASE64.encode(place).as_bytes());
                out.push(b'"');
            }
            None => out.extend_from_slice(b"null"), // for no place of a sensible length
        }
    }

    /// The place a cursor of this list names.
    pub(super) fn read(&self, list: &str, scalar: Scalar, cursor: &str) -> Option<(SqlValue, i64)> {
        if cursor.len() > LONGEST {
            return None;
        }
        let mut sealed = BASE64.decode(cursor).ok()?;
        let list = Aad::from(list.as_bytes());
        let place: &[u8] = self.0.as_ref()?.open_in_place(Self::nonce(), list, &mut sealed).ok()?;
        let (id, key) = place.split_at_checked(NUMBER)?;
        let id = i64::from_be_bytes(id.try_into().ok()?);
        if scalar == Scalar::Int {
            return Some((i64::from_be_bytes(key.try_into().ok()?).into(), id));
        }
        let key: serde_json::Value = serde_json::from_slice(key).ok()?;
        let key: SqlValue = match scalar {
            Scalar::Time => key.as_str()?.parse::<DateTime<Utc>>().ok()?.into(),
            Scalar::Date => key.as_str()?.parse::<NaiveDate>().ok()?.into(),
            Scalar::Bool => key.as_bool()?.into(),
            Scalar::Text | Scalar::Int | Scalar::Id(_) => key.as_str()?.to_owned().into(),
        };
        Some((key, id))
    }
}
