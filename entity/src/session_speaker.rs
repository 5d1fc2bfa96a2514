//! Which person it is that has a role: a row of its own, because a name may be withheld (Person in einer Rolle).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_speaker")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub role_id: i64,
    pub meeting_id: i64,
    pub person_id: i64,
    pub position_id: Option<i64>,
    /// As the office was called when the meeting was published.
    pub title_at_the_time: Option<String>,
    /// As where it was held was called then.
    pub holder_at_the_time: Option<String>,
    pub visibility: Visibility,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
