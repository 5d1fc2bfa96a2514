//! Projects and meetings, and who takes part.

use super::{Making, Party};
use crate::worlds::world::public_id;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveEnum;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication, TargetGroup};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::organization::OrganizationKind;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::{
    Visibility, meeting, meeting_organizer, meeting_project, meeting_topic, project, project_participation,
    project_topic,
};

impl Making {
    /// A project that its lead has confirmed.
    pub async fn project(&mut self, label: &str, lead: &'static str, level: Visibility) {
        use verbund_entity::project::ProjectStatus::Planned;
        self.rows.push(("Project", label.to_owned()));
        let title = self.value(label, "title", label);
        let key = record!(self, project, label, {
            slug: label.replace(' ', "-"), title_key: order_key(&title), title_translations: json!([]),
            search_text: search_text(&[&title]), summary: Some(title.clone()), title: title,
            status: self.choice(label, "status", Planned), visibility: level, lead_id: Some(self.key(lead)),
            closing_summary: Some(self.value(label, "closing", "Fertig.")),
        });
        let topic = self.key(&self.value(label, "topic", "kultur"));
        self.add(project_topic::ActiveModel {
            project_id: Set(key),
            topic_id: Set(topic),
        })
        .await;
        self.made("Project", label, key);
        self.part(
            &format!("lead of {label}"),
            label,
            Party::City(lead),
            ParticipationRole::Lead,
            ParticipationStatus::Confirmed,
        )
        .await;
    }

    pub async fn partner(&mut self, label: &str, project: &str, party: Party, status: ParticipationStatus) {
        self.part(label, project, party, ParticipationRole::Partner, status)
            .await;
    }

    async fn part(
        &mut self,
        label: &str,
        project: &str,
        party: Party,
        role: ParticipationRole,
        status: ParticipationStatus,
    ) {
        self.rows.push(("ProjectParticipation", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let (city, organization, _) = self.parties(label, party);
        let key = record!(self, project_participation, label, {
            project_id: self.key(project), municipality_id: city, organization_id: organization,
            role: self.choice(label, "role", role), status: self.choice(label, "status", status),
            contribution: Some(self.value(label, "contribution", label)),
            status_reason: Some(self.value(label, "reason", "Keine Zeit mehr.")),
        });
        self.made("ProjectParticipation", label, key);
    }

    /// A municipality, an organisation or a network.
    pub(super) fn parties(&self, label: &str, party: Party) -> (Option<i64>, Option<i64>, Option<i64>) {
        match party {
            Party::City(city) => (Some(self.key(city)), None, None),
            Party::Organization(it) => (None, Some(self.key(&self.value(label, "organization", it))), None),
            Party::Network(network) => (None, None, Some(self.key(network))),
            _ => panic!("{label}: no party"),
        }
    }

    /// A meeting that its host has confirmed.
    pub async fn meeting(&mut self, label: &str, host: Party, level: Visibility, publication: Publication) {
        self.rows.push(("Meeting", label.to_owned()));
        let title = self.value(label, "title", label);
        let starts_at = self.value(label, "starts at", "2026-12-24T09:00:00Z");
        let starts_at: DateTime<Utc> = starts_at.parse().expect("a time");
        let also = self.value(label, "also", &format!("Runde {label}"));
        let edition: i32 = self.value(label, "edition", "3").parse().expect("a number");
        let series = Some(self.value(label, "series", "")).filter(|series| !series.is_empty());
        let group = self.choice(label, "group", TargetGroup::Families).to_value();
        let invited = self.choice(label, "invited", OrganizationKind::Company).to_value();
        let (city, _, network) = self.parties(label, host);
        let key = record!(self, meeting, label, {
            slug: label.replace(' ', "-"), title_key: order_key(&title), title_translations: json!([]),
            alternate_titles: json!([also]), edition: Some(edition), edition_sort: edition,
            series_id: series.map(|series| self.key(&series)), audience: json!([group]),
            invited_kinds: json!([invited]), search_text: search_text(&[&title, &also]), theme: Some(title.clone()), title: title,
            kind: MeetingKind::NetworkMeeting, status: MeetingStatus::Scheduled, publication: publication,
            visibility: level, starts_at: Some(starts_at), ends_at: Some(starts_at + TimeDelta::hours(2)),
            sort_at: starts_at, time_zone: "Europe/Berlin".to_owned(), attendance_mode: AttendanceMode::InPerson,
            place_id: Some(self.value(label, "place", "")).filter(|place| !place.is_empty()).map(|place| self.key(&place)),
            locality_id: city, host_id: city, keeper_municipality_id: city, keeper_network_id: network,
            ical_uid: self.value(label, "uid", label), ical_sequence: self.value(label, "sequence", "1").parse().expect("a number"),
            previous_start: Some(starts_at - TimeDelta::days(7)),
            internal_notes: Some(self.value(label, "notes", "")).filter(|notes| !notes.is_empty()),
        });
        let topic = self.key(&self.value(label, "topic", "kultur"));
        self.add(meeting_topic::ActiveModel {
            meeting_id: Set(key),
            topic_id: Set(topic),
        })
        .await;
        self.made("Meeting", label, key);
        self.organizing(
            &format!("host of {label}"),
            label,
            host,
            OrganizerRole::Host,
            OrganizerStatus::Confirmed,
            "1",
        )
        .await;
    }

    pub async fn organizer(&mut self, label: &str, meeting: &str, party: Party, status: OrganizerStatus) {
        self.organizing(label, meeting, party, OrganizerRole::CoOrganizer, status, "3")
            .await;
    }

    async fn organizing(
        &mut self,
        label: &str,
        meeting: &str,
        party: Party,
        role: OrganizerRole,
        status: OrganizerStatus,
        position: &str,
    ) {
        self.rows.push(("MeetingOrganizer", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let (city, organization, network) = self.parties(label, party);
        let key = record!(self, meeting_organizer, label, {
            meeting_id: self.key(meeting), municipality_id: city, organization_id: organization, network_id: network,
            role: self.choice(label, "role", role), status: self.choice(label, "status", status),
            position: self.value(label, "position", position).parse().expect("a number"),
        });
        self.made("MeetingOrganizer", label, key);
    }

    /// The meeting is about the project.
    pub async fn linked(&mut self, meeting: &str, project: &str) {
        self.add(meeting_project::ActiveModel {
            meeting_id: Set(self.key(meeting)),
            project_id: Set(self.key(project)),
        })
        .await;
    }
}
