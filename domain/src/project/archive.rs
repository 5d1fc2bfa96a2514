//! What is completed or given up is kept for the record only.

use super::{Project, create::ProjectPayload, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::project::ProjectStatus;

/// The project to put away (Projekt archivieren).
#[derive(InputObject)]
pub struct ArchiveProjectInput {
    /// A project that is completed or was given up.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Puts a project away, for good.
    pub async fn archive_project(&self, input: ArchiveProjectInput) -> Result<ProjectPayload, Error> {
        let (mut tx, row) = self.edit::<Project>(Action::ProjectArchive, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ProjectPayload::refused_at(id, problems));
        }
        if !states::ARCHIVE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::ARCHIVE);
        }
        if !problems.none() {
            return Ok(ProjectPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(ProjectStatus::Archived);
        tx.update::<Project, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ProjectPayload::done(id))
    }
}
