//! Mutations of meetings and of who organises them. One line each.

use async_graphql::{Context, Object, Result};
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMeetingOrganizerInput, CancelMeetingInput, CreateMeetingInput, DeleteMeetingDraftInput,
    DeleteMeetingDraftPayload, InviteMeetingOrganizerInput, MarkMeetingHeldInput, MeetingPayload,
    MoveMeetingOnlineInput, OrganizerPayload, PostponeMeetingInput, PublishMeetingInput, RescheduleMeetingInput,
    UpdateMeetingInput, WithdrawOrganizerInvitationInput,
};

#[derive(Default)]
pub struct MeetingsMutation;

#[Object]
impl MeetingsMutation {
    /// Prepares a meeting as a draft (Veranstaltung anlegen). Requires EDITOR of the municipality or COORDINATOR of the
    /// network whose meeting it shall be.
    async fn create_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The meeting, and whose it is.")] input: CreateMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_meeting(input).await?))
    }

    /// Changes a meeting (Veranstaltung ändern). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is; to move it, take it online or change who sees it: EDITOR of the
    /// municipality or COORDINATOR of the network whose meeting it is.
    async fn update_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and what to change.")] input: UpdateMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_meeting(input).await?))
    }

    /// Publishes a meeting once its host and all co-organisers have confirmed (veröffentlichen). Requires EDITOR of the
    /// municipality or COORDINATOR of the network whose meeting it is.
    async fn publish_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] input: PublishMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.publish_meeting(input).await?))
    }

    /// Cancels a meeting (absagen). Requires EDITOR of the municipality or COORDINATOR of the network whose meeting it
    /// is.
    async fn cancel_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and why.")] input: CancelMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.cancel_meeting(input).await?))
    }

    /// Gives a meeting a date, its first or another one (verlegen). Requires EDITOR of the municipality or COORDINATOR of the
    /// network whose meeting it is.
    async fn reschedule_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and when.")] input: RescheduleMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.reschedule_meeting(input).await?))
    }

    /// Puts a meeting off until another date is found (verschieben). Requires EDITOR of the municipality or COORDINATOR of the
    /// network whose meeting it is.
    async fn postpone_meeting(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting, and why.")] input: PostponeMeetingInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.postpone_meeting(input).await?))
    }

    /// Moves a meeting to the net (ins Netz verlegen). Requires EDITOR of the municipality or COORDINATOR of the network whose
    /// meeting it is.
    async fn move_meeting_online(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] input: MoveMeetingOnlineInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.move_meeting_online(input).await?))
    }

    /// Notes that a meeting has taken place (durchgeführt). Requires EDITOR of the municipality or COORDINATOR of the network
    /// whose meeting it is.
    async fn mark_meeting_held(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which meeting.")] input: MarkMeetingHeldInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.mark_meeting_held(input).await?))
    }

    /// Deletes a meeting that was never published (Entwurf löschen). Requires EDITOR of the municipality or COORDINATOR of the
    /// network whose meeting it is.
    async fn delete_meeting_draft(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which draft.")] input: DeleteMeetingDraftInput,
    ) -> Result<Option<DeleteMeetingDraftPayload>> {
        Ok(Some(ctx.data::<Session>()?.delete_meeting_draft(input).await?))
    }

    /// Invites a party to organise a meeting (zur Mitveranstaltung einladen). Requires EDITOR of the municipality or
    /// COORDINATOR of the network whose meeting it is.
    async fn invite_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is invited to which meeting, and as what.")] input: InviteMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_meeting_organizer(input).await?))
    }

    /// Confirms that one organises a meeting (Mitveranstaltung bestätigen); nobody signs for another. Requires EDITOR
    /// of the invited municipality, or of the one that keeps the invited organisation, or the invited network's
    /// COORDINATOR.
    async fn confirm_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.confirm_meeting_organizer(input).await?))
    }

    /// Declines to organise a meeting (Mitveranstaltung ablehnen). Requires EDITOR of the invited municipality, or of
    /// the one that keeps the invited organisation, or the invited network's COORDINATOR.
    async fn decline_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_meeting_organizer(input).await?))
    }

    /// Takes an invitation to organise a meeting back that is not answered yet (Einladung zurücknehmen). Requires EDITOR of the
    /// host, or the COORDINATOR of the network whose meeting it is.
    async fn withdraw_organizer_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: WithdrawOrganizerInvitationInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_organizer_invitation(input).await?))
    }
}
