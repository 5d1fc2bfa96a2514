//! Who answers for an organisation.

use crate::error::Error;
use crate::session::rows;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait};
use verbund_entity::organization::{Column, Entity};

/// The municipality that answers for an organisation, whoever may see it.
pub(crate) async fn steward(organization: i64, db: &impl ConnectionTrait) -> Result<Option<i64>, Error> {
    let row = rows::<Entity>(db, Condition::all().add(Column::Id.eq(organization))).await?;
    Ok(row.first().map(|row| row.steward_id))
}
