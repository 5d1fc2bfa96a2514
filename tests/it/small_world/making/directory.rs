//! Of each city, somebody who works there and associations in all states.

use super::{Making, fresh, global};
use chrono::Days;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_entity::organization::{OrganizationKind, OrganizationStatus};
use verbund_entity::position::PositionFunction;
use verbund_entity::{Visibility, directory_consent, organization, person, position};

impl Making {
    pub(super) async fn fill_directory(&mut self, city: &'static str) {
        use OrganizationStatus::{Active, Dormant, Founding};
        let key = self.houses[city].key;
        let (person, position) = self.office(key).await;
        let (_, organization) = self.association(key, "Chor", Active, Visibility::Network).await;
        let (_, founding) = self.association(key, "Garten", Founding, Visibility::Network).await;
        let (_, dormant) = self.association(key, "Theater", Dormant, Visibility::Network).await;
        let (consent_of, consenting) = self.association(key, "Werkstatt", Active, Visibility::Public).await;
        self.add(directory_consent::ActiveModel {
            public_id: Set(fresh()),
            revision: Set(1),
            created_at: Set(self.now),
            updated_at: Set(self.now),
            organization_id: Set(consent_of),
            given_on: Set(self.now.date_naive() - Days::new(30)),
            evidence: Set("Ein Brief".into()),
            ..Default::default()
        })
        .await;
        let house = self.houses.get_mut(city).expect("a city");
        (house.person, house.position) = (person, position);
        (house.organization, house.founding) = (organization, founding);
        (house.dormant, house.consenting) = (dormant, consenting);
    }

    async fn office(&self, city: i64) -> (String, String) {
        let person = self
            .add(person::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                given_name: Set("Alex".into()),
                family_name: Set("Beispiel".into()),
                name_key: Set("beispiel alex".into()),
                visibility: Set(Visibility::Network),
                steward_id: Set(city),
                search_text: Set(" alex beispiel".into()),
                ..Default::default()
            })
            .await;
        let position = self
            .add(position::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                person_id: Set(person.id),
                municipality_id: Set(Some(city)),
                title: Set("Sachbearbeitung".into()),
                function: Set(PositionFunction::Staff),
                visibility: Set(Visibility::Network),
                steward_id: Set(city),
                ..Default::default()
            })
            .await;
        (
            global("Person", &person.public_id),
            global("Position", &position.public_id),
        )
    }

    async fn association(
        &self,
        city: i64,
        name: &str,
        status: OrganizationStatus,
        visibility: Visibility,
    ) -> (i64, String) {
        let row = self
            .add(organization::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                name: Set(name.into()),
                name_key: Set(name.to_lowercase()),
                alternate_names: Set(json!([])),
                kind: Set(OrganizationKind::MigrantOrganization),
                status: Set(status),
                located_in_id: Set(Some(city)),
                visibility: Set(visibility),
                steward_id: Set(city),
                search_text: Set(String::new()),
                ..Default::default()
            })
            .await;
        (row.id, global("Organization", &row.public_id))
    }
}
