//! The agenda is kept under its meeting: whoever changes anything of it locks the meeting first, so that its tree is
//! changed by one at a time.

use super::{MeetingSession, SessionResult, SessionRole, states};
use crate::Meeting;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::read;
use crate::session::{Row, Session, Tx, rows};
use async_graphql::ID;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting;

impl Session {
    /// A transaction on the meeting of a session, and the session as it is under that lock.
    pub(super) async fn keep_session(&self, id: &ID) -> Result<(Tx, Row<Meeting>, Row<MeetingSession>), Error> {
        let meeting = self.find::<MeetingSession>(id).await?.meeting_id;
        let (tx, meeting) = self.keep_agenda(Action::AgendaUpdate, meeting).await?;
        let session = tx.named::<MeetingSession>(id).await?.ok_or(Error::NotFound)?;
        Ok((tx, meeting, session))
    }

    /// The same of a role, for an action of its own.
    pub(super) async fn keep_role(
        &self,
        action: Action,
        id: &ID,
    ) -> Result<(Tx, Row<Meeting>, Row<SessionRole>), Error> {
        let meeting = self.find::<SessionRole>(id).await?.meeting_id;
        let (tx, meeting) = self.keep_agenda(action, meeting).await?;
        let role = tx.named::<SessionRole>(id).await?.ok_or(Error::NotFound)?;
        Ok((tx, meeting, role))
    }

    /// The same of a result, which is locked too: municipalities stand by it without its meeting.
    pub(super) async fn keep_result(&self, id: &ID) -> Result<(Tx, Row<Meeting>, Row<SessionResult>), Error> {
        let meeting = self.find::<SessionResult>(id).await?.meeting_id;
        let (tx, meeting) = self.keep_agenda(Action::AgendaUpdate, meeting).await?;
        let result = tx.named::<SessionResult>(id).await?.ok_or(Error::NotFound)?;
        let result = tx.lock::<SessionResult>(result.id).await?;
        Ok((tx, meeting, result))
    }

    async fn keep_agenda(&self, action: Action, meeting: i64) -> Result<(Tx, Row<Meeting>), Error> {
        let found = Condition::all().add(meeting::Column::Id.eq(meeting));
        let found = rows::<meeting::Entity>(self.db().read(), found).await?.pop();
        let id = read::id::encode("Meeting", &found.ok_or(Error::NotFound)?.public_id);
        self.edit::<Meeting>(action, &ID(id)).await
    }
}

/// Refuses to change the agenda of a meeting that is called off or closed.
pub(super) fn still_open(meeting: &Row<Meeting>, path: &str, problems: &mut Problems) {
    if !states::AGENDA.contains(&meeting.status) {
        problems.wrong_state(path, &meeting.status, states::AGENDA);
    }
}

/// The meeting's agenda can still be changed.
pub(super) fn in_an_open_meeting(key: impl ColumnTrait) -> Condition {
    let meetings = Query::select()
        .column(meeting::Column::Id)
        .from(meeting::Entity)
        .and_where(meeting::Column::Status.is_in(states::AGENDA.iter().copied()))
        .take();
    Condition::all().add(key.in_subquery(meetings))
}
