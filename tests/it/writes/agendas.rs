//! The rules of a meeting's tree of sessions.

use super::{only, told};
use crate::agenda_inputs::{new_session, unchanged_session};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use chrono::TimeDelta;
use verbund_domain::error::UserErrorCode;
use verbund_domain::read::id::encode;
use verbund_domain::values::DateTime;
use verbund_domain::{CreateSessionInput, ReorderSessionsInput, UpdateSessionInput};
use verbund_entity::session;

type Told = Vec<(UserErrorCode, String)>;

pub(super) async fn create(world: &World, input: CreateSessionInput) -> Told {
    told(
        &world
            .admin("hagen")
            .create_session(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

pub(super) async fn update(world: &World, input: UpdateSessionInput) -> Told {
    told(
        &world
            .admin("hagen")
            .update_session(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

/// Of Hagen's draft.
pub(super) fn of_hagen(world: &World, title: &str) -> CreateSessionInput {
    CreateSessionInput {
        title: title.into(),
        ..new_session(&world.house("hagen").meeting)
    }
}

pub(super) async fn found(world: &World, title: &str) -> session::Model {
    let rows = world.rows::<session::Entity>().await;
    rows.into_iter().find(|row| row.title == title).expect("the session")
}

pub(super) async fn id(world: &World, title: &str) -> String {
    encode("Session", &found(world, title).await.public_id)
}

/// Hours from the beginning of the day in 30 days.
fn at(world: &World, hours: i64) -> DateTime {
    DateTime(world.now + TimeDelta::days(30) + TimeDelta::hours(hours))
}

#[tokio::test]
async fn a_new_session_stands_behind_the_others_of_its_level() {
    let world = World::new().await;
    assert_eq!(create(&world, of_hagen(&world, "Runde")).await, []);
    let round = id(&world, "Runde").await;
    for title in ["A", "B"] {
        let part = CreateSessionInput {
            parent: Some(ID::from(&round)),
            ..of_hagen(&world, title)
        };
        assert_eq!(create(&world, part).await, []);
    }
    // One is there already, see the small world.
    let places = [
        found(&world, "Runde").await,
        found(&world, "A").await,
        found(&world, "B").await,
    ];
    assert_eq!(places.map(|row| row.position), [2, 1, 2]);
}

#[tokio::test]
async fn a_session_of_another_meeting_is_no_parent() {
    let world = World::new().await;
    let foreign = CreateSessionInput {
        parent: Some(ID::from(&world.house("herne").session)),
        ..of_hagen(&world, "Tisch")
    };
    assert_eq!(
        create(&world, foreign).await,
        only(UserErrorCode::NotFound, "input.parent")
    );
}

#[tokio::test]
async fn a_part_runs_inside_the_time_of_what_it_stands_in() {
    let world = World::new().await;
    let timed = |title: &str, parent: Option<&String>, from: i64, until: i64| CreateSessionInput {
        parent: parent.map(ID::from),
        starts_at: Some(at(&world, from)),
        ends_at: Some(at(&world, until)),
        ..of_hagen(&world, title)
    };
    assert_eq!(create(&world, timed("Runde", None, 1, 3)).await, []);
    let round = id(&world, "Runde").await;
    assert_eq!(create(&world, timed("A", Some(&round), 1, 3)).await, []);
    assert_eq!(
        create(&world, timed("B", Some(&round), 0, 2)).await,
        only(UserErrorCode::Invalid, "input.startsAt")
    );
    assert_eq!(
        create(&world, timed("C", Some(&round), 2, 4)).await,
        only(UserErrorCode::Invalid, "input.endsAt")
    );
    assert_eq!(
        create(&world, timed("D", None, 2, 2)).await,
        only(UserErrorCode::Invalid, "input.endsAt")
    );
    let without_start = CreateSessionInput {
        ends_at: Some(at(&world, 2)),
        ..of_hagen(&world, "E")
    };
    assert_eq!(
        create(&world, without_start).await,
        only(UserErrorCode::Required, "input.startsAt")
    );
    // What stands in it holds the outer one too.
    let shorter = UpdateSessionInput {
        ends_at: MaybeUndefined::Value(at(&world, 2)),
        ..unchanged_session(&round)
    };
    assert_eq!(
        update(&world, shorter).await,
        only(UserErrorCode::Invalid, "input.endsAt")
    );
}

#[tokio::test]
async fn a_room_holds_one_session_at_a_time_but_for_the_round_it_is_a_part_of() {
    let world = World::new().await;
    let there = |title: &str, parent: Option<&String>, from: i64, until: i64| CreateSessionInput {
        parent: parent.map(ID::from),
        starts_at: Some(at(&world, from)),
        ends_at: Some(at(&world, until)),
        room: Some("Saal 2".into()),
        ..of_hagen(&world, title)
    };
    assert_eq!(create(&world, there("Runde", None, 1, 3)).await, []);
    let round = id(&world, "Runde").await;
    assert_eq!(create(&world, there("A", Some(&round), 1, 2)).await, []);
    let elsewhere = CreateSessionInput {
        room: Some("saal  2".into()),
        ..there("B", Some(&round), 1, 3)
    };
    assert_eq!(
        create(&world, elsewhere).await,
        only(UserErrorCode::Invalid, "input.room")
    );
    assert_eq!(create(&world, there("C", None, 3, 4)).await, []);
}

#[tokio::test]
async fn an_agenda_has_three_levels_and_no_circles() {
    let world = World::new().await;
    let mut parent: Option<String> = None;
    for title in ["A", "B", "C"] {
        let below = CreateSessionInput {
            parent: parent.as_ref().map(ID::from),
            ..of_hagen(&world, title)
        };
        assert_eq!(create(&world, below).await, []);
        parent = Some(id(&world, title).await);
    }
    let fourth = CreateSessionInput {
        parent: parent.as_ref().map(ID::from),
        ..of_hagen(&world, "D")
    };
    assert_eq!(
        create(&world, fourth).await,
        only(UserErrorCode::Invalid, "input.parent")
    );
    let moved = |id: &str, to: &str| UpdateSessionInput {
        parent: MaybeUndefined::Value(ID::from(to)),
        ..unchanged_session(id)
    };
    let (a, b, c) = (id(&world, "A").await, id(&world, "B").await, id(&world, "C").await);
    assert_eq!(
        update(&world, moved(&a, &c)).await,
        only(UserErrorCode::Invalid, "input.parent")
    );
    assert_eq!(
        update(&world, moved(&b, &b)).await,
        only(UserErrorCode::Invalid, "input.parent")
    );
    // With what stands in it, it would be too deep in the welcome of the small world's part.
    let welcome = world.house("hagen").session.clone();
    assert_eq!(
        update(&world, moved(&a, &welcome)).await,
        only(UserErrorCode::Invalid, "input.parent")
    );
    assert_eq!(update(&world, moved(&b, &welcome)).await, []);
    let b = found(&world, "B").await;
    assert_eq!((b.top_id, b.position), (None, 1));
}

#[tokio::test]
async fn what_stands_in_something_hidden_is_hidden() {
    let world = World::new().await;
    assert_eq!(create(&world, of_hagen(&world, "Runde")).await, []);
    let round = id(&world, "Runde").await;
    let part = |title: &str| CreateSessionInput {
        parent: Some(ID::from(&round)),
        ..of_hagen(&world, title)
    };
    assert_eq!(create(&world, part("A")).await, []);
    let hidden = UpdateSessionInput {
        is_public: MaybeUndefined::Value(false),
        ..unchanged_session(&round)
    };
    assert_eq!(update(&world, hidden).await, []);
    assert!(
        !found(&world, "A").await.is_public,
        "what stands in it is hidden with it"
    );

    let seen = CreateSessionInput {
        is_public: Some(true),
        ..part("B")
    };
    assert_eq!(
        create(&world, seen).await,
        only(UserErrorCode::Invalid, "input.isPublic")
    );
    assert_eq!(create(&world, part("C")).await, []);
    assert!(
        !found(&world, "C").await.is_public,
        "a new part is as what it stands in"
    );
}

#[tokio::test]
async fn an_order_names_each_session_of_its_level_once() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    for title in ["A", "B"] {
        assert_eq!(create(&world, of_hagen(&world, title)).await, []);
    }
    let (a, b, welcome) = (id(&world, "A").await, id(&world, "B").await, house.session.clone());
    let order = async |sessions: &[&String]| {
        let input = ReorderSessionsInput {
            meeting: ID::from(&house.meeting),
            parent: None,
            sessions: sessions.iter().map(|id| ID::from(*id)).collect(),
        };
        told(
            &world
                .admin("hagen")
                .reorder_sessions(input)
                .await
                .expect("an answer")
                .user_errors,
        )
    };
    assert_eq!(order(&[&b, &a]).await, only(UserErrorCode::Invalid, "input.sessions"));
    assert_eq!(
        order(&[&b, &a, &a]).await,
        only(UserErrorCode::Invalid, "input.sessions")
    );
    let foreign = world.house("herne").session.clone();
    assert_eq!(
        order(&[&b, &a, &foreign]).await,
        only(UserErrorCode::NotFound, "input.sessions.2")
    );
    assert_eq!(order(&[&b, &welcome, &a]).await, []);
    // Each house of the small world has a welcome.
    let rows = world.rows::<session::Entity>().await;
    let place = |id: &String| {
        let row = rows.iter().find(|row| encode("Session", &row.public_id) == *id);
        row.expect("the session").position
    };
    assert_eq!([&b, &welcome, &a].map(place), [1, 2, 3]);
}
