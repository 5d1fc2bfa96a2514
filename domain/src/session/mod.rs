//! What a request carries: who asks, and the only door through which anything is written.
//!
//! A transaction is handed out for a named action after the permission table was asked about the record's owners.
//! It can be committed in one way, which writes who changed what beside the change.

#![expect(
    clippy::disallowed_methods,
    reason = "the door itself: what is done here is scoped, permitted and recorded"
)]

mod change;
mod linked;
mod named;
mod official;
mod once;
mod overdue;
mod owned;
mod recording;
mod rows;
mod tx;
mod widening;

pub(crate) use named::{PartyKey, public_id};
pub(crate) use official::Official;
pub(crate) use once::Once;
pub(crate) use overdue::lapse;
pub(crate) use owned::{Owned, Owner, can};
pub(crate) use recording::{Record, Recorder};
pub(crate) use rows::rows;
pub(crate) use tx::{Tx, new_public_id};
pub(crate) use widening::widens;

use crate::access::{Action, Declared, Owners, Policy, acting_for};
use crate::db::Db;
use crate::error::Error;
use crate::read::{self, Object};
use crate::viewer::{Language, Viewer};
use async_graphql::ID;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, DbBackend, EntityTrait, IdenStatic, Iterable, QueryFilter, QuerySelect, Select};

/// A record's row.
pub(crate) type Row<T> = <<T as Object>::Entity as EntityTrait>::Model;

/// One request: who asks, when, and by which table of permissions.
#[derive(Clone)]
pub struct Session {
    db: Db,
    viewer: Viewer,
    request_id: String,
    policy: Policy,
    /// `None`: all that there is.
    declared: Option<Declared>,
}

impl Session {
    pub fn new(db: Db, viewer: Viewer, request_id: String) -> Self {
        Session {
            db,
            viewer,
            request_id,
            policy: Policy::standard(),
            declared: None,
        }
    }

    /// The same request under another table of permissions.
    #[cfg(feature = "planted")]
    pub fn under(self, policy: Policy) -> Self {
        Session { policy, ..self }
    }

    /// The same request with no other rights than those declared, whatever its viewer holds.
    pub fn within(&self, declared: Declared) -> Self {
        Session {
            declared: Some(declared),
            ..self.clone()
        }
    }

    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    pub(crate) fn request_id(&self) -> &str {
        &self.request_id
    }

    pub(crate) fn db(&self) -> &Db {
        &self.db
    }

    /// Opens a transaction for something new that will belong to `owners`.
    pub(crate) async fn create(&self, action: Action, owners: &Owners) -> Result<Tx, Error> {
        self.signed_in()?;
        self.may_ask_for(action)?;
        let place = acting_for(&self.policy, &self.viewer, action, owners).ok_or(Error::Forbidden)?;
        Ok(Tx::new(self.db.begin_write().await?, self.clone(), action, place))
    }

    /// Opens a transaction on a record, which stays locked until its end.
    ///
    /// What the viewer may not see is not found; what is seen and not permitted is forbidden.
    pub(crate) async fn edit<T: Owned>(&self, action: Action, id: &ID) -> Result<(Tx, Row<T>), Error> {
        self.signed_in()?;
        self.may_ask_for(action)?;
        let public_id = public_id::<T>(id).ok_or(Error::NotFound)?;
        let tx = self.db.begin_write().await?;
        let rows = seen::<T>(&self.viewer, self.db.backend(), &public_id)?;
        let row = rows
            .lock(LockType::NoKeyUpdate)
            .one(&tx)
            .await?
            .ok_or(Error::NotFound)?;
        let owners = owned::owners::<T>(self.policy.rule(action).of, &row, &tx).await?;
        let place = acting_for(&self.policy, &self.viewer, action, &owners).ok_or(Error::Forbidden)?;
        Ok((Tx::new(tx, self.clone(), action, place), row))
    }

    /// The record in whose name something is created.
    pub(crate) async fn find<T: Object>(&self, id: &ID) -> Result<Row<T>, Error> {
        self.signed_in()?;
        let public_id = public_id::<T>(id).ok_or(Error::NotFound)?;
        let rows = seen::<T>(&self.viewer, self.db.backend(), &public_id)?;
        rows.one(self.db.read()).await?.ok_or(Error::NotFound)
    }

    pub(crate) fn language(&self) -> Language {
        self.viewer.language
    }

    fn may_ask_for(&self, action: Action) -> Result<(), Error> {
        match &self.declared {
            Some(declared) if !declared.actions.contains(&action) => {
                Err(Error::Internal(format!("the field does not declare {}", action.name())))
            }
            _ => Ok(()),
        }
    }

    /// Whether what is open to whoever runs the installation was declared.
    pub(crate) fn may_operate(&self) -> Result<(), Error> {
        match &self.declared {
            Some(declared) if !declared.operator => {
                Err(Error::Internal("the field does not declare @operator".to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// Refuses anonymous writes before anything is read, so that the answer tells nothing about the record.
    fn signed_in(&self) -> Result<i64, Error> {
        self.viewer.user.ok_or(Error::Unauthenticated)
    }
}

/// The row with this public id, if the viewer may see it.
fn seen<T: Object>(viewer: &Viewer, backend: DbBackend, public_id: &str) -> Result<Select<T::Entity>, Error> {
    let id = column::<T::Entity>("public_id").ok_or_else(|| lacks::<T>("public_id"))?;
    Ok(T::Entity::find()
        .filter(id.eq(public_id))
        .filter(read::guard::<T>(viewer, backend)))
}

/// A column by its name in the database.
fn column<E: EntityTrait>(name: &str) -> Option<E::Column> {
    E::Column::iter().find(|column| column.as_str() == name)
}

fn lacks<T: Object>(column: &str) -> Error {
    Error::Internal(format!("{} has no {column}", T::NAME))
}
