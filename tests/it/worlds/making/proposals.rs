//! What one city proposes to another.

use super::Making;
use crate::worlds::world::public_id;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use verbund_entity::change_proposal::{self, ProposalStatus};

impl Making {
    /// About an organisation, or about the profile of the city that decides.
    pub async fn proposal(&mut self, label: &str, (by, keeper): (&str, &str), organization: Option<&str>) {
        self.rows.push(("ChangeProposal", label.to_owned()));
        if !self.exists(label) {
            return;
        }
        let was = self.value(label, "was", "Vorher");
        let municipality = organization.is_none().then(|| self.key(keeper));
        record!(self, change_proposal, label, {
            proposed_by_id: self.key(by), keeper_id: self.key(keeper), municipality_id: municipality,
            organization_id: organization.map(|organization| self.key(organization)),
            given: json!({ "website": "https://www.stadt.example/" }),
            changes: json!([{ "field": "website", "from": was, "to": "https://www.stadt.example/" }]),
            reason: self.value(label, "text", "Ein Hinweis."), status: self.choice(label, "status", ProposalStatus::Open),
        });
    }
}
