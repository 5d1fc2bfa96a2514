//! What an input names by a global id.

use super::{Row, Session, Tx, column, lacks};
use crate::Municipality;
use crate::Network;
use crate::Organization;
use crate::access::Owners;
use crate::error::Error;
use crate::problems::Problems;
use crate::read::{self, Object};
use async_graphql::ID;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// The public id inside a global one, if it is of this type.
pub(crate) fn public_id<T: Object>(id: &ID) -> Option<String> {
    read::id::decode(id)
        .filter(|(ty, _)| ty == T::NAME)
        .map(|(_, public_id)| public_id)
}

/// A party by its internal id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartyKey {
    Municipality(i64),
    Organization(i64),
    Network(i64),
}

impl PartyKey {
    /// Whose rights count for what the party holds.
    pub fn owners(self) -> Owners {
        Owners {
            municipalities: self.municipality().into_iter().collect(),
            networks: self.network().into_iter().collect(),
        }
    }

    pub fn municipality(self) -> Option<i64> {
        if let PartyKey::Municipality(id) = self {
            Some(id)
        } else {
            None
        }
    }

    pub fn organization(self) -> Option<i64> {
        if let PartyKey::Organization(id) = self {
            Some(id)
        } else {
            None
        }
    }

    pub fn network(self) -> Option<i64> {
        if let PartyKey::Network(id) = self {
            Some(id)
        } else {
            None
        }
    }
}

impl Session {
    /// The municipality or network in whose name something is held.
    pub(crate) async fn find_host(&self, id: &ID) -> Result<PartyKey, Error> {
        if public_id::<Network>(id).is_some() {
            return Ok(PartyKey::Network(self.find::<Network>(id).await?.id));
        }
        Ok(PartyKey::Municipality(self.find::<Municipality>(id).await?.id))
    }
}

impl Tx {
    /// A record that the viewer may see; `None` for all others.
    pub(crate) async fn named<T: Object>(&self, id: &ID) -> Result<Option<Row<T>>, Error> {
        let Some(public_id) = public_id::<T>(id) else {
            return Ok(None);
        };
        let key = column::<T::Entity>("public_id").ok_or_else(|| lacks::<T>("public_id"))?;
        let rows = T::Entity::find().filter(key.eq(public_id));
        Ok(self.to_link::<T>(rows).one(self.connection()).await?)
    }

    /// As [`Tx::named`], with a problem where nothing is seen.
    pub(crate) async fn expected<T: Object>(
        &self,
        id: &ID,
        path: &str,
        problems: &mut Problems,
    ) -> Result<Option<Row<T>>, Error> {
        let row = self.named::<T>(id).await?;
        if row.is_none() {
            problems.not_found(path);
        }
        Ok(row)
    }

    /// The party with this id, if the viewer may see it.
    pub(crate) async fn party(&self, id: &ID) -> Result<Option<PartyKey>, Error> {
        if public_id::<Municipality>(id).is_some() {
            return Ok(self
                .named::<Municipality>(id)
                .await?
                .map(|row| PartyKey::Municipality(row.id)));
        }
        if public_id::<Organization>(id).is_some() {
            return Ok(self
                .named::<Organization>(id)
                .await?
                .map(|row| PartyKey::Organization(row.id)));
        }
        Ok(self.named::<Network>(id).await?.map(|row| PartyKey::Network(row.id)))
    }
}
