//! An active member never loses its last administrator, whoever takes the role away.

use crate::error::Error;
use sea_orm::sea_query::{Expr, ExprTrait, LockType, Query, SelectStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use verbund_entity::{municipal_user, municipality, network_membership, role_grant, user_account};

/// Whether the account is the only one that can administer the municipality for good, and the municipality an active
/// member. The municipality stays locked until the end of the transaction: two who go at once would each still see the
/// other.
pub(crate) async fn is_last_administrator(
    transaction: &DatabaseTransaction,
    account: i64,
    municipality: i64,
) -> Result<bool, Error> {
    transaction.query_one(&locked(municipality)).await?;
    let mut administrators = Vec::new();
    for row in transaction.query_all(&administrators_of(municipality)).await? {
        administrators.push(row.try_get::<i64>("", "user_id")?);
    }
    let member = transaction.query_one(&active_membership_of(municipality)).await?;
    Ok(administrators == [account] && member.is_some())
}

/// Whether nobody at all can administer the municipality for good. The caller has locked it.
pub(crate) async fn has_no_administrator(transaction: &DatabaseTransaction, municipality: i64) -> Result<bool, Error> {
    Ok(transaction.query_one(&administrators_of(municipality)).await?.is_none())
}

/// The municipalities that somebody administers for good.
pub(crate) fn administered() -> SelectStatement {
    use role_grant::Column;
    let mut all = administrators();
    all.column(Column::MunicipalityId);
    all
}

fn locked(municipality: i64) -> SelectStatement {
    use municipality::{Column, Entity};
    Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Expr::col(Column::Id).eq(municipality))
        .lock(LockType::NoKeyUpdate)
        .to_owned()
}

fn administrators_of(municipality: i64) -> SelectStatement {
    use role_grant::Column;
    administrators()
        .column(Column::UserId)
        .and_where(Expr::col(Column::MunicipalityId).eq(municipality))
        .to_owned()
}

/// Who is invited only, locked, or stands in for somebody until a day, does not count.
fn administrators() -> SelectStatement {
    use role_grant::{Column, Entity};
    let active = Query::select()
        .column(user_account::Column::Id)
        .from(user_account::Entity)
        .and_where(Expr::col(user_account::Column::Status).eq("ACTIVE"))
        .to_owned();
    let at_work = Query::select()
        .column(municipal_user::Column::Id)
        .from(municipal_user::Entity)
        .and_where(Expr::col(municipal_user::Column::Status).eq("ACTIVE"))
        .to_owned();
    Query::select()
        .from(Entity)
        .and_where(Expr::col(Column::MunicipalityId).is_not_null())
        .and_where(Expr::col(Column::Role).eq("ADMIN"))
        .and_where(Expr::col(Column::ValidUntil).is_null())
        .and_where(Expr::col(Column::UserId).in_subquery(active))
        .and_where(Expr::col(Column::MunicipalUserId).in_subquery(at_work))
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
