//! Where a position is held.

use super::Position;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{PartyKey, Row, Tx};
use crate::{Municipality, Network, NetworkMembership, Organization};
use async_graphql::ID;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::network_membership::{self, Column, MembershipStatus};

/// The holder that is named, locked until the end: who stands in for whom is looked at there, one change at a time.
///
/// A municipality fills offices in its own house only: in its administration, in organisations that it keeps, and in
/// networks that it is an active member of.
pub(super) async fn named(tx: &Tx, id: &ID, steward: i64, problems: &mut Problems) -> Result<Option<PartyKey>, Error> {
    let Some(holder) = tx.party(id).await? else {
        problems.not_found("holder");
        return Ok(None);
    };
    let own = match holder {
        PartyKey::Municipality(id) => id == steward,
        PartyKey::Organization(id) => tx.lock::<Organization>(id).await?.steward_id == steward,
        PartyKey::Network(id) => is_member(tx, steward, id).await?,
    };
    if !own {
        problems.invalid(
            "holder",
            "Eine Kommune besetzt Funktionen nur bei sich, in Organisationen, die sie führt, und in ihren Netzwerken.",
            "A municipality fills offices only in itself, in organisations that it keeps and in its networks.",
        );
        return Ok(None);
    }
    lock(tx, holder).await?;
    Ok(Some(holder))
}

/// Waits for whoever else changes offices there.
pub(super) async fn lock(tx: &Tx, holder: PartyKey) -> Result<(), Error> {
    match holder {
        PartyKey::Municipality(id) => tx.lock::<Municipality>(id).await.map(drop),
        PartyKey::Organization(id) => tx.lock::<Organization>(id).await.map(drop),
        PartyKey::Network(id) => tx.lock::<Network>(id).await.map(drop),
    }
}

/// Where it is held; exactly one of the keys is set.
pub(super) fn of(row: &Row<Position>) -> Result<PartyKey, Error> {
    let municipality = row.municipality_id.map(PartyKey::Municipality);
    municipality
        .or(row.organization_id.map(PartyKey::Organization))
        .or(row.network_id.map(PartyKey::Network))
        .ok_or_else(|| Error::Internal(format!("position {} is held nowhere", row.id)))
}

async fn is_member(tx: &Tx, municipality: i64, network: i64) -> Result<bool, Error> {
    let memberships = Condition::all()
        .add(Column::NetworkId.eq(network))
        .add(Column::MunicipalityId.eq(municipality));
    for membership in tx.rows::<network_membership::Entity>(memberships).await? {
        let membership = tx.lock::<NetworkMembership>(membership.id).await?;
        if membership.status == MembershipStatus::Active {
            return Ok(true);
        }
    }
    Ok(false)
}
