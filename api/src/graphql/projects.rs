//! Mutations of projects and of who takes part in them. One line each.

use super::permission::permission;
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerProjectParticipationInput, ArchiveProjectInput, CancelProjectInput, CompleteProjectInput, CreateProjectInput,
    EndProjectParticipationInput, HandOverProjectLeadInput, HoldProjectInput, InviteProjectParticipantInput,
    ParticipationPayload, PlanProjectInput, ProjectPayload, ReopenProjectInput, StartProjectInput, UpdateProjectInput,
    WithdrawProjectInvitationInput,
};

#[derive(Default)]
pub struct ProjectsMutation;

#[Object]
impl ProjectsMutation {
    /// Founds a project as an idea (Projekt anlegen).
    #[graphql(directive = permission::apply(vec![Action::ProjectCreate, Action::ProjectPublish]))]
    async fn create_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The project, and the municipality that leads it.")] input: CreateProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_project(input).await?))
    }

    /// Changes a project (Projekt ändern).
    #[graphql(directive = permission::apply(vec![Action::ProjectUpdate, Action::ProjectPublish]))]
    async fn update_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and what to change.")] input: UpdateProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_project(input).await?))
    }

    /// Starts a project, or goes on with one that rests (Projekt starten), once its lead and another municipality have
    /// confirmed.
    #[graphql(directive = permission::apply(vec![Action::ProjectStart]))]
    async fn start_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: StartProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.start_project(input).await?))
    }

    /// Decides that a project shall be carried out (planen).
    #[graphql(directive = permission::apply(vec![Action::ProjectPlan]))]
    async fn plan_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: PlanProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.plan_project(input).await?))
    }

    /// Interrupts a project (ruhen lassen).
    #[graphql(directive = permission::apply(vec![Action::ProjectHold]))]
    async fn hold_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and why.")] input: HoldProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.hold_project(input).await?))
    }

    /// Completes a project (abschließen).
    #[graphql(directive = permission::apply(vec![Action::ProjectComplete]))]
    async fn complete_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and what came of it.")] input: CompleteProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.complete_project(input).await?))
    }

    /// Gives a project up (abbrechen).
    #[graphql(directive = permission::apply(vec![Action::ProjectCancel]))]
    async fn cancel_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and why.")] input: CancelProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.cancel_project(input).await?))
    }

    /// Puts a project away that is completed or given up (archivieren).
    #[graphql(directive = permission::apply(vec![Action::ProjectArchive]))]
    async fn archive_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: ArchiveProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.archive_project(input).await?))
    }

    /// Goes on with a completed project (wiederaufnehmen).
    #[graphql(directive = permission::apply(vec![Action::ProjectReopen]))]
    async fn reopen_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project.")] input: ReopenProjectInput,
    ) -> Result<Option<ProjectPayload>> {
        Ok(Some(ctx.data::<Session>()?.reopen_project(input).await?))
    }

    /// Offers the lead of a project (Federführung übergeben); it passes when the other has confirmed, and whoever led
    /// stays as a partner.
    #[graphql(directive = permission::apply(vec![Action::LeadHandOver]))]
    async fn hand_over_project_lead(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which project, and to whom.")] input: HandOverProjectLeadInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.hand_over_project_lead(input).await?))
    }

    /// Invites a party to a project (einladen).
    #[graphql(directive = permission::apply(vec![Action::ParticipationInvite, Action::LeadOffer]))]
    async fn invite_project_participant(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is invited to which project, and as what.")] input: InviteProjectParticipantInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_project_participant(input).await?))
    }

    /// Confirms one's own part in a project (bestätigen); nobody signs for another.
    #[graphql(directive = permission::apply(vec![Action::ParticipationConfirm, Action::LeadAccept]))]
    async fn confirm_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.confirm_project_participation(input).await?))
    }

    /// Declines an invitation to a project (ablehnen).
    #[graphql(directive = permission::apply(vec![Action::ParticipationDecline, Action::LeadDecline]))]
    async fn decline_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_project_participation(input).await?))
    }

    /// Takes an invitation to a project back that is not answered yet (Einladung zurücknehmen).
    #[graphql(directive = permission::apply(vec![Action::ParticipationUninvite, Action::LeadOfferWithdraw]))]
    async fn withdraw_project_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: WithdrawProjectInvitationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_project_invitation(input).await?))
    }

    /// Ends one's own part in a project (zurückziehen).
    #[graphql(directive = permission::apply(vec![Action::ParticipationWithdraw]))]
    async fn withdraw_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which part.")] input: AnswerProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(
            ctx.data::<Session>()?.withdraw_project_participation(input).await?,
        ))
    }

    /// Ends the part of another in a project (Beteiligung beenden).
    #[graphql(directive = permission::apply(vec![Action::ParticipationEnd]))]
    async fn end_project_participation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which part, and why.")] input: EndProjectParticipationInput,
    ) -> Result<Option<ParticipationPayload>> {
        Ok(Some(ctx.data::<Session>()?.end_project_participation(input).await?))
    }
}
