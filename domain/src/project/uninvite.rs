//! An invitation to a project is taken back by those who could have sent it, as long as nobody has answered it.

use super::invite::ParticipationPayload;
use super::{Project, ProjectParticipation};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};

/// The invitation that is taken back (Einladung zurücknehmen).
#[derive(InputObject)]
pub struct WithdrawProjectInvitationInput {
    /// The `ProjectParticipation` of the party that was invited.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Takes an invitation to a project back, or the offer of its lead.
    pub async fn withdraw_project_invitation(
        &self,
        input: WithdrawProjectInvitationInput,
    ) -> Result<ParticipationPayload, Error> {
        let action = match self.find::<ProjectParticipation>(&input.id).await?.role {
            ParticipationRole::Lead => Action::LeadOfferWithdraw,
            _ => Action::ParticipationUninvite,
        };
        let (mut tx, row) = self.edit::<ProjectParticipation>(action, &input.id).await?;
        let id = row.id;
        tx.lock::<Project>(row.project_id).await?;
        // Whoever led when the part was locked may have handed over before the project was.
        tx.require_for::<ProjectParticipation>(action, &row).await?;
        let mut problems = Problems::new(self.language());
        let as_seen = problems.revision_if_given(input.expected_revision, row.revision);
        if as_seen && row.status != ParticipationStatus::Invited {
            problems.wrong_state("id", &row.status, &[ParticipationStatus::Invited]);
        }
        if !problems.none() {
            return Ok(ParticipationPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(ParticipationStatus::Retracted);
        tx.update::<ProjectParticipation, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ParticipationPayload::done(id))
    }
}
