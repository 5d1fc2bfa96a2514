//! What was done to accounts, written down with the change itself.

use super::Refusal;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};
use verbund_entity::audit_entry::{Column, Entity};

/// Who did something to an account.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// Whoever has the machine; more cannot be told.
    CommandLine,
    /// An account, in a request.
    Request { user: i64, id: &'a str },
}

impl By<'_> {
    /// Nobody gives or takes rights of their own, but for who has the machine.
    pub(super) fn somebody_else(self, account: i64) -> Result<(), Refusal> {
        match self {
            By::Request { user, .. } if user == account => Err(Refusal::Oneself),
            _ => Ok(()),
        }
    }
}

/// Fields are named, values are not.
pub(super) async fn write_down(
    transaction: &DatabaseTransaction,
    now: DateTime<Utc>,
    by: By<'_>,
    action: &str,
    account_public_id: &str,
    changed_fields: &[&str],
) -> Result<(), DbErr> {
    let (user, request) = match by {
        By::CommandLine => (None, "command line"),
        By::Request { user, id } => (Some(user), id),
    };
    let entry = Query::insert()
        .into_table(Entity)
        .columns([
            Column::OccurredAt,
            Column::UserId,
            Column::RequestId,
            Column::Action,
            Column::ObjectType,
            Column::ObjectPublicId,
            Column::ChangedFields,
        ])
        .values_panic([
            now.into(),
            user.into(),
            request.into(),
            action.into(),
            "Account".into(),
            account_public_id.into(),
            serde_json::json!(changed_fields).into(),
        ])
        .to_owned();
    transaction.execute(&entry).await?;
    Ok(())
}
