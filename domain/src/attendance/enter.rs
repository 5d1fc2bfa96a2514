//! A municipality says how many of its people came.

use super::AttendanceLine;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Row, Session, Tx};
use crate::values::ApproximateCountInput;
use crate::{Meeting, Municipality, Organization};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::attendance_line::{ActiveModel, Column, Entity};
use verbund_entity::meeting::MeetingStatus;
use verbund_entity::{Visibility, attendance_line_organization as represented};

/// Of what has taken place one knows who came; what is scheduled may have begun.
const TAKEN_PLACE: &[MeetingStatus] = &[MeetingStatus::Scheduled, MeetingStatus::Held, MeetingStatus::Closed];

/// Who came from a municipality (Teilnahme eintragen).
#[derive(InputObject)]
pub struct EnterAttendanceInput {
    /// A meeting that has begun (Veranstaltung).
    pub meeting: ID,
    /// The municipality that they came from, and for which the viewer acts (Kommune).
    pub municipality: ID,
    /// How many came (Personen).
    pub heads: ApproximateCountInput,
    /// How many organisations they stood for (vertretene Organisationen).
    pub represented: Option<ApproximateCountInput>,
    /// Those of them that are in the register, at most 50 (Organisationen).
    #[graphql(default)]
    pub organizations: Vec<ID>,
    /// Who sees this, never further than the meeting (Sichtbarkeit).
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The line after the change (Teilnahme einer Kommune).
    AttendancePayload { attendance_line: AttendanceLine }
}

impl Session {
    /// Enters a delegation.
    pub async fn enter_attendance(&self, input: EnterAttendanceInput) -> Result<AttendancePayload, Error> {
        let meeting = self.find::<Meeting>(&input.meeting).await?.id;
        let municipality = self.find::<Municipality>(&input.municipality).await?.id;
        let owners = Owners::municipality(municipality);
        let mut tx = self.create(Action::AttendanceEnter, &owners).await?;
        let meeting = tx.lock::<Meeting>(meeting).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        not_below_zero("heads", Some(input.heads), &mut problems);
        not_below_zero("represented", input.represented, &mut problems);
        let organizations = tx
            .linked::<Organization>(&input.organizations, "organizations", &mut problems)
            .await?;
        if !problems.none() {
            return Ok(AttendancePayload::refused(problems));
        }
        let first = match tx
            .once("enterAttendance", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(AttendancePayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(AttendancePayload::refused(problems));
            }
        };
        has_begun(&tx, &meeting, &mut problems);
        let there = Condition::all()
            .add(Column::MeetingId.eq(meeting.id))
            .add(Column::MunicipalityId.eq(municipality));
        if !tx.rows::<Entity>(there).await?.is_empty() {
            problems.duplicate(
                "municipality",
                "Die Teilnahme dieser Kommune ist schon eingetragen.",
                "The attendance of this municipality has been entered already.",
            );
        }
        if !problems.none() {
            return Ok(AttendancePayload::refused(problems));
        }
        let row = ActiveModel {
            meeting_id: Set(meeting.id),
            municipality_id: Set(municipality),
            heads: Set(input.heads.value),
            heads_qualifier: Set(input.heads.qualifier),
            represented: Set(input.represented.map(|count| count.value)),
            represented_qualifier: Set(input.represented.map(|count| count.qualifier)),
            visibility: Set(input.visibility),
            ..Default::default()
        };
        let line = tx.insert::<AttendanceLine, _>(row).await?;
        stand_for(&tx, line.id, &organizations).await?;
        tx.remember(first, line.id).await?;
        tx.finish().await?;
        Ok(AttendancePayload::done(line.id))
    }
}

fn has_begun(tx: &Tx, meeting: &Row<Meeting>, problems: &mut Problems) {
    if !TAKEN_PLACE.contains(&meeting.status) {
        problems.wrong_state("meeting", &meeting.status, TAKEN_PLACE);
    } else if meeting.starts_at.is_some_and(|start| start > tx.now()) {
        problems.state(
            "meeting",
            "Die Veranstaltung hat noch nicht begonnen.",
            "The meeting has not begun yet.",
        );
    }
}

pub(super) fn not_below_zero(path: &str, count: Option<ApproximateCountInput>, problems: &mut Problems) {
    if count.is_some_and(|count| count.value < 0) {
        problems.invalid(
            &format!("{path}.value"),
            "Eine Anzahl ist nicht negativ.",
            "A count is not negative.",
        );
    }
}

/// The organisations are these; answers whether that changed anything.
pub(super) async fn stand_for(tx: &Tx, line: i64, organizations: &[i64]) -> Result<bool, Error> {
    let (near, far) = (
        represented::Column::AttendanceLineId,
        represented::Column::OrganizationId,
    );
    tx.relink::<Organization, represented::Entity>(near, line, far, organizations)
        .await
}
