//! What an organisation is a unit of, and where it is at home.

use crate::Municipality;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Tx;
use async_graphql::ID;
use verbund_entity::organization::{ActiveModel, OrganizationKind};

/// The municipality that it is a unit of: the one that keeps the record, for nobody tells how another one is organised.
pub(super) async fn unit_of(tx: &Tx, id: &ID, steward: i64, problems: &mut Problems) -> Result<Option<i64>, Error> {
    let municipality = tx.expected::<Municipality>(id, "municipality", problems).await?;
    let municipality = municipality.map(|row| row.id);
    if municipality.is_some_and(|id| id != steward) {
        problems.invalid(
            "municipality",
            "Teile einer Verwaltung trägt nur diese Kommune selbst ein.",
            "Units of an administration are entered by that municipality itself.",
        );
    }
    Ok(municipality)
}

/// Where it is at home: anywhere.
pub(super) async fn located_in(tx: &Tx, id: &ID, problems: &mut Problems) -> Result<Option<i64>, Error> {
    let municipality = tx.expected::<Municipality>(id, "locatedIn", problems).await?;
    Ok(municipality.map(|row| row.id))
}

/// Refuses a unit of no administration.
pub(super) fn check_unit(row: &ActiveModel, problems: &mut Problems) {
    if *row.kind.as_ref() == OrganizationKind::AdministrativeUnit && row.municipality_id.as_ref().is_none() {
        problems.required(
            "municipality",
            "Ein Teil der Verwaltung gehört zu einer Kommune.",
            "A unit of an administration belongs to a municipality.",
        );
    }
}
