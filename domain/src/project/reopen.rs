//! A completed project goes on, if those who carry it out are still there.

use super::start::Standing;
use super::{Project, create::ProjectPayload, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::project::ProjectStatus;

/// The project to go on with (Projekt wiederaufnehmen).
#[derive(InputObject)]
pub struct ReopenProjectInput {
    /// A completed project.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Goes on with a project that was completed.
    pub async fn reopen_project(&self, input: ReopenProjectInput) -> Result<ProjectPayload, Error> {
        let (mut tx, row) = self.edit::<Project>(Action::ProjectReopen, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ProjectPayload::refused_at(id, problems));
        }
        if !states::REOPEN.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::REOPEN);
        } else {
            Standing::of(&tx, id).await?.check(&mut problems);
        }
        if !problems.none() {
            return Ok(ProjectPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(ProjectStatus::Active);
        tx.update::<Project, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ProjectPayload::done(id))
    }
}
