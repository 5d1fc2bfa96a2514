//! A person's record is corrected by the municipality that keeps it.

use super::Person;
use super::create::{PersonPayload, name_key};
use crate::access::Action;
use crate::change_proposal::{Proposable, Stand};
use crate::error::Error;
use crate::patch::{store_required_text, store_text, store_value};
use crate::problems::Problems;
use crate::session::{Row, Session, Tx};
use crate::values::{TextRule, fold};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use verbund_entity::Visibility;
use verbund_entity::person::{ActiveModel, Column};

/// What to change of a person (Person ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdatePersonInput {
    /// The person to change (Person).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// First name or names, at most 200 characters; never null (Vorname).
    pub given_name: MaybeUndefined<String>,
    /// Surname, at most 200 characters; never null (Nachname).
    pub family_name: MaybeUndefined<String>,
    /// What stands before the name, at most 120 characters (Titel).
    pub honorific_prefix: MaybeUndefined<String>,
    /// Who sees the record; never null. Making it public asks for a right of its own (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
}

impl Session {
    /// Changes a person's record.
    pub async fn update_person(&self, input: UpdatePersonInput) -> Result<PersonPayload, Error> {
        let (mut tx, row) = self.edit::<Person>(Action::PersonUpdate, &input.id).await?;
        let wanted = input.visibility.value().copied();
        tx.may_widen::<Person>(&row, row.visibility, wanted).await?;
        let id = row.id;
        if wanted == Some(Visibility::Public) && row.visibility != Visibility::Public {
            tx.require_for::<Person>(Action::PersonPublish, &row).await?;
        }
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(PersonPayload::refused_at(id, problems));
        }
        let changed = corrected(row, input, &mut problems);
        if !problems.none() {
            return Ok(PersonPayload::refused(problems));
        }
        tx.update::<Person, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(PersonPayload::done(id))
    }
}

/// The record with what is said of it.
fn corrected(row: Row<Person>, input: UpdatePersonInput, problems: &mut Problems) -> ActiveModel {
    let mut changed = row.into_active_model();
    let name = TextRule::NAME;
    let (given, family) = (&mut changed.given_name, &mut changed.family_name);
    store_required_text(problems, "givenName", given, input.given_name, name);
    store_required_text(problems, "familyName", family, input.family_name, name);
    let prefix = &mut changed.honorific_prefix;
    store_text(
        problems,
        "honorificPrefix",
        prefix,
        input.honorific_prefix,
        TextRule::LABEL,
    );
    let level = &mut changed.visibility;
    store_value(problems, "visibility", level, input.visibility, |level| level);
    let (given, family) = (changed.given_name.as_ref(), changed.family_name.as_ref());
    let (key, text) = (name_key(given, family), fold::search_text(&[given, family]));
    changed.name_key.set_if_not_equals(key);
    changed.search_text.set_if_not_equals(text);
    changed
}

impl Proposable for Person {
    type Update = UpdatePersonInput;
    const RIGHT: Action = Action::PersonUpdate;
    const FIELDS: &'static [(&'static str, Column)] = &[
        ("givenName", Column::GivenName),
        ("familyName", Column::FamilyName),
        ("honorificPrefix", Column::HonorificPrefix),
    ];

    fn stands(row: &Row<Self>) -> Stand {
        Stand {
            id: row.id,
            keeper: row.steward_id,
            revision: row.revision,
        }
    }

    fn which(update: &Self::Update) -> (&ID, i32) {
        (&update.id, update.expected_revision)
    }

    async fn corrected(
        _: &Tx,
        row: Row<Self>,
        update: Self::Update,
        problems: &mut Problems,
    ) -> Result<ActiveModel, Error> {
        Ok(corrected(row, update, problems))
    }
}
