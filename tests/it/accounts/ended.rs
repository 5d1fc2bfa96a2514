//! What a token no longer opens: when a role, an account or its time has ended.

use super::{ANNA, PASSWORD, World, in_hagen};
use chrono::TimeDelta;
use verbund_domain::account::{self, Role};
use verbund_domain::error::Error;
use verbund_domain::viewer::Place;

#[tokio::test]
async fn a_role_that_is_taken_away_ends_at_the_next_request() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    world
        .grant(Place::Municipality(world.hagen), Role::Viewer)
        .await
        .unwrap();
    assert_eq!(world.request(&token).await.unwrap().grants[0].role, Role::Viewer);
    world
        .revoke(Place::Municipality(world.hagen), Role::Viewer)
        .await
        .unwrap();
    assert_eq!(world.request(&token).await.unwrap().grants, []);
    world
        .grant(Place::Municipality(world.hagen), Role::Admin)
        .await
        .unwrap();
    assert_eq!(
        world.request(&token).await.unwrap().grants[0].role,
        Role::Editor,
        "more needs a new token"
    );
}

#[tokio::test]
async fn the_token_of_a_locked_account_is_worth_nothing() {
    let world = World::new().await;
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    assert!(matches!(world.request(&token).await, Err(Error::Unauthenticated)));
    assert!(world.sign_in(ANNA, PASSWORD).await.is_none());
}

#[tokio::test]
async fn a_token_of_an_account_that_is_not_there_is_worth_nothing() {
    let world = World::new().await;
    for subject in ["nobody", ANNA, "1", "%"] {
        let token = world
            .tokens
            .issue(subject, "test", &in_hagen(Role::Admin), None)
            .unwrap()
            .token;
        assert!(
            matches!(world.request(&token).await, Err(Error::Unauthenticated)),
            "{subject}"
        );
    }
}

#[tokio::test]
async fn a_token_ends_after_a_quarter_of_an_hour() {
    let world = World::new().await;
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    world.clock.turn(TimeDelta::minutes(14));
    assert!(world.request(&token).await.is_ok());
    world.clock.turn(TimeDelta::minutes(2));
    assert!(matches!(world.request(&token).await, Err(Error::Unauthenticated)));
}
