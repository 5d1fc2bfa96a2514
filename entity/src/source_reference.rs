//! Where a fact was taken from (Quelle).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "source_reference")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub title: String,
    pub publisher: Option<String>,
    pub published_on: Option<String>,
    pub url: Option<String>,
    pub holding: Option<String>,
    pub network_id: Option<i64>,
    pub municipality_id: Option<i64>,
    pub membership_id: Option<i64>,
    pub organization_id: Option<i64>,
    pub person_id: Option<i64>,
    pub position_id: Option<i64>,
    pub topic_id: Option<i64>,
    pub contact_point_id: Option<i64>,
    pub project_id: Option<i64>,
    pub participation_id: Option<i64>,
    pub meeting_id: Option<i64>,
    pub organizer_id: Option<i64>,
    pub session_id: Option<i64>,
    pub session_role_id: Option<i64>,
    pub session_speaker_id: Option<i64>,
    pub place_id: Option<i64>,
    pub document_id: Option<i64>,
    pub attendance_line_id: Option<i64>,
    pub meeting_series_id: Option<i64>,
    pub session_result_id: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
