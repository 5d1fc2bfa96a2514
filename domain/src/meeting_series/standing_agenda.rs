//! What stands on the agenda of every edition: a list in the row of the series, which a new edition takes over.

use crate::MeetingSession;
use crate::error::{Error, UserErrorCode};
use crate::problems::{Message, Problems};
use crate::session::{Row, Tx};
use crate::values::TextRule;
use crate::{Meeting, MeetingSeries};
use async_graphql::{InputObject, SimpleObject};
use chrono::TimeDelta;
use sea_orm::ActiveEnum;
use sea_orm::ActiveValue::Set;
use serde::Deserialize;
use serde_json::{Value, json};
use verbund_entity::session::{ActiveModel, SessionKind};

/// The most items of a standing agenda.
const ITEMS: usize = 50;

/// The longest an item may take: a day.
const MINUTES: std::ops::RangeInclusive<i32> = 1..=1_440;

/// What stands on the agenda of every edition (ständiger Tagesordnungspunkt).
#[derive(SimpleObject, InputObject, Clone, Debug, PartialEq, Eq)]
#[graphql(input_name = "StandingAgendaItemInput")]
pub struct StandingAgendaItem {
    /// As it is announced, at most 300 characters (Titel).
    pub title: String,
    /// What kind of part it is (Art).
    pub kind: SessionKind,
    /// How long it takes, 1 to 1,440 minutes; null if that is open (Dauer).
    pub minutes: Option<i32>,
    /// What it is about, at most 2,000 characters (Kurzbeschreibung).
    #[graphql(name = "abstract")]
    pub abstract_text: Option<String>,
}

/// The items as they are stored.
pub(super) fn stored(problems: &mut Problems, given: &[StandingAgendaItem]) -> Value {
    if given.len() > ITEMS {
        let message = Message::new("Höchstens 50 Punkte.", "At most 50 items.");
        problems.add(UserErrorCode::TooLong, "standingAgenda", message);
        return json!([]);
    }
    let mut items = Vec::with_capacity(given.len());
    for (index, item) in given.iter().enumerate() {
        let path = |field: &str| format!("standingAgenda.{index}.{field}");
        let title = problems.text(&path("title"), &item.title, TextRule::TITLE);
        let about = item.abstract_text.as_deref();
        let about = problems.optional_text(&path("abstract"), about, TextRule::SUMMARY);
        if item.minutes.is_some_and(|minutes| !MINUTES.contains(&minutes)) {
            problems.invalid(
                &path("minutes"),
                "Ein Punkt dauert 1 bis 1440 Minuten.",
                "An item takes 1 to 1,440 minutes.",
            );
        }
        let kind = item.kind.to_value();
        items.push(json!({ "title": title, "kind": kind, "minutes": item.minutes, "abstract": about }));
    }
    Value::Array(items)
}

/// An item as it is stored.
#[derive(Deserialize)]
struct Item {
    title: String,
    kind: String,
    minutes: Option<i64>,
    #[serde(rename = "abstract")]
    about: Option<String>,
}

/// Gives a new edition the standing agenda as its sessions. They follow each other from its start as long as it is
/// known how long each takes, and end with it.
pub(super) async fn adopt(tx: &mut Tx, series: &Row<MeetingSeries>, meeting: &Row<Meeting>) -> Result<(), Error> {
    let broken = |_| Error::Internal(format!("the standing agenda of series {}", series.id));
    let items: Vec<Item> = serde_json::from_value(series.standing_agenda.clone()).map_err(broken)?;
    let mut next = meeting.starts_at;
    for (position, item) in (1..).zip(items) {
        let fits = |time: &_| meeting.ends_at.is_none_or(|end| *time <= end);
        let starts_at = next.filter(|start| meeting.ends_at.is_none_or(|end| *start < end));
        let length = item.minutes.map(TimeDelta::minutes);
        let ends_at = starts_at.zip(length).map(|(start, length)| start + length).filter(fits);
        next = ends_at;
        let kind = SessionKind::try_from_value(&item.kind)?;
        let row = ActiveModel {
            meeting_id: Set(meeting.id),
            top_id: Set(Some(meeting.id)),
            parent_id: Set(None),
            position: Set(position),
            number: Set(None),
            title: Set(item.title),
            abstract_text: Set(item.about),
            kind: Set(kind),
            phase: Set(None),
            track: Set(None),
            starts_at: Set(starts_at),
            ends_at: Set(ends_at),
            room: Set(None),
            capacity: Set(None),
            selectable: Set(false),
            is_public: Set(true),
            ..Default::default()
        };
        tx.insert::<MeetingSession, _>(row).await?;
    }
    Ok(())
}
