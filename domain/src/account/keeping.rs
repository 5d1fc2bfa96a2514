//! Accounts and roles made and taken away by whoever runs the installation.

use super::audit::write_down;
use super::place::fits;
use super::{Passwords, Refusal, Role, email_key};
use crate::db::Db;
use crate::values::{EmailAddress, TextRule};
use crate::viewer::Place;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{DeleteStatement, Expr, ExprTrait, LockType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use uuid::Uuid;
use verbund_entity::{municipality, network_membership, role_grant, user_account};

/// The fewest characters of a password.
pub(super) const SHORTEST: usize = 12;

/// The most characters of a password.
pub(super) const LONGEST: usize = 128;

/// Somebody who is to be able to sign in.
#[derive(Clone, Debug)]
pub struct NewUser<'a> {
    pub email: &'a str,
    pub name: &'a str,
    pub password: &'a str,
}

/// Makes an account without any role and returns its public id.
pub async fn add_user(
    db: &Db,
    passwords: &Passwords,
    user: NewUser<'_>,
    now: DateTime<Utc>,
) -> Result<String, Refusal> {
    let address = EmailAddress::parse(user.email).map_err(|_| Refusal::Email(user.email.chars().take(80).collect()))?;
    let email = address.as_str();
    let name = TextRule::NAME.check(user.name).map_err(|_| Refusal::Name)?;
    let length = user.password.chars().count();
    if !(SHORTEST..=LONGEST).contains(&length) {
        return Err(Refusal::Password(length));
    }
    let hash = passwords.hash(user.password).await?;
    let public_id = Uuid::new_v4().to_string();
    let transaction = db.begin_write().await?;
    if public_id_of(&transaction, email).await?.is_some() {
        return Err(Refusal::Duplicate(email.to_owned()));
    }
    use user_account::{Column, Entity};
    let insert = Query::insert()
        .into_table(Entity)
        .columns([
            Column::PublicId,
            Column::Email,
            Column::EmailKey,
            Column::Name,
            Column::Status,
            Column::PasswordHash,
            Column::CreatedAt,
        ])
        .values_panic([
            public_id.clone().into(),
            email.into(),
            address.key().into(),
            name.into(),
            "ACTIVE".into(),
            hash.into(),
            now.into(),
        ])
        .to_owned();
    transaction.execute(&insert).await?;
    write_down(
        &transaction,
        now,
        "USER_ADD",
        &public_id,
        &["email", "name", "password"],
    )
    .await?;
    transaction.commit().await?;
    Ok(public_id)
}

/// Gives the role in that place; in a municipality it replaces the one held there.
pub async fn grant_role(db: &Db, email: &str, place: Place, role: Role, now: DateTime<Utc>) -> Result<(), Refusal> {
    if !fits(role, place) {
        return Err(Refusal::Place("this role does not hold in such a place"));
    }
    let transaction = db.begin_write().await?;
    let (user, public_id) = known(&transaction, email).await?;
    if role < Role::Admin {
        keep_an_administrator(&transaction, user, place, email).await?;
    }
    transaction.execute(&taking_away(user, place, role)).await?;
    let (municipality, network) = match place {
        Place::Municipality(id) => (Some(id), None),
        Place::Network(id) => (None, Some(id)),
        Place::Installation => (None, None),
    };
    use role_grant::{Column, Entity};
    let insert = Query::insert()
        .into_table(Entity)
        .columns([
            Column::UserId,
            Column::MunicipalityId,
            Column::NetworkId,
            Column::Role,
            Column::CreatedAt,
        ])
        .values_panic([
            user.into(),
            municipality.into(),
            network.into(),
            super::role_name(role).into(),
            now.into(),
        ])
        .to_owned();
    transaction.execute(&insert).await?;
    write_down(&transaction, now, "USER_GRANT", &public_id, &["role"]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Takes the role away; it ends at the user's next request.
pub async fn revoke_role(db: &Db, email: &str, place: Place, role: Role, now: DateTime<Utc>) -> Result<(), Refusal> {
    let transaction = db.begin_write().await?;
    let (user, public_id) = known(&transaction, email).await?;
    if role == Role::Admin {
        keep_an_administrator(&transaction, user, place, email).await?;
    }
    let mut statement = taking_away(user, place, role);
    statement.and_where(Expr::col(role_grant::Column::Role).eq(super::role_name(role)));
    if transaction.execute(&statement).await?.rows_affected() == 0 {
        return Err(Refusal::NotHeld(email.to_owned()));
    }
    write_down(&transaction, now, "USER_REVOKE", &public_id, &["role"]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Locks the account: no sign-in, and tokens end at the next request. Also the last administrator can be locked,
/// since that must be possible the moment an account has fallen into other hands.
pub async fn lock_user(db: &Db, email: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
    let transaction = db.begin_write().await?;
    let (user, public_id) = known(&transaction, email).await?;
    use user_account::{Column, Entity};
    let update = Query::update()
        .table(Entity)
        .value(Column::Status, "LOCKED")
        .and_where(Expr::col(Column::Id).eq(user))
        .to_owned();
    transaction.execute(&update).await?;
    write_down(&transaction, now, "USER_LOCK", &public_id, &["status"]).await?;
    transaction.commit().await?;
    Ok(())
}

async fn known(transaction: &DatabaseTransaction, email: &str) -> Result<(i64, String), Refusal> {
    public_id_of(transaction, email)
        .await?
        .ok_or_else(|| Refusal::UnknownUser(email.to_owned()))
}

async fn public_id_of(transaction: &DatabaseTransaction, email: &str) -> Result<Option<(i64, String)>, Refusal> {
    use user_account::{Column, Entity};
    let statement = Query::select()
        .columns([Column::Id, Column::PublicId])
        .from(Entity)
        .and_where(Expr::col(Column::EmailKey).eq(email_key(email)))
        .to_owned();
    let Some(row) = transaction.query_one(&statement).await? else {
        return Ok(None);
    };
    Ok(Some((row.try_get("", "id")?, row.try_get("", "public_id")?)))
}

/// Whatever the user holds there; for the installation, where several roles may be held, only the one.
fn taking_away(user: i64, place: Place, role: Role) -> DeleteStatement {
    use role_grant::{Column, Entity};
    let mut statement = Query::delete();
    statement
        .from_table(Entity)
        .and_where(Expr::col(Column::UserId).eq(user));
    match place {
        Place::Municipality(id) => statement.and_where(Expr::col(Column::MunicipalityId).eq(id)),
        Place::Network(id) => statement.and_where(Expr::col(Column::NetworkId).eq(id)),
        Place::Installation => statement.and_where(Expr::col(Column::Role).eq(super::role_name(role))),
    };
    statement
}

/// An active member never loses its last administrator.
async fn keep_an_administrator(
    transaction: &DatabaseTransaction,
    user: i64,
    place: Place,
    email: &str,
) -> Result<(), Refusal> {
    let Place::Municipality(municipality) = place else {
        return Ok(());
    };
    // One at a time in a municipality: two who go at once would each still see the other.
    transaction.query_one(&locked(municipality)).await?;
    let administrators = transaction.query_all(&administrators_of(municipality)).await?;
    let mut users = Vec::new();
    for row in administrators {
        users.push(row.try_get::<i64>("", "user_id")?);
    }
    if users == [user]
        && transaction
            .query_one(&active_membership_of(municipality))
            .await?
            .is_some()
    {
        return Err(Refusal::LastAdministrator(email.to_owned()));
    }
    Ok(())
}

fn locked(of: i64) -> SelectStatement {
    use municipality::{Column, Entity};
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Expr::col(Column::Id).eq(of))
        .lock(LockType::NoKeyUpdate)
        .to_owned()
}

fn administrators_of(municipality: i64) -> SelectStatement {
    use role_grant::{Column, Entity};
    let active = Query::select()
        .column(user_account::Column::Id)
        .from(user_account::Entity)
        .and_where(Expr::col(user_account::Column::Status).eq("ACTIVE"))
        .to_owned();
    Query::select()
        .column(Column::UserId)
        .from(Entity)
        .and_where(Expr::col(Column::MunicipalityId).eq(municipality))
        .and_where(Expr::col(Column::Role).eq("ADMIN"))
        .and_where(Expr::col(Column::UserId).in_subquery(active))
        .to_owned()
}

fn active_membership_of(municipality: i64) -> SelectStatement {
    use network_membership::{Column, Entity};
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Expr::col(Column::MunicipalityId).eq(municipality))
        .and_where(Expr::col(Column::Status).eq("ACTIVE"))
        .limit(1)
        .to_owned()
}
