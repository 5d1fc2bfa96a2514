//! Who does what in a meeting. Which person that is stands in a row of its own.

use super::kept::in_an_open_meeting;
use super::{MeetingSession, SessionSpeaker};
use crate::{
    Meeting, Municipality, Network, Organization, Party, SourceReference,
    access::{Action, Of},
    meeting::organizers_behind,
    read::{Fields, Object, Scope, Shape, Visible, related},
    session::{Owned, Owner, can},
};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::session_role::{self, Column, SessionFunction};
use verbund_entity::{session_speaker, source_reference};

pub struct SessionRole;

impl Object for SessionRole {
    type Entity = session_role::Entity;
    const NAME: &'static str = "SessionRole";
    const DOC: &'static str =
        "What somebody does in a session, or in all of a meeting: speaks, moderates, lends the name (Mitwirkung).";

    /// With the meeting, and with the session.
    fn visible(scope: &Scope) -> Visible {
        let session = related::<MeetingSession>(scope, Column::SessionId, Condition::all());
        let rows = Condition::any().add(Column::SessionId.is_null()).add(session);
        Visible::with::<Meeting>(Column::MeetingId).only(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Meeting>(
            "meeting",
            Column::MeetingId,
            "The meeting it is a role in (Veranstaltung).",
        );
        f.one::<MeetingSession>(
            "session",
            Column::SessionId,
            "The session it is a role in; null for a role in all of the meeting (Tagesordnungspunkt).",
        );
        f.choice::<SessionFunction>(Column::Function, "What is done (Aufgabe).")
            .filter();
        f.column(Column::Position, "Its place among the roles beside it (Reihenfolge).");
        f.list::<SessionSpeaker>(
            "speakers",
            session_speaker::Column::RoleId,
            "The person that does it: one, or none if nobody is named, or not to the viewer (Person).",
        );
        f.one_of::<Party>(
            "onBehalfOf",
            &[
                (Shape::of::<Municipality>, Column::MunicipalityId),
                (Shape::of::<Organization>, Column::OrganizationId),
                (Shape::of::<Network>, Column::NetworkId),
            ],
            "For whom the person speaks; without a person, who does it (im Auftrag von). Null if not visible.",
        );
        f.column(
            Column::AffiliationText,
            "Office and house as they were at the time; they stay when names change (Zugehörigkeit).",
        );
        f.column(Column::Confirmed, "Whether whoever does it has agreed (zugesagt).");
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::SessionRoleId,
            SourceReference::LIST,
        );
        let open = || in_an_open_meeting(Column::MeetingId);
        f.viewer_can(vec![
            can::<Self>("update", Action::AgendaUpdate).when(open()),
            can::<Self>("delete", Action::SessionRoleDelete).when(open()),
        ]);
        f.order("POSITION", Column::Position, "As the organisers arranged it.");
    }
}

impl Owned for SessionRole {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        organizers_behind(Column::MeetingId)
    }
}
