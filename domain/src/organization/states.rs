//! Which steps an organisation takes from which states. Its record can be corrected in any, unless another has
//! taken its place.

use verbund_entity::organization::OrganizationStatus::{self, Active, Dissolved, Dormant, Founding, Replaced};

/// Its founding is done.
pub(super) const ACTIVATE: &[OrganizationStatus] = &[Founding];
/// It comes to rest.
pub(super) const REST: &[OrganizationStatus] = &[Active];
/// It is at work again.
pub(super) const REVIVE: &[OrganizationStatus] = &[Dormant];
/// It is dissolved.
pub(super) const DISSOLVE: &[OrganizationStatus] = &[Founding, Active, Dormant];
/// It agrees to stand in the public directory.
pub(super) const CONSENT: &[OrganizationStatus] = &[Founding, Active, Dormant];
/// It stands in the public directory.
pub(super) const LISTED: &[OrganizationStatus] = &[Active];
/// It has an end.
pub(super) const ENDED: &[OrganizationStatus] = &[Dissolved];
/// Its record is the one that counts: it can be corrected, and joined with another.
pub(super) const KEPT: &[OrganizationStatus] = &[Founding, Active, Dormant, Dissolved];
/// Another record has taken its place.
pub(super) const REPLACED: &[OrganizationStatus] = &[Replaced];
/// It begins as one of these; all else comes later.
pub(super) const BEGIN: &[OrganizationStatus] = &[Founding, Active];
