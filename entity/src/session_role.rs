//! What somebody does in a part of a meeting, or in all of it (Rolle in einer Veranstaltung).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_role")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub meeting_id: i64,
    /// The meeting once more, where the role is one in all of it.
    pub whole_id: Option<i64>,
    pub session_id: Option<i64>,
    pub function: SessionFunction,
    pub position: i32,
    pub municipality_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub network_id: Option<i64>,
    pub affiliation_text: Option<String>,
    pub confirmed: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What somebody does in a meeting (Aufgabe in einer Veranstaltung).
    SessionFunction {
        /// Speaks about something (Vortrag).
        Speaker,
        /// Leads through it (Moderation).
        Moderator,
        /// Helps a group to work (Begleitung, Thementischleitung).
        Facilitator,
        /// Says welcome (Begrüßung, Grußwort).
        Welcome,
        /// Lends it the name (Schirmherrschaft).
        Patron,
        /// Talks on a panel (Podium).
        Panelist,
        /// Tells the others what a group found (Berichterstattung).
        Rapporteur,
        /// Invites to it (Gastgeberin).
        Host,
        /// Tells of what he or she has lived through (Erfahrungsbericht).
        Testimony,
    }
}
