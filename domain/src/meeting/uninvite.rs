//! An invitation to organise a meeting is taken back by whose meeting it is, as long as nobody has answered it.

use super::answer::no_longer_housed;
use super::invite::OrganizerPayload;
use super::{Meeting, MeetingOrganizer};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::meeting_organizer::OrganizerStatus;

/// The invitation that is taken back (Einladung zurücknehmen).
#[derive(InputObject)]
pub struct WithdrawOrganizerInvitationInput {
    /// The `MeetingOrganizer` of the party that was invited.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Takes an invitation to organise a meeting back.
    pub async fn withdraw_organizer_invitation(
        &self,
        input: WithdrawOrganizerInvitationInput,
    ) -> Result<OrganizerPayload, Error> {
        let (mut tx, row) = self
            .edit::<MeetingOrganizer>(Action::OrganizerUninvite, &input.id)
            .await?;
        let id = row.id;
        let meeting = tx.lock::<Meeting>(row.meeting_id).await?;
        let mut problems = Problems::new(self.language());
        let as_seen = problems.revision_if_given(input.expected_revision, row.revision);
        if as_seen && row.status != OrganizerStatus::Invited {
            problems.wrong_state("id", &row.status, &[OrganizerStatus::Invited]);
        }
        if !problems.none() {
            return Ok(OrganizerPayload::refused_at(id, problems));
        }
        no_longer_housed(&mut tx, meeting, &row).await?;
        let mut changed = row.into_active_model();
        changed.status = Set(OrganizerStatus::Retracted);
        tx.update::<MeetingOrganizer, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(OrganizerPayload::done(id))
    }
}
