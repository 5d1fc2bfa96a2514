//! What several municipalities do together (Projekt).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "project")]
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
    pub summary: Option<String>,
    pub status: ProjectStatus,
    pub status_reason: Option<String>,
    pub visibility: Visibility,
    pub lead_id: i64,
    pub starts_on: Option<String>,
    pub ends_on: Option<String>,
    pub search_text: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// Where a project stands (Stand des Projekts).
    ProjectStatus {
        /// Idee.
        Idea,
        /// Geplant.
        Planned,
        /// Läuft.
        Active,
        /// Ruht.
        OnHold,
        /// Abgeschlossen.
        Completed,
        /// Abgebrochen.
        Cancelled,
        /// Archiviert.
        Archived,
    }
}
