//! What calendars are told: a name that stays, a number that grows, and the start that held before.

use super::meetings::{create, last};
use super::{only, told};
use crate::attempt::{new_meeting, unchanged_meeting};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use chrono::{DateTime as Time, TimeDelta, Utc};
use verbund_domain::error::{Error, UserError, UserErrorCode};
use verbund_domain::values::DateTime;
use verbund_domain::{
    CancelMeetingInput, CreateMeetingInput, MarkMeetingHeldInput, MoveMeetingOnlineInput, PostponeMeetingInput,
    PublishMeetingInput, RescheduleMeetingInput, UpdateMeetingInput,
};
use verbund_entity::meeting::{self, AttendanceMode, MeetingStatus};

async fn meeting(world: &World, id: &str) -> meeting::Model {
    let wanted = verbund_domain::read::id::decode(id).expect("a global id").1;
    let rows = world.rows::<meeting::Entity>().await;
    rows.into_iter()
        .find(|row| row.public_id == wanted)
        .expect("the meeting")
}

async fn publish(world: &World, id: &str) {
    let input = PublishMeetingInput {
        id: ID::from(id),
        expected_revision: None,
    };
    let answer = world.admin("hagen").publish_meeting(input).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
}

async fn reschedule(world: &World, id: &str, start: Time<Utc>) -> Vec<UserError> {
    let input = RescheduleMeetingInput {
        id: ID::from(id),
        starts_at: DateTime(start),
        ends_at: DateTime(start + TimeDelta::hours(2)),
        doors_open_at: None,
        expected_revision: None,
    };
    let answer = world.admin("hagen").reschedule_meeting(input).await;
    answer.expect("an answer").user_errors
}

async fn update(world: &World, id: &str, change: UpdateMeetingInput) {
    let revision = meeting(world, id).await.revision;
    let input = UpdateMeetingInput {
        expected_revision: revision,
        ..change
    };
    let answer = world.admin("hagen").update_meeting(input).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
}

#[tokio::test]
async fn each_meeting_has_a_calendar_name_of_its_own_that_no_change_touches() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    assert_eq!(create(&world, new_meeting(&hagen)).await, []);
    let first = last(&world).await;
    assert_eq!(create(&world, new_meeting(&hagen)).await, []);
    let second = last(&world).await;
    assert_ne!(first.ical_uid, second.ical_uid);
    assert_ne!(first.ical_uid, first.public_id);
    assert!(first.ical_uid.len() >= 32, "{}", first.ical_uid);
    assert_eq!((first.ical_sequence, first.previous_start), (0, None));

    let id = verbund_domain::read::id::encode("Meeting", &first.public_id);
    let start = world.now + TimeDelta::days(10);
    assert_eq!(reschedule(&world, &id, start).await, []);

    assert_eq!(meeting(&world, &id).await.ical_uid, first.ical_uid);
}

#[tokio::test]
async fn a_draft_changes_silently_and_what_is_published_counts_each_change_of_time_place_or_state() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let id = hagen.meeting.as_str();
    let soon = world.now + TimeDelta::days(40);
    let venue = |venue: &str| UpdateMeetingInput {
        venue: MaybeUndefined::Value(venue.into()),
        ..unchanged_meeting(id)
    };
    update(&world, id, venue("Bürgerhaus")).await;
    assert_eq!(reschedule(&world, id, soon).await, []);
    publish(&world, id).await;
    let published = meeting(&world, id).await;
    assert_eq!((published.ical_sequence, published.previous_start), (0, None));

    let motto = UpdateMeetingInput {
        motto: MaybeUndefined::Value("Miteinander".into()),
        ..unchanged_meeting(id)
    };
    update(&world, id, motto).await;
    assert_eq!(
        meeting(&world, id).await.ical_sequence,
        0,
        "a motto is no news for calendars"
    );
    update(&world, id, venue("Rathaus")).await;
    assert_eq!(meeting(&world, id).await.ical_sequence, 1);

    let later = soon + TimeDelta::days(7);
    assert_eq!(reschedule(&world, id, later).await, []);
    let moved = meeting(&world, id).await;
    assert_eq!(
        (moved.ical_sequence, moved.starts_at, moved.previous_start),
        (2, Some(later), Some(soon))
    );
    let revision = moved.revision;
    assert_eq!(reschedule(&world, id, later).await, []);
    let same = meeting(&world, id).await;
    assert_eq!(
        (same.ical_sequence, same.revision),
        (2, revision),
        "nothing has changed"
    );

    let session = world.admin("hagen");
    let online = MoveMeetingOnlineInput {
        id: ID::from(id),
        expected_revision: None,
    };
    session.move_meeting_online(online).await.expect("an answer");
    assert_eq!(meeting(&world, id).await.ical_sequence, 3);
    let off = CancelMeetingInput {
        id: ID::from(id),
        reason: "Zu wenige Anmeldungen.".into(),
        expected_revision: None,
    };
    session.cancel_meeting(off).await.expect("an answer");
    assert_eq!(meeting(&world, id).await.ical_sequence, 4);
}

#[tokio::test]
async fn a_change_of_time_by_update_tells_calendars_the_same() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let id = hagen.meeting.as_str();
    publish(&world, id).await;
    let before = meeting(&world, id).await.starts_at.expect("a start");
    let later = before + TimeDelta::days(1);
    let change = UpdateMeetingInput {
        starts_at: MaybeUndefined::Value(DateTime(later)),
        ends_at: MaybeUndefined::Value(DateTime(later + TimeDelta::hours(1))),
        ..unchanged_meeting(id)
    };

    update(&world, id, change).await;

    let moved = meeting(&world, id).await;
    assert_eq!((moved.ical_sequence, moved.previous_start), (1, Some(before)));
}

#[tokio::test]
async fn a_postponed_meeting_keeps_its_start_until_another_is_found_and_says_why_so_long() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let id = hagen.meeting.as_str();
    publish(&world, id).await;
    let before = meeting(&world, id).await.starts_at;
    let off = |reason: &str| PostponeMeetingInput {
        id: ID::from(id),
        reason: reason.into(),
        expected_revision: None,
    };
    let session = world.admin("hagen");
    let silent = session.postpone_meeting(off("")).await.expect("an answer");
    assert_eq!(told(&silent.user_errors), only(UserErrorCode::Required, "input.reason"));
    session
        .postpone_meeting(off("Der Saal ist nicht frei."))
        .await
        .expect("an answer");
    let kind = UpdateMeetingInput {
        kind: MaybeUndefined::Value(verbund_entity::meeting::MeetingKind::Workshop),
        ..unchanged_meeting(id)
    };
    update(&world, id, kind).await;
    let postponed = meeting(&world, id).await;
    assert_eq!(
        (postponed.status, postponed.starts_at, postponed.ical_sequence),
        (MeetingStatus::Postponed, before, 1)
    );
    assert!(postponed.status_reason.is_some());

    let later = world.now + TimeDelta::days(100);
    assert_eq!(reschedule(&world, id, later).await, []);

    let fixed = meeting(&world, id).await;
    assert_eq!(
        (fixed.status, fixed.starts_at, fixed.previous_start, fixed.sort_at),
        (MeetingStatus::Scheduled, Some(later), before, later)
    );
    assert_eq!((fixed.status_reason, fixed.ical_sequence), (None, 2));
}

#[tokio::test]
async fn a_meeting_is_moved_into_the_future_only_and_its_doors_move_along() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let start = world.now + TimeDelta::days(10);
    let input = CreateMeetingInput {
        starts_at: Some(DateTime(start)),
        ends_at: Some(DateTime(start + TimeDelta::hours(3))),
        doors_open_at: Some(DateTime(start - TimeDelta::minutes(30))),
        ..new_meeting(&hagen.id)
    };
    assert_eq!(create(&world, input).await, []);
    let id = verbund_domain::read::id::encode("Meeting", &last(&world).await.public_id);

    let past = reschedule(&world, &id, world.now).await;
    assert_eq!(told(&past), only(UserErrorCode::Invalid, "input.startsAt"));
    let later = start + TimeDelta::days(5);
    assert_eq!(reschedule(&world, &id, later).await, []);

    let moved = meeting(&world, &id).await;
    assert_eq!(moved.doors_open_at, Some(later - TimeDelta::minutes(30)));
}

#[tokio::test]
async fn a_meeting_that_moves_to_the_net_leads_nobody_to_its_old_place() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let input = MoveMeetingOnlineInput {
        id: ID::from(&hagen.meeting),
        expected_revision: None,
    };

    world
        .admin("hagen")
        .move_meeting_online(input)
        .await
        .expect("an answer");

    let online = meeting(&world, &hagen.meeting).await;
    assert_eq!(
        (online.attendance_mode, online.venue.as_deref(), online.locality_id),
        (AttendanceMode::Online, None, None)
    );
    assert!(!online.search_text.contains("rathaus"), "{}", online.search_text);
}

#[tokio::test]
async fn nobody_says_that_a_meeting_was_held_before_it_is_over() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let held = |id: &str| MarkMeetingHeldInput {
        id: ID::from(id),
        expected_revision: None,
    };
    let session = world.admin("hagen");

    let early = session
        .mark_meeting_held(held(&hagen.meeting))
        .await
        .expect("an answer");
    assert_eq!(told(&early.user_errors), only(UserErrorCode::State, "input.id"));
    let over = session.mark_meeting_held(held(&hagen.over)).await.expect("an answer");
    assert_eq!(told(&over.user_errors), []);
}

#[tokio::test]
async fn a_co_organiser_moves_the_hosts_meeting_by_no_way_around() {
    let world = World::new().await;
    let later = world.now + TimeDelta::days(70);
    let change = UpdateMeetingInput {
        starts_at: MaybeUndefined::Value(DateTime(later)),
        ends_at: MaybeUndefined::Value(DateTime(later + TimeDelta::hours(1))),
        ..unchanged_meeting(&world.house("hagen").meeting)
    };

    let answer = world.admin("herne").update_meeting(change).await;

    assert!(matches!(answer, Err(Error::Forbidden)));
}
