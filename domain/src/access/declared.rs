//! What a mutation says beforehand that it may ask for.

use super::Action;

/// The rights that a session may make use of, whatever its viewer holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// Rows of the permission table.
    pub actions: Vec<Action>,
    /// What is open to whoever runs the installation.
    pub operator: bool,
}
