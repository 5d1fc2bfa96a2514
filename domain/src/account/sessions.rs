//! Tokens carry the generation of their account. Whoever counts it on ends all of them, at the next request.

use super::audit::{By, write_down};
use crate::db::Db;
use crate::error::Error;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use verbund_entity::user_account::{Column, Entity};

/// Ends all tokens of an account.
pub(super) async fn ended(transaction: &DatabaseTransaction, account: i64) -> Result<(), Error> {
    let update = Query::update()
        .table(Entity)
        .value(Column::TokenGeneration, Expr::col(Column::TokenGeneration).add(1))
        .and_where(Expr::col(Column::Id).eq(account))
        .to_owned();
    transaction.execute(&update).await?;
    Ok(())
}

/// Signs somebody out everywhere, the request that asks for it included.
pub async fn end_sessions(db: &Db, account: i64, (now, request_id): (DateTime<Utc>, &str)) -> Result<(), Error> {
    let transaction = db.begin_write().await?;
    ended(&transaction, account).await?;
    let whose = Query::select()
        .column(Column::PublicId)
        .from(Entity)
        .and_where(Expr::col(Column::Id).eq(account))
        .to_owned();
    let row = transaction.query_one(&whose).await?.ok_or(Error::Unauthenticated)?;
    let public_id: String = row.try_get("", "public_id")?;
    let by = By::Request {
        user: account,
        id: request_id,
    };
    write_down(
        &transaction,
        now,
        by,
        "USER_END_SESSIONS",
        &public_id,
        &["tokenGeneration"],
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}
