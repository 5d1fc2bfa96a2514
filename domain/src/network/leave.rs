//! A membership ends by the word of either side, also while it rests.

use super::apply::MembershipPayload;
use super::decide::DecideMembershipInput;
use super::departure::depart;
use super::{NetworkMembership, states};
use crate::access::Action;
use crate::error::Error;
use crate::session::Session;
use crate::values::{TextRule, local_day};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::network_membership::MembershipStatus;

/// The membership that its municipality ends (Austritt).
#[derive(InputObject)]
pub struct LeaveNetworkInput {
    /// The `NetworkMembership`.
    pub id: ID,
    /// Why, in at most 1,000 characters; read by the network's coordinators and by the municipality's administrators
    /// (Grund).
    pub reason: Option<String>,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Leaves a network.
    pub async fn leave_network(&self, input: LeaveNetworkInput) -> Result<MembershipPayload, Error> {
        self.part(
            Action::MembershipLeave,
            &input.id,
            input.expected_revision,
            input.reason.as_deref(),
        )
        .await
    }

    /// Ends a membership for the network.
    pub async fn terminate_membership(&self, input: DecideMembershipInput) -> Result<MembershipPayload, Error> {
        let reason = Some(input.reason.as_str());
        self.part(Action::MembershipTerminate, &input.id, input.expected_revision, reason)
            .await
    }

    async fn part(
        &self,
        action: Action,
        id: &ID,
        expected_revision: Option<i32>,
        reason: Option<&str>,
    ) -> Result<MembershipPayload, Error> {
        let (mut tx, row) = self.edit::<NetworkMembership>(action, id).await?;
        let (id, city) = (row.id, row.municipality_id);
        let mut problems = self.ready(&row, expected_revision, states::END);
        let reason = match (action, reason) {
            // Whoever is shown the door is told why.
            (Action::MembershipTerminate, Some(reason)) => Some(problems.text("reason", reason, TextRule::REASON)),
            (_, reason) => problems.optional_text("reason", reason, TextRule::REASON),
        };
        if !problems.none() {
            return Ok(MembershipPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(MembershipStatus::Left);
        changed.member_until = Set(Some(local_day(tx.now()).to_string()));
        changed.decision_reason.set_if_not_equals(reason);
        changed.decided_at = Set(Some(tx.now()));
        tx.update::<NetworkMembership, _>(changed, &[]).await?;
        depart(&mut tx, city).await?;
        tx.finish().await?;
        Ok(MembershipPayload::done(id))
    }
}
