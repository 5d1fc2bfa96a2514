//! Agendas: the parts of a meeting as a tree, and who does what in them.

mod affiliation;
mod create;
mod delete;
mod input;
mod kept;
mod reorder;
mod result;
mod result_create;
mod result_delete;
mod result_support;
mod result_update;
mod role;
mod role_create;
mod role_delete;
mod role_update;
mod speaker;
mod states;
mod tree;
mod update;

pub(crate) use affiliation::freeze_affiliations;
pub use create::{CreateSessionInput, SessionPayload};
pub use delete::DeleteSessionInput;
pub use reorder::ReorderSessionsInput;
pub use result::SessionResult;
pub use result_create::{CreateSessionResultInput, SessionResultPayload};
pub use result_delete::DeleteSessionResultInput;
pub use result_support::SessionResultSupportInput;
pub use result_update::UpdateSessionResultInput;
pub use role::SessionRole;
pub use role_create::{CreateSessionRoleInput, SessionRolePayload};
pub use role_delete::DeleteSessionRoleInput;
pub use role_update::UpdateSessionRoleInput;
pub use speaker::SessionSpeaker;
pub use update::UpdateSessionInput;

use crate::{
    Document, Meeting, SourceReference,
    access::{Action, Of},
    meeting::{organizers_behind, organizing_houses},
    read::{Fields, Object, Scope, Visible},
    session::{Owned, Owner, can},
};
use kept::in_an_open_meeting;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::session::{self, Column, SessionKind};
use verbund_entity::{document, session_result, session_role, source_reference};

/// Called `Session` by clients; here that is the request.
pub struct MeetingSession;

impl Object for MeetingSession {
    type Entity = session::Entity;
    const NAME: &'static str = "Session";
    const DOC: &'static str =
        "A part of a meeting: a phase, a lecture, a table; it may have parts itself (Tagesordnungspunkt).";

    /// With the meeting; what is not public, by the houses that organise it. What stands in such a part is not public
    /// either: the writes see to that.
    fn visible(scope: &Scope) -> Visible {
        let rows = Condition::any()
            .add(Column::IsPublic.eq(true))
            .add(organizing_houses(scope, Column::MeetingId));
        Visible::with::<Meeting>(Column::MeetingId).only(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Meeting>(
            "meeting",
            Column::MeetingId,
            "The meeting it is a part of (Veranstaltung).",
        );
        f.one::<MeetingSession>(
            "parent",
            Column::ParentId,
            "The session that it stands in; null in the agenda itself (übergeordneter Punkt).",
        );
        f.column(
            Column::Position,
            "Its place among those that stand beside it (Reihenfolge).",
        );
        f.column(
            Column::Number,
            "As it is counted in the agenda, e.g. „2a“; null if it is not (Nummer).",
        );
        f.localized(Column::Title, Column::TitleTranslations, "As announced (Titel).");
        f.localized(
            Column::AbstractText,
            Column::AbstractTranslations,
            "What it is about, in a few sentences (Kurzbeschreibung).",
        );
        f.choice::<SessionKind>(Column::Kind, "What kind of part it is (Art).")
            .filter();
        f.column(
            Column::Phase,
            "Which round it runs in, counted from 1; null if there are no rounds (Phase).",
        )
        .filter();
        f.column(
            Column::Track,
            "What it has in common with parts in other rounds, such as a theme (Strang).",
        );
        f.column(Column::StartsAt, "When it begins; null if not fixed (Beginn).");
        f.column(Column::EndsAt, "When it ends; null if not fixed (Ende).");
        f.column(Column::Room, "The room or the table; null if not fixed (Raum).");
        f.column(
            Column::Capacity,
            "How many people there is room for; null if nobody counts (Plätze).",
        );
        f.column(
            Column::Selectable,
            "Whether those who come choose it, at most one in a round (wählbar).",
        );
        f.column(
            Column::IsPublic,
            "Whether it is seen by whoever sees the meeting; else by its organisers' houses only (öffentlich).",
        );
        f.many::<MeetingSession>("children", Column::ParentId, "Its parts (Unterpunkte).");
        f.many::<SessionRole>(
            "roles",
            session_role::Column::SessionId,
            "Who does what in it (Mitwirkende).",
        );
        f.many::<SessionResult>(
            "results",
            session_result::Column::SessionId,
            "What came of it (Ergebnisse).",
        );
        f.many::<Document>(
            "documents",
            document::Column::SessionId,
            "What is to be read, seen or heard of it (Dokumente).",
        );
        f.list::<SourceReference>("sources", source_reference::Column::SessionId, SourceReference::LIST);
        let open = || in_an_open_meeting(Column::MeetingId);
        f.viewer_can(vec![
            can::<Self>("update", Action::AgendaUpdate).when(open()),
            can::<Self>("delete", Action::AgendaUpdate).when(open().add(without_parts())),
        ]);
        f.order("POSITION", Column::Position, "As its organisers arranged it.");
    }
}

/// Nothing stands in it.
fn without_parts() -> Expr {
    let parents = Query::select()
        .column(Column::ParentId)
        .from(session::Entity)
        .and_where(Column::ParentId.is_not_null())
        .take();
    Column::Id.in_subquery(parents).not()
}

impl Owned for MeetingSession {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        organizers_behind(Column::MeetingId)
    }
}
