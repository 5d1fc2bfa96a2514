//! Which steps a meeting takes from which states.

use verbund_entity::meeting::MeetingStatus::{self, Held, Polling, Postponed, Scheduled};

/// Its content is changed.
pub(super) const UPDATE: &[MeetingStatus] = &[Polling, Scheduled, Postponed, Held];
/// Somebody is asked to organise it.
pub(super) const INVITE: &[MeetingStatus] = &[Polling, Scheduled, Postponed, Held];
/// It is called off.
pub(super) const CANCEL: &[MeetingStatus] = &[Polling, Scheduled, Postponed];
