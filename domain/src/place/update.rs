//! A place is corrected by the municipality that keeps its record.

use super::Place;
use super::create::{POSTAL_CODE, PlacePayload, parent, search_text};
use crate::Municipality;
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_text, store_value};
use crate::problems::Problems;
use crate::session::{Session, Tx};
use crate::values::{TextRule, Url, fold};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::place::{Column, Entity};
use verbund_entity::{Visibility, municipality};

/// What to change of a place (Ort ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdatePlaceInput {
    /// The place to change (Ort).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As people call it, at most 200 characters; never null (Name).
    pub name: MaybeUndefined<String>,
    /// Street and number, at most 200 characters (Straße).
    pub street: MaybeUndefined<String>,
    /// At most 12 characters (Postleitzahl).
    pub postal_code: MaybeUndefined<String>,
    /// The municipality that it lies in (Gemeinde).
    pub locality: MaybeUndefined<ID>,
    /// A place of the same steward that it is a part of or lies at (gehört zu).
    pub parent: MaybeUndefined<ID>,
    /// What people who cannot walk, see or hear well need to know, at most 2,000 characters (Barrierefreiheit).
    pub accessibility: MaybeUndefined<String>,
    /// Its page on the web (Webseite).
    pub website: MaybeUndefined<Url>,
    /// Who sees this record; never null (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
}

impl Session {
    /// Changes a place.
    pub async fn update_place(&self, input: UpdatePlaceInput) -> Result<PlacePayload, Error> {
        let (mut tx, row) = self.edit::<Place>(Action::PlaceUpdate, &input.id).await?;
        let wanted = input.visibility.value().copied();
        tx.may_widen::<Place>(&row, row.visibility, wanted).await?;
        let (id, steward) = (row.id, row.steward_id);
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(PlacePayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        let problem = &mut problems;
        match input.name {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => problem.cannot_clear("name"),
            MaybeUndefined::Value(name) => {
                let name = problem.text("name", &name, TextRule::NAME);
                changed.name_key.set_if_not_equals(fold::order_key(&name));
                changed.name.set_if_not_equals(name);
            }
        }
        store_text(problem, "street", &mut changed.street, input.street, TextRule::NAME);
        store_text(
            problem,
            "postalCode",
            &mut changed.postal_code,
            input.postal_code,
            POSTAL_CODE,
        );
        let text = input.accessibility;
        store_text(
            problem,
            "accessibility",
            &mut changed.accessibility,
            text,
            TextRule::SUMMARY,
        );
        store_value(
            problem,
            "visibility",
            &mut changed.visibility,
            input.visibility,
            |level| level,
        );
        store(&mut changed.website, input.website, |url| url.as_str().to_owned());
        match input.locality {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.locality_id.set_if_not_equals(None),
            MaybeUndefined::Value(id) => {
                let row = tx.expected::<Municipality>(&id, "locality", problem).await?;
                changed.locality_id.set_if_not_equals(row.map(|row| row.id));
            }
        }
        match input.parent {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.parent_id.set_if_not_equals(None),
            MaybeUndefined::Value(named) => {
                tx.lock::<Municipality>(steward).await?;
                if let Some(parent) = parent(&tx, steward, &named, problem).await? {
                    if lies_in(&tx, steward, parent, id).await? {
                        problem.invalid(
                            "parent",
                            "Ein Ort liegt nicht in sich selbst.",
                            "A place does not lie in itself.",
                        );
                    }
                    changed.parent_id.set_if_not_equals(Some(parent));
                }
            }
        }
        if !problems.none() {
            return Ok(PlacePayload::refused(problems));
        }
        let locality = match changed.locality_id.as_ref() {
            Some(id) => {
                let rows = tx.rows::<municipality::Entity>(Condition::all().add(municipality::Column::Id.eq(*id)));
                rows.await?.pop()
            }
            None => None,
        };
        let locality = locality.as_ref().map(|row| row.name.as_str());
        let text = search_text(changed.name.as_ref(), changed.street.as_ref().as_deref(), locality);
        changed.search_text.set_if_not_equals(text);
        tx.update::<Place, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(PlacePayload::done(id))
    }
}

/// Whether one place is the other, or lies in it at any depth.
async fn lies_in(tx: &Tx, steward: i64, place: i64, other: i64) -> Result<bool, Error> {
    let all = tx
        .rows::<Entity>(Condition::all().add(Column::StewardId.eq(steward)))
        .await?;
    let mut next = Some(place);
    // A circle that were there already must not hold us.
    for _ in 0..=all.len() {
        match next {
            Some(id) if id == other => return Ok(true),
            Some(id) => next = all.iter().find(|row| row.id == id).and_then(|row| row.parent_id),
            None => return Ok(false),
        }
    }
    Ok(false)
}
