//! An editor of one city proposes to change a record that another keeps.

use super::change::between;
use super::{ChangeProposal, Given, Proposable, Stand};
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Row, Session, Tx};
use crate::values::TextRule;
use crate::{
    Municipality, Organization, Person, Position, UpdateMunicipalityInput, UpdateOrganizationInput, UpdatePersonInput,
    UpdatePositionInput,
};
use async_graphql::{ID, InputObject, OneofObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use serde_json::json;
use verbund_entity::change_proposal::{ActiveModel, ProposalStatus};

/// A change to propose (Änderungsvorschlag).
#[derive(InputObject)]
pub struct ProposeChangeInput {
    /// The municipality in whose name it is proposed, and for which the viewer acts.
    pub proposed_by: ID,
    /// What to change, as its keeper would change it.
    pub change: ProposedUpdate,
    /// Why, at most 1,000 characters (Begründung).
    pub reason: String,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

/// What would be changed: an update of the record as it is seen. Who sees the record and what it belongs to cannot be
/// proposed; its keeper alone decides that.
#[derive(OneofObject)]
pub enum ProposedUpdate {
    /// A municipality's profile (Profil der Kommune).
    Municipality(Given<UpdateMunicipalityInput>),
    /// An organisation's names, dates and what it is (Organisation).
    Organization(Given<UpdateOrganizationInput>),
    /// A person's name (Person).
    Person(Given<UpdatePersonInput>),
    /// A position's title, function and beginning (Funktion).
    Position(Given<UpdatePositionInput>),
}

payload! {
    /// The proposal after the change (Änderungsvorschlag).
    ChangeProposalPayload { change_proposal: ChangeProposal }
}

impl Session {
    /// Proposes a change of a record that another municipality keeps.
    pub async fn propose_change(&self, input: ProposeChangeInput) -> Result<ChangeProposalPayload, Error> {
        let city = self.find::<Municipality>(&input.proposed_by).await?.id;
        let tx = self.create(Action::ChangePropose, &Owners::municipality(city)).await?;
        match &input.change {
            ProposedUpdate::Municipality(given) => {
                let about = |row: &mut ActiveModel, id| row.municipality_id = Set(Some(id));
                self.propose::<Municipality>(tx, &input, (given, "municipality"), (city, about))
                    .await
            }
            ProposedUpdate::Organization(given) => {
                let about = |row: &mut ActiveModel, id| row.organization_id = Set(Some(id));
                self.propose::<Organization>(tx, &input, (given, "organization"), (city, about))
                    .await
            }
            ProposedUpdate::Person(given) => {
                let about = |row: &mut ActiveModel, id| row.person_id = Set(Some(id));
                self.propose::<Person>(tx, &input, (given, "person"), (city, about))
                    .await
            }
            ProposedUpdate::Position(given) => {
                let about = |row: &mut ActiveModel, id| row.position_id = Set(Some(id));
                self.propose::<Position>(tx, &input, (given, "position"), (city, about))
                    .await
            }
        }
    }

    async fn propose<T: Proposable>(
        &self,
        mut tx: Tx,
        input: &ProposeChangeInput,
        (given, kind): (&Given<T::Update>, &str),
        (city, about): (i64, impl FnOnce(&mut ActiveModel, i64)),
    ) -> Result<ChangeProposalPayload, Error>
    where
        Row<T>: IntoActiveModel<super::subject::Changed<T>>,
    {
        let update = given.read()?;
        let (id, expected) = T::which(&update);
        let row = tx.named::<T>(id).await?.ok_or(Error::NotFound)?;
        let Stand { id, keeper, revision } = T::stands(&row);
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let reason = problems.text("reason", &input.reason, TextRule::REASON);
        let mut there = Problems::new(self.language()).below(&format!("change.{kind}"));
        if keeper == city {
            there.invalid(
                "id",
                "Diesen Eintrag führt die Kommune selbst; ändern Sie ihn.",
                "The municipality keeps this record itself; change it.",
            );
        }
        there.revision(expected, revision);
        for field in given
            .fields()
            .filter(|field| T::FIELDS.iter().all(|(name, _)| name != field))
        {
            there.invalid(
                field,
                "Das entscheidet allein die Kommune, die den Eintrag führt.",
                "The municipality that keeps the record decides this alone.",
            );
        }
        // What is not open to proposals is not looked at further: that could tell what only the keeper knows.
        if !there.none() {
            problems.absorb(there);
            return Ok(ChangeProposalPayload::refused(problems));
        }
        let after = T::corrected(&tx, row.clone(), update, &mut there).await?;
        let changes = between::<T>(&row, &after);
        if changes.is_empty() && there.none() {
            there.invalid("", "Das ändert nichts.", "This changes nothing.");
        }
        problems.absorb(there);
        if !problems.none() {
            return Ok(ChangeProposalPayload::refused(problems));
        }
        let first = match tx
            .once("proposeChange", input.idempotency_key.as_deref(), input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(ChangeProposalPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(ChangeProposalPayload::refused(problems));
            }
        };
        let mut proposal = ActiveModel {
            proposed_by_id: Set(city),
            keeper_id: Set(keeper),
            given: Set(given.stored(&changes)?),
            changes: Set(json!(changes)),
            reason: Set(reason),
            status: Set(ProposalStatus::Open),
            ..Default::default()
        };
        about(&mut proposal, id);
        let proposal = tx.insert::<ChangeProposal, _>(proposal).await?;
        tx.remember(first, proposal.id).await?;
        tx.finish().await?;
        Ok(ChangeProposalPayload::done(proposal.id))
    }
}
