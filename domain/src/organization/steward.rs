//! Who answers for an organisation.

use crate::error::Error;
use sea_orm::{ConnectionTrait, EntityTrait};
use verbund_entity::organization::Entity;

/// The municipality that answers for an organisation, whoever may see it.
pub(crate) async fn steward(organization: i64, db: &impl ConnectionTrait) -> Result<Option<i64>, Error> {
    Ok(Entity::find_by_id(organization)
        .one(db)
        .await?
        .map(|row| row.steward_id))
}
