//! What was done to accounts, written down with the change itself.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use verbund_entity::audit_entry::{Column, Entity};

/// Who did it cannot be told from the command line; the operator of the machine did. Fields are named, values are not.
pub(super) async fn write_down(
    transaction: &DatabaseTransaction,
    now: DateTime<Utc>,
    action: &str,
    user_public_id: &str,
    changed_fields: &[&str],
) -> Result<(), DbErr> {
    let entry = Query::insert()
        .into_table(Entity)
        .columns([
            Column::OccurredAt,
            Column::RequestId,
            Column::Action,
            Column::ObjectType,
            Column::ObjectPublicId,
            Column::ChangedFields,
        ])
        .values_panic([
            now.into(),
            "command line".into(),
            action.into(),
            "User".into(),
            user_public_id.into(),
            serde_json::json!(changed_fields).into(),
        ])
        .to_owned();
    transaction.execute(&entry).await?;
    Ok(())
}
