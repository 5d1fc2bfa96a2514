//! The cities, districts and towns: names, kinds and keys from the reference list, never from memory.

use super::records::{Records, broken};
use crate::Municipality;
use crate::error::Error;
use crate::session::Recorder;
use crate::values::fold::{order_key, search_text};
use crate::values::reference;
use crate::values::slug::slug;
use sea_orm::ActiveValue::Set;
use verbund_entity::municipality::{self, MunicipalityKind};

/// What the demonstration calls it, its key, and the district that it belongs to.
type Row = (&'static str, &'static str, Option<&'static str>);

const MUNICIPALITIES: &[Row] = &[
    ("hagen", "05914000", None),
    ("bochum", "05911000", None),
    ("bottrop", "05512000", None),
    ("dortmund", "05913000", None),
    ("duisburg", "05112000", None),
    ("essen", "05113000", None),
    ("gelsenkirchen", "05513000", None),
    ("muelheim", "05117000", None),
    ("oberhausen", "05119000", None),
    ("herne", "05916000", None),
    // Members of no network: where practices come from, and where meetings were.
    ("wuppertal", "05124000", None),
    ("duesseldorf", "05111000", None),
    ("bielefeld", "05711000", None),
    ("koeln", "05315000", None),
    ("minden-luebbecke", "05770", None),
    ("werra-meissner", "06636", None),
    ("eschwege", "06636003", Some("werra-meissner")),
];

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    for (name, key, parent) in MUNICIPALITIES {
        let entry = reference::look_up(key).ok_or_else(|| broken(&format!("no key {key}")))?;
        let is_district = entry.kind == MunicipalityKind::District;
        let row = municipality::ActiveModel {
            slug: Set(slug(entry.name)),
            name: Set(entry.name.to_owned()),
            name_key: Set(order_key(entry.name)),
            official_name: Set(entry.name.to_owned()),
            kind: Set(entry.kind),
            ags: Set((!is_district).then(|| entry.key.to_owned())),
            district_key: Set(is_district.then(|| entry.key.to_owned())),
            ars: Set(None),
            keys_confirmed: Set(true),
            parent_id: Set(records.optional_key(*parent)?),
            population: Set(None),
            population_as_of: Set(None),
            website: Set(None),
            search_text: Set(search_text(&[entry.name])),
            ..Default::default()
        };
        records.add(name, recorder.record::<Municipality, _>(row).await?)?;
    }
    Ok(())
}
