//! Points in time and days, as the API shows and takes them.

use super::{DatePrecision, Malformed, PartialDate};
use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::{Datelike, NaiveDate, SecondsFormat, SubsecRound, Utc};
use serde::{Serialize, Serializer};

/// A point in time (Zeitpunkt), RFC 3339; shown in UTC with milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateTime(pub chrono::DateTime<Utc>);

/// A day of the calendar (Tag), as `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalDate(pub NaiveDate);

/// A point in time (Zeitpunkt), RFC 3339 with an offset; shown in UTC with milliseconds.
#[Scalar(specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let read = |text: &str| {
            let time = chrono::DateTime::parse_from_rfc3339(text).ok()?.with_timezone(&Utc);
            // Four digits are what RFC 3339 has for a year, in UTC too.
            (1..=9999).contains(&time.year()).then_some(time)
        };
        let time = read_text(value, ("DateTime", "\"2026-11-23T10:00:00+01:00\""), read)?;
        // Milliseconds are what both databases keep.
        Ok(DateTime(time.trunc_subsecs(3)))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

/// A day of the calendar without a time (Tag), as `2026-11-23`.
#[Scalar(specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6")]
impl ScalarType for LocalDate {
    fn parse(value: Value) -> InputValueResult<Self> {
        let read = |text: &str| {
            let date = PartialDate::parse(text).ok()?;
            (date.precision == DatePrecision::Day && !date.is_approximate()).then_some(date.earliest.0)
        };
        Ok(LocalDate(read_text(value, ("LocalDate", "\"2026-11-23\""), read)?))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

impl Serialize for LocalDate {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

fn read_text<T, S: async_graphql::InputType>(
    value: Value,
    (kind, example): (&'static str, &'static str),
    read: impl Fn(&str) -> Option<T>,
) -> Result<T, InputValueError<S>> {
    let malformed = |given: &str| InputValueError::custom(Malformed::new(kind, given, example));
    match &value {
        Value::String(text) => read(text).ok_or_else(|| malformed(text)),
        other => Err(malformed(&other.to_string())),
    }
}

/// The day it is in Germany at this time.
pub fn local_day(time: chrono::DateTime<Utc>) -> NaiveDate {
    time.with_timezone(&chrono_tz::Europe::Berlin).date_naive()
}
