//! What a request carries: who asks, and the only door through which anything is written.
//!
//! A transaction is handed out for a named action after the permission table was asked about the record's owners.
//! It can be committed in one way, which writes who changed what beside the change.

mod change;
mod once;
mod tx;

pub(crate) use once::Once;
pub(crate) use tx::Tx;

use crate::access::{Action, Of, Owners, Policy, acting_for};
use crate::db::Db;
use crate::error::Error;
use crate::viewer::Viewer;
use sea_orm::sea_query::Condition;
use sea_orm::{ColumnTrait, Iterable};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, EntityTrait, Iden, QueryFilter, QuerySelect, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

/// A record that has owners, and can therefore be written.
pub(crate) trait Owned {
    type Entity: EntityTrait;
    /// The type's name in the API and in the audit log.
    const NAME: &'static str;

    /// Which rows the viewer may see.
    fn guard(viewer: &Viewer) -> Condition;

    /// Whose rights count for this record.
    fn owners(of: Of, row: &Row<Self>, db: &impl ConnectionTrait)
    -> impl Future<Output = Result<Owners, Error>> + Send;
}

/// A record's row.
pub(crate) type Row<T> = <<T as Owned>::Entity as EntityTrait>::Model;

/// One request: who asks, when, and by which table of permissions.
#[derive(Clone)]
pub struct Session {
    db: Db,
    viewer: Viewer,
    request_id: String,
    policy: Policy,
}

impl Session {
    pub fn new(db: Db, viewer: Viewer, request_id: String) -> Self {
        Session {
            db,
            viewer,
            request_id,
            policy: Policy::standard(),
        }
    }

    /// The same request under another table of permissions.
    #[cfg(feature = "planted")]
    pub fn under(self, policy: Policy) -> Self {
        Session { policy, ..self }
    }

    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    /// Opens a transaction for something new that will belong to `owners`.
    pub(crate) async fn create(&self, action: Action, owners: &Owners) -> Result<Tx, Error> {
        self.signed_in()?;
        let place = acting_for(&self.policy, &self.viewer, action, owners).ok_or(Error::Forbidden)?;
        Ok(Tx::new(self.begin().await?, self.clone(), action, place))
    }

    /// Opens a transaction on a record, which stays locked until its end.
    ///
    /// What the viewer may not see is not found; what is seen and not permitted is forbidden.
    pub(crate) async fn edit<T: Owned>(&self, action: Action, public_id: &str) -> Result<(Tx, Row<T>), Error> {
        self.signed_in()?;
        let tx = self.begin().await?;
        let row = seen::<T>(&self.viewer, public_id)
            .and_then(|rows| Some(rows.lock_exclusive()))
            .ok_or_else(|| Error::Internal(format!("{} has no public_id", T::NAME)))?
            .one(&tx)
            .await?
            .ok_or(Error::NotFound)?;
        let owners = T::owners(self.policy.rule(action).of, &row, &tx).await?;
        let place = acting_for(&self.policy, &self.viewer, action, &owners).ok_or(Error::Forbidden)?;
        Ok((Tx::new(tx, self.clone(), action, place), row))
    }

    /// Refuses anonymous writes before anything is read, so that the answer tells nothing about the record.
    fn signed_in(&self) -> Result<i64, Error> {
        self.viewer.user.ok_or(Error::Unauthenticated)
    }

    async fn begin(&self) -> Result<DatabaseTransaction, Error> {
        let options = TransactionOptions {
            // Two readers that both want to write would refuse each other; whoever begins to write waits here.
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        Ok(self.db.write().begin_with_options(options).await?)
    }
}

/// The row with this public id, if the viewer may see it.
fn seen<T: Owned>(viewer: &Viewer, public_id: &str) -> Option<sea_orm::Select<T::Entity>> {
    let id = column::<T::Entity>("public_id")?;
    Some(T::Entity::find().filter(id.eq(public_id)).filter(T::guard(viewer)))
}

/// A column by its name in the database.
fn column<E: EntityTrait>(name: &str) -> Option<E::Column> {
    E::Column::iter().find(|column| column.to_string() == name)
}
