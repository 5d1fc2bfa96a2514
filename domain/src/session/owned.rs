//! Whose a record is: said once, asked for one record before a write and for many when they are shown.

use super::{Row, column, lacks};
use crate::access::{Action, Of, Owners, Policy, open_to};
use crate::error::Error;
use crate::read::{Can, Object, Scope};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ModelTrait, Value};
use verbund_entity::{municipality, network};

/// An object type whose records have owners, and can therefore be written.
pub(crate) trait Owned: Object {
    /// Whose rights count for a record. Those of any one suffice; who acts does so for the first for whom it may.
    fn owners(of: Of) -> Vec<Owner<Self>>;
}

type Column<T> = <<T as Object>::Entity as EntityTrait>::Column;

/// Where a record names a party, and of which kind the party is.
pub(crate) struct Owner<T: Object> {
    kind: Kind,
    keys: Keys<T>,
}

#[derive(Clone, Copy)]
enum Kind {
    Municipality,
    Network,
}

enum Keys<T: Object> {
    /// A key of the record's own.
    Own(Column<T>),
    /// A column of rows that belong to the record. What selects them compares with the record's table, which stands
    /// outside.
    Behind(Expr, Box<SelectStatement>),
}

impl<T: Object> Owner<T> {
    pub fn municipality(key: Column<T>) -> Self {
        Owner {
            kind: Kind::Municipality,
            keys: Keys::Own(key),
        }
    }

    pub fn network(key: Column<T>) -> Self {
        Owner {
            kind: Kind::Network,
            keys: Keys::Own(key),
        }
    }

    /// Municipalities named by `key` in rows whose `near` is the record's `own`, and that meet the condition.
    pub fn municipality_behind<C: ColumnTrait>(key: C, (near, own): (C, Column<T>), only: Condition) -> Self {
        let same = Expr::col(near.as_column_ref()).equals(own.as_column_ref());
        let rows = Query::select()
            .from(near.entity_name())
            .and_where(same)
            .cond_where(only)
            .take();
        Owner {
            kind: Kind::Municipality,
            keys: Keys::Behind(Expr::col(key.as_column_ref()), Box::new(rows)),
        }
    }

    pub fn network_behind<C: ColumnTrait>(key: C, link: (C, Column<T>), only: Condition) -> Self {
        Owner {
            kind: Kind::Network,
            ..Self::municipality_behind(key, link, only)
        }
    }

    /// Municipalities that the condition names; where it compares with the record's table, that stands outside.
    pub fn municipalities(only: Condition) -> Self {
        Self::named(Kind::Municipality, municipality::Column::Id, only)
    }

    /// Networks that the condition names; where it compares with the record's table, that stands outside.
    pub fn networks(only: Condition) -> Self {
        Self::named(Kind::Network, network::Column::Id, only)
    }

    fn named<C: ColumnTrait>(kind: Kind, key: C, only: Condition) -> Self {
        let rows = Query::select().from(key.entity_name()).cond_where(only).take();
        Owner {
            kind,
            keys: Keys::Behind(Expr::col(key.as_column_ref()), Box::new(rows)),
        }
    }

    /// The keys that a record names in this way.
    pub async fn of(&self, row: &Row<T>, db: &impl ConnectionTrait) -> Result<Vec<i64>, Error> {
        let (key, rows) = match &self.keys {
            Keys::Own(column) => {
                return Ok(match row.get(*column) {
                    Value::BigInt(key) => key.into_iter().collect(),
                    _ => Vec::new(),
                });
            }
            Keys::Behind(key, rows) => (key, rows),
        };
        let id = column::<T::Entity>("id").ok_or_else(|| lacks::<T>("id"))?;
        let mut rows = SelectStatement::clone(rows);
        rows.expr_as(key.clone(), "party")
            .from(T::Entity::default())
            .and_where(Expr::col(id.as_column_ref()).eq(row.get(id)));
        let found = db.query_all(&rows).await?;
        let keys: Result<Vec<Option<i64>>, _> = found.iter().map(|row| row.try_get("", "party")).collect();
        Ok(keys?.into_iter().flatten().collect())
    }

    /// The record names one of these.
    fn among(&self, owners: &Owners, scope: &Scope) -> Option<Expr> {
        let these = match self.kind {
            Kind::Municipality => &owners.municipalities,
            Kind::Network => &owners.networks,
        };
        match &self.keys {
            Keys::Own(column) => scope.some(*column, these),
            Keys::Behind(_, _) if these.is_empty() => None,
            Keys::Behind(key, rows) => {
                let mut rows = SelectStatement::clone(rows);
                rows.expr(Expr::val(1)).and_where(scope.any_of(key.clone(), these));
                Some(Expr::exists(rows))
            }
        }
    }
}

/// The parties whose rights count for a record.
pub(super) async fn owners<T: Owned>(of: Of, row: &Row<T>, db: &impl ConnectionTrait) -> Result<Owners, Error> {
    let mut owners = Owners::default();
    for owner in T::owners(of) {
        let keys = owner.of(row, db).await?;
        match owner.kind {
            Kind::Municipality => owners.municipalities.extend(keys),
            Kind::Network => owners.networks.extend(keys),
        }
    }
    Ok(owners)
}

/// Whether the viewer has the right to a record, as a part of `viewerCan`.
pub(crate) fn can<T: Owned>(name: &'static str, action: Action) -> Can {
    Can::new(name, action.name(), move |scope| permitted::<T>(scope, action))
}

impl Can {
    /// Only who has this right to the record too.
    pub(crate) fn also<T: Owned>(self, action: Action) -> Self {
        self.and(can::<T>("", action))
    }
}

/// The records for which the viewer has a right.
fn permitted<T: Owned>(scope: &Scope, action: Action) -> Condition {
    let policy = Policy::standard();
    let allowed = open_to(&policy, scope.viewer, action);
    let owners = T::owners(policy.rule(action).of);
    let among = owners.iter().filter_map(|owner| owner.among(&allowed, scope));
    // Nothing in `any` would hold for every row.
    among.fold(Condition::any().add(Expr::val(0).eq(1)), Condition::add)
}
