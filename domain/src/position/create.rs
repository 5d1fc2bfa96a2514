//! A position is entered by the municipality that keeps the person's record.

use super::{Position, deputy, holder, office, spokesperson};
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, PartyKey, Session};
use crate::values::{Edtf, TextRule};
use crate::{Person, Topic};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::position::{ActiveModel, PositionFunction};
use verbund_entity::{Visibility, position_topic};

/// A position to be entered (neue Funktion).
#[derive(InputObject)]
pub struct CreatePositionInput {
    /// Who holds it. The municipality that keeps the person keeps the position too (Person).
    pub person: ID,
    /// Where it is held: that municipality, an organisation that it keeps, or a network that it is an active member of.
    pub holder: ID,
    /// As it is called, at most 300 characters (Bezeichnung).
    pub title: String,
    /// What kind of office or task it is (Art der Funktion).
    pub function: PositionFunction,
    /// The office that it stands in for, held at the same place (Vertretung von).
    pub deputy_of: Option<ID>,
    /// When it began, as exactly as is known (Beginn).
    pub valid_from: Option<Edtf>,
    /// When it ended, if it is over; not before the beginning (Ende).
    pub valid_until: Option<Edtf>,
    /// Who sees it (Sichtbarkeit). Making it public asks for a right of its own, unless it is an elected or leading office.
    #[graphql(default_with = "Visibility::Network")]
    pub visibility: Visibility,
    /// What it is in charge of, at most 50 topics (Zuständigkeiten).
    #[graphql(default)]
    pub responsibilities: Vec<ID>,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The position after the change (Funktion).
    PositionPayload { position: Position }
}

impl Session {
    /// Enters a position.
    pub async fn create_position(&self, input: CreatePositionInput) -> Result<PositionPayload, Error> {
        let person = self.find::<Person>(&input.person).await?;
        let owners = Owners::municipality(person.steward_id);
        let mut tx = self.create(Action::PositionCreate, &owners).await?;
        office::may_be_shown(&tx, &owners, None, (input.visibility, input.function))?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let title = problems.text("title", &input.title, TextRule::TITLE);
        problems.span("validUntil", input.valid_from.as_ref(), input.valid_until.as_ref());
        let (path, topics) = ("responsibilities", &input.responsibilities);
        let topics = tx.linked::<Topic>(topics, path, &mut problems).await?;
        if !problems.none() {
            return Ok(PositionPayload::refused(problems));
        }
        let first = match tx
            .once("createPosition", input.idempotency_key.as_deref(), &input)
            .await?
        {
            Once::First(first) => first,
            Once::Before(id) => return Ok(PositionPayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(PositionPayload::refused(problems));
            }
        };
        let place = holder::named(&tx, &input.holder, person.steward_id, &mut problems).await?;
        let deputy_of = match (&input.deputy_of, place) {
            (Some(id), Some(place)) => deputy::named(&tx, id, place, None, &mut problems).await?,
            _ => None,
        };
        let Some(place) = place.filter(|_| problems.none()) else {
            return Ok(PositionPayload::refused(problems));
        };
        let row = ActiveModel {
            person_id: Set(person.id),
            municipality_id: Set(PartyKey::municipality(place)),
            organization_id: Set(PartyKey::organization(place)),
            network_id: Set(PartyKey::network(place)),
            title: Set(title),
            function: Set(input.function),
            deputy_of_id: Set(deputy_of),
            starts_on: Set(input.valid_from.as_ref().map(|from| from.date().earliest.0)),
            ends_on: Set(input.valid_until.as_ref().map(|until| until.date().latest.0)),
            valid_from: Set(input.valid_from.map(|from| from.as_str().to_owned())),
            valid_until: Set(input.valid_until.map(|until| until.as_str().to_owned())),
            visibility: Set(input.visibility),
            steward_id: Set(person.steward_id),
            ..Default::default()
        };
        spokesperson::check(&tx, None, &row, "function", &mut problems).await?;
        if !problems.none() {
            return Ok(PositionPayload::refused(problems));
        }
        let row = tx.insert::<Position, _>(row).await?;
        let (near, far) = (position_topic::Column::PositionId, position_topic::Column::TopicId);
        tx.relink::<Topic, position_topic::Entity>(near, row.id, far, &topics)
            .await?;
        tx.remember(first, row.id).await?;
        tx.finish().await?;
        Ok(PositionPayload::done(row.id))
    }
}
