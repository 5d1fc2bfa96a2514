//! A party that organises a meeting, confirmed by that party itself (Veranstalter).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_organizer")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub meeting_id: i64,
    pub municipality_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub network_id: Option<i64>,
    pub role: OrganizerRole,
    pub status: OrganizerStatus,
    pub position: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What a party does for a meeting (Rolle bei der Veranstaltung).
    OrganizerRole {
        /// Hosts the meeting; there is one (Gastgeberin).
        Host,
        /// Organises it together with the host (Mitveranstalterin).
        CoOrganizer,
        /// Contributes without organising (Kooperationspartner).
        CooperationPartner,
        /// Lends it its name (Schirmherrschaft).
        Patron,
        /// Pays for a part of it (Förderung).
        Funder,
        /// Runs the programme that the meeting is a part of (Programmrahmen).
        ProgrammeFrame,
    }
}

text_enum! {
    /// What a party has answered (Stand der Mitveranstaltung).
    OrganizerStatus {
        /// Asked, and has not answered yet (eingeladen).
        Invited,
        /// Agreed by the party itself (bestätigt).
        Confirmed,
        /// Refused by the party (abgelehnt).
        Declined,
        /// Taken back by those who asked, before it was answered (zurückgenommen).
        Retracted,
        /// Agreed, and later ended by the party itself (zurückgezogen).
        Withdrawn,
    }
}
