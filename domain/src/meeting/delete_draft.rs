//! What was never published may go without a trace in the register; what was, is called off instead.

use super::{Meeting, MeetingOrganizer};
use crate::ContactPoint;
use crate::access::Action;
use crate::error::{Error, UserError};
use crate::problems::Problems;
use crate::read::Ref;
use crate::session::Session;
use async_graphql::{ID, InputObject, SimpleObject};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting::Publication;
use verbund_entity::{contact_point, meeting, meeting_organizer};

/// The draft to delete (Entwurf löschen).
#[derive(InputObject)]
pub struct DeleteMeetingDraftInput {
    /// A meeting that was never published (Entwurf). Invitations to organise it and contacts for it go with it.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

/// Which draft is gone (gelöschter Entwurf).
#[derive(SimpleObject)]
pub struct DeleteMeetingDraftPayload {
    /// The id that the draft had; null if nothing was deleted.
    pub deleted_meeting_id: Option<ID>,
    /// After a conflict, the draft as it is now; otherwise null.
    pub meeting: Option<Ref<Meeting>>,
    /// What to mend; empty if it was done.
    pub user_errors: Vec<UserError>,
}

impl Session {
    /// Deletes a draft, and all that belongs to nothing but it. That is not looked at before: whether others have put
    /// contacts there that the viewer does not see must not show.
    pub async fn delete_meeting_draft(
        &self,
        input: DeleteMeetingDraftInput,
    ) -> Result<DeleteMeetingDraftPayload, Error> {
        let (mut tx, row) = self.edit::<Meeting>(Action::MeetingDelete, &input.id).await?;
        let mut problems = Problems::new(self.language());
        let as_seen = problems.revision_if_given(input.expected_revision, row.revision);
        if as_seen && row.publication != Publication::Draft {
            problems.wrong_state("id", &row.publication, &[Publication::Draft]);
        }
        if !problems.none() {
            return Ok(DeleteMeetingDraftPayload {
                deleted_meeting_id: None,
                meeting: problems.conflict().then(|| Ref::new(row.id)),
                user_errors: problems.into_errors(),
            });
        }
        let contacts = Condition::all().add(contact_point::Column::MeetingId.eq(row.id));
        for contact in tx.rows::<contact_point::Entity>(contacts).await? {
            tx.delete::<ContactPoint, contact_point::ActiveModel>(contact).await?;
        }
        let organizers = Condition::all().add(meeting_organizer::Column::MeetingId.eq(row.id));
        for organizer in tx.rows::<meeting_organizer::Entity>(organizers).await? {
            tx.delete::<MeetingOrganizer, meeting_organizer::ActiveModel>(organizer)
                .await?;
        }
        tx.delete::<Meeting, meeting::ActiveModel>(row).await?;
        tx.finish().await?;
        Ok(DeleteMeetingDraftPayload {
            deleted_meeting_id: Some(input.id),
            meeting: None,
            user_errors: Vec::new(),
        })
    }
}
