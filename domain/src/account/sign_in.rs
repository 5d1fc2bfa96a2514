//! Signing in with mail address and password.

use super::own_password::has_password;
use super::{Passwords, email_key};
use crate::db::Db;
use crate::error::Error;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use verbund_entity::user_account::{Column, Entity, UserStatus};

/// Somebody who has proved to be the holder of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Opaque, never reused; the subject of tokens.
    pub public_id: String,
    pub email: String,
    pub name: String,
    /// The generation of tokens that the password is good for.
    pub generation: i32,
}

/// The account, if the password is right. Unknown address, wrong password, locked account and one that is invited only
/// answer alike, and take equally long: a password is checked in every case.
///
/// `RateLimited` when too many passwords are being checked.
pub async fn sign_in(db: &Db, passwords: &Passwords, email: &str, password: &str) -> Result<Option<Account>, Error> {
    let statement = Query::select()
        .columns([
            Column::PublicId,
            Column::Email,
            Column::Name,
            Column::Status,
            Column::PasswordHash,
            Column::TokenGeneration,
        ])
        .from(Entity)
        .and_where(Expr::col(Column::EmailKey).eq(email_key(email)))
        .to_owned();
    let row = db.read().query_one(&statement).await?;
    let stored: Option<String> = row.as_ref().map(|row| row.try_get("", "password_hash")).transpose()?;
    let stored = stored.filter(|stored| has_password(stored));
    let fits = passwords.fits(stored.as_deref(), password).await?;
    let Some(row) = row.filter(|_| fits) else {
        return Ok(None);
    };
    if row.try_get::<UserStatus>("", "status")? != UserStatus::Active {
        return Ok(None);
    }
    Ok(Some(Account {
        public_id: row.try_get("", "public_id")?,
        email: row.try_get("", "email")?,
        name: row.try_get("", "name")?,
        generation: row.try_get("", "token_generation")?,
    }))
}
