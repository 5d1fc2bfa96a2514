//! What came of a session is put down by those who organise the meeting.

use super::SessionResult;
use super::kept::still_open;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session};
use crate::values::TextRule;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::session_result::{ActiveModel, Column, Entity, ResultKind};

/// A result to be put down, behind those that the session has (neues Ergebnis).
#[derive(InputObject)]
pub struct CreateSessionResultInput {
    /// The session that it comes from (Tagesordnungspunkt).
    pub session: ID,
    /// What kind of result it is (Art).
    pub kind: ResultKind,
    /// In a few sentences, at most 2,000 characters (Wortlaut).
    pub text: String,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The result after the change (Ergebnis).
    SessionResultPayload { session_result: SessionResult }
}

impl Session {
    /// Puts down what came of a session.
    pub async fn create_session_result(&self, input: CreateSessionResultInput) -> Result<SessionResultPayload, Error> {
        let (mut tx, meeting, session) = self.keep_session(&input.session).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let text = problems.text("text", &input.text, TextRule::SUMMARY);
        if !problems.none() {
            return Ok(SessionResultPayload::refused(problems));
        }
        let first = match tx
            .once("createSessionResult", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(SessionResultPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(SessionResultPayload::refused(problems));
            }
        };
        still_open(&meeting, "session", &mut problems);
        if !problems.none() {
            return Ok(SessionResultPayload::refused(problems));
        }
        let beside = Condition::all().add(Column::SessionId.eq(session.id));
        let last = tx.rows::<Entity>(beside).await?.iter().map(|row| row.position).max();
        let row = ActiveModel {
            meeting_id: Set(meeting.id),
            session_id: Set(session.id),
            kind: Set(input.kind),
            text: Set(text),
            position: Set(last.unwrap_or(0).saturating_add(1)),
            ..Default::default()
        };
        let result = tx.insert::<SessionResult, _>(row).await?;
        tx.remember(first, result.id).await?;
        tx.finish().await?;
        Ok(SessionResultPayload::done(result.id))
    }
}
