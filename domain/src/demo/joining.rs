//! Who wants to join the second network: one city has applied, another one is invited. Both invented.

use super::acting::Cast;
use super::records::{Records, made};
use crate::error::Error;
use crate::{ApplyForMembershipInput, InviteMemberInput};

const NETWORK: &str = "kreise-und-kreisstadt";
const APPLICANT: &str = "bielefeld";
const INVITED: &str = "wuppertal";

pub(super) async fn make(cast: &Cast<'_>, records: &Records) -> Result<(), Error> {
    let applied = cast
        .of_outsider(APPLICANT, records)?
        .apply_for_membership(ApplyForMembershipInput {
            municipality: records.id(APPLICANT)?,
            network: records.id(NETWORK)?,
            note: Some("Erfunden für die Demonstration: Wir möchten von den Kreisen lernen.".to_owned()),
            idempotency_key: None,
        })
        .await?;
    made("an application", applied.membership, &applied.user_errors)?;
    let invited = cast
        .of(NETWORK, records)?
        .invite_member(InviteMemberInput {
            network: records.id(NETWORK)?,
            municipality: records.id(INVITED)?,
            idempotency_key: None,
        })
        .await?;
    made("an invitation", invited.membership, &invited.user_errors)?;
    Ok(())
}
