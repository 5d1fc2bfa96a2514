//! Who did what to which record, and when: names of fields, never their values (Protokoll).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub occurred_at: DateTimeUtc,
    pub user_id: Option<i64>,
    pub request_id: String,
    pub action: String,
    pub object_type: String,
    pub object_public_id: String,
    pub municipality_id: Option<i64>,
    pub network_id: Option<i64>,
    pub changed_fields: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
