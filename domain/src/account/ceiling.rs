//! The most that a token allows.

use super::{Role, Roles};
use crate::db::Db;
use crate::error::Error;
use crate::values::local_day;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Func, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, QueryResult};
use std::collections::{BTreeMap, BTreeSet};
use verbund_entity::{municipal_user, municipality, network, role_grant, user_account};

/// Roles as a token carries them: by names that others know, not by internal ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ceiling {
    /// By AGS, district key or slug: the first that the municipality has.
    pub municipalities: Roles,
    /// By slug.
    pub networks: Roles,
    pub installation: BTreeSet<Role>,
    /// The generation of the account's tokens that it belongs to; another one is refused.
    pub generation: i32,
}

impl Ceiling {
    /// What remains of a role held in the database: the lower of the two in a municipality, elsewhere the same or none.
    pub(super) fn limit(&self, held: &Held) -> Option<Role> {
        match &held.at {
            At::Municipality { key, .. } => {
                let allowed = self.municipalities.at(key, held.role)?;
                (allowed <= Role::Admin).then(|| Ord::min(allowed, held.role))
            }
            At::Network { slug, .. } => (self.networks.at(slug, held.role)? == held.role).then_some(held.role),
            At::Installation => self.installation.contains(&held.role).then_some(held.role),
        }
    }

    pub(super) fn of(held: impl IntoIterator<Item = Held>) -> Self {
        let (mut municipalities, mut networks, mut installation) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
        for Held { at, role } in held {
            match at {
                // Whoever stands in for somebody holds two roles in one place.
                At::Municipality { key, .. } => {
                    municipalities
                        .entry(key)
                        .and_modify(|held: &mut Role| *held = Ord::max(*held, role))
                        .or_insert(role);
                }
                At::Network { slug, .. } => drop(networks.insert(slug, role)),
                At::Installation => drop(installation.insert(role)),
            }
        }
        Ceiling {
            municipalities: Roles::held(municipalities),
            networks: Roles::held(networks),
            installation,
            generation: 0,
        }
    }
}

/// All roles that the user holds now: what a new token may promise.
pub async fn ceiling_of(db: &Db, user_public_id: &str, now: DateTime<Utc>) -> Result<Ceiling, Error> {
    let rows = db.read().query_all(&held_by(user_public_id, now)).await?;
    let generation = rows.first().map_or(Ok(0), |row| row.try_get("", "token_generation"))?;
    let held = rows.iter().map(held).collect::<Result<Vec<_>, _>>()?;
    Ok(Ceiling {
        generation,
        ..Ceiling::of(held.into_iter().flatten())
    })
}

/// A role as the database knows it.
pub(super) struct Held {
    pub at: At,
    pub role: Role,
}

pub(super) enum At {
    Municipality { id: i64, key: String },
    Network { id: i64, slug: String },
    Installation,
}

/// One row for each role of an active user; a single one without a role if there are none; no row for nobody. A role
/// whose last day has passed is none, and so is one in a municipality whose invitation was not taken up.
pub(super) fn held_by(user_public_id: &str, now: DateTime<Utc>) -> SelectStatement {
    use role_grant::Column as Grant;
    use user_account::Column as User;
    let (user, grant) = (user_account::Entity, role_grant::Entity);
    let (town, net) = (municipality::Entity, network::Entity);
    let lasting = Expr::col((grant, Grant::ValidUntil))
        .is_null()
        .or(Expr::col((grant, Grant::ValidUntil)).gte(local_day(now)));
    let at_work = Query::select()
        .column(municipal_user::Column::Id)
        .from(municipal_user::Entity)
        .and_where(Expr::col(municipal_user::Column::Status).eq("ACTIVE"))
        .to_owned();
    let taken_up = Expr::col((grant, Grant::MunicipalUserId))
        .is_null()
        .or(Expr::col((grant, Grant::MunicipalUserId)).in_subquery(at_work));
    Query::select()
        .expr_as(Expr::col((user, User::Id)), "user_id")
        .expr_as(Expr::col((user, User::TokenGeneration)), "token_generation")
        .expr_as(Expr::col((grant, Grant::Role)), "role")
        .expr_as(Expr::col((grant, Grant::MunicipalityId)), "municipality_id")
        .expr_as(Expr::col((grant, Grant::NetworkId)), "network_id")
        .expr_as(
            Func::coalesce([
                Expr::col((town, municipality::Column::Ags)),
                Expr::col((town, municipality::Column::DistrictKey)),
                Expr::col((town, municipality::Column::Slug)),
            ]),
            "municipality_key",
        )
        .expr_as(Expr::col((net, network::Column::Slug)), "network_slug")
        .from(user)
        .left_join(
            grant,
            Expr::col((grant, Grant::UserId))
                .equals((user, User::Id))
                .and(lasting)
                .and(taken_up),
        )
        .left_join(
            town,
            Expr::col((town, municipality::Column::Id)).equals((grant, Grant::MunicipalityId)),
        )
        .left_join(
            net,
            Expr::col((net, network::Column::Id)).equals((grant, Grant::NetworkId)),
        )
        .and_where(Expr::col((user, User::PublicId)).eq(user_public_id))
        .and_where(Expr::col((user, User::Status)).eq("ACTIVE"))
        .order_by((grant, Grant::Id), Order::Asc)
        .to_owned()
}

/// Reads a row of [`held_by`].
pub(super) fn held(row: &QueryResult) -> Result<Option<Held>, Error> {
    let Some(role) = row.try_get::<Option<Role>>("", "role")? else {
        return Ok(None);
    };
    let municipality: Option<i64> = row.try_get("", "municipality_id")?;
    let network: Option<i64> = row.try_get("", "network_id")?;
    let at = match (municipality, network) {
        (Some(id), _) => At::Municipality {
            id,
            key: row.try_get("", "municipality_key")?,
        },
        (None, Some(id)) => At::Network {
            id,
            slug: row.try_get("", "network_slug")?,
        },
        (None, None) => At::Installation,
    };
    Ok(Some(Held { at, role }))
}
