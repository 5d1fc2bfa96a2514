//! Which municipalities stand by a project, and whose rights therefore count.

use super::{Project, ProjectParticipation};
use crate::access::Of;
use crate::error::Error;
use crate::session::{Owned, Owner, Row};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ActiveEnum, ColumnTrait, Condition, ConnectionTrait};
use verbund_entity::project_participation::{Column, Entity, ParticipationStatus};
use verbund_entity::{municipality, organization, project};

impl Owned for Project {
    fn owners(of: Of) -> Vec<Owner<Self>> {
        match of {
            Of::Participants => vec![Owner::municipality(project::Column::LeadId), carrying()],
            _ => vec![Owner::municipality(project::Column::LeadId)],
        }
    }
}

/// What a party says about its own part is for that party alone; all else about it, for whoever leads the project.
impl Owned for ProjectParticipation {
    fn owners(of: Of) -> Vec<Owner<Self>> {
        let project = (project::Column::Id, Column::ProjectId);
        let lead = || Owner::municipality_behind(project::Column::LeadId, project, Condition::all());
        let organization = (organization::Column::Id, Column::OrganizationId);
        match of {
            Of::Lead => vec![lead()],
            Of::LeadElseParticipants => vec![lead(), Owner::municipalities(left_alone())],
            _ => vec![
                Owner::municipality(Column::MunicipalityId),
                Owner::municipality_behind(organization::Column::StewardId, organization, Condition::all()),
            ],
        }
    }
}

/// The municipalities that take part in a project.
fn carrying() -> Owner<Project> {
    let confirmed = Condition::all().add(Column::Status.eq(ParticipationStatus::Confirmed));
    Owner::municipality_behind(
        Column::MunicipalityId,
        (Column::ProjectId, project::Column::Id),
        confirmed,
    )
}

/// Municipalities that take part in the project of a part, which stands outside, where nobody leads it.
fn left_alone() -> Condition {
    let other = |column: Column| Expr::col(("beside", column));
    let leaderless = Query::select()
        .column(project::Column::Id)
        .from(project::Entity)
        .and_where(project::Column::LeadId.is_null())
        .take();
    let parts = Query::select()
        .expr(other(Column::MunicipalityId))
        .from_as(Entity, "beside")
        .and_where(other(Column::ProjectId).eq(Expr::col(Column::ProjectId.as_column_ref())))
        .and_where(other(Column::ProjectId).in_subquery(leaderless))
        .and_where(other(Column::Status).eq(ParticipationStatus::Confirmed.to_value()))
        .take();
    Condition::all().add(Expr::col(municipality::Column::Id.as_column_ref()).in_subquery(parts))
}

/// The lead first, then the other municipalities that take part.
pub(crate) async fn carrying_municipalities(
    project: &Row<Project>,
    db: &impl ConnectionTrait,
) -> Result<Vec<i64>, Error> {
    let mut municipalities = carrying().of(project, db).await?;
    municipalities.sort_by_key(|id| Some(*id) != project.lead_id);
    Ok(municipalities)
}
