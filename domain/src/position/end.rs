//! A position ends on a day, and with it the ways to reach whoever held it.

use super::create::PositionPayload;
use super::{Position, spokesperson};
use crate::ContactPoint;
use crate::access::Action;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{Session, Tx};
use crate::values::{Edtf, local_day};
use async_graphql::{ID, InputObject};
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel};
use verbund_entity::contact_point::{self, Column};

/// The position to end (Funktion beenden). Ended once more, its end is corrected.
#[derive(InputObject)]
pub struct EndPositionInput {
    /// The position that ends (Funktion).
    pub id: ID,
    /// The revision that the decision is based on; absent: whatever it is now.
    pub expected_revision: Option<i32>,
    /// When it ends or ended, as exactly as is known, not before the beginning; absent: today (Ende).
    pub valid_until: Option<Edtf>,
}

impl Session {
    /// Ends a position.
    pub async fn end_position(&self, input: EndPositionInput) -> Result<PositionPayload, Error> {
        let (mut tx, row) = self.edit::<Position>(Action::PositionEnd, &input.id).await?;
        let id = row.id;
        let mut problems = Problems::new(self.language());
        if !problems.revision_if_given(input.expected_revision, row.revision) {
            return Ok(PositionPayload::refused_at(id, problems));
        }
        let until = input.valid_until.unwrap_or_else(|| Edtf::day(local_day(tx.now())));
        let from = row.valid_from.as_deref().and_then(|text| Edtf::parse(text).ok());
        problems.span("validUntil", from.as_ref(), Some(&until));
        if !problems.none() {
            return Ok(PositionPayload::refused(problems));
        }
        let last = until.date().latest.0;
        let mut changed = row.into_active_model();
        changed.ends_on.set_if_not_equals(Some(last));
        changed.valid_until.set_if_not_equals(Some(until.as_str().to_owned()));
        spokesperson::check(&tx, Some(id), &changed, "validUntil", &mut problems).await?;
        if !problems.none() {
            return Ok(PositionPayload::refused(problems));
        }
        tx.update::<Position, _>(changed, &[]).await?;
        end_contacts(&mut tx, id, last).await?;
        tx.finish().await?;
        Ok(PositionPayload::done(id))
    }
}

/// No contact of a position holds longer than the position; one that would only begin later is withdrawn.
async fn end_contacts(tx: &mut Tx, position: i64, last: NaiveDate) -> Result<(), Error> {
    let longer = Condition::all()
        .add(Column::PositionId.eq(position))
        .add(Column::WithdrawnAt.is_null())
        .add(Column::ValidUntil.is_null().or(Column::ValidUntil.gt(last)));
    for contact in tx.rows::<contact_point::Entity>(longer).await? {
        // Whoever is changing it comes first.
        let contact = tx.lock::<ContactPoint>(contact.id).await?;
        if contact.withdrawn_at.is_some() || contact.valid_until.is_some_and(|until| until <= last) {
            continue;
        }
        let begins_later = contact.valid_from.is_some_and(|from| from > last);
        let mut contact = contact.into_active_model();
        if begins_later {
            contact.withdrawn_at = Set(Some(tx.now()));
        } else {
            contact.valid_until = Set(Some(last));
        }
        tx.update::<ContactPoint, _>(contact, &[]).await?;
    }
    Ok(())
}
