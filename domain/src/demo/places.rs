//! Places that the sources name. Streets they do not tell of, and so we do not either.

use super::acting::Cast;
use super::records::{Records, made};
use crate::error::Error;
use crate::session::Record;
use crate::{CreatePlaceInput, Place};
use verbund_entity::Visibility;

/// What the demonstration calls it, who keeps it, its name, where it lies, what it lies at.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

const PLACES: &[Row] = &[
    ("e-werk", "eschwege", "E-Werk", "eschwege", None),
    (
        "preussenmuseum",
        "minden-luebbecke",
        "Preußenmuseum",
        "minden-luebbecke",
        None,
    ),
    ("allerwelthaus", "hagen", "AllerWeltHaus", "hagen", None),
    (
        "ferdinand-david-park",
        "hagen",
        "Dr.-Ferdinand-David-Park",
        "hagen",
        Some("allerwelthaus"),
    ),
];

pub(super) async fn make(cast: &Cast<'_>, records: &mut Records) -> Result<(), Error> {
    for (name, steward, called, locality, parent) in PLACES {
        let input = CreatePlaceInput {
            steward: records.id(steward)?,
            name: (*called).to_owned(),
            street: None,
            postal_code: None,
            locality: Some(records.id(locality)?),
            parent: records.optional_id(*parent)?,
            accessibility: None,
            website: None,
            visibility: Visibility::Public,
            idempotency_key: None,
        };
        let payload = cast.of(steward, records)?.create_place(input).await?;
        let key = made(name, payload.place, &payload.user_errors)?.key();
        records.add(name, Record::of::<Place>(cast.db, key).await?)?;
    }
    Ok(())
}
