//! A municipality's profile is kept by itself. Its official keys and names are not its own to change.

use super::Municipality;
use crate::access::Action;
use crate::change_proposal::{Proposable, Stand};
use crate::error::Error;
use crate::patch::store;
use crate::problems::Problems;
use crate::session::{Row, Session, Tx};
use crate::values::{LocalDate, Url};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use verbund_entity::municipality::{ActiveModel, Column};

/// What to change of a municipality (Profil der Kommune). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateMunicipalityInput {
    /// The municipality to change (Kommune).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// Official site on the web (Internetauftritt).
    pub website: MaybeUndefined<Url>,
    /// Inhabitants, zero or more (Einwohnerzahl).
    pub population: MaybeUndefined<i32>,
    /// The day of the count (Stand).
    pub population_as_of: MaybeUndefined<LocalDate>,
}

payload! {
    /// The municipality after the change (Kommune).
    MunicipalityPayload { municipality: Municipality }
}

impl Session {
    /// Changes the profile of a municipality.
    pub async fn update_municipality(&self, input: UpdateMunicipalityInput) -> Result<MunicipalityPayload, Error> {
        let (mut tx, row) = self.edit::<Municipality>(Action::MunicipalityUpdate, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(MunicipalityPayload::refused_at(id, problems));
        }
        let changed = corrected(row, input, &mut problems);
        if !problems.none() {
            return Ok(MunicipalityPayload::refused(problems));
        }
        tx.update::<Municipality, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(MunicipalityPayload::done(id))
    }
}

/// The record with what is said of it.
fn corrected(row: Row<Municipality>, input: UpdateMunicipalityInput, problems: &mut Problems) -> ActiveModel {
    if input.population.value().is_some_and(|people| *people < 0) {
        problems.invalid(
            "population",
            "Eine Einwohnerzahl ist nicht negativ.",
            "A population is not negative.",
        );
    }
    let mut changed = row.into_active_model();
    store(&mut changed.website, input.website, |url| url.as_str().to_owned());
    store(&mut changed.population, input.population, |people| people);
    store(&mut changed.population_as_of, input.population_as_of, |day| day.0);
    changed
}

impl Proposable for Municipality {
    type Update = UpdateMunicipalityInput;
    const RIGHT: Action = Action::MunicipalityUpdate;
    const FIELDS: &'static [(&'static str, Column)] = &[
        ("website", Column::Website),
        ("population", Column::Population),
        ("populationAsOf", Column::PopulationAsOf),
    ];

    fn stands(row: &Row<Self>) -> Stand {
        Stand {
            id: row.id,
            keeper: row.id,
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
