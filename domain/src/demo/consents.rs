//! Associations in public have agreed to be there. That they have is invented, and each says so.

use super::acting::Cast;
use super::records::{Records, broken, made};
use crate::error::Error;
use crate::values::LocalDate;
use crate::{RecordDirectoryConsentInput, VerifyContactPointInput};
use chrono::NaiveDate;

/// Which association, who keeps its record.
const CONSENTS: &[(&str, &str)] = &[("acadi", "hagen")];

/// Contacts that somebody has looked at, and of which city.
const LOOKED_AT: &[(&str, &str)] = &[("adviser-public", "hagen"), ("herne-parents", "herne")];

pub(super) async fn make(cast: &Cast<'_>, records: &Records) -> Result<(), Error> {
    for (name, city) in CONSENTS {
        let input = RecordDirectoryConsentInput {
            organization: records.id(name)?,
            expected_revision: None,
            given_on: LocalDate(NaiveDate::from_ymd_opt(2026, 1, 12).ok_or_else(|| broken("no such day"))?),
            evidence: "Für die Vorführung erfunden; keine Erklärung des Vereins.".to_owned(),
        };
        let payload = cast.of(city, records)?.record_directory_consent(input).await?;
        made(name, payload.organization, &payload.user_errors)?;
    }
    for (name, city) in LOOKED_AT {
        let input = VerifyContactPointInput {
            id: records.id(name)?,
            expected_revision: None,
        };
        let payload = cast.of(city, records)?.verify_contact_point(input).await?;
        made(name, payload.contact_point, &payload.user_errors)?;
    }
    Ok(())
}
