//! An invitation to join holds for sixty days.

use super::NetworkMembership;
use crate::db::Db;
use crate::error::Error;
use crate::read::Scope;
use crate::session::{Row, lapse};
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition};
use verbund_entity::network_membership::{ActiveModel, Column, MembershipStatus};

/// How long an invitation can be accepted.
const HOLDS: TimeDelta = TimeDelta::days(60);

/// Marks the invitations that nobody has answered in time, and answers how many they were.
pub async fn expire_invitations(db: &Db, now: DateTime<Utc>) -> Result<usize, Error> {
    let overdue = Condition::all()
        .add(Column::Status.eq(MembershipStatus::Invited))
        .add(Column::CreatedAt.lte(now - HOLDS));
    let expire = |_: &Row<NetworkMembership>, row: &mut ActiveModel| {
        row.status = Set(MembershipStatus::Expired);
        row.decided_at = Set(Some(now));
    };
    lapse::<NetworkMembership, _>(db, now, "MEMBERSHIP_EXPIRE", overdue, expire).await
}

/// Whether an invitation lapsed, marked as such or not yet.
pub(super) fn is_overdue(row: &Row<NetworkMembership>, now: DateTime<Utc>) -> bool {
    row.status == MembershipStatus::Invited && row.created_at <= now - HOLDS
}

/// The same for `viewerCan`: what can still be accepted.
pub(super) fn in_time(scope: &Scope) -> Condition {
    Condition::all().add(Column::CreatedAt.gt(scope.viewer.now - HOLDS))
}
