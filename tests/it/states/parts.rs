use super::{Bench, Step, judge, record};
use async_graphql::ID;
use sea_orm::{ActiveEnum, Iterable};
use verbund_domain::error::UserError;
use verbund_domain::{AnswerProjectParticipationInput, EndProjectParticipationInput, WithdrawProjectInvitationInput};
use verbund_entity::project::ProjectStatus::{self, Active, Archived, Cancelled, Completed, Idea, OnHold, Planned};
use verbund_entity::project_participation::ParticipationStatus::{
    self, Confirmed, Declined, Ended, Invited, Retracted, Withdrawn,
};

const MACHINE: [Step<ParticipationStatus>; 5] = [
    ("confirm", &[(Invited, Confirmed)]),
    ("decline", &[(Invited, Declined)]),
    ("uninvite", &[(Invited, Retracted)]),
    ("withdraw", &[(Confirmed, Withdrawn)]),
    ("end", &[(Confirmed, Ended)]),
];

/// What is allowed while the project stands where; the project stays there.
const PROJECT: [Step<ProjectStatus>; 5] = [
    (
        "confirm",
        &[(Idea, Idea), (Planned, Planned), (Active, Active), (OnHold, OnHold)],
    ),
    (
        "end",
        &[(Idea, Idea), (Planned, Planned), (Active, OnHold), (OnHold, OnHold)],
    ),
    // Nobody is held against their will, whatever becomes of the project.
    (
        "decline",
        &[
            (Idea, Idea),
            (Planned, Planned),
            (Active, Active),
            (OnHold, OnHold),
            (Completed, Completed),
            (Cancelled, Cancelled),
            (Archived, Archived),
        ],
    ),
    (
        "uninvite",
        &[
            (Idea, Idea),
            (Planned, Planned),
            (Active, Active),
            (OnHold, OnHold),
            (Completed, Completed),
            (Cancelled, Cancelled),
            (Archived, Archived),
        ],
    ),
    (
        "withdraw",
        &[
            (Idea, Idea),
            (Planned, Planned),
            (Active, OnHold),
            (OnHold, OnHold),
            (Completed, Completed),
            (Cancelled, Cancelled),
            (Archived, Archived),
        ],
    ),
];

/// Herne answers for its part in Hagen's project, Hagen ends it.
async fn take(bench: &Bench, step: &str) -> Vec<UserError> {
    let (herne, hagen) = (bench.world.admin("herne"), bench.world.admin("hagen"));
    let id = ID::from(&bench.world.house("hagen").partner_part);
    let answer = AnswerProjectParticipationInput {
        id: id.clone(),
        expected_revision: None,
    };
    let payload = match step {
        "confirm" => herne.confirm_project_participation(answer).await,
        "decline" => herne.decline_project_participation(answer).await,
        "uninvite" => {
            let input = WithdrawProjectInvitationInput {
                id,
                expected_revision: None,
            };
            hagen.withdraw_project_invitation(input).await
        }
        "withdraw" => herne.withdraw_project_participation(answer).await,
        _ => {
            let input = EndProjectParticipationInput {
                id,
                reason: "Keine Zeit mehr.".into(),
                expected_revision: None,
            };
            hagen.end_project_participation(input).await
        }
    };
    payload.expect("an answer").user_errors
}

async fn put(bench: &Bench, part: ParticipationStatus, project: ProjectStatus) {
    let hagen = bench.world.house("hagen");
    let (running, herne) = (record(&hagen.running), record(&hagen.partner_part));
    let (project, part) = (project.to_value(), part.to_value());
    bench
        .put(&format!("update project set status = '{project}' where {running}"))
        .await;
    bench
        .put(&format!(
            "update project_participation set status = '{part}' where {herne}"
        ))
        .await;
}

#[tokio::test]
async fn a_part_takes_each_step_from_the_states_of_its_table_only() {
    let bench = Bench::new().await;
    let part = bench.world.house("hagen").partner_part.clone();
    for step in &MACHINE {
        for from in ParticipationStatus::iter() {
            put(&bench, from, Planned).await;

            let errors = take(&bench, step.0).await;

            let after = bench.state("project_participation", "status", &part).await;
            judge(step, from, &errors, after);
        }
    }
}

#[tokio::test]
async fn a_project_that_is_over_takes_nobody_in_and_puts_nobody_out_but_lets_go_who_wants_to() {
    let bench = Bench::new().await;
    let running = bench.world.house("hagen").running.clone();
    for step in &PROJECT {
        for from in ProjectStatus::iter() {
            let asked = ["confirm", "decline", "uninvite"].contains(&step.0);
            put(&bench, if asked { Invited } else { Confirmed }, from).await;

            let errors = take(&bench, step.0).await;

            judge(step, from, &errors, bench.state("project", "status", &running).await);
        }
    }
}
