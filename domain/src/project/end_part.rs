//! The lead ends the part of another, which stays on record.

use super::invite::ParticipationPayload;
use super::rest::left_behind;
use super::{Project, ProjectParticipation, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::TextRule;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};

/// The part to end, and why (Beteiligung beenden).
#[derive(InputObject)]
pub struct EndProjectParticipationInput {
    /// A confirmed part of another party; the lead hands over or leaves instead (Beteiligung).
    pub id: ID,
    /// Why, in at most 1,000 characters; whoever sees the part reads it (Grund).
    pub reason: String,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

/// Why a project rests that has too few municipalities left.
const ENDED: &str = "Nach dem Ende einer Beteiligung fehlt eine zweite Kommune.";

impl Session {
    /// Ends the part of another. A project that runs and has too few municipalities left rests from then on.
    pub async fn end_project_participation(
        &self,
        input: EndProjectParticipationInput,
    ) -> Result<ParticipationPayload, Error> {
        let (mut tx, row) = self
            .edit::<ProjectParticipation>(Action::ParticipationEnd, &input.id)
            .await?;
        let id = row.id;
        let project = tx.lock::<Project>(row.project_id).await?;
        // Whoever led when the part was locked may have handed over before the project was.
        tx.require_for::<ProjectParticipation>(Action::ParticipationEnd, &row)
            .await?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ParticipationPayload::refused_at(id, problems));
        }
        let reason = problems.text("reason", &input.reason, TextRule::REASON);
        if row.status != ParticipationStatus::Confirmed {
            problems.wrong_state("id", &row.status, &[ParticipationStatus::Confirmed]);
        } else if row.role == ParticipationRole::Lead {
            problems.state(
                "id",
                "Die Federführung wird übergeben oder zurückgezogen, nicht beendet.",
                "A lead is handed over or withdrawn, not ended.",
            );
        }
        if !states::END_PART.contains(&project.status) {
            problems.wrong_state("id", &project.status, states::END_PART);
        }
        if !problems.none() {
            return Ok(ParticipationPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(ParticipationStatus::Ended);
        changed.status_reason = Set(Some(reason));
        tx.update::<ProjectParticipation, _>(changed, &[]).await?;
        left_behind(&mut tx, project, false, ENDED).await?;
        tx.finish().await?;
        Ok(ParticipationPayload::done(id))
    }
}
