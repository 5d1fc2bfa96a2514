//! Accounts made and locked by whoever runs the installation.

use super::audit::{By, write_down};
use super::granting::{Term, give};
use super::known::{find, known};
use super::own_password::acceptable;
use super::place::fits;
use super::set_up::{Secret, renewed};
use super::{Passwords, Refusal, Role, seat};
use crate::db::Db;
use crate::values::{EmailAddress, TextRule};
use crate::viewer::Place;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use uuid::Uuid;
use verbund_entity::municipal_user::{self, AccessStatus};
use verbund_entity::user_account;

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
    acceptable(user.password).map_err(Refusal::Password)?;
    let hash = passwords.hash(user.password).await?;
    let public_id = Uuid::new_v4().to_string();
    let transaction = db.begin_write().await?;
    if find(&transaction, email).await?.is_some() {
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
        By::CommandLine,
        "USER_ADD",
        &public_id,
        &["email", "name", "password"],
    )
    .await?;
    transaction.commit().await?;
    Ok(public_id)
}

/// Locks the account: no sign-in, and tokens end at the next request. Also the last administrator can be locked,
/// since that must be possible the moment an account has fallen into other hands.
pub async fn lock_user(db: &Db, email: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
    lock_user_by(db, email, By::CommandLine, now).await
}

pub(crate) async fn lock_user_by(db: &Db, email: &str, by: By<'_>, now: DateTime<Utc>) -> Result<(), Refusal> {
    let transaction = db.begin_write().await?;
    let account = known(&transaction, email).await?;
    by.somebody_else(account.id)?;
    let update = Query::update()
        .table(user_account::Entity)
        .value(user_account::Column::Status, "LOCKED")
        .and_where(Expr::col(user_account::Column::Id).eq(account.id))
        .to_owned();
    transaction.execute(&update).await?;
    // Its municipalities see it, but for those where nobody has answered the invitation: it would tell them that there
    // was an account before.
    use municipal_user::{Column, Entity};
    let update = Query::update()
        .table(Entity)
        .value(Column::Status, "LOCKED")
        .value(Column::Revision, Expr::col(Column::Revision).add(1))
        .value(Column::UpdatedAt, now)
        .and_where(Expr::col(Column::UserId).eq(account.id))
        .and_where(Expr::col(Column::Status).eq("ACTIVE"))
        .to_owned();
    transaction.execute(&update).await?;
    write_down(&transaction, now, by, "USER_LOCK", &account.public_id, &["status"]).await?;
    transaction.commit().await?;
    Ok(())
}

/// Invites somebody to work for a municipality, as its administrators do, and returns the secret with which the person
/// sets the account up. Done again, it is a new secret.
pub async fn invite_user(
    db: &Db,
    (email, name): (&str, &str),
    place: Place,
    role: Role,
    now: DateTime<Utc>,
) -> Result<String, Refusal> {
    let (Place::Municipality(municipality), true) = (place, fits(role, place)) else {
        return Err(Refusal::Place(
            "people are invited to a municipality: VIEWER, EDITOR or ADMIN",
        ));
    };
    let address = EmailAddress::parse(email).map_err(|_| Refusal::Email(email.chars().take(80).collect()))?;
    let name = TextRule::NAME.check(name).map_err(|_| Refusal::Name)?;
    let transaction = db.begin_write().await?;
    super::account_for(&transaction, &address, &name, now).await?;
    let account = known(&transaction, email).await?;
    let before = seat::find(&transaction, account.id, municipality).await?;
    give(&transaction, &account, place, role, Term::default(), now).await?;
    let secret = Secret::new()?;
    let at_work = before.is_some_and(|(_, status)| status == AccessStatus::Active);
    let status = if at_work { "ACTIVE" } else { "INVITED" };
    renewed(&transaction, (account.id, municipality), status, &secret, now).await?;
    let changed = ["email", "name", "role", "setUpHash"];
    write_down(
        &transaction,
        now,
        By::CommandLine,
        "USER_INVITE",
        &account.public_id,
        &changed,
    )
    .await?;
    transaction.commit().await?;
    Ok(secret.token)
}
