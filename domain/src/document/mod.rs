//! Documents: links to what is found elsewhere, each with a visibility of its own.

mod attach;
mod detach;
mod owner;
mod update;

pub use attach::{AttachDocumentInput, DocumentPayload};
pub use detach::DetachDocumentInput;
pub use update::UpdateDocumentInput;

use crate::{
    DocumentOwner, Meeting, MeetingSession, Municipality, Project, SourceReference,
    access::Action,
    read::{Fields, Object, Scope, Shape, Visible, related},
    session::can,
};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::document::{self, Column, DocumentKind};
use verbund_entity::{Visibility, source_reference};

pub struct Document;

impl Object for Document {
    type Entity = document::Entity;
    const NAME: &'static str = "Document";
    const DOC: &'static str = "Something to read, to look at or to hear that is found on the web (Dokument).";

    /// By its level, and never further than what it belongs to.
    fn visible(scope: &Scope) -> Visible {
        let meeting = related::<Meeting>(scope, Column::MeetingId, Condition::all());
        let session = related::<MeetingSession>(scope, Column::SessionId, Condition::all());
        let project = related::<Project>(scope, Column::ProjectId, Condition::all());
        Visible::rows(
            Condition::all()
                .add(scope.level(Column::Visibility, Column::StewardId))
                .add(Column::MeetingId.is_null().or(meeting))
                .add(Column::SessionId.is_null().or(session))
                .add(Column::ProjectId.is_null().or(project)),
        )
    }

    fn fields(f: &mut Fields<Self>) {
        f.one_of::<DocumentOwner>(
            "owner",
            &[
                (Shape::of::<Meeting>, Column::MeetingId),
                (Shape::of::<MeetingSession>, Column::SessionId),
                (Shape::of::<Project>, Column::ProjectId),
            ],
            "What it belongs to.",
        );
        f.one::<Municipality>(
            "municipality",
            Column::StewardId,
            "The municipality that has attached it and answers for it (zuständige Kommune).",
        )
        .filter();
        f.column(Column::Url, "Where it is found on the web (Internetadresse).");
        f.choice::<DocumentKind>(Column::Kind, "What it is (Art).").filter();
        f.column(Column::Title, "As it is called (Titel).");
        f.column(
            Column::Rights,
            "Who made it, whose it is and what one may do with it; null if unknown (Rechte, Lizenz).",
        );
        f.column(
            Column::AlternativeText,
            "What is to be seen or heard, for those who cannot; every picture has one (Alternativtext).",
        );
        f.column(
            Column::Language,
            "Its language as a tag such as `de`; null if unknown (Sprache).",
        );
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.");
        f.list::<SourceReference>("sources", source_reference::Column::DocumentId, SourceReference::LIST);
        f.viewer_can(vec![
            can::<Self>("update", Action::DocumentUpdate),
            can::<Self>("publish", Action::DocumentUpdate)
                .also::<Self>(Action::VisibilityWiden)
                .when(Condition::all().add(Column::Visibility.ne(Visibility::Public))),
            can::<Self>("detach", Action::DocumentUpdate),
        ]);
        f.order("TITLE", Column::TitleKey, "By title.");
    }
}
