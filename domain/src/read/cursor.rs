//! Cursors: where a page ended. Opaque and marked with a key, so that none can be made up, changed, or used with
//! another list, filter or order than the one it came from.

use super::cells::{Cell, Scalar};
use aws_lc_rs::{constant_time, hmac};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::Value as SqlValue;

/// The length of a mark in bytes.
const MARK: usize = 12;
/// The longest cursor that is worth decoding.
const LONGEST: usize = 1024;

/// The key that cursors are marked with; the same on every replica.
#[derive(Clone)]
pub struct Marks(hmac::Key);

impl Marks {
    /// Derives the key from a secret of the installation.
    pub fn from_secret(secret: &[u8]) -> Self {
        let root = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let derived = hmac::sign(&root, b"verbund cursor marks 1");
        Marks(hmac::Key::new(hmac::HMAC_SHA256, derived.as_ref()))
    }

    fn mark(&self, list: &str, place: &[u8]) -> hmac::Tag {
        let mut context = hmac::Context::with_key(&self.0);
        context.update(&(list.len() as u64).to_be_bytes());
        context.update(list.as_bytes());
        context.update(place);
        context.sign()
    }

    /// Writes the cursor of a row as a JSON string: the mark, then `[key, id]`.
    pub(super) fn write(&self, list: &str, row: Cell, (key, scalar): (usize, Scalar), out: &mut Vec<u8>) {
        let mut place = Vec::with_capacity(64);
        place.push(b'[');
        row.write(key, scalar, &mut place);
        place.push(b',');
        row.write(0, Scalar::Int, &mut place);
        place.push(b']');
        let tag = self.mark(list, &place);
        let mut cursor = tag.as_ref()[..MARK].to_vec();
        cursor.append(&mut place);
        out.push(b'"');
        out.extend_from_slice(BASE64.encode(cursor).as_bytes());
        out.push(b'"');
    }

    /// The place a cursor of this list names.
    pub(super) fn read(&self, list: &str, scalar: Scalar, cursor: &str) -> Option<(SqlValue, i64)> {
        if cursor.len() > LONGEST {
            return None;
        }
        let bytes = BASE64.decode(cursor).ok()?;
        let (mark, place) = bytes.split_at_checked(MARK)?;
        constant_time::verify_slices_are_equal(mark, &self.mark(list, place).as_ref()[..MARK]).ok()?;
        let (key, id): (serde_json::Value, i64) = serde_json::from_slice(place).ok()?;
        let key: SqlValue = match scalar {
            Scalar::Int => key.as_i64()?.into(),
            Scalar::Time => key.as_str()?.parse::<DateTime<Utc>>().ok()?.into(),
            Scalar::Date => key.as_str()?.parse::<NaiveDate>().ok()?.into(),
            Scalar::Bool => key.as_bool()?.into(),
            Scalar::Text | Scalar::Id(_) => key.as_str()?.to_owned().into(),
        };
        Some((key, id))
    }
}
