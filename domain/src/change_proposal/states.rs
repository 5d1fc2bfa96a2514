//! What can be done about a proposal from which states.

use verbund_entity::change_proposal::ProposalStatus::{self, Open, Outdated};

/// It is decided about, or taken back.
pub(super) const UNDECIDED: &[ProposalStatus] = &[Open, Outdated];
