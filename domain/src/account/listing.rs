//! Accounts as the operator sees them.

use super::{Account, Refusal, email_key};
use crate::db::Db;
use crate::error::Error;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Func, Order, Query};
use verbund_entity::{municipality, network, role_grant, user_account};

/// An account with its roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedUser {
    pub email: String,
    pub name: String,
    /// `ACTIVE` or `LOCKED`.
    pub status: String,
    pub grants: Vec<ListedGrant>,
}

/// A role, and where it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedGrant {
    pub role: String,
    /// Key of the municipality or slug of the network; nothing for the installation.
    pub place: Option<String>,
}

/// All accounts in the order of their addresses, each with its roles.
pub async fn list_users(db: &Db) -> Result<Vec<ListedUser>, Refusal> {
    let (user, grant) = (user_account::Entity, role_grant::Entity);
    let (town, net) = (municipality::Entity, network::Entity);
    let statement = Query::select()
        .columns([
            (user, user_account::Column::Email),
            (user, user_account::Column::Name),
            (user, user_account::Column::Status),
        ])
        .column((grant, role_grant::Column::Role))
        .expr_as(
            Func::coalesce([
                Expr::col((town, municipality::Column::Ags)),
                Expr::col((town, municipality::Column::DistrictKey)),
                Expr::col((town, municipality::Column::Slug)),
                Expr::col((net, network::Column::Slug)),
            ]),
            "place",
        )
        .from(user)
        .left_join(
            grant,
            Expr::col((grant, role_grant::Column::UserId)).equals((user, user_account::Column::Id)),
        )
        .left_join(
            town,
            Expr::col((town, municipality::Column::Id)).equals((grant, role_grant::Column::MunicipalityId)),
        )
        .left_join(
            net,
            Expr::col((net, network::Column::Id)).equals((grant, role_grant::Column::NetworkId)),
        )
        .order_by((user, user_account::Column::EmailKey), Order::Asc)
        .order_by((grant, role_grant::Column::Id), Order::Asc)
        .to_owned();
    let mut users: Vec<ListedUser> = Vec::new();
    for row in db.read().query_all(&statement).await? {
        let email: String = row.try_get("", "email")?;
        if users.last().is_none_or(|last| last.email != email) {
            let (name, status) = (row.try_get("", "name")?, row.try_get("", "status")?);
            users.push(ListedUser {
                email,
                name,
                status,
                grants: Vec::new(),
            });
        }
        if let (Some(role), Some(user)) = (row.try_get("", "role")?, users.last_mut()) {
            user.grants.push(ListedGrant {
                role,
                place: row.try_get("", "place")?,
            });
        }
    }
    Ok(users)
}

/// The account of that address, unless it is locked: what the command line makes tokens for.
pub async fn find_user(db: &Db, email: &str) -> Result<Account, Refusal> {
    use user_account::{Column, Entity};
    let statement = Query::select()
        .columns([Column::PublicId, Column::Email, Column::Name, Column::TokenGeneration])
        .from(Entity)
        .and_where(Expr::col(Column::EmailKey).eq(email_key(email)))
        .and_where(Expr::col(Column::Status).eq("ACTIVE"))
        .to_owned();
    let row = db.read().query_one(&statement).await?;
    let row = row.ok_or_else(|| Refusal::UnknownUser(email.to_owned()))?;
    Ok(Account {
        public_id: row.try_get("", "public_id")?,
        email: row.try_get("", "email")?,
        name: row.try_get("", "name")?,
        generation: row.try_get("", "token_generation")?,
    })
}

/// Whether there is an account of that address, locked or not.
pub(crate) async fn has_account(db: &Db, email: &str) -> Result<bool, Error> {
    use user_account::{Column, Entity};
    let statement = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Expr::col(Column::EmailKey).eq(email_key(email)))
        .to_owned();
    Ok(db.read().query_one(&statement).await?.is_some())
}
