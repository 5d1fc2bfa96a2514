//! A role gets a last day, another one, or none.

use super::grant::{ends_within_a_year, not_over};
use super::{MunicipalUser, RoleGrant, UserPayload, keep_an_administrator, not_oneself, states};
use crate::Municipality;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::LocalDate;
use async_graphql::{ID, InputObject};
use sea_orm::IntoActiveModel;

/// When a role ends (Ende einer Berechtigung).
#[derive(InputObject)]
pub struct SetGrantEndInput {
    /// The role that is held (Berechtigung).
    pub grant: ID,
    /// The revision of the role that the change is based on.
    pub expected_revision: i32,
    /// The last day that it gives anything; null: for good, unless it stands in for somebody (gültig bis).
    pub valid_until: Option<LocalDate>,
}

impl Session {
    /// Sets the last day of a role.
    pub async fn set_grant_end(&self, input: SetGrantEndInput) -> Result<UserPayload, Error> {
        let holder = self.holder_of(&input.grant).await?;
        let (mut tx, user) = self.edit::<MunicipalUser>(Action::RoleGrant, &holder).await?;
        not_oneself(&tx, &user)?;
        let mut problems = Problems::new(self.language());
        if !states::GRANT.contains(&user.status) {
            problems.wrong_state("grant", &user.status, states::GRANT);
            return Ok(UserPayload::refused(problems));
        }
        tx.lock::<Municipality>(user.municipality_id).await?;
        let grant = tx.named::<RoleGrant>(&input.grant).await?.ok_or(Error::NotFound)?;
        if !problems.revision(input.expected_revision, grant.revision) {
            return Ok(UserPayload::refused_at(user.id, problems));
        }
        let until = input.valid_until.map(|day| day.0);
        not_over(&tx, until, &mut problems);
        if grant.substitute_for_id.is_some() {
            ends_within_a_year(&tx, until, &mut problems);
        } else if until.is_some() {
            keep_an_administrator(&tx, &user, "validUntil", &mut problems).await?;
        }
        if !problems.none() {
            return Ok(UserPayload::refused(problems));
        }
        let id = user.id;
        let mut changed = grant.into_active_model();
        changed.valid_until.set_if_not_equals(until);
        if changed.valid_until.is_set() {
            tx.update::<RoleGrant, _>(changed, &[]).await?;
            tx.update::<MunicipalUser, _>(user.into_active_model(), &["grants"])
                .await?;
            tx.finish().await?;
        }
        Ok(UserPayload::done(id))
    }
}
