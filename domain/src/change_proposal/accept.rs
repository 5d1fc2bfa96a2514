//! The city that keeps a record changes it as proposed.

use super::change::{ProposedChange, against};
use super::given::restored;
use super::propose::ChangeProposalPayload;
use super::subject::Changed;
use super::{ChangeProposal, Proposable, states};
use crate::access::Action;
use crate::error::{Error, UserErrorCode};
use crate::problems::{Message, Problems};
use crate::session::{Row, Session, Tx};
use crate::values::TextRule;
use crate::{Municipality, Organization, Person, Position};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;
use verbund_entity::change_proposal::ProposalStatus;

/// The proposal to accept (Änderungsvorschlag annehmen).
#[derive(InputObject)]
pub struct DecideChangeProposalInput {
    /// A proposal that is open or outdated (Änderungsvorschlag).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
    /// What is to be said about it, at most 1,000 characters (Anmerkung).
    pub note: Option<String>,
}

impl Session {
    /// Changes a record as proposed. If a field that it is about was changed meanwhile, nothing happens to the record: the
    /// proposal then is outdated and tells the difference anew.
    pub async fn accept_change_proposal(
        &self,
        input: DecideChangeProposalInput,
    ) -> Result<ChangeProposalPayload, Error> {
        let (tx, proposal) = self.edit::<ChangeProposal>(Action::ChangeDecide, &input.id).await?;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, proposal.revision) {
            return Ok(ChangeProposalPayload::refused_at(proposal.id, problems));
        }
        if !states::UNDECIDED.contains(&proposal.status) {
            problems.wrong_state("id", &proposal.status, states::UNDECIDED);
        }
        let note = problems.optional_text("note", input.note.as_deref(), TextRule::REASON);
        if !problems.none() {
            return Ok(ChangeProposalPayload::refused(problems));
        }
        if let Some(id) = proposal.municipality_id {
            return self.accept::<Municipality>(tx, proposal, id, note).await;
        }
        if let Some(id) = proposal.organization_id {
            return self.accept::<Organization>(tx, proposal, id, note).await;
        }
        if let Some(id) = proposal.person_id {
            return self.accept::<Person>(tx, proposal, id, note).await;
        }
        if let Some(id) = proposal.position_id {
            return self.accept::<Position>(tx, proposal, id, note).await;
        }
        Err(Error::Internal(format!("proposal {} is about nothing", proposal.id)))
    }

    async fn accept<T: Proposable>(
        &self,
        mut tx: Tx,
        proposal: Row<ChangeProposal>,
        subject: i64,
        note: Option<String>,
    ) -> Result<ChangeProposalPayload, Error>
    where
        Row<T>: IntoActiveModel<Changed<T>>,
        Changed<T>: Send,
    {
        let id = proposal.id;
        let present = tx.lock::<T>(subject).await?;
        tx.require_for::<T>(T::RIGHT, &present).await?;
        let proposed: Vec<ProposedChange> = serde_json::from_value(proposal.changes.clone()).map_err(unreadable)?;
        let now = against::<T>(&present, &proposed);
        let mut problems = Problems::new(self.language()).below("id");
        if now != proposed {
            outdate(&mut tx, proposal, &now).await?;
            tx.finish().await?;
            let message = Message::new(
                "Der Eintrag wurde inzwischen anders geändert; der Vorschlag zeigt jetzt den neuen Unterschied.",
                "The record was changed otherwise meanwhile; the proposal now shows the new difference.",
            );
            problems.add(UserErrorCode::Conflict, "", message);
            return Ok(ChangeProposalPayload::refused_at(id, problems));
        }
        let update = restored(&proposal.given)?;
        let after = T::corrected(&tx, present.clone(), update, &mut problems).await?;
        T::require(&tx, &present, &after)?;
        if !problems.none() {
            return Ok(ChangeProposalPayload::refused(problems));
        }
        tx.update::<T, _>(after, &[]).await?;
        let mut decided = proposal.into_active_model();
        decided.status = Set(ProposalStatus::Accepted);
        decided.decided_at = Set(Some(tx.now()));
        decided.decision_note.set_if_not_equals(note);
        tx.update::<ChangeProposal, _>(decided, &[]).await?;
        tx.finish().await?;
        Ok(ChangeProposalPayload::done(id))
    }
}

/// Notes what the difference is now: who accepts once more has seen it.
async fn outdate(tx: &mut Tx, proposal: Row<ChangeProposal>, now: &[ProposedChange]) -> Result<(), Error> {
    let mut proposal = proposal.into_active_model();
    proposal.status.set_if_not_equals(ProposalStatus::Outdated);
    proposal.changes = Set(json!(now));
    tx.update::<ChangeProposal, _>(proposal, &[]).await
}

fn unreadable(error: serde_json::Error) -> Error {
    Error::Internal(error.to_string())
}
