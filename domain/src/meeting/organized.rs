//! Who organises a meeting, and thereby may write.

use super::{Meeting, MeetingOrganizer};
use crate::access::Of;
use crate::error::Error;
use crate::read::Object;
use crate::session::{Owned, Owner, Row};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait};
use verbund_entity::meeting_organizer::{Column, OrganizerRole, OrganizerStatus};
use verbund_entity::{meeting, organization};

/// A network is among the owners only where it is the host itself.
impl Owned for Meeting {
    fn owners(of: Of) -> Vec<Owner<Self>> {
        let mut owners = vec![
            Owner::municipality(meeting::Column::KeeperMunicipalityId),
            Owner::network(meeting::Column::KeeperNetworkId),
        ];
        if of == Of::Organizers {
            owners.push(organizers());
        }
        owners
    }
}

/// What a party says about its own part is for that party alone; all else about it, for whose meeting it is.
impl Owned for MeetingOrganizer {
    fn owners(of: Of) -> Vec<Owner<Self>> {
        if of == Of::Party {
            let organization = (organization::Column::Id, Column::OrganizationId);
            return vec![
                Owner::municipality(Column::MunicipalityId),
                Owner::municipality_behind(organization::Column::StewardId, organization, Condition::all()),
                Owner::network(Column::NetworkId),
            ];
        }
        let meeting = (meeting::Column::Id, Column::MeetingId);
        vec![
            Owner::municipality_behind(meeting::Column::KeeperMunicipalityId, meeting, Condition::all()),
            Owner::network_behind(meeting::Column::KeeperNetworkId, meeting, Condition::all()),
        ]
    }
}

/// The municipalities that have confirmed to host or to co-organise a meeting.
fn organizers() -> Owner<Meeting> {
    Owner::municipality_behind(
        Column::MunicipalityId,
        (Column::MeetingId, meeting::Column::Id),
        hosting(),
    )
}

/// Organisers that have confirmed to host or to co-organise.
pub(crate) fn hosting() -> Condition {
    Condition::all()
        .add(Column::Status.eq(OrganizerStatus::Confirmed))
        .add(Column::Role.is_in([OrganizerRole::Host, OrganizerRole::CoOrganizer]))
}

/// Whose rights count for a part of a meeting that all who organise it keep: `key` names the meeting.
pub(crate) fn organizers_behind<T: Object>(key: <T::Entity as EntityTrait>::Column) -> Vec<Owner<T>> {
    let keeper = (meeting::Column::Id, key);
    vec![
        Owner::municipality_behind(meeting::Column::KeeperMunicipalityId, keeper, Condition::all()),
        Owner::network_behind(meeting::Column::KeeperNetworkId, keeper, Condition::all()),
        Owner::municipality_behind(Column::MunicipalityId, (Column::MeetingId, key), hosting()),
    ]
}

/// The municipalities that have confirmed to host or to co-organise; the one whose meeting it is comes first.
pub(crate) async fn organizing_municipalities(
    meeting: &Row<Meeting>,
    db: &impl ConnectionTrait,
) -> Result<Vec<i64>, Error> {
    let mut municipalities = organizers().of(meeting, db).await?;
    municipalities.sort_by_key(|id| Some(*id) != meeting.keeper_municipality_id);
    Ok(municipalities)
}
