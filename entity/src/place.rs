//! Where people meet (Ort, Veranstaltungsort).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "place")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub name: String,
    pub name_key: String,
    pub street: Option<String>,
    pub postal_code: Option<String>,
    pub locality_id: Option<i64>,
    pub parent_id: Option<i64>,
    pub accessibility: Option<String>,
    pub website: Option<String>,
    pub visibility: Visibility,
    pub steward_id: i64,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
