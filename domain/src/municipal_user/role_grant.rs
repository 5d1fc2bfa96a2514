//! A role that somebody holds in a municipality. Those in networks and for the installation show nowhere.

use super::MunicipalUser;
use crate::access::{Action, Of};
use crate::read::{Fields, Object, Scope, Visible};
use crate::session::{Owned, Owner, can};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::Role;
use verbund_entity::role_grant::{self, Column};

pub struct RoleGrant;

impl Object for RoleGrant {
    type Entity = role_grant::Entity;
    const NAME: &'static str = "RoleGrant";
    const DOC: &'static str = "A role that somebody holds in a municipality (Berechtigung).";

    fn visible(_: &Scope) -> Visible {
        Visible::with::<MunicipalUser>(Column::MunicipalUserId)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<MunicipalUser>("user", Column::MunicipalUserId, "Who holds it (Benutzerkonto).");
        f.choice::<Role>(Column::Role, "What may be done (Rolle).");
        f.column(
            Column::ValidUntil,
            "The last day that it gives anything; null for good (gültig bis).",
        );
        f.one::<MunicipalUser>(
            "substituteFor",
            Column::SubstituteForId,
            "Whom it stands in for; null for a role of one's own (Vertretung für).",
        );
        let somebody_else =
            |scope: &Scope| Condition::all().add_option(scope.viewer.user.map(|user| Column::UserId.ne(user)));
        f.viewer_can(vec![
            can::<Self>("setEnd", Action::RoleGrant).at_present(somebody_else),
            can::<Self>("revoke", Action::RoleRevoke).at_present(somebody_else),
        ]);
    }
}

impl Owned for RoleGrant {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(Column::MunicipalityId)]
    }
}
