use super::{Bench, Step, judge, record};
use async_graphql::ID;
use sea_orm::{ActiveEnum, Iterable};
use verbund_domain::error::UserError;
use verbund_domain::{AnswerMeetingOrganizerInput, WithdrawOrganizerInvitationInput};
use verbund_entity::meeting::MeetingStatus::{self, Cancelled, Closed, Held, Polling, Postponed, Scheduled};
use verbund_entity::meeting_organizer::OrganizerStatus::{self, Confirmed, Declined, Invited, Retracted};

const MACHINE: [Step<OrganizerStatus>; 3] = [
    ("confirm", &[(Invited, Confirmed)]),
    ("decline", &[(Invited, Declined)]),
    ("uninvite", &[(Invited, Retracted)]),
];

/// What is allowed while the meeting stands where; the meeting stays there.
const MEETING: [Step<MeetingStatus>; 3] = [
    (
        "confirm",
        &[
            (Polling, Polling),
            (Scheduled, Scheduled),
            (Postponed, Postponed),
            (Held, Held),
        ],
    ),
    (
        "decline",
        &[
            (Polling, Polling),
            (Scheduled, Scheduled),
            (Postponed, Postponed),
            (Held, Held),
            (Cancelled, Cancelled),
            (Closed, Closed),
        ],
    ),
    (
        "uninvite",
        &[
            (Polling, Polling),
            (Scheduled, Scheduled),
            (Postponed, Postponed),
            (Held, Held),
            (Cancelled, Cancelled),
            (Closed, Closed),
        ],
    ),
];

async fn take(bench: &Bench, step: &str) -> Vec<UserError> {
    let hagen = bench.world.admin("hagen");
    let answer = AnswerMeetingOrganizerInput {
        id: ID::from(&bench.world.house("hagen").organizer),
        expected_revision: None,
    };
    let payload = match step {
        "confirm" => hagen.confirm_meeting_organizer(answer).await,
        "decline" => hagen.decline_meeting_organizer(answer).await,
        _ => {
            let input = WithdrawOrganizerInvitationInput {
                id: answer.id,
                expected_revision: None,
            };
            let bochum = bench.world.admin("bochum");
            bochum.withdraw_organizer_invitation(input).await
        }
    };
    payload.expect("an answer").user_errors
}

#[tokio::test]
async fn an_organiser_takes_each_step_from_the_states_of_its_table_only() {
    let bench = Bench::new().await;
    let organizer = bench.world.house("hagen").organizer.clone();
    let which = record(&organizer);
    for step in &MACHINE {
        for from in OrganizerStatus::iter() {
            let state = from.to_value();
            bench
                .put(&format!(
                    "update meeting_organizer set status = '{state}' where {which}"
                ))
                .await;

            let errors = take(&bench, step.0).await;

            let after = bench.state("meeting_organizer", "status", &organizer).await;
            judge(step, from, &errors, after);
        }
    }
}

#[tokio::test]
async fn a_meeting_that_is_called_off_or_closed_takes_no_organiser_in_but_lets_go_who_was_asked() {
    let bench = Bench::new().await;
    let which = record(&bench.world.house("hagen").organizer);
    let meeting = format!("id in (select meeting_id from meeting_organizer where {which})");
    for step in &MEETING {
        for from in MeetingStatus::iter() {
            let state = from.to_value();
            bench
                .put(&format!(
                    "update meeting_organizer set status = 'INVITED' where {which}"
                ))
                .await;
            bench
                .put(&format!("update meeting set status = '{state}' where {meeting}"))
                .await;

            let errors = take(&bench, step.0).await;

            let after = bench.read(&format!("select status from meeting where {meeting}")).await;
            let after = MeetingStatus::try_from_value(&after).expect("a state");
            judge(step, from, &errors, after);
        }
    }
}
