//! An administrator invites somebody to work for the municipality.

use super::invitation::{Guest, Known, UserInvitationPayload, invite};
use crate::Municipality;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::values::{EmailAddress, TextRule};
use async_graphql::{ID, InputObject};
use verbund_entity::Role;

/// Somebody to work for a municipality (neues Benutzerkonto).
#[derive(InputObject)]
pub struct CreateUserInput {
    /// The municipality to work for (Kommune).
    pub municipality: ID,
    /// The mail address to sign in with (E-Mail-Adresse).
    pub email: EmailAddress,
    /// At most 200 characters; the mail address if left out (Name).
    pub name: Option<String>,
    /// `VIEWER`, `EDITOR` or `ADMIN` (Rolle).
    #[graphql(default_with = "Role::Viewer")]
    pub role: Role,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

impl Session {
    /// Invites somebody; whether there is an account of this address is told to nobody.
    pub async fn create_user(&self, input: CreateUserInput) -> Result<UserInvitationPayload, Error> {
        let municipality = self.find::<Municipality>(&input.municipality).await?.id;
        let owners = Owners::municipality(municipality);
        let mut tx = self.create(Action::UserCreate, &owners).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        municipal(&mut problems, input.role);
        let name = name_of(&mut problems, input.name.as_deref(), &input.email);
        if !problems.none() {
            return Ok(UserInvitationPayload::refused(problems));
        }
        let first = match tx.once("createUser", input.idempotency_key.as_deref(), &input).await? {
            Once::First(first) => first,
            Once::Before(id) => return Ok(UserInvitationPayload::done(id, None)),
            Once::Other => {
                problems.other_input();
                return Ok(UserInvitationPayload::refused(problems));
            }
        };
        tx.lock::<Municipality>(municipality).await?;
        let guest = Guest {
            email: &input.email,
            name,
            role: input.role,
        };
        let Some((user, token)) = invite(&mut tx, municipality, guest, Known::Refused, &mut problems).await? else {
            return Ok(UserInvitationPayload::refused(problems));
        };
        tx.remember(first, user).await?;
        tx.finish().await?;
        Ok(UserInvitationPayload::done(user, Some(token)))
    }
}

/// Refuses roles that do not hold in a municipality.
pub(super) fn municipal(problems: &mut Problems, role: Role) {
    if !matches!(role, Role::Viewer | Role::Editor | Role::Admin) {
        problems.invalid(
            "role",
            "In einer Kommune gibt es VIEWER, EDITOR und ADMIN.",
            "A municipality has VIEWER, EDITOR and ADMIN.",
        );
    }
}

pub(super) fn name_of(problems: &mut Problems, given: Option<&str>, email: &EmailAddress) -> String {
    let name = problems.optional_text("name", given, TextRule::NAME);
    name.unwrap_or_else(|| email.as_str().to_owned())
}
