//! Lists: which rows, in which order, and which part of them.

use super::Oracle;
use super::arguments::Variables;
use super::json::{CURSOR, Json};
use super::rows::{Row, key};
use super::schema::snake;
use async_graphql::Value as Const;
use async_graphql::parser::types::Field;
use std::cmp::Ordering;

/// A page that is not told its size.
const USUAL: usize = 20;

/// A part of a list.
#[derive(Clone)]
pub struct Page<'a> {
    pub of: String,
    pub rows: Vec<&'a Row>,
    pub total: usize,
    pub has_next: bool,
    pub has_previous: bool,
}

/// Slices a list as the arguments of a connection say.
pub fn page<'a>(oracle: &Oracle, of: &str, mut all: Vec<&'a Row>, field: &Field, variables: &Variables) -> Page<'a> {
    // What another record has taken the place of is in no list.
    all.retain(|row| row.get("replaced_by_id").is_none_or(|by| *by == Json::Null));
    let (column, descending) = order(oracle, (of, &field.name.node), variables.argument(field, "orderBy"));
    let compare = |one: &Row, other: &Row| {
        let by = compare(one, other, &column).then(key(one).cmp(&key(other)));
        if descending { by.reverse() } else { by }
    };
    // Both are written alike, so that later ones are larger texts.
    let since = variables.text(field, "updatedSince");
    all.retain(|row| {
        since
            .as_deref()
            .is_none_or(|since| row["updated_at"].text() >= Some(since))
    });
    all.sort_by(|one, other| compare(one, other));
    let total = all.len();
    let place = |name: &str| {
        let cursor = variables.text(field, name)?;
        let id = cursor
            .strip_prefix(CURSOR)
            .and_then(|place| place.parse().ok())
            .expect("a cursor of the oracle");
        Some(oracle.rows.by_id(&snake(of), id).expect("the row of a cursor"))
    };
    let (after, before) = (place("after"), place("before"));
    let (first, last) = (variables.int(field, "first"), variables.int(field, "last"));
    let mut rows: Vec<&Row> = all
        .into_iter()
        .filter(|row| after.is_none_or(|after| compare(row, after) == Ordering::Greater))
        .filter(|row| before.is_none_or(|before| compare(row, before) == Ordering::Less))
        .collect();
    let size = first.or(last).unwrap_or(USUAL);
    let more = rows.len() > size;
    let back = last.is_some() || before.is_some();
    if back {
        rows = rows.split_off(rows.len().saturating_sub(size));
    } else {
        rows.truncate(size);
    }
    Page {
        of: of.to_owned(),
        rows,
        total,
        has_next: if back { before.is_some() } else { more },
        has_previous: if back { more } else { after.is_some() },
    }
}

/// The column to sort by, and whether from its end. The type's first order is the usual one, but for editions.
fn order(oracle: &Oracle, (of, list): (&str, &str), asked: Option<Const>) -> (String, bool) {
    let asked = match asked {
        Some(Const::List(mut orders)) => orders.pop(),
        other => other,
    };
    let mut field = match list {
        "editions" => "EDITION".to_owned(),
        _ => oracle.schema.values(&format!("{of}OrderField"))[0].clone(),
    };
    let mut descending = false;
    if let Some(Const::Object(order)) = asked {
        field = word(&order["field"]);
        descending = order
            .get("direction")
            .is_some_and(|direction| word(direction) == "DESC");
    }
    let column = match field.as_str() {
        "CREATED_AT" => "id",
        "NAME" => "name_key",
        "TITLE" => "title_key",
        "STARTS_AT" => "sort_at",
        "POSITION" => "position",
        "EDITION" => "edition_sort",
        other => panic!("the oracle does not know the order {other}"),
    };
    (column.to_owned(), descending)
}

fn word(value: &Const) -> String {
    match value {
        Const::Enum(name) => name.to_string(),
        Const::String(name) => name.clone(),
        other => panic!("{other} is no value of an enum"),
    }
}

fn compare(one: &Row, other: &Row, column: &str) -> Ordering {
    match (&one[column], &other[column]) {
        (Json::Int(one), Json::Int(other)) => one.cmp(other),
        (Json::Text(one), Json::Text(other)) => one.as_bytes().cmp(other.as_bytes()),
        other => panic!("{column} does not order: {other:?}"),
    }
}
