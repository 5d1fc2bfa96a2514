//! A session leaves the agenda, with the roles in it, and its results and documents.

use super::kept::still_open;
use super::tree::Tree;
use super::{MeetingSession, SessionResult, SessionRole, SessionSpeaker};
use crate::Document;
use crate::error::Error;
use crate::meeting::MeetingPayload;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::{document, session_result, session_role, session_speaker};

/// The session to remove (Tagesordnungspunkt löschen).
#[derive(InputObject)]
pub struct DeleteSessionInput {
    /// A session that nothing stands in; its roles, results and documents go too (Tagesordnungspunkt).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Removes a session; the answer is its meeting.
    pub async fn delete_session(&self, input: DeleteSessionInput) -> Result<MeetingPayload, Error> {
        let (mut tx, meeting, row) = self.keep_session(&input.id).await?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(MeetingPayload::refused_at(meeting.id, problems));
        }
        still_open(&meeting, "id", &mut problems);
        if Tree::of(&tx, meeting.id).await?.parts(Some(row.id)).next().is_some() {
            problems.state(
                "id",
                "Es stehen noch Punkte darunter.",
                "There are still sessions in it.",
            );
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let roles = Condition::all().add(session_role::Column::SessionId.eq(row.id));
        for role in tx.rows::<session_role::Entity>(roles).await? {
            let speakers = Condition::all().add(session_speaker::Column::RoleId.eq(role.id));
            for speaker in tx.rows::<session_speaker::Entity>(speakers).await? {
                tx.delete::<SessionSpeaker, _>(speaker).await?;
            }
            tx.delete::<SessionRole, _>(role).await?;
        }
        let results = Condition::all().add(session_result::Column::SessionId.eq(row.id));
        for result in tx.rows::<session_result::Entity>(results).await? {
            tx.delete::<SessionResult, _>(result).await?;
        }
        let documents = Condition::all().add(document::Column::SessionId.eq(row.id));
        for document in tx.rows::<document::Entity>(documents).await? {
            tx.delete::<Document, _>(document).await?;
        }
        tx.delete::<MeetingSession, _>(row).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(meeting.id))
    }
}
