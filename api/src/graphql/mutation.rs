//! Mutations: one line each. What they do and who may do it stands in the domain.

use async_graphql::{Context, Object, Result};
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMeetingOrganizerInput, AnswerProjectParticipationInput, CancelMeetingInput, ContactPointPayload,
    CreateContactPointInput, CreateMeetingInput, CreateProjectInput, InviteMeetingOrganizerInput,
    InviteProjectParticipantInput, MeetingPayload, MunicipalityPayload, OrganizerPayload, ParticipationPayload,
    ProjectPayload, PublishMeetingInput, StartProjectInput, UpdateContactPointInput, UpdateMeetingInput,
    UpdateMunicipalityInput, UpdateProjectInput, WithdrawContactPointInput,
};

#[derive(Default)]
pub struct RegisterMutation;

#[Object]
impl RegisterMutation {
    /// Keeps a municipality's profile (Profil der Kommune). Requires EDITOR of it.
    async fn update_municipality(
        &self,
        ctx: &Context<'_>,
        input: UpdateMunicipalityInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_municipality(input).await?))
    }

    /// Enters a contact (Kontakt anlegen). Requires EDITOR of its municipality; ADMIN to make a personal one public.
    async fn create_contact_point(
        &self,
        ctx: &Context<'_>,
        input: CreateContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_contact_point(input).await?))
    }

    /// Changes a contact. Requires EDITOR of its municipality; ADMIN to make a personal one public.
    async fn update_contact_point(
        &self,
        ctx: &Context<'_>,
        input: UpdateContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_contact_point(input).await?))
    }

    /// Withdraws a contact at once (Kontakt zurückziehen). Requires EDITOR of its municipality.
    async fn withdraw_contact_point(
        &self,
        ctx: &Context<'_>,
        input: WithdrawContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_contact_point(input).await?))
    }

    /// Founds a project as an idea (Projekt anlegen). Requires EDITOR of the municipality that leads it.
    async fn create_project(&self, ctx: &Context<'_>, input: CreateProjectInput) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_project(input).await?))
    }

    /// Changes a project. Requires EDITOR of its lead; ADMIN to make it public.
    async fn update_project(&self, ctx: &Context<'_>, input: UpdateProjectInput) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_project(input).await?))
    }

    /// Starts a project (Projekt starten): with a confirmed lead and two confirmed municipalities. Requires EDITOR of its lead.
    async fn start_project(&self, ctx: &Context<'_>, input: StartProjectInput) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.start_project(input).await?))
    }

    /// Invites a party to a project (einladen). Requires EDITOR of its lead.
    async fn invite_project_participant(
        &self,
        ctx: &Context<'_>,
        input: InviteProjectParticipantInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_project_participant(input).await?))
    }

    /// Confirms one's own part (bestätigen); nobody signs for another. Requires EDITOR of the invited, ADMIN to lead.
    async fn confirm_project_participation(
        &self,
        ctx: &Context<'_>,
        input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.confirm_project_participation(input).await?))
    }

    /// Declines an invitation (ablehnen). Requires EDITOR of the invited.
    async fn decline_project_participation(
        &self,
        ctx: &Context<'_>,
        input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_project_participation(input).await?))
    }

    /// Ends one's own part (zurückziehen). Requires ADMIN of the party.
    async fn withdraw_project_participation(
        &self,
        ctx: &Context<'_>,
        input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(
            ctx.data::<Session>()?.withdraw_project_participation(input).await?,
        ))
    }

    /// Prepares a meeting as a draft (Veranstaltung anlegen). Requires EDITOR of its host, or its network's COORDINATOR.
    async fn create_meeting(&self, ctx: &Context<'_>, input: CreateMeetingInput) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_meeting(input).await?))
    }

    /// Changes a meeting. Requires EDITOR of a confirmed host or co-organiser.
    async fn update_meeting(&self, ctx: &Context<'_>, input: UpdateMeetingInput) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_meeting(input).await?))
    }

    /// Publishes a meeting once all hosts and co-organisers have confirmed (veröffentlichen). Requires EDITOR of its host.
    async fn publish_meeting(&self, ctx: &Context<'_>, input: PublishMeetingInput) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.publish_meeting(input).await?))
    }

    /// Cancels a meeting (absagen). Requires EDITOR of its host.
    async fn cancel_meeting(&self, ctx: &Context<'_>, input: CancelMeetingInput) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.cancel_meeting(input).await?))
    }

    /// Invites a party to organise a meeting. Requires EDITOR of its host.
    async fn invite_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        input: InviteMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_meeting_organizer(input).await?))
    }

    /// Confirms that one organises a meeting; nobody signs for another. Requires EDITOR of the invited.
    async fn confirm_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        input: AnswerMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.confirm_meeting_organizer(input).await?))
    }

    /// Declines to organise a meeting. Requires EDITOR of the invited.
    async fn decline_meeting_organizer(
        &self,
        ctx: &Context<'_>,
        input: AnswerMeetingOrganizerInput,
    ) -> Result<Option<OrganizerPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_meeting_organizer(input).await?))
    }
}
