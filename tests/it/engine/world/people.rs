//! Organisations, people and their offices, and how to reach them.

use super::{Making, day};
use chrono::TimeDelta;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::contact_point::PublicationBasis;
use verbund_entity::organization::{AudienceScope, LegalForm, OrganizationKind, OrganizationStatus};
use verbund_entity::position::PositionFunction;
use verbund_entity::{
    Visibility, contact_point, contact_point_topic, directory_consent, organization, organization_successor,
    organization_topic, person, position, position_topic, source_reference,
};

impl Making {
    pub(super) async fn organizations(&mut self, cities: &[i64], topics: &[i64]) -> Vec<i64> {
        let mut keys: Vec<i64> = Vec::new();
        let all = [
            ("Amt für Integration", OrganizationKind::AdministrativeUnit, None),
            ("Kommunales Zentrum", OrganizationKind::AdministrativeUnit, Some(0)),
            ("Verein Brücke e. V.", OrganizationKind::MigrantOrganization, None),
            ("Sprachschule", OrganizationKind::Association, None),
            ("Sprachschule", OrganizationKind::Other, None),
        ];
        for (number, (name, kind, parent)) in all.into_iter().enumerate() {
            let unit = kind == OrganizationKind::AdministrativeUnit;
            let key = record!(
                self,
                organization {
                    name: name.into(),
                    name_key: order_key(name),
                    short_name: (number % 2 == 0).then(|| name.chars().take(1).collect()),
                    alternate_names: [
                        json!([
                            {
                                "name": "Amt für \"Ausländer\"",
                                "from": null,
                                "until": {
                                    "edtf": "1999", "earliest": "1999-01-01", "latest": "1999-12-31", "precision": "YEAR",
                                },
                            },
                            { "name": "Zuwanderungsamt", "from": null, "until": null },
                        ]),
                        json!([]),
                    ][number.min(1)]
                    .clone(),
                    kind: kind,
                    legal_form: (!unit).then_some(LegalForm::RegisteredAssociation),
                    status: OrganizationStatus::Active,
                    parent_id: parent.map(|at: usize| keys[at]),
                    municipality_id: unit.then(|| cities[1]),
                    located_in_id: (number != 4).then(|| cities[number % 3]),
                    valid_from: (number % 2 == 0).then(|| "1999-22".to_owned()),
                    volunteer_based: (!unit).then_some(number % 2 == 0),
                    audience_scope: [None, Some(AudienceScope::OpenToAll), Some(AudienceScope::SpecificFaith)]
                        [number % 3],
                    visibility: Visibility::Public,
                    steward_id: cities[1],
                    search_text: search_text(&[name]),
                }
            );
            keys.push(key);
            source!(self, organization_id: key);
            // Nobody from outside is shown what proves that it may be public.
            if kind == OrganizationKind::MigrantOrganization {
                record!(
                    self,
                    directory_consent {
                        organization_id: key,
                        given_on: day("2025-05-02"),
                        evidence: "Ein Brief".into(),
                    }
                );
            }
            // The later ones carry on what the first one did.
            if number > 2 {
                join!(
                    self,
                    organization_successor {
                        organization_id: keys[0],
                        successor_id: key
                    }
                );
            }
            for topic in topics.iter().skip(number).step_by(3) {
                join!(
                    self,
                    organization_topic {
                        organization_id: key,
                        topic_id: *topic
                    }
                );
            }
        }
        // In no list, and behind no relation.
        record!(
            self,
            organization {
                name: "Sprachschule (doppelt)".into(),
                name_key: order_key("Sprachschule (doppelt)"),
                alternate_names: json!([]),
                kind: OrganizationKind::Other,
                status: OrganizationStatus::Replaced,
                replaced_by_id: Some(keys[0]),
                located_in_id: Some(cities[0]),
                visibility: Visibility::Public,
                steward_id: cities[1],
                search_text: search_text(&["Sprachschule"]),
            }
        );
        keys
    }

    pub(super) async fn positions(
        &mut self,
        cities: &[i64],
        organizations: &[i64],
        networks: &[i64],
        topics: &[i64],
    ) -> Vec<i64> {
        let mut keys: Vec<i64> = Vec::new();
        let people = [
            ("Ayşe", "Öztürk", Some("Dr.")),
            ("Jörg", "Müller", None),
            ("Zoë", "D'Arc", None),
        ];
        for (number, (given, family, prefix)) in people.into_iter().enumerate() {
            let whole = format!("{family} {given}");
            let person = record!(
                self,
                person {
                    given_name: given.into(),
                    family_name: family.into(),
                    honorific_prefix: prefix.map(str::to_owned),
                    name_key: order_key(&whole),
                    visibility: Visibility::Public,
                    steward_id: cities[number],
                    search_text: search_text(&[&whole]),
                }
            );
            source!(self, person_id: person);
            for office in 0..3 {
                let (city, organization, network) = match office {
                    0 => (Some(cities[number]), None, None),
                    1 => (None, Some(organizations[number]), None),
                    _ => (None, None, Some(networks[number % 2])),
                };
                let key = record!(
                    self,
                    position {
                        person_id: person,
                        municipality_id: city,
                        organization_id: organization,
                        network_id: network,
                        title: format!("Leitung {office}"),
                        function: [PositionFunction::DepartmentHead, PositionFunction::Adviser][office % 2],
                        deputy_of_id: (office == 2).then(|| keys[0]).or((number == 1).then(|| keys[0])),
                        valid_from: (office > 0).then(|| "2015-05".to_owned()),
                        valid_until: (office == 1).then(|| "2026-11-02".to_owned()),
                        starts_on: (office > 0).then(|| day("2015-05-01")),
                        // One has ended; no contact is of it, for that would be seen in its own house only.
                        ends_on: (office == 1).then(|| day(if number == 2 { "2026-11-01" } else { "2026-11-02" })),
                        visibility: Visibility::Public,
                        steward_id: cities[number],
                    }
                );
                keys.push(key);
                source!(self, position_id: key);
                join!(
                    self,
                    position_topic {
                        position_id: key,
                        topic_id: topics[(number + office) % topics.len()]
                    }
                );
            }
        }
        keys
    }

    pub(super) async fn contacts(
        &mut self,
        cities: &[i64],
        organizations: &[i64],
        positions: &[i64],
        (projects, meetings, topics): (&[i64], &[i64], &[i64]),
    ) {
        for number in 0..20_usize {
            let owner = |kind: usize, keys: &[i64]| (number % 5 == kind).then(|| keys[number / 5 % keys.len()]);
            let mail = format!("amt{number}@stadt.example");
            let key = record!(
                self,
                contact_point {
                    position_id: owner(0, positions),
                    organization_id: owner(1, organizations),
                    municipality_id: owner(2, cities),
                    meeting_id: owner(3, meetings),
                    project_id: owner(4, projects),
                    steward_id: cities[number % 3],
                    purpose: (number % 3 > 0).then(|| format!("Fragen zu „{number}“")),
                    audience: (number % 4 == 2).then(|| "Eltern, \"neu\" in der Stadt".to_owned()),
                    channels: json!([
                        { "type": "EMAIL", "value": mail, "display": mail },
                        { "type": "PHONE", "value": "+493023125075", "display": "030 / 23125-075" },
                    ]),
                    functional: number % 2 == 0,
                    visibility: Visibility::Public,
                    publication_basis: Some(PublicationBasis::OfficeDuty),
                    published_at: (number % 2 == 0).then_some(self.now),
                    verified_at: (number % 3 == 0).then_some(self.now),
                    valid_from: (number % 4 == 0).then(|| day("2026-11-02")),
                    valid_until: (number % 4 == 1).then(|| day("2026-11-02")),
                    search_text: search_text(&[&mail]),
                }
            );
            source!(self, contact_point_id: key);
            if number % 2 == 1 {
                join!(
                    self,
                    contact_point_topic {
                        contact_point_id: key,
                        topic_id: topics[number % topics.len()]
                    }
                );
            }
        }
    }
}
