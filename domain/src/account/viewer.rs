//! The viewer of a request: two statements, whatever the number of roles.

use super::Role;
use super::ceiling::{At, Ceiling, held, held_by};
use crate::db::Db;
use crate::error::Error;
use crate::viewer::{Grant, Language, Place, Viewer};
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Cond, Expr, ExprTrait, Query};
use std::collections::BTreeSet;
use verbund_entity::network_membership::{Column as Membership, Entity as Memberships};

/// What the user may do now, never more than the ceiling. `None`: there is no such user, the account is locked, or its
/// tokens were ended since.
pub async fn viewer(
    db: &Db,
    user_public_id: &str,
    ceiling: &Ceiling,
    now: DateTime<Utc>,
    language: Language,
) -> Result<Option<Viewer>, Error> {
    let rows = db.read().query_all(&held_by(user_public_id, now)).await?;
    let Some(first) = rows.first() else { return Ok(None) };
    if first.try_get::<i32>("", "token_generation")? != ceiling.generation {
        return Ok(None);
    }
    let mut viewer = Viewer {
        user: Some(first.try_get("", "user_id")?),
        ..Viewer::anonymous(now, language)
    };
    for row in &rows {
        let Some(held) = held(row)? else { continue };
        let Some(role) = ceiling.limit(&held) else { continue };
        let place = match held.at {
            At::Municipality { id, .. } => Place::Municipality(id),
            At::Network { id, .. } => Place::Network(id),
            At::Installation => Place::Installation,
        };
        // Whoever stands in for somebody holds two roles in a municipality: the higher one counts.
        let two = matches!(place, Place::Municipality(_));
        match viewer.grants.iter_mut().find(|grant| two && grant.place == place) {
            Some(grant) => grant.role = Ord::max(grant.role, role),
            None => viewer.grants.push(Grant { place, role }),
        }
    }
    for grant in &viewer.grants {
        match grant.place {
            Place::Municipality(id) => {
                viewer.own.push(id);
                if grant.role == Role::Admin {
                    viewer.administered.push(id);
                }
            }
            Place::Network(id) => viewer.coordinated.push(id),
            Place::Installation => {}
        }
    }
    join_networks(db, &mut viewer).await?;
    Ok(Some(viewer))
}

/// The networks that are open to the viewer, and who is in them. Only active memberships count, so that a suspended
/// member loses the network at its next request.
async fn join_networks(db: &Db, viewer: &mut Viewer) -> Result<(), Error> {
    if viewer.own.is_empty() && viewer.coordinated.is_empty() {
        return Ok(());
    }
    let joined = Query::select()
        .column(Membership::NetworkId)
        .from(Memberships)
        .and_where(Expr::col(Membership::Status).eq("ACTIVE"))
        .and_where(Expr::col(Membership::MunicipalityId).is_in(viewer.own.iter().copied()))
        .to_owned();
    let members = Query::select()
        .columns([Membership::NetworkId, Membership::MunicipalityId])
        .from(Memberships)
        .and_where(Expr::col(Membership::Status).eq("ACTIVE"))
        .cond_where(
            Cond::any()
                .add(Expr::col(Membership::NetworkId).in_subquery(joined))
                .add(Expr::col(Membership::NetworkId).is_in(viewer.coordinated.iter().copied())),
        )
        .to_owned();
    let (mut active, mut networks, mut peers) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    networks.extend(&viewer.coordinated);
    for row in db.read().query_all(&members).await? {
        let network: i64 = row.try_get("", "network_id")?;
        let municipality: i64 = row.try_get("", "municipality_id")?;
        if viewer.own.contains(&municipality) {
            active.insert(municipality);
            networks.insert(network);
        }
        peers.insert(municipality);
    }
    viewer.active = active.into_iter().collect();
    viewer.networks = networks.into_iter().collect();
    viewer.peers = peers.into_iter().collect();
    Ok(())
}
