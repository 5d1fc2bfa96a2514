//! Whoever leads a project offers the lead to another municipality, and leads on until that has accepted.

use super::invite::ParticipationPayload;
use super::{Project, ProjectParticipation, states};
use crate::Municipality;
use crate::access::Action;
use crate::error::Error;
use crate::problems::{Problems, is_duplicate};
use crate::session::{Once, Session};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::project_participation::{ActiveModel, Column, Entity, ParticipationRole, ParticipationStatus};

/// The lead that is offered, and to whom (Federführung übergeben).
#[derive(InputObject)]
pub struct HandOverProjectLeadInput {
    /// The project that changes hands (Projekt).
    pub project: ID,
    /// The municipality that shall lead it, taking part already or not.
    pub municipality: ID,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

impl Session {
    /// Offers the lead of a project, as its lead.
    pub async fn hand_over_project_lead(&self, input: HandOverProjectLeadInput) -> Result<ParticipationPayload, Error> {
        let (mut tx, project) = self.edit::<Project>(Action::LeadHandOver, &input.project).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let heir = tx
            .expected::<Municipality>(&input.municipality, "municipality", &mut problems)
            .await?;
        let Some(heir) = heir.filter(|_| problems.none()) else {
            return Ok(ParticipationPayload::refused(problems));
        };
        let first = match tx
            .once("handOverProjectLead", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(ParticipationPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(ParticipationPayload::refused(problems));
            }
        };
        if !states::INVITE.contains(&project.status) {
            problems.wrong_state("project", &project.status, states::INVITE);
        }
        let offered = Condition::all()
            .add(Column::ProjectId.eq(project.id))
            .add(Column::Role.eq(ParticipationRole::Lead))
            .add(Column::Status.eq(ParticipationStatus::Invited));
        if project.lead_id == Some(heir.id) || !tx.rows::<Entity>(offered).await?.is_empty() {
            already(&mut problems);
        }
        if !problems.none() {
            return Ok(ParticipationPayload::refused(problems));
        }
        let offer = ActiveModel {
            project_id: Set(project.id),
            municipality_id: Set(Some(heir.id)),
            organization_id: Set(None),
            role: Set(ParticipationRole::Lead),
            status: Set(ParticipationStatus::Invited),
            contribution: Set(None),
            ..Default::default()
        };
        let offer = match tx.insert::<ProjectParticipation, _>(offer).await {
            Err(error) if is_duplicate(&error) => {
                already(&mut problems);
                return Ok(ParticipationPayload::refused(problems));
            }
            inserted => inserted?,
        };
        tx.remember(first, offer.id).await?;
        tx.finish().await?;
        Ok(ParticipationPayload::done(offer.id))
    }
}

fn already(problems: &mut Problems) {
    problems.duplicate(
        "municipality",
        "Schon federführend, oder die Federführung ist schon angeboten.",
        "Leading already, or the lead is offered already.",
    );
}
