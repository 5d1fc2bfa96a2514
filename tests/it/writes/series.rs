//! A series counts its editions, and gives each what it always has.

use super::meetings::last;
use super::{only, told};
use crate::attempt::{new_meeting, new_series, unchanged_meeting, unchanged_series};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::values::Edtf;
use verbund_domain::{CreateMeetingInput, CreateMeetingSeriesInput, DeleteMeetingDraftInput, UpdateMeetingInput};
use verbund_domain::{UpdateMeetingSeriesInput, read::id::encode};
use verbund_entity::meeting::MeetingStatus;
use verbund_entity::{meeting, meeting_series, session};

type Told = Vec<(UserErrorCode, String)>;

/// A draft in a series of Hagen, which is that of the small world.
fn edition(world: &World) -> CreateMeetingInput {
    let hagen = world.house("hagen");
    CreateMeetingInput {
        series: Some(ID::from(&hagen.series)),
        title: None,
        ..new_meeting(&hagen.id)
    }
}

async fn create(world: &World, input: CreateMeetingInput) -> Told {
    let answer = world.admin("hagen").create_meeting(input).await;
    told(&answer.expect("an answer").user_errors)
}

async fn update(world: &World, input: UpdateMeetingInput) -> Told {
    let answer = world.admin("hagen").update_meeting(input).await;
    told(&answer.expect("an answer").user_errors)
}

async fn change(world: &World, input: UpdateMeetingSeriesInput) -> Told {
    let answer = world.admin("hagen").update_meeting_series(input).await;
    told(&answer.expect("an answer").user_errors)
}

/// The last meeting that was made, as its series has it.
async fn counted(world: &World) -> (Option<i32>, String) {
    let row = last(world).await;
    (row.edition, row.title)
}

fn numbered(number: i32) -> MaybeUndefined<i32> {
    MaybeUndefined::Value(number)
}

async fn draft(world: &World) -> meeting::Model {
    let rows = world.rows::<meeting::Entity>().await;
    let id = world.house("hagen").draft.clone();
    rows.into_iter()
        .find(|row| encode("Meeting", &row.public_id) == id)
        .expect("the draft")
}

#[tokio::test]
async fn an_edition_gets_the_next_number_and_the_title_that_the_series_has_for_it() {
    let world = World::new().await;
    assert_eq!(create(&world, edition(&world)).await, []);
    assert_eq!(counted(&world).await, (Some(1), "1. Integrationskonferenz".to_owned()));
    let seventh = CreateMeetingInput {
        edition: numbered(7),
        title: Some("Ein Jubiläum".into()),
        ..edition(&world)
    };
    assert_eq!(create(&world, seventh).await, []);
    assert_eq!(counted(&world).await, (Some(7), "Ein Jubiläum".to_owned()));
    assert_eq!(create(&world, edition(&world)).await, []);
    assert_eq!(counted(&world).await, (Some(8), "8. Integrationskonferenz".to_owned()));
    let again = CreateMeetingInput {
        edition: numbered(7),
        ..edition(&world)
    };
    assert_eq!(
        create(&world, again).await,
        only(UserErrorCode::Duplicate, "input.edition")
    );
}

#[tokio::test]
async fn an_edition_that_nobody_counts_needs_a_title_of_its_own_as_any_meeting_does() {
    let world = World::new().await;
    let uncounted = || CreateMeetingInput {
        edition: MaybeUndefined::Null,
        ..edition(&world)
    };
    let missing = only(UserErrorCode::Required, "input.title");
    assert_eq!(create(&world, uncounted()).await, missing);
    let titled = CreateMeetingInput {
        title: Some("Sommerfest".into()),
        ..uncounted()
    };
    assert_eq!(create(&world, titled).await, []);
    assert_eq!(counted(&world).await, (None, "Sommerfest".to_owned()));
    let alone = CreateMeetingInput {
        series: None,
        ..edition(&world)
    };
    assert_eq!(create(&world, alone).await, missing);
}

#[tokio::test]
async fn a_request_sent_twice_makes_one_edition_also_if_it_names_the_number() {
    let world = World::new().await;
    let input = || CreateMeetingInput {
        edition: numbered(3),
        idempotency_key: Some("einmal".into()),
        ..edition(&world)
    };
    assert_eq!(create(&world, input()).await, []);
    assert_eq!(create(&world, input()).await, []);
    let rows = world.rows::<meeting::Entity>().await;
    assert_eq!(rows.iter().filter(|row| row.series_id.is_some()).count(), 1);
}

#[tokio::test]
async fn an_edition_to_come_takes_the_standing_agenda_over_and_one_of_the_past_does_not() {
    let world = World::new().await;
    let starts_at = world.now + chrono::TimeDelta::days(20);
    let dated = CreateMeetingInput {
        starts_at: Some(verbund_domain::values::DateTime(starts_at)),
        ends_at: Some(verbund_domain::values::DateTime(
            starts_at + chrono::TimeDelta::hours(2),
        )),
        ..edition(&world)
    };
    assert_eq!(create(&world, dated).await, []);
    let meeting = last(&world).await.id;
    let sessions = world.rows::<session::Entity>().await;
    let agenda: Vec<_> = sessions.iter().filter(|row| row.meeting_id == meeting).collect();
    let items: Vec<_> = agenda
        .iter()
        .map(|row| {
            (
                row.position,
                row.title.as_str(),
                row.starts_at,
                row.ends_at,
                row.is_public,
            )
        })
        .collect();
    let then = starts_at + chrono::TimeDelta::minutes(15);
    assert_eq!(
        items,
        [
            (1, "Begrüßung", Some(starts_at), Some(then), true),
            // Nobody knows how long it takes, nor when what would follow begins.
            (2, "Termine", Some(then), None, true),
        ]
    );

    let past = CreateMeetingInput {
        status: Some(MeetingStatus::Held),
        ..edition(&world)
    };
    assert_eq!(create(&world, past).await, []);
    let meeting = last(&world).await.id;
    let sessions = world.rows::<session::Entity>().await;
    assert!(sessions.iter().all(|row| row.meeting_id != meeting));
}

#[tokio::test]
async fn a_deleted_draft_leaves_its_number_to_the_next() {
    let world = World::new().await;
    for _ in 0..2 {
        assert_eq!(create(&world, edition(&world)).await, []);
        assert_eq!(counted(&world).await.0, Some(1));
        let input = DeleteMeetingDraftInput {
            id: ID(encode("Meeting", &last(&world).await.public_id)),
            expected_revision: None,
        };
        let answer = world.admin("hagen").delete_meeting_draft(input).await;
        assert_eq!(told(&answer.expect("an answer").user_errors), []);
    }
}

#[tokio::test]
async fn a_meeting_moves_into_a_series_to_another_number_and_out_of_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    assert_eq!(create(&world, edition(&world)).await, []);
    let at = |revision: i32| UpdateMeetingInput {
        expected_revision: revision,
        ..unchanged_meeting(&hagen.draft)
    };
    let into = UpdateMeetingInput {
        series: MaybeUndefined::Value(ID::from(&hagen.series)),
        ..at(1)
    };
    assert_eq!(update(&world, into).await, []);
    let row = draft(&world).await;
    assert_eq!((row.edition, row.title.as_str()), (Some(2), "Fachtag"));
    for (number, answer) in [(1, only(UserErrorCode::Duplicate, "input.edition")), (5, Vec::new())] {
        let input = UpdateMeetingInput {
            edition: numbered(number),
            ..at(2)
        };
        assert_eq!(update(&world, input).await, answer, "{number}");
    }
    let out = UpdateMeetingInput {
        series: MaybeUndefined::Null,
        ..at(3)
    };
    assert_eq!(update(&world, out).await, []);
    let row = draft(&world).await;
    assert_eq!((row.series_id, row.edition), (None, Some(5)));
    // It brings its own number along.
    let back = UpdateMeetingInput {
        series: MaybeUndefined::Value(ID::from(&hagen.series)),
        ..at(4)
    };
    assert_eq!(update(&world, back).await, []);
    assert_eq!(draft(&world).await.edition, Some(5));
}

#[tokio::test]
async fn only_whoever_holds_a_series_takes_meetings_into_it_and_only_its_own() {
    let world = World::new().await;
    let (hagen, ruhr) = (world.house("hagen").clone(), world.house("ruhr").clone());
    for series in [&ruhr.series, &world.house("herne").series] {
        let foreign = CreateMeetingInput {
            series: Some(ID::from(series)),
            ..edition(&world)
        };
        let answer = world.admin("hagen").create_meeting(foreign).await;
        assert!(matches!(answer, Err(Error::Forbidden)));
    }
    let hidden = CreateMeetingInput {
        series: Some(ID::from(&world.house("weser").series)),
        title: Some("Treffen".into()),
        ..edition(&world)
    };
    assert_eq!(
        create(&world, hidden).await,
        only(UserErrorCode::NotFound, "input.series")
    );
    // A co-organiser changes the content, and neither number nor series, whether there is one or not.
    for change in [
        UpdateMeetingInput {
            edition: numbered(4),
            ..unchanged_meeting(&hagen.draft)
        },
        UpdateMeetingInput {
            series: MaybeUndefined::Value(ID::from(&world.house("herne").series)),
            ..unchanged_meeting(&hagen.draft)
        },
    ] {
        let answer = world.admin("herne").update_meeting(change).await;
        assert!(matches!(answer, Err(Error::Forbidden)));
    }
}

#[tokio::test]
async fn a_series_that_has_ended_takes_only_what_was() {
    let world = World::new().await;
    let ended = UpdateMeetingSeriesInput {
        ended_in: MaybeUndefined::Value(Edtf::parse("2024").expect("a year")),
        ..unchanged_series(&world.house("hagen").series)
    };
    assert_eq!(change(&world, ended).await, []);
    assert_eq!(
        create(&world, edition(&world)).await,
        only(UserErrorCode::State, "input.series")
    );
    let past = CreateMeetingInput {
        status: Some(MeetingStatus::Held),
        ..edition(&world)
    };
    assert_eq!(create(&world, past).await, []);
    let revived = UpdateMeetingSeriesInput {
        ended_in: MaybeUndefined::Null,
        expected_revision: 2,
        ..unchanged_series(&world.house("hagen").series)
    };
    assert_eq!(change(&world, revived).await, []);
    assert_eq!(create(&world, edition(&world)).await, []);
}

#[tokio::test]
async fn a_pattern_has_its_number_once_and_an_end_lies_behind_its_beginning() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let date = |text: &str| Some(Edtf::parse(text).expect("a date"));
    let pattern = only(UserErrorCode::Invalid, "input.titlePattern");
    for (text, answer) in [
        ("Konferenz", pattern.clone()),
        ("{n}. von {n}", pattern),
        ("{n}. Forum", Vec::new()),
    ] {
        let input = CreateMeetingSeriesInput {
            title_pattern: Some(text.into()),
            ..new_series(&hagen)
        };
        let made = world.admin("hagen").create_meeting_series(input).await;
        assert_eq!(told(&made.expect("an answer").user_errors), answer, "{text}");
    }
    let backwards = CreateMeetingSeriesInput {
        started_in: date("2020"),
        ended_in: date("2019"),
        ..new_series(&hagen)
    };
    let answer = world.admin("hagen").create_meeting_series(backwards).await;
    assert_eq!(
        told(&answer.expect("an answer").user_errors),
        only(UserErrorCode::Invalid, "input.endedIn")
    );
}

#[tokio::test]
async fn a_series_sent_twice_is_one_and_one_changed_meanwhile_is_shown() {
    let world = World::new().await;
    let before = world.rows::<meeting_series::Entity>().await.len();
    let hagen = world.house("hagen").clone();
    for _ in 0..2 {
        let input = CreateMeetingSeriesInput {
            idempotency_key: Some("einmal".into()),
            ..new_series(&hagen.id)
        };
        let answer = world.admin("hagen").create_meeting_series(input).await;
        assert_eq!(told(&answer.expect("an answer").user_errors), []);
    }
    assert_eq!(world.rows::<meeting_series::Entity>().await.len(), before + 1);
    let late = UpdateMeetingSeriesInput {
        expected_revision: 7,
        ..unchanged_series(&hagen.series)
    };
    let answer = world
        .admin("hagen")
        .update_meeting_series(late)
        .await
        .expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Conflict, "input.expectedRevision")
    );
    assert!(answer.meeting_series.is_some());
}
