//! A municipality's membership in a network (Mitgliedschaft).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network_membership")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub network_id: i64,
    pub municipality_id: i64,
    pub status: MembershipStatus,
    pub member_since: Option<String>,
    pub member_until: Option<String>,
    pub application_note: Option<String>,
    pub decision_reason: Option<String>,
    pub decided_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// Where a membership stands (Stand der Mitgliedschaft).
    MembershipStatus {
        /// Asked for by the municipality (beantragt).
        Applied,
        /// Offered by the network (eingeladen).
        Invited,
        /// In force (aktiv).
        Active,
        /// Resting, and with it the rights of a member (ruhend).
        Suspended,
        /// Refused by the network (abgelehnt).
        Rejected,
        /// Refused by the municipality (ausgeschlagen).
        Declined,
        /// The invitation lapsed without an answer (verfallen).
        Expired,
        /// Taken back by whoever asked, before it was answered (zurückgenommen).
        Retracted,
        /// Over; the municipality is a member no more (ausgeschieden).
        Left,
    }
}
