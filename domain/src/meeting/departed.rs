//! What becomes of invitations to organise when the invited municipality leaves a network. What it organised stays.

use super::{Meeting, MeetingOrganizer};
use crate::error::Error;
use crate::network::Company;
use crate::session::Tx;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::meeting_organizer::{Column, OrganizerStatus};

/// Declines what a municipality is invited to by those with whom it is in no network any more.
pub(crate) async fn decline_invitations(tx: &mut Tx, city: i64, company: &Company) -> Result<(), Error> {
    let invited = Condition::all()
        .add(Column::MunicipalityId.eq(city))
        .add(Column::Status.eq(OrganizerStatus::Invited));
    let mut invitations = tx.lock_all::<MeetingOrganizer>(invited).await?;
    invitations.sort_by_key(|one| one.meeting_id);
    for invitation in invitations {
        let meeting = tx.lock::<Meeting>(invitation.meeting_id).await?;
        let by_city = meeting.keeper_municipality_id;
        let by_network = meeting.keeper_network_id;
        if by_city.is_some_and(|id| company.has_one_of(&[id]))
            || by_network.is_some_and(|id| company.networks.contains(&id))
        {
            continue;
        }
        if meeting.host_id == Some(city) {
            let mut meeting = meeting.into_active_model();
            meeting.host_id = Set(None);
            tx.update::<Meeting, _>(meeting, &[]).await?;
        }
        let mut invitation = invitation.into_active_model();
        invitation.status = Set(OrganizerStatus::Declined);
        tx.update::<MeetingOrganizer, _>(invitation, &[]).await?;
    }
    Ok(())
}
