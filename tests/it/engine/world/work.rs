//! Projects and meetings.

use super::Making;
use chrono::TimeDelta;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, NoticeChannel, Publication};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::{
    CountQualifier, Visibility, meeting, meeting_organizer, meeting_project, meeting_topic, project,
    project_participation, project_topic, source_reference,
};

impl Making {
    pub(super) async fn projects(&mut self, cities: &[i64], organizations: &[i64], topics: &[i64]) -> Vec<i64> {
        let mut keys = Vec::new();
        for number in 0..8_usize {
            let title = ["Sprachbrücken", "Ältere im Quartier", "Übergänge", "Sprachbrücken"][number % 4];
            let lead = cities[number % 3];
            let key = record!(
                self,
                project {
                    slug: self.slug(&format!("projekt-{number}")),
                    title: title.into(),
                    title_key: order_key(title),
                    title_translations: json!([{ "language": "tr", "text": "Dil köprüleri" }]),
                    summary_translations: json!([{ "language": "en", "text": "First line" }]),
                    summary: (number % 2 == 0).then(|| "Erste Zeile\r\nzweite".to_owned()),
                    status: [ProjectStatus::Active, ProjectStatus::Idea, ProjectStatus::Completed][number % 3],
                    visibility: Visibility::Public,
                    // One has lost its lead.
                    lead_id: (number != 5).then_some(lead),
                    starts_on: (number % 2 == 0).then(|| "2023-21".to_owned()),
                    closing_summary: (number % 3 == 2).then(|| "Zwölf Vereine \"machen\" mit.".to_owned()),
                    ends_on: (number % 4 == 0).then(|| "2024-02-29".to_owned()),
                    search_text: search_text(&[title]),
                }
            );
            keys.push(key);
            source!(self, project_id: key);
            let parts = [
                (Some(lead), None, ParticipationRole::Lead),
                (Some(cities[3 + number % 3]), None, ParticipationRole::Partner),
                (None, Some(organizations[number % 5]), ParticipationRole::Funder),
            ];
            for (municipality, organization, role) in parts {
                let participation = record!(
                    self,
                    project_participation {
                        project_id: key,
                        municipality_id: municipality,
                        organization_id: organization,
                        role: role,
                        status: ParticipationStatus::Confirmed,
                        contribution: organization.map(|_| "Räume".to_owned()),
                    }
                );
                source!(self, participation_id: participation);
            }
            // One city took part before, gave up, and takes part again.
            record!(
                self,
                project_participation {
                    project_id: key,
                    municipality_id: Some(lead),
                    organization_id: None,
                    role: ParticipationRole::Observer,
                    status: ParticipationStatus::Withdrawn,
                    status_reason: (number % 2 == 0).then(|| "Keine Zeit mehr.".to_owned()),
                    contribution: None,
                }
            );
            for topic in topics.iter().skip(number % 3).step_by(2) {
                join!(
                    self,
                    project_topic {
                        project_id: key,
                        topic_id: *topic
                    }
                );
            }
        }
        keys
    }

    pub(super) async fn meetings(
        &mut self,
        cities: &[i64],
        organizations: &[i64],
        networks: &[i64],
        (projects, topics): (&[i64], &[i64]),
    ) -> Vec<i64> {
        let mut keys = Vec::new();
        for number in 0..12_usize {
            let title = ["Fachtag", "Netzwerktreffen", "Öffentliches \"Forum\""][number % 3];
            // Three meetings at each time.
            let starts = self.now + TimeDelta::days(number as i64 / 3) + TimeDelta::milliseconds(7);
            let known = number != 11;
            let key = record!(
                self,
                meeting {
                    slug: self.slug(&format!("treffen-{number}")),
                    title: title.into(),
                    title_key: order_key(title),
                    title_translations: json!([
                        { "language": "en", "text": format!("Meeting {number}") },
                        { "language": "tr", "text": "Toplantı" },
                    ]),
                    summary_translations: json!([{ "language": "tr", "text": "Kısaca" }]),
                    alternate_titles: match number % 4 {
                        0 => json!(["Tagung \"am Fluss\"", "Ältere und Jüngere"]),
                        1 => json!(["Konferenz"]),
                        _ => json!([]),
                    },
                    // Of two series nobody counts the editions.
                    series_id: (number % 4 != 2).then(|| self.series[number % 4]),
                    edition: (number % 3 == 1).then_some(number as i32),
                    edition_sort: if number % 3 == 1 { number as i32 } else { i32::MAX },
                    theme: (number % 3 == 0).then(|| "Ankommen".to_owned()),
                    summary: (number % 4 == 0).then(|| "Kurz".to_owned()),
                    kind: MeetingKind::NetworkMeeting,
                    status: if known {
                        MeetingStatus::Scheduled
                    } else {
                        MeetingStatus::Held
                    },
                    publication: Publication::Published,
                    visibility: Visibility::Public,
                    audience: match number % 3 {
                        0 => json!(["PARENTS", "EDUCATORS", "GENERAL_PUBLIC"]),
                        1 => json!(["COMPANIES"]),
                        _ => json!([]),
                    },
                    invited_kinds: match number % 5 {
                        0 => json!(["CHAMBER_COMMERCE", "COMPANY"]),
                        3 => json!(["JOBCENTER"]),
                        _ => json!([]),
                    },
                    starts_at: known.then_some(starts),
                    ends_at: known.then(|| starts + TimeDelta::hours(2)),
                    doors_open_at: (number == 2).then(|| starts - TimeDelta::minutes(30)),
                    held_on: (!known).then(|| "2019-11".to_owned()),
                    sort_at: if known {
                        starts
                    } else {
                        self.now - TimeDelta::days(2_000)
                    },
                    time_zone: "Europe/Berlin".into(),
                    attendance_mode: [AttendanceMode::InPerson, AttendanceMode::Hybrid][number / 2 % 2],
                    venue: (number % 2 == 0).then(|| "Rathaus, Saal 3".to_owned()),
                    place_id: (number % 3 == 0).then(|| self.places[number % 4]),
                    registration_channel: (number % 4 == 1).then_some(NoticeChannel::ExternalEmail),
                    registration_address: (number % 4 == 1).then(|| "anmeldung@stadt.example".to_owned()),
                    registration_closes_at: (number == 5).then_some(self.now),
                    locality_id: (number % 2 == 0).then(|| cities[number % 6]),
                    host_id: (number % 4 != 3).then(|| cities[number % 6]),
                    keeper_municipality_id: Some(cities[number % 6]),
                    ical_uid: self.slug(&format!("kalender-{number}")),
                    ical_sequence: number as i32 % 3,
                    previous_start: (number % 3 == 2).then(|| starts - TimeDelta::days(14)),
                    attendance: (!known).then_some(120),
                    attendance_qualifier: (!known).then_some(CountQualifier::MoreThan),
                    internal_notes: Some("Nur für uns".to_owned()),
                    search_text: search_text(&[title]),
                }
            );
            keys.push(key);
            source!(self, meeting_id: key);
            let parties = [
                (Some(cities[number % 6]), None, None, OrganizerRole::Host),
                // The same city a second time, in another role.
                (Some(cities[number % 6]), None, None, OrganizerRole::Funder),
                (Some(cities[(number + 1) % 6]), None, None, OrganizerRole::CoOrganizer),
                (
                    None,
                    Some(organizations[number % 5]),
                    None,
                    OrganizerRole::CooperationPartner,
                ),
                (None, None, Some(networks[number % 2]), OrganizerRole::Patron),
            ];
            for (place, (municipality, organization, network, role)) in parties.into_iter().enumerate() {
                let organizer = record!(
                    self,
                    meeting_organizer {
                        meeting_id: key,
                        municipality_id: municipality,
                        organization_id: organization,
                        network_id: network,
                        role: role,
                        status: OrganizerStatus::Confirmed,
                        position: 3 - place as i32 / 2,
                    }
                );
                source!(self, organizer_id: organizer);
            }
            for project in projects.iter().skip(number % 4).step_by(3) {
                join!(
                    self,
                    meeting_project {
                        meeting_id: key,
                        project_id: *project
                    }
                );
            }
            join!(
                self,
                meeting_topic {
                    meeting_id: key,
                    topic_id: topics[number % topics.len()]
                }
            );
        }
        keys
    }
}
