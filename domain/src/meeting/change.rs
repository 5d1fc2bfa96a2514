//! A meeting's content is kept by all who organise it; its time, by the one whose meeting it is.

use super::Meeting;
use super::create::{MeetingPayload, link, named, search_text};
use super::when::When;
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_text, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::titled::{change_title, translations};
use crate::values::{ApproximateCountInput, DateTime, Edtf, LocalizedText, PartialDate, TextRule, TimeZone};
use crate::{Project, Topic};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::Visibility;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus};

/// What to change of a meeting (Veranstaltung ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateMeetingInput {
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    pub title: MaybeUndefined<String>,
    pub title_translations: MaybeUndefined<Vec<LocalizedText>>,
    pub theme: MaybeUndefined<String>,
    pub motto: MaybeUndefined<String>,
    pub summary: MaybeUndefined<String>,
    pub kind: MaybeUndefined<MeetingKind>,
    /// Moving a meeting is for the one whose meeting it is, as for all times.
    pub starts_at: MaybeUndefined<DateTime>,
    pub ends_at: MaybeUndefined<DateTime>,
    pub doors_open_at: MaybeUndefined<DateTime>,
    pub held_on: MaybeUndefined<Edtf>,
    pub time_zone: MaybeUndefined<TimeZone>,
    pub attendance_mode: MaybeUndefined<AttendanceMode>,
    pub venue: MaybeUndefined<String>,
    pub locality: MaybeUndefined<ID>,
    /// Who sees it is for the one whose meeting it is.
    pub visibility: MaybeUndefined<Visibility>,
    pub attendance: MaybeUndefined<ApproximateCountInput>,
    pub internal_notes: MaybeUndefined<String>,
    /// All topics that it shall have.
    pub topics: MaybeUndefined<Vec<ID>>,
    /// All projects that it shall be about, of those that the viewer sees.
    pub projects: MaybeUndefined<Vec<ID>>,
}

/// States in which a meeting's content may be changed.
const OPEN: [MeetingStatus; 4] = [
    MeetingStatus::Polling,
    MeetingStatus::Scheduled,
    MeetingStatus::Postponed,
    MeetingStatus::Held,
];

impl Session {
    /// Changes the content of a meeting.
    pub async fn update_meeting(&self, input: UpdateMeetingInput) -> Result<MeetingPayload, Error> {
        let (mut tx, row) = self.edit::<Meeting>(Action::MeetingUpdate, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        let mut changed = row.clone().into_active_model();
        store(&mut changed.starts_at, input.starts_at, |time| time.0);
        store(&mut changed.ends_at, input.ends_at, |time| time.0);
        store(&mut changed.doors_open_at, input.doors_open_at, |time| time.0);
        store(&mut changed.held_on, input.held_on, |date| date.as_str().to_owned());
        let moved = changed.starts_at.is_set()
            || changed.ends_at.is_set()
            || changed.doors_open_at.is_set()
            || changed.held_on.is_set();
        if moved {
            tx.require_for::<Meeting>(Action::MeetingReschedule, &row).await?;
        }
        store_value(
            &mut problems,
            "visibility",
            &mut changed.visibility,
            input.visibility,
            |level| level,
        );
        if changed.visibility.is_set() {
            tx.require_for::<Meeting>(Action::MeetingPublish, &row).await?;
        }
        if row.revision != input.expected_revision {
            let mut conflict = Problems::new(self.language());
            conflict.revision(input.expected_revision, row.revision);
            return Ok(MeetingPayload::refused_at(id, conflict));
        }
        if !OPEN.contains(&row.status) {
            problems.wrong_state("id", &row.status, &OPEN);
        }
        change_title(&mut problems, input.title, &mut changed.title, &mut changed.title_key);
        match &input.title_translations {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.title_translations.set_if_not_equals(serde_json::json!([])),
            MaybeUndefined::Value(given) => {
                changed
                    .title_translations
                    .set_if_not_equals(translations(&mut problems, given));
            }
        }
        store_text(&mut problems, "theme", &mut changed.theme, input.theme, TextRule::TITLE);
        store_text(&mut problems, "motto", &mut changed.motto, input.motto, TextRule::TITLE);
        store_text(
            &mut problems,
            "summary",
            &mut changed.summary,
            input.summary,
            TextRule::SUMMARY,
        );
        store_text(&mut problems, "venue", &mut changed.venue, input.venue, TextRule::NAME);
        let notes = input.internal_notes;
        store_text(
            &mut problems,
            "internalNotes",
            &mut changed.internal_notes,
            notes,
            TextRule::DESCRIPTION,
        );
        store_value(&mut problems, "kind", &mut changed.kind, input.kind, |kind| kind);
        let zone = |zone: TimeZone| zone.as_str().to_owned();
        store_value(&mut problems, "timeZone", &mut changed.time_zone, input.time_zone, zone);
        let mode = input.attendance_mode;
        store_value(
            &mut problems,
            "attendanceMode",
            &mut changed.attendance_mode,
            mode,
            |mode| mode,
        );
        if input.attendance.value().is_some_and(|count| count.value < 0) {
            problems.invalid(
                "attendance.value",
                "Eine Anzahl ist nicht negativ.",
                "A count is not negative.",
            );
        }
        store(&mut changed.attendance_qualifier, input.attendance, |count| {
            count.qualifier
        });
        store(&mut changed.attendance, input.attendance, |count| count.value);
        match input.locality {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.locality_id.set_if_not_equals(None),
            MaybeUndefined::Value(locality) => {
                let locality = named(&tx, Some(&locality), "locality", &mut problems).await?;
                changed.locality_id.set_if_not_equals(locality);
            }
        }
        if moved {
            let when = When {
                starts_at: *changed.starts_at.as_ref(),
                ends_at: *changed.ends_at.as_ref(),
                doors_open_at: *changed.doors_open_at.as_ref(),
                held_on: changed
                    .held_on
                    .as_ref()
                    .as_deref()
                    .and_then(|text| PartialDate::parse(text).ok()),
            };
            let status = moved_to(row.status, &when);
            if status == MeetingStatus::Scheduled && when.starts_at.is_none() {
                problems.required("startsAt", "Der Beginn fehlt.", "The start is missing.");
            }
            when.check(*changed.kind.as_ref(), status, tx.now(), &mut problems);
            changed.status.set_if_not_equals(status);
            changed.sort_at = Set(when.sort_at());
        }
        let topics = match input.topics {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Topic>(&ids, "topics", &mut problems).await?),
        };
        let projects = match input.projects {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Project>(&ids, "projects", &mut problems).await?),
        };
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let text = search_text(&changed);
        changed.search_text.set_if_not_equals(text);
        let also = link(&tx, id, topics, projects).await?;
        tx.update::<Meeting, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(id))
    }
}

/// Where a meeting stands after its times were changed: a start fixes a date that was being found or postponed.
fn moved_to(status: MeetingStatus, when: &When) -> MeetingStatus {
    match status {
        MeetingStatus::Polling | MeetingStatus::Postponed if when.starts_at.is_some() => MeetingStatus::Scheduled,
        MeetingStatus::Polling if when.held_on.is_some() => MeetingStatus::Held,
        status => status,
    }
}
