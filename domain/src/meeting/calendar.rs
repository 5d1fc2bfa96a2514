//! What calendars elsewhere have to learn of a change: a number that grows with it, and the start that held before.

use super::Meeting;
use crate::session::Row;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use verbund_entity::meeting::{ActiveModel, Column, MeetingStatus, Publication};

/// Time, place and state: what a calendar has to be told of (RFC 5546).
const TOLD: [Column; 9] = [
    Column::StartsAt,
    Column::EndsAt,
    Column::DoorsOpenAt,
    Column::HeldOn,
    Column::TimeZone,
    Column::AttendanceMode,
    Column::Venue,
    Column::LocalityId,
    Column::Status,
];

/// Counts a change of a meeting that is out in the open; of a draft no calendar knows.
pub(super) fn announce(before: &Row<Meeting>, changed: &mut ActiveModel) {
    if before.publication == Publication::Draft {
        return;
    }
    if TOLD.iter().any(|column| changed.get(*column).is_set()) {
        changed.ical_sequence = Set(before.ical_sequence + 1);
    }
    let moved = changed.starts_at.is_set() && *changed.status.as_ref() == MeetingStatus::Scheduled;
    if moved && before.starts_at.is_some() {
        changed.previous_start.set_if_not_equals(before.starts_at);
    }
}
