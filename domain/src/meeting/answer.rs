//! Whether a party organises a meeting is said by that party, and by nobody for it.

use super::invite::OrganizerPayload;
use super::{Meeting, MeetingOrganizer, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Row, Session, Tx};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::meeting_organizer::OrganizerStatus;

/// Which invitation is answered (Antwort auf die Einladung).
#[derive(InputObject)]
pub struct AnswerMeetingOrganizerInput {
    /// The `MeetingOrganizer` of the party that answers.
    pub id: ID,
    /// The revision that the answer is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Agrees to organise a meeting.
    pub async fn confirm_meeting_organizer(
        &self,
        input: AnswerMeetingOrganizerInput,
    ) -> Result<OrganizerPayload, Error> {
        let (mut tx, row) = self
            .edit::<MeetingOrganizer>(Action::OrganizerConfirm, &input.id)
            .await?;
        let meeting = tx.lock::<Meeting>(row.meeting_id).await?;
        let mut problems = self.open_invitation(&input, &row);
        if problems.none() && !states::INVITE.contains(&meeting.status) {
            problems.wrong_state("id", &meeting.status, states::INVITE);
        }
        if !problems.none() {
            return Ok(OrganizerPayload::refused_at(row.id, problems));
        }
        let id = row.id;
        let mut changed = row.into_active_model();
        changed.status = Set(OrganizerStatus::Confirmed);
        tx.update::<MeetingOrganizer, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(OrganizerPayload::done(id))
    }

    /// Declines to organise a meeting.
    pub async fn decline_meeting_organizer(
        &self,
        input: AnswerMeetingOrganizerInput,
    ) -> Result<OrganizerPayload, Error> {
        let (mut tx, row) = self
            .edit::<MeetingOrganizer>(Action::OrganizerDecline, &input.id)
            .await?;
        let meeting = tx.lock::<Meeting>(row.meeting_id).await?;
        let problems = self.open_invitation(&input, &row);
        if !problems.none() {
            return Ok(OrganizerPayload::refused_at(row.id, problems));
        }
        no_longer_housed(&mut tx, meeting, &row).await?;
        let id = row.id;
        let mut changed = row.into_active_model();
        changed.status = Set(OrganizerStatus::Declined);
        tx.update::<MeetingOrganizer, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(OrganizerPayload::done(id))
    }

    fn open_invitation(&self, input: &AnswerMeetingOrganizerInput, row: &Row<MeetingOrganizer>) -> Problems {
        let mut problems = Problems::new(self.language());
        let as_seen = problems.revision_if_given(input.expected_revision, row.revision);
        if as_seen && row.status != OrganizerStatus::Invited {
            problems.wrong_state("id", &row.status, &[OrganizerStatus::Invited]);
        }
        problems
    }
}

/// A meeting that was to be housed by the party whose invitation comes to nothing has no host again.
pub(super) async fn no_longer_housed(
    tx: &mut Tx,
    meeting: Row<Meeting>,
    invited: &Row<MeetingOrganizer>,
) -> Result<(), Error> {
    if invited.municipality_id.is_none() || invited.municipality_id != meeting.host_id {
        return Ok(());
    }
    let mut meeting = meeting.into_active_model();
    meeting.host_id = Set(None);
    tx.update::<Meeting, _>(meeting, &[]).await
}
