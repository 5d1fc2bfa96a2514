//! Memberships of municipalities in networks.

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
        f.list::<SourceReference>("sources", source_reference::Column::MembershipId, SourceReference::LIST);
    }
}
