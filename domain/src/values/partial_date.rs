//! A date that is known as far as it is known: "2023", "2023-04", "im Frühjahr 2024".

use super::LocalDate;
use async_graphql::{Enum, SimpleObject};
use chrono::{Days, NaiveDate};
use serde::Serialize;

/// A year outside of these is a typing error.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2999;

/// How exactly a date is known (Genauigkeit).
#[derive(Enum, Serialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DatePrecision {
    /// Only the year is known (Jahr).
    Year,
    /// The season of a year is known (Jahreszeit).
    Season,
    /// The month is known (Monat).
    Month,
    /// The day is known (Tag).
    Day,
}

/// A date of any precision (Datum, so genau wie bekannt).
#[derive(SimpleObject, Serialize, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub struct PartialDate {
    /// As written in EDTF (ISO 8601-2): `2023`, `2023-04`, `2023-04-17`, `2023-21` (spring), `~` at the end: approximately.
    pub edtf: String,
    /// The first day that can be meant (frühestens).
    pub earliest: LocalDate,
    /// The last day that can be meant (spätestens).
    pub latest: LocalDate,
    /// How much of it is known (Genauigkeit).
    pub precision: DatePrecision,
}

impl PartialDate {
    /// Reads the EDTF subset. `~` does not move the bounds: ISO 8601-2 says how sure, not how wide.
    pub fn parse(edtf: &str) -> Result<Self, super::Malformed> {
        Edtf::parse(edtf).map(|edtf| edtf.0)
    }

    /// A stored date as the API shows it; null where there is none.
    pub fn of(edtf: Option<&str>) -> async_graphql::Value {
        let date = edtf.and_then(|edtf| Self::parse(edtf).ok());
        async_graphql::to_value(date).unwrap_or_default()
    }

    /// That one day.
    pub fn day(date: NaiveDate) -> Self {
        PartialDate {
            edtf: date.to_string(),
            earliest: LocalDate(date),
            latest: LocalDate(date),
            precision: DatePrecision::Day,
        }
    }

    pub fn is_approximate(&self) -> bool {
        self.edtf.ends_with('~')
    }

    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.strip_suffix('~').unwrap_or(text).split('-').collect();
        let (earliest, latest, precision) = match parts.as_slice() {
            [year] => {
                let year = year_of(year)?;
                (
                    first_of(year, 1)?,
                    first_of(year + 1, 1)?.checked_sub_days(Days::new(1))?,
                    DatePrecision::Year,
                )
            }
            [year, part] => {
                let (year, part) = (year_of(year)?, digits(part, 2)?);
                let (month, months, precision) = match part {
                    1..=12 => (part, 1, DatePrecision::Month),
                    21..=24 => (season_start(part), 3, DatePrecision::Season),
                    _ => return None,
                };
                let next = month - 1 + months;
                let end = first_of(year + i32::try_from(next / 12).ok()?, next % 12 + 1)?;
                (first_of(year, month)?, end.checked_sub_days(Days::new(1))?, precision)
            }
            [year, month, day] => {
                let date = NaiveDate::from_ymd_opt(year_of(year)?, digits(month, 2)?, digits(day, 2)?)?;
                (date, date, DatePrecision::Day)
            }
            _ => return None,
        };
        Some(PartialDate {
            edtf: text.to_owned(),
            earliest: LocalDate(earliest),
            latest: LocalDate(latest),
            precision,
        })
    }
}

/// ISO 8601-2 leaves open which months a season has. Taken: the meteorological seasons of the German Weather Service (DWD), whole
/// months; so winter (24) begins in December of the year named and ends with February of the next.
fn season_start(season: u32) -> u32 {
    (season - 20) * 3
}

fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn year_of(text: &str) -> Option<i32> {
    let year = i32::try_from(digits(text, 4)?).ok()?;
    YEARS.contains(&year).then_some(year)
}

fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// A date to be entered, as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf(PartialDate);

impl Edtf {
    /// That one day.
    pub fn day(date: NaiveDate) -> Self {
        Edtf(PartialDate::day(date))
    }

    pub fn as_str(&self) -> &str {
        &self.0.edtf
    }

    pub fn date(&self) -> &PartialDate {
        &self.0
    }

    pub fn into_date(self) -> PartialDate {
        self.0
    }

    fn read_text(text: &str) -> Option<Self> {
        PartialDate::read(text).map(Edtf)
    }
}

text_scalar! {
    /// A date of any precision in EDTF, ISO 8601-2 (unvollständiges Datum): `2023`, `2023-04`, `2023-04-17`, the seasons `2023-21`
    /// (spring) to `2023-24` (winter, until February of the next year); with `~` at the end: approximately.
    Edtf at "https://www.loc.gov/standards/datetime/", like "\"2023\", \"2023-04\" or \"2023-21\""
}
