//! A password that its owner chooses.

use super::Passwords;
use super::audit::{By, write_down};
use super::sessions::ended;
use crate::db::Db;
use crate::error::Error;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use verbund_entity::user_account::{Column, Entity};

/// The fewest characters of a password.
pub const SHORTEST: usize = 12;

/// The most characters of a password.
pub const LONGEST: usize = 128;

/// Refuses a password with its length, if that is not acceptable.
pub(super) fn acceptable(password: &str) -> Result<(), usize> {
    let length = password.chars().count();
    if (SHORTEST..=LONGEST).contains(&length) {
        Ok(())
    } else {
        Err(length)
    }
}

/// An account that is invited only has none, and an empty text is the hash of nothing.
pub(super) fn has_password(stored: &str) -> bool {
    !stored.is_empty()
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Done,
    /// The old password is not the one.
    Wrong,
    /// The new password is too short or too long; it has so many characters.
    Length(usize),
}

/// The address of an account: tries of its password are counted by it.
pub async fn address_of(db: &Db, account: i64) -> Result<Option<String>, Error> {
    let statement = Query::select()
        .column(Column::Email)
        .from(Entity)
        .and_where(Expr::col(Column::Id).eq(account))
        .to_owned();
    let row = db.read().query_one(&statement).await?;
    Ok(row.map(|row| row.try_get("", "email")).transpose()?)
}

/// Gives the account another password; whoever asks has to know the old one. All tokens of the account end, the one that
/// asks included: whoever holds one signs in anew.
pub async fn change_password(
    db: &Db,
    passwords: &Passwords,
    account: i64,
    (old, new): (&str, &str),
    (now, request_id): (DateTime<Utc>, &str),
) -> Result<Changed, Error> {
    let statement = Query::select()
        .columns([Column::PublicId, Column::PasswordHash])
        .from(Entity)
        .and_where(Expr::col(Column::Id).eq(account))
        .and_where(Expr::col(Column::Status).eq("ACTIVE"))
        .to_owned();
    let row = db.read().query_one(&statement).await?.ok_or(Error::Unauthenticated)?;
    let stored: String = row.try_get("", "password_hash")?;
    if !passwords
        .fits(
            Some(&stored).filter(|stored| has_password(stored)).map(String::as_str),
            old,
        )
        .await?
    {
        return Ok(Changed::Wrong);
    }
    if let Err(length) = acceptable(new) {
        return Ok(Changed::Length(length));
    }
    let hash = passwords.hash(new).await?;
    let transaction = db.begin_write().await?;
    // Only in place of the one that was checked: it may have been changed meanwhile, or the account locked.
    let update = Query::update()
        .table(Entity)
        .value(Column::PasswordHash, hash)
        .and_where(Expr::col(Column::Id).eq(account))
        .and_where(Expr::col(Column::PasswordHash).eq(&stored))
        .and_where(Expr::col(Column::Status).eq("ACTIVE"))
        .to_owned();
    if transaction.execute(&update).await?.rows_affected() == 0 {
        return Ok(Changed::Wrong);
    }
    ended(&transaction, account).await?;
    let by = By::Request {
        user: account,
        id: request_id,
    };
    let public_id: String = row.try_get("", "public_id")?;
    write_down(&transaction, now, by, "USER_CHANGE_PASSWORD", &public_id, &["password"]).await?;
    transaction.commit().await?;
    Ok(Changed::Done)
}
