//! A house is never left without its last administrator, and gets its first one from its network.

use super::super::locks::{public_id, waits_and_is_done};
use super::super::{only, told};
use super::{global, grant_of, in_days, user_of};
use crate::attempt::role_for;
use crate::small_world::{Who, World};
use async_graphql::ID;
use verbund_domain::access::Policy;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::values::EmailAddress;
use verbund_domain::{
    AppointFirstAdministratorInput, DeactivateUserInput, GrantRoleInput, RevokeRoleInput, SetGrantEndInput,
};
use verbund_entity::Role;
use verbund_entity::municipal_user::AccessStatus;

#[tokio::test]
async fn the_last_administrator_of_an_active_member_stays_whichever_way_the_role_would_go() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let user = user_of(&world, "hagen", "leitung@hagen.example").await;
    let (id, grant) = (global(&user), grant_of(&world, &user).await);
    let before = world.db.dump().await;
    let state = |path| only(UserErrorCode::State, path);

    let lower = session
        .grant_role(role_for(&id, Role::Editor))
        .await
        .expect("an answer");
    assert_eq!(told(&lower.user_errors), state("input.role"));
    let for_a_time = GrantRoleInput {
        valid_until: Some(in_days(&world, 10)),
        ..role_for(&id, Role::Admin)
    };
    let for_a_time = session.grant_role(for_a_time).await.expect("an answer");
    assert_eq!(told(&for_a_time.user_errors), state("input.role"));
    let end = SetGrantEndInput {
        grant: ID::from(&grant),
        expected_revision: 1,
        valid_until: Some(in_days(&world, 10)),
    };
    let end = session.set_grant_end(end).await.expect("an answer");
    assert_eq!(told(&end.user_errors), state("input.validUntil"));
    let revoke = RevokeRoleInput {
        grant: ID::from(&grant),
        expected_revision: None,
    };
    let revoke = session.revoke_role(revoke).await.expect("an answer");
    assert_eq!(told(&revoke.user_errors), state("input.grant"));
    let deactivate = DeactivateUserInput {
        id: ID::from(&id),
        expected_revision: None,
    };
    let deactivate = session.deactivate_user(deactivate).await.expect("an answer");
    assert_eq!(told(&deactivate.user_errors), state("input.id"));
    assert!(before == world.db.dump().await, "a refused write left something behind");
}

#[tokio::test]
async fn whoever_is_invited_or_stands_in_is_no_second_administrator() {
    let world = World::new().await;
    let (session, house) = (world.admin("hagen"), world.house("hagen"));
    let leader = user_of(&world, "hagen", "leitung@hagen.example").await;
    let invited = session
        .grant_role(role_for(&house.invited, Role::Admin))
        .await
        .expect("an answer");
    assert_eq!(told(&invited.user_errors), []);
    let stands_in = GrantRoleInput {
        valid_until: Some(in_days(&world, 30)),
        substitute_for: Some(ID(global(&leader))),
        ..role_for(&house.user, Role::Admin)
    };
    let stands_in = session.grant_role(stands_in).await.expect("an answer");
    assert_eq!(told(&stands_in.user_errors), []);

    let lower = session
        .grant_role(role_for(&global(&leader), Role::Editor))
        .await
        .expect("an answer");
    assert_eq!(told(&lower.user_errors), only(UserErrorCode::State, "input.role"));
}

#[tokio::test]
async fn two_administrators_who_take_each_others_role_at_once_leave_one() {
    let world = World::new().await;
    let (session, other) = (world.admin("hagen"), world.admin("hagen"));
    session
        .grant_role(role_for(&world.house("hagen").user, Role::Admin))
        .await
        .expect("an answer");
    let leader = user_of(&world, "hagen", "leitung@hagen.example").await;
    let revoke = |grant: &str| RevokeRoleInput {
        grant: ID::from(grant),
        expected_revision: None,
    };

    let (one, two) = tokio::join!(
        session.revoke_role(revoke(&world.house("hagen").grant)),
        other.revoke_role(revoke(&grant_of(&world, &leader).await)),
    );

    let refused = [one, two].into_iter().filter(|answer| {
        answer
            .as_ref()
            .is_ok_and(|answer| told(&answer.user_errors) == only(UserErrorCode::State, "input.grant"))
    });
    assert_eq!(refused.count(), 1);
}

#[tokio::test]
async fn a_role_waits_for_whoever_changes_roles_of_the_same_city() {
    let which = |world: &World| format!("public_id = '{}'", public_id(&world.house("hagen").id));
    let world = World::new().await;
    let (session, place) = (world.admin("hagen"), which(&world));
    let grant = session.grant_role(role_for(&world.house("hagen").user, Role::Admin));
    let done = waits_and_is_done(&world, ("municipality", &place), grant).await;
    assert_eq!(told(&done.expect("an answer").user_errors), []);

    let revoke = session.revoke_role(RevokeRoleInput {
        grant: ID::from(&world.house("hagen").grant),
        expected_revision: None,
    });
    let done = waits_and_is_done(&world, ("municipality", &place), revoke).await;
    assert_eq!(told(&done.expect("an answer").user_errors), []);

    let deactivate = session.deactivate_user(DeactivateUserInput {
        id: ID::from(&world.house("hagen").user),
        expected_revision: None,
    });
    let done = waits_and_is_done(&world, ("municipality", &place), deactivate).await;
    assert_eq!(told(&done.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn a_network_appoints_the_first_administrator_only_and_learns_nothing_of_who_was_there() {
    let world = World::new().await;
    let coordinator = world.session(Who::Coordinator("ruhr"), Policy::standard());
    let herne = || AppointFirstAdministratorInput {
        municipality: ID::from(&world.house("herne").id),
        // An editor there already, which the coordinator cannot see.
        email: EmailAddress::parse("redaktion@herne.example").expect("an address"),
        name: None,
        idempotency_key: None,
    };
    let which = format!("public_id = '{}'", public_id(&world.house("herne").id));
    let appointed = coordinator.appoint_first_administrator(herne());
    let appointed = waits_and_is_done(&world, ("municipality", &which), appointed)
        .await
        .expect("an answer");
    assert_eq!(told(&appointed.user_errors), []);
    assert!(appointed.set_up_token.is_some());
    assert_eq!(
        user_of(&world, "herne", "redaktion@herne.example").await.status,
        AccessStatus::Active
    );
    assert!(matches!(
        coordinator.appoint_first_administrator(herne()).await,
        Err(Error::Forbidden)
    ));
}
