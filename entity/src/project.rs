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
    pub summary_translations: Json,
    pub status: ProjectStatus,
    pub status_reason: Option<String>,
    pub closing_summary: Option<String>,
    pub visibility: Visibility,
    pub lead_id: Option<i64>,
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
        /// Proposed; every project begins so (Idee).
        Idea,
        /// Decided, not started (geplant).
        Planned,
        /// Under way (läuft).
        Active,
        /// Interrupted; it may be started again (ruht).
        OnHold,
        /// Done (abgeschlossen).
        Completed,
        /// Given up (abgebrochen).
        Cancelled,
        /// Kept for the record only (archiviert).
        Archived,
    }
}
