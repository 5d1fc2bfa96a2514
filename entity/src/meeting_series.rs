//! Meetings that belong together and come again (Veranstaltungsreihe).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting_series")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub slug: String,
    pub title: String,
    pub title_key: String,
    pub title_translations: Json,
    pub title_pattern: Option<String>,
    pub summary: Option<String>,
    pub cadence: Option<String>,
    pub started_in: Option<String>,
    pub ended_in: Option<String>,
    /// What stands on the agenda of every edition, in its order.
    pub standing_agenda: Json,
    pub visibility: Visibility,
    pub municipality_id: Option<i64>,
    pub network_id: Option<i64>,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
