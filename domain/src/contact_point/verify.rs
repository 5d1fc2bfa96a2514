//! A contact is looked at from time to time: what nobody has said to be right for half a year is stale.

use super::ContactPoint;
use super::create::ContactPointPayload;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::read::Scope;
use crate::session::Session;
use async_graphql::{ID, InputObject};
use chrono::TimeDelta;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{CaseStatement, Expr};
use sea_orm::{ActiveEnum, ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::contact_point::{Column, ContactVerification};

/// So long a contact counts as verified.
const FRESH: TimeDelta = TimeDelta::days(180);

/// The contact that is right as it stands (Kontakt bestätigen).
#[derive(InputObject)]
pub struct VerifyContactPointInput {
    /// The contact that somebody has looked at (Kontakt).
    pub id: ID,
    /// The revision that was looked at; absent: whatever it is now.
    pub expected_revision: Option<i32>,
}

impl Session {
    /// Says that a contact is right as it stands.
    pub async fn verify_contact_point(&self, input: VerifyContactPointInput) -> Result<ContactPointPayload, Error> {
        let (mut tx, row) = self.edit::<ContactPoint>(Action::ContactPointVerify, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(ContactPointPayload::refused_at(id, problems));
        }
        if row.withdrawn_at.is_some() {
            problems.state(
                "id",
                "Der Kontakt ist zurückgezogen.",
                "The contact has been withdrawn.",
            );
            return Ok(ContactPointPayload::refused(problems));
        }
        let mut changed = row.into_active_model();
        changed.verified_at = Set(Some(tx.now()));
        tx.update::<ContactPoint, _>(changed, &[]).await?;
        tx.finish().await?;
        Ok(ContactPointPayload::done(id))
    }
}

/// The viewer is of the house whose contact it is; nobody else is told how well it is kept.
pub(super) fn of_own_house(scope: &Scope) -> Condition {
    Condition::all().add(scope.any(Column::StewardId, &scope.viewer.own))
}

/// How long ago somebody looked, as a word.
pub(super) fn tell(scope: &Scope) -> Expr {
    let kept = || of_own_house(scope).add(Column::WithdrawnAt.is_null());
    let word = |word: ContactVerification| Expr::val(word.to_value());
    let limit = scope.viewer.now - FRESH;
    CaseStatement::new()
        .case(
            kept().add(Column::VerifiedAt.is_null()),
            word(ContactVerification::Unverified),
        )
        .case(
            kept().add(Column::VerifiedAt.lt(limit)),
            word(ContactVerification::Stale),
        )
        .case(kept(), word(ContactVerification::Verified))
        .into()
}
