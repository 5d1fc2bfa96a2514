//! Topics, municipalities, networks and who belongs to them.

use super::{Making, day};
use chrono::TimeDelta;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_domain::values::fold::{order_key, search_text};
use verbund_entity::municipality::MunicipalityKind;
use verbund_entity::network_membership::MembershipStatus;
use verbund_entity::{municipality, network, network_membership, source_reference, topic, topic_ancestry};

impl Making {
    pub(super) async fn topics(&mut self) -> Vec<i64> {
        let mut keys: Vec<i64> = Vec::new();
        let tree = [
            ("integration", "Integration", None),
            ("sprache", "Sprache & Bildung", Some(0)),
            ("sprachkurse", "Sprachkurse für Ältere", Some(1)),
            ("schule", "Schule", Some(1)),
            ("arbeit", "Arbeit", Some(0)),
            ("ehrenamt", "Ehrenamt", None),
            ("sprache-2", "Sprache & Bildung", Some(5)),
        ];
        let mut lines: Vec<Vec<i64>> = Vec::new();
        for (slug, name, broader) in tree {
            let translations = match broader {
                Some(_) => json!([{ "language": "en", "text": format!("{slug} (\"en\")") }]),
                None => json!([]),
            };
            let key = record!(
                self,
                topic {
                    slug: self.slug(slug),
                    name: name.into(),
                    name_key: order_key(name),
                    name_translations: translations,
                    broader_id: broader.map(|at: usize| keys[at]),
                    search_text: search_text(&[name]),
                }
            );
            let mut line = vec![key];
            line.extend(broader.map_or(&[][..], |at| &lines[at]));
            for (distance, ancestor) in line.iter().enumerate() {
                join!(
                    self,
                    topic_ancestry {
                        topic_id: key,
                        ancestor_id: *ancestor,
                        distance: distance as i32
                    }
                );
            }
            keys.push(key);
            lines.push(line);
            source!(self, topic_id: key);
        }
        keys
    }

    pub(super) async fn municipalities(&mut self) -> Vec<i64> {
        let mut keys = Vec::new();
        let all = [
            (
                "bad-aue",
                "Bad Aue",
                MunicipalityKind::District,
                None,
                Some("05970"),
                None,
            ),
            (
                "oelde",
                "Ölde",
                MunicipalityKind::DistrictTown,
                Some("05970028"),
                None,
                Some(0),
            ),
            (
                "muehlheim",
                "Mühlheim",
                MunicipalityKind::DistrictTown,
                Some("05970032"),
                None,
                Some(0),
            ),
            (
                "mulheim",
                "Mulheim",
                MunicipalityKind::IndependentCity,
                Some("06413000"),
                None,
                None,
            ),
            (
                "strassen",
                "Straßen \"am Berg\"",
                MunicipalityKind::IndependentCity,
                None,
                None,
                None,
            ),
            (
                "zell",
                "Zell",
                MunicipalityKind::Municipality,
                Some("09780123"),
                None,
                None,
            ),
        ];
        for (number, (slug, name, kind, ags, district, parent)) in all.into_iter().enumerate() {
            // A key is given once only; the copies have none.
            let first = self.copy == 0;
            let key = record!(
                self,
                municipality {
                    slug: self.slug(slug),
                    name: name.into(),
                    name_key: order_key(name),
                    official_name: format!("{name}, Stadt"),
                    kind: kind,
                    ags: ags.filter(|_| first).map(str::to_owned),
                    district_key: district.filter(|_| first).map(str::to_owned),
                    keys_confirmed: number % 2 == 0,
                    parent_id: parent.map(|at: usize| keys[at]),
                    population: (number != 4).then_some(12_345 * (number as i32 + 1)),
                    population_as_of: (number != 4).then(|| day("2024-02-29")),
                    website: (number % 2 == 1).then(|| format!("https://{slug}.example/ä?b=\"c\"")),
                    search_text: search_text(&[name]),
                }
            );
            keys.push(key);
            source!(self, municipality_id: key);
        }
        keys
    }

    pub(super) async fn networks(&mut self, cities: &[i64]) -> Vec<i64> {
        let mut keys = Vec::new();
        for (slug, name, founded) in [
            ("ruhr", "Netzwerk Ruhr", Some("1998")),
            ("weser", "Netzwerk Weser", None),
        ] {
            let key = record!(
                self,
                network {
                    slug: self.slug(slug),
                    name: name.into(),
                    name_key: order_key(name),
                    purposes: match founded {
                        Some(_) => json!(["RESOURCE_POOLING", "JOINT_SOLUTIONS"]),
                        None => json!([]),
                    },
                    description: founded.map(|_| "Städte, die\nzusammenarbeiten".to_owned()),
                    founded_on: founded.map(str::to_owned),
                    default_language: "de".into(),
                    time_zone: "Europe/Berlin".into(),
                    search_text: search_text(&[name]),
                }
            );
            keys.push(key);
            source!(self, network_id: key);
            for (number, city) in cities.iter().enumerate().skip(keys.len() - 1).step_by(keys.len()) {
                let statuses = [
                    MembershipStatus::Active,
                    MembershipStatus::Suspended,
                    MembershipStatus::Left,
                ];
                let membership = record!(
                    self,
                    network_membership {
                        network_id: key,
                        municipality_id: *city,
                        status: statuses[number % 3],
                        member_since: Some("2001-04~".to_owned()),
                        member_until: (number % 3 == 2).then(|| "2020-12-31".to_owned()),
                        application_note: Some("Nur für die beiden".to_owned()),
                        decision_reason: Some("Einstimmig".to_owned()),
                        decided_at: Some(self.now),
                    }
                );
                source!(self, membership_id: membership);
            }
        }
        keys
    }
}
