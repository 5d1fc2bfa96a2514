//! A place is entered by the municipality that keeps its record.

use super::Place;
use crate::Municipality;
use crate::access::{Action, Owners};
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Once, Session, Tx};
use crate::values::{TextRule, Url, fold};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use verbund_entity::Visibility;
use verbund_entity::place::ActiveModel;

/// A postal code; other countries have letters in it.
pub(super) const POSTAL_CODE: TextRule = TextRule::line(12);

/// A place to be entered (neuer Ort).
#[derive(InputObject)]
pub struct CreatePlaceInput {
    /// The municipality that keeps the record, and for which the viewer acts.
    pub steward: ID,
    /// As people call it, at most 200 characters (Name).
    pub name: String,
    /// Street and number, at most 200 characters (Straße).
    pub street: Option<String>,
    /// At most 12 characters (Postleitzahl).
    pub postal_code: Option<String>,
    /// The municipality that it lies in (Gemeinde).
    pub locality: Option<ID>,
    /// A place of the same steward that it is a part of or lies at (gehört zu).
    pub parent: Option<ID>,
    /// What people who cannot walk, see or hear well need to know, at most 2,000 characters (Barrierefreiheit).
    pub accessibility: Option<String>,
    /// Its page on the web (Webseite).
    pub website: Option<Url>,
    /// Who sees this record (Sichtbarkeit).
    #[graphql(default_with = "Visibility::Public")]
    pub visibility: Visibility,
    /// Sent again with the same input, the first result is the answer. At most 64 characters.
    pub idempotency_key: Option<String>,
}

payload! {
    /// The place after the change (Ort).
    PlacePayload { place: Place }
}

impl Session {
    /// Enters a place.
    pub async fn create_place(&self, input: CreatePlaceInput) -> Result<PlacePayload, Error> {
        let steward = self.find::<Municipality>(&input.steward).await?.id;
        let owners = Owners::municipality(steward);
        let mut tx = self.create(Action::PlaceCreate, &owners).await?;
        let mut problems = Problems::new(self.language());
        problems.key(input.idempotency_key.as_deref());
        let name = problems.text("name", &input.name, TextRule::NAME);
        let street = problems.optional_text("street", input.street.as_deref(), TextRule::NAME);
        let postal_code = problems.optional_text("postalCode", input.postal_code.as_deref(), POSTAL_CODE);
        let accessibility = problems.optional_text("accessibility", input.accessibility.as_deref(), TextRule::SUMMARY);
        let locality = match &input.locality {
            Some(id) => tx.expected::<Municipality>(id, "locality", &mut problems).await?,
            None => None,
        };
        // One at a time in a house: a place must not come to lie in itself.
        tx.lock::<Municipality>(steward).await?;
        let parent = match &input.parent {
            Some(id) => parent(&tx, steward, id, &mut problems).await?,
            None => None,
        };
        if !problems.none() {
            return Ok(PlacePayload::refused(problems));
        }
        let first = match tx.once("createPlace", input.idempotency_key.as_deref(), &input).await? {
            Once::First(first) => first,
            Once::Before(id) => return Ok(PlacePayload::done(id)),
            Once::Other => {
                problems.other_input();
                return Ok(PlacePayload::refused(problems));
            }
        };
        let locality = locality.as_ref();
        let row = ActiveModel {
            name_key: Set(fold::order_key(&name)),
            search_text: Set(search_text(
                &name,
                street.as_deref(),
                locality.map(|row| row.name.as_str()),
            )),
            name: Set(name),
            street: Set(street),
            postal_code: Set(postal_code),
            locality_id: Set(locality.map(|row| row.id)),
            parent_id: Set(parent),
            accessibility: Set(accessibility),
            website: Set(input.website.as_ref().map(|url| url.as_str().to_owned())),
            visibility: Set(input.visibility),
            steward_id: Set(steward),
            ..Default::default()
        };
        let place = tx.insert::<Place, _>(row).await?;
        tx.remember(first, place.id).await?;
        tx.finish().await?;
        Ok(PlacePayload::done(place.id))
    }
}

/// The place that another shall lie at: one of the same steward, whose lock keeps the two in order.
pub(super) async fn parent(tx: &Tx, steward: i64, id: &ID, problems: &mut Problems) -> Result<Option<i64>, Error> {
    let Some(row) = tx.expected::<Place>(id, "parent", problems).await? else {
        return Ok(None);
    };
    if row.steward_id != steward {
        problems.invalid(
            "parent",
            "Dieser Ort wird von einer anderen Kommune geführt.",
            "Another municipality keeps that place.",
        );
    }
    Ok(Some(row.id))
}

/// What a place is found by.
pub(super) fn search_text(name: &str, street: Option<&str>, locality: Option<&str>) -> String {
    let mut texts = vec![name];
    texts.extend(street.into_iter().chain(locality));
    fold::search_text(&texts)
}
