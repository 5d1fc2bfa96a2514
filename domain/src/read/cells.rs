//! Cells of a driver's row as JSON text: both databases give the same bytes.

use super::{id, json};
use crate::viewer::Viewer;
use async_graphql::Value;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ColumnType, QueryResult};
use sqlx::{Row, ValueRef, postgres::PgRow, sqlite::SqliteRow};

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Scalar {
    /// The public id of this type.
    Id(&'static str),
    Text,
    Int,
    Bool,
    Time,
    Date,
}

impl Scalar {
    pub fn of(column: impl ColumnTrait) -> Self {
        match column.def().get_column_type() {
            ColumnType::Integer | ColumnType::BigInteger => Scalar::Int,
            ColumnType::Boolean => Scalar::Bool,
            ColumnType::Date => Scalar::Date,
            ColumnType::TimestampWithTimeZone => Scalar::Time,
            _ => Scalar::Text,
        }
    }
}

/// The columns a computed field asked for, in the order it named them, and who looks.
pub struct Cells<'a> {
    pub(super) row: Cell<'a>,
    pub(super) at: &'a [usize],
    pub viewer: &'a Viewer,
}

impl Cells<'_> {
    pub fn text(&self, i: usize) -> Option<&str> {
        self.row.text(self.at[i])
    }

    pub fn int(&self, i: usize) -> Option<i64> {
        self.row.int(self.at[i])
    }

    pub fn date(&self, i: usize) -> Option<NaiveDate> {
        self.written(i, Scalar::Date)?.parse().ok()
    }

    pub fn time(&self, i: usize) -> Option<DateTime<Utc>> {
        self.written(i, Scalar::Time)?.parse().ok()
    }

    /// A column that holds JSON.
    pub fn json(&self, i: usize) -> Option<Value> {
        serde_json::from_str(self.text(i)?).ok()
    }

    fn written(&self, i: usize, scalar: Scalar) -> Option<String> {
        let mut out = Vec::new();
        self.row.write(self.at[i], scalar, &mut out);
        serde_json::from_slice(&out).ok()
    }
}

/// A row of either driver.
#[derive(Clone, Copy)]
pub(super) enum Cell<'a> {
    Pg(&'a PgRow),
    Lite(&'a SqliteRow),
    None,
}

impl<'a> From<&'a QueryResult> for Cell<'a> {
    fn from(row: &'a QueryResult) -> Self {
        match (row.try_as_pg_row(), row.try_as_sqlite_row()) {
            (Some(row), _) => Cell::Pg(row),
            (_, Some(row)) => Cell::Lite(row),
            _ => Cell::None,
        }
    }
}

/// The bytes of PostgreSQL's binary form; none where the value is null.
fn pg(row: &PgRow, i: usize) -> Option<&[u8]> {
    row.try_get_raw(i).ok()?.as_bytes().ok()
}

fn lite<'a, T: sqlx::Decode<'a, sqlx::Sqlite>>(row: &'a SqliteRow, i: usize) -> Option<T> {
    let value = row.try_get_raw(i).ok()?;
    if value.is_null() { None } else { T::decode(value).ok() }
}

impl<'a> Cell<'a> {
    /// An integer or, as 0 and 1, a boolean.
    pub fn int(self, i: usize) -> Option<i64> {
        match self {
            Cell::Lite(row) => lite(row, i),
            Cell::Pg(row) => match *pg(row, i)? {
                [a, b, c, d, e, f, g, h] => Some(i64::from_be_bytes([a, b, c, d, e, f, g, h])),
                [a, b, c, d] => Some(i32::from_be_bytes([a, b, c, d]).into()),
                [a] => Some(a.into()),
                _ => None,
            },
            Cell::None => None,
        }
    }

    pub fn text(self, i: usize) -> Option<&'a str> {
        match self {
            Cell::Lite(row) => lite(row, i),
            Cell::Pg(row) => pg(row, i).and_then(|bytes| std::str::from_utf8(bytes).ok()),
            Cell::None => None,
        }
    }

    /// One value as JSON; `null` where there is none.
    pub fn write(self, i: usize, scalar: Scalar, out: &mut Vec<u8>) {
        let start = out.len();
        if self.try_write(i, scalar, out).is_none() {
            out.truncate(start);
            out.extend_from_slice(b"null");
        }
    }

    fn try_write(self, i: usize, scalar: Scalar, out: &mut Vec<u8>) -> Option<()> {
        match scalar {
            Scalar::Id(ty) => {
                out.push(b'"');
                id::write(ty, self.text(i)?, out);
                out.push(b'"');
            }
            Scalar::Text => json::string(self.text(i)?, out),
            Scalar::Int => out.extend_from_slice(itoa::Buffer::new().format(self.int(i)?).as_bytes()),
            Scalar::Bool => json::boolean(self.int(i)? != 0, out),
            Scalar::Time => self.time(i, out)?,
            Scalar::Date => match self {
                Cell::Pg(row) => {
                    let days = i32::from_be_bytes(pg(row, i)?.try_into().ok()?);
                    out.push(b'"');
                    date(days.into(), out);
                    out.push(b'"');
                }
                _ => json::string(self.text(i)?, out),
            },
        }
        Some(())
    }

    /// `"2026-11-23T09:00:00.000Z"`, always in UTC and with milliseconds.
    fn time(self, i: usize, out: &mut Vec<u8>) -> Option<()> {
        out.push(b'"');
        match self {
            Cell::Pg(row) => {
                let micros = i64::from_be_bytes(pg(row, i)?.try_into().ok()?); // since 2000-01-01
                date(micros.div_euclid(86_400_000_000), out);
                let millis = micros.rem_euclid(86_400_000_000) / 1000;
                out.push(b'T');
                two(millis / 3_600_000, out);
                out.push(b':');
                two(millis / 60_000 % 60, out);
                out.push(b':');
                two(millis / 1000 % 60, out);
                out.push(b'.');
                digit(millis / 100, out);
                two(millis % 100, out);
            }
            _ => {
                // RFC 3339 as the driver writes it, in UTC, with none to nine digits of a second's fraction.
                let text = self.text(i)?.as_bytes();
                out.extend_from_slice(text.get(..10)?);
                out.push(b'T');
                out.extend_from_slice(text.get(11..19)?);
                out.push(b'.');
                let fraction = text.get(19..).filter(|f| f.first() == Some(&b'.')).unwrap_or_default();
                for k in 1..4 {
                    out.push(fraction.get(k).copied().filter(u8::is_ascii_digit).unwrap_or(b'0'));
                }
            }
        }
        out.extend_from_slice(b"Z\"");
        Some(())
    }
}

fn digit(n: i64, out: &mut Vec<u8>) {
    out.push(b'0' + (n % 10) as u8);
}

fn two(n: i64, out: &mut Vec<u8>) {
    digit(n / 10, out);
    digit(n, out);
}

/// Days since 2000-01-01 as `yyyy-mm-dd`: the proleptic Gregorian calendar counted in eras of 400 years that begin on
/// the first of March.
fn date(days: i64, out: &mut Vec<u8>) {
    let day = days + 10_957 + 719_468;
    let era = day.div_euclid(146_097);
    let day_of_era = day.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    two(year / 100, out);
    two(year, out);
    out.push(b'-');
    two(month, out);
    out.push(b'-');
    two(day_of_month, out);
}
