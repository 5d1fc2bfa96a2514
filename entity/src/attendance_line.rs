//! How many came to a meeting from a municipality, by its own word (Teilnahme einer Kommune).

use crate::{CountQualifier, Visibility};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "attendance_line")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub meeting_id: i64,
    pub municipality_id: i64,
    pub heads: i32,
    pub heads_qualifier: CountQualifier,
    pub represented: Option<i32>,
    pub represented_qualifier: Option<CountQualifier>,
    pub visibility: Visibility,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
