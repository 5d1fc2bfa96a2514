//! Accounts made by whoever runs the installation, and passwords that were forgotten.

use super::audit::{By, write_down};
use super::granting::{Term, give};
use super::known::{find, known};
use super::own_password::acceptable;
use super::place::fits;
use super::sessions::ended;
use super::set_up::{Secret, renewed};
use super::{Passwords, Refusal, Role, seat};
use crate::db::Db;
use crate::values::{EmailAddress, TextRule};
use crate::viewer::Place;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use uuid::Uuid;
use verbund_entity::municipal_user::AccessStatus;
use verbund_entity::user_account::{self, UserStatus};

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
            Column::TokenGeneration,
            Column::CreatedAt,
        ])
        .values_panic([
            public_id.clone().into(),
            email.into(),
            address.key().into(),
            name.into(),
            "ACTIVE".into(),
            hash.into(),
            0.into(),
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

/// Gives an account another password, for whoever has forgotten theirs; all its tokens end. One that was invited only
/// can be used from then on; one that is locked stays locked.
pub async fn reset_password(
    db: &Db,
    passwords: &Passwords,
    (email, password): (&str, &str),
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    acceptable(password).map_err(Refusal::Password)?;
    let hash = passwords.hash(password).await?;
    let transaction = db.begin_write().await?;
    let account = known(&transaction, email).await?;
    use user_account::{Column, Entity};
    let mut update = Query::update();
    update
        .table(Entity)
        .value(Column::PasswordHash, hash)
        .and_where(Expr::col(Column::Id).eq(account.id));
    if account.status == UserStatus::Invited {
        update.value(Column::Status, "ACTIVE");
    }
    transaction.execute(&update).await?;
    ended(&transaction, account.id).await?;
    let changed = ["password"];
    write_down(
        &transaction,
        now,
        By::CommandLine,
        "USER_RESET_PASSWORD",
        &account.public_id,
        &changed,
    )
    .await?;
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
