use super::{Bench, Step, judge, record};
use crate::attempt::unchanged_meeting;
use async_graphql::{ID, MaybeUndefined};
use chrono::TimeDelta;
use sea_orm::{ActiveEnum, Iterable};
use verbund_domain::error::UserError;
use verbund_domain::values::DateTime;
use verbund_domain::{
    CancelMeetingInput, DeleteMeetingDraftInput, InviteMeetingOrganizerInput, MarkMeetingHeldInput,
    MoveMeetingOnlineInput, PostponeMeetingInput, PublishMeetingInput, RescheduleMeetingInput, UpdateMeetingInput,
};
use verbund_entity::meeting::AttendanceMode::{self, Hybrid, InPerson, Online};
use verbund_entity::meeting::MeetingStatus::{self, Cancelled, Held, Polling, Postponed, Scheduled};
use verbund_entity::meeting::Publication::{self, Draft, Published};
use verbund_entity::meeting_organizer::OrganizerRole;

const MACHINE: [Step<MeetingStatus>; 7] = [
    (
        "update",
        &[
            (Polling, Polling),
            (Scheduled, Scheduled),
            (Postponed, Postponed),
            (Held, Held),
        ],
    ),
    (
        "invite",
        &[
            (Polling, Polling),
            (Scheduled, Scheduled),
            (Postponed, Postponed),
            (Held, Held),
        ],
    ),
    (
        "reschedule",
        &[(Polling, Scheduled), (Scheduled, Scheduled), (Postponed, Scheduled)],
    ),
    ("postpone", &[(Scheduled, Postponed)]),
    ("move online", &[(Scheduled, Scheduled)]),
    ("mark held", &[(Scheduled, Held)]),
    (
        "cancel",
        &[(Polling, Cancelled), (Scheduled, Cancelled), (Postponed, Cancelled)],
    ),
];

/// Steps on the meeting of Hagen that is over.
async fn take(bench: &Bench, step: &str) -> Vec<UserError> {
    let hagen = bench.world.house("hagen");
    let (session, id) = (bench.world.admin("hagen"), ID::from(&hagen.over));
    let (reason, expected_revision) = ("Ein Grund.".to_owned(), None);
    let payload = match step {
        "update" => {
            let input = UpdateMeetingInput {
                motto: MaybeUndefined::Value("Miteinander".into()),
                ..unchanged_meeting(&hagen.over)
            };
            session.update_meeting(input).await
        }
        "invite" => {
            let input = InviteMeetingOrganizerInput {
                meeting: id,
                party: ID::from(&bench.world.guest),
                role: OrganizerRole::CoOrganizer,
                idempotency_key: None,
            };
            let payload = session.invite_meeting_organizer(input).await;
            return payload.expect("an answer").user_errors;
        }
        "reschedule" => {
            let start = bench.world.now + TimeDelta::days(20);
            let input = RescheduleMeetingInput {
                id,
                starts_at: DateTime(start),
                ends_at: DateTime(start + TimeDelta::hours(1)),
                doors_open_at: None,
                expected_revision,
            };
            session.reschedule_meeting(input).await
        }
        "postpone" => {
            let input = PostponeMeetingInput {
                id,
                reason,
                expected_revision,
            };
            session.postpone_meeting(input).await
        }
        "move online" => {
            session
                .move_meeting_online(MoveMeetingOnlineInput { id, expected_revision })
                .await
        }
        "mark held" => {
            session
                .mark_meeting_held(MarkMeetingHeldInput { id, expected_revision })
                .await
        }
        "publish" => {
            session
                .publish_meeting(PublishMeetingInput { id, expected_revision })
                .await
        }
        _ => {
            let input = CancelMeetingInput {
                id,
                reason,
                expected_revision,
            };
            session.cancel_meeting(input).await
        }
    };
    payload.expect("an answer").user_errors
}

/// The meeting of Hagen as it was at first, but for one column.
async fn put(bench: &Bench, column: &str, state: String) {
    let which = record(&bench.world.house("hagen").over);
    let guest = record(&bench.world.guest);
    let start = bench.world.now - TimeDelta::days(3);
    let (start, end) = (start.to_rfc3339(), (start + TimeDelta::hours(6)).to_rfc3339());
    bench
        .put(&format!(
            "delete from meeting_organizer where municipality_id in (select id from municipality where {guest})"
        ))
        .await;
    bench
        .put(&format!(
            "update meeting set status = 'SCHEDULED', publication = 'DRAFT', attendance_mode = 'IN_PERSON', \
             venue = 'Rathaus', starts_at = '{start}', ends_at = '{end}', revision = 1 where {which}"
        ))
        .await;
    bench
        .put(&format!("update meeting set {column} = '{state}' where {which}"))
        .await;
}

#[tokio::test]
async fn a_meeting_takes_each_step_from_the_states_of_its_table_only() {
    let bench = Bench::new().await;
    let over = bench.world.house("hagen").over.clone();
    for step in &MACHINE {
        for from in MeetingStatus::iter() {
            put(&bench, "status", from.to_value()).await;

            let errors = take(&bench, step.0).await;

            judge(step, from, &errors, bench.state("meeting", "status", &over).await);
        }
    }
}

#[tokio::test]
async fn a_meeting_is_published_once_and_moved_online_once() {
    let bench = Bench::new().await;
    let over = bench.world.house("hagen").over.clone();
    let publish: Step<Publication> = ("publish", &[(Draft, Published)]);
    for from in Publication::iter() {
        put(&bench, "publication", from.to_value()).await;
        let errors = take(&bench, publish.0).await;
        judge(
            &publish,
            from,
            &errors,
            bench.state("meeting", "publication", &over).await,
        );
    }
    let online: Step<AttendanceMode> = ("move online", &[(InPerson, Online), (Hybrid, Online)]);
    for from in AttendanceMode::iter() {
        put(&bench, "attendance_mode", from.to_value()).await;
        let errors = take(&bench, online.0).await;
        judge(
            &online,
            from,
            &errors,
            bench.state("meeting", "attendance_mode", &over).await,
        );
    }
}

#[tokio::test]
async fn only_a_draft_is_deleted() {
    let bench = Bench::new().await;
    let over = bench.world.house("hagen").over.clone();
    let delete: Step<Publication> = ("delete", &[(Draft, Draft)]);
    let there = format!("select cast(count(*) as text) from meeting where {}", record(&over));
    for from in Publication::iter().filter(|from| *from != Draft).chain([Draft]) {
        put(&bench, "publication", from.to_value()).await;

        let input = DeleteMeetingDraftInput {
            id: ID::from(&over),
            expected_revision: None,
        };
        let payload = bench.world.admin("hagen").delete_meeting_draft(input).await;
        let payload = payload.expect("an answer");

        judge(&delete, from, &payload.user_errors, from);
        let gone = bench.read(&there).await == "0";
        assert_eq!(
            (payload.deleted_meeting_id.is_some(), gone),
            (from == Draft, from == Draft)
        );
    }
}
