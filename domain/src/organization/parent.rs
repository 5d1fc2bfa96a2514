//! Units of units: in one house, never in a circle, and not too deep.

use super::Organization;
use crate::Municipality;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Tx;
use async_graphql::ID;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::organization::{self, Column, Model};

/// How many organisations lie in one another at most.
const DEEPEST: usize = 8;

/// The organisation that is named as the one above; `unit` is the one below, if it is there already.
pub(super) async fn named(
    tx: &Tx,
    id: &ID,
    steward: i64,
    unit: Option<i64>,
    problems: &mut Problems,
) -> Result<Option<i64>, Error> {
    // One at a time in a house: two moves could make a circle that neither of them sees.
    tx.lock::<Municipality>(steward).await?;
    let Some(parent) = tx.expected::<Organization>(id, "parent", problems).await? else {
        return Ok(None);
    };
    if parent.steward_id != steward {
        problems.invalid(
            "parent",
            "Eine Organisation wird nur derselben Kommune untergeordnet.",
            "An organisation is put below one that the same municipality keeps.",
        );
        return Ok(None);
    }
    let above = above(tx, parent.id, parent.parent_id).await?;
    if unit.is_some_and(|unit| above.contains(&unit)) {
        problems.invalid(
            "parent",
            "Eine Organisation ist kein Teil von sich selbst, auch nicht über andere.",
            "An organisation is no unit of itself, through others neither.",
        );
    } else if above.len() + height(tx, unit).await? > DEEPEST {
        problems.invalid(
            "parent",
            "Höchstens acht Organisationen liegen ineinander.",
            "At most eight organisations lie in one another.",
        );
    }
    Ok(Some(parent.id))
}

/// Whether one of two organisations is a unit of the other, through others too; and whether the units of `from` would
/// lie too deep below `to`. Both are refused before two records become one.
pub(super) async fn check_joined(tx: &Tx, to: &Model, from: &Model, problems: &mut Problems) -> Result<(), Error> {
    tx.lock::<Municipality>(to.steward_id).await?;
    let over = above(tx, to.id, to.parent_id).await?;
    if over.contains(&from.id) || above(tx, from.id, from.parent_id).await?.contains(&to.id) {
        problems.invalid(
            "replaced",
            "Eine Organisation und ein Teil von ihr sind zwei.",
            "An organisation and a unit of it are two.",
        );
    } else if over.len() + height(tx, Some(from.id)).await? > DEEPEST + 1 {
        problems.invalid(
            "replaced",
            "Höchstens acht Organisationen liegen ineinander.",
            "At most eight organisations lie in one another.",
        );
    }
    Ok(())
}

/// It and what it is a unit of, from below.
async fn above(tx: &Tx, id: i64, parent: Option<i64>) -> Result<Vec<i64>, Error> {
    let (mut known, mut next) = (vec![id], parent);
    while let Some(id) = next.filter(|id| !known.contains(id)) {
        known.push(id);
        let rows = tx.rows::<organization::Entity>(Condition::all().add(Column::Id.eq(id)));
        next = rows.await?.pop().and_then(|row| row.parent_id);
    }
    Ok(known)
}

/// How many lie in one another from it downwards, itself included; no more are counted than may.
async fn height(tx: &Tx, unit: Option<i64>) -> Result<usize, Error> {
    let (mut level, mut height) = (Vec::from_iter(unit), 1);
    while !level.is_empty() && height <= DEEPEST {
        let below = Condition::all().add(Column::ParentId.is_in(level));
        level = tx
            .rows::<organization::Entity>(below)
            .await?
            .iter()
            .map(|row| row.id)
            .collect();
        height += usize::from(!level.is_empty());
    }
    Ok(height)
}
