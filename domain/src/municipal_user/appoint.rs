//! A network's coordinator appoints the first administrator of a member that has none; from then on it keeps its own house.

use super::create::name_of;
use super::invitation::{Guest, Known, UserInvitationPayload, invite};
use crate::Municipality;
use crate::access::Action;
use crate::account::has_no_administrator;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::values::EmailAddress;
use async_graphql::{ID, InputObject};
use verbund_entity::Role;

/// The first administrator of a member (erste Administration einer Kommune).
#[derive(InputObject)]
pub struct AppointFirstAdministratorInput {
    /// A member of the network that nobody administers (Kommune).
    pub municipality: ID,
    /// The mail address to sign in with (E-Mail-Adresse).
    pub email: EmailAddress,
    /// At most 200 characters; the mail address if left out (Name).
    pub name: Option<String>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

impl Session {
    /// Appoints an administrator where there is none.
    pub async fn appoint_first_administrator(
        &self,
        input: AppointFirstAdministratorInput,
    ) -> Result<UserInvitationPayload, Error> {
        let (mut tx, municipality) = self
            .edit::<Municipality>(Action::FirstAdministratorAppoint, &input.municipality)
            .await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let name = name_of(&mut problems, input.name.as_deref(), &input.email);
        if !problems.none() {
            return Ok(UserInvitationPayload::refused(problems));
        }
        let key = input.idempotency_key.as_deref();
        let first = match tx.once("appointFirstAdministrator", key, &input).await? {
            Once::First(first) => first,
            Once::Before(id) => return Ok(UserInvitationPayload::done(id, None)),
            Once::Other => {
                problems.other_input();
                return Ok(UserInvitationPayload::refused(problems));
            }
        };
        // Who has an administrator is asked by nobody but that one.
        if !has_no_administrator(tx.connection(), municipality.id).await? {
            return Err(Error::Forbidden);
        }
        let guest = Guest {
            email: &input.email,
            name,
            role: Role::Admin,
        };
        let invited = invite(&mut tx, municipality.id, guest, Known::Promoted, &mut problems).await?;
        let Some((user, token)) = invited else {
            return Ok(UserInvitationPayload::refused(problems));
        };
        tx.remember(first, user).await?;
        tx.finish().await?;
        Ok(UserInvitationPayload::done(user, Some(token)))
    }
}
