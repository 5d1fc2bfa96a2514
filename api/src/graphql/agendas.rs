//! Mutations of what a meeting consists of: agendas, results, places, documents, who came. One line each.

use super::permission::permission;
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::session::Session;
use verbund_domain::{
    AttachDocumentInput, AttendancePayload, CreatePlaceInput, CreateSessionInput, CreateSessionResultInput,
    CreateSessionRoleInput, DeleteSessionInput, DeleteSessionResultInput, DeleteSessionRoleInput, DetachDocumentInput,
    DocumentPayload, EnterAttendanceInput, MeetingPayload, MunicipalityPayload, PlacePayload, ReorderSessionsInput,
    SessionPayload, SessionResultPayload, SessionResultSupportInput, SessionRolePayload, UpdateAttendanceInput,
    UpdateDocumentInput, UpdatePlaceInput, UpdateSessionInput, UpdateSessionResultInput, UpdateSessionRoleInput,
};

#[derive(Default)]
pub struct AgendasMutation;

#[Object]
impl AgendasMutation {
    /// Puts a session into the agenda of a meeting (Tagesordnungspunkt anlegen).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn create_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The session, and the meeting it is a part of.")] input: CreateSessionInput,
    ) -> Result<Option<SessionPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_session(input).await?))
    }

    /// Changes a session, or moves it in the tree (Tagesordnungspunkt ändern).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn update_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which session, and what to change.")] input: UpdateSessionInput,
    ) -> Result<Option<SessionPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_session(input).await?))
    }

    /// Removes a session with the roles in it (Tagesordnungspunkt löschen).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn delete_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which session.")] input: DeleteSessionInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.delete_session(input).await?))
    }

    /// Orders the sessions of a level anew (Tagesordnung ordnen).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn reorder_sessions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "All sessions of the level, in their new order.")] input: ReorderSessionsInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.reorder_sessions(input).await?))
    }

    /// Puts down who does what in a session or a meeting (Mitwirkung anlegen).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn create_session_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who does what, and who learns the name.")] input: CreateSessionRoleInput,
    ) -> Result<Option<SessionRolePayload>> {
        Ok(Some(ctx.data::<Session>()?.create_session_role(input).await?))
    }

    /// Changes who does what, or who learns the name (Mitwirkung ändern).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn update_session_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role, and what to change.")] input: UpdateSessionRoleInput,
    ) -> Result<Option<SessionRolePayload>> {
        Ok(Some(ctx.data::<Session>()?.update_session_role(input).await?))
    }

    /// Takes a role back (Mitwirkung löschen).
    #[graphql(directive = permission::apply(vec![Action::SessionRoleDelete]))]
    async fn delete_session_role(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which role.")] input: DeleteSessionRoleInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.delete_session_role(input).await?))
    }

    /// Puts down what came of a session (Ergebnis anlegen).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn create_session_result(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The result, and the session it comes from.")] input: CreateSessionResultInput,
    ) -> Result<Option<SessionResultPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_session_result(input).await?))
    }

    /// Changes a result (Ergebnis ändern).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn update_session_result(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which result, and what to change.")] input: UpdateSessionResultInput,
    ) -> Result<Option<SessionResultPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_session_result(input).await?))
    }

    /// Takes a result back (Ergebnis löschen).
    #[graphql(directive = permission::apply(vec![Action::AgendaUpdate]))]
    async fn delete_session_result(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which result.")] input: DeleteSessionResultInput,
    ) -> Result<Option<MeetingPayload>> {
        Ok(Some(ctx.data::<Session>()?.delete_session_result(input).await?))
    }

    /// Says that a municipality stands by a result (Ergebnis unterstützen); each speaks for itself.
    #[graphql(directive = permission::apply(vec![Action::SessionResultSupport]))]
    async fn support_session_result(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who stands by which result.")] input: SessionResultSupportInput,
    ) -> Result<Option<SessionResultPayload>> {
        Ok(Some(ctx.data::<Session>()?.support_session_result(input).await?))
    }

    /// Says that a municipality stands by a result no more (Unterstützung zurückziehen).
    #[graphql(directive = permission::apply(vec![Action::SessionResultSupportWithdraw]))]
    async fn withdraw_session_result_support(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who withdraws from which result.")] input: SessionResultSupportInput,
    ) -> Result<Option<SessionResultPayload>> {
        Ok(Some(
            ctx.data::<Session>()?.withdraw_session_result_support(input).await?,
        ))
    }

    /// Enters a place (Ort anlegen).
    #[graphql(directive = permission::apply(vec![Action::PlaceCreate]))]
    async fn create_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The place, and the municipality that keeps it.")] input: CreatePlaceInput,
    ) -> Result<Option<PlacePayload>> {
        Ok(Some(ctx.data::<Session>()?.create_place(input).await?))
    }

    /// Changes a place (Ort ändern).
    #[graphql(directive = permission::apply(vec![Action::PlaceUpdate, Action::VisibilityWiden]))]
    async fn update_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which place, and what to change.")] input: UpdatePlaceInput,
    ) -> Result<Option<PlacePayload>> {
        Ok(Some(ctx.data::<Session>()?.update_place(input).await?))
    }

    /// Attaches a document to a meeting, a session or a project (Dokument anfügen). Whoever attaches it organises the
    /// meeting or takes part in the project.
    #[graphql(directive = permission::apply(vec![Action::DocumentAttach]))]
    async fn attach_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The document, and what it belongs to.")] input: AttachDocumentInput,
    ) -> Result<Option<DocumentPayload>> {
        Ok(Some(ctx.data::<Session>()?.attach_document(input).await?))
    }

    /// Changes a document (Dokument ändern).
    #[graphql(directive = permission::apply(vec![Action::DocumentUpdate, Action::VisibilityWiden]))]
    async fn update_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document, and what to change.")] input: UpdateDocumentInput,
    ) -> Result<Option<DocumentPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_document(input).await?))
    }

    /// Takes a document away (Dokument entfernen).
    #[graphql(directive = permission::apply(vec![Action::DocumentUpdate]))]
    async fn detach_document(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which document.")] input: DetachDocumentInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.detach_document(input).await?))
    }

    /// Enters who came from a municipality (Teilnahme eintragen); each speaks for itself.
    #[graphql(directive = permission::apply(vec![Action::AttendanceEnter]))]
    async fn enter_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who came to which meeting.")] input: EnterAttendanceInput,
    ) -> Result<Option<AttendancePayload>> {
        Ok(Some(ctx.data::<Session>()?.enter_attendance(input).await?))
    }

    /// Corrects who came from a municipality, or shows it to others (Teilnahme ändern).
    #[graphql(directive = permission::apply(vec![Action::AttendanceUpdate, Action::VisibilityWiden]))]
    async fn update_attendance(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which line, and what to change.")] input: UpdateAttendanceInput,
    ) -> Result<Option<AttendancePayload>> {
        Ok(Some(ctx.data::<Session>()?.update_attendance(input).await?))
    }
}
