//! What the inputs of sessions and roles have in common.

use super::MeetingSession;
use super::tree::Tree;
use crate::error::Error;
use crate::problems::Problems;
use crate::session::{PartyKey, Tx, public_id};
use async_graphql::ID;

/// The key of the session of this meeting that an input names.
pub(super) fn session_of(tree: &Tree, id: &ID, path: &str, problems: &mut Problems) -> Option<i64> {
    let named = public_id::<MeetingSession>(id);
    let key = named.and_then(|public_id| tree.key_of(&public_id));
    if key.is_none() {
        problems.not_found(path);
    }
    key
}

/// For whom somebody speaks, if that is said.
pub(super) async fn party(tx: &Tx, id: Option<&ID>, problems: &mut Problems) -> Result<Option<PartyKey>, Error> {
    let Some(id) = id else { return Ok(None) };
    let party = tx.party(id).await?;
    if party.is_none() {
        problems.not_found("onBehalfOf");
    }
    Ok(party)
}

/// Refuses numbers that do not count from one.
pub(super) fn check_counts(phase: Option<i32>, capacity: Option<i32>, problems: &mut Problems) {
    for (path, number) in [("phase", phase), ("capacity", capacity)] {
        if number.is_some_and(|number| number < 1) {
            problems.invalid(path, "Gezählt wird ab 1.", "Counting begins with 1.");
        }
    }
}
