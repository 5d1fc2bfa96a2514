//! The official list of municipalities (Gemeindeverzeichnis) as Destatis publishes it, in the format GV100AD.
//!
//! One record a line, in columns of fixed width, counted in characters. The layout is that of the description which
//! comes with each edition (destatis.de, Gemeindeverzeichnis, "GV100AD"), as two independent readers have it:
//! github.com/jgraef/gv100ad and github.com/openpotato/gv100ad-php. Columns, from 1:
//!
//! ```text
//!   1–2    type: 10 state, 20 region of a government, 30 region, 40 district, 50 association, 60 municipality
//!   3–10   the day that it describes, YYYYMMDD
//!  11–15   key of the district: state, government region, district
//!  16–18   municipality
//!  19–22   municipal association
//!  23–72   name
//! 123–124  what it is: 41, 42 a city as its own district; 61 to 64, 67 municipalities; 65, 66 unincorporated areas
//! 140–150  inhabitants
//! ```

use super::Ars;
use chrono::NaiveDate;

/// A municipality or district of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The AGS, or a district's five digits.
    pub key: String,
    pub ars: Ars,
    pub official_name: String,
    /// Of a municipality.
    pub population: Option<i32>,
    pub as_of: NaiveDate,
}

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    #[error("line {0} is no record of GV100AD")]
    Line(usize),
    #[error("the file lists no municipality")]
    Empty,
}

/// All municipalities and districts of a file. Older editions are in ISO 8859-1, newer ones in UTF-8.
pub fn read(bytes: &[u8]) -> Result<Vec<Listed>, Malformed> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let mut all = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if !line.trim().is_empty() {
            let record = Record(line.chars().collect());
            all.extend(record.read().ok_or(Malformed::Line(at + 1))?);
        }
    }
    if all.iter().any(|listed| listed.key.len() == 8) {
        Ok(all)
    } else {
        Err(Malformed::Empty)
    }
}

struct Record(Vec<char>);

impl Record {
    /// Columns as the description counts them.
    fn columns(&self, first: usize, last: usize) -> String {
        let columns = self.0.iter().skip(first - 1).take(last + 1 - first);
        columns.collect::<String>().trim().to_owned()
    }

    /// `None` for what is no record, nothing in it for a record that names neither municipality nor district.
    fn read(&self) -> Option<Option<Listed>> {
        let as_of = NaiveDate::parse_from_str(&self.columns(3, 10), "%Y%m%d").ok()?;
        let name = self.columns(23, 72);
        let (kind, mark) = (self.columns(1, 2), self.columns(123, 124));
        let district = self.columns(11, 15);
        match (kind.as_str(), mark.as_str()) {
            ("10" | "20" | "30" | "50", _) => return Some(None),
            // A city that is its own district comes again as a municipality.
            ("40", "41" | "42") | ("60", "65" | "66") => return Some(None),
            ("40" | "60", _) if !name.is_empty() => {}
            _ => return None,
        }
        let municipality = (kind == "60").then(|| (self.columns(16, 18), self.columns(19, 22)));
        let (own, association) = municipality.clone().unwrap_or(("000".to_owned(), "0000".to_owned()));
        let ars = Ars::parse(&format!("{district}{association}{own}")).ok()?;
        let population = match (&municipality, self.columns(140, 150).as_str()) {
            (None, _) | (_, "") => None,
            (Some(_), people) => Some(people.parse().ok()?),
        };
        Some(Some(Listed {
            key: municipality.map_or(district, |_| ars.ags()),
            ars,
            official_name: name,
            population,
            as_of,
        }))
    }
}
