//! Mutations of networks: who belongs to them, topics, the municipalities there are. One line each.

use super::permission::permission;
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerMembershipInput, ApplyForMembershipInput, CreateMunicipalityInput, CreateTopicInput, DecideMembershipInput,
    InviteMemberInput, LeaveNetworkInput, MembershipPayload, MunicipalityPayload, NetworkPayload, TopicPayload,
    UpdateMunicipalityKeysInput, UpdateNetworkInput, UpdateTopicInput,
};

#[derive(Default)]
pub struct NetworksMutation;

#[Object]
impl NetworksMutation {
    /// Changes what a network says of itself (Netzwerk ändern).
    #[graphql(directive = permission::apply(vec![Action::NetworkUpdate]))]
    async fn update_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which network, and what to change.")] input: UpdateNetworkInput,
    ) -> Result<Option<NetworkPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_network(input).await?))
    }

    /// Asks to join a network (Mitgliedschaft beantragen).
    #[graphql(directive = permission::apply(vec![Action::MembershipApply]))]
    async fn apply_for_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who wants to join which network.")] input: ApplyForMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.apply_for_membership(input).await?))
    }

    /// Invites a municipality to join a network (Mitglied einladen); it has 60 days to answer.
    #[graphql(directive = permission::apply(vec![Action::MembershipInvite]))]
    async fn invite_member(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who is invited to which network.")] input: InviteMemberInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.invite_member(input).await?))
    }

    /// Accepts an application or an invitation (annehmen): the membership begins with that.
    #[graphql(directive = permission::apply(vec![Action::MembershipAdmit, Action::MembershipAccept]))]
    async fn accept_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which application or invitation.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.accept_membership(input).await?))
    }

    /// Refuses an application (Antrag ablehnen).
    #[graphql(directive = permission::apply(vec![Action::MembershipReject]))]
    async fn reject_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which application, and why.")] input: DecideMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.reject_membership(input).await?))
    }

    /// Declines an invitation to join a network (ausschlagen).
    #[graphql(directive = permission::apply(vec![Action::MembershipDecline]))]
    async fn decline_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.decline_membership(input).await?))
    }

    /// Takes an application back that is not decided yet (Antrag zurücknehmen).
    #[graphql(directive = permission::apply(vec![Action::MembershipWithdraw]))]
    async fn withdraw_application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which application.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_application(input).await?))
    }

    /// Takes an invitation to join a network back that is not answered yet (Einladung zurücknehmen).
    #[graphql(directive = permission::apply(vec![Action::MembershipUninvite]))]
    async fn withdraw_member_invitation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which invitation.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_member_invitation(input).await?))
    }

    /// Lets a membership rest (ruhen lassen): with its next request, the municipality sees and does nothing of the
    /// network's any more.
    #[graphql(directive = permission::apply(vec![Action::MembershipSuspend]))]
    async fn suspend_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership, and why.")] input: DecideMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.suspend_membership(input).await?))
    }

    /// Lets a membership that rests go on (wieder aufnehmen).
    #[graphql(directive = permission::apply(vec![Action::MembershipResume]))]
    async fn resume_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership.")] input: AnswerMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.resume_membership(input).await?))
    }

    /// Leaves a network (austreten), also while the membership rests. Parts in projects with those who stay end with
    /// it; contacts for networks are kept in the house if this was the last one.
    #[graphql(directive = permission::apply(vec![Action::MembershipLeave]))]
    async fn leave_network(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership, and why.")] input: LeaveNetworkInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.leave_network(input).await?))
    }

    /// Ends a membership for the network (Mitgliedschaft beenden), with what leaving brings.
    #[graphql(directive = permission::apply(vec![Action::MembershipTerminate]))]
    async fn terminate_membership(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which membership, and why.")] input: DecideMembershipInput,
    ) -> Result<Option<MembershipPayload>> {
        Ok(Some(ctx.data::<Session>()?.terminate_membership(input).await?))
    }

    /// Enters a topic, which is for all networks (Thema anlegen).
    #[graphql(directive = permission::apply(vec![Action::TopicCreate]))]
    async fn create_topic(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The topic.")] input: CreateTopicInput,
    ) -> Result<Option<TopicPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_topic(input).await?))
    }

    /// Changes a topic (Thema ändern).
    #[graphql(directive = permission::apply(vec![Action::TopicUpdate]))]
    async fn update_topic(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which topic, and what to change.")] input: UpdateTopicInput,
    ) -> Result<Option<TopicPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_topic(input).await?))
    }

    /// Enters a municipality that may be invited then (Kommune anlegen).
    #[graphql(directive = permission::apply(vec![Action::MunicipalityCreate]))]
    async fn create_municipality(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The municipality, with its official keys.")] input: CreateMunicipalityInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.create_municipality(input).await?))
    }

    /// Corrects a municipality's official keys and names (Schlüssel und Namen).
    #[graphql(directive = permission::apply(vec![Action::MunicipalityUpdateKeys]))]
    async fn update_municipality_keys(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which municipality, and what to correct.")] input: UpdateMunicipalityKeysInput,
    ) -> Result<Option<MunicipalityPayload>> {
        Ok(Some(ctx.data::<Session>()?.update_municipality_keys(input).await?))
    }
}
