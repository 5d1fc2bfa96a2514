//! Who looks.

use verbund_entity::Role;

/// Viewers that are different to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anonymous,
    /// Reads for Herne, an active member of the Ruhr network.
    Herne,
    /// Edits for Hagen, an active member of the Ruhr network.
    Hagen,
    /// Administers Essen, whose membership of the Ruhr network is suspended.
    Essen,
    /// Coordinates the Weser network.
    Weser,
    /// Runs the installation.
    Operator,
}

impl Who {
    pub const ALL: [Who; 6] = [
        Who::Anonymous,
        Who::Herne,
        Who::Hagen,
        Who::Essen,
        Who::Weser,
        Who::Operator,
    ];

    /// The account's label, and its one role: in a municipality, in a network, or for the installation.
    pub fn account(self) -> Option<(&'static str, Option<&'static str>, Role)> {
        match self {
            Who::Anonymous => None,
            Who::Herne => Some(("leserin", Some("herne"), Role::Viewer)),
            Who::Hagen => Some(("redakteur", Some("hagen"), Role::Editor)),
            Who::Essen => Some(("verwalterin", Some("essen"), Role::Admin)),
            Who::Weser => Some(("koordinator", Some("weser"), Role::Coordinator)),
            Who::Operator => Some(("betreiberin", None, Role::Operator)),
        }
    }
}
