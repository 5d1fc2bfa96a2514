//! Whose a municipality's record is: its own, and in what is official, its network's.

use super::Municipality;
use crate::access::Of;
use crate::network::MEMBER;
use crate::session::{Owned, Owner};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::municipality::Column;
use verbund_entity::network_membership::{self, Column as Membership, MembershipStatus};

impl Owned for Municipality {
    fn owners(of: Of) -> Vec<Owner<Self>> {
        let network = |memberships| {
            Owner::network_behind(
                Membership::NetworkId,
                (Membership::MunicipalityId, Column::Id),
                Condition::all().add(memberships),
            )
        };
        match of {
            Of::Network => {}
            Of::MemberNetwork => return vec![network(Membership::Status.eq(MembershipStatus::Active))],
            _ => return vec![Owner::municipality(Column::Id)],
        }
        let member = || Membership::Status.is_in(MEMBER.iter().copied());
        let memberships = Query::select()
            .expr(Expr::val(1))
            .from(network_membership::Entity)
            .and_where(Expr::col(Membership::MunicipalityId.as_column_ref()).equals(Column::Id.as_column_ref()))
            .and_where(member())
            .take();
        vec![
            network(member()),
            // A candidate is everybody's to correct until it has joined somebody.
            Owner::networks(Condition::all().add(Expr::exists(memberships).not())),
        ]
    }
}
