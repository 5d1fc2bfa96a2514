//! People, organisations, their offices, and how to reach them.

use super::{Making, Party, State};
use crate::worlds::world::public_id;
use chrono::{Days, TimeDelta};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::organization::{AudienceScope, OrganizationKind, OrganizationStatus};
use verbund_entity::position::PositionFunction;
use verbund_entity::{
    Visibility, contact_point, contact_point_topic, directory_consent, organization, organization_successor,
    organization_topic, person, position, position_topic,
};

impl Making {
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
        self.rows.push(("Organization", label.to_owned()));
        let name = self.value(label, "name", label);
        let also = self.value(label, "also", &format!("Haus {label}"));
        let scope = self.choice(label, "scope", AudienceScope::OpenToAll);
        let parent = Some(self.value(label, "parent", "")).filter(|parent| !parent.is_empty());
        let key = record!(self, organization, label, {
            name_key: order_key(&name), search_text: search_text(&[&name, &also]), name: name,
            alternate_names: json!([{ "name": also, "from": null, "until": null }]), audience_scope: Some(scope),
            kind: self.choice(label, "kind", OrganizationKind::Association), status: OrganizationStatus::Active,
            parent_id: parent.map(|parent| self.key(&parent)), located_in_id: Some(self.key(city)),
            visibility: self.choice(label, "visibility", level), steward_id: self.key(city),
        });
        let topic = self.key(&self.value(label, "topic", "kultur"));
        self.add(organization_topic::ActiveModel {
            organization_id: Set(key),
            topic_id: Set(topic),
        })
        .await;
        let successor = self.value(label, "successor", "");
        if !successor.is_empty() {
            self.add(organization_successor::ActiveModel {
                organization_id: Set(key),
                successor_id: Set(self.key(&successor)),
            })
            .await;
        }
        self.made("Organization", label, key);
    }

    /// An association's word that it may be public. What proves it stands in it, so that it has no sources.
    pub async fn consent(&mut self, label: &str, organization: &str) {
        self.rows.push(("DirectoryConsent", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        record!(self, directory_consent, label, {
            organization_id: self.key(organization), evidence: self.value(label, "evidence", "Ein Brief"),
            given_on: self.value(label, "given", "2026-01-02").parse().expect("a day"),
        });
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
        let audience = Some(self.value(label, "for", "")).filter(|audience| !audience.is_empty());
        let texts = [
            &address,
            purpose.as_deref().unwrap_or_default(),
            audience.as_deref().unwrap_or_default(),
        ];
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
            search_text: search_text(&texts), purpose: purpose, audience: audience,
            functional: false, visibility: level,
            publication_basis: (level == Visibility::Public).then_some(PublicationBasis::OfficeDuty),
            valid_from: is(State::Coming).then_some(today + Days::new(30)),
            valid_until: is(State::Over).then_some(today - Days::new(30)),
            withdrawn_at: is(State::Withdrawn).then_some(self.now - TimeDelta::days(3)),
            verified_at: self.value(label, "verified", "").parse().ok(),
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
}
