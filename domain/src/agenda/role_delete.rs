//! A role is taken back.

use super::kept::still_open;
use super::{SessionRole, SessionSpeaker};
use crate::access::Action;
use crate::error::Error;
use crate::meeting::MeetingPayload;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::session_speaker;

/// The role to remove (Mitwirkung löschen).
#[derive(InputObject)]
pub struct DeleteSessionRoleInput {
    /// The role that nobody has any more (Mitwirkung).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Removes a role and forgets who had it; the answer is the meeting.
    pub async fn delete_session_role(&self, input: DeleteSessionRoleInput) -> Result<MeetingPayload, Error> {
        let (mut tx, meeting, row) = self.keep_role(Action::SessionRoleDelete, &input.id).await?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(meeting.id, problems));
        }
        still_open(&meeting, "id", &mut problems);
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let speakers = Condition::all().add(session_speaker::Column::RoleId.eq(row.id));
        for speaker in tx.rows::<session_speaker::Entity>(speakers).await? {
            tx.delete::<SessionSpeaker, _>(speaker).await?;
        }
        tx.delete::<SessionRole, _>(row).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(meeting.id))
    }
}
