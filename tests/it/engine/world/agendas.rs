//! Places, agendas, documents, and who came.

use super::Making;
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait, QueryOrder};
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::document::DocumentKind;
use verbund_entity::session::SessionKind;
use verbund_entity::session_role::SessionFunction;
use verbund_entity::{
    CountQualifier, Visibility, attendance_line, attendance_line_organization, document, person, place, session,
    session_role, session_speaker, source_reference,
};

impl Making {
    pub(super) async fn places(&mut self, cities: &[i64]) -> Vec<i64> {
        let mut keys: Vec<i64> = Vec::new();
        for number in 0..5_usize {
            let name = ["Rathaus", "Übersee-Haus", "Rathaus", "Park \"am See\"", "Ärztehaus"][number];
            let key = record!(
                self,
                place {
                    name: name.into(),
                    name_key: order_key(name),
                    street: (number % 2 == 0).then(|| "Am Markt 1".to_owned()),
                    postal_code: (number % 2 == 0).then(|| "01234".to_owned()),
                    locality_id: (number != 3).then(|| cities[number]),
                    parent_id: (number > 2).then(|| keys[number - 3]),
                    accessibility: (number == 1).then(|| "Rampe\nam Hof".to_owned()),
                    website: (number == 2).then(|| "https://haus.example/".to_owned()),
                    visibility: Visibility::Public,
                    steward_id: cities[number % 3],
                    search_text: search_text(&[name]),
                }
            );
            keys.push(key);
            source!(self, place_id: key);
        }
        keys
    }

    /// Every third meeting has rounds with groups in them, and people who speak.
    pub(super) async fn agendas(
        &mut self,
        cities: &[i64],
        (organizations, positions): (&[i64], &[i64]),
        meetings: &[i64],
    ) -> Vec<i64> {
        let people = person::Entity::find().order_by_asc(person::Column::Id);
        let people: Vec<i64> = people
            .all(&self.connection)
            .await
            .expect("people")
            .iter()
            .map(|row| row.id)
            .collect();
        let mut keys = Vec::new();
        for (number, meeting) in meetings.iter().enumerate().step_by(3) {
            for round in 0..3_usize {
                let top = self.session((number, round), *meeting, None).await;
                keys.push(top);
                for part in 0..round {
                    let below = self.session((number, part), *meeting, Some(top)).await;
                    let role = self
                        .role((number, part), *meeting, Some(below), (None, Some(organizations[part])))
                        .await;
                    self.speaker(
                        role,
                        *meeting,
                        people[(number + part) % people.len()],
                        Some(positions[part]),
                    )
                    .await;
                    keys.push(below);
                }
            }
            let city = (round_robin(cities, number), None);
            let role = self.role((number, 1), *meeting, None, city).await;
            self.speaker(role, *meeting, people[number % people.len()], None).await;
            self.role((number, 1), *meeting, None, (None, None)).await;
        }
        keys
    }

    async fn session(&mut self, (number, place): (usize, usize), meeting: i64, parent: Option<i64>) -> i64 {
        let starts = self.now + TimeDelta::hours(place as i64);
        let known = number % 2 == 0;
        let key = record!(
            self,
            session {
                meeting_id: meeting,
                top_id: parent.is_none().then_some(meeting),
                parent_id: parent,
                // Two stand at the same place.
                position: 1 + place as i32 / 2,
                number: (place > 0).then(|| format!("{place}a")),
                title: ["Begrüßung", "Runde \"eins\"", "Gespräch"][place].into(),
                title_translations: json!([{ "language": "en", "text": "Welcome" }]),
                abstract_translations: json!([{ "language": "tr", "text": "Konu" }]),
                abstract_text: (place == 1).then(|| "Worum es\tgeht".to_owned()),
                kind: [SessionKind::Welcome, SessionKind::Phase, SessionKind::Workshop][place],
                phase: (place == 1).then_some(1),
                track: parent.map(|_| "Arbeit".to_owned()),
                starts_at: known.then_some(starts),
                ends_at: known.then(|| starts + TimeDelta::minutes(45)),
                room: (place == 2).then(|| "Saal 2".to_owned()),
                capacity: (place == 2).then_some(20),
                selectable: place == 2,
                is_public: true,
            }
        );
        source!(self, session_id: key);
        key
    }

    async fn role(
        &mut self,
        (number, place): (usize, usize),
        meeting: i64,
        session: Option<i64>,
        (municipality, organization): (Option<i64>, Option<i64>),
    ) -> i64 {
        let key = record!(
            self,
            session_role {
                meeting_id: meeting,
                whole_id: session.is_none().then_some(meeting),
                session_id: session,
                function: [SessionFunction::Speaker, SessionFunction::Moderator][place % 2],
                position: 1,
                municipality_id: municipality,
                organization_id: organization,
                affiliation_text: (number % 2 == 0).then(|| "Amt für Ältere".to_owned()),
                confirmed: place == 0,
            }
        );
        source!(self, session_role_id: key);
        key
    }

    async fn speaker(&mut self, role: i64, meeting: i64, person: i64, office: Option<i64>) {
        let key = record!(
            self,
            session_speaker {
                role_id: role,
                meeting_id: meeting,
                person_id: person,
                position_id: office,
                title_at_the_time: office.map(|_| "Leitung".to_owned()),
                holder_at_the_time: office.map(|_| "Amt für Ältere".to_owned()),
                visibility: Visibility::Public,
            }
        );
        source!(self, session_speaker_id: key);
    }

    pub(super) async fn documents(&mut self, cities: &[i64], (meetings, sessions, projects): (&[i64], &[i64], &[i64])) {
        for number in 0..12_usize {
            let owner = |kind: usize, keys: &[i64]| (number % 3 == kind).then(|| keys[number / 3 % 3]);
            let title = ["Faltblatt", "Übersicht", "Faltblatt"][number / 4];
            let key = record!(
                self,
                document {
                    meeting_id: owner(0, meetings),
                    session_id: owner(1, sessions),
                    project_id: owner(2, projects),
                    steward_id: cities[number % 4],
                    url: format!("https://www.stadt.example/{number}?a=\"b\""),
                    kind: [DocumentKind::Flyer, DocumentKind::Report][number % 2],
                    title: title.into(),
                    title_key: order_key(title),
                    rights: (number % 2 == 0).then(|| "CC BY 4.0".to_owned()),
                    alternative_text: (number % 4 == 0).then(|| "Ein \"Bild\"".to_owned()),
                    language: (number % 3 == 0).then(|| "de".to_owned()),
                    visibility: Visibility::Public,
                }
            );
            source!(self, document_id: key);
        }
    }

    pub(super) async fn attendance(&mut self, cities: &[i64], organizations: &[i64], meetings: &[i64]) {
        for (number, city) in cities.iter().enumerate() {
            let key = record!(
                self,
                attendance_line {
                    meeting_id: meetings[number % 2],
                    municipality_id: *city,
                    heads: 3 * number as i32,
                    heads_qualifier: [CountQualifier::Exact, CountQualifier::About][number % 2],
                    represented: (number % 2 == 0).then_some(2),
                    represented_qualifier: (number % 2 == 0).then_some(CountQualifier::AtLeast),
                    visibility: Visibility::Public,
                }
            );
            source!(self, attendance_line_id: key);
            for organization in organizations.iter().skip(number).take(2) {
                join!(
                    self,
                    attendance_line_organization {
                        attendance_line_id: key,
                        organization_id: *organization
                    }
                );
            }
        }
    }
}

fn round_robin(keys: &[i64], number: usize) -> Option<i64> {
    Some(keys[number % keys.len()])
}
