//! The door for the official list of municipalities, which the operator loads: keys and names that are nobody's own to
//! change, and nothing else.

use super::change::{Author, Change, fields_set};
use super::tx::set;
use crate::db::Db;
use crate::error::Error;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveModelTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::{audit_entry, municipality, outbox_event};

/// A transaction that corrects municipalities; dropped unfinished, it leaves no trace.
pub(crate) struct Official {
    tx: DatabaseTransaction,
    now: DateTime<Utc>,
    changes: Vec<(i64, Change)>,
}

impl Official {
    /// Begins, with all municipalities, locked against those who change their profiles.
    pub async fn begin(db: &Db, now: DateTime<Utc>) -> Result<(Self, Vec<municipality::Model>), Error> {
        let tx = db.begin_write().await?;
        let rows = municipality::Entity::find()
            .order_by_asc(municipality::Column::Id)
            .lock(LockType::NoKeyUpdate)
            .all(&tx)
            .await?;
        let official = Official {
            tx,
            now,
            changes: Vec::new(),
        };
        Ok((official, rows))
    }

    /// Stores what is different in `changed`, as the next revision; whether anything was.
    pub async fn change(&mut self, before: municipality::Model, after: municipality::Model) -> Result<bool, Error> {
        let (id, revision, public_id) = (before.id, before.revision, before.public_id.clone());
        let before = before.into_active_model();
        let mut row = after.into_active_model();
        for column in <municipality::Column as sea_orm::Iterable>::iter() {
            if row.get(column) != before.get(column)
                && let Some(value) = row.get(column).into_value()
            {
                row.set(column, value);
            }
        }
        let fields = fields_set(&row);
        if fields.is_empty() {
            return Ok(false);
        }
        set(&mut row, "revision", (revision + 1).into());
        set(&mut row, "updated_at", self.now.into());
        row.update(&self.tx).await?;
        let change = Change {
            object_type: "Municipality",
            public_id,
            kind: ChangeKind::Updated,
            fields,
        };
        self.changes.push((id, change));
        Ok(true)
    }

    /// Makes everything last, and writes down what was changed of whom.
    pub async fn finish(self) -> Result<(), Error> {
        for (id, change) in &self.changes {
            let author = Author {
                user: None,
                municipality: Some(*id),
                network: None,
                at: self.now,
                request_id: "command line",
                action: "REFERENCE_LOAD",
            };
            audit_entry::Entity::insert(change.entry(&author))
                .exec_without_returning(&self.tx)
                .await?;
            outbox_event::Entity::insert(change.event(&author))
                .exec_without_returning(&self.tx)
                .await?;
        }
        self.tx.commit().await?;
        Ok(())
    }
}
