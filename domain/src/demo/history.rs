//! A conference of which only a library's record is left: nobody who could enter it here has organised it.

use super::records::{Records, stored};
use crate::error::Error;
use crate::session::{Recorder, new_public_id};
use crate::values::fold::{order_key, search_text};
use crate::{Meeting, MeetingOrganizer};
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_entity::meeting::{self, AttendanceMode, MeetingKind, MeetingStatus, Publication, TargetGroup};
use verbund_entity::meeting_organizer::{self, OrganizerRole, OrganizerStatus};
use verbund_entity::organization::OrganizationKind as Kind;
use verbund_entity::{CountQualifier, Visibility, meeting_topic};

const SLUG: &str = "fachkonferenz-2017";
const TITLE: &str = "Arbeitsmarktintegration von Flüchtlingen gelingt – und zwar vor Ort! – Good Practice";
const SUMMARY: &str = "Wie Städte Geflüchtete in Arbeit bringen: gute Beispiele aus Wuppertal und Bielefeld.";

/// Who came, besides people from the cities.
const GUESTS: [Kind; 5] = [
    Kind::Jobcenter,
    Kind::EmployersAssociation,
    Kind::WelfareAssociation,
    Kind::ChamberCommerce,
    Kind::ChamberCrafts,
];

/// Three of equal rank, two of them ministries that are no more.
const ORGANIZERS: [&str; 3] = ["staedtetag", "mweimh", "mais"];

pub(super) async fn record(recorder: &mut Recorder, records: &mut Records) -> Result<(), Error> {
    let first_day = NaiveDate::from_ymd_opt(2017, 2, 1).unwrap_or_default();
    let row = meeting::ActiveModel {
        slug: Set(SLUG.to_owned()),
        title: Set(TITLE.to_owned()),
        title_key: Set(order_key(TITLE)),
        title_translations: Set(json!([])),
        alternate_titles: Set(json!([])),
        series_id: Set(None),
        edition: Set(None),
        edition_sort: Set(i32::MAX),
        theme: Set(None),
        motto: Set(None),
        summary: Set(Some(SUMMARY.to_owned())),
        kind: Set(MeetingKind::SpecialistConference),
        status: Set(MeetingStatus::Held),
        status_reason: Set(None),
        publication: Set(Publication::Published),
        visibility: Set(Visibility::Public),
        audience: Set(stored(&[TargetGroup::Administration])),
        invited_kinds: Set(stored(&GUESTS)),
        starts_at: Set(None),
        ends_at: Set(None),
        doors_open_at: Set(None),
        held_on: Set(Some("2017-02".to_owned())),
        sort_at: Set(first_day.and_time(chrono::NaiveTime::MIN).and_utc()),
        time_zone: Set("Europe/Berlin".to_owned()),
        attendance_mode: Set(AttendanceMode::InPerson),
        venue: Set(None),
        place_id: Set(None),
        registration_channel: Set(None),
        registration_address: Set(None),
        registration_closes_at: Set(None),
        locality_id: Set(Some(records.key("duesseldorf")?)),
        host_id: Set(None),
        keeper_municipality_id: Set(None),
        keeper_network_id: Set(Some(records.key("integration-interkommunal")?)),
        ical_uid: Set(new_public_id()),
        ical_sequence: Set(0),
        previous_start: Set(None),
        attendance: Set(Some(100)),
        attendance_qualifier: Set(Some(CountQualifier::About)),
        internal_notes: Set(None),
        search_text: Set(search_text(&[TITLE, SUMMARY])),
        ..Default::default()
    };
    let conference = recorder.record::<Meeting, _>(row).await?;
    for (position, name) in (0..).zip(ORGANIZERS) {
        let organizer = meeting_organizer::ActiveModel {
            meeting_id: Set(conference.key),
            municipality_id: Set(None),
            organization_id: Set(Some(records.key(name)?)),
            network_id: Set(None),
            role: Set(OrganizerRole::CoOrganizer),
            status: Set(OrganizerStatus::Confirmed),
            position: Set(position),
            ..Default::default()
        };
        recorder.record::<MeetingOrganizer, _>(organizer).await?;
    }
    let mut topics = Vec::new();
    for topic in ["arbeitsmarktintegration", "spracherwerb"] {
        topics.push(meeting_topic::ActiveModel {
            meeting_id: Set(conference.key),
            topic_id: Set(records.key(topic)?),
        });
    }
    recorder.add(topics).await?;
    records.add(SLUG, conference)
}
