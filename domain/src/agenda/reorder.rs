//! Sessions that stand beside each other are put into another order, all of them at once.

use super::MeetingSession;
use super::input::session_of;
use super::kept::still_open;
use super::tree::Tree;
use crate::Meeting;
use crate::access::Action;
use crate::error::Error;
use crate::meeting::MeetingPayload;
use crate::problems::Problems;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use sea_orm::IntoActiveModel;

/// The order that sessions shall have (Tagesordnungspunkte ordnen).
#[derive(InputObject)]
pub struct ReorderSessionsInput {
    /// The meeting whose agenda it is (Veranstaltung).
    pub meeting: ID,
    /// The session that they stand in; absent: the agenda itself (übergeordneter Punkt).
    pub parent: Option<ID>,
    /// All sessions that stand there, each once, in their new order (Reihenfolge).
    pub sessions: Vec<ID>,
}

impl Session {
    /// Orders the sessions of a level anew. A list that is not all of them, because somebody has added one meanwhile,
    /// changes nothing.
    pub async fn reorder_sessions(&self, input: ReorderSessionsInput) -> Result<MeetingPayload, Error> {
        let (mut tx, meeting) = self.edit::<Meeting>(Action::AgendaUpdate, &input.meeting).await?;
        let mut problems = Problems::new(self.language());
        still_open(&meeting, "meeting", &mut problems);
        let tree = Tree::of(&tx, meeting.id).await?;
        let parent = input.parent.as_ref();
        let parent = parent.and_then(|id| session_of(&tree, id, "parent", &mut problems));
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let there: Vec<_> = tree.parts(parent).collect();
        let mut order = Vec::with_capacity(there.len());
        for (index, id) in input.sessions.iter().enumerate().take(there.len() + 1) {
            order.extend(session_of(&tree, id, &format!("sessions.{index}"), &mut problems));
        }
        let each_once = order.len() == there.len() && there.iter().all(|row| order.contains(&row.id));
        if problems.none() && !each_once {
            problems.invalid(
                "sessions",
                "Die Liste nennt nicht jeden Punkt dieser Ebene genau einmal.",
                "The list does not name each session of this level once.",
            );
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        for (position, id) in (1..).zip(order) {
            if let Some(row) = there.iter().find(|row| row.id == id) {
                let mut row = (*row).clone().into_active_model();
                row.position.set_if_not_equals(position);
                tx.update::<MeetingSession, _>(row, &[]).await?;
            }
        }
        tx.finish().await?;
        Ok(MeetingPayload::done(meeting.id))
    }
}
