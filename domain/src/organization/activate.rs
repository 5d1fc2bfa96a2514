//! A founding that is done.

use super::update::OrganizationPayload;
use super::{Organization, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::{Edtf, local_day};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::organization::OrganizationStatus;

/// An organisation whose founding is done (Gründung abschließen).
#[derive(InputObject)]
pub struct ActivateOrganizationInput {
    /// An organisation in founding (Organisation).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
    /// When it began, as exactly as is known; absent: what is recorded, else today (Beginn).
    pub valid_from: Option<Edtf>,
}

impl Session {
    /// Says that an organisation has been founded, and since when it exists.
    pub async fn activate_organization(&self, input: ActivateOrganizationInput) -> Result<OrganizationPayload, Error> {
        let (mut tx, row) = self
            .edit::<Organization>(Action::OrganizationActivate, &input.id)
            .await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(OrganizationPayload::refused_at(id, problems));
        }
        if !states::ACTIVATE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::ACTIVATE);
            return Ok(OrganizationPayload::refused(problems));
        }
        let recorded = row.valid_from.clone();
        let from = input.valid_from.map(|from| from.as_str().to_owned()).or(recorded);
        let from = from.unwrap_or_else(|| local_day(tx.now()).to_string());
        let mut changed = row.into_active_model();
        changed.status = Set(OrganizationStatus::Active);
        changed.valid_from.set_if_not_equals(Some(from));
        tx.update::<Organization, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(OrganizationPayload::done(id))
    }
}
