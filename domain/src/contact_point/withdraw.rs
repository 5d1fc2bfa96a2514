//! A contact that holds no more is withdrawn at once, and for everybody else it is gone.

use super::ContactPoint;
use super::create::ContactPointPayload;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

/// The contact to withdraw (Kontakt zurückziehen).
#[derive(InputObject)]
pub struct WithdrawContactPointInput {
    /// The contact that holds no more (Kontakt).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Withdraws a contact; done twice, it stays as it was.
    pub async fn withdraw_contact_point(&self, input: WithdrawContactPointInput) -> Result<ContactPointPayload, Error> {
        let (mut tx, row) = self
            .edit::<ContactPoint>(Action::ContactPointWithdraw, &input.id)
            .await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ContactPointPayload::refused_at(id, problems));
        }
        if row.withdrawn_at.is_some() {
            return Ok(ContactPointPayload::done(id));
        }
        let mut changed = row.into_active_model();
        changed.withdrawn_at = Set(Some(tx.now()));
        tx.update::<ContactPoint, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ContactPointPayload::done(id))
    }
}
