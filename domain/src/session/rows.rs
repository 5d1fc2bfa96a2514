//! What rules look at.

use super::column;
use crate::error::Error;
use sea_orm::{Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Rows that meet a condition, the oldest first, whoever may see them. A rule may look at them; nothing of them may
/// reach an answer.
pub(crate) async fn rows<E: EntityTrait>(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<E::Model>, Error> {
    let rows = E::find().filter(which);
    let rows = match column::<E>("id") {
        Some(id) => rows.order_by_asc(id),
        None => rows,
    };
    Ok(rows.all(db).await?)
}
