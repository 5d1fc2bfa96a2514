//! A record that was there twice and is joined, and what one city proposes to correct in a record of another. Invented.

use super::acting::Cast;
use super::records::{Records, made};
use crate::error::Error;
use crate::{Given, MergeOrganizationsInput, ProposeChangeInput, ProposedUpdate};
use serde_json::json;

/// Which record stays, which one it replaces, and who keeps both.
const TWICE: (&str, &str, &str) = ("staedtetag", "staedtetag-doppelt", "muelheim");

/// Who proposes to name which page of which organisation.
const PROPOSED: (&str, &str, &str) = ("herne", "stadttheater-hagen", "https://theater-hagen.example/");

pub(super) async fn make(cast: &Cast<'_>, records: &Records) -> Result<(), Error> {
    let (keep, replaced, city) = TWICE;
    let input = MergeOrganizationsInput {
        keep: records.id(keep)?,
        expected_revision: 1,
        replaced: records.id(replaced)?,
        expected_replaced_revision: 1,
    };
    let payload = cast.of(city, records)?.merge_organizations(input).await?;
    made(replaced, payload.organization, &payload.user_errors)?;

    let (city, organization, page) = PROPOSED;
    let update = json!({ "id": records.id(organization)?.as_str(), "expectedRevision": 1, "website": page });
    let input = ProposeChangeInput {
        proposed_by: records.id(city)?,
        change: ProposedUpdate::Organization(Given::from_json(update)?),
        reason: "Für die Vorführung erfunden: Die Seite des Theaters fehlt.".to_owned(),
        idempotency_key: None,
    };
    let payload = cast.of(city, records)?.propose_change(input).await?;
    made(organization, payload.change_proposal, &payload.user_errors)?;
    Ok(())
}
