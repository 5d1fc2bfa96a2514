//! Proposals about a record that somebody is changing.

use super::{public_id, waits_for};
use crate::small_world::World;
use crate::writes::{only, told};
use async_graphql::ID;
use verbund_domain::DecideChangeProposalInput;
use verbund_domain::error::UserErrorCode;

#[tokio::test]
async fn accepting_waits_for_whoever_changes_the_record_and_finds_it_changed() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let input = DecideChangeProposalInput {
        id: ID::from(&house.proposal),
        expected_revision: None,
        note: None,
    };
    let which = format!("public_id = '{}'", public_id(&house.id));
    let change = format!("update municipality set population = 9, revision = 2 where {which}");
    let session = world.admin("hagen");
    let write = session.accept_change_proposal(input);

    let answer = waits_for(&world, ("municipality", &which), Some(&change), write).await;

    let conflict = only(UserErrorCode::Conflict, "input.id");
    assert_eq!(told(&answer.expect("an answer").user_errors), conflict);
}
