//! Which municipalities stand by a project.

use super::Project;
use crate::error::Error;
use crate::session::{Row, rows};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait};
use verbund_entity::project_participation::{Column, Entity, ParticipationStatus};

/// The lead first, then the other municipalities that take part.
pub(crate) async fn carrying_municipalities(
    project: &Row<Project>,
    db: &impl ConnectionTrait,
) -> Result<Vec<i64>, Error> {
    let confirmed = Condition::all()
        .add(Column::ProjectId.eq(project.id))
        .add(Column::Status.eq(ParticipationStatus::Confirmed));
    let parts = rows::<Entity>(db, confirmed).await?;
    let mut municipalities: Vec<i64> = parts.iter().filter_map(|part| part.municipality_id).collect();
    municipalities.sort_by_key(|id| Some(*id) != project.lead_id);
    Ok(municipalities)
}
