//! Numbers of editions, and words that cities stand by.

use super::{public_id, waits_and_is_done};
use crate::agenda_inputs::unchanged_result;
use crate::attempt::{new_meeting, unchanged_meeting};
use crate::small_world::World;
use crate::writes::told;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::{CreateMeetingInput, UpdateMeetingInput, UpdateSessionResultInput};
use verbund_entity::meeting;

fn edition(world: &World) -> CreateMeetingInput {
    let hagen = world.house("hagen");
    CreateMeetingInput {
        series: Some(ID::from(&hagen.series)),
        title: None,
        ..new_meeting(&hagen.id)
    }
}

#[tokio::test]
async fn two_editions_that_are_made_at_once_get_two_numbers() {
    let world = World::new().await;
    let (one, other) = (world.admin("hagen"), world.admin("hagen"));
    let (one, other) = tokio::join!(
        one.create_meeting(edition(&world)),
        other.create_meeting(edition(&world))
    );
    for answer in [one, other] {
        assert_eq!(told(&answer.expect("an answer").user_errors), []);
    }
    let rows = world.rows::<meeting::Entity>().await;
    let mut numbers: Vec<_> = rows
        .iter()
        .filter(|row| row.series_id.is_some())
        .map(|row| row.edition)
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [Some(1), Some(2)]);
}

#[tokio::test]
async fn whoever_numbers_an_edition_waits_for_whoever_changes_the_series() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let series = format!("public_id = '{}'", public_id(&hagen.series));
    let session = world.admin("hagen");
    let answer = waits_and_is_done(
        &world,
        ("meeting_series", &series),
        session.create_meeting(edition(&world)),
    )
    .await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    let into = UpdateMeetingInput {
        series: MaybeUndefined::Value(ID::from(&hagen.series)),
        ..unchanged_meeting(&hagen.draft)
    };
    let answer = waits_and_is_done(&world, ("meeting_series", &series), session.update_meeting(into)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

/// A city would otherwise stand by words that it has not seen.
#[tokio::test]
async fn whoever_words_a_result_anew_waits_for_whoever_stands_by_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let result = format!("public_id = '{}'", public_id(&hagen.result));
    let input = UpdateSessionResultInput {
        text: MaybeUndefined::Value("Getrennte Kurse".into()),
        ..unchanged_result(&hagen.result)
    };
    let session = world.admin("hagen");
    let answer = waits_and_is_done(
        &world,
        ("session_result", &result),
        session.update_session_result(input),
    )
    .await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}
