//! Mutations of change proposals. One line each.

use super::permission::permission;
use async_graphql::{Context, Object, Result};
use verbund_domain::access::Action;
use verbund_domain::session::Session;
use verbund_domain::{
    ChangeProposalPayload, DecideChangeProposalInput, ProposeChangeInput, RejectChangeProposalInput,
    WithdrawChangeProposalInput,
};

#[derive(Default)]
pub struct ProposalsMutation;

#[Object]
impl ProposalsMutation {
    /// Proposes to change a record that another municipality keeps (Änderung vorschlagen).
    #[graphql(directive = permission::apply(vec![Action::ChangePropose]))]
    async fn propose_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who proposes, what to change, and why.")] input: ProposeChangeInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.propose_change(input).await?))
    }

    /// Changes a record as proposed (Änderungsvorschlag annehmen). Where a field was changed otherwise meanwhile, that
    /// is a CONFLICT: the proposal becomes OUTDATED and shows the difference anew.
    #[graphql(directive = permission::apply(vec![Action::ChangeDecide, Action::MunicipalityUpdate, Action::OrganizationUpdate, Action::PersonUpdate, Action::PositionUpdate, Action::PositionPublish]))]
    async fn accept_change_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which proposal.")] input: DecideChangeProposalInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.accept_change_proposal(input).await?))
    }

    /// Leaves a record as it is (Änderungsvorschlag ablehnen).
    #[graphql(directive = permission::apply(vec![Action::ChangeDecide]))]
    async fn reject_change_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which proposal, and why not.")] input: RejectChangeProposalInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.reject_change_proposal(input).await?))
    }

    /// Takes a proposal back (Änderungsvorschlag zurückziehen).
    #[graphql(directive = permission::apply(vec![Action::ChangeWithdraw]))]
    async fn withdraw_change_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which proposal.")] input: WithdrawChangeProposalInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_change_proposal(input).await?))
    }
}
