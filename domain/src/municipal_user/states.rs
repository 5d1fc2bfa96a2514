//! What can be done to somebody's access from which states.

use verbund_entity::municipal_user::AccessStatus::{self, Active, Deactivated, Invited, Locked};

/// Another link to set the account up.
pub(super) const RENEW: &[AccessStatus] = &[Invited];
/// A role is given or changed.
pub(super) const GRANT: &[AccessStatus] = &[Invited, Active];
/// All roles are taken away.
pub(super) const DEACTIVATE: &[AccessStatus] = &[Invited, Active, Locked];
/// Somebody is invited anew.
pub(super) const RETURN: &[AccessStatus] = &[Deactivated];
