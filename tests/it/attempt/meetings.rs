//! Each step of a meeting.

use crate::small_world::{House, World};
use async_graphql::ID;
use chrono::TimeDelta;
use verbund_domain::access::Action;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::values::DateTime;
use verbund_domain::{
    DeleteMeetingDraftInput, MarkMeetingHeldInput, MoveMeetingOnlineInput, PostponeMeetingInput,
    RescheduleMeetingInput, WithdrawOrganizerInvitationInput,
};

pub async fn step(world: &World, session: &Session, action: Action, house: &House) -> Result<Vec<UserError>, Error> {
    let expected_revision = None;
    Ok(match action {
        Action::MeetingReschedule => {
            let start = world.now + TimeDelta::days(60);
            let input = RescheduleMeetingInput {
                id: ID::from(&house.meeting),
                starts_at: DateTime(start),
                ends_at: DateTime(start + TimeDelta::hours(2)),
                doors_open_at: None,
                expected_revision,
            };
            session.reschedule_meeting(input).await?.user_errors
        }
        Action::MeetingPostpone => {
            let input = PostponeMeetingInput {
                id: ID::from(&house.meeting),
                reason: "Der Saal ist nicht frei.".into(),
                expected_revision,
            };
            session.postpone_meeting(input).await?.user_errors
        }
        Action::MeetingMoveOnline => {
            let id = ID::from(&house.meeting);
            session
                .move_meeting_online(MoveMeetingOnlineInput { id, expected_revision })
                .await?
                .user_errors
        }
        Action::MeetingMarkHeld => {
            let id = ID::from(&house.over);
            session
                .mark_meeting_held(MarkMeetingHeldInput { id, expected_revision })
                .await?
                .user_errors
        }
        Action::MeetingDelete => {
            let id = ID::from(&house.draft);
            session
                .delete_meeting_draft(DeleteMeetingDraftInput { id, expected_revision })
                .await?
                .user_errors
        }
        Action::OrganizerUninvite => {
            let id = ID::from(&house.asked_organizer);
            session
                .withdraw_organizer_invitation(WithdrawOrganizerInvitationInput { id, expected_revision })
                .await?
                .user_errors
        }
        action => panic!("{action:?} is no step of a meeting"),
    })
}
