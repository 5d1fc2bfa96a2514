//! What came of a session, and who stands by it.

use super::{only, told};
use crate::agenda_inputs::{new_result, support_of, unchanged_result};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::read::id::encode;
use verbund_domain::{CancelMeetingInput, DeleteSessionInput, DeleteSessionResultInput, UpdateSessionResultInput};
use verbund_entity::{session_result, session_result_supporter};

/// How many stand by the results of Hagen.
async fn supporters(world: &World) -> usize {
    world.rows::<session_result_supporter::Entity>().await.len()
}

async fn support(world: &World, city: &'static str) {
    let input = support_of(&world.house("hagen").result, &world.house(city).id);
    let answer = world.admin(city).support_session_result(input).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn a_result_stands_behind_the_others_of_its_session_and_can_be_put_elsewhere() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    for _ in 0..2 {
        let answer = world
            .admin("hagen")
            .create_session_result(new_result(&hagen.session))
            .await;
        assert_eq!(told(&answer.expect("an answer").user_errors), []);
    }
    let rows = world.rows::<session_result::Entity>().await;
    let places: Vec<i32> = rows.iter().rev().take(2).map(|row| row.position).collect();
    assert_eq!(places, [2, 1]);
    let id = encode("SessionResult", &rows.last().expect("a result").public_id);
    let first = UpdateSessionResultInput {
        position: MaybeUndefined::Value(0),
        ..unchanged_result(&id)
    };
    let answer = world.admin("hagen").update_session_result(first).await;
    assert_eq!(
        told(&answer.expect("an answer").user_errors),
        only(UserErrorCode::Invalid, "input.position")
    );
}

#[tokio::test]
async fn each_city_stands_by_a_result_once_and_withdraws_for_itself() {
    let world = World::new().await;
    let result = world.house("hagen").result.clone();
    for city in ["herne", "bochum", "herne"] {
        support(&world, city).await;
    }
    assert_eq!(supporters(&world).await, 2);
    let herne = support_of(&result, &world.house("herne").id);
    let answer = world.admin("herne").withdraw_session_result_support(herne).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    let left = world.rows::<session_result_supporter::Entity>().await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].municipality_id, world.house("bochum").key);
    let bochum = support_of(&result, &world.house("bochum").id);
    let answer = world.admin("herne").withdraw_session_result_support(bochum).await;
    assert!(matches!(answer, Err(Error::Forbidden)));
}

#[tokio::test]
async fn nobody_stands_by_words_that_were_changed_afterwards() {
    let world = World::new().await;
    let result = world.house("hagen").result.clone();
    support(&world, "herne").await;
    let moved = UpdateSessionResultInput {
        expected_revision: 2,
        position: MaybeUndefined::Value(4),
        ..unchanged_result(&result)
    };
    let answer = world.admin("hagen").update_session_result(moved).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    assert_eq!(supporters(&world).await, 1, "its place is no word of it");
    let other = UpdateSessionResultInput {
        expected_revision: 3,
        text: MaybeUndefined::Value("Getrennte Kurse".into()),
        ..unchanged_result(&result)
    };
    let answer = world.admin("hagen").update_session_result(other).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    assert_eq!(supporters(&world).await, 0);
    // Whoever read the old words and says so is told.
    let late = verbund_domain::SessionResultSupportInput {
        expected_revision: Some(3),
        ..support_of(&result, &world.house("herne").id)
    };
    let answer = world
        .admin("herne")
        .support_session_result(late)
        .await
        .expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Conflict, "input.expectedRevision")
    );
    assert_eq!(supporters(&world).await, 0);
}

#[tokio::test]
async fn a_result_goes_by_itself_or_with_its_session() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    support(&world, "herne").await;
    let all = world.rows::<session_result::Entity>().await.len();
    let gone = DeleteSessionResultInput {
        id: ID::from(&hagen.result),
        expected_revision: None,
    };
    let answer = world.admin("hagen").delete_session_result(gone).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    assert_eq!(world.rows::<session_result::Entity>().await.len(), all - 1);
    assert_eq!(supporters(&world).await, 0);

    let answer = world
        .admin("hagen")
        .create_session_result(new_result(&hagen.session))
        .await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    let session = DeleteSessionInput {
        id: ID::from(&hagen.session),
        expected_revision: None,
    };
    let answer = world.admin("hagen").delete_session(session).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    assert_eq!(world.rows::<session_result::Entity>().await.len(), all - 1);
}

#[tokio::test]
async fn a_cancelled_meeting_comes_to_nothing() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let cancel = CancelMeetingInput {
        id: ID::from(&hagen.meeting),
        reason: "Der Saal ist nicht frei.".into(),
        expected_revision: None,
    };
    let answer = world.admin("hagen").cancel_meeting(cancel).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let answer = world
        .admin("hagen")
        .create_session_result(new_result(&hagen.session))
        .await;
    assert_eq!(
        told(&answer.expect("an answer").user_errors),
        only(UserErrorCode::State, "input.session")
    );
}
