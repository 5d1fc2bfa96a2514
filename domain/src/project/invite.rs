//! The lead invites; whoever is invited answers for itself.

use super::{Project, ProjectParticipation, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::{Problems, is_duplicate};
use crate::session::{Once, PartyKey, Session};
use crate::values::TextRule;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::project_participation::{ActiveModel, Column, Entity, ParticipationRole, ParticipationStatus};

/// An invitation to a project (Einladung zum Projekt).
#[derive(InputObject)]
pub struct InviteProjectParticipantInput {
    /// The project to take part in (Projekt).
    pub project: ID,
    /// A municipality or an organisation; only a municipality leads.
    pub party: ID,
    /// What it shall do in the project; a lead can be invited when there is none, else it hands over (Rolle).
    #[graphql(default_with = "ParticipationRole::Partner")]
    pub role: ParticipationRole,
    /// What the party is asked to contribute, at most 1,000 characters (Beitrag).
    pub contribution: Option<String>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The participation after the change (Projektbeteiligung).
    ParticipationPayload { participation: ProjectParticipation }
}

impl Session {
    /// Invites a municipality or an organisation to a project.
    pub async fn invite_project_participant(
        &self,
        input: InviteProjectParticipantInput,
    ) -> Result<ParticipationPayload, Error> {
        let leads = input.role == ParticipationRole::Lead;
        let action = if leads {
            Action::LeadOffer
        } else {
            Action::ParticipationInvite
        };
        let (mut tx, project) = self.edit::<Project>(action, &input.project).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let contribution = problems.optional_text("contribution", input.contribution.as_deref(), TextRule::REASON);
        let party = match tx.party(&input.party).await? {
            None => {
                problems.not_found("party");
                return Ok(ParticipationPayload::refused(problems));
            }
            Some(party) => party,
        };
        let stranger = match party {
            PartyKey::Network(_) => true,
            PartyKey::Organization(_) => leads,
            PartyKey::Municipality(_) => false,
        };
        if stranger {
            problems.invalid(
                "party",
                "Beteiligt werden Kommunen und Organisationen; federführend ist eine Kommune.",
                "Municipalities and organisations take part; the lead is a municipality.",
            );
        }
        if !problems.none() {
            return Ok(ParticipationPayload::refused(problems));
        }
        let first = match tx
            .once("inviteProjectParticipant", input.idempotency_key.as_deref(), &input)
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
        let there = Condition::all()
            .add(Column::ProjectId.eq(project.id))
            .add(Column::Status.is_in([ParticipationStatus::Invited, ParticipationStatus::Confirmed]))
            .add(if leads {
                // A partner may take over: the part that it has ends when it accepts.
                Condition::all().add(Column::Role.eq(ParticipationRole::Lead))
            } else {
                Condition::any()
                    .add_option(party.municipality().map(|id| Column::MunicipalityId.eq(id)))
                    .add_option(party.organization().map(|id| Column::OrganizationId.eq(id)))
            });
        if !tx.rows::<Entity>(there).await?.is_empty() {
            already(&mut problems);
        }
        if !problems.none() {
            return Ok(ParticipationPayload::refused(problems));
        }
        let invited = ActiveModel {
            project_id: Set(project.id),
            municipality_id: Set(party.municipality()),
            organization_id: Set(party.organization()),
            role: Set(input.role),
            status: Set(ParticipationStatus::Invited),
            contribution: Set(contribution),
            ..Default::default()
        };
        let invited = match tx.insert::<ProjectParticipation, _>(invited).await {
            Err(error) if is_duplicate(&error) => {
                already(&mut problems);
                return Ok(ParticipationPayload::refused(problems));
            }
            inserted => inserted?,
        };
        tx.remember(first, invited.id).await?;
        tx.finish().await?;
        Ok(ParticipationPayload::done(invited.id))
    }
}

fn already(problems: &mut Problems) {
    problems.duplicate(
        "party",
        "Schon eingeladen oder beteiligt.",
        "Invited already, or taking part.",
    );
}
