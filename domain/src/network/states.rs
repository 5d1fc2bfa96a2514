//! Which steps a membership takes from which states. `Rejected`, `Declined`, `Retracted`, `Expired` and `Left` are the end of it: who
//! comes again has a membership of its own.

use verbund_entity::network_membership::MembershipStatus::{self, Active, Applied, Invited, Suspended};

/// It stands in the way of a second one in the same network; the index `network_membership_current` says so too.
pub(super) const OPEN: &[MembershipStatus] = &[Applied, Invited, Active, Suspended];
/// The municipality belongs to the network.
pub(crate) const MEMBER: &[MembershipStatus] = &[Active, Suspended];
/// The network grants it.
pub(super) const ADMIT: &[MembershipStatus] = &[Applied];
/// The network refuses it.
pub(super) const REJECT: &[MembershipStatus] = &[Applied];
/// The municipality accepts it.
pub(super) const ACCEPT: &[MembershipStatus] = &[Invited];
/// The municipality declines it.
pub(super) const DECLINE: &[MembershipStatus] = &[Invited];
/// The municipality takes it back.
pub(super) const WITHDRAW: &[MembershipStatus] = &[Applied];
/// The network takes it back.
pub(super) const UNINVITE: &[MembershipStatus] = &[Invited];
/// The network lets it rest.
pub(super) const SUSPEND: &[MembershipStatus] = &[Active];
/// The network lets it go on.
pub(super) const RESUME: &[MembershipStatus] = &[Suspended];
/// Either side ends it.
pub(super) const END: &[MembershipStatus] = &[Active, Suspended];
