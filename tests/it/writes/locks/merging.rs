//! What is linked with an organisation while that is replaced.

use super::{public_id, waits_and_is_done, waits_for};
use crate::attempt::{merge, unchanged_organization};
use crate::small_world::World;
use crate::writes::{only, told};
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::UpdateOrganizationInput;
use verbund_domain::error::UserErrorCode;

#[tokio::test]
async fn joining_waits_for_whoever_holds_either_record() {
    for held in ["first", "second"] {
        let world = World::new().await;
        let house = world.house("hagen").clone();
        let held = if held == "first" {
            &house.organization
        } else {
            &house.dormant
        };
        let which = format!("public_id = '{}'", public_id(held));
        let session = world.admin("hagen");
        let write = session.merge_organizations(merge(&house.dormant, &house.organization));

        let answer = waits_and_is_done(&world, ("organization", &which), write).await;

        assert_eq!(told(&answer.expect("an answer").user_errors), []);
    }
}

#[tokio::test]
async fn who_links_with_an_organisation_waits_for_whoever_replaces_it_and_finds_it_gone() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let input = UpdateOrganizationInput {
        successors: MaybeUndefined::Value(vec![ID::from(&house.dormant)]),
        ..unchanged_organization(&house.founding)
    };
    let which = format!("public_id = '{}'", public_id(&house.dormant));
    let replace = format!(
        "update organization set status = 'REPLACED', replaced_by_id =
             (select id from organization where public_id = '{}') where {which}",
        public_id(&house.organization)
    );
    let session = world.admin("hagen");
    let write = session.update_organization(input);

    let answer = waits_for(&world, ("organization", &which), Some(&replace), write).await;

    let gone = only(UserErrorCode::NotFound, "input.successors.0");
    assert_eq!(told(&answer.expect("an answer").user_errors), gone);
}
