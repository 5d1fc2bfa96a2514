//! Writes the rows of a world. Where a field has a secret, the secret decides; else it is told from the row's label.

use super::secrets::SECRETS;
use super::who::Who;
use super::world::public_id;
use chrono::{DateTime, Days, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveEnum, ActiveModelBehavior, ActiveModelTrait, DatabaseConnection, EntityTrait, IntoActiveModel};
use serde_json::json;
use std::collections::HashMap;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::meeting::{AttendanceMode, MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::network_membership::MembershipStatus;
use verbund_entity::organization::OrganizationStatus;
use verbund_entity::position::PositionFunction;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::user_account::UserStatus;
use verbund_entity::{
    Visibility, contact_point, contact_point_topic, meeting, meeting_organizer, meeting_project, meeting_topic,
    municipality, network, network_membership, organization, organization_topic, person, position, position_topic,
    project, project_participation, project_topic, role_grant, source_reference, topic, topic_ancestry, user_account,
};

/// Who takes part, or what a contact belongs to, by label.
#[derive(Clone, Copy)]
pub enum Party {
    City(&'static str),
    Network(&'static str),
    Organization(&'static str),
    Position(&'static str),
    Meeting(&'static str),
    Project(&'static str),
}

/// Whether a contact holds.
#[derive(Clone, Copy, PartialEq)]
pub enum State {
    Holds,
    Withdrawn,
    /// Its last day has passed.
    Over,
    /// Its first day has not come.
    Coming,
}

pub struct Making {
    connection: DatabaseConnection,
    now: DateTime<Utc>,
    hidden_from: Option<Who>,
    keys: HashMap<String, i64>,
    rows: Vec<(&'static str, String)>,
    /// What a source is given for, at the end.
    sourced: Vec<(&'static str, String)>,
}

/// The columns that every record has.
macro_rules! record {
    ($making:ident, $entity:ident, $label:expr, { $($field:ident: $value:expr),* $(,)? }) => {
        $making.add($entity::ActiveModel {
            public_id: Set(public_id($label)),
            revision: Set(1),
            created_at: Set($making.now),
            updated_at: Set($making.now),
            $($field: Set($value),)*
            ..Default::default()
        }).await.id
    };
}

impl Making {
    pub fn new(connection: DatabaseConnection, now: DateTime<Utc>, hidden_from: Option<Who>) -> Self {
        Making {
            connection,
            now,
            hidden_from,
            keys: HashMap::new(),
            rows: Vec::new(),
            sourced: Vec::new(),
        }
    }

    pub async fn finished(self) -> Vec<(&'static str, String)> {
        self.connection.close().await.expect("the connection closes");
        self.rows
    }

    /// What a field of a row is in this world.
    pub fn value(&self, row: &str, field: &str, otherwise: &str) -> String {
        let Some(secret) = SECRETS.iter().find(|one| one.row == row && one.field == field) else {
            return otherwise.to_owned();
        };
        let different = self.hidden_from.is_some_and(|who| !secret.known_to.contains(&who));
        (if different { secret.second } else { secret.first }).to_owned()
    }

    fn choice<E: ActiveEnum<Value = String>>(&self, row: &str, field: &str, otherwise: E) -> E {
        let value = self.value(row, field, &otherwise.to_value());
        E::try_from_value(&value).unwrap_or_else(|_| panic!("{row}.{field} cannot be {value}"))
    }

    fn exists(&self, row: &str) -> bool {
        self.value(row, "exists", "yes") == "yes"
    }

    pub fn key(&self, label: &str) -> i64 {
        *self
            .keys
            .get(label)
            .unwrap_or_else(|| panic!("there is no {label} yet"))
    }

    fn made(&mut self, ty: &'static str, label: &str, key: i64) {
        self.keys.insert(label.to_owned(), key);
        self.sourced.push((ty, label.to_owned()));
    }

    async fn add<A>(&self, row: A) -> <A::Entity as EntityTrait>::Model
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        row.insert(&self.connection).await.expect("a row of the world")
    }

    pub async fn municipality(&mut self, label: &str) {
        self.rows.push(("Municipality", label.to_owned()));
        let key = record!(self, municipality, label, {
            slug: label.to_owned(), name: label.to_owned(), name_key: label.to_owned(), official_name: label.to_owned(),
            kind: MunicipalityKind::IndependentCity, keys_confirmed: false, search_text: search_text(&[label]),
        });
        self.made("Municipality", label, key);
    }

    pub async fn network(&mut self, label: &str) {
        self.rows.push(("Network", label.to_owned()));
        let key = record!(self, network, label, {
            slug: label.to_owned(), name: label.to_owned(), name_key: label.to_owned(), search_text: search_text(&[label]),
            default_language: "de".to_owned(), time_zone: "Europe/Berlin".to_owned(),
        });
        self.made("Network", label, key);
    }

    pub async fn topic(&mut self, label: &str, broader: Option<&str>) {
        self.rows.push(("Topic", label.to_owned()));
        let broader = broader.map(|broader| self.key(broader));
        let key = record!(self, topic, label, {
            slug: label.to_owned(), name: label.to_owned(), name_key: label.to_owned(), name_translations: json!([]),
            broader_id: broader, search_text: search_text(&[label]),
        });
        for (distance, ancestor) in (0..).zip([Some(key), broader]) {
            if let Some(ancestor) = ancestor {
                self.add(topic_ancestry::ActiveModel {
                    topic_id: Set(key),
                    ancestor_id: Set(ancestor),
                    distance: Set(distance),
                })
                .await;
            }
        }
        self.made("Topic", label, key);
    }

    pub async fn membership(&mut self, label: &str, network: &str, city: &str, status: MembershipStatus) {
        self.rows.push(("NetworkMembership", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let key = record!(self, network_membership, label, {
            network_id: self.key(network), municipality_id: self.key(city), status: self.choice(label, "status", status),
            member_since: Some(self.value(label, "since", "2023")),
        });
        self.made("NetworkMembership", label, key);
    }

    pub async fn account(&mut self, who: Who) {
        let Some((label, place, role)) = who.account() else {
            return;
        };
        let user = self
            .add(user_account::ActiveModel {
                public_id: Set(public_id(label)),
                email: Set(format!("{label}@stadt.example")),
                email_key: Set(format!("{label}@stadt.example")),
                name: Set(label.to_owned()),
                status: Set(UserStatus::Active),
                password_hash: Set(String::new()),
                created_at: Set(self.now),
                ..Default::default()
            })
            .await;
        let key = place.map(|place| self.key(place));
        let network = role == verbund_entity::Role::Coordinator;
        self.add(role_grant::ActiveModel {
            user_id: Set(user.id),
            municipality_id: Set(key.filter(|_| !network)),
            network_id: Set(key.filter(|_| network)),
            role: Set(role),
            created_at: Set(self.now),
            ..Default::default()
        })
        .await;
    }

    /// One person, or as many as a secret says.
    pub async fn person(&mut self, label: &str, city: &str, level: Visibility) {
        let count: usize = self.value(label, "count", "1").parse().expect("a number");
        for n in 0..count {
            let label = if n == 0 {
                label.to_owned()
            } else {
                format!("{label} {n}")
            };
            self.one_person(&label, city, level).await;
        }
        if count == 0 {
            self.rows.push(("Person", label.to_owned()));
        }
    }

    async fn one_person(&mut self, label: &str, city: &str, level: Visibility) {
        self.rows.push(("Person", label.to_owned()));
        let name = self.value(label, "name", label);
        let key = record!(self, person, label, {
            given_name: "Alex".to_owned(), name_key: order_key(&format!("{name} Alex")),
            search_text: search_text(&["Alex", &name]), family_name: name,
            visibility: self.choice(label, "visibility", level), steward_id: self.key(city),
        });
        self.made("Person", label, key);
    }

    pub async fn organization(&mut self, label: &str, city: &str, level: Visibility) {
        use verbund_entity::organization::OrganizationKind::Association;
        self.rows.push(("Organization", label.to_owned()));
        let name = self.value(label, "name", label);
        let parent = Some(self.value(label, "parent", "")).filter(|parent| !parent.is_empty());
        let key = record!(self, organization, label, {
            name_key: order_key(&name), search_text: search_text(&[&name]), name: name,
            kind: self.choice(label, "kind", Association), status: OrganizationStatus::Active,
            parent_id: parent.map(|parent| self.key(&parent)), located_in_id: Some(self.key(city)),
            visibility: self.choice(label, "visibility", level), steward_id: self.key(city),
        });
        let topic = self.key(&self.value(label, "topic", "kultur"));
        self.add(organization_topic::ActiveModel {
            organization_id: Set(key),
            topic_id: Set(topic),
        })
        .await;
        self.made("Organization", label, key);
    }

    pub async fn position(&mut self, label: &str, city: &str, level: Visibility, person: &str) {
        self.rows.push(("Position", label.to_owned()));
        let person = self.value(label, "person", person);
        let stands_in = if label == "stellvertretung" { "amt" } else { "" };
        let deputy_of = Some(self.value(label, "deputy of", stands_in)).filter(|of| !of.is_empty());
        let key = record!(self, position, label, {
            person_id: self.key(&person), municipality_id: Some(self.key(city)),
            title: self.value(label, "title", label), function: self.choice(label, "function", PositionFunction::Staff),
            deputy_of_id: deputy_of.map(|of| self.key(&of)), visibility: self.choice(label, "visibility", level),
            steward_id: self.key(city),
        });
        // The office in the public has no topic, so that only hidden ones could tell of any.
        let topic = self.value(label, "topic", "");
        if !topic.is_empty() {
            self.add(position_topic::ActiveModel {
                position_id: Set(key),
                topic_id: Set(self.key(&topic)),
            })
            .await;
        }
        self.made("Position", label, key);
    }

    pub async fn contact(&mut self, label: &str, owner: Party, city: &str, level: Visibility, state: State) {
        self.rows.push(("ContactPoint", label.to_owned()));
        let address = self.value(label, "address", &format!("{}@stadt.example", label.replace(' ', ".")));
        let purpose = Some(self.value(label, "purpose", "")).filter(|purpose| !purpose.is_empty());
        let today = self.now.date_naive();
        let is = |one| state == one;
        let owned = |by: Option<&'static str>| by.map(|label| self.key(label));
        let key = record!(self, contact_point, label, {
            municipality_id: owned(if let Party::City(city) = owner { Some(city) } else { None }),
            organization_id: owned(if let Party::Organization(it) = owner { Some(it) } else { None }),
            position_id: owned(if let Party::Position(it) = owner { Some(it) } else { None }),
            meeting_id: owned(if let Party::Meeting(it) = owner { Some(it) } else { None }),
            project_id: owned(if let Party::Project(it) = owner { Some(it) } else { None }),
            steward_id: self.key(city), channels: json!([{ "type": "EMAIL", "value": address, "display": address }]),
            search_text: search_text(&[&address, purpose.as_deref().unwrap_or_default()]), purpose: purpose,
            functional: false, visibility: level,
            publication_basis: (level == Visibility::Public).then_some(PublicationBasis::OfficeDuty),
            valid_from: is(State::Coming).then_some(today + Days::new(30)),
            valid_until: is(State::Over).then_some(today - Days::new(30)),
            withdrawn_at: is(State::Withdrawn).then_some(self.now - TimeDelta::days(3)),
        });
        let topic = self.value(label, "topic", "");
        if !topic.is_empty() {
            self.add(contact_point_topic::ActiveModel {
                contact_point_id: Set(key),
                topic_id: Set(self.key(&topic)),
            })
            .await;
        }
        self.made("ContactPoint", label, key);
    }

    /// A project that its lead has confirmed.
    pub async fn project(&mut self, label: &str, lead: &'static str, level: Visibility) {
        use verbund_entity::project::ProjectStatus::Planned;
        self.rows.push(("Project", label.to_owned()));
        let title = self.value(label, "title", label);
        let key = record!(self, project, label, {
            slug: label.replace(' ', "-"), title_key: order_key(&title), title_translations: json!([]),
            search_text: search_text(&[&title]), summary: Some(title.clone()), title: title,
            status: self.choice(label, "status", Planned), visibility: level, lead_id: self.key(lead),
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
        });
        self.made("ProjectParticipation", label, key);
    }

    /// A municipality, an organisation or a network.
    fn parties(&self, label: &str, party: Party) -> (Option<i64>, Option<i64>, Option<i64>) {
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
        let (city, _, network) = self.parties(label, host);
        let key = record!(self, meeting, label, {
            slug: label.replace(' ', "-"), title_key: order_key(&title), title_translations: json!([]),
            search_text: search_text(&[&title]), theme: Some(title.clone()), title: title,
            kind: MeetingKind::NetworkMeeting, status: MeetingStatus::Scheduled, publication: publication,
            visibility: level, starts_at: Some(starts_at), ends_at: Some(starts_at + TimeDelta::hours(2)),
            sort_at: starts_at, time_zone: "Europe/Berlin".to_owned(), attendance_mode: AttendanceMode::InPerson,
            locality_id: city, host_id: city, keeper_municipality_id: city, keeper_network_id: network,
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

    /// A source for every row.
    pub async fn sources(&mut self) {
        use source_reference::ActiveModel;
        for (ty, of) in std::mem::take(&mut self.sourced) {
            let (label, key) = (format!("quelle {of}"), self.key(&of));
            self.rows.push(("SourceReference", label.clone()));
            let mut row = ActiveModel {
                public_id: Set(public_id(&label)),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                title: Set(self.value(&of, "source", "Demonstration")),
                ..Default::default()
            };
            *owner(&mut row, ty) = Set(Some(key));
            self.add(row).await;
        }
    }
}

fn owner<'a>(row: &'a mut source_reference::ActiveModel, ty: &str) -> &'a mut sea_orm::ActiveValue<Option<i64>> {
    match ty {
        "Network" => &mut row.network_id,
        "Municipality" => &mut row.municipality_id,
        "NetworkMembership" => &mut row.membership_id,
        "Organization" => &mut row.organization_id,
        "Person" => &mut row.person_id,
        "Position" => &mut row.position_id,
        "Topic" => &mut row.topic_id,
        "ContactPoint" => &mut row.contact_point_id,
        "Project" => &mut row.project_id,
        "ProjectParticipation" => &mut row.participation_id,
        "Meeting" => &mut row.meeting_id,
        "MeetingOrganizer" => &mut row.organizer_id,
        other => panic!("{other} has no sources"),
    }
}
