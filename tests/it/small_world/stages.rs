//! Projects and meetings at later stages, for what begins there.

use super::making::{Making, fresh, global};
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use verbund_entity::meeting_organizer::OrganizerStatus;
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::{Visibility, meeting, meeting_series, project};

fn public_id(global: &str) -> String {
    verbund_domain::read::id::decode(global).expect("a global id").1
}

impl Making {
    /// Each with one that works with it.
    pub async fn stages(&mut self) {
        for (name, partner) in [
            ("hagen", "herne"),
            ("herne", "bochum"),
            ("bochum", "hagen"),
            ("essen", "hagen"),
            ("ruhr", "hagen"),
            ("weser", "minden"),
        ] {
            let mut house = self.houses[name].clone();
            let draft = meeting::Publication::Draft;
            (house.over, _) = self.meeting(name, partner, OrganizerStatus::Confirmed, draft).await;
            self.is_over(&house.over).await;
            house.series = self.series(name).await;
            (house.draft, _) = self.meeting(name, partner, OrganizerStatus::Confirmed, draft).await;
            if !["ruhr", "weser"].contains(&name) {
                let parts = [
                    (house.key, ParticipationRole::Lead, ParticipationStatus::Confirmed),
                    (
                        self.houses[partner].key,
                        ParticipationRole::Partner,
                        ParticipationStatus::Confirmed,
                    ),
                ];
                (house.running, house.partner_part) = self.project(Visibility::Network, &parts).await;
                self.stands_at(&house.running, ProjectStatus::Active).await;
                (house.completed, _) = self.project(Visibility::Network, &parts).await;
                self.stands_at(&house.completed, ProjectStatus::Completed).await;
            }
            self.houses.insert(name, house);
        }
    }

    async fn series(&self, organizer: &str) -> String {
        let key = self.houses[organizer].key;
        let network = ["ruhr", "weser"].contains(&organizer);
        let row = meeting_series::ActiveModel {
            public_id: Set(fresh()),
            revision: Set(1),
            created_at: Set(self.now),
            updated_at: Set(self.now),
            slug: Set(fresh()),
            title: Set("Integrationskonferenz".into()),
            title_key: Set("integrationskonferenz".into()),
            title_translations: Set(json!([])),
            title_pattern: Set(Some("{n}. Integrationskonferenz".into())),
            standing_agenda: Set(json!([
                { "title": "Begrüßung", "kind": "WELCOME", "minutes": 15, "abstract": null },
                { "title": "Termine", "kind": "EXCHANGE", "minutes": null, "abstract": "Was ansteht" },
            ])),
            visibility: Set(Visibility::Network),
            municipality_id: Set((!network).then_some(key)),
            network_id: Set(network.then_some(key)),
            search_text: Set(String::new()),
            ..Default::default()
        };
        global("MeetingSeries", &self.add(row).await.public_id)
    }

    async fn stands_at(&self, project: &str, status: ProjectStatus) {
        let row = project::Entity::find()
            .filter(project::Column::PublicId.eq(public_id(project)))
            .one(&self.connection);
        let mut row = row.await.expect("an answer").expect("the project").into_active_model();
        row.status = Set(status);
        row.ends_on = Set(Some("2026-09".to_owned()));
        row.update(&self.connection).await.expect("the project changes");
    }

    async fn is_over(&self, meeting: &str) {
        let row = meeting::Entity::find()
            .filter(meeting::Column::PublicId.eq(public_id(meeting)))
            .one(&self.connection);
        let mut row = row.await.expect("an answer").expect("the meeting").into_active_model();
        let start = self.now - TimeDelta::days(3);
        row.starts_at = Set(Some(start));
        row.ends_at = Set(Some(start + TimeDelta::hours(6)));
        row.sort_at = Set(start);
        row.update(&self.connection).await.expect("the meeting changes");
    }
}
