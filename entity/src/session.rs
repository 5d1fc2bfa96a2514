//! A part of a meeting: a phase, a lecture, a table (Tagesordnungspunkt).

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub public_id: String,
    pub revision: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub meeting_id: i64,
    /// The meeting once more, where it stands in no other session.
    pub top_id: Option<i64>,
    pub parent_id: Option<i64>,
    pub position: i32,
    pub number: Option<String>,
    pub title: String,
    pub title_translations: Json,
    /// `abstract` is a word of Rust.
    #[sea_orm(column_name = "abstract")]
    pub abstract_text: Option<String>,
    pub abstract_translations: Json,
    pub kind: SessionKind,
    pub phase: Option<i32>,
    pub track: Option<String>,
    pub starts_at: Option<DateTimeUtc>,
    pub ends_at: Option<DateTimeUtc>,
    pub room: Option<String>,
    pub capacity: Option<i32>,
    pub selectable: bool,
    pub is_public: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

text_enum! {
    /// What kind of part of a meeting it is (Art des Tagesordnungspunkts).
    SessionKind {
        /// A time in which others run one after another or side by side (Phase, Block).
        Phase,
        /// The host says welcome (Begrüßung).
        Welcome,
        /// A guest says a few words (Grußwort).
        WelcomeAddress,
        /// The speech that the rest hangs on (Hauptvortrag).
        Keynote,
        /// Somebody reports on research or practice (Vortrag).
        Lecture,
        /// A short report that starts a talk (Impuls).
        Input,
        /// Several talk with each other before all (Podium).
        Panel,
        /// A table at which a group talks about one theme (Thementisch).
        ThemeTable,
        /// A group works on something (Workshop).
        Workshop,
        /// A working group at its time in a phase (Arbeitsgruppe).
        WorkingGroupSlot,
        /// A group imagines what could be (Zukunftswerkstatt).
        FutureWorkshop,
        /// People tell of what they have lived through (Erfahrungsbericht).
        Testimony,
        /// People look at a place (Besichtigung).
        SiteVisit,
        /// People tell each other what they know (Austausch).
        Exchange,
        /// Groups tell all what they found (Ergebnisse im Plenum).
        ResultsPlenary,
        /// A pause (Pause).
        Break,
        /// People come together before or after (Come together).
        ComeTogether,
        /// Minutes, elections and the like (Formalia).
        Formality,
    }
}
