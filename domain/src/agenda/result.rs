//! What a part of a meeting came to, and which municipalities stand by it.

use super::MeetingSession;
use super::kept::in_an_open_meeting;
use crate::{
    Meeting, Municipality, SourceReference,
    access::{Action, Of},
    meeting::organizers_behind,
    read::{Fields, Object, Scope, Visible},
    session::{Owned, Owner, can},
};
use sea_orm::Condition;
use verbund_entity::session_result::{self, Column, ResultKind};
use verbund_entity::{session_result_supporter as supporter, source_reference};

pub struct SessionResult;

impl Object for SessionResult {
    type Entity = session_result::Entity;
    const NAME: &'static str = "SessionResult";
    const DOC: &'static str =
        "What a part of a meeting came to: something learnt, an idea, a question that stays open (Ergebnis).";

    /// With the session.
    fn visible(_: &Scope) -> Visible {
        Visible::with::<MeetingSession>(Column::SessionId)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Meeting>(
            "meeting",
            Column::MeetingId,
            "The meeting that it comes from (Veranstaltung).",
        );
        f.one::<MeetingSession>(
            "session",
            Column::SessionId,
            "The session that it comes from (Tagesordnungspunkt).",
        );
        f.choice::<ResultKind>(Column::Kind, "What kind of result it is (Art).")
            .filter();
        f.column(Column::Text, "In a few sentences (Wortlaut).");
        f.column(
            Column::Position,
            "Its place among the results of the session (Reihenfolge).",
        );
        f.through::<supporter::Entity, Municipality>(
            "supportedBy",
            (supporter::Column::SessionResultId, supporter::Column::MunicipalityId),
            Condition::all,
            "Municipalities that stand by it, each by its own word (unterstützende Kommunen).",
        );
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::SessionResultId,
            SourceReference::LIST,
        );
        let open = || in_an_open_meeting(Column::MeetingId);
        f.viewer_can(vec![
            can::<Self>("update", Action::AgendaUpdate).when(open()),
            can::<Self>("delete", Action::AgendaUpdate).when(open()),
        ]);
        f.order("POSITION", Column::Position, "As the organisers arranged it.");
    }
}

impl Owned for SessionResult {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        organizers_behind(Column::MeetingId)
    }
}
