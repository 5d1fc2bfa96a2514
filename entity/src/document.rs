//! Something to read, to look at or to hear that is found on the web (Dokument).

use crate::Visibility;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "document")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub meeting_id: Option<i64>,
    pub session_id: Option<i64>,
    pub project_id: Option<i64>,
    pub steward_id: i64,
    pub url: String,
    pub kind: DocumentKind,
    pub title: String,
    pub title_key: String,
    pub rights: Option<String>,
    pub alternative_text: Option<String>,
    pub language: Option<String>,
    pub visibility: Visibility,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What a document is (Art des Dokuments).
    DocumentKind {
        /// What is on when (Programm).
        Programme,
        /// One asks people to come (Einladung).
        Invitation,
        /// A leaf to hand out (Flyer).
        Flyer,
        /// What the press is told (Pressemitteilung).
        PressRelease,
        /// Slides of a lecture (Präsentation).
        Presentation,
        /// What came of it (Bericht, Dokumentation).
        Report,
        /// What is known of a subject, to use again (Arbeitshilfe, Leitfaden).
        Guide,
        /// A picture; it has an alternative text (Bild).
        Image,
        /// To hear or to watch (Aufzeichnung).
        Recording,
        /// None of these (sonstiges).
        Other,
    }
}
