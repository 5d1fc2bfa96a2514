//! A meeting takes place, but nobody goes anywhere.

use super::calendar::announce;
use super::create::{MeetingPayload, search_text};
use super::{Meeting, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::meeting::AttendanceMode::{self, Hybrid, InPerson};

/// The meeting to hold online (Veranstaltung ins Netz verlegen).
#[derive(InputObject)]
pub struct MoveMeetingOnlineInput {
    /// A meeting that has a date and that people were to come to (Veranstaltung). It loses venue and locality.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

/// Ways to take part that lead to a place.
pub(super) const AT_A_PLACE: &[AttendanceMode] = &[InPerson, Hybrid];

impl Session {
    /// Moves a meeting to the net. A place that nobody goes to any more would mislead those who read it.
    pub async fn move_meeting_online(&self, input: MoveMeetingOnlineInput) -> Result<MeetingPayload, Error> {
        let (mut tx, row) = self.edit::<Meeting>(Action::MeetingMoveOnline, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(id, problems));
        }
        if !states::MOVE_ONLINE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::MOVE_ONLINE);
        } else if !AT_A_PLACE.contains(&row.attendance_mode) {
            problems.wrong_state("id", &row.attendance_mode, AT_A_PLACE);
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let mut changed = row.clone().into_active_model();
        changed.attendance_mode = Set(AttendanceMode::Online);
        changed.venue.set_if_not_equals(None);
        changed.locality_id.set_if_not_equals(None);
        let text = search_text(&changed);
        changed.search_text.set_if_not_equals(text);
        announce(&row, &mut changed);
        tx.update::<Meeting, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(id))
    }
}
