//! A proposal is refused by the city that keeps the record, or taken back by the one that made it.

use super::propose::ChangeProposalPayload;
use super::{ChangeProposal, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::TextRule;
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::change_proposal::ProposalStatus;

/// The proposal to refuse (Änderungsvorschlag ablehnen).
#[derive(InputObject)]
pub struct RejectChangeProposalInput {
    /// A proposal that is open or outdated (Änderungsvorschlag).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
    /// Why, at most 1,000 characters; who proposed it reads this (Begründung).
    pub note: String,
}

/// The proposal to take back (Änderungsvorschlag zurückziehen).
#[derive(InputObject)]
pub struct WithdrawChangeProposalInput {
    /// A proposal that is open or outdated (Änderungsvorschlag).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Leaves a record as it is.
    pub async fn reject_change_proposal(
        &self,
        input: RejectChangeProposalInput,
    ) -> Result<ChangeProposalPayload, Error> {
        let end = (Action::ChangeDecide, ProposalStatus::Rejected);
        self.end_proposal(&input.id, input.expected_revision, end, Some(&input.note))
            .await
    }

    /// Takes a proposal back.
    pub async fn withdraw_change_proposal(
        &self,
        input: WithdrawChangeProposalInput,
    ) -> Result<ChangeProposalPayload, Error> {
        let end = (Action::ChangeWithdraw, ProposalStatus::Withdrawn);
        self.end_proposal(&input.id, input.expected_revision, end, None).await
    }

    async fn end_proposal(
        &self,
        id: &ID,
        expected_revision: Option<i32>,
        (action, to): (Action, ProposalStatus),
        note: Option<&str>,
    ) -> Result<ChangeProposalPayload, Error> {
        let (mut tx, proposal) = self.edit::<ChangeProposal>(action, id).await?;
        let id = proposal.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(expected_revision, proposal.revision) {
            return Ok(ChangeProposalPayload::refused_at(id, problems));
        }
        if !states::UNDECIDED.contains(&proposal.status) {
            problems.wrong_state("id", &proposal.status, states::UNDECIDED);
        }
        let note = note.map(|note| problems.text("note", note, TextRule::REASON));
        if !problems.none() {
            return Ok(ChangeProposalPayload::refused(problems));
        }
        let mut ended = proposal.into_active_model();
        ended.status = Set(to);
        ended.decided_at = Set(Some(tx.now()));
        ended.decision_note.set_if_not_equals(note);
        tx.update::<ChangeProposal, _>(ended, &[]).await?;
        tx.finish().await?;
        Ok(ChangeProposalPayload::done(id))
    }
}
