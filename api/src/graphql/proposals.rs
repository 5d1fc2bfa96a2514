//! Mutations of change proposals. One line each.

use async_graphql::{Context, Object, Result};
use verbund_domain::session::Session;
use verbund_domain::{
    ChangeProposalPayload, DecideChangeProposalInput, ProposeChangeInput, RejectChangeProposalInput,
    WithdrawChangeProposalInput,
};

#[derive(Default)]
pub struct ProposalsMutation;

#[Object]
impl ProposalsMutation {
    /// Proposes to change a record that another municipality keeps (Änderung vorschlagen). Requires EDITOR of the
    /// municipality in whose name it is proposed.
    async fn propose_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who proposes, what to change, and why.")] input: ProposeChangeInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.propose_change(input).await?))
    }

    /// Changes a record as proposed (Änderungsvorschlag annehmen). Where a field was changed otherwise meanwhile, that is
    /// a CONFLICT: the proposal becomes OUTDATED and shows the difference anew. Requires EDITOR of the municipality that
    /// keeps the record.
    async fn accept_change_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which proposal.")] input: DecideChangeProposalInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.accept_change_proposal(input).await?))
    }

    /// Leaves a record as it is (Änderungsvorschlag ablehnen). Requires EDITOR of the municipality that keeps the record.
    async fn reject_change_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which proposal, and why not.")] input: RejectChangeProposalInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.reject_change_proposal(input).await?))
    }

    /// Takes a proposal back (Änderungsvorschlag zurückziehen). Requires EDITOR of the municipality that made it.
    async fn withdraw_change_proposal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which proposal.")] input: WithdrawChangeProposalInput,
    ) -> Result<Option<ChangeProposalPayload>> {
        Ok(Some(ctx.data::<Session>()?.withdraw_change_proposal(input).await?))
    }
}
