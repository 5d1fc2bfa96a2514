//! A change that others are told of, written in the transaction that made it (Änderungsereignis).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox_event")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub occurred_at: DateTimeUtc,
    pub kind: ChangeKind,
    pub object_type: String,
    pub object_public_id: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What happened to a record (Art der Änderung).
    ChangeKind {
        /// Made (angelegt).
        Created,
        /// Changed (geändert).
        Updated,
        /// Removed, or no longer visible (entfernt).
        Deleted,
    }
}
