//! While a meeting stands where, its agenda is kept.

use verbund_entity::meeting::MeetingStatus::{self, Held, Polling, Postponed, Scheduled};

/// Sessions and roles are added, changed and removed; what was held is still put down.
pub(super) const AGENDA: &[MeetingStatus] = &[Polling, Scheduled, Postponed, Held];
