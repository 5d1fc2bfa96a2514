//! Municipalities that stand by a result.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_result_supporter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub session_result_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub municipality_id: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
