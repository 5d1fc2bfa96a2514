//! What is decided about a membership: each side speaks for itself.

use super::apply::MembershipPayload;
use super::expiry::is_overdue;
use super::{NetworkMembership, states};
use crate::access::Action;
use crate::error::{Error, UserErrorCode};
use crate::problems::{Message, Problems};
use crate::session::{Row, Session};
use crate::values::{TextRule, local_day};
use async_graphql::{ID, InputObject};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::network_membership::MembershipStatus::{
    self, Active, Applied, Declined, Invited, Rejected, Retracted, Suspended,
};

/// The membership that is decided about (Mitgliedschaft).
#[derive(InputObject)]
pub struct AnswerMembershipInput {
    /// The `NetworkMembership`.
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

/// The membership that is decided about, and why (Mitgliedschaft, mit Begründung).
#[derive(InputObject)]
pub struct DecideMembershipInput {
    /// The `NetworkMembership`.
    pub id: ID,
    /// Why, in at most 1,000 characters; read by the network's coordinators and by the municipality's administrators
    /// (Grund).
    pub reason: String,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

/// A step from some states to another one.
struct Step {
    action: Action,
    from: &'static [MembershipStatus],
    to: MembershipStatus,
}

impl Session {
    /// Accepts a membership: an application for the network, an invitation for the municipality.
    pub async fn accept_membership(&self, input: AnswerMembershipInput) -> Result<MembershipPayload, Error> {
        let row = self.find::<NetworkMembership>(&input.id).await?;
        let admits = match row.status {
            Applied => true,
            Invited => false,
            // Nothing to accept: whoever might have is told so.
            _ => self.viewer().coordinated.contains(&row.network_id),
        };
        let (action, from) = if admits {
            (Action::MembershipAdmit, states::ADMIT)
        } else {
            (Action::MembershipAccept, states::ACCEPT)
        };
        let step = Step {
            action,
            from,
            to: Active,
        };
        self.step_of_membership(step, &input.id, input.expected_revision, None)
            .await
    }

    /// Refuses an application.
    pub async fn reject_membership(&self, input: DecideMembershipInput) -> Result<MembershipPayload, Error> {
        let step = Step {
            action: Action::MembershipReject,
            from: states::REJECT,
            to: Rejected,
        };
        self.step_of_membership(step, &input.id, input.expected_revision, Some(&input.reason))
            .await
    }

    /// Declines an invitation.
    pub async fn decline_membership(&self, input: AnswerMembershipInput) -> Result<MembershipPayload, Error> {
        let step = Step {
            action: Action::MembershipDecline,
            from: states::DECLINE,
            to: Declined,
        };
        self.step_of_membership(step, &input.id, input.expected_revision, None)
            .await
    }

    /// Takes an application back that nobody has decided about.
    pub async fn withdraw_application(&self, input: AnswerMembershipInput) -> Result<MembershipPayload, Error> {
        let step = Step {
            action: Action::MembershipWithdraw,
            from: states::WITHDRAW,
            to: Retracted,
        };
        self.step_of_membership(step, &input.id, input.expected_revision, None)
            .await
    }

    /// Takes an invitation back that nobody has answered.
    pub async fn withdraw_member_invitation(&self, input: AnswerMembershipInput) -> Result<MembershipPayload, Error> {
        let step = Step {
            action: Action::MembershipUninvite,
            from: states::UNINVITE,
            to: Retracted,
        };
        self.step_of_membership(step, &input.id, input.expected_revision, None)
            .await
    }

    /// Lets a membership rest: its municipality loses the network with its next request.
    pub async fn suspend_membership(&self, input: DecideMembershipInput) -> Result<MembershipPayload, Error> {
        let step = Step {
            action: Action::MembershipSuspend,
            from: states::SUSPEND,
            to: Suspended,
        };
        self.step_of_membership(step, &input.id, input.expected_revision, Some(&input.reason))
            .await
    }

    /// Lets a membership that rests go on.
    pub async fn resume_membership(&self, input: AnswerMembershipInput) -> Result<MembershipPayload, Error> {
        let step = Step {
            action: Action::MembershipResume,
            from: states::RESUME,
            to: Active,
        };
        self.step_of_membership(step, &input.id, input.expected_revision, None)
            .await
    }

    async fn step_of_membership(
        &self,
        step: Step,
        id: &ID,
        expected_revision: Option<i32>,
        reason: Option<&str>,
    ) -> Result<MembershipPayload, Error> {
        let (mut tx, row) = self.edit::<NetworkMembership>(step.action, id).await?;
        let id = row.id;
        let mut problems = self.ready(&row, expected_revision, step.from);
        let reason = reason.map(|reason| problems.text("reason", reason, TextRule::REASON));
        if problems.none() && step.to == Active && is_overdue(&row, tx.now()) {
            problems.add(
                UserErrorCode::Deadline,
                "id",
                Message::new(
                    "Die Einladung ist nach 60 Tagen verfallen.",
                    "The invitation lapsed after 60 days.",
                ),
            );
        }
        if !problems.none() {
            return Ok(MembershipPayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        if step.from != states::RESUME && step.to == Active {
            changed.member_since = Set(Some(local_day(tx.now()).to_string()));
        }
        changed.status = Set(step.to);
        changed.decision_reason.set_if_not_equals(reason);
        changed.decided_at = Set(Some(tx.now()));
        tx.update::<NetworkMembership, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(MembershipPayload::done(id))
    }

    /// What stands against a step: another revision, or a state that it does not lead from.
    pub(super) fn ready(
        &self,
        row: &Row<NetworkMembership>,
        expected_revision: Option<i32>,
        from: &[MembershipStatus],
    ) -> Problems {
        let mut problems = Problems::new(self.language());
        if problems.revision_if_given(expected_revision, row.revision) && !from.contains(&row.status) {
            problems.wrong_state("id", &row.status, from);
        }
        problems
    }
}
