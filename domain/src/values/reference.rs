//! The bundled list of municipalities and districts. Its source, date and terms stand at its head and in `THIRD_PARTY.md`.
//!
//! The list is of 2016: a key that is not in it may be new, so it is not refused but unconfirmed.

use std::sync::LazyLock;
use verbund_entity::municipality::MunicipalityKind;

static LIST: &str = include_str!("../../data/municipality-keys.tsv");

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| LIST.lines().filter_map(Entry::read).collect());

/// A municipality or district of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The AGS, or a district's five digits.
    pub key: &'static str,
    /// "Hagen", "Kreis Minden-Lübbecke".
    pub name: &'static str,
    pub kind: MunicipalityKind,
}

impl Entry {
    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let (key, name, kind) = (columns.next()?, columns.next()?, columns.next()?);
        let kind = match kind {
            "D" => MunicipalityKind::District,
            "R" => MunicipalityKind::CityRegion,
            "C" => MunicipalityKind::IndependentCity,
            "S" => MunicipalityKind::CityState,
            "T" => MunicipalityKind::DistrictTown,
            "M" => MunicipalityKind::Municipality,
            _ => return None,
        };
        Some(Entry { key, name, kind })
    }
}

/// What five digits stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// An independent city or city state.
    IndependentCity,
    District,
    /// Not in the list.
    Unknown,
}

/// All entries, by key.
pub fn entries() -> &'static [Entry] {
    &ENTRIES
}

/// What the list knows under an AGS or district key. An independent city is found by its first five digits as well.
pub fn look_up(key: &str) -> Option<Entry> {
    exactly(key).or_else(|| (key.len() == 5).then(|| exactly(&format!("{key}000"))).flatten())
}

/// Whether the list has this AGS or district key; `false` says only that nobody vouches for it.
pub fn confirmed(key: &str) -> bool {
    look_up(key).is_some()
}

pub(crate) fn standing(district: &str) -> Standing {
    match look_up(district).map(|entry| entry.kind) {
        Some(MunicipalityKind::IndependentCity | MunicipalityKind::CityState) => Standing::IndependentCity,
        Some(_) => Standing::District,
        None => Standing::Unknown,
    }
}

fn exactly(key: &str) -> Option<Entry> {
    let at = ENTRIES.binary_search_by(|entry| entry.key.cmp(key)).ok()?;
    ENTRIES.get(at).copied()
}
