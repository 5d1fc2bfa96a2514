//! Mutations of meetings, of series of them and of who organises them. One line each.

use super::permission::permission;
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMeetingOrganizerInput, CancelMeetingInput, CreateMeetingInput, CreateMeetingSeriesInput,
    DeleteMeetingDraftInput, DeleteMeetingDraftPayload, InviteMeetingOrganizerInput, MarkMeetingHeldInput,
    MeetingPayload, MeetingSeriesPayload, MoveMeetingOnlineInput, OrganizerPayload, PostponeMeetingInput,
    PublishMeetingInput, RescheduleMeetingInput, UpdateMeetingInput, UpdateMeetingSeriesInput,
    WithdrawOrganizerInvitationInput,
};

#[derive(Default)]
pub struct MeetingsMutation;

#[Object]
impl MeetingsMutation {
    /// Enters a meeting series (Veranstaltungsreihe anlegen).
    #[graphql(directive = permission::apply(vec![Action::MeetingSeriesCreate]))]
    async fn create_meeting_series(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The series, and whose it is.")] input: CreateMeetingSeriesInput,
    ) -> Result<Option<MeetingSeriesPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_meeting_series(input).await?))
    }

    /// Changes a meeting series, or says that it has ended (Veranstaltungsreihe ändern).
    #[graphql(directive = permission::apply(vec![Action::MeetingSeriesUpdate, Action::MeetingSeriesCreate]))]
    async fn update_meeting_series(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which series, and what to change.")] input: UpdateMeetingSeriesInput,
    ) -> Result<Option<MeetingSeriesPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_meeting_series(input).await?))
    }

    /// Prepares a meeting as a draft (Veranstaltung anlegen).
    #[graphql(directive = permission::apply(vec![Action::MeetingCreate, Action::MeetingSeriesUpdate]))]
    async fn create_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting, and whose it is.")] input: CreateMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_meeting(input).await?))
    }

    /// Changes a meeting (Veranstaltung ändern).
    #[graphql(directive = permission::apply(vec![Action::MeetingUpdate, Action::MeetingReschedule, Action::MeetingMoveOnline, Action::MeetingPublish, Action::MeetingSeriesUpdate]))]
    async fn update_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and what to change.")] input: UpdateMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_meeting(input).await?))
    }

    /// Publishes a meeting once its host and all co-organisers have confirmed (veröffentlichen).
    #[graphql(directive = permission::apply(vec![Action::MeetingPublish]))]
    async fn publish_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] input: PublishMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.publish_meeting(input).await?))
    }

    /// Cancels a meeting (absagen).
    #[graphql(directive = permission::apply(vec![Action::MeetingCancel]))]
    async fn cancel_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and why.")] input: CancelMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.cancel_meeting(input).await?))
    }

    /// Gives a meeting a date, its first or another one (verlegen).
    #[graphql(directive = permission::apply(vec![Action::MeetingReschedule]))]
    async fn reschedule_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and when.")] input: RescheduleMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.reschedule_meeting(input).await?))
    }

    /// Puts a meeting off until another date is found (verschieben).
    #[graphql(directive = permission::apply(vec![Action::MeetingPostpone]))]
    async fn postpone_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and why.")] input: PostponeMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.postpone_meeting(input).await?))
    }

    /// Moves a meeting to the net (ins Netz verlegen).
    #[graphql(directive = permission::apply(vec![Action::MeetingMoveOnline]))]
    async fn move_meeting_online(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] input: MoveMeetingOnlineInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.move_meeting_online(input).await?))
    }

    /// Notes that a meeting has taken place (durchgeführt).
    #[graphql(directive = permission::apply(vec![Action::MeetingMarkHeld]))]
    async fn mark_meeting_held(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] input: MarkMeetingHeldInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.mark_meeting_held(input).await?))
    }

    /// Deletes a meeting that was never published (Entwurf löschen).
    #[graphql(directive = permission::apply(vec![Action::MeetingDelete]))]
    async fn delete_meeting_draft(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which draft.")] input: DeleteMeetingDraftInput,
    ) -> Result<Option<DeleteMeetingDraftPayload>> {
        Ok(Some(ctx.data::<Session>()?.delete_meeting_draft(input).await?))
    }

    /// Invites a party to organise a meeting (zur Mitveranstaltung einladen).
    #[graphql(directive = permission::apply(vec![Action::OrganizerInvite]))]
    async fn invite_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is invited to which meeting, and as what.")] input: InviteMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_meeting_organizer(input).await?))
    }

    /// Confirms that one organises a meeting (Mitveranstaltung bestätigen); nobody signs for another.
    #[graphql(directive = permission::apply(vec![Action::OrganizerConfirm]))]
    async fn confirm_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.confirm_meeting_organizer(input).await?))
    }

    /// Declines to organise a meeting (Mitveranstaltung ablehnen).
    #[graphql(directive = permission::apply(vec![Action::OrganizerDecline]))]
    async fn decline_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_meeting_organizer(input).await?))
    }

    /// Takes an invitation to organise a meeting back that is not answered yet (Einladung zurücknehmen).
    #[graphql(directive = permission::apply(vec![Action::OrganizerUninvite]))]
    async fn withdraw_organizer_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: WithdrawOrganizerInvitationInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_organizer_invitation(input).await?))
    }
}
