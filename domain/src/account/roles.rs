//! The roles that a token lends in places of one kind.

use super::Role;
use std::collections::BTreeMap;

/// So many places are named in a token, and so many bytes of names: more would make it longer than servers take.
const NAMED: usize = 20;
const NAMED_BYTES: usize = 800;

/// By place, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Roles {
    /// These, at most; by the names that others know.
    Named(BTreeMap<String, Role>),
    /// Whatever is held when the token is used.
    AsHeld,
}

impl Roles {
    /// All that somebody holds now. Who holds too many to name them lends what is held.
    pub(super) fn held(named: BTreeMap<String, Role>) -> Self {
        if named.len() > NAMED || named.keys().map(String::len).sum::<usize>() > NAMED_BYTES {
            Roles::AsHeld
        } else {
            Roles::Named(named)
        }
    }

    /// The most that is lent in this place to somebody who holds `held` there.
    pub(super) fn at(&self, place: &str, held: Role) -> Option<Role> {
        match self {
            Roles::Named(named) => named.get(place).copied(),
            Roles::AsHeld => Some(held),
        }
    }
}

impl Default for Roles {
    fn default() -> Self {
        Roles::Named(BTreeMap::new())
    }
}

impl<const N: usize> From<[(String, Role); N]> for Roles {
    fn from(named: [(String, Role); N]) -> Self {
        Roles::Named(named.into())
    }
}
