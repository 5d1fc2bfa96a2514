use super::{only, told};
use crate::attempt::{new_meeting, unchanged_meeting};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use chrono::TimeDelta;
use verbund_domain::error::UserErrorCode;
use verbund_domain::values::{DateTime, Edtf};
use verbund_domain::{
    AnswerMeetingOrganizerInput, CancelMeetingInput, CreateMeetingInput, InviteMeetingOrganizerInput,
    PublishMeetingInput, UpdateMeetingInput,
};
use verbund_entity::meeting::{MeetingKind, MeetingStatus, Publication};
use verbund_entity::meeting_organizer::{OrganizerRole, OrganizerStatus};
use verbund_entity::{meeting, meeting_organizer};

pub(super) async fn create(world: &World, input: CreateMeetingInput) -> Vec<(UserErrorCode, String)> {
    told(
        &world
            .admin("hagen")
            .create_meeting(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

pub(super) async fn last(world: &World) -> meeting::Model {
    world
        .rows::<meeting::Entity>()
        .await
        .into_iter()
        .max_by_key(|row| row.id)
        .expect("a meeting")
}

#[tokio::test]
async fn a_new_meeting_is_a_draft_whose_host_has_confirmed() {
    let world = World::new().await;
    let start = world.now + TimeDelta::days(10);
    let input = CreateMeetingInput {
        starts_at: Some(DateTime(start)),
        ends_at: Some(DateTime(start + TimeDelta::hours(3))),
        ..new_meeting(&world.house("hagen").id)
    };

    assert_eq!(create(&world, input).await, []);

    let made = last(&world).await;
    assert_eq!(
        (made.publication, made.status),
        (Publication::Draft, MeetingStatus::Scheduled)
    );
    assert_eq!((made.sort_at, made.host_id), (start, Some(world.house("hagen").key)));
    let organizers = world.rows::<meeting_organizer::Entity>().await;
    let host: Vec<_> = organizers.iter().filter(|one| one.meeting_id == made.id).collect();
    assert_eq!(host.len(), 1);
    assert_eq!(
        (host[0].role, host[0].status),
        (OrganizerRole::Host, OrganizerStatus::Confirmed)
    );
}

#[tokio::test]
async fn a_meeting_of_the_past_may_have_a_vague_date_or_none_and_then_comes_last() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let vague = CreateMeetingInput {
        held_on: Some(Edtf::parse("2017-02").expect("a date")),
        ..new_meeting(&hagen)
    };

    assert_eq!(create(&world, vague).await, []);
    let made = last(&world).await;
    assert_eq!(
        (made.status, made.sort_at.to_rfc3339()),
        (MeetingStatus::Held, "2017-02-01T00:00:00+00:00".into())
    );

    let unknown = CreateMeetingInput {
        status: Some(MeetingStatus::Held),
        ..new_meeting(&hagen)
    };
    assert_eq!(create(&world, unknown).await, []);
    assert_eq!(last(&world).await.sort_at.to_rfc3339(), "9999-12-31T00:00:00+00:00");

    let future = CreateMeetingInput {
        held_on: Some(Edtf::parse("2027").expect("a date")),
        ..new_meeting(&hagen)
    };
    assert_eq!(
        create(&world, future).await,
        only(UserErrorCode::Invalid, "input.heldOn")
    );
}

#[tokio::test]
async fn times_that_contradict_each_other_are_refused() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let start = world.now + TimeDelta::days(10);
    let at = |hours| Some(DateTime(start + TimeDelta::hours(hours)));
    let timed = |starts, ends, doors| CreateMeetingInput {
        starts_at: starts,
        ends_at: ends,
        doors_open_at: doors,
        ..new_meeting(&hagen)
    };

    assert_eq!(
        create(&world, timed(at(0), at(0), None)).await,
        only(UserErrorCode::Invalid, "input.endsAt")
    );
    assert_eq!(
        create(&world, timed(at(0), None, None)).await,
        only(UserErrorCode::Required, "input.endsAt")
    );
    assert_eq!(
        create(&world, timed(at(0), at(2), at(1))).await,
        only(UserErrorCode::Invalid, "input.doorsOpenAt")
    );
    assert_eq!(
        create(&world, timed(at(0), at(15 * 24), None)).await,
        only(UserErrorCode::Invalid, "input.endsAt")
    );
    let umbrella = CreateMeetingInput {
        kind: MeetingKind::Umbrella,
        ..timed(at(0), at(15 * 24), None)
    };
    assert_eq!(create(&world, umbrella).await, []);
}

#[tokio::test]
async fn a_meeting_is_published_when_all_co_organisers_have_confirmed_and_names_who_is_missing() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let invite = InviteMeetingOrganizerInput {
        meeting: ID::from(&hagen.meeting),
        party: ID::from(&world.house("bochum").id),
        role: OrganizerRole::CoOrganizer,
        idempotency_key: None,
    };
    let publish = || PublishMeetingInput {
        id: ID::from(&hagen.meeting),
        expected_revision: None,
    };
    let invited = session.invite_meeting_organizer(invite).await.expect("an answer");
    assert_eq!(told(&invited.user_errors), []);

    let early = session.publish_meeting(publish()).await.expect("an answer");
    assert_eq!(told(&early.user_errors), only(UserErrorCode::State, "input.id"));
    assert!(
        early.user_errors[0].message.contains("bochum"),
        "{}",
        early.user_errors[0].message
    );

    let organizers = world.rows::<meeting_organizer::Entity>().await;
    let bochum = organizers.last().expect("the invitation");
    let id = ID(verbund_domain::read::id::encode("MeetingOrganizer", &bochum.public_id));
    let confirm = AnswerMeetingOrganizerInput {
        id,
        expected_revision: Some(1),
    };
    let confirmed = world
        .admin("bochum")
        .confirm_meeting_organizer(confirm)
        .await
        .expect("an answer");
    assert_eq!(told(&confirmed.user_errors), []);
    let published = session.publish_meeting(publish()).await.expect("an answer");
    assert_eq!(told(&published.user_errors), []);
    let again = session.publish_meeting(publish()).await.expect("an answer");
    assert_eq!(told(&again.user_errors), only(UserErrorCode::State, "input.id"));
}

#[tokio::test]
async fn a_meeting_without_a_date_is_not_published() {
    let world = World::new().await;
    assert_eq!(create(&world, new_meeting(&world.house("hagen").id)).await, []);
    let id = ID(verbund_domain::read::id::encode(
        "Meeting",
        &last(&world).await.public_id,
    ));

    let answer = world
        .admin("hagen")
        .publish_meeting(PublishMeetingInput {
            id,
            expected_revision: None,
        })
        .await;

    assert_eq!(
        told(&answer.expect("an answer").user_errors),
        only(UserErrorCode::State, "input.startsAt")
    );
}

#[tokio::test]
async fn a_meeting_is_called_off_once_and_with_a_reason() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let cancel = |reason: &str| CancelMeetingInput {
        id: ID::from(&hagen.meeting),
        reason: reason.into(),
        expected_revision: None,
    };

    let silent = session.cancel_meeting(cancel(" ")).await.expect("an answer");
    assert_eq!(told(&silent.user_errors), only(UserErrorCode::Required, "input.reason"));
    let off = session
        .cancel_meeting(cancel("Der Saal ist nicht frei."))
        .await
        .expect("an answer");
    assert_eq!(told(&off.user_errors), []);
    let again = session
        .cancel_meeting(cancel("Der Saal ist nicht frei."))
        .await
        .expect("an answer");
    assert_eq!(told(&again.user_errors), only(UserErrorCode::State, "input.id"));
}

#[tokio::test]
async fn moving_a_meeting_moves_it_in_the_order_too() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let start = world.now + TimeDelta::days(90);
    let change = UpdateMeetingInput {
        starts_at: MaybeUndefined::Value(DateTime(start)),
        ends_at: MaybeUndefined::Value(DateTime(start + TimeDelta::hours(1))),
        ..unchanged_meeting(&hagen.meeting)
    };

    let answer = world.admin("hagen").update_meeting(change).await.expect("an answer");

    assert_eq!(told(&answer.user_errors), []);
    let wanted = verbund_domain::read::id::decode(&hagen.meeting).expect("an id").1;
    let rows = world.rows::<meeting::Entity>().await;
    let moved = rows.iter().find(|row| row.public_id == wanted).expect("the meeting");
    assert_eq!(
        (moved.starts_at, moved.sort_at, moved.revision),
        (Some(start), start, 2)
    );
}

#[tokio::test]
async fn what_was_held_is_not_moved_into_the_future_and_what_lasts_a_month_stays_an_umbrella() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let held = CreateMeetingInput {
        held_on: Some(Edtf::parse("2025").expect("a date")),
        ..new_meeting(&hagen)
    };
    assert_eq!(create(&world, held).await, []);
    let id = verbund_domain::read::id::encode("Meeting", &last(&world).await.public_id);
    let start = world.now + TimeDelta::days(30);
    let moved = UpdateMeetingInput {
        held_on: MaybeUndefined::Null,
        starts_at: MaybeUndefined::Value(DateTime(start)),
        ends_at: MaybeUndefined::Value(DateTime(start + TimeDelta::hours(1))),
        ..unchanged_meeting(&id)
    };
    let answer = world.admin("hagen").update_meeting(moved).await.expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Invalid, "input.startsAt")
    );

    let umbrella = CreateMeetingInput {
        kind: MeetingKind::Umbrella,
        starts_at: Some(DateTime(start)),
        ends_at: Some(DateTime(start + TimeDelta::days(30))),
        ..new_meeting(&hagen)
    };
    assert_eq!(create(&world, umbrella).await, []);
    let id = verbund_domain::read::id::encode("Meeting", &last(&world).await.public_id);
    let workshop = UpdateMeetingInput {
        kind: MaybeUndefined::Value(MeetingKind::Workshop),
        ..unchanged_meeting(&id)
    };
    let answer = world.admin("hagen").update_meeting(workshop).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::Invalid, "input.endsAt"));
}

#[tokio::test]
async fn a_meeting_that_people_come_to_has_a_place_when_it_is_published_and_keeps_one() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let nowhere = UpdateMeetingInput {
        venue: MaybeUndefined::Null,
        ..unchanged_meeting(&hagen.meeting)
    };
    let answer = world.admin("hagen").update_meeting(nowhere).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let publish = || PublishMeetingInput {
        id: ID::from(&hagen.meeting),
        expected_revision: None,
    };
    let answer = world
        .admin("hagen")
        .publish_meeting(publish())
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::Required, "input.venue"));

    let venue = |revision, venue| UpdateMeetingInput {
        expected_revision: revision,
        venue,
        ..unchanged_meeting(&hagen.meeting)
    };
    let somewhere = venue(2, MaybeUndefined::Value("Rathaus".into()));
    assert_eq!(
        told(
            &world
                .admin("hagen")
                .update_meeting(somewhere)
                .await
                .expect("an answer")
                .user_errors
        ),
        []
    );
    assert_eq!(
        told(
            &world
                .admin("hagen")
                .publish_meeting(publish())
                .await
                .expect("an answer")
                .user_errors
        ),
        []
    );
    let cleared = venue(4, MaybeUndefined::Null);
    let answer = world.admin("hagen").update_meeting(cleared).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::Required, "input.venue"));
}
