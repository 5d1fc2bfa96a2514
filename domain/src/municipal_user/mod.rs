//! People who work for a municipality, as it knows them. Each municipality has a record of its own of everybody: what the
//! same account is elsewhere, and whether it was there before, shows in none of them.

mod appoint;
mod create;
mod deactivate;
mod end;
mod grant;
mod invitation;
mod renew;
mod revoke;
mod role_grant;
mod states;

pub use appoint::AppointFirstAdministratorInput;
pub use create::CreateUserInput;
pub use deactivate::DeactivateUserInput;
pub use end::SetGrantEndInput;
pub use grant::GrantRoleInput;
pub use invitation::UserInvitationPayload;
pub use renew::RenewSetUpInput;
pub use revoke::RevokeRoleInput;
pub use role_grant::RoleGrant;

use crate::Municipality;
use crate::access::{Action, Of};
use crate::error::Error;
use crate::problems::Problems;
use crate::read::{Fields, Object, Scope, Visible};
use crate::session::{Owned, Owner, Row, Tx, can};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::municipal_user::{self, AccessStatus, Column};
use verbund_entity::role_grant as grant_row;

pub struct MunicipalUser;

impl Object for MunicipalUser {
    type Entity = municipal_user::Entity;
    const NAME: &'static str = "MunicipalUser";
    const DOC: &'static str = "Somebody who works for a municipality, as it knows them (Benutzerkonto der Kommune).";

    /// The administrators of that municipality, and nobody else.
    fn visible(scope: &Scope) -> Visible {
        let nobody = Condition::any();
        let own = scope.some(Column::MunicipalityId, &scope.viewer.administered);
        Visible::rows(match own {
            Some(own) => nobody.add(own),
            None => nobody.add(Column::Id.is_null()),
        })
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "The municipality worked for (Kommune).",
        );
        f.column(Column::Email, "The mail address to sign in with (E-Mail-Adresse).");
        f.column(Column::Name, "As the municipality writes it (Name).");
        f.choice::<AccessStatus>(Column::Status, "Whether this person can work for the municipality.");
        f.column(
            Column::SetUpUntil,
            "Until when the link holds that sets the account up; null if there is none.",
        );
        f.list::<RoleGrant>(
            "grants",
            grant_row::Column::MunicipalUserId,
            "The roles held in this municipality, and none of those elsewhere (Berechtigungen).",
        );
        let in_state = |states: &[AccessStatus]| Condition::all().add(Column::Status.is_in(states.iter().copied()));
        f.viewer_can(vec![
            can::<Self>("renewSetUp", Action::UserCreate)
                .when(in_state(states::RENEW))
                .at_present(somebody_else),
            can::<Self>("grant", Action::RoleGrant)
                .when(in_state(states::GRANT))
                .at_present(somebody_else),
            can::<Self>("deactivate", Action::UserDeactivate)
                .when(in_state(states::DEACTIVATE))
                .at_present(somebody_else),
        ]);
        f.order("NAME", Column::NameKey, "By name.");
    }
}

impl Owned for MunicipalUser {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(Column::MunicipalityId)]
    }
}

payload! {
    /// The user after the change (Benutzerkonto).
    UserPayload { user: MunicipalUser }
}

/// Nobody changes what they may do themselves.
fn somebody_else(scope: &Scope) -> Condition {
    Condition::all().add_option(scope.viewer.user.map(|user| Column::UserId.ne(user)))
}

/// The same before a write.
fn not_oneself(tx: &Tx, user: &Row<MunicipalUser>) -> Result<(), Error> {
    if tx.viewer().user == Some(user.user_id) {
        Err(Error::Forbidden)
    } else {
        Ok(())
    }
}

/// The last administrator of an active member keeps the role. The municipality is locked already.
async fn keep_an_administrator(
    tx: &Tx,
    user: &Row<MunicipalUser>,
    path: &str,
    problems: &mut Problems,
) -> Result<(), Error> {
    if crate::account::is_last_administrator(tx.connection(), user.user_id, user.municipality_id).await? {
        problems.state(
            path,
            "Das ist die letzte Administration eines aktiven Mitglieds; zuerst muss jemand anders sie auf Dauer haben.",
            "This is the last administrator of an active member; somebody else has to be one for good first.",
        );
    }
    Ok(())
}
