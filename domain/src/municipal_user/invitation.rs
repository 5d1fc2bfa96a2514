//! Inviting somebody, whether there is an account of that address or not: whoever invites does not learn it.

use super::{MunicipalUser, RoleGrant, states};
use crate::account::{self, Secret};
use crate::error::{Error, UserError};
use crate::problems::Problems;
use crate::read::Ref;
use crate::session::{Row, Tx};
use crate::values::EmailAddress;
use crate::values::fold::order_key;
use async_graphql::SimpleObject;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::Role;
use verbund_entity::municipal_user::{self, AccessStatus};
use verbund_entity::role_grant;

/// Somebody invited, and the secret to hand over (Einladung).
#[derive(SimpleObject)]
pub struct UserInvitationPayload {
    /// The user after the change; null if something is to be mended, or if whoever invites does not see it.
    pub user: Option<Ref<MunicipalUser>>,
    /// Shown this once: the person sets the account up with it (`finishSetUp`) within seven days. Null when a request is
    /// sent again under its key; `renewSetUp` makes another one (Einrichtungsschlüssel).
    pub set_up_token: Option<String>,
    /// What to mend; empty if it was done.
    pub user_errors: Vec<UserError>,
}

impl UserInvitationPayload {
    pub(super) fn done(id: i64, token: Option<String>) -> Self {
        UserInvitationPayload {
            user: Some(Ref::new(id)),
            set_up_token: token,
            user_errors: Vec::new(),
        }
    }

    pub(super) fn refused(problems: Problems) -> Self {
        UserInvitationPayload {
            user: None,
            set_up_token: None,
            user_errors: problems.into_errors(),
        }
    }
}

/// Who is invited.
pub(super) struct Guest<'a> {
    pub email: &'a EmailAddress,
    pub name: String,
    pub role: Role,
}

/// Whether somebody the municipality has already is invited once more.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Known {
    Refused,
    /// As a network's coordinator does, who must not learn of it.
    Promoted,
}

/// Makes or renews the record of the guest and gives the role; answers with the record's key and the secret. The
/// municipality is locked already: two invitations of one guest come one after the other.
pub(super) async fn invite(
    tx: &mut Tx,
    municipality: i64,
    guest: Guest<'_>,
    known: Known,
    problems: &mut Problems,
) -> Result<Option<(i64, String)>, Error> {
    let account = account::account_for(tx.connection(), guest.email, &guest.name, tx.now()).await?;
    let before = user_of(tx, account, municipality).await?;
    let returns = before.as_ref().is_none_or(|user| states::RETURN.contains(&user.status));
    if !returns && known == Known::Refused {
        problems.duplicate(
            "email",
            "Unter dieser Adresse arbeitet schon jemand für die Kommune.",
            "Somebody with this address works for the municipality already.",
        );
        return Ok(None);
    }
    let secret = Secret::new()?;
    let until = Secret::until(tx.now());
    let user = match before {
        Some(user) => {
            let id = user.id;
            let mut changed = user.into_active_model();
            if returns {
                changed.status = Set(AccessStatus::Invited);
                changed.email = Set(guest.email.as_str().to_owned());
                changed.name_key = Set(order_key(&guest.name));
                changed.name = Set(guest.name);
            }
            changed.set_up_hash = Set(Some(secret.hash));
            changed.set_up_until = Set(Some(until));
            tx.update::<MunicipalUser, _>(changed, &["grants"]).await?;
            id
        }
        None => {
            let row = municipal_user::ActiveModel {
                user_id: Set(account),
                municipality_id: Set(municipality),
                email: Set(guest.email.as_str().to_owned()),
                name_key: Set(order_key(&guest.name)),
                name: Set(guest.name),
                status: Set(AccessStatus::Invited),
                set_up_hash: Set(Some(secret.hash)),
                set_up_until: Set(Some(until)),
                ..Default::default()
            };
            tx.insert::<MunicipalUser, _>(row).await?.id
        }
    };
    give(tx, (user, account, municipality), guest.role).await?;
    Ok(Some((user, secret.token)))
}

async fn user_of(tx: &Tx, account: i64, municipality: i64) -> Result<Option<Row<MunicipalUser>>, Error> {
    use municipal_user::{Column, Entity};
    let here = Condition::all()
        .add(Column::UserId.eq(account))
        .add(Column::MunicipalityId.eq(municipality));
    Ok(tx.rows::<Entity>(here).await?.pop())
}

/// The role of one's own, for good.
async fn give(tx: &mut Tx, (user, account, municipality): (i64, i64, i64), role: Role) -> Result<(), Error> {
    use role_grant::{ActiveModel, Column, Entity};
    let own = Condition::all()
        .add(Column::MunicipalUserId.eq(user))
        .add(Column::SubstituteForId.is_null());
    if let Some(held) = tx.rows::<Entity>(own).await?.pop() {
        let mut changed = held.into_active_model();
        changed.role.set_if_not_equals(role);
        changed.valid_until.set_if_not_equals(None);
        return tx.update::<RoleGrant, _>(changed, &[]).await;
    }
    let row = ActiveModel {
        user_id: Set(account),
        municipality_id: Set(Some(municipality)),
        network_id: Set(None),
        municipal_user_id: Set(Some(user)),
        substitute_for_id: Set(None),
        role: Set(role),
        valid_until: Set(None),
        ..Default::default()
    };
    tx.insert::<RoleGrant, _>(row).await?;
    Ok(())
}
