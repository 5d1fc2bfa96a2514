//! Which municipalities stand by a project, and whose rights therefore count.

use super::{Project, ProjectParticipation};
use crate::access::Of;
use crate::error::Error;
use crate::session::{Owned, Owner, Row};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait};
use verbund_entity::project_participation::{Column, ParticipationStatus};
use verbund_entity::{organization, project};

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
        if of == Of::Lead {
            let project = (project::Column::Id, Column::ProjectId);
            return vec![Owner::municipality_behind(
                project::Column::LeadId,
                project,
                Condition::all(),
            )];
        }
        let organization = (organization::Column::Id, Column::OrganizationId);
        vec![
            Owner::municipality(Column::MunicipalityId),
            Owner::municipality_behind(organization::Column::StewardId, organization, Condition::all()),
        ]
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

/// The lead first, then the other municipalities that take part.
pub(crate) async fn carrying_municipalities(
    project: &Row<Project>,
    db: &impl ConnectionTrait,
) -> Result<Vec<i64>, Error> {
    let mut municipalities = carrying().of(project, db).await?;
    municipalities.sort_by_key(|id| Some(*id) != project.lead_id);
    Ok(municipalities)
}
