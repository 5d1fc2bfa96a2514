//! An account's place in a municipality, without which no role holds there: as the command line makes it.

use super::known::Known;
use crate::error::Error;
use crate::session::new_public_id;
use crate::values::fold::order_key;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use verbund_entity::municipal_user::{AccessStatus, Column, Entity};
use verbund_entity::user_account::UserStatus;

/// The place of the account in the municipality, made if there is none. Whoever runs the machine vouches for the person:
/// who has a password can use the role at once.
pub(super) async fn seat(
    transaction: &DatabaseTransaction,
    account: &Known,
    municipality: i64,
    now: DateTime<Utc>,
) -> Result<i64, Error> {
    let status = match account.status {
        UserStatus::Active => "ACTIVE",
        UserStatus::Locked => "LOCKED",
        UserStatus::Invited => "INVITED",
    };
    let insert = Query::insert()
        .into_table(Entity)
        .columns([
            Column::PublicId,
            Column::Revision,
            Column::CreatedAt,
            Column::UpdatedAt,
            Column::UserId,
            Column::MunicipalityId,
            Column::Email,
            Column::Name,
            Column::NameKey,
            Column::Status,
        ])
        .values_panic([
            new_public_id().into(),
            1.into(),
            now.into(),
            now.into(),
            account.id.into(),
            municipality.into(),
            account.email.clone().into(),
            account.name.clone().into(),
            order_key(&account.name).into(),
            status.into(),
        ])
        .on_conflict(
            OnConflict::columns([Column::UserId, Column::MunicipalityId])
                .update_columns([Column::Status, Column::UpdatedAt])
                .value(Column::Revision, Expr::col((Entity, Column::Revision)).add(1))
                .to_owned(),
        )
        .to_owned();
    transaction.execute(&insert).await?;
    find(transaction, account.id, municipality)
        .await?
        .map(|(id, _)| id)
        .ok_or_else(|| Error::Internal("a municipality's user vanished".into()))
}

pub(super) async fn find(
    transaction: &DatabaseTransaction,
    account: i64,
    municipality: i64,
) -> Result<Option<(i64, AccessStatus)>, Error> {
    let statement = Query::select()
        .columns([Column::Id, Column::Status])
        .from(Entity)
        .and_where(Expr::col(Column::UserId).eq(account))
        .and_where(Expr::col(Column::MunicipalityId).eq(municipality))
        .to_owned();
    let Some(row) = transaction.query_one(&statement).await? else {
        return Ok(None);
    };
    Ok(Some((row.try_get("", "id")?, row.try_get("", "status")?)))
}
