//! A project starts when its lead and at least one other municipality stand by it.

use super::{Project, create::ProjectPayload, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Session, Tx};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use std::collections::HashSet;
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{Column, Entity, ParticipationRole, ParticipationStatus};

/// The fewest municipalities that carry a project out.
const FEWEST: usize = 2;

/// The project to start (Projekt starten).
#[derive(InputObject)]
pub struct StartProjectInput {
    /// An idea, a planned project, or one that rests.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Starts a project, or goes on with one that rests.
    pub async fn start_project(&self, input: StartProjectInput) -> Result<ProjectPayload, Error> {
        let (mut tx, row) = self.edit::<Project>(Action::ProjectStart, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ProjectPayload::refused_at(id, problems));
        }
        if !states::START.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::START);
        } else {
            Standing::of(&tx, id).await?.check(&mut problems);
        }
        if !problems.none() {
            return Ok(ProjectPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(ProjectStatus::Active);
        changed.status_reason.set_if_not_equals(None);
        tx.update::<Project, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ProjectPayload::done(id))
    }
}

/// Who stands by a project.
pub(super) struct Standing {
    /// Exactly one lead has confirmed.
    led: bool,
    /// How many municipalities have confirmed.
    municipalities: usize,
}

impl Standing {
    /// As it is in this transaction; the project is locked, so that it stays so.
    pub async fn of(tx: &Tx, project: i64) -> Result<Self, Error> {
        let confirmed = Condition::all()
            .add(Column::ProjectId.eq(project))
            .add(Column::Status.eq(ParticipationStatus::Confirmed));
        let rows = tx.rows::<Entity>(confirmed).await?;
        let leads = rows.iter().filter(|row| row.role == ParticipationRole::Lead).count();
        let municipalities: HashSet<i64> = rows.iter().filter_map(|row| row.municipality_id).collect();
        Ok(Standing {
            led: leads == 1,
            municipalities: municipalities.len(),
        })
    }

    /// Enough stand by it for it to run.
    pub fn suffices(&self) -> bool {
        self.led && self.municipalities >= FEWEST
    }

    /// What stands against a project that runs.
    pub fn check(&self, problems: &mut Problems) {
        if !self.led {
            problems.state(
                "id",
                "Es fehlt eine bestätigte Federführung.",
                "A confirmed lead is missing.",
            );
        }
        if self.municipalities < FEWEST {
            problems.state(
                "id",
                "Es fehlt die Bestätigung einer zweiten Kommune.",
                "The confirmation of a second municipality is missing.",
            );
        }
    }
}
