//! Accounts that are locked, and unlocked again, by whoever runs the installation.

use super::Refusal;
use super::audit::{By, write_down};
use super::known::{Known, known};
use super::own_password::has_password;
use super::sessions::ended;
use crate::db::Db;
use crate::error::Error;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use verbund_entity::municipal_user;
use verbund_entity::user_account::{self, UserStatus};

/// Locks the account: no sign-in, and its tokens end at the next request, also for after it is unlocked. Also the last
/// administrator can be locked, since that must be possible the moment an account has fallen into other hands.
pub async fn lock_user(db: &Db, email: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
    lock_user_by(db, email, By::CommandLine, now).await
}

/// Unlocks the account: it is as it was, with the password that it had. One that is not locked stays as it is.
pub async fn unlock_user(db: &Db, email: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
    unlock_user_by(db, email, By::CommandLine, now).await
}

pub(crate) async fn lock_user_by(db: &Db, email: &str, by: By<'_>, now: DateTime<Utc>) -> Result<(), Refusal> {
    let transaction = db.begin_write().await?;
    let account = known(&transaction, email).await?;
    by.somebody_else(account.id)?;
    set(&transaction, &account, "LOCKED").await?;
    ended(&transaction, account.id).await?;
    // Its municipalities see it, but for those where nobody has answered the invitation: it would tell them that there
    // was an account before.
    seats(&transaction, &account, ("ACTIVE", "LOCKED"), now).await?;
    write_down(&transaction, now, by, "USER_LOCK", &account.public_id, &["status"]).await?;
    transaction.commit().await?;
    Ok(())
}

pub(crate) async fn unlock_user_by(db: &Db, email: &str, by: By<'_>, now: DateTime<Utc>) -> Result<(), Refusal> {
    let transaction = db.begin_write().await?;
    let account = known(&transaction, email).await?;
    by.somebody_else(account.id)?;
    if account.status != UserStatus::Locked {
        return Ok(());
    }
    let status = if has_password(&account.password) {
        "ACTIVE"
    } else {
        "INVITED"
    };
    set(&transaction, &account, status).await?;
    seats(&transaction, &account, ("LOCKED", "ACTIVE"), now).await?;
    write_down(&transaction, now, by, "USER_UNLOCK", &account.public_id, &["status"]).await?;
    transaction.commit().await?;
    Ok(())
}

async fn set(transaction: &DatabaseTransaction, account: &Known, status: &str) -> Result<(), Error> {
    let update = Query::update()
        .table(user_account::Entity)
        .value(user_account::Column::Status, status)
        .and_where(Expr::col(user_account::Column::Id).eq(account.id))
        .to_owned();
    transaction.execute(&update).await?;
    Ok(())
}

/// Its places in municipalities go from one status to the other.
async fn seats(
    transaction: &DatabaseTransaction,
    account: &Known,
    (from, to): (&str, &str),
    now: DateTime<Utc>,
) -> Result<(), Error> {
    use municipal_user::{Column, Entity};
    let update = Query::update()
        .table(Entity)
        .value(Column::Status, to)
        .value(Column::Revision, Expr::col(Column::Revision).add(1))
        .value(Column::UpdatedAt, now)
        .and_where(Expr::col(Column::UserId).eq(account.id))
        .and_where(Expr::col(Column::Status).eq(from))
        .to_owned();
    transaction.execute(&update).await?;
    Ok(())
}
