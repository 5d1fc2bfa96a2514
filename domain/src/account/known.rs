//! The account of an address, inside a transaction that changes it.

use super::{Refusal, email_key};
use crate::error::Error;
use crate::session::new_public_id;
use crate::values::EmailAddress;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use verbund_entity::user_account::{Column, Entity, UserStatus};

/// An account as it stands.
pub(super) struct Known {
    pub id: i64,
    pub public_id: String,
    pub email: String,
    pub name: String,
    pub status: UserStatus,
    /// What is stored of the password; empty if there is none yet.
    pub password: String,
}

pub(super) async fn known(transaction: &DatabaseTransaction, email: &str) -> Result<Known, Refusal> {
    find(transaction, email)
        .await?
        .ok_or_else(|| Refusal::UnknownUser(email.to_owned()))
}

pub(super) async fn find(transaction: &DatabaseTransaction, email: &str) -> Result<Option<Known>, Error> {
    let statement = Query::select()
        .columns([
            Column::Id,
            Column::PublicId,
            Column::Email,
            Column::Name,
            Column::Status,
            Column::PasswordHash,
        ])
        .from(Entity)
        .and_where(Expr::col(Column::EmailKey).eq(email_key(email)))
        .to_owned();
    let Some(row) = transaction.query_one(&statement).await? else {
        return Ok(None);
    };
    Ok(Some(Known {
        id: row.try_get("", "id")?,
        public_id: row.try_get("", "public_id")?,
        email: row.try_get("", "email")?,
        name: row.try_get("", "name")?,
        status: row.try_get("", "status")?,
        password: row.try_get("", "password_hash")?,
    }))
}

/// The key of the account of this address; if there is none, one without a password is made. Whoever asks is not told
/// which of the two it was. Two who ask at once come one after the other.
pub(crate) async fn account_for(
    transaction: &DatabaseTransaction,
    email: &EmailAddress,
    name: &str,
    now: DateTime<Utc>,
) -> Result<i64, Error> {
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
            new_public_id().into(),
            email.as_str().into(),
            email.key().into(),
            name.into(),
            "INVITED".into(),
            "".into(),
            0.into(),
            now.into(),
        ])
        .on_conflict(OnConflict::column(Column::EmailKey).do_nothing().to_owned())
        .to_owned();
    transaction.execute(&insert).await?;
    let found = find(transaction, email.as_str()).await?;
    found
        .map(|account| account.id)
        .ok_or_else(|| Error::Internal("an account vanished".into()))
}
