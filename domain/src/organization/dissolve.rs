//! An organisation is no more; others may carry on what it did.

use super::update::{OrganizationPayload, successors};
use super::{Organization, directory, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::{Edtf, local_day};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::organization::OrganizationStatus;
use verbund_entity::organization_successor as successor;

/// An organisation that is no more (Organisation auflösen).
#[derive(InputObject)]
pub struct DissolveOrganizationInput {
    /// An organisation that is not dissolved yet (Organisation).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
    /// When it ended, as exactly as is known, not before it began; absent: today (Ende).
    pub valid_until: Option<Edtf>,
    /// All organisations that carry on what it did, at most 50; absent: as recorded (Nachfolge).
    pub successors: Option<Vec<ID>>,
}

impl Session {
    /// Says that an organisation is no more.
    pub async fn dissolve_organization(&self, input: DissolveOrganizationInput) -> Result<OrganizationPayload, Error> {
        let (mut tx, row) = self
            .edit::<Organization>(Action::OrganizationDissolve, &input.id)
            .await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(OrganizationPayload::refused_at(id, problems));
        }
        if !states::DISSOLVE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::DISSOLVE);
        }
        let until = input.valid_until.unwrap_or_else(|| Edtf::day(local_day(tx.now())));
        let from = row.valid_from.as_deref().and_then(|text| Edtf::parse(text).ok());
        problems.span("validUntil", from.as_ref(), Some(&until));
        let after = match &input.successors {
            Some(ids) => Some(successors(&tx, id, ids, &mut problems).await?),
            None => None,
        };
        if !problems.none() {
            return Ok(OrganizationPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(OrganizationStatus::Dissolved);
        changed.valid_until.set_if_not_equals(Some(until.as_str().to_owned()));
        directory::leave(&mut changed);
        let mut also = Vec::new();
        if let Some(after) = after {
            let (near, far) = (successor::Column::OrganizationId, successor::Column::SuccessorId);
            if tx
                .relink::<Organization, successor::Entity>(near, id, far, &after)
                .await?
            {
                also.push("successors");
            }
        }
        tx.update::<Organization, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(OrganizationPayload::done(id))
    }
}
