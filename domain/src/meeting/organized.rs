//! Who organises a meeting, and thereby may write.

use super::{Meeting, MeetingOrganizer};
use crate::access::{Of, Owners};
use crate::error::Error;
use crate::organization;
use crate::session::{Owned, Row, rows};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait};
use verbund_entity::meeting;
use verbund_entity::meeting_organizer::{Column, Entity, OrganizerRole, OrganizerStatus};

impl Owned for Meeting {
    async fn owners(of: Of, row: &Row<Self>, db: &impl ConnectionTrait) -> Result<Owners, Error> {
        let mut owners = host(row);
        if of == Of::Organizers {
            owners.municipalities.extend(organizing_municipalities(row, db).await?);
        }
        Ok(owners)
    }
}

/// What a party says about its own part is for that party alone; all else about it, for whose meeting it is.
impl Owned for MeetingOrganizer {
    async fn owners(of: Of, row: &Row<Self>, db: &impl ConnectionTrait) -> Result<Owners, Error> {
        if of == Of::Party {
            let steward = match row.organization_id {
                Some(organization) => organization::steward(organization, db).await?,
                None => None,
            };
            return Ok(Owners {
                municipalities: row.municipality_id.into_iter().chain(steward).collect(),
                networks: row.network_id.into_iter().collect(),
            });
        }
        let meeting = Condition::all().add(meeting::Column::Id.eq(row.meeting_id));
        match rows::<meeting::Entity>(db, meeting).await?.first() {
            Some(meeting) => Meeting::owners(of, meeting, db).await,
            None => Ok(Owners::default()),
        }
    }
}

/// The one whose meeting it is. A network is among the owners only where it is the host itself.
fn host(row: &Row<Meeting>) -> Owners {
    Owners {
        municipalities: row.keeper_municipality_id.into_iter().collect(),
        networks: row.keeper_network_id.into_iter().collect(),
    }
}

/// The municipalities that have confirmed to host or to co-organise; the one whose meeting it is comes first.
pub(crate) async fn organizing_municipalities(
    meeting: &Row<Meeting>,
    db: &impl ConnectionTrait,
) -> Result<Vec<i64>, Error> {
    let confirmed = Condition::all()
        .add(Column::MeetingId.eq(meeting.id))
        .add(Column::Status.eq(OrganizerStatus::Confirmed))
        .add(Column::Role.is_in([OrganizerRole::Host, OrganizerRole::CoOrganizer]));
    let organizers = rows::<Entity>(db, confirmed).await?;
    let mut municipalities: Vec<i64> = organizers
        .iter()
        .filter_map(|organizer| organizer.municipality_id)
        .collect();
    municipalities.sort_by_key(|id| Some(*id) != meeting.keeper_municipality_id);
    Ok(municipalities)
}
