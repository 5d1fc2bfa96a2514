//! What whoever runs the installation does to accounts through the API: lock and unlock them, and give and take the roles that no
//! municipality gives. It has no part in the permission table, since nothing of it belongs to a party.

use super::{By, Refusal, Role, Term, grant_role_by, lock_user_by, revoke_role_by, unlock_user_by};
use crate::Network;
use crate::error::{Error, UserError};
use crate::problems::Problems;
use crate::session::Session;
use crate::viewer::{Grant, Place};
use async_graphql::{ID, InputObject, SimpleObject};

/// An account to lock (Konto sperren).
#[derive(InputObject)]
pub struct LockAccountInput {
    /// The mail address of the account (E-Mail-Adresse).
    pub email: String,
}

/// An account to unlock (Konto entsperren).
#[derive(InputObject)]
pub struct UnlockAccountInput {
    /// The mail address of the account (E-Mail-Adresse).
    pub email: String,
}

/// A role that no municipality gives (Amt).
#[derive(InputObject)]
pub struct OfficeInput {
    /// The mail address of an account (E-Mail-Adresse).
    pub email: String,
    /// `COORDINATOR` or `AUDITOR` (Rolle).
    pub role: Role,
    /// The network that is coordinated; none for an auditor (Netzwerk).
    pub network: Option<ID>,
}

/// What came of a change to an account, of which nothing is shown (Ergebnis).
#[derive(SimpleObject)]
pub struct AccountPayload {
    /// What to mend; empty if it was done.
    pub user_errors: Vec<UserError>,
}

impl Session {
    /// Locks an account everywhere.
    pub async fn lock_account(&self, input: LockAccountInput) -> Result<AccountPayload, Error> {
        let by = self.operator()?;
        let done = lock_user_by(self.db(), &input.email, by, self.viewer().now).await;
        self.told(done)
    }

    /// Unlocks an account.
    pub async fn unlock_account(&self, input: UnlockAccountInput) -> Result<AccountPayload, Error> {
        let by = self.operator()?;
        let done = unlock_user_by(self.db(), &input.email, by, self.viewer().now).await;
        self.told(done)
    }

    /// Makes somebody a coordinator or an auditor.
    pub async fn grant_office(&self, input: OfficeInput) -> Result<AccountPayload, Error> {
        let by = self.operator()?;
        let Some(place) = self.office(&input).await? else {
            return Ok(self.no_office());
        };
        let office = (input.email.as_str(), place, input.role);
        let done = grant_role_by(self.db(), by, office, Term::default(), self.viewer().now).await;
        self.told(done)
    }

    /// Takes such a role away.
    pub async fn revoke_office(&self, input: OfficeInput) -> Result<AccountPayload, Error> {
        let by = self.operator()?;
        let Some(place) = self.office(&input).await? else {
            return Ok(self.no_office());
        };
        let office = (input.email.as_str(), place, input.role);
        let done = revoke_role_by(self.db(), by, office, self.viewer().now).await;
        self.told(done)
    }

    fn operator(&self) -> Result<By<'_>, Error> {
        let user = self.viewer().user.ok_or(Error::Unauthenticated)?;
        self.may_operate()?;
        let runs = Grant {
            place: Place::Installation,
            role: Role::Operator,
        };
        if !self.viewer().grants.contains(&runs) {
            return Err(Error::Forbidden);
        }
        Ok(By::Request {
            user,
            id: self.request_id(),
        })
    }

    /// Where the role holds; nowhere if the two do not fit.
    async fn office(&self, input: &OfficeInput) -> Result<Option<Place>, Error> {
        Ok(match (input.role, &input.network) {
            (Role::Coordinator, Some(network)) => Some(Place::Network(self.find::<Network>(network).await?.id)),
            (Role::Auditor, None) => Some(Place::Installation),
            _ => None,
        })
    }

    fn no_office(&self) -> AccountPayload {
        let mut problems = Problems::new(self.language());
        problems.invalid(
            "role",
            "COORDINATOR in einem Netzwerk oder AUDITOR ohne Netzwerk.",
            "COORDINATOR in a network, or AUDITOR without one.",
        );
        AccountPayload {
            user_errors: problems.into_errors(),
        }
    }

    fn told(&self, done: Result<(), Refusal>) -> Result<AccountPayload, Error> {
        let mut problems = Problems::new(self.language());
        match done {
            Ok(()) => {}
            Err(Refusal::UnknownUser(_)) => problems.not_found("email"),
            Err(Refusal::NotHeld(_)) => problems.not_found("role"),
            Err(Refusal::Oneself) => return Err(Error::Forbidden),
            Err(Refusal::Failed(error)) => return Err(error),
            Err(other) => return Err(Error::Internal(other.to_string())),
        }
        Ok(AccountPayload {
            user_errors: problems.into_errors(),
        })
    }
}
