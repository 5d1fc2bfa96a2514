//! What the passing of time alone changes: in nobody's name, and told of like every other change.

use super::change::{Author, Change, fields_set};
use super::tx::set;
use super::{Owned, Row, column, lacks};
use crate::db::Db;
use crate::error::Error;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ActiveValue, Condition, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Value,
};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::{audit_entry, outbox_event};

/// Changes all rows that meet a condition, and answers how many they were. Whoever comes second waits for the rows and
/// finds that they meet it no more: any number of processes may do this at once.
pub(crate) async fn lapse<T, A>(
    db: &Db,
    now: DateTime<Utc>,
    action: &'static str,
    which: Condition,
    change: impl Fn(&Row<T>, &mut A),
) -> Result<usize, Error>
where
    T: Owned,
    A: ActiveModelTrait<Entity = T::Entity> + ActiveModelBehavior + Send,
    Row<T>: IntoActiveModel<A>,
{
    let tx = db.begin_write().await?;
    let key = column::<T::Entity>("id").ok_or_else(|| lacks::<T>("id"))?;
    let rows = T::Entity::find().filter(which).order_by_asc(key);
    let rows = rows.lock(LockType::NoKeyUpdate).all(&tx).await?;
    let author = Author {
        user: None,
        municipality: None,
        network: None,
        at: now,
        request_id: "time",
        action,
    };
    let lapsed = rows.len();
    for row in rows {
        let before = row.clone();
        let mut row = row.into_active_model();
        change(&before, &mut row);
        let fields = fields_set(&row);
        let known = |name| column::<T::Entity>(name).map(|column| row.get(column));
        let (Some(ActiveValue::Unchanged(Value::Int(Some(revision)))), Some(ActiveValue::Unchanged(public_id))) =
            (known("revision"), known("public_id"))
        else {
            return Err(lacks::<T>("revision"));
        };
        let Value::String(Some(public_id)) = public_id else {
            return Err(lacks::<T>("public_id"));
        };
        set(&mut row, "revision", (revision + 1).into());
        set(&mut row, "updated_at", now.into());
        row.update(&tx).await?;
        let change = Change {
            object_type: T::NAME,
            public_id,
            kind: ChangeKind::Updated,
            fields,
        };
        audit_entry::Entity::insert(change.entry(&author))
            .exec_without_returning(&tx)
            .await?;
        outbox_event::Entity::insert(change.event(&author))
            .exec_without_returning(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(lapsed)
}
