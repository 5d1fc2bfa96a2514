//! A project that is left by too many rests, until it is started again.

use super::Project;
use super::start::Standing;
use crate::error::Error;
use crate::session::{Row, Tx};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::project::ProjectStatus;

/// Why a project rests that somebody has left.
pub(super) const LEFT: &str = "Nach einem Rückzug fehlt die Federführung oder eine zweite Kommune.";

/// What becomes of a locked project after a part in it has ended: one that runs and has too few municipalities left, or
/// no lead, rests from then on. `led`: the lead has left.
pub(super) async fn left_behind(tx: &mut Tx, project: Row<Project>, led: bool, why: &str) -> Result<(), Error> {
    let standing = Standing::of(tx, project.id).await?;
    let rests = project.status == ProjectStatus::Active && !standing.suffices();
    let mut project = project.into_active_model();
    if led {
        project.lead_id = Set(None);
    }
    if rests {
        project.status = Set(ProjectStatus::OnHold);
        project.status_reason = Set(Some(why.to_owned()));
    }
    tx.update::<Project, _>(project, &[]).await
}
