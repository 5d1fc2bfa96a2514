//! A party's part in a project, confirmed by that party itself (Projektbeteiligung).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "project_participation")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub project_id: i64,
    pub municipality_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub role: ParticipationRole,
    pub status: ParticipationStatus,
    pub status_reason: Option<String>,
    pub contribution: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What a party does in a project (Rolle im Projekt).
    ParticipationRole {
        /// Leads the project; one municipality (Federführung).
        Lead,
        /// Carries it out with the lead (Partner).
        Partner,
        /// Stands close to it without carrying it out (assoziiert).
        Associated,
        /// Pays for a part of it (Förderung).
        Funder,
        /// Judges what it achieves (Evaluation).
        Evaluator,
        /// Looks on (Beobachtung).
        Observer,
    }
}

text_enum! {
    /// What a party has answered (Stand der Beteiligung).
    ParticipationStatus {
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
        /// Ended by the lead, or over because the party has taken the lead (beendet).
        Ended,
    }
}
