//! A project is given up, and says why.

use super::{Project, create::ProjectPayload, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::TextRule;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::project::ProjectStatus;

/// The project to give up, and why (Projekt abbrechen).
#[derive(InputObject)]
pub struct CancelProjectInput {
    /// A project that is neither completed nor given up.
    pub id: ID,
    /// Why, in at most 1,000 characters; whoever sees the project reads it (Grund).
    pub reason: String,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Gives a project up.
    pub async fn cancel_project(&self, input: CancelProjectInput) -> Result<ProjectPayload, Error> {
        let (mut tx, row) = self.edit::<Project>(Action::ProjectCancel, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ProjectPayload::refused_at(id, problems));
        }
        let reason = problems.text("reason", &input.reason, TextRule::REASON);
        if !states::CANCEL.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::CANCEL);
        }
        if !problems.none() {
            return Ok(ProjectPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(ProjectStatus::Cancelled);
        changed.status_reason = Set(Some(reason));
        tx.update::<Project, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ProjectPayload::done(id))
    }
}
