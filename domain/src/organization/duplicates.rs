//! Organisations that may be the one that somebody is about to enter. Only those that the viewer sees: the question must
//! not tell of others.

use super::Organization;
use crate::error::Error;
use crate::session::{Row, Tx};
use crate::values::Url;
use crate::values::similar::similarity;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::organization::Column;

/// Names that are so alike may be one.
const ALIKE: f64 = 0.85;

/// The most that are shown.
const SHOWN: usize = 20;

/// What is about to be entered, as far as it is compared.
pub(super) struct Planned<'a> {
    pub name: &'a str,
    pub website: Option<&'a Url>,
    /// Where it is at home, what it is a unit of, else who keeps its record.
    pub places: Vec<i64>,
}

/// Organisations of almost the same name in the same place, and those with the same host on the web.
pub(super) async fn candidates(tx: &Tx, planned: &Planned<'_>) -> Result<Vec<i64>, Error> {
    let places = || planned.places.iter().copied();
    let near = Condition::any()
        .add(Column::LocatedInId.is_in(places()))
        .add(Column::MunicipalityId.is_in(places()))
        .add(
            Condition::all()
                .add(Column::LocatedInId.is_null())
                .add(Column::MunicipalityId.is_null())
                .add(Column::StewardId.is_in(places())),
        );
    let mut found: Vec<i64> = tx
        .seen::<Organization>(Condition::all().add(near))
        .await?
        .iter()
        .filter(|row| alike(row, planned.name))
        .map(|row| row.id)
        .collect();
    if let Some(host) = planned.website.and_then(|url| host(url.as_str())) {
        let there = |prefix: &str| Column::Website.starts_with(format!("{prefix}{host}/"));
        let there = Condition::any().add(there("https://")).add(there("https://www."));
        let same = tx.seen::<Organization>(Condition::all().add(there)).await?;
        let same = same
            .iter()
            .filter(|row| row.website.as_deref().and_then(self::host) == Some(host));
        found.extend(same.map(|row| row.id));
    }
    found.sort_unstable();
    found.dedup();
    found.truncate(SHOWN);
    Ok(found)
}

fn alike(row: &Row<Organization>, name: &str) -> bool {
    let others = row.alternate_names.as_array().into_iter().flatten();
    let others = others.filter_map(|other| other.get("name")?.as_str());
    std::iter::once(row.name.as_str())
        .chain(others)
        .any(|known| similarity(known, name) >= ALIKE)
}

/// The host of a stored address, without what says only that it is on the web.
fn host(url: &str) -> Option<&str> {
    let host = url.strip_prefix("https://")?.split('/').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}
