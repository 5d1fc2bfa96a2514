//! Memberships of municipalities in networks.

use super::{expiry, states};
use crate::access::Action;
use crate::session::can;
use crate::{
    Municipality, Network, SourceReference,
    read::{Fields, Object, Scope, Visible},
    values::PartialDate,
};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::network_membership::{self, Column, MembershipStatus};
use verbund_entity::source_reference;

pub struct NetworkMembership;

impl Object for NetworkMembership {
    type Entity = network_membership::Entity;
    const NAME: &'static str = "NetworkMembership";
    const DOC: &'static str = "A municipality's membership in a network (Mitgliedschaft).";

    /// Who is or was a member is public; who asked or was asked is between the two.
    fn visible(scope: &Scope) -> Visible {
        let public = [
            MembershipStatus::Active,
            MembershipStatus::Suspended,
            MembershipStatus::Left,
        ];
        let rows = Condition::any()
            .add(Column::Status.is_in(public))
            .add_option(scope.some(Column::MunicipalityId, &scope.viewer.own))
            .add_option(scope.some(Column::NetworkId, &scope.viewer.coordinated));
        Visible::rows(rows)
    }

    fn fields(f: &mut Fields<Self>) {
        f.one::<Network>("network", Column::NetworkId, "The network belonged to (Netzwerk).")
            .filter();
        f.one::<Municipality>(
            "municipality",
            Column::MunicipalityId,
            "The municipality that belongs to it, did or may (Kommune).",
        )
        .filter();
        f.choice::<MembershipStatus>(Column::Status, "Where it stands.")
            .filter();
        f.computed::<Option<PartialDate>>("memberSince", &[Column::MemberSince], "Null if unknown.", |row| {
            PartialDate::of(row.text(0))
        });
        f.computed::<Option<PartialDate>>("memberUntil", &[Column::MemberUntil], "Null while it lasts.", |row| {
            PartialDate::of(row.text(0))
        });
        f.opened(
            Column::ApplicationNote,
            between_the_two,
            "What the municipality wrote when it applied (Anmerkung); for the network's coordinators and its own \
             administrators, null for everybody else.",
        );
        f.opened(
            Column::DecisionReason,
            between_the_two,
            "Why it was last decided so (Grund); for the same.",
        );
        f.opened(
            Column::DecidedAt,
            between_the_two,
            "When it was last decided about (Entscheidung); for the same.",
        );
        f.viewer_can(vec![
            can::<Self>("accept", Action::MembershipAdmit)
                .when(in_state(states::ADMIT))
                .or(can::<Self>("accept", Action::MembershipAccept)
                    .when(in_state(states::ACCEPT))
                    .at_present(expiry::in_time)),
            can::<Self>("reject", Action::MembershipReject).when(in_state(states::REJECT)),
            can::<Self>("decline", Action::MembershipDecline).when(in_state(states::DECLINE)),
            can::<Self>("withdrawApplication", Action::MembershipWithdraw).when(in_state(states::WITHDRAW)),
            can::<Self>("withdrawInvitation", Action::MembershipUninvite).when(in_state(states::UNINVITE)),
            can::<Self>("suspend", Action::MembershipSuspend).when(in_state(states::SUSPEND)),
            can::<Self>("resume", Action::MembershipResume).when(in_state(states::RESUME)),
            can::<Self>("leave", Action::MembershipLeave).when(in_state(states::END)),
            can::<Self>("terminate", Action::MembershipTerminate).when(in_state(states::END)),
        ]);
        f.list::<SourceReference>("sources", source_reference::Column::MembershipId, SourceReference::LIST);
    }
}

/// What is said in an application or of a decision is for those who apply and who decide.
fn between_the_two(scope: &Scope) -> Condition {
    Condition::any()
        .add(scope.any(Column::MunicipalityId, &scope.viewer.administered))
        .add_option(scope.some(Column::NetworkId, &scope.viewer.coordinated))
}

/// The membership stands at one of these.
fn in_state(states: &'static [MembershipStatus]) -> Condition {
    Condition::all().add(Column::Status.is_in(states.iter().copied()))
}
