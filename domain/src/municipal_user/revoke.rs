//! A role is taken away, and gives nothing at the next request.

use super::{MunicipalUser, RoleGrant, UserPayload, keep_an_administrator, not_oneself};
use crate::Municipality;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::read::{Object, id};
use crate::session::{Session, rows};
use async_graphql::{ID, InputObject};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::Role;
use verbund_entity::municipal_user::{Column, Entity};

/// The role to take away (Berechtigung entziehen).
#[derive(InputObject)]
pub struct RevokeRoleInput {
    /// The role that is held (Berechtigung).
    pub grant: ID,
    /// The revision of the role that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Takes a role away.
    pub async fn revoke_role(&self, input: RevokeRoleInput) -> Result<UserPayload, Error> {
        let holder = self.holder_of(&input.grant).await?;
        let (mut tx, user) = self.edit::<MunicipalUser>(Action::RoleRevoke, &holder).await?;
        not_oneself(&tx, &user)?;
        tx.lock::<Municipality>(user.municipality_id).await?;
        let grant = tx.named::<RoleGrant>(&input.grant).await?.ok_or(Error::NotFound)?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, grant.revision) {
            return Ok(UserPayload::refused_at(user.id, problems));
        }
        if grant.role == Role::Admin && grant.substitute_for_id.is_none() {
            keep_an_administrator(&tx, &user, "grant", &mut problems).await?;
        }
        if !problems.none() {
            return Ok(UserPayload::refused(problems));
        }
        let id = user.id;
        tx.delete::<RoleGrant, _>(grant).await?;
        tx.update::<MunicipalUser, _>(user.into_active_model(), &["grants"])
            .await?;
        tx.finish().await?;
        Ok(UserPayload::done(id))
    }

    /// Who holds a role. The holder is locked before the role is, by everybody: so nobody waits in a circle.
    pub(super) async fn holder_of(&self, grant: &ID) -> Result<ID, Error> {
        let grant = self.find::<RoleGrant>(grant).await?;
        let key = grant.municipal_user_id.ok_or(Error::NotFound)?;
        let holder = rows::<Entity>(self.db().read(), Condition::all().add(Column::Id.eq(key))).await?;
        let holder = holder.first().ok_or(Error::NotFound)?;
        Ok(ID(id::encode(MunicipalUser::NAME, &holder.public_id)))
    }
}
