//! Which steps a meeting takes from which states.

use verbund_entity::meeting::MeetingStatus::{self, Held, Polling, Postponed, Scheduled};

/// Its content is changed.
pub(super) const UPDATE: &[MeetingStatus] = &[Polling, Scheduled, Postponed, Held];
/// Somebody is asked to organise it.
pub(super) const INVITE: &[MeetingStatus] = &[Polling, Scheduled, Postponed, Held];
/// It gets a date, or another one.
pub(super) const RESCHEDULE: &[MeetingStatus] = &[Polling, Scheduled, Postponed];
/// Its date does not hold.
pub(super) const POSTPONE: &[MeetingStatus] = &[Scheduled];
/// Nobody goes anywhere for it.
pub(super) const MOVE_ONLINE: &[MeetingStatus] = &[Scheduled];
/// It has taken place.
pub(super) const MARK_HELD: &[MeetingStatus] = &[Scheduled];
/// It is called off.
pub(super) const CANCEL: &[MeetingStatus] = &[Polling, Scheduled, Postponed];
