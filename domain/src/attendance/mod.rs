//! Who came to a meeting, city by city: each enters its own delegation, and decides who sees it.

mod enter;
mod update;

pub use enter::{AttendancePayload, EnterAttendanceInput};
pub use update::UpdateAttendanceInput;

use crate::{
    Meeting, Municipality, Organization, SourceReference,
    access::{Action, Of},
    read::{Fields, Object, Scope, Visible},
    session::{Owned, Owner, can},
    values::ApproximateCount,
};
use async_graphql::Value;
use verbund_entity::attendance_line::{self, Column};
use verbund_entity::{Visibility, attendance_line_organization as represented, source_reference};

pub struct AttendanceLine;

impl Object for AttendanceLine {
    type Entity = attendance_line::Entity;
    const NAME: &'static str = "AttendanceLine";
    const DOC: &'static str =
        "How many came to a meeting from a municipality, by its own word (Teilnahme einer Kommune).";

    /// With the meeting, by its level.
    fn visible(scope: &Scope) -> Visible {
        Visible::with::<Meeting>(Column::MeetingId).only(scope.level(Column::Visibility, Column::MunicipalityId))
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Meeting>(
            "meeting",
            Column::MeetingId,
            "The meeting they came to (Veranstaltung).",
        );
        f.one::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "Where they came from, and who says so (Kommune).",
        )
        .filter();
        let heads = [Column::Heads, Column::HeadsQualifier];
        f.computed::<ApproximateCount>("heads", &heads, "How many came (Personen).", |row| {
            ApproximateCount::shown(row.int(0).unwrap_or_default(), row.text(1).unwrap_or_default())
        });
        let organizations = [Column::Represented, Column::RepresentedQualifier];
        f.computed::<Option<ApproximateCount>>(
            "represented",
            &organizations,
            "How many organisations they stood for; null if unknown (vertretene Organisationen).",
            |row| match (row.int(0), row.text(1)) {
                (Some(value), Some(qualifier)) => ApproximateCount::shown(value, qualifier),
                _ => Value::Null,
            },
        );
        f.list_through::<represented::Entity, Organization>(
            "organizations",
            (
                represented::Column::AttendanceLineId,
                represented::Column::OrganizationId,
            ),
            "Organisations that they stood for, as far as they are in the register (Organisationen).",
        );
        f.choice::<Visibility>(Column::Visibility, "Who sees this record.");
        f.list::<SourceReference>(
            "sources",
            source_reference::Column::AttendanceLineId,
            SourceReference::LIST,
        );
        f.viewer_can(vec![can::<Self>("update", Action::AttendanceUpdate)]);
    }
}

impl Owned for AttendanceLine {
    fn owners(_: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(Column::MunicipalityId)]
    }
}
