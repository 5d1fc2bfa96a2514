//! A project is done when it has ended and says what came of it.

use super::{Project, create::ProjectPayload, states};
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::Session;
use crate::values::{Edtf, TextRule, local_day};
use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::IntoActiveModel;
use verbund_entity::project::ProjectStatus;

/// The project that is done, and what came of it (Projekt abschließen).
#[derive(InputObject)]
pub struct CompleteProjectInput {
    /// A project that is under way.
    pub id: ID,
    /// What came of it, in at most 2,000 characters; whoever sees the project reads it (Abschlussbericht).
    pub closing_summary: String,
    /// When it ended, not in the future; absent: the end that the project has already (Ende).
    pub ends_on: Option<Edtf>,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Completes a project.
    pub async fn complete_project(&self, input: CompleteProjectInput) -> Result<ProjectPayload, Error> {
        let (mut tx, row) = self.edit::<Project>(Action::ProjectComplete, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ProjectPayload::refused_at(id, problems));
        }
        let closing = problems.text("closingSummary", &input.closing_summary, TextRule::SUMMARY);
        if !states::COMPLETE.contains(&row.status) {
            problems.wrong_state("id", &row.status, states::COMPLETE);
        }
        let stored = |text: &Option<String>| text.as_deref().and_then(|text| Edtf::parse(text).ok());
        let (begun, ended) = (stored(&row.starts_on), input.ends_on.or_else(|| stored(&row.ends_on)));
        check_end(ended.as_ref(), tx.now(), &mut problems);
        problems.span("endsOn", begun.as_ref(), ended.as_ref());
        if !problems.none() {
            return Ok(ProjectPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.status = Set(ProjectStatus::Completed);
        changed.closing_summary.set_if_not_equals(Some(closing));
        changed
            .ends_on
            .set_if_not_equals(ended.map(|date| date.as_str().to_owned()));
        tx.update::<Project, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ProjectPayload::done(id))
    }
}

/// What is done has an end, and that lies behind us.
pub(super) fn check_end(ended: Option<&Edtf>, now: DateTime<Utc>, problems: &mut Problems) {
    match ended {
        None => problems.required("endsOn", "Das Ende fehlt.", "The end is missing."),
        Some(end) if end.date().earliest.0 > local_day(now) => problems.invalid(
            "endsOn",
            "Was abgeschlossen ist, endet nicht in der Zukunft.",
            "What is completed does not end in the future.",
        ),
        Some(_) => {}
    }
}
