//! Change proposals: what a city would correct in a record that another one keeps, and what that one decides.

mod accept;
mod change;
mod given;
mod propose;
mod refuse;
mod states;
mod subject;

pub use accept::DecideChangeProposalInput;
pub use change::ProposedChange;
pub use given::Given;
pub use propose::{ChangeProposalPayload, ProposeChangeInput, ProposedUpdate};
pub use refuse::{RejectChangeProposalInput, WithdrawChangeProposalInput};
pub(crate) use subject::{Proposable, Stand};

use crate::{
    ChangeSubject, Municipality, Organization, Person, Position,
    access::{Action, Of},
    read::{Fields, Object, Scope, Shape, Visible},
    session::{Owned, Owner, can},
};
use async_graphql::Value;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::change_proposal::{self, Column, ProposalStatus};

pub struct ChangeProposal;

impl Object for ChangeProposal {
    type Entity = change_proposal::Entity;
    const NAME: &'static str = "ChangeProposal";
    const DOC: &'static str =
        "What a municipality proposes to change of a record that another one keeps (Änderungsvorschlag).";

    /// In the house that made it and in the one that decides, by those who see the record: what it was is told by no
    /// proposal to whom the record itself does not tell it any more.
    fn visible(scope: &Scope) -> Visible {
        let own = &scope.viewer.own;
        let either = Condition::any()
            .add(scope.any(Column::ProposedById, own))
            .add(scope.any(Column::KeeperId, own));
        Visible::with::<Municipality>(Column::MunicipalityId)
            .or_with::<Organization>(Column::OrganizationId)
            .or_with::<Person>(Column::PersonId)
            .or_with::<Position>(Column::PositionId)
            .only(either)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one_of::<ChangeSubject>(
            "subject",
            &[
                (Shape::of::<Municipality>, Column::MunicipalityId),
                (Shape::of::<Organization>, Column::OrganizationId),
                (Shape::of::<Person>, Column::PersonId),
                (Shape::of::<Position>, Column::PositionId),
            ],
            "The record that would change.",
        );
        f.one::<Municipality>("proposedBy", Column::ProposedById, "Who proposes it.")
            .filter();
        f.one::<Municipality>("keeper", Column::KeeperId, "Who keeps the record and decides.")
            .filter();
        f.computed::<Vec<ProposedChange>>(
            "changes",
            &[Column::Changes],
            "What would change: against the record as it was when it was proposed, or when it was found to be outdated.",
            |row| row.json(0).unwrap_or_else(|| Value::List(Vec::new())),
        );
        f.column(Column::Reason, "Why (Begründung).");
        f.choice::<ProposalStatus>(Column::Status, "What became of it.")
            .filter();
        f.column(Column::DecidedAt, "When it was decided or taken back.");
        f.column(Column::DecisionNote, "What was said about the decision.");
        f.viewer_can(vec![
            can::<Self>("accept", Action::ChangeDecide).when(in_state(states::UNDECIDED)),
            can::<Self>("reject", Action::ChangeDecide).when(in_state(states::UNDECIDED)),
            can::<Self>("withdraw", Action::ChangeWithdraw).when(in_state(states::UNDECIDED)),
        ]);
    }
}

impl Owned for ChangeProposal {
    fn owners(of: Of) -> Vec<Owner<Self>> {
        vec![Owner::municipality(match of {
            Of::Party => Column::ProposedById,
            _ => Column::KeeperId,
        })]
    }
}

/// The proposal stands at one of these.
fn in_state(states: &'static [ProposalStatus]) -> Condition {
    Condition::all().add(Column::Status.is_in(states.iter().copied()))
}
