//! What a document belongs to, and which municipalities may attach one to it.

use super::Document;
use crate::access::Of;
use crate::error::Error;
use crate::meeting::organizing_municipalities;
use crate::project::carrying_municipalities;
use crate::session::{self, Owned, Session, Tx, public_id};
use crate::{Meeting, MeetingSession, Project};
use async_graphql::ID;
use sea_orm::ActiveValue::Set;
use verbund_entity::document::{ActiveModel, Column};

impl Owned for Document {
    fn owners(_: Of) -> Vec<session::Owner<Self>> {
        vec![session::Owner::municipality(Column::StewardId)]
    }
}

/// What a document belongs to, by its internal id.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    Meeting(i64),
    /// A session, and its meeting.
    Session(i64, i64),
    Project(i64),
}

impl Session {
    /// The owner that is named.
    pub(super) async fn document_owner(&self, id: &ID) -> Result<Owner, Error> {
        if public_id::<Meeting>(id).is_some() {
            return Ok(Owner::Meeting(self.find::<Meeting>(id).await?.id));
        }
        if public_id::<MeetingSession>(id).is_some() {
            let row = self.find::<MeetingSession>(id).await?;
            return Ok(Owner::Session(row.id, row.meeting_id));
        }
        Ok(Owner::Project(self.find::<Project>(id).await?.id))
    }
}

impl Owner {
    /// Whether a municipality organises the meeting or takes part in the project, now that it is locked.
    pub async fn carried_by(self, municipality: i64, tx: &Tx) -> Result<(), Error> {
        let carrying = match self {
            Owner::Meeting(id) | Owner::Session(_, id) => {
                organizing_municipalities(&tx.lock::<Meeting>(id).await?, tx.connection()).await?
            }
            Owner::Project(id) => carrying_municipalities(&tx.lock::<Project>(id).await?, tx.connection()).await?,
        };
        carrying.contains(&municipality).then_some(()).ok_or(Error::Forbidden)
    }

    /// A session may have been removed before its meeting was locked.
    pub async fn still_there(self, id: &ID, tx: &Tx) -> Result<(), Error> {
        match self {
            Owner::Session(..) => tx.named::<MeetingSession>(id).await?.map(|_| ()).ok_or(Error::NotFound),
            Owner::Meeting(_) | Owner::Project(_) => Ok(()),
        }
    }

    pub fn columns(self) -> ActiveModel {
        let mut row = ActiveModel {
            meeting_id: Set(None),
            session_id: Set(None),
            project_id: Set(None),
            ..Default::default()
        };
        match self {
            Owner::Meeting(id) => row.meeting_id = Set(Some(id)),
            Owner::Session(id, _) => row.session_id = Set(Some(id)),
            Owner::Project(id) => row.project_id = Set(Some(id)),
        }
        row
    }
}
