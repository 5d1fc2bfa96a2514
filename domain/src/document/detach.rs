//! A document is taken away again.

use super::Document;
use crate::MunicipalityPayload;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};

/// The document to take away (Dokument entfernen).
#[derive(InputObject)]
pub struct DetachDocumentInput {
    /// The document; what is found on the web stays there (Dokument).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Takes a document away; the answer is the municipality that has answered for it.
    pub async fn detach_document(&self, input: DetachDocumentInput) -> Result<MunicipalityPayload, Error> {
        let (mut tx, row) = self.edit::<Document>(Action::DocumentUpdate, &input.id).await?;
        let steward = row.steward_id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MunicipalityPayload::refused_at(steward, problems));
        }
        tx.delete::<Document, _>(row).await?;
        tx.finish().await?;
        Ok(MunicipalityPayload::done(steward))
    }
}
