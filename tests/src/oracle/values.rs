//! Fields that are no column but made of columns.

use super::json::Json;
use super::rows::Row;
use super::schema::{Field, snake};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use chrono::{Datelike, NaiveDate};

/// The value of a field that leads nowhere.
pub fn value(ty: &str, row: &Row, field: &Field, language: Option<&str>, today: NaiveDate) -> Json {
    let column = |name: &str| {
        row.get(name)
            .cloned()
            .unwrap_or_else(|| panic!("{ty} has no column {name}"))
    };
    let text = |name: &str| column(name).text().map(str::to_owned);
    match (ty, field.name.as_str()) {
        (_, "id") => Json::Text(global_id(ty, row)),
        ("Person", "displayName") => {
            let parts = ["honorific_prefix", "given_name", "family_name"]
                .into_iter()
                .filter_map(text);
            Json::Text(parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
        }
        ("Position", "isCurrent") => {
            let day = |name| text(name).and_then(|day| day.parse::<NaiveDate>().ok());
            let (starts, ends) = (day("starts_on"), day("ends_on"));
            Json::Bool(starts.is_none_or(|day| day <= today) && ends.is_none_or(|day| day >= today))
        }
        ("Municipality", "state") => {
            let key = text("ags").or_else(|| text("district_key"));
            key.map_or(Json::Null, |key| Json::Text(state(&key).to_owned()))
        }
        ("Meeting", "attendance") => match (column("attendance"), column("attendance_qualifier")) {
            (Json::Null, _) => Json::Null,
            (value, qualifier) => Json::Object(vec![("value".into(), value), ("qualifier".into(), qualifier)]),
        },
        ("Meeting", "registrationNotice") => match column("registration_channel") {
            Json::Null => Json::Null,
            channel => Json::Object(vec![
                ("channel".into(), channel),
                ("address".into(), column("registration_address")),
                ("closesAt".into(), column("registration_closes_at")),
            ]),
        },
        ("AttendanceLine", name @ ("heads" | "represented")) => match column(name) {
            Json::Null => Json::Null,
            value => {
                let qualifier = column(&format!("{name}_qualifier"));
                Json::Object(vec![("value".into(), value), ("qualifier".into(), qualifier)])
            }
        },
        // Nobody has signed in, and these are for the organisers.
        ("Meeting", "internalNotes") => Json::Null,
        // The same, for the two sides of a membership.
        ("NetworkMembership", "applicationNote" | "decisionReason" | "decidedAt") => Json::Null,
        // Nor is anybody of the house.
        ("ContactPoint", "verifiedAt" | "verification") => Json::Null,
        // Its parts are told in `execute`.
        (_, "viewerCan") => Json::Object(Vec::new()),
        (_, name) if field.of == "PartialDate" => text(&snake(name)).map_or(Json::Null, |edtf| partial_date(&edtf)),
        (_, name) if field.arguments == ["language"] => {
            let translations = column(&format!("{}_translations", snake(name)));
            translated(column(&snake(name)), &translations, language)
        }
        (_, name) => column(&snake(name)),
    }
}

pub fn global_id(ty: &str, row: &Row) -> String {
    BASE64.encode(format!(
        "{ty}:{}",
        row.get("public_id").and_then(Json::text).expect("a public id")
    ))
}

/// The states that the world's municipalities lie in.
fn state(key: &str) -> &'static str {
    match &key[..2] {
        "05" => "NORTH_RHINE_WESTPHALIA",
        "06" => "HESSE",
        "09" => "BAVARIA",
        other => panic!("the oracle does not know the state {other}"),
    }
}

fn translated(own: Json, translations: &Json, language: Option<&str>) -> Json {
    let Json::List(all) = translations else { return own };
    let wanted = |translation: &&Json| match translation {
        Json::Object(fields) => fields
            .iter()
            .any(|(name, value)| name == "language" && value.text() == language),
        _ => false,
    };
    match all.iter().find(wanted) {
        Some(Json::Object(fields)) => fields
            .iter()
            .find(|(name, _)| name == "text")
            .map_or(own, |(_, text)| text.clone()),
        _ => own,
    }
}

fn partial_date(edtf: &str) -> Json {
    let numbers: Vec<u32> = edtf
        .trim_end_matches('~')
        .split('-')
        .map(|part| part.parse().expect("digits"))
        .collect();
    let first = |year: u32, month: u32| NaiveDate::from_ymd_opt(year as i32, month, 1).expect("a month");
    let (earliest, months, precision) = match numbers[..] {
        [year] => (first(year, 1), 12, "YEAR"),
        [year, season @ 21..=24] => (first(year, [3, 6, 9, 12][season as usize - 21]), 3, "SEASON"),
        [year, month] => (first(year, month), 1, "MONTH"),
        [year, month, day] => (first(year, month).with_day(day).expect("a day"), 0, "DAY"),
        _ => panic!("{edtf} is no date"),
    };
    let mut latest = earliest;
    if months > 0 {
        let month = earliest.month0() + months;
        latest = first(earliest.year() as u32 + month / 12, month % 12 + 1)
            .pred_opt()
            .expect("a day before");
    }
    let text = |text: &dyn ToString| Json::Text(text.to_string());
    Json::Object(vec![
        ("edtf".into(), text(&edtf)),
        ("earliest".into(), text(&earliest)),
        ("latest".into(), text(&latest)),
        ("precision".into(), text(&precision)),
    ])
}
