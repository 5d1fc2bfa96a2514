//! What was to be has been: somebody who organised it says so, once it is over.

use super::calendar::announce;
use super::create::MeetingPayload;
use super::{Meeting, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::meeting::MeetingStatus;

/// The meeting that has taken place (Veranstaltung als durchgeführt vermerken).
#[derive(InputObject)]
pub struct MarkMeetingHeldInput {
    /// A meeting that had a date and is over (Veranstaltung).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Notes that a meeting has taken place.
    pub async fn mark_meeting_held(&self, input: MarkMeetingHeldInput) -> Result<MeetingPayload, Error> {
        let (mut tx, row) = self.edit::<Meeting>(Action::MeetingMarkHeld, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(id, problems));
        }
        if !states::MARK_HELD.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::MARK_HELD);
        } else if row.ends_at.is_none_or(|end| end > tx.now()) {
            problems.state(
                "id",
                "Die Veranstaltung ist noch nicht vorbei.",
                "The meeting is not over yet.",
            );
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let mut changed = row.clone().into_active_model();
        changed.status = Set(MeetingStatus::Held);
        announce(&row, &mut changed);
        tx.update::<Meeting, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(id))
    }
}
