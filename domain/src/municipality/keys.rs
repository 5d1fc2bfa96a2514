//! Which keys a municipality must have, and which it cannot, follows from what it is.

use crate::error::Error;
use crate::problems::Problems;
use crate::session::Tx;
use crate::values::reference::confirmed;
use crate::values::{Ags, Ars, DistrictKey};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::municipality::MunicipalityKind::{
    self, CityRegion, CityState, District, DistrictTown, IndependentCity,
};
use verbund_entity::municipality::{Column, Entity};

/// The keys of a municipality, as given or as they stay.
pub(super) struct Keys {
    pub kind: MunicipalityKind,
    pub ags: Option<Ags>,
    pub district_key: Option<DistrictKey>,
    pub ars: Option<Ars>,
}

impl Keys {
    pub fn check(&self, problems: &mut Problems) {
        let city = matches!(self.kind, IndependentCity | CityState);
        let town = matches!(self.kind, DistrictTown | MunicipalityKind::Municipality);
        let district = matches!(self.kind, District | CityRegion);
        match &self.ags {
            None if city || town => problems.required(
                "ags",
                "Eine Stadt oder Gemeinde hat einen Gemeindeschlüssel.",
                "A city, a town or a municipality has an official key.",
            ),
            Some(_) if !(city || town) => problems.invalid(
                "ags",
                "Nur eine Stadt oder Gemeinde hat einen Gemeindeschlüssel.",
                "Only a city, a town or a municipality has an official key.",
            ),
            Some(ags) if ags.is_independent_city() != city => problems.invalid(
                "ags",
                "Der Schlüssel einer kreisfreien Stadt endet auf 000, und nur ihrer.",
                "The key of an independent city ends in 000, and no other.",
            ),
            _ => {}
        }
        match &self.district_key {
            None if district => problems.required(
                "districtKey",
                "Ein Kreis hat einen Kreisschlüssel.",
                "A district has a key of its own.",
            ),
            Some(_) if !district => problems.invalid(
                "districtKey",
                "Nur ein Kreis hat einen Kreisschlüssel.",
                "Only a district has a district's key.",
            ),
            Some(key) if key.is_independent_city() => problems.invalid(
                "districtKey",
                "Das ist der Schlüssel einer kreisfreien Stadt.",
                "This is the key of an independent city.",
            ),
            _ => {}
        }
        if let Some(ars) = &self.ars
            && !ars.agrees(self.ags.as_ref(), self.district_key.as_ref())
        {
            problems.invalid(
                "ars",
                "Der Regionalschlüssel gehört zu einer anderen Kommune.",
                "The regional key belongs to another municipality.",
            );
        }
    }

    /// Refuses keys that another municipality has.
    pub async fn refuse_taken(&self, tx: &Tx, except: Option<i64>, problems: &mut Problems) -> Result<(), Error> {
        for (path, column, key) in [
            ("ags", Column::Ags, self.ags.as_ref().map(Ags::as_str)),
            (
                "districtKey",
                Column::DistrictKey,
                self.district_key.as_ref().map(DistrictKey::as_str),
            ),
            ("ars", Column::Ars, self.ars.as_ref().map(Ars::as_str)),
        ] {
            let Some(key) = key else { continue };
            let others = tx.rows::<Entity>(Condition::all().add(column.eq(key))).await?;
            if others.iter().any(|other| Some(other.id) != except) {
                taken(problems, path);
            }
        }
        Ok(())
    }

    /// Whether the bundled list has the key.
    pub fn confirmed(&self) -> bool {
        let district = self.district_key.as_ref().map(DistrictKey::as_str);
        self.ags.as_ref().map(Ags::as_str).or(district).is_some_and(confirmed)
    }

    /// The district that a town belongs to, if it is there.
    pub async fn parent(&self, tx: &Tx) -> Result<Option<i64>, Error> {
        let Some(ags) = self.ags.as_ref().filter(|ags| !ags.is_independent_city()) else {
            return Ok(None);
        };
        let districts = Condition::all().add(Column::DistrictKey.eq(ags.district()));
        Ok(tx.rows::<Entity>(districts).await?.first().map(|district| district.id))
    }
}

pub(super) fn taken(problems: &mut Problems, path: &str) {
    problems.duplicate(
        path,
        "Diesen Schlüssel hat schon eine andere Kommune.",
        "Another municipality has this key already.",
    );
}
