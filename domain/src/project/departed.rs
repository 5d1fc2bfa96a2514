//! What becomes of a municipality's projects when it leaves a network, and of a project that one leaves.

use super::start::{FEWEST, Standing};
use super::{Project, ProjectParticipation, states};
use crate::error::Error;
use crate::network::Company;
use crate::session::{Row, Tx};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{Column, Entity, ParticipationRole, ParticipationStatus};

/// Why a project rests that has too few municipalities left.
const LEFT: &str = "Nach einem Rückzug fehlt die Federführung oder eine zweite Kommune.";

/// Ends a municipality's part in what runs with others of whom none is in a network with it any more, and declines their
/// invitations. What it does alone stays its own; what is over stays as it was.
pub(crate) async fn end_parts(tx: &mut Tx, city: i64, company: &Company) -> Result<(), Error> {
    let open = [ParticipationStatus::Invited, ParticipationStatus::Confirmed];
    let own = Condition::all()
        .add(Column::MunicipalityId.eq(city))
        .add(Column::Status.is_in(open));
    // The part before its project, as whoever answers an invitation locks them.
    let mut parts = tx.lock_all::<ProjectParticipation>(own).await?;
    parts.sort_by_key(|part| part.project_id);
    for part in parts {
        let project = tx.lock::<Project>(part.project_id).await?;
        if !states::INVITE.contains(&project.status) {
            continue;
        }
        let others = others(tx, &part, city).await?;
        if company.has_one_of(&others) {
            continue;
        }
        let invited = part.status == ParticipationStatus::Invited;
        if !invited && others.is_empty() {
            continue;
        }
        let led = !invited && part.role == ParticipationRole::Lead;
        let mut part = part.into_active_model();
        // An invitation is between those who take part and the invited, and so is that it came to nothing.
        part.status = Set(if invited {
            ParticipationStatus::Declined
        } else {
            ParticipationStatus::Ended
        });
        tx.update::<ProjectParticipation, _>(part, &[]).await?;
        if !invited {
            go_on_without(tx, project, led).await?;
        }
    }
    Ok(())
}

/// The other municipalities that take part.
async fn others(tx: &Tx, part: &Row<ProjectParticipation>, city: i64) -> Result<Vec<i64>, Error> {
    let confirmed = Condition::all()
        .add(Column::ProjectId.eq(part.project_id))
        .add(Column::Status.eq(ParticipationStatus::Confirmed))
        .add(Column::MunicipalityId.ne(city));
    let rows = tx.rows::<Entity>(confirmed).await?;
    Ok(rows.iter().filter_map(|row| row.municipality_id).collect())
}

/// A project that somebody has left, its lead or another: one that runs and has too few municipalities left, or no
/// lead, rests from then on.
pub(super) async fn go_on_without(tx: &mut Tx, project: Row<Project>, led: bool) -> Result<(), Error> {
    let standing = Standing::of(tx, project.id).await?;
    let rests = project.status == ProjectStatus::Active && !(standing.led && standing.municipalities >= FEWEST);
    let mut project = project.into_active_model();
    if led {
        project.lead_id = Set(None);
    }
    if rests {
        project.status = Set(ProjectStatus::OnHold);
        project.status_reason = Set(Some(LEFT.to_owned()));
    }
    tx.update::<Project, _>(project, &[]).await
}
