//! A meeting's content is kept by all who organise it; its time, by the one whose meeting it is.

use super::about::{Organizing, link};
use super::calendar::announce;
use super::create::{MeetingPayload, named, search_text};
use super::edition;
use super::lists::{alternate_titles, each_once};
use super::notice::{Notice, RegistrationNoticeInput, check_deadline};
use super::publish::check_place;
use super::when::When;
use super::{Meeting, states};
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_list, store_text, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::titled::{change_title, summaries, translations};
use crate::values::{ApproximateCountInput, DateTime, Edtf, LocalizedText, PartialDate, TextRule, TimeZone};
use crate::{Place, Topic};
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::Visibility;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication, TargetGroup};
use verbund_entity::organization::OrganizationKind;

/// What to change of a meeting (Veranstaltung ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateMeetingInput {
    /// The meeting to change (Veranstaltung).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// As announced, at most 300 characters; never null (Titel).
    pub title: MaybeUndefined<String>,
    /// All translations that the title shall have, each language once; at most 20.
    pub title_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// All other titles that it shall have, at most 10 (weitere Titel).
    pub alternate_titles: MaybeUndefined<Vec<String>>,
    /// The series that it shall be an edition of, of the party whose meeting it is and who alone may move it. Without a
    /// number it gets the next one; its agenda stays (Veranstaltungsreihe).
    pub series: MaybeUndefined<ID>,
    /// Which one of its kind it is, counted from 1; that is for the one whose meeting it is. Null: nobody counts
    /// (die wievielte).
    pub edition: MaybeUndefined<i32>,
    /// What it is about, where that is not its title; at most 300 characters (Thema).
    pub theme: MaybeUndefined<String>,
    /// Words that it stands under, at most 300 characters (Motto).
    pub motto: MaybeUndefined<String>,
    /// In a few sentences, at most 2,000 characters (Kurzbeschreibung).
    pub summary: MaybeUndefined<String>,
    /// All translations that the summary shall have, each language once; at most 20.
    pub summary_translations: MaybeUndefined<Vec<LocalizedText>>,
    /// What kind of meeting it is; never null (Art).
    pub kind: MaybeUndefined<MeetingKind>,
    /// All that it shall be for (Zielgruppen).
    pub audience: MaybeUndefined<Vec<TargetGroup>>,
    /// All kinds of organisations that it shall invite (eingeladene Stellen).
    pub invited_kinds: MaybeUndefined<Vec<OrganizationKind>>,
    /// When it begins (Beginn); a new start fixes the date of one that is being found or postponed. Moving a meeting to
    /// another time, or online, is for the one whose meeting it is.
    pub starts_at: MaybeUndefined<DateTime>,
    /// When it ends, after the start (Ende).
    pub ends_at: MaybeUndefined<DateTime>,
    /// When people may come, not after the start (Einlass).
    pub doors_open_at: MaybeUndefined<DateTime>,
    /// Instead of a start, for a meeting of the past of which no more is known.
    pub held_on: MaybeUndefined<Edtf>,
    /// Where its days begin and end; never null (Zeitzone).
    pub time_zone: MaybeUndefined<TimeZone>,
    /// How people take part; never null (Teilnahmeform).
    pub attendance_mode: MaybeUndefined<AttendanceMode>,
    /// The place as people call it, at most 200 characters (Ort).
    pub venue: MaybeUndefined<String>,
    /// The place, where it is in the register (Veranstaltungsort).
    pub place: MaybeUndefined<ID>,
    /// The municipality that it is held in.
    pub locality: MaybeUndefined<ID>,
    /// Who sees it once it is published; that is for the one whose meeting it is (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
    /// How many came, for a meeting of the past.
    pub attendance: MaybeUndefined<ApproximateCountInput>,
    /// How one registers for it elsewhere, and until when (Anmeldung).
    pub registration_notice: MaybeUndefined<RegistrationNoticeInput>,
    /// For those who organise it, at most 20,000 characters (interne Notizen).
    pub internal_notes: MaybeUndefined<String>,
    /// All topics that it shall have, at most 50 (Themen).
    pub topics: MaybeUndefined<Vec<ID>>,
    /// All projects that it shall be about, at most 50, of those that the viewer sees; some organiser takes part in each.
    pub projects: MaybeUndefined<Vec<ID>>,
}

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
        let mode = input.attendance_mode;
        store_value(
            &mut problems,
            "attendanceMode",
            &mut changed.attendance_mode,
            mode,
            |mode| mode,
        );
        if moved {
            tx.require_for::<Meeting>(Action::MeetingReschedule, &row).await?;
        }
        if changed.attendance_mode.is_set() {
            tx.require_for::<Meeting>(Action::MeetingMoveOnline, &row).await?;
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
        let wanted = (input.series, input.edition);
        edition::place(&tx, &row, &mut changed, wanted, &mut problems).await?;
        if row.revision != input.expected_revision {
            let mut conflict = Problems::new(self.language());
            conflict.revision(input.expected_revision, row.revision);
            return Ok(MeetingPayload::refused_at(id, conflict));
        }
        if !states::UPDATE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::UPDATE);
        }
        change_title(&mut problems, input.title, &mut changed.title, &mut changed.title_key);
        store_list(&mut changed.title_translations, &input.title_translations, |given| {
            translations(&mut problems, given)
        });
        store_list(&mut changed.alternate_titles, &input.alternate_titles, |given| {
            alternate_titles(&mut problems, given)
        });
        store_list(&mut changed.audience, &input.audience, each_once);
        store_list(&mut changed.invited_kinds, &input.invited_kinds, each_once);
        store_text(&mut problems, "theme", &mut changed.theme, input.theme, TextRule::TITLE);
        store_text(&mut problems, "motto", &mut changed.motto, input.motto, TextRule::TITLE);
        store_text(
            &mut problems,
            "summary",
            &mut changed.summary,
            input.summary,
            TextRule::SUMMARY,
        );
        store_list(
            &mut changed.summary_translations,
            &input.summary_translations,
            |given| summaries(&mut problems, given),
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
        if !input.registration_notice.is_undefined() {
            let zone = TimeZone::parse(changed.time_zone.as_ref()).unwrap_or(TimeZone::GERMANY);
            Notice::read(input.registration_notice.value(), zone, &mut problems).store(&mut changed);
        }
        if changed.registration_closes_at.is_set() || changed.starts_at.is_set() {
            let (closes_at, starts_at) = (*changed.registration_closes_at.as_ref(), *changed.starts_at.as_ref());
            check_deadline(closes_at, starts_at, &mut problems);
        }
        match input.place {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.place_id.set_if_not_equals(None),
            MaybeUndefined::Value(place) => {
                let place = tx.expected::<Place>(&place, "place", &mut problems).await?;
                changed.place_id.set_if_not_equals(place.map(|row| row.id));
            }
        }
        match input.locality {
            MaybeUndefined::Undefined => {}
            MaybeUndefined::Null => changed.locality_id.set_if_not_equals(None),
            MaybeUndefined::Value(locality) => {
                let locality = named(&tx, Some(&locality), "locality", &mut problems).await?;
                changed.locality_id.set_if_not_equals(locality);
            }
        }
        if moved || changed.kind.is_set() {
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
            let dated = changed.starts_at.is_set() && when.starts_at.is_some();
            let status = moved_to(row.status, dated, &when);
            if status == MeetingStatus::Scheduled && when.starts_at.is_none() {
                problems.required("startsAt", "Der Beginn fehlt.", "The start is missing.");
            }
            when.check(*changed.kind.as_ref(), status, tx.now(), &mut problems);
            if status != row.status {
                changed.status = Set(status);
                changed.status_reason.set_if_not_equals(None);
            }
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
            MaybeUndefined::Value(ids) => {
                let organizing = Organizing::of(&tx, &row).await?;
                Some(organizing.projects(&tx, &ids, &mut problems).await?)
            }
        };
        if row.publication == Publication::Published {
            let (mode, status) = (*changed.attendance_mode.as_ref(), *changed.status.as_ref());
            let place = changed.venue.as_ref().is_some()
                || changed.place_id.as_ref().is_some()
                || changed.locality_id.as_ref().is_some();
            check_place(mode, status, place, &mut problems);
        }
        if !problems.none() {
            return Ok(MeetingPayload::refused(problems));
        }
        let text = search_text(&changed);
        changed.search_text.set_if_not_equals(text);
        announce(&row, &mut changed);
        let also = link(&tx, id, topics, projects).await?;
        tx.update::<Meeting, _>(changed, &also).await?;
        tx.finish().await?;
        Ok(MeetingPayload::done(id))
    }
}

/// Where a meeting stands after its times were changed: a new start fixes a date that was being found or postponed.
fn moved_to(status: MeetingStatus, dated: bool, when: &When) -> MeetingStatus {
    match status {
        MeetingStatus::Polling | MeetingStatus::Postponed if dated => MeetingStatus::Scheduled,
        MeetingStatus::Polling if when.held_on.is_some() => MeetingStatus::Held,
        status => status,
    }
}
