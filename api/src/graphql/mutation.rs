//! Mutations: one line each. What they do and who may do it stands in the domain.

use async_graphql::{Context, Object, Result};
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMeetingOrganizerInput, AnswerMembershipInput, AnswerProjectParticipationInput, ApplyForMembershipInput,
    ArchiveProjectInput, AttachDocumentInput, AttendancePayload, CancelMeetingInput, CancelProjectInput,
    CompleteProjectInput, ContactPointPayload, CreateContactPointInput, CreateMeetingInput, CreateMunicipalityInput,
    CreatePlaceInput, CreateProjectInput, CreateSessionInput, CreateSessionRoleInput, CreateTopicInput,
    DecideMembershipInput, DeleteMeetingDraftInput, DeleteMeetingDraftPayload, DeleteSessionInput,
    DeleteSessionRoleInput, DetachDocumentInput, DocumentPayload, EndProjectParticipationInput, EnterAttendanceInput,
    HandOverProjectLeadInput, HoldProjectInput, InviteMeetingOrganizerInput, InviteMemberInput,
    InviteProjectParticipantInput, LeaveNetworkInput, MarkMeetingHeldInput, MeetingPayload, MembershipPayload,
    MoveMeetingOnlineInput, MunicipalityPayload, NetworkPayload, OrganizerPayload, ParticipationPayload, PlacePayload,
    PlanProjectInput, PostponeMeetingInput, ProjectPayload, PublishMeetingInput, ReopenProjectInput,
    ReorderSessionsInput, RescheduleMeetingInput, SessionPayload, SessionRolePayload, StartProjectInput, TopicPayload,
    UpdateAttendanceInput, UpdateContactPointInput, UpdateDocumentInput, UpdateMeetingInput, UpdateMunicipalityInput,
    UpdateMunicipalityKeysInput, UpdateNetworkInput, UpdatePlaceInput, UpdateProjectInput, UpdateSessionInput,
    UpdateSessionRoleInput, UpdateTopicInput, WithdrawContactPointInput,
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

    /// Decides that a project shall be carried out (planen). Requires EDITOR of the municipality that leads it.
    async fn plan_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: PlanProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.plan_project(input).await?))
    }

    /// Interrupts a project (ruhen lassen). Requires EDITOR of the municipality that leads it.
    async fn hold_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and why.")] input: HoldProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.hold_project(input).await?))
    }

    /// Completes a project (abschließen). Requires EDITOR of the municipality that leads it.
    async fn complete_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and what came of it.")] input: CompleteProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.complete_project(input).await?))
    }

    /// Gives a project up (abbrechen). Requires EDITOR of the municipality that leads it.
    async fn cancel_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and why.")] input: CancelProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.cancel_project(input).await?))
    }

    /// Puts a project away that is completed or given up (archivieren). Requires ADMIN of the municipality that led it.
    async fn archive_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: ArchiveProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.archive_project(input).await?))
    }

    /// Goes on with a completed project (wiederaufnehmen). Requires ADMIN of the municipality that leads it.
    async fn reopen_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: ReopenProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.reopen_project(input).await?))
    }

    /// Offers the lead of a project (Federführung übergeben); it passes when the other has confirmed, and whoever led stays as
    /// a partner. Requires ADMIN of the municipality that leads it.
    async fn hand_over_project_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and to whom.")] input: HandOverProjectLeadInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.hand_over_project_lead(input).await?))
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

    /// Ends the part of another in a project (Beteiligung beenden). Requires ADMIN of the municipality that leads it.
    async fn end_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which part, and why.")] input: EndProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.end_project_participation(input).await?))
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

    /// Changes what a network says of itself (Netzwerk ändern). Requires COORDINATOR of it.
    async fn update_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which network, and what to change.")] input: UpdateNetworkInput,
    ) -> Result<Option<NetworkPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_network(input).await?))
    }

    /// Asks to join a network (Mitgliedschaft beantragen). Requires ADMIN of the municipality.
    async fn apply_for_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who wants to join which network.")] input: ApplyForMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.apply_for_membership(input).await?))
    }

    /// Invites a municipality to join a network (Mitglied einladen); it has 60 days to answer. Requires COORDINATOR of the
    /// network.
    async fn invite_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is invited to which network.")] input: InviteMemberInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_member(input).await?))
    }

    /// Accepts a membership (annehmen), which begins with that: an application, as COORDINATOR of the network; an
    /// invitation, as ADMIN of the invited municipality.
    async fn accept_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which application or invitation.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.accept_membership(input).await?))
    }

    /// Refuses an application (Antrag ablehnen). Requires COORDINATOR of the network.
    async fn reject_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which application, and why.")] input: DecideMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.reject_membership(input).await?))
    }

    /// Declines an invitation to join a network (ausschlagen). Requires ADMIN of the invited municipality.
    async fn decline_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_membership(input).await?))
    }

    /// Lets a membership rest (ruhen lassen): with its next request, the municipality sees and does nothing of the network's
    /// any more. Requires COORDINATOR of the network.
    async fn suspend_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership, and why.")] input: DecideMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.suspend_membership(input).await?))
    }

    /// Lets a membership that rests go on (wieder aufnehmen). Requires COORDINATOR of the network.
    async fn resume_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.resume_membership(input).await?))
    }

    /// Leaves a network (austreten), also while the membership rests. Parts in projects with those who stay end with it;
    /// contacts for networks are kept in the house if this was the last one. Requires ADMIN of the municipality.
    async fn leave_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership, and why.")] input: LeaveNetworkInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.leave_network(input).await?))
    }

    /// Ends a membership for the network (Mitgliedschaft beenden), with what leaving brings. Requires COORDINATOR of the
    /// network.
    async fn terminate_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership, and why.")] input: DecideMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.terminate_membership(input).await?))
    }

    /// Enters a topic, which is for all networks (Thema anlegen). Requires COORDINATOR of the network that is named.
    async fn create_topic(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The topic.")] input: CreateTopicInput,
    ) -> Result<Option<TopicPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_topic(input).await?))
    }

    /// Changes a topic (Thema ändern). Requires COORDINATOR of any network.
    async fn update_topic(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which topic, and what to change.")] input: UpdateTopicInput,
    ) -> Result<Option<TopicPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_topic(input).await?))
    }

    /// Enters a municipality that may be invited then (Kommune anlegen). Requires COORDINATOR of the network that is named.
    async fn create_municipality(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The municipality, with its official keys.")] input: CreateMunicipalityInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_municipality(input).await?))
    }

    /// Corrects a municipality's official keys and names (Schlüssel und Namen). Requires COORDINATOR of a network that it
    /// belongs to; of any network while it belongs to none.
    async fn update_municipality_keys(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which municipality, and what to correct.")] input: UpdateMunicipalityKeysInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_municipality_keys(input).await?))
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
