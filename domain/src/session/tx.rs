//! A permitted transaction: every change made through it is recorded, and finishing writes the record.

use super::change::{Author, Change, fields_set};
use super::owned::owners;
use super::{Owned, Row, Session, column, lacks, rows};
use crate::access::{Action, Owners, acting_for};
use crate::error::Error;
use crate::read::{self, Object};
use crate::viewer::{Place, Viewer};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ActiveValue, ColumnTrait, Condition, DatabaseTransaction, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select, Value,
};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::{audit_entry, outbox_event};

/// A transaction that was handed out for an action. Dropped unfinished, it leaves no trace.
pub(crate) struct Tx {
    tx: DatabaseTransaction,
    session: Session,
    action: Action,
    place: Place,
    changes: Vec<Change>,
}

impl Tx {
    pub(super) fn new(tx: DatabaseTransaction, session: Session, action: Action, place: Place) -> Self {
        Tx {
            tx,
            session,
            action,
            place,
            changes: Vec::new(),
        }
    }

    pub(crate) fn viewer(&self) -> &Viewer {
        &self.session.viewer
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.session.viewer.now
    }

    /// The municipality for which the viewer acts.
    pub(crate) fn acting_municipality(&self) -> Result<i64, Error> {
        match self.place {
            Place::Municipality(id) => Ok(id),
            _ => Err(Error::Forbidden),
        }
    }

    /// Asks for a further right inside the same transaction.
    pub(crate) fn require(&self, action: Action, owners: &Owners) -> Result<(), Error> {
        self.session.may_ask_for(action)?;
        match acting_for(&self.session.policy, &self.session.viewer, action, owners) {
            Some(_) => Ok(()),
            None => Err(Error::Forbidden),
        }
    }

    /// Asks for a further right to a record inside the same transaction.
    pub(crate) async fn require_for<T: Owned>(&self, action: Action, row: &Row<T>) -> Result<(), Error> {
        let owners = owners::<T>(self.session.policy.rule(action).of, row, &self.tx).await?;
        self.require(action, &owners)
    }

    /// A record that belongs to one already handed out, whoever may see it, locked until the end.
    pub(crate) async fn lock<T: Object>(&self, id: i64) -> Result<Row<T>, Error> {
        self.locked::<T>(id, LockType::NoKeyUpdate).await
    }

    async fn locked<T: Object>(&self, id: i64, how: LockType) -> Result<Row<T>, Error> {
        let key = column::<T::Entity>("id").ok_or_else(|| lacks::<T>("id"))?;
        let row = T::Entity::find().filter(key.eq(id)).lock(how).one(&self.tx).await?;
        row.ok_or_else(|| Error::Internal(format!("{} {id} is gone", T::NAME)))
    }

    /// As [`Tx::lock`], all that meet a condition, the oldest first.
    pub(crate) async fn lock_all<T: Object>(&self, which: Condition) -> Result<Vec<Row<T>>, Error> {
        let key = column::<T::Entity>("id").ok_or_else(|| lacks::<T>("id"))?;
        let rows = T::Entity::find().filter(which).order_by_asc(key);
        Ok(rows.lock(LockType::NoKeyUpdate).all(&self.tx).await?)
    }

    /// As [`Tx::lock`], for one that drops out of lists: whoever is linking something with it comes first, and nobody
    /// does so meanwhile.
    pub(crate) async fn lock_out<T: Object>(&self, id: i64) -> Result<Row<T>, Error> {
        self.locked::<T>(id, LockType::Update).await
    }

    /// Of the rows that meet a condition, those that the viewer may see.
    pub(crate) async fn seen<T: Object>(&self, which: Condition) -> Result<Vec<Row<T>>, Error> {
        rows::<T::Entity>(&self.tx, which.add(self.guard::<T>())).await
    }

    pub(super) fn guard<T: Object>(&self) -> Condition {
        read::listed_guard::<T>(&self.session.viewer, self.session.db.backend())
    }

    /// Rows that are about to be linked with. What can drop out of lists must not do so before the link is there.
    pub(super) fn to_link<T: Object>(&self, rows: Select<T::Entity>) -> Select<T::Entity> {
        let rows = rows.filter(self.guard::<T>());
        if read::drops_out::<T>(&self.session.viewer, self.session.db.backend()) {
            return rows.lock(LockType::KeyShare);
        }
        rows
    }

    /// As [`rows`], inside this transaction.
    pub(crate) async fn rows<E: EntityTrait>(&self, which: Condition) -> Result<Vec<E::Model>, Error> {
        rows::<E>(&self.tx, which).await
    }

    /// Adds a record; its public id, revision and times are given here.
    pub(crate) async fn insert<T, A>(&mut self, mut row: A) -> Result<Row<T>, Error>
    where
        T: Owned,
        A: ActiveModelTrait<Entity = T::Entity> + ActiveModelBehavior + Send,
        Row<T>: IntoActiveModel<A>,
    {
        let fields = fields_set(&row);
        let now = self.now();
        if let Some(id) = column::<T::Entity>("public_id")
            && row.is_not_set(id)
        {
            row.set(id, new_public_id().into());
        }
        set(&mut row, "revision", 1_i32.into());
        set(&mut row, "created_at", now.into());
        set(&mut row, "updated_at", now.into());
        let row = row.insert(&self.tx).await?;
        self.changed::<T, A>(&row, ChangeKind::Created, fields);
        Ok(row)
    }

    /// Stores what `row` sets, as the next revision. `also` names fields that are kept in other tables.
    /// Where nothing is different, nothing is written and the revision stays.
    pub(crate) async fn update<T, A>(&mut self, mut row: A, also: &[&'static str]) -> Result<(), Error>
    where
        T: Owned,
        A: ActiveModelTrait<Entity = T::Entity> + ActiveModelBehavior + Send,
        Row<T>: IntoActiveModel<A>,
    {
        let mut fields = fields_set(&row);
        fields.extend(also.iter().map(|name| (*name).to_owned()));
        if fields.is_empty() {
            return Ok(());
        }
        let revision = match column::<T::Entity>("revision").map(|column| row.get(column)) {
            Some(ActiveValue::Unchanged(Value::Int(Some(revision)))) => revision,
            _ => {
                return Err(Error::Internal(format!(
                    "{} was not read before it is changed",
                    T::NAME
                )));
            }
        };
        set(&mut row, "revision", (revision + 1).into());
        set(&mut row, "updated_at", self.now().into());
        let row = row.update(&self.tx).await?;
        self.changed::<T, A>(&row, ChangeKind::Updated, fields);
        Ok(())
    }

    /// Removes a record for good.
    pub(crate) async fn delete<T, A>(&mut self, row: Row<T>) -> Result<(), Error>
    where
        T: Owned,
        A: ActiveModelTrait<Entity = T::Entity> + ActiveModelBehavior + Send,
        Row<T>: IntoActiveModel<A>,
    {
        self.changed::<T, A>(&row, ChangeKind::Deleted, Vec::new());
        row.into_active_model().delete(&self.tx).await?;
        Ok(())
    }

    /// Writes who changed what, and makes everything last.
    pub(crate) async fn finish(self) -> Result<(), Error> {
        let viewer = &self.session.viewer;
        let author = Author {
            user: viewer.user,
            municipality: if let Place::Municipality(id) = self.place {
                Some(id)
            } else {
                None
            },
            network: if let Place::Network(id) = self.place {
                Some(id)
            } else {
                None
            },
            at: viewer.now,
            request_id: &self.session.request_id,
            action: self.action.name(),
        };
        if !self.changes.is_empty() {
            let entries = self.changes.iter().map(|change| change.entry(&author));
            audit_entry::Entity::insert_many(entries)
                .exec_without_returning(&self.tx)
                .await?;
            let events = self.changes.iter().map(|change| change.event(&author));
            outbox_event::Entity::insert_many(events)
                .exec_without_returning(&self.tx)
                .await?;
        }
        self.tx.commit().await?;
        Ok(())
    }

    /// For rules that look at rows.
    pub(crate) fn connection(&self) -> &DatabaseTransaction {
        &self.tx
    }

    pub(super) fn changed<T, A>(&mut self, row: &Row<T>, kind: ChangeKind, fields: Vec<String>)
    where
        T: Owned,
        A: ActiveModelTrait<Entity = T::Entity>,
        Row<T>: IntoActiveModel<A>,
    {
        let public_id = column::<T::Entity>("public_id").map(|column| row.clone().into_active_model().get(column));
        let public_id = match public_id {
            Some(ActiveValue::Unchanged(Value::String(Some(id)))) => id,
            _ => String::new(),
        };
        let before = self
            .changes
            .iter_mut()
            .find(|one| one.object_type == T::NAME && one.public_id == public_id);
        match before {
            Some(change) => {
                change.fields.extend(fields);
                change.fields.sort_unstable();
                change.fields.dedup();
            }
            None => self.changes.push(Change {
                object_type: T::NAME,
                public_id,
                kind,
                fields,
            }),
        }
    }
}

/// A random id, from which no other can be guessed.
pub(crate) fn new_public_id() -> String {
    uuid::Uuid::new_v4().simple().to_string()
}

pub(super) fn set<A: ActiveModelTrait>(row: &mut A, name: &str, value: Value) {
    if let Some(column) = column::<A::Entity>(name) {
        row.set(column, value);
    }
}
