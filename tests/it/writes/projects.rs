use super::{only, told};
use crate::attempt::{new_project, unchanged_project};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::error::UserErrorCode;
use verbund_domain::{
    AnswerProjectParticipationInput, InviteProjectParticipantInput, StartProjectInput, values::LocalizedText,
};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::project::{Model as ProjectRow, ProjectStatus};
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::{audit_entry, outbox_event, project, project_participation};

pub(super) fn public_id(global: &str) -> String {
    verbund_domain::read::id::decode(global).expect("a global id").1
}

pub(super) async fn project(world: &World, id: &str) -> ProjectRow {
    let wanted = public_id(id);
    let rows = world.rows::<project::Entity>().await;
    rows.into_iter()
        .find(|row| row.public_id == wanted)
        .expect("the project")
}

pub(super) async fn start(world: &World, city: &'static str, id: &str) -> Vec<(UserErrorCode, String)> {
    let input = StartProjectInput {
        id: ID::from(id),
        expected_revision: None,
    };
    told(
        &world
            .admin(city)
            .start_project(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

pub(super) async fn withdraw(world: &World, city: &'static str, id: &str) -> Vec<(UserErrorCode, String)> {
    let input = AnswerProjectParticipationInput {
        id: ID::from(id),
        expected_revision: None,
    };
    told(
        &world
            .admin(city)
            .withdraw_project_participation(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

pub(super) async fn confirm(world: &World, city: &'static str, id: &str) -> Vec<(UserErrorCode, String)> {
    let input = AnswerProjectParticipationInput {
        id: ID::from(id),
        expected_revision: None,
    };
    let answer = world.admin(city).confirm_project_participation(input).await;
    told(&answer.expect("an answer").user_errors)
}

pub(super) async fn invite(
    world: &World,
    city: &'static str,
    project: &str,
    party: &str,
    role: ParticipationRole,
) -> Vec<(UserErrorCode, String)> {
    let input = InviteProjectParticipantInput {
        project: ID::from(project),
        party: ID::from(&world.house(party).id),
        role,
        contribution: None,
        idempotency_key: None,
    };
    let answer = world.admin(city).invite_project_participant(input).await;
    told(&answer.expect("an answer").user_errors)
}

/// The global ids of a city's parts in a project, the newest last.
pub(super) async fn parts(world: &World, project_id: &str, city: &str) -> Vec<String> {
    let project = project(world, project_id).await.id;
    let city = world.house(city).key;
    let mut rows = world.rows::<project_participation::Entity>().await;
    rows.retain(|row| row.project_id == project && row.municipality_id == Some(city));
    rows.sort_by_key(|row| row.id);
    let id =
        |row: &project_participation::Model| verbund_domain::read::id::encode("ProjectParticipation", &row.public_id);
    rows.iter().map(id).collect()
}

/// The global id of a city's only part in a project.
pub(super) async fn part(world: &World, project_id: &str, city: &str) -> String {
    let parts = parts(world, project_id, city).await;
    assert_eq!(parts.len(), 1, "{city}");
    parts.into_iter().next().expect("the part")
}

#[tokio::test]
async fn a_new_project_is_an_idea_that_its_city_leads() {
    let world = World::new().await;
    let hagen = world.house("hagen");
    let before = world.rows::<project::Entity>().await.len();

    let made = world
        .admin("hagen")
        .create_project(new_project(&hagen.id))
        .await
        .expect("an answer");

    assert_eq!(told(&made.user_errors), []);
    let projects = world.rows::<project::Entity>().await;
    assert_eq!(projects.len(), before + 1);
    let made = projects.last().expect("the new project");
    assert_eq!(
        (made.status, made.lead_id, made.revision),
        (ProjectStatus::Idea, Some(hagen.key), 1)
    );
    let parts = world.rows::<project_participation::Entity>().await;
    let leads: Vec<_> = parts.iter().filter(|part| part.project_id == made.id).collect();
    assert_eq!(leads.len(), 1);
    assert_eq!(
        (leads[0].role, leads[0].status),
        (ParticipationRole::Lead, ParticipationStatus::Confirmed)
    );
}

#[tokio::test]
async fn a_project_starts_with_a_confirmed_lead_and_two_confirmed_cities_only() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let herne = part(&world, &hagen.project, "herne").await;

    assert_eq!(withdraw(&world, "herne", &herne).await, []);
    assert_eq!(
        start(&world, "hagen", &hagen.project).await,
        only(UserErrorCode::State, "input.id")
    );
    assert_eq!(project(&world, &hagen.project).await.status, ProjectStatus::Idea);

    let herne = world.house("herne").clone();
    assert_eq!(start(&world, "herne", &herne.project).await, []);
    assert_eq!(project(&world, &herne.project).await.status, ProjectStatus::Active);
    assert_eq!(
        start(&world, "herne", &herne.project).await,
        only(UserErrorCode::State, "input.id")
    );
}

#[tokio::test]
async fn a_running_project_that_loses_its_second_city_rests_and_says_why() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    assert_eq!(start(&world, "hagen", &hagen.project).await, []);
    let herne = part(&world, &hagen.project, "herne").await;

    assert_eq!(withdraw(&world, "herne", &herne).await, []);

    let project = project(&world, &hagen.project).await;
    assert_eq!(project.status, ProjectStatus::OnHold);
    assert!(project.status_reason.is_some());
    assert_eq!(project.revision, 3);
}

#[tokio::test]
async fn nobody_is_invited_twice_and_no_project_has_two_leads() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let invite = |role| InviteProjectParticipantInput {
        project: ID::from(&hagen.project),
        party: ID::from(&world.house("minden").id),
        role,
        contribution: None,
        idempotency_key: None,
    };
    let session = world.admin("hagen");

    let lead = session
        .invite_project_participant(invite(ParticipationRole::Lead))
        .await
        .expect("an answer");
    assert_eq!(told(&lead.user_errors), only(UserErrorCode::Duplicate, "input.party"));
    let first = session
        .invite_project_participant(invite(ParticipationRole::Partner))
        .await
        .expect("an answer");
    assert_eq!(told(&first.user_errors), []);
    let second = session
        .invite_project_participant(invite(ParticipationRole::Observer))
        .await
        .expect("an answer");
    assert_eq!(told(&second.user_errors), only(UserErrorCode::Duplicate, "input.party"));
}

#[tokio::test]
async fn a_change_based_on_an_old_revision_conflicts_and_shows_the_record() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let change = |text: &str| verbund_domain::UpdateProjectInput {
        summary: MaybeUndefined::Value(text.to_owned()),
        ..unchanged_project(&hagen.project)
    };
    let session = world.admin("hagen");
    assert_eq!(
        told(
            &session
                .update_project(change("Erste"))
                .await
                .expect("an answer")
                .user_errors
        ),
        []
    );
    let before = world.db.dump().await;

    let late = session.update_project(change("Zweite")).await.expect("an answer");

    assert_eq!(
        told(&late.user_errors),
        only(UserErrorCode::Conflict, "input.expectedRevision")
    );
    assert!(late.project.is_some(), "the payload shows the record as it is");
    assert!(before == world.db.dump().await, "a conflict wrote something");
}

#[tokio::test]
async fn a_change_is_kept_with_who_made_it_and_which_fields_but_without_their_values() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let secret = "Nur für den Ausschuss";
    let change = verbund_domain::UpdateProjectInput {
        summary: MaybeUndefined::Value(secret.to_owned()),
        starts_on: MaybeUndefined::Null,
        ..unchanged_project(&hagen.project)
    };

    world.admin("hagen").update_project(change).await.expect("an answer");

    let entries = world.rows::<audit_entry::Entity>().await;
    assert_eq!(entries.len(), 1);
    let entry = &entries[0];
    assert_eq!(
        (entry.action.as_str(), entry.object_type.as_str()),
        ("PROJECT_UPDATE", "Project")
    );
    assert_eq!(entry.object_public_id, public_id(&hagen.project));
    assert_eq!((entry.municipality_id, entry.network_id), (Some(hagen.key), None));
    assert_eq!(entry.changed_fields, serde_json::json!(["summary"]));
    assert_eq!(entry.request_id, "test");
    let events = world.rows::<outbox_event::Entity>().await;
    assert_eq!(events.len(), 1);
    assert_eq!(
        (events[0].kind, events[0].object_type.as_str()),
        (ChangeKind::Updated, "Project")
    );
    assert!(!format!("{entries:?}{events:?}").contains(secret));
}

#[tokio::test]
async fn a_change_that_changes_nothing_leaves_the_revision_alone() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let before = world.db.dump().await;

    let answer = world
        .admin("hagen")
        .update_project(unchanged_project(&hagen.project))
        .await
        .expect("an answer");

    assert_eq!(told(&answer.user_errors), []);
    assert!(before == world.db.dump().await);
}

#[tokio::test]
async fn all_that_is_wrong_with_a_project_is_told_at_once() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let translation = |text: &str| LocalizedText {
        language: verbund_domain::values::LanguageTag::parse("en").expect("a language"),
        text: text.to_owned(),
    };
    let mut input = new_project(&hagen.id);
    input.title = "  ".into();
    input.title_translations = vec![translation("Bridges"), translation("Bridges of language")];
    input.summary = Some("x".repeat(2_001));
    input.starts_on = Some(verbund_domain::values::Edtf::parse("2026").expect("a date"));
    input.ends_on = Some(verbund_domain::values::Edtf::parse("2025-12").expect("a date"));
    input.topics = vec![ID::from("nowhere")];
    input.idempotency_key = Some("k".repeat(65));
    let before = world.db.dump().await;

    let answer = world.admin("hagen").create_project(input).await.expect("an answer");

    assert!(answer.project.is_none());
    assert_eq!(
        told(&answer.user_errors),
        [
            (UserErrorCode::Invalid, "input.idempotencyKey".to_owned()),
            (UserErrorCode::Required, "input.title".to_owned()),
            (
                UserErrorCode::Duplicate,
                "input.titleTranslations.1.language".to_owned()
            ),
            (UserErrorCode::TooLong, "input.summary".to_owned()),
            (UserErrorCode::Invalid, "input.endsOn".to_owned()),
            (UserErrorCode::NotFound, "input.topics.0".to_owned()),
        ]
    );
    assert!(before == world.db.dump().await, "something was half written");
}

#[tokio::test]
async fn projects_of_the_same_title_have_addresses_that_do_not_tell_of_each_other() {
    let world = World::new().await;
    for city in ["hagen", "herne"] {
        world
            .admin(city)
            .create_project(new_project(&world.house(city).id))
            .await
            .expect("an answer");
    }

    let rows = world.rows::<project::Entity>().await;
    let slugs: Vec<&str> = rows.iter().rev().take(2).map(|row| row.slug.as_str()).collect();

    assert_ne!(slugs[0], slugs[1]);
    for slug in slugs {
        let ending = slug.strip_prefix("sprachbruecken-").expect("the title");
        assert_eq!(ending.len(), 6, "{slug}");
    }
}
