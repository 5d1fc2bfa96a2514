//! A link that was lost or is too old is replaced by another one.

use super::invitation::UserInvitationPayload;
use super::{MunicipalUser, not_oneself, states};
use crate::access::Action;
use crate::account::Secret;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;

/// Whose link is renewed (neuer Einrichtungsschlüssel).
#[derive(InputObject)]
pub struct RenewSetUpInput {
    /// Somebody who has not set the account up yet (Benutzerkonto).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Makes another secret; the one before holds no more.
    pub async fn renew_set_up(&self, input: RenewSetUpInput) -> Result<UserInvitationPayload, Error> {
        let (mut tx, user) = self.edit::<MunicipalUser>(Action::UserCreate, &input.id).await?;
        not_oneself(&tx, &user)?;
        let mut problems = Problems::new(self.language());
        if problems.revision_if_given(input.expected_revision, user.revision) && !states::RENEW.contains(&user.status) {
            problems.wrong_state("id", &user.status, states::RENEW);
        }
        if !problems.none() {
            return Ok(UserInvitationPayload::refused(problems));
        }
        let secret = Secret::new()?;
        let id = user.id;
        let mut changed = user.into_active_model();
        changed.set_up_hash = Set(Some(secret.hash));
        changed.set_up_until = Set(Some(Secret::until(tx.now())));
        tx.update::<MunicipalUser, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(UserInvitationPayload::done(id, Some(secret.token)))
    }
}
