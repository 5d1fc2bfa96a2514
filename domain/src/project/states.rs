//! Which steps a project takes from which states.

use verbund_entity::project::ProjectStatus::{self, Active, Cancelled, Completed, Idea, OnHold, Planned};

/// Its core is changed.
pub(super) const UPDATE: &[ProjectStatus] = &[Idea, Planned, Active, OnHold, Completed];
/// Somebody is taken in.
pub(super) const INVITE: &[ProjectStatus] = &[Idea, Planned, Active, OnHold];
/// The part of another is ended; later it is history.
pub(super) const END_PART: &[ProjectStatus] = INVITE;
/// It is decided, or decided anew.
pub(super) const PLAN: &[ProjectStatus] = &[Idea, OnHold];
/// It starts, or goes on.
pub(super) const START: &[ProjectStatus] = &[Idea, Planned, OnHold];
/// It is interrupted.
pub(super) const HOLD: &[ProjectStatus] = &[Planned, Active];
/// It is done.
pub(super) const COMPLETE: &[ProjectStatus] = &[Active];
/// It is given up.
pub(super) const CANCEL: &[ProjectStatus] = &[Idea, Planned, Active, OnHold];
/// It is put away.
pub(super) const ARCHIVE: &[ProjectStatus] = &[Completed, Cancelled];
/// It goes on after all.
pub(super) const REOPEN: &[ProjectStatus] = &[Completed];
