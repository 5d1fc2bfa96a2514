//! Contacts: each city enters its own.

use super::acting::Cast;
use super::directory::CONTACTS;
use super::records::{Records, broken, made};
use crate::error::Error;
use crate::session::Record;
use crate::values::LocalDate;
use crate::{ChannelType, ContactChannelInput, ContactPoint, CreateContactPointInput};
use chrono::NaiveDate;

pub(super) async fn make(cast: &Cast<'_>, records: &mut Records) -> Result<(), Error> {
    for row in CONTACTS {
        let channel = |(r#type, value): &(ChannelType, &str)| ContactChannelInput {
            r#type: *r#type,
            value: (*value).to_owned(),
            display: None,
        };
        let input = CreateContactPointInput {
            owner: records.id(row.owner)?,
            municipality: None,
            purpose: row.purpose.map(str::to_owned),
            audience: row.audience.map(str::to_owned),
            channels: row.channels.iter().map(channel).collect(),
            functional: row.functional,
            visibility: row.visibility,
            publication_basis: row.basis,
            valid_from: None,
            valid_until: row.until.map(day).transpose()?,
            topics: records.ids(row.topics)?,
            idempotency_key: None,
        };
        let payload = cast.of(row.city, records)?.create_contact_point(input).await?;
        let key = made(row.name, payload.contact_point, &payload.user_errors)?.key();
        records.add(row.name, Record::of::<ContactPoint>(cast.db, key).await?)?;
    }
    Ok(())
}

fn day(text: &str) -> Result<LocalDate, Error> {
    let day: NaiveDate = text.parse().map_err(|_| broken(&format!("{text} is no day")))?;
    Ok(LocalDate(day))
}
