use super::{Bench, Step, judge, record};
use crate::attempt::unchanged_project;
use async_graphql::{ID, MaybeUndefined};
use sea_orm::{ActiveEnum, Iterable};
use verbund_domain::error::UserError;
use verbund_domain::{
    ArchiveProjectInput, CancelProjectInput, CompleteProjectInput, HandOverProjectLeadInput, HoldProjectInput,
    InviteProjectParticipantInput, PlanProjectInput, ReopenProjectInput, StartProjectInput, UpdateProjectInput,
};
use verbund_entity::project::ProjectStatus::{self, Active, Archived, Cancelled, Completed, Idea, OnHold, Planned};
use verbund_entity::project_participation::ParticipationRole;

const MACHINE: [Step<ProjectStatus>; 10] = [
    (
        "update",
        &[
            (Idea, Idea),
            (Planned, Planned),
            (Active, Active),
            (OnHold, OnHold),
            (Completed, Completed),
        ],
    ),
    ("plan", &[(Idea, Planned), (OnHold, Planned)]),
    ("start", &[(Idea, Active), (Planned, Active), (OnHold, Active)]),
    ("hold", &[(Planned, OnHold), (Active, OnHold)]),
    ("complete", &[(Active, Completed)]),
    (
        "cancel",
        &[
            (Idea, Cancelled),
            (Planned, Cancelled),
            (Active, Cancelled),
            (OnHold, Cancelled),
        ],
    ),
    ("archive", &[(Completed, Archived), (Cancelled, Archived)]),
    ("reopen", &[(Completed, Active)]),
    // Somebody is taken in, or asked to lead, while there is still something to do.
    (
        "invite",
        &[(Idea, Idea), (Planned, Planned), (Active, Active), (OnHold, OnHold)],
    ),
    (
        "hand over",
        &[(Idea, Idea), (Planned, Planned), (Active, Active), (OnHold, OnHold)],
    ),
];

async fn take(bench: &Bench, step: &str) -> Vec<UserError> {
    let hagen = bench.world.house("hagen");
    let (session, id) = (bench.world.admin("hagen"), ID::from(&hagen.running));
    let (reason, expected_revision) = ("Ein Grund.".to_owned(), None);
    let payload = match step {
        "update" => {
            let input = UpdateProjectInput {
                summary: MaybeUndefined::Value("Gemeinsam.".into()),
                ..unchanged_project(&hagen.running)
            };
            session.update_project(input).await
        }
        "plan" => session.plan_project(PlanProjectInput { id, expected_revision }).await,
        "start" => session.start_project(StartProjectInput { id, expected_revision }).await,
        "hold" => {
            let input = HoldProjectInput {
                id,
                reason,
                expected_revision,
            };
            session.hold_project(input).await
        }
        "complete" => {
            let input = CompleteProjectInput {
                id,
                closing_summary: "Zwölf Vereine machen mit.".into(),
                ends_on: None,
                expected_revision,
            };
            session.complete_project(input).await
        }
        "cancel" => {
            let input = CancelProjectInput {
                id,
                reason,
                expected_revision,
            };
            session.cancel_project(input).await
        }
        "archive" => {
            session
                .archive_project(ArchiveProjectInput { id, expected_revision })
                .await
        }
        "reopen" => {
            session
                .reopen_project(ReopenProjectInput { id, expected_revision })
                .await
        }
        "invite" => {
            let input = InviteProjectParticipantInput {
                project: id,
                party: ID::from(&bench.world.guest),
                role: ParticipationRole::Partner,
                contribution: None,
                idempotency_key: None,
            };
            let payload = session.invite_project_participant(input).await;
            return payload.expect("an answer").user_errors;
        }
        _ => {
            let input = HandOverProjectLeadInput {
                project: id,
                municipality: ID::from(&bench.world.guest),
                idempotency_key: None,
            };
            let payload = session.hand_over_project_lead(input).await;
            return payload.expect("an answer").user_errors;
        }
    };
    payload.expect("an answer").user_errors
}

#[tokio::test]
async fn a_project_takes_each_step_from_the_states_of_its_table_only() {
    let bench = Bench::new().await;
    let running = bench.world.house("hagen").running.clone();
    let which = record(&running);
    for step in &MACHINE {
        for from in ProjectStatus::iter() {
            let guest = record(&bench.world.guest);
            bench
                .put(&format!(
                    "delete from project_participation where municipality_id in (select id from municipality where {guest})"
                ))
                .await;
            let state = from.to_value();
            bench
                .put(&format!(
                    "update project set status = '{state}', revision = 1 where {which}"
                ))
                .await;

            let errors = take(&bench, step.0).await;

            judge(step, from, &errors, bench.state("project", "status", &running).await);
        }
    }
}
