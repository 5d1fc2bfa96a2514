//! Writes the rows of a world. Where a field has a secret, the secret decides; else it is told from the row's label.

use crate::worlds::secrets::SECRETS;
use crate::worlds::who::Who;
use crate::worlds::world::public_id;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveEnum, ActiveModelBehavior, ActiveModelTrait, DatabaseConnection, EntityTrait, IntoActiveModel};
use serde_json::json;
use std::collections::HashMap;
use verbund_domain::values::fold::search_text;
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::network_membership::MembershipStatus;
use verbund_entity::{municipality, network, network_membership, role_grant, source_reference, topic, topic_ancestry};

/// Who takes part, or what a contact belongs to, by label.
#[derive(Clone, Copy)]
pub enum Party {
    City(&'static str),
    Network(&'static str),
    Organization(&'static str),
    Position(&'static str),
    Meeting(&'static str),
    Session(&'static str),
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

mod agendas;
mod people;
mod proposals;
mod series;
mod users;
mod work;

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
            purposes: json!(["EXPERIENCE_EXCHANGE"]), default_language: "de".to_owned(),
            time_zone: "Europe/Berlin".to_owned(),
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
            application_note: Some(self.value(label, "note", "Wir sind gern dabei.")),
            decision_reason: Some(self.value(label, "reason", "Einstimmig.")),
            decided_at: Some(self.now - chrono::TimeDelta::days(self.value(label, "days ago", "3").parse().expect("days"))),
        });
        self.made("NetworkMembership", label, key);
    }

    pub async fn account(&mut self, who: Who) {
        let Some((label, place, role)) = who.account() else {
            return;
        };
        let account = self.account_of(label, &format!("{label}@stadt.example")).await;
        if let (Some(city), true) = (place, role <= verbund_entity::Role::Admin) {
            self.works_for(label, (account, city), role).await;
            return;
        }
        record!(self, role_grant, &format!("rolle {label}"), {
            user_id: account, network_id: place.map(|place| self.key(place)), role: role,
        });
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
        "Session" => &mut row.session_id,
        "SessionRole" => &mut row.session_role_id,
        "SessionSpeaker" => &mut row.session_speaker_id,
        "Place" => &mut row.place_id,
        "Document" => &mut row.document_id,
        "AttendanceLine" => &mut row.attendance_line_id,
        "MeetingSeries" => &mut row.meeting_series_id,
        "SessionResult" => &mut row.session_result_id,
        other => panic!("{other} has no sources"),
    }
}
