//! Which steps a project takes from which states.

use verbund_entity::project::ProjectStatus::{self, Active, Completed, Idea, OnHold, Planned};

/// Its core is changed.
pub(super) const UPDATE: &[ProjectStatus] = &[Idea, Planned, Active, OnHold, Completed];
/// Somebody is taken in.
pub(super) const INVITE: &[ProjectStatus] = &[Idea, Planned, Active, OnHold];
/// It starts, or goes on.
pub(super) const START: &[ProjectStatus] = &[Idea, Planned, OnHold];
