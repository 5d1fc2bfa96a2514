//! An organisation rests, and is at work again. Resting, an association leaves the public directory; it comes back when
//! somebody makes it public again.

use super::update::OrganizationPayload;
use super::{Organization, directory, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::organization::OrganizationStatus;

/// An organisation that rests (Organisation ruhend stellen).
#[derive(InputObject)]
pub struct SetOrganizationDormantInput {
    /// An active organisation (Organisation).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

/// An organisation that is at work again (Organisation wiederbeleben).
#[derive(InputObject)]
pub struct ReviveOrganizationInput {
    /// An organisation that rests (Organisation).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Says that an organisation rests.
    pub async fn set_organization_dormant(
        &self,
        input: SetOrganizationDormantInput,
    ) -> Result<OrganizationPayload, Error> {
        let step = (Action::OrganizationRest, states::REST, OrganizationStatus::Dormant);
        self.step_of_organization(&input.id, input.expected_revision, step)
            .await
    }

    /// Says that an organisation is at work again.
    pub async fn revive_organization(&self, input: ReviveOrganizationInput) -> Result<OrganizationPayload, Error> {
        let step = (Action::OrganizationRevive, states::REVIVE, OrganizationStatus::Active);
        self.step_of_organization(&input.id, input.expected_revision, step)
            .await
    }

    async fn step_of_organization(
        &self,
        id: &ID,
        expected_revision: Option<i32>,
        (action, from, to): (Action, &[OrganizationStatus], OrganizationStatus),
    ) -> Result<OrganizationPayload, Error> {
        let (mut tx, row) = self.edit::<Organization>(action, id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(expected_revision, row.revision) {
            return Ok(OrganizationPayload::refused_at(id, problems));
        }
        if !from.contains(&row.status) {
            problems.wrong_state("id", &row.status, from);
            return Ok(OrganizationPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(to);
        if to == OrganizationStatus::Dormant {
            directory::leave(&mut changed);
        }
        tx.update::<Organization, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(OrganizationPayload::done(id))
    }
}
