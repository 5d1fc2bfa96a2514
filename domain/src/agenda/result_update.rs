//! A result is worded anew, or put elsewhere among the others.

use super::SessionResult;
use super::kept::still_open;
use super::result_create::SessionResultPayload;
use crate::error::Error;
use crate::patch::{store_required_text, store_value};
use crate::problems::Problems;
use crate::session::Session;
use crate::values::TextRule;
use async_graphql::{ID, InputObject, MaybeUndefined};
use sea_orm::IntoActiveModel;
use verbund_entity::session_result::ResultKind;

/// What to change of a result (Ergebnis ändern). Absent: unchanged. Who stands by it is kept by each for itself.
#[derive(InputObject)]
pub struct UpdateSessionResultInput {
    /// The result to change (Ergebnis).
    pub id: ID,
    /// The revision that the change is based on.
    pub expected_revision: i32,
    /// What kind of result it is; never null (Art).
    pub kind: MaybeUndefined<ResultKind>,
    /// In a few sentences, at most 2,000 characters; never null. With another wording nobody stands by it any more
    /// (Wortlaut).
    pub text: MaybeUndefined<String>,
    /// Its place among the results of the session, from 1; never null (Reihenfolge).
    pub position: MaybeUndefined<i32>,
}

impl Session {
    /// Changes a result.
    pub async fn update_session_result(&self, input: UpdateSessionResultInput) -> Result<SessionResultPayload, Error> {
        let (mut tx, meeting, row) = self.keep_result(&input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision(input.expected_revision, row.revision) {
            return Ok(SessionResultPayload::refused_at(id, problems));
        }
        still_open(&meeting, "id", &mut problems);
        let mut changed = row.into_active_model();
        let problem = &mut problems;
        store_value(problem, "kind", &mut changed.kind, input.kind, |kind| kind);
        store_required_text(problem, "text", &mut changed.text, input.text, TextRule::SUMMARY);
        let place = input.position;
        store_value(problem, "position", &mut changed.position, place, |place| place);
        if *changed.position.as_ref() < 1 {
            problem.invalid("position", "Gezählt wird ab 1.", "Counting begins with 1.");
        }
        if !problems.none() {
            return Ok(SessionResultPayload::refused(problems));
        }
        let also: &[&str] = if changed.text.is_set() && super::result_support::clear(&tx, id).await? {
            &["supportedBy"]
        } else {
            &[]
        };
        tx.update::<SessionResult, _>(changed, also).await?;
        tx.finish().await?;
        Ok(SessionResultPayload::done(id))
    }
}
