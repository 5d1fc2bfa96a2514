//! The door for the records of a demonstration that no request can make yet. What requests can make goes through them.

use super::change::{Author, Change, fields_set};
use super::tx::{new_public_id, set};
use super::{column, lacks};
use crate::db::Db;
use crate::error::Error;
use crate::read::{self, Object};
use async_graphql::ID;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::{self, NotSet, Set};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, Condition, DatabaseTransaction, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect, Value,
};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::user_account::{self, UserStatus};
use verbund_entity::{audit_entry, outbox_event};

/// Rows of one statement; SQLite takes 32,766 values.
const AT_ONCE: usize = 500;

/// A record that is there.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub key: i64,
    pub id: ID,
}

/// A transaction that records; dropped unfinished, it leaves no trace.
pub(crate) struct Recorder {
    tx: DatabaseTransaction,
    user: Option<i64>,
    now: DateTime<Utc>,
    changes: Vec<Change>,
}

impl Recorder {
    /// Begins, in the name of an account.
    pub async fn begin(db: &Db, user: Option<i64>, now: DateTime<Utc>) -> Result<Self, Error> {
        Ok(Recorder {
            tx: db.begin_write().await?,
            user,
            now,
            changes: Vec::new(),
        })
    }

    /// An account in whose name everything is written, and with which nobody can sign in.
    pub async fn author(&mut self, email: &str, name: &str) -> Result<i64, Error> {
        let account = user_account::ActiveModel {
            id: NotSet,
            public_id: Set(new_public_id()),
            email: Set(email.to_owned()),
            email_key: Set(email.to_owned()),
            name: Set(name.to_owned()),
            status: Set(UserStatus::Locked),
            password_hash: Set(String::new()),
            token_generation: Set(0),
            created_at: Set(self.now),
        };
        let id = account.insert(&self.tx).await?.id;
        self.user = Some(id);
        Ok(id)
    }

    /// Adds a record; its public id, revision and times are given here.
    pub async fn record<T, A>(&mut self, mut row: A) -> Result<Record, Error>
    where
        T: Object,
        A: ActiveModelTrait<Entity = T::Entity> + ActiveModelBehavior + Send,
        <T::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        let fields = fields_set(&row);
        let public_id = new_public_id();
        set(&mut row, "public_id", public_id.clone().into());
        set(&mut row, "revision", 1_i32.into());
        set(&mut row, "created_at", self.now.into());
        set(&mut row, "updated_at", self.now.into());
        let row = row.insert(&self.tx).await?.into_active_model();
        let key = match column::<T::Entity>("id").map(|column| row.get(column)) {
            Some(ActiveValue::Unchanged(Value::BigInt(Some(key)))) => key,
            _ => return Err(lacks::<T>("id")),
        };
        let id = ID(read::id::encode(T::NAME, &public_id));
        self.changes.push(Change {
            object_type: T::NAME,
            public_id,
            kind: ChangeKind::Created,
            fields,
        });
        Ok(Record { key, id })
    }

    /// Adds rows that belong to records: links, and where something was taken from.
    pub async fn add<A>(&self, rows: Vec<A>) -> Result<(), Error>
    where
        A: ActiveModelTrait + Send,
    {
        for rows in rows.chunks(AT_ONCE) {
            A::Entity::insert_many(rows.to_vec())
                .exec_without_returning(&self.tx)
                .await?;
        }
        Ok(())
    }

    /// All rows of a table.
    pub async fn all<E: EntityTrait>(&self) -> Result<Vec<E::Model>, Error> {
        super::rows::<E>(&self.tx, Condition::all()).await
    }

    /// Makes everything last, and tells of it.
    pub async fn finish(self) -> Result<(), Error> {
        let author = Author {
            user: self.user,
            municipality: None,
            network: None,
            at: self.now,
            request_id: "demonstration",
            action: "DEMONSTRATION",
        };
        for changes in self.changes.chunks(AT_ONCE) {
            audit_entry::Entity::insert_many(changes.iter().map(|change| change.entry(&author)))
                .exec_without_returning(&self.tx)
                .await?;
            outbox_event::Entity::insert_many(changes.iter().map(|change| change.event(&author)))
                .exec_without_returning(&self.tx)
                .await?;
        }
        self.tx.commit().await?;
        Ok(())
    }
}

impl Record {
    /// The record with this internal key.
    pub async fn of<T: Object>(db: &Db, key: i64) -> Result<Record, Error> {
        let (id, public_id) = column::<T::Entity>("id")
            .zip(column::<T::Entity>("public_id"))
            .ok_or_else(|| lacks::<T>("public_id"))?;
        let public_id: Option<String> = T::Entity::find()
            .select_only()
            .column(public_id)
            .filter(id.eq(key))
            .into_tuple()
            .one(db.read())
            .await?;
        let public_id = public_id.ok_or(Error::NotFound)?;
        Ok(Record {
            key,
            id: ID(read::id::encode(T::NAME, &public_id)),
        })
    }
}
