//! The official keys of municipalities and districts (amtliche Schlüssel), and the rules that tell a key from a mistake.
//!
//! A key is `LLRKKGGG`: state, region, district, municipality. An independent city is a district of its own and ends in `000`; a
//! district has the first five digits only. Public tables often pad a district's key with zeros, which is no municipality's key.
//! Which five digits are a city and which a district no rule tells, so the bundled list decides, and what it does not know passes:
//! [`super::reference::confirmed`] says so.

use super::federal_state::{FederalState, federal_state};
use super::reference::{Standing, standing};

/// City states: their only district is numbered 000.
const CITY_STATES: [&str; 2] = ["02000", "11000"];

/// The key of a municipality, eight digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ags(String);

/// The key of a district, five digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DistrictKey(String);

/// The regional key, twelve digits; changes with the municipal association.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ars(String);

impl Ags {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first five digits: the district in which the municipality lies, or the city as a district of its own.
    pub fn district(&self) -> &str {
        self.0.get(..5).unwrap_or_default()
    }

    pub fn state(&self) -> Option<FederalState> {
        federal_state(&self.0)
    }

    /// Ends in 000, as only an independent city or a city state does.
    pub fn is_independent_city(&self) -> bool {
        self.0.ends_with("000")
    }

    fn read_text(text: &str) -> Option<Self> {
        let district = well_formed(text, 8)?;
        let city = text.ends_with("000");
        let legal = match standing(district) {
            Standing::IndependentCity => city,
            Standing::District => !city,
            Standing::Unknown => true,
        };
        legal.then(|| Ags(text.to_owned()))
    }
}

impl DistrictKey {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn state(&self) -> Option<FederalState> {
        federal_state(&self.0)
    }

    /// The bundled list knows this as the key of an independent city, not of a district.
    pub fn is_independent_city(&self) -> bool {
        standing(&self.0) == Standing::IndependentCity
    }

    fn read_text(text: &str) -> Option<Self> {
        well_formed(text, 5).map(|district| DistrictKey(district.to_owned()))
    }
}

impl Ars {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The AGS inside: the same without the four digits of the association. Of a district, its key and three zeros.
    pub fn ags(&self) -> String {
        format!(
            "{}{}",
            self.0.get(..5).unwrap_or_default(),
            self.0.get(9..).unwrap_or_default()
        )
    }

    /// Whether the ARS is of the municipality or district that has the other keys.
    pub fn agrees(&self, ags: Option<&Ags>, district: Option<&DistrictKey>) -> bool {
        ags.is_none_or(|ags| self.ags() == ags.0)
            && district.is_none_or(|district| match ags {
                Some(_) => self.0.starts_with(&district.0),
                None => self
                    .0
                    .strip_prefix(district.as_str())
                    .is_some_and(|rest| rest == "0000000"),
            })
    }

    fn read_text(text: &str) -> Option<Self> {
        well_formed(text, 12).map(|_| Ars(text.to_owned()))
    }
}

/// The first five digits of a key with `length` digits, of an existing state, and not those of a region padded with zeros.
fn well_formed(text: &str, length: usize) -> Option<&str> {
    if text.len() != length || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    federal_state(text)?;
    let district = text.get(..5)?;
    (!district.ends_with("00") || CITY_STATES.contains(&district)).then_some(district)
}

text_scalar! {
    /// Amtlicher Gemeindeschlüssel: the eight digits of a municipality. An independent city's end in 000; a district has none.
    Ags at "https://www.xrepository.de/details/urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags", like "\"05914000\" (an independent city) or \"06636003\" (a town in a district)"
}

text_scalar! {
    /// Kreisschlüssel: the five digits of a district.
    DistrictKey at "https://www.xrepository.de/details/urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:kreis", like "\"05770\""
}

text_scalar! {
    /// Amtlicher Regionalschlüssel: the twelve digits of a municipality with its association. May change.
    Ars at "https://www.xrepository.de/details/urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs", like "\"059140000000\""
}
