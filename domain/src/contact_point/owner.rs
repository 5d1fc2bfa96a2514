//! What a contact belongs to, and which municipality answers for it.

use super::ContactPoint;
use crate::access::Of;
use crate::error::Error;
use crate::meeting::organizing_municipalities;
use crate::project::carrying_municipalities;
use crate::session::{self, Owned, Session, Tx, public_id};
use crate::{Meeting, Municipality, Organization, Position, Project};
use async_graphql::ID;
use verbund_entity::contact_point::Column;

impl Owned for ContactPoint {
    fn owners(_: Of) -> Vec<session::Owner<Self>> {
        vec![session::Owner::municipality(Column::StewardId)]
    }
}

/// What a contact belongs to, by its internal id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    Municipality(i64),
    Position(i64),
    Organization(i64),
    Meeting(i64),
    Project(i64),
}

impl Owner {
    /// Asks once more, now that the record is locked: who shares it may have left meanwhile.
    pub(super) async fn still_kept_by(self, steward: i64, tx: &Tx) -> Result<(), Error> {
        let keepers = match self {
            Owner::Meeting(id) => organizing_municipalities(&tx.lock::<Meeting>(id).await?, tx.connection()).await?,
            Owner::Project(id) => carrying_municipalities(&tx.lock::<Project>(id).await?, tx.connection()).await?,
            Owner::Organization(id) => {
                // Nothing new goes to a record that another has taken the place of.
                let replaced = tx.lock::<Organization>(id).await?.replaced_by_id.is_some();
                return if replaced { Err(Error::NotFound) } else { Ok(()) };
            }
            Owner::Municipality(_) | Owner::Position(_) => return Ok(()),
        };
        keepers.contains(&steward).then_some(()).ok_or(Error::Forbidden)
    }
}

impl Session {
    /// The owner that is named, and the municipalities that may keep a contact of it: the first is taken where the
    /// client names none.
    pub(super) async fn contact_owner(&self, id: &ID) -> Result<(Owner, Vec<i64>), Error> {
        let db = self.db().read();
        if public_id::<Municipality>(id).is_some() {
            let row = self.find::<Municipality>(id).await?;
            return Ok((Owner::Municipality(row.id), vec![row.id]));
        }
        if public_id::<Position>(id).is_some() {
            let row = self.find::<Position>(id).await?;
            return Ok((Owner::Position(row.id), vec![row.steward_id]));
        }
        if public_id::<Organization>(id).is_some() {
            let row = self.find::<Organization>(id).await?;
            return Ok((Owner::Organization(row.id), vec![row.steward_id]));
        }
        if public_id::<Meeting>(id).is_some() {
            let row = self.find::<Meeting>(id).await?;
            return Ok((Owner::Meeting(row.id), organizing_municipalities(&row, db).await?));
        }
        let row = self.find::<Project>(id).await?;
        Ok((Owner::Project(row.id), carrying_municipalities(&row, db).await?))
    }
}
