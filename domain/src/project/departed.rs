//! What becomes of a municipality's projects when it leaves a network.

use super::rest::{LEFT, left_behind};
use super::{Project, ProjectParticipation, states};
use crate::error::Error;
use crate::network::Company;
use crate::session::{Row, Tx};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::project_participation::{Column, Entity, ParticipationRole, ParticipationStatus};

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
            left_behind(tx, project, led, LEFT).await?;
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
