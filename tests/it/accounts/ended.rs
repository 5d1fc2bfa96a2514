//! What a token no longer opens: when a role, an account or its time has ended.

use super::{ANNA, PASSWORD, World, in_hagen};
use chrono::{Days, TimeDelta};
use verbund_domain::account::{self, NewUser, Refusal, Role, Term};
use verbund_domain::error::Error;
use verbund_domain::values::local_day;
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
async fn a_role_with_a_last_day_gives_nothing_on_the_day_after() {
    let world = World::new().await;
    let today = local_day(world.clock.now());
    let term = Term {
        until: Some(today),
        substitute_for: None,
    };
    let hagen = Place::Municipality(world.hagen);
    account::grant_role_for(&world.db, ANNA, hagen, Role::Editor, term, world.clock.now())
        .await
        .unwrap();
    assert_eq!(world.lend(&in_hagen(Role::Editor)).await.own, [world.hagen]);
    world.clock.turn(TimeDelta::days(1));
    assert_eq!(world.lend(&in_hagen(Role::Editor)).await.own, [] as [i64; 0]);
    let again = world.sign_in(ANNA, PASSWORD).await.unwrap();
    assert_eq!(world.request(&again).await.unwrap().grants, []);
}

#[tokio::test]
async fn whoever_stands_in_for_an_administrator_is_one_until_the_last_day_and_then_an_editor_again() {
    let world = World::new().await;
    let hagen = Place::Municipality(world.hagen);
    world.grant(hagen, Role::Editor).await.unwrap();
    let chef = NewUser {
        email: "chef@hagen.example",
        name: "Chef",
        password: PASSWORD,
    };
    let now = world.clock.now();
    account::add_user(&world.db, &world.passwords, chef, now).await.unwrap();
    account::grant_role(&world.db, "chef@hagen.example", hagen, Role::Admin, now)
        .await
        .unwrap();
    let term = |days| Term {
        until: Some(local_day(now) + Days::new(days)),
        substitute_for: Some("chef@hagen.example"),
    };
    let too_long = account::grant_role_for(&world.db, ANNA, hagen, Role::Admin, term(400), now).await;
    assert!(matches!(too_long, Err(Refusal::Term(_))), "{too_long:?}");
    account::grant_role_for(&world.db, ANNA, hagen, Role::Admin, term(7), now)
        .await
        .unwrap();

    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(
        (viewer.administered, viewer.own, viewer.grants.len()),
        (vec![world.hagen], vec![world.hagen], 1)
    );
    world.clock.turn(TimeDelta::days(8));
    assert_eq!(world.lend(&in_hagen(Role::Admin)).await.grants[0].role, Role::Editor);
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
