//! Sessions that go, that come twice, and that are changed when it is too late.

use super::agendas::{create, id, of_hagen, update};
use super::{only, told};
use crate::agenda_inputs::unchanged_session;
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use sea_orm::ActiveEnum;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{CancelMeetingInput, CreateSessionInput, DeleteSessionInput, UpdateSessionInput};
use verbund_entity::outbox_event::{self, ChangeKind};
use verbund_entity::session;

#[tokio::test]
async fn a_session_that_others_stand_in_is_not_removed_and_an_empty_one_goes_with_its_roles() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let part = CreateSessionInput {
        parent: Some(ID::from(&house.session)),
        ..of_hagen(&world, "A")
    };
    assert_eq!(create(&world, part).await, []);
    let remove = async |id: &str| {
        let input = DeleteSessionInput {
            id: ID::from(id),
            expected_revision: Some(1),
        };
        world.admin("hagen").delete_session(input).await
    };
    let refused = remove(&house.session).await.expect("an answer");
    assert_eq!(told(&refused.user_errors), only(UserErrorCode::State, "input.id"));
    let a = id(&world, "A").await;
    assert_eq!(told(&remove(&a).await.expect("an answer").user_errors), []);
    assert_eq!(told(&remove(&house.session).await.expect("an answer").user_errors), []);
    assert!(matches!(remove(&house.session).await, Err(Error::NotFound)));

    let events = world.rows::<outbox_event::Entity>().await;
    let gone: Vec<_> = events
        .iter()
        .filter(|event| event.kind == ChangeKind::Deleted)
        .collect();
    let types: Vec<&str> = gone.iter().map(|event| event.object_type.as_str()).collect();
    assert_eq!(
        types,
        ["Session", "SessionRole", "Session"],
        "{}",
        ChangeKind::Deleted.to_value()
    );
}

#[tokio::test]
async fn the_agenda_of_a_cancelled_meeting_stays_as_it_is() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let cancel = CancelMeetingInput {
        id: ID::from(&house.meeting),
        reason: "Der Saal ist nicht frei.".into(),
        expected_revision: None,
    };
    let answer = world.admin("hagen").cancel_meeting(cancel).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    assert_eq!(
        create(&world, of_hagen(&world, "A")).await,
        only(UserErrorCode::State, "input.meeting")
    );
    let changed = UpdateSessionInput {
        room: MaybeUndefined::Value("Saal 2".into()),
        ..unchanged_session(&house.session)
    };
    assert_eq!(update(&world, changed).await, only(UserErrorCode::State, "input.id"));
}

#[tokio::test]
async fn a_session_sent_twice_is_one_and_one_changed_meanwhile_is_shown() {
    let world = World::new().await;
    let input = || CreateSessionInput {
        idempotency_key: Some("einmal".into()),
        ..of_hagen(&world, "A")
    };
    assert_eq!(create(&world, input()).await, []);
    assert_eq!(create(&world, input()).await, []);
    let rows = world.rows::<session::Entity>().await;
    assert_eq!(rows.iter().filter(|row| row.title == "A").count(), 1);
    let other = CreateSessionInput {
        title: "B".into(),
        ..input()
    };
    assert_eq!(
        create(&world, other).await,
        only(UserErrorCode::Conflict, "input.idempotencyKey")
    );

    let late = UpdateSessionInput {
        expected_revision: 7,
        ..unchanged_session(&world.house("hagen").session)
    };
    let answer = world.admin("hagen").update_session(late).await.expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Conflict, "input.expectedRevision")
    );
    assert!(answer.session.is_some());
}

#[tokio::test]
async fn a_co_organiser_keeps_the_agenda_too() {
    let world = World::new().await;
    let answer = world
        .admin("herne")
        .create_session(of_hagen(&world, "A"))
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
}
