//! What else an organisation is or was called.

use crate::values::PartialDate;
use async_graphql::SimpleObject;
use serde::Serialize;

/// Another name of an organisation, and when it bore it (weiterer oder früherer Name).
#[derive(SimpleObject, Serialize, Clone, Debug, PartialEq, Eq)]
pub struct AlternateName {
    /// As it is written.
    pub name: String,
    /// Since when; null if unknown.
    pub from: Option<PartialDate>,
    /// Until when; null if unknown, or while it holds.
    pub until: Option<PartialDate>,
}
