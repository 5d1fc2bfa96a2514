//! What a step of a project asks for beside its state, and what it leaves behind.

use super::projects::{part, project, public_id, withdraw};
use super::{only, told};
use crate::attempt::unchanged_project;
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::error::UserErrorCode;
use verbund_domain::values::Edtf;
use verbund_domain::{
    CancelProjectInput, CompleteProjectInput, EndProjectParticipationInput, HoldProjectInput, PlanProjectInput,
    ReopenProjectInput, StartProjectInput, UpdateProjectInput,
};
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::ParticipationStatus;
use verbund_entity::{audit_entry, project_participation};

fn complete(id: &str, closing: &str, ends_on: Option<&str>) -> CompleteProjectInput {
    CompleteProjectInput {
        id: ID::from(id),
        closing_summary: closing.into(),
        ends_on: ends_on.map(|text| Edtf::parse(text).expect("a date")),
        expected_revision: None,
    }
}

#[tokio::test]
async fn a_project_that_is_held_or_given_up_says_why_until_it_goes_on() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let hold = |reason: &str| HoldProjectInput {
        id: ID::from(&hagen.running),
        reason: reason.into(),
        expected_revision: None,
    };

    let silent = session.hold_project(hold(" ")).await.expect("an answer");
    assert_eq!(told(&silent.user_errors), only(UserErrorCode::Required, "input.reason"));
    session.hold_project(hold("Keine Räume.")).await.expect("an answer");
    let resting = project(&world, &hagen.running).await;
    assert_eq!(
        (resting.status, resting.status_reason.as_deref()),
        (ProjectStatus::OnHold, Some("Keine Räume."))
    );

    let id = ID::from(&hagen.running);
    let expected_revision = None;
    session
        .start_project(StartProjectInput { id, expected_revision })
        .await
        .expect("an answer");
    assert_eq!(project(&world, &hagen.running).await.status_reason, None);

    session.hold_project(hold("Keine Räume.")).await.expect("an answer");
    let id = ID::from(&hagen.running);
    session
        .plan_project(PlanProjectInput { id, expected_revision })
        .await
        .expect("an answer");
    assert_eq!(project(&world, &hagen.running).await.status_reason, None);

    let cancel = CancelProjectInput {
        id: ID::from(&hagen.running),
        reason: "Das Geld reicht nicht.".into(),
        expected_revision,
    };
    session.cancel_project(cancel).await.expect("an answer");
    assert_eq!(
        project(&world, &hagen.running).await.status_reason.as_deref(),
        Some("Das Geld reicht nicht.")
    );
}

#[tokio::test]
async fn a_project_is_completed_with_an_end_that_lies_behind_and_with_what_came_of_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let without_end = UpdateProjectInput {
        ends_on: MaybeUndefined::Null,
        ..unchanged_project(&hagen.running)
    };
    session.update_project(without_end).await.expect("an answer");
    for (closing, ends_on, expected) in [
        ("Gut.", None, only(UserErrorCode::Required, "input.endsOn")),
        ("Gut.", Some("2027"), only(UserErrorCode::Invalid, "input.endsOn")),
        (
            "  ",
            Some("2026-09"),
            only(UserErrorCode::Required, "input.closingSummary"),
        ),
    ] {
        let answer = session
            .complete_project(complete(&hagen.running, closing, ends_on))
            .await;
        assert_eq!(told(&answer.expect("an answer").user_errors), expected);
    }

    let answer = session
        .complete_project(complete(&hagen.running, "Zwölf Vereine machen mit.", Some("2026-09")))
        .await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    let done = project(&world, &hagen.running).await;
    assert_eq!(
        (done.status, done.ends_on.as_deref(), done.closing_summary.as_deref()),
        (
            ProjectStatus::Completed,
            Some("2026-09"),
            Some("Zwölf Vereine machen mit.")
        )
    );
}

#[tokio::test]
async fn what_is_completed_keeps_an_end() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    for (ends_on, code) in [
        (MaybeUndefined::Null, UserErrorCode::Required),
        (
            MaybeUndefined::Value(Edtf::parse("2030").expect("a date")),
            UserErrorCode::Invalid,
        ),
    ] {
        let change = UpdateProjectInput {
            ends_on,
            ..unchanged_project(&hagen.completed)
        };
        let answer = world.admin("hagen").update_project(change).await.expect("an answer");
        assert_eq!(told(&answer.user_errors), only(code, "input.endsOn"));
    }
}

#[tokio::test]
async fn a_completed_project_goes_on_only_if_two_cities_still_stand_by_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let herne = part(&world, &hagen.completed, "herne").await;
    assert_eq!(withdraw(&world, "herne", &herne).await, []);
    let reopen = ReopenProjectInput {
        id: ID::from(&hagen.completed),
        expected_revision: None,
    };

    let answer = world.admin("hagen").reopen_project(reopen).await.expect("an answer");

    assert_eq!(told(&answer.user_errors), only(UserErrorCode::State, "input.id"));
    assert_eq!(project(&world, &hagen.completed).await.status, ProjectStatus::Completed);
}

fn end(id: &str, reason: &str) -> EndProjectParticipationInput {
    EndProjectParticipationInput {
        id: ID::from(id),
        reason: reason.into(),
        expected_revision: None,
    }
}

#[tokio::test]
async fn the_lead_ends_a_part_with_a_reason_and_the_project_rests_if_too_few_are_left() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");

    let silent = session
        .end_project_participation(end(&hagen.partner_part, ""))
        .await
        .expect("an answer");
    assert_eq!(told(&silent.user_errors), only(UserErrorCode::Required, "input.reason"));
    let answer = session
        .end_project_participation(end(&hagen.partner_part, "Keine Zeit mehr."))
        .await
        .expect("an answer");

    assert_eq!(told(&answer.user_errors), []);
    let wanted = public_id(&hagen.partner_part);
    let parts = world.rows::<project_participation::Entity>().await;
    let ended = parts.iter().find(|row| row.public_id == wanted).expect("the part");
    assert_eq!(
        (ended.status, ended.status_reason.as_deref()),
        (ParticipationStatus::Ended, Some("Keine Zeit mehr."))
    );
    let left = project(&world, &hagen.running).await;
    assert_eq!((left.status, left.lead_id), (ProjectStatus::OnHold, Some(hagen.key)));
    assert!(left.status_reason.is_some());
    let entries = world.rows::<audit_entry::Entity>().await;
    let told: Vec<(&str, &str)> = entries
        .iter()
        .map(|entry| (entry.action.as_str(), entry.object_type.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("PARTICIPATION_END", "ProjectParticipation"),
            ("PARTICIPATION_END", "Project")
        ]
    );
}

#[tokio::test]
async fn the_lead_does_not_end_its_own_part() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let lead = part(&world, &hagen.running, "hagen").await;

    let answer = world
        .admin("hagen")
        .end_project_participation(end(&lead, "Keine Zeit mehr."))
        .await
        .expect("an answer");

    assert_eq!(told(&answer.user_errors), only(UserErrorCode::State, "input.id"));
}
