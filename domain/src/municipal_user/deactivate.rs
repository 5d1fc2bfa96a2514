//! Somebody works for the municipality no more. What the same account is elsewhere stays as it is.

use super::{MunicipalUser, RoleGrant, UserPayload, keep_an_administrator, not_oneself, states};
use crate::Municipality;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::municipal_user::AccessStatus;
use verbund_entity::role_grant::{Column, Entity};

/// Who works for the municipality no more (Zugang beenden).
#[derive(InputObject)]
pub struct DeactivateUserInput {
    /// Whose roles in this municipality all end (Benutzerkonto).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Takes all roles in the municipality away.
    pub async fn deactivate_user(&self, input: DeactivateUserInput) -> Result<UserPayload, Error> {
        let (mut tx, user) = self.edit::<MunicipalUser>(Action::UserDeactivate, &input.id).await?;
        not_oneself(&tx, &user)?;
        let mut problems = Problems::new(self.language());
        let id = user.id;
        if !problems.revision_if_given(input.expected_revision, user.revision) {
            return Ok(UserPayload::refused_at(id, problems));
        }
        if !states::DEACTIVATE.contains(&user.status) {
            problems.wrong_state("id", &user.status, states::DEACTIVATE);
            return Ok(UserPayload::refused(problems));
        }
        tx.lock::<Municipality>(user.municipality_id).await?;
        keep_an_administrator(&tx, &user, "id", &mut problems).await?;
        if !problems.none() {
            return Ok(UserPayload::refused(problems));
        }
        for grant in tx
            .rows::<Entity>(Condition::all().add(Column::MunicipalUserId.eq(id)))
            .await?
        {
            tx.delete::<RoleGrant, _>(grant).await?;
        }
        let mut changed = user.into_active_model();
        changed.status = Set(AccessStatus::Deactivated);
        changed.set_up_hash.set_if_not_equals(None);
        changed.set_up_until.set_if_not_equals(None);
        tx.update::<MunicipalUser, _>(changed, &["grants"]).await?;
        tx.finish().await?;
        Ok(UserPayload::done(id))
    }
}
