//! What a city proposes to change of a record that another keeps (Änderungsvorschlag).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "change_proposal")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub proposed_by_id: i64,
    /// Who keeps the record and decides.
    pub keeper_id: i64,
    /// Exactly one of these four: the record.
    pub municipality_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub person_id: Option<i64>,
    pub position_id: Option<i64>,
    /// The fields of the update as they were given.
    pub given: Json,
    /// What they change: of each field, what it was and what it shall be.
    pub changes: Json,
    pub reason: String,
    pub status: ProposalStatus,
    pub decided_at: Option<DateTimeUtc>,
    pub decision_note: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What became of a proposal (Stand des Änderungsvorschlags).
    ProposalStatus {
        /// Nobody has decided yet (offen).
        Open,
        /// The record was changed as proposed (angenommen).
        Accepted,
        /// Refused by who keeps the record (abgelehnt).
        Rejected,
        /// Taken back by who proposed it (zurückgezogen).
        Withdrawn,
        /// The record was changed otherwise before; whoever keeps it decides about what the difference is now (überholt).
        Outdated,
    }
}
