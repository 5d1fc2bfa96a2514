//! The viewer of a request: which towns and networks the roles of its account open.

use super::{ANNA, PASSWORD, World};
use verbund_api::auth;
use verbund_domain::account::Role;
use verbund_domain::error::Error;
use verbund_domain::viewer::{Grant, Language, Place, Viewer};
use verbund_entity::network_membership::MembershipStatus;

#[tokio::test]
async fn a_request_without_a_token_is_anonymous_and_one_with_a_bad_token_is_nobody() {
    let world = World::new().await;
    let anonymous = auth::viewer(&world.db, &world.tokens, None, Language::English)
        .await
        .unwrap();
    assert_eq!(anonymous, Viewer::anonymous(world.clock.now(), Language::English));
    for token in ["", "x", "null"] {
        assert!(
            matches!(world.request(token).await, Err(Error::Unauthenticated)),
            "{token}"
        );
    }
}

#[tokio::test]
async fn an_editor_of_hagen_sees_the_network_of_hagen() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(
        viewer.grants,
        [Grant {
            place: Place::Municipality(world.hagen),
            role: Role::Editor
        }]
    );
    assert_eq!(viewer.own, [world.hagen]);
    assert_eq!(viewer.administered, [] as [i64; 0]);
    assert_eq!(viewer.active, [world.hagen]);
    assert_eq!(viewer.networks, [world.network]);
    assert_eq!(viewer.coordinated, [] as [i64; 0]);
    assert_eq!(viewer.peers, [world.hagen, world.herne]);
    assert_eq!(viewer.now, world.clock.now());
}

#[tokio::test]
async fn a_coordinator_sees_the_network_and_owns_no_town() {
    let world = World::new().await;
    world
        .grant(Place::Network(world.network), Role::Coordinator)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(viewer.coordinated, [world.network]);
    assert_eq!(viewer.networks, [world.network]);
    assert_eq!(viewer.peers, [world.hagen, world.herne]);
    assert_eq!((viewer.own, viewer.active), (vec![], vec![]));
}

#[tokio::test]
async fn an_operator_sees_no_network() {
    let world = World::new().await;
    world.grant(Place::Installation, Role::Operator).await.unwrap();
    world.grant(Place::Installation, Role::Auditor).await.unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    let roles: Vec<Role> = viewer.grants.iter().map(|grant| grant.role).collect();
    assert_eq!(roles, [Role::Operator, Role::Auditor]);
    assert_eq!((viewer.own, viewer.networks, viewer.peers), (vec![], vec![], vec![]));
}

#[tokio::test]
async fn a_suspended_member_keeps_its_house_and_loses_the_network_at_the_next_request() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Admin)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    assert_eq!(world.request(&token).await.unwrap().networks, [world.network]);

    world.set_membership(world.hagen, MembershipStatus::Suspended).await;
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(
        (viewer.own, viewer.administered),
        (vec![world.hagen], vec![world.hagen])
    );
    assert_eq!((viewer.active, viewer.networks, viewer.peers), (vec![], vec![], vec![]));

    world.set_membership(world.hagen, MembershipStatus::Active).await;
    assert_eq!(world.request(&token).await.unwrap().networks, [world.network]);
    world.set_membership(world.herne, MembershipStatus::Suspended).await;
    assert_eq!(
        world.request(&token).await.unwrap().peers,
        [world.hagen],
        "the suspended one is no peer"
    );
}
