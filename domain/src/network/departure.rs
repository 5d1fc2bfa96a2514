//! What becomes of what a municipality shares when it leaves a network. Its public records stay.

use super::states;
use crate::Municipality;
use crate::contact_point::withhold_from_networks;
use crate::error::Error;
use crate::meeting::decline_invitations;
use crate::project::end_parts;
use crate::session::Tx;
use sea_orm::{ColumnTrait, Condition};
use std::collections::BTreeSet;
use verbund_entity::network_membership::{Column, Entity};

/// With whom a municipality is still in a network. A membership that rests counts: it may go on.
pub(crate) struct Company {
    pub networks: BTreeSet<i64>,
    pub municipalities: BTreeSet<i64>,
}

/// To be called when the membership has ended in this transaction.
pub(super) async fn depart(tx: &mut Tx, city: i64) -> Result<(), Error> {
    // One at a time of a municipality: two memberships that end at once would each find the other one still there.
    tx.lock::<Municipality>(city).await?;
    let company = Company::of(tx, city).await?;
    if company.networks.is_empty() {
        withhold_from_networks(tx, city).await?;
    }
    end_parts(tx, city, &company).await?;
    decline_invitations(tx, city, &company).await
}

impl Company {
    async fn of(tx: &Tx, city: i64) -> Result<Self, Error> {
        let members = || Condition::all().add(Column::Status.is_in(states::MEMBER.iter().copied()));
        let own = tx
            .rows::<Entity>(members().add(Column::MunicipalityId.eq(city)))
            .await?;
        let networks: BTreeSet<i64> = own.iter().map(|row| row.network_id).collect();
        let with = members()
            .add(Column::NetworkId.is_in(networks.iter().copied()))
            .add(Column::MunicipalityId.ne(city));
        let with = tx.rows::<Entity>(with).await?;
        Ok(Company {
            networks,
            municipalities: with.iter().map(|row| row.municipality_id).collect(),
        })
    }

    /// Whether one of these is among them.
    pub fn has_one_of(&self, municipalities: &[i64]) -> bool {
        municipalities.iter().any(|id| self.municipalities.contains(id))
    }
}
