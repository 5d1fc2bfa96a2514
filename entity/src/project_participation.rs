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
    pub contribution: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What a party does in a project (Rolle im Projekt).
    ParticipationRole {
        /// Federführung.
        Lead,
        /// Partner.
        Partner,
        /// Assoziiert.
        Associated,
        /// Förderung.
        Funder,
        /// Evaluation.
        Evaluator,
        /// Beobachtung.
        Observer,
    }
}

text_enum! {
    /// What a party has answered (Stand der Beteiligung).
    ParticipationStatus {
        /// Eingeladen.
        Invited,
        /// Bestätigt.
        Confirmed,
        /// Abgelehnt.
        Declined,
        /// Zurückgezogen durch die Beteiligten selbst.
        Withdrawn,
        /// Beendet durch die Federführung.
        Ended,
    }
}
