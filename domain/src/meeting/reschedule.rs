//! A meeting gets a date: another one, or its first.

use super::calendar::announce;
use super::create::MeetingPayload;
use super::when::When;
use super::{Meeting, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::DateTime;
use async_graphql::{ID, InputObject};
use sea_orm::IntoActiveModel;
use verbund_entity::meeting::MeetingStatus;

/// The meeting to move, and to when (Veranstaltung verlegen, Termin festlegen).
#[derive(InputObject)]
pub struct RescheduleMeetingInput {
    /// A meeting whose date is being found, that has one, or that was postponed (Veranstaltung).
    pub id: ID,
    /// When it begins, in the future (Beginn).
    pub starts_at: DateTime,
    /// When it ends, after the start (Ende).
    pub ends_at: DateTime,
    /// When people may come, not after the start; absent: as long before the start as until now (Einlass).
    pub doors_open_at: Option<DateTime>,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Gives a meeting a date.
    pub async fn reschedule_meeting(&self, input: RescheduleMeetingInput) -> Result<MeetingPayload, Error> {
        let (mut tx, row) = self.edit::<Meeting>(Action::MeetingReschedule, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(id, problems));
        }
        if !states::RESCHEDULE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::RESCHEDULE);
        }
        let start = input.starts_at.0;
        let before = row.starts_at.zip(row.doors_open_at).map(|(start, doors)| start - doors);
        let when = When {
            starts_at: Some(start),
            ends_at: Some(input.ends_at.0),
            doors_open_at: match input.doors_open_at {
                Some(doors) => Some(doors.0),
                None => before.map(|before| start - before),
            },
            held_on: None,
        };
        when.check(row.kind, MeetingStatus::Scheduled, tx.now(), &mut problems);
        if start <= tx.now() {
            problems.invalid(
                "startsAt",
                "Der Beginn liegt nicht in der Zukunft.",
                "The start is not in the future.",
            );
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let mut changed = row.clone().into_active_model();
        changed.starts_at.set_if_not_equals(when.starts_at);
        changed.ends_at.set_if_not_equals(when.ends_at);
        changed.doors_open_at.set_if_not_equals(when.doors_open_at);
        changed.sort_at.set_if_not_equals(when.sort_at());
        changed.status.set_if_not_equals(MeetingStatus::Scheduled);
        changed.status_reason.set_if_not_equals(None);
        announce(&row, &mut changed);
        tx.update::<Meeting, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(id))
    }
}
