//! A meeting whose end has passed has been held, whether anybody says so or not.

use super::calendar::announce;
use super::{Meeting, states};
use crate::db::Db;
use crate::error::Error;
use crate::session::{Row, lapse};
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::meeting::{ActiveModel, Column, MeetingStatus, Publication};

/// Notes as held what was announced for a date and is over, and answers how many meetings that were. A draft was
/// announced to nobody, and stays what it is.
pub async fn mark_elapsed_meetings(db: &Db, now: DateTime<Utc>) -> Result<usize, Error> {
    let over = Condition::all()
        .add(Column::Status.is_in(states::MARK_HELD.iter().copied()))
        .add(Column::Publication.ne(Publication::Draft))
        .add(Column::EndsAt.lte(now));
    let mark = |before: &Row<Meeting>, changed: &mut ActiveModel| {
        changed.status = Set(MeetingStatus::Held);
        announce(before, changed);
    };
    lapse::<Meeting, _>(db, now, "MEETING_ELAPSE", over, mark).await
}
