//! Setting an account up with the secret that an administrator has handed over.
//!
//! The administrator holds the secret too. Therefore it sets a password only where the account has none yet; where it has
//! one, that very password is asked for. Nobody takes an account over by inviting it, and an account that a stranger has
//! made beforehand under somebody's address gets no role without the secret of the municipality that gives the role.

use super::Passwords;
use super::audit::{By, write_down};
use super::own_password::{acceptable, has_password};
use crate::db::Db;
use crate::error::Error;
use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LockType, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use verbund_entity::{municipal_user, user_account};

/// How long a secret holds.
const HOLDS: TimeDelta = TimeDelta::days(7);

/// A secret, and what is stored of it.
pub(crate) struct Secret {
    pub token: String,
    pub hash: String,
}

impl Secret {
    pub fn new() -> Result<Self, Error> {
        let random: [u8; 32] = aws_lc_rs::rand::generate(&aws_lc_rs::rand::SystemRandom::new())
            .map_err(|_| Error::Internal("no randomness".into()))?
            .expose();
        let token = URL_SAFE_NO_PAD.encode(random);
        let hash = hash_of(&token);
        Ok(Secret { token, hash })
    }

    pub fn until(now: DateTime<Utc>) -> DateTime<Utc> {
        now + HOLDS
    }
}

fn hash_of(token: &str) -> String {
    let digest = digest(&SHA256, token.as_bytes());
    digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Stores the secret for the account's place in the municipality.
pub(super) async fn renewed(
    transaction: &DatabaseTransaction,
    (account, municipality): (i64, i64),
    status: &str,
    secret: &Secret,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    use municipal_user::{Column, Entity};
    let update = Query::update()
        .table(Entity)
        .value(Column::Status, status)
        .value(Column::SetUpHash, secret.hash.clone())
        .value(Column::SetUpUntil, Secret::until(now))
        .and_where(Expr::col(Column::UserId).eq(account))
        .and_where(Expr::col(Column::MunicipalityId).eq(municipality))
        .to_owned();
    transaction.execute(&update).await?;
    Ok(())
}

/// Whom a secret invites.
pub struct Invited {
    municipal_user: i64,
    account: i64,
    public_id: String,
    /// Of the account: tries are counted by it, wherever they come from.
    pub email: String,
    stored: String,
    hash: String,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetUp {
    Done,
    /// The secret is unknown, used or too old, or the account has another password: nobody learns which.
    Wrong,
    /// The password is too short or too long; it has so many characters.
    Length(usize),
}

/// Whom the secret invites, if it holds.
pub async fn invited(db: &Db, token: &str, now: DateTime<Utc>) -> Result<Option<Invited>, Error> {
    use municipal_user::{Column, Entity};
    use user_account::Column as Account;
    let hash = hash_of(token);
    let statement = Query::select()
        .expr_as(Expr::col((Entity, Column::Id)), "municipal_user")
        .expr_as(Expr::col((Entity, Column::SetUpUntil)), "set_up_until")
        .expr_as(Expr::col((user_account::Entity, Account::Id)), "account")
        .expr_as(Expr::col((user_account::Entity, Account::PublicId)), "public_id")
        .expr_as(Expr::col((user_account::Entity, Account::Email)), "email")
        .expr_as(Expr::col((user_account::Entity, Account::PasswordHash)), "stored")
        .from(Entity)
        .inner_join(
            user_account::Entity,
            Expr::col((user_account::Entity, Account::Id)).equals((Entity, Column::UserId)),
        )
        .and_where(Expr::col((Entity, Column::SetUpHash)).eq(&hash))
        .and_where(Expr::col((Entity, Column::Status)).is_in(["INVITED", "ACTIVE"]))
        .and_where(Expr::col((user_account::Entity, Account::Status)).is_in(["INVITED", "ACTIVE"]))
        .to_owned();
    let Some(row) = db.read().query_one(&statement).await? else {
        return Ok(None);
    };
    if row.try_get::<DateTime<Utc>>("", "set_up_until")? <= now {
        return Ok(None);
    }
    Ok(Some(Invited {
        municipal_user: row.try_get("", "municipal_user")?,
        account: row.try_get("", "account")?,
        public_id: row.try_get("", "public_id")?,
        email: row.try_get("", "email")?,
        stored: row.try_get("", "stored")?,
        hash,
    }))
}

/// Sets the account up, or takes the invitation up with the password that the account has. A password is hashed in
/// every case.
pub async fn finish_set_up(
    db: &Db,
    passwords: &Passwords,
    invited: Option<&Invited>,
    password: &str,
    (now, request_id): (DateTime<Utc>, &str),
) -> Result<SetUp, Error> {
    if let Err(length) = acceptable(password) {
        return Ok(SetUp::Length(length));
    }
    let Some(invited) = invited else {
        passwords.fits(None, password).await?;
        return Ok(SetUp::Wrong);
    };
    let new = if has_password(&invited.stored) {
        if !passwords.fits(Some(&invited.stored), password).await? {
            return Ok(SetUp::Wrong);
        }
        None
    } else {
        Some(passwords.hash(password).await?)
    };
    let transaction = db.begin_write().await?;
    if !take_up(&transaction, invited, new, now).await? {
        return Ok(SetUp::Wrong);
    }
    let by = By::Request {
        user: invited.account,
        id: request_id,
    };
    let changed = ["password", "status"];
    write_down(&transaction, now, by, "USER_SET_UP", &invited.public_id, &changed).await?;
    transaction.commit().await?;
    Ok(SetUp::Done)
}

/// Both rows are looked at again under their locks: a secret is used once, and a second invitation of the same account
/// may have set its password meanwhile.
async fn take_up(
    transaction: &DatabaseTransaction,
    invited: &Invited,
    new_password: Option<String>,
    now: DateTime<Utc>,
) -> Result<bool, Error> {
    use municipal_user::{Column, Entity};
    use user_account::Column as Account;
    let unused = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Expr::col(Column::Id).eq(invited.municipal_user))
        .and_where(Expr::col(Column::SetUpHash).eq(&invited.hash))
        .and_where(Expr::col(Column::Status).is_in(["INVITED", "ACTIVE"]))
        .lock(LockType::NoKeyUpdate)
        .to_owned();
    let unchanged = Query::select()
        .column(Account::Id)
        .from(user_account::Entity)
        .and_where(Expr::col(Account::Id).eq(invited.account))
        .and_where(Expr::col(Account::PasswordHash).eq(&invited.stored))
        .and_where(Expr::col(Account::Status).is_in(["INVITED", "ACTIVE"]))
        .lock(LockType::NoKeyUpdate)
        .to_owned();
    // The account first, as whoever locks it does.
    if transaction.query_one(&unchanged).await?.is_none() || transaction.query_one(&unused).await?.is_none() {
        return Ok(false);
    }
    if let Some(hash) = new_password {
        let update = Query::update()
            .table(user_account::Entity)
            .value(Account::PasswordHash, hash)
            .value(Account::Status, "ACTIVE")
            .and_where(Expr::col(Account::Id).eq(invited.account))
            .to_owned();
        transaction.execute(&update).await?;
    }
    let update = Query::update()
        .table(Entity)
        .value(Column::Status, "ACTIVE")
        .value(Column::SetUpHash, Option::<String>::None)
        .value(Column::SetUpUntil, Option::<DateTime<Utc>>::None)
        .value(Column::Revision, Expr::col(Column::Revision).add(1))
        .value(Column::UpdatedAt, now)
        .and_where(Expr::col(Column::Id).eq(invited.municipal_user))
        .to_owned();
    transaction.execute(&update).await?;
    Ok(true)
}
