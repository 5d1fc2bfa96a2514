//! A municipality corrects what it has said of its delegation, or shows it to others.

use super::AttendanceLine;
use super::enter::{AttendancePayload, not_below_zero, stand_for};
use crate::Organization;
use crate::access::Action;
use crate::error::Error;
use crate::patch::{store, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::values::ApproximateCountInput;
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use verbund_entity::Visibility;

/// What to change of a delegation (Teilnahme ändern). Absent: unchanged; null: cleared.
#[derive(InputObject)]
pub struct UpdateAttendanceInput {
    /// The line to change (Teilnahme einer Kommune).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// How many came; never null (Personen).
    pub heads: MaybeUndefined<ApproximateCountInput>,
    /// How many organisations they stood for (vertretene Organisationen).
    pub represented: MaybeUndefined<ApproximateCountInput>,
    /// All of them that are in the register, at most 50 (Organisationen).
    pub organizations: MaybeUndefined<Vec<ID>>,
    /// Who sees this, never further than the meeting; never null (Sichtbarkeit).
    pub visibility: MaybeUndefined<Visibility>,
}

impl Session {
    /// Changes a delegation.
    pub async fn update_attendance(&self, input: UpdateAttendanceInput) -> Result<AttendancePayload, Error> {
        let (mut tx, row) = self.edit::<AttendanceLine>(Action::AttendanceUpdate, &input.id).await?;
        let wanted = input.visibility.value().copied();
        tx.may_widen::<AttendanceLine>(&row, row.visibility, wanted).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(AttendancePayload::refused_at(id, problems));
        }
        let mut changed = row.into_active_model();
        let problem = &mut problems;
        not_below_zero("heads", input.heads.value().copied(), problem);
        not_below_zero("represented", input.represented.value().copied(), problem);
        store_value(problem, "heads", &mut changed.heads_qualifier, input.heads, |count| {
            count.qualifier
        });
        if let Some(heads) = input.heads.value() {
            changed.heads.set_if_not_equals(heads.value);
        }
        store(&mut changed.represented_qualifier, input.represented, |count| {
            count.qualifier
        });
        store(&mut changed.represented, input.represented, |count| count.value);
        store_value(
            problem,
            "visibility",
            &mut changed.visibility,
            input.visibility,
            |level| level,
        );
        let organizations = match input.organizations {
            MaybeUndefined::Undefined => None,
            MaybeUndefined::Null => Some(Vec::new()),
            MaybeUndefined::Value(ids) => Some(tx.linked::<Organization>(&ids, "organizations", problem).await?),
        };
        if !problems.none() {
            return Ok(AttendancePayload::refused(problems));
        }
        let different = match organizations {
            Some(organizations) => stand_for(&tx, id, &organizations).await?,
            None => false,
        };
        let also: &[&str] = if different { &["organizations"] } else { &[] };
        tx.update::<AttendanceLine, _>(changed, also).await?;
        tx.finish().await?;
        Ok(AttendancePayload::done(id))
    }
}
