//! Of each city, what it proposes to another and what that one proposes to it.

use super::{Making, fresh, global};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_entity::change_proposal::{self, ProposalStatus};

impl Making {
    pub(super) async fn proposals(&mut self, city: &'static str) {
        let other = if city == "herne" { "hagen" } else { "herne" };
        let received = self.proposal(other, city).await;
        let made = self.proposal(city, other).await;
        let house = self.houses.get_mut(city).expect("a city");
        (house.proposal, house.made) = (received, made);
    }

    async fn proposal(&self, by: &str, keeper: &str) -> String {
        let keeper = self.houses[keeper].key;
        let row = self
            .add(change_proposal::ActiveModel {
                public_id: Set(fresh()),
                revision: Set(1),
                created_at: Set(self.now),
                updated_at: Set(self.now),
                proposed_by_id: Set(self.houses[by].key),
                keeper_id: Set(keeper),
                municipality_id: Set(Some(keeper)),
                given: Set(json!({ "population": 7 })),
                changes: Set(json!([{ "field": "population", "from": null, "to": "7" }])),
                reason: Set("So steht es im Amtsblatt.".into()),
                status: Set(ProposalStatus::Open),
                ..Default::default()
            })
            .await;
        global("ChangeProposal", &row.public_id)
    }
}
