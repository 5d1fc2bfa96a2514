//! The answer to an invitation is given by the party invited, and by nobody for it.

use super::invite::ParticipationPayload;
use super::rest::{LEFT, left_behind};
use super::{Project, ProjectParticipation, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::{Problems, is_duplicate};
use crate::session::{Row, Session, Tx};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::project_participation::{Column, Entity, ParticipationRole, ParticipationStatus};

/// Which participation is answered for (Antwort auf die Einladung).
#[derive(InputObject)]
pub struct AnswerProjectParticipationInput {
    /// The `ProjectParticipation` of the party that answers.
    pub id: ID,
    /// The revision that the answer is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Takes part in a project; as its lead if invited so.
    pub async fn confirm_project_participation(
        &self,
        input: AnswerProjectParticipationInput,
    ) -> Result<ParticipationPayload, Error> {
        let (mut tx, row) = self
            .edit::<ProjectParticipation>(Action::ParticipationConfirm, &input.id)
            .await?;
        let leads = row.role == ParticipationRole::Lead;
        if leads {
            tx.require_for::<ProjectParticipation>(Action::LeadAccept, &row).await?;
        }
        let project = tx.lock::<Project>(row.project_id).await?;
        let mut problems = self.answerable(&input, &row, ParticipationStatus::Invited);
        if problems.none() && !states::INVITE.contains(&project.status) {
            problems.wrong_state("id", &project.status, states::INVITE);
        }
        if !problems.none() {
            return Ok(ParticipationPayload::refused_at(row.id, problems));
        }
        if leads {
            end_other_parts(&mut tx, &row).await?;
            step_back(&mut tx, &row).await?;
            let mut project = project.into_active_model();
            project.lead_id.set_if_not_equals(row.municipality_id);
            tx.update::<Project, _>(project, &[]).await?;
        }
        self.answer(tx, row, ParticipationStatus::Confirmed).await
    }

    /// Declines an invitation to a project.
    pub async fn decline_project_participation(
        &self,
        input: AnswerProjectParticipationInput,
    ) -> Result<ParticipationPayload, Error> {
        let (tx, row) = self
            .edit::<ProjectParticipation>(Action::ParticipationDecline, &input.id)
            .await?;
        if row.role == ParticipationRole::Lead {
            tx.require_for::<ProjectParticipation>(Action::LeadDecline, &row)
                .await?;
        }
        let problems = self.answerable(&input, &row, ParticipationStatus::Invited);
        if !problems.none() {
            return Ok(ParticipationPayload::refused_at(row.id, problems));
        }
        self.answer(tx, row, ParticipationStatus::Declined).await
    }

    /// Leaves a project. One that runs and has too few municipalities left, or no lead, rests from then on.
    pub async fn withdraw_project_participation(
        &self,
        input: AnswerProjectParticipationInput,
    ) -> Result<ParticipationPayload, Error> {
        let (mut tx, row) = self
            .edit::<ProjectParticipation>(Action::ParticipationWithdraw, &input.id)
            .await?;
        let project = tx.lock::<Project>(row.project_id).await?;
        let problems = self.answerable(&input, &row, ParticipationStatus::Confirmed);
        if !problems.none() {
            return Ok(ParticipationPayload::refused_at(row.id, problems));
        }
        let (id, led) = (row.id, row.role == ParticipationRole::Lead);
        store(&mut tx, row, ParticipationStatus::Withdrawn).await?;
        left_behind(&mut tx, project, led, LEFT).await?;
        tx.finish().await?;
        Ok(ParticipationPayload::done(id))
    }

    fn answerable(
        &self,
        input: &AnswerProjectParticipationInput,
        row: &Row<ProjectParticipation>,
        allowed: ParticipationStatus,
    ) -> Problems {
        let mut problems = Problems::new(self.language());
        if problems.revision_if_given(input.expected_revision, row.revision) && row.status != allowed {
            problems.wrong_state("id", &row.status, &[allowed]);
        }
        problems
    }

    async fn answer(
        &self,
        mut tx: Tx,
        row: Row<ProjectParticipation>,
        status: ParticipationStatus,
    ) -> Result<ParticipationPayload, Error> {
        let id = row.id;
        match store(&mut tx, row, status).await {
            Err(error) if is_duplicate(&error) => {
                let mut problems = Problems::new(self.language());
                problems.duplicate("id", "Schon beteiligt.", "Taking part already.");
                return Ok(ParticipationPayload::refused(problems));
            }
            stored => stored?,
        }
        tx.finish().await?;
        Ok(ParticipationPayload::done(id))
    }
}

/// Whoever takes over the lead has no other part beside it.
async fn end_other_parts(tx: &mut Tx, lead: &Row<ProjectParticipation>) -> Result<(), Error> {
    let others = Condition::all()
        .add(Column::ProjectId.eq(lead.project_id))
        .add(Column::MunicipalityId.eq(lead.municipality_id))
        .add(Column::Id.ne(lead.id))
        .add(Column::Status.is_in([ParticipationStatus::Invited, ParticipationStatus::Confirmed]));
    for other in tx.rows::<Entity>(others).await? {
        store(tx, other, ParticipationStatus::Ended).await?;
    }
    Ok(())
}

/// Whoever led until now takes part as a partner, before the new lead stands: at no instant are there two.
async fn step_back(tx: &mut Tx, lead: &Row<ProjectParticipation>) -> Result<(), Error> {
    let leading = Condition::all()
        .add(Column::ProjectId.eq(lead.project_id))
        .add(Column::Role.eq(ParticipationRole::Lead))
        .add(Column::Status.eq(ParticipationStatus::Confirmed));
    for former in tx.rows::<Entity>(leading).await? {
        let mut former = former.into_active_model();
        former.role = Set(ParticipationRole::Partner);
        tx.update::<ProjectParticipation, _>(former, &[]).await?;
    }
    Ok(())
}

async fn store(tx: &mut Tx, row: Row<ProjectParticipation>, status: ParticipationStatus) -> Result<(), Error> {
    let mut changed = row.into_active_model();
    changed.status = Set(status);
    tx.update::<ProjectParticipation, _>(changed, &[]).await?;
    Ok(())
}
