//! What a part of a meeting came to (Ergebnis).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session_result")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub meeting_id: i64,
    pub session_id: i64,
    pub kind: ResultKind,
    pub text: String,
    pub position: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What kind of result it is (Art des Ergebnisses).
    ResultKind {
        /// Something that all agree on or have learnt (Erkenntnis).
        Finding,
        /// Something that could be done (Idee).
        Idea,
        /// Something that others are asked to do (Empfehlung).
        Recommendation,
        /// Something that stays open (offene Frage).
        Question,
        /// Something that works well somewhere (gutes Beispiel).
        PracticeHighlight,
    }
}
