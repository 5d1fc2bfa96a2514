//! Mutations: one line each. What they do and who may do it stands in the domain.

use async_graphql::{Context, Object, Result};
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMeetingOrganizerInput, AnswerProjectParticipationInput, AttachDocumentInput, AttendancePayload,
    CancelMeetingInput, ContactPointPayload, CreateContactPointInput, CreateMeetingInput, CreatePlaceInput,
    CreateProjectInput, CreateSessionInput, CreateSessionRoleInput, DeleteSessionInput, DeleteSessionRoleInput,
    DetachDocumentInput, DocumentPayload, EnterAttendanceInput, InviteMeetingOrganizerInput,
    InviteProjectParticipantInput, MeetingPayload, MunicipalityPayload, OrganizerPayload, ParticipationPayload,
    PlacePayload, ProjectPayload, PublishMeetingInput, ReorderSessionsInput, SessionPayload, SessionRolePayload,
    StartProjectInput, UpdateAttendanceInput, UpdateContactPointInput, UpdateDocumentInput, UpdateMeetingInput,
    UpdateMunicipalityInput, UpdatePlaceInput, UpdateProjectInput, UpdateSessionInput, UpdateSessionRoleInput,
    WithdrawContactPointInput,
};

#[derive(Default)]
pub struct RegisterMutation;

#[Object]
impl RegisterMutation {
    /// Keeps a municipality's profile (Profil der Kommune). Requires EDITOR of it.
    async fn update_municipality(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which municipality, and what to change.")] input: UpdateMunicipalityInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_municipality(input).await?))
    }

    /// Enters a contact (Kontakt anlegen). Requires EDITOR of the municipality that keeps it; ADMIN to make it public,
    /// unless as a FUNCTIONAL_ADDRESS of no position.
    async fn create_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The contact, what it belongs to and who sees it.")] input: CreateContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_contact_point(input).await?))
    }

    /// Changes a contact (Kontakt ändern). Requires EDITOR of its municipality; ADMIN if it becomes or stays public,
    /// unless as a FUNCTIONAL_ADDRESS of no position.
    async fn update_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which contact, and what to change.")] input: UpdateContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_contact_point(input).await?))
    }

    /// Withdraws a contact at once (Kontakt zurückziehen). Requires EDITOR of its municipality.
    async fn withdraw_contact_point(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which contact.")] input: WithdrawContactPointInput,
    ) -> Result<Option<ContactPointPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_contact_point(input).await?))
    }

    /// Founds a project as an idea (Projekt anlegen). Requires EDITOR of the municipality that leads it; ADMIN to make
    /// it public.
    async fn create_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The project, and the municipality that leads it.")] input: CreateProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_project(input).await?))
    }

    /// Changes a project (Projekt ändern). Requires EDITOR of its lead; ADMIN to make it public or to end that.
    async fn update_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and what to change.")] input: UpdateProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_project(input).await?))
    }

    /// Starts a project, or goes on with one that rests (Projekt starten), once its lead and another municipality have
    /// confirmed. Requires EDITOR of its lead.
    async fn start_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: StartProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.start_project(input).await?))
    }

    /// Invites a party to a project (einladen). Requires EDITOR of its lead; to offer the lead: ADMIN of a municipality
    /// that takes part.
    async fn invite_project_participant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is invited to which project, and as what.")] input: InviteProjectParticipantInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_project_participant(input).await?))
    }

    /// Confirms one's own part in a project (bestätigen); nobody signs for another. Requires EDITOR of the invited
    /// municipality, or of the one that keeps the invited organisation; ADMIN to take the lead.
    async fn confirm_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.confirm_project_participation(input).await?))
    }

    /// Declines an invitation to a project (ablehnen). Requires EDITOR of the invited municipality, or of the one that
    /// keeps the invited organisation; ADMIN to decline the lead.
    async fn decline_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_project_participation(input).await?))
    }

    /// Ends one's own part in a project (zurückziehen). Requires ADMIN of the municipality that takes part, or of the
    /// one that keeps the organisation.
    async fn withdraw_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which part.")] input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(
            ctx.data::<Session>()?.withdraw_project_participation(input).await?,
        ))
    }

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

    /// Puts a session into the agenda of a meeting (Tagesordnungspunkt anlegen). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is.
    async fn create_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The session, and the meeting it is a part of.")] input: CreateSessionInput,
    ) -> Result<Option<SessionPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_session(input).await?))
    }

    /// Changes a session, or moves it in the tree (Tagesordnungspunkt ändern). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is.
    async fn update_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which session, and what to change.")] input: UpdateSessionInput,
    ) -> Result<Option<SessionPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_session(input).await?))
    }

    /// Removes a session with the roles in it (Tagesordnungspunkt löschen). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is.
    async fn delete_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which session.")] input: DeleteSessionInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.delete_session(input).await?))
    }

    /// Orders the sessions of a level anew (Tagesordnung ordnen). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is.
    async fn reorder_sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "All sessions of the level, in their new order.")] input: ReorderSessionsInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.reorder_sessions(input).await?))
    }

    /// Puts down who does what in a session or a meeting (Mitwirkung anlegen). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is.
    async fn create_session_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who does what, and who learns the name.")] input: CreateSessionRoleInput,
    ) -> Result<Option<SessionRolePayload>> {
        Ok(Some(ctx.data::<Session>()?.create_session_role(input).await?))
    }

    /// Changes who does what, or who learns the name (Mitwirkung ändern). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is.
    async fn update_session_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role, and what to change.")] input: UpdateSessionRoleInput,
    ) -> Result<Option<SessionRolePayload>> {
        Ok(Some(ctx.data::<Session>()?.update_session_role(input).await?))
    }

    /// Takes a role back (Mitwirkung löschen). Requires EDITOR of a confirmed host or co-organiser, or the
    /// COORDINATOR of the network whose meeting it is.
    async fn delete_session_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role.")] input: DeleteSessionRoleInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.delete_session_role(input).await?))
    }

    /// Enters a place (Ort anlegen). Requires EDITOR of the municipality that keeps it.
    async fn create_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The place, and the municipality that keeps it.")] input: CreatePlaceInput,
    ) -> Result<Option<PlacePayload>> {
        Ok(Some(ctx.data::<Session>()?.create_place(input).await?))
    }

    /// Changes a place (Ort ändern). Requires EDITOR of the municipality that keeps it.
    async fn update_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which place, and what to change.")] input: UpdatePlaceInput,
    ) -> Result<Option<PlacePayload>> {
        Ok(Some(ctx.data::<Session>()?.update_place(input).await?))
    }

    /// Attaches a document to a meeting, a session or a project (Dokument anfügen). Requires EDITOR of a municipality that
    /// organises the meeting or takes part in the project.
    async fn attach_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The document, and what it belongs to.")] input: AttachDocumentInput,
    ) -> Result<Option<DocumentPayload>> {
        Ok(Some(ctx.data::<Session>()?.attach_document(input).await?))
    }

    /// Changes a document (Dokument ändern). Requires EDITOR of the municipality that has attached it.
    async fn update_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document, and what to change.")] input: UpdateDocumentInput,
    ) -> Result<Option<DocumentPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_document(input).await?))
    }

    /// Takes a document away (Dokument entfernen). Requires EDITOR of the municipality that has attached it.
    async fn detach_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document.")] input: DetachDocumentInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.detach_document(input).await?))
    }

    /// Enters who came from a municipality (Teilnahme eintragen); each speaks for itself. Requires EDITOR of it.
    async fn enter_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who came to which meeting.")] input: EnterAttendanceInput,
    ) -> Result<Option<AttendancePayload>> {
        Ok(Some(ctx.data::<Session>()?.enter_attendance(input).await?))
    }

    /// Corrects who came from a municipality, or shows it to others (Teilnahme ändern). Requires EDITOR of it.
    async fn update_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which line, and what to change.")] input: UpdateAttendanceInput,
    ) -> Result<Option<AttendancePayload>> {
        Ok(Some(ctx.data::<Session>()?.update_attendance(input).await?))
    }
}
