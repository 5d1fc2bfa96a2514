//! A meeting that was announced is called off, never removed.

use super::calendar::announce;
use super::create::MeetingPayload;
use super::{Meeting, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::TextRule;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::meeting::MeetingStatus;

/// The meeting to call off, and why (Veranstaltung absagen).
#[derive(InputObject)]
pub struct CancelMeetingInput {
    /// A meeting that is not over: scheduled, postponed, or still without a date (Veranstaltung).
    pub id: ID,
    /// Why, in at most 1,000 characters; whoever sees the meeting reads it (Grund).
    pub reason: String,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Calls a meeting off.
    pub async fn cancel_meeting(&self, input: CancelMeetingInput) -> Result<MeetingPayload, Error> {
        let (mut tx, row) = self.edit::<Meeting>(Action::MeetingCancel, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(id, problems));
        }
        let reason = problems.text("reason", &input.reason, TextRule::REASON);
        if !states::CANCEL.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::CANCEL);
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let mut changed = row.clone().into_active_model();
        changed.status = Set(MeetingStatus::Cancelled);
        changed.status_reason = Set(Some(reason));
        announce(&row, &mut changed);
        tx.update::<Meeting, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(id))
    }
}
