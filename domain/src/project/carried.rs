//! Which municipalities stand by a project.

use super::Project;
use crate::error::Error;
use crate::session::Row;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use verbund_entity::project_participation::{Column, Entity, ParticipationStatus};

/// The lead first, then the other municipalities that take part.
pub(crate) async fn carrying_municipalities(
    project: &Row<Project>,
    db: &impl ConnectionTrait,
) -> Result<Vec<i64>, Error> {
    let confirmed = Entity::find()
        .filter(Column::ProjectId.eq(project.id))
        .filter(Column::Status.eq(ParticipationStatus::Confirmed))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut municipalities: Vec<i64> = confirmed.iter().filter_map(|part| part.municipality_id).collect();
    municipalities.sort_by_key(|id| *id != project.lead_id);
    Ok(municipalities)
}
