//! The states of a membership, each tried with each step, by whoever the step is.

use super::{answer, decide, global, leave};
use crate::small_world::World;
use crate::writes::{only, told};
use async_graphql::ID;
use sea_orm::Iterable;
use verbund_domain::ApplyForMembershipInput;
use verbund_domain::error::{Error, UserError, UserErrorCode};
use verbund_entity::network_membership::MembershipStatus::{
    self, Active, Applied, Declined, Expired, Invited, Left, Rejected, Retracted, Suspended,
};

/// What somebody does to a membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Admit,
    Accept,
    Reject,
    Decline,
    Withdraw,
    Uninvite,
    Suspend,
    Resume,
    Leave,
    Terminate,
}

const STEPS: [Step; 10] = [
    Step::Admit,
    Step::Accept,
    Step::Reject,
    Step::Decline,
    Step::Withdraw,
    Step::Uninvite,
    Step::Suspend,
    Step::Resume,
    Step::Leave,
    Step::Terminate,
];

/// All that is possible; everything else is refused.
const POSSIBLE: &[(MembershipStatus, Step, MembershipStatus)] = &[
    (Applied, Step::Admit, Active),
    (Applied, Step::Reject, Rejected),
    (Applied, Step::Withdraw, Retracted),
    (Invited, Step::Accept, Active),
    (Invited, Step::Decline, Declined),
    (Invited, Step::Uninvite, Retracted),
    (Active, Step::Suspend, Suspended),
    (Active, Step::Leave, Left),
    (Active, Step::Terminate, Left),
    (Suspended, Step::Resume, Active),
    (Suspended, Step::Leave, Left),
    (Suspended, Step::Terminate, Left),
];

async fn take(world: &World, step: Step, id: &str) -> Result<Vec<UserError>, Error> {
    let (network, city) = (world.coordinator("elbe"), world.admin("wuppertal"));
    let payload = match step {
        Step::Admit => network.accept_membership(answer(id)).await?,
        Step::Accept => city.accept_membership(answer(id)).await?,
        Step::Reject => network.reject_membership(decide(id)).await?,
        Step::Decline => city.decline_membership(answer(id)).await?,
        Step::Withdraw => city.withdraw_application(answer(id)).await?,
        Step::Uninvite => network.withdraw_member_invitation(answer(id)).await?,
        Step::Suspend => network.suspend_membership(decide(id)).await?,
        Step::Resume => network.resume_membership(answer(id)).await?,
        Step::Leave => city.leave_network(leave(id)).await?,
        Step::Terminate => network.terminate_membership(decide(id)).await?,
    };
    Ok(payload.user_errors)
}

#[tokio::test]
async fn a_membership_takes_these_steps_and_no_others() {
    let world = World::new().await;
    let input = ApplyForMembershipInput {
        municipality: ID::from(&world.house("wuppertal").id),
        network: ID::from(&world.house("elbe").id),
        note: None,
        idempotency_key: None,
    };
    let begun = world.admin("wuppertal").apply_for_membership(input).await;
    assert_eq!(told(&begun.expect("an answer").user_errors), []);
    let row = world.memberships().await.pop().expect("the membership");
    let (key, id) = (row.id, global(&row));
    let mut done = 0;
    for from in MembershipStatus::iter() {
        for step in STEPS {
            world.put(key, from).await;
            let before = world.membership(&id).await;
            let outcome = take(&world, step, &id).await;
            let after = world.membership(&id).await;
            let leads_to = POSSIBLE.iter().find(|(state, by, _)| (*state, *by) == (from, step));
            let refused = match (from, step) {
                // The one side's to answer, and not the other's.
                (Applied, Step::Accept) | (Invited, Step::Admit) => {
                    assert!(matches!(outcome, Err(Error::Forbidden)), "{step:?} of {from:?}");
                    true
                }
                _ => {
                    let errors = told(&outcome.unwrap_or_else(|error| panic!("{step:?} of {from:?}: {error}")));
                    match leads_to {
                        Some(_) => assert_eq!(errors, [], "{step:?} of {from:?}"),
                        None => assert_eq!(errors, only(UserErrorCode::State, "input.id"), "{step:?} of {from:?}"),
                    }
                    leads_to.is_none()
                }
            };
            if refused {
                assert_eq!(after, before, "{step:?} of {from:?} was refused");
            } else {
                let to = leads_to.expect("a step").2;
                assert_eq!(after.status, to, "{step:?} of {from:?}");
                assert!(after.decided_at.is_some());
                assert_eq!(
                    after.member_until.is_some(),
                    to == Left || before.member_until.is_some()
                );
                done += 1;
            }
        }
    }
    assert_eq!(done, POSSIBLE.len());
}

#[tokio::test]
async fn viewer_can_says_of_each_state_what_can_be_done() {
    let world = World::new().await;
    let invitation = world.house("hagen").invitation_to_join.clone();
    let key = world.membership(&invitation).await.id;
    let document = "query($id: ID!) { node(id: $id) { ... on NetworkMembership { viewerCan {
        accept reject decline withdrawApplication withdrawInvitation suspend resume leave terminate } } } }";
    let can = async |world: &World, who| {
        let answer = world.ask(who, document, serde_json::json!({ "id": invitation })).await;
        let all = answer["node"]["viewerCan"].as_object().cloned().unwrap_or_default();
        let yes = all.into_iter().filter(|(_, can)| *can == true).map(|(name, _)| name);
        yes.collect::<Vec<_>>().join(" ")
    };
    use crate::small_world::Who;
    let (city, network) = (Who::In(verbund_entity::Role::Admin, "hagen"), Who::Coordinator("weser"));
    for (status, of_city, of_network) in [
        (Applied, "withdrawApplication", "accept reject"),
        (Invited, "accept decline", "withdrawInvitation"),
        (Active, "leave", "suspend terminate"),
        (Suspended, "leave", "resume terminate"),
        (Rejected, "", ""),
        (Declined, "", ""),
        (Retracted, "", ""),
        (Expired, "", ""),
        (Left, "", ""),
    ] {
        world.put(key, status).await;
        assert_eq!(can(&world, city).await, of_city, "{status:?}");
        assert_eq!(can(&world, network).await, of_network, "{status:?}");
    }
    world.put(key, Invited).await;
    let mut late = world;
    late.now += chrono::TimeDelta::days(60);
    assert_eq!(can(&late, city).await, "decline");
}
