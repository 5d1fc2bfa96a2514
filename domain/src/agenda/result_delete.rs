//! A result is taken back.

use super::SessionResult;
use super::kept::still_open;
use crate::error::Error;
use crate::meeting::MeetingPayload;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};

/// The result to remove (Ergebnis löschen).
#[derive(InputObject)]
pub struct DeleteSessionResultInput {
    /// The result that does not hold (Ergebnis).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Removes a result; the answer is the meeting.
    pub async fn delete_session_result(&self, input: DeleteSessionResultInput) -> Result<MeetingPayload, Error> {
        let (mut tx, meeting, row) = self.keep_result(&input.id).await?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(meeting.id, problems));
        }
        still_open(&meeting, "id", &mut problems);
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        tx.delete::<SessionResult, _>(row).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(meeting.id))
    }
}
