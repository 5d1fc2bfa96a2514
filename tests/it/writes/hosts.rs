//! Whose meeting it is, who houses it, who organises it with them, and what it may be said to be about.

use super::meetings::{create, last};
use super::{only, told};
use crate::attempt::{new_meeting, new_project, unchanged_meeting};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::access::Policy;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::values::Edtf;
use verbund_domain::{
    AnswerMeetingOrganizerInput, CreateMeetingInput, CreateProjectInput, PublishMeetingInput, UpdateMeetingInput,
};
use verbund_entity::meeting::AttendanceMode;
use verbund_entity::meeting_organizer::OrganizerStatus;
use verbund_entity::{Visibility, meeting_organizer, meeting_project, project};

#[tokio::test]
async fn the_coordinator_prepares_the_networks_meeting() {
    let world = World::new().await;
    let coordinator = world.session(Who::Coordinator("ruhr"), Policy::standard());
    let input = CreateMeetingInput {
        hosting_municipality: Some(ID::from(&world.house("herne").id)),
        ..new_meeting(&world.house("ruhr").id)
    };

    let answer = coordinator.create_meeting(input).await.expect("an answer");

    assert_eq!(told(&answer.user_errors), []);
    let made = last(&world).await;
    assert_eq!(made.keeper_network_id, Some(world.house("ruhr").key));
    assert_eq!(
        (made.keeper_municipality_id, made.host_id),
        (None, Some(world.house("herne").key))
    );
}

#[tokio::test]
async fn a_co_organiser_neither_moves_the_hosts_meeting_nor_takes_it_online() {
    let world = World::new().await;
    let online = UpdateMeetingInput {
        attendance_mode: MaybeUndefined::Value(AttendanceMode::Online),
        ..unchanged_meeting(&world.house("hagen").meeting)
    };
    let answer = world.admin("herne").update_meeting(online).await;
    assert!(matches!(answer, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_city_houses_a_networks_meeting_only_if_it_says_so_itself() {
    let world = World::new().await;
    let coordinator = world.session(Who::Coordinator("ruhr"), Policy::standard());
    let input = CreateMeetingInput {
        hosting_municipality: Some(ID::from(&world.house("herne").id)),
        held_on: Some(Edtf::parse("2025").expect("a date")),
        ..new_meeting(&world.house("ruhr").id)
    };
    let answer = coordinator.create_meeting(input).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let made = last(&world).await;
    let meeting_id = verbund_domain::read::id::encode("Meeting", &made.public_id);
    let publish = || PublishMeetingInput {
        id: ID::from(&meeting_id),
        expected_revision: None,
    };

    let answer = coordinator.publish_meeting(publish()).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::State, "input.id"));

    let organizers = world.rows::<meeting_organizer::Entity>().await;
    let herne = organizers.iter().max_by_key(|row| row.id).expect("the invitation");
    assert_eq!(
        (herne.municipality_id, herne.status),
        (Some(world.house("herne").key), OrganizerStatus::Invited)
    );
    let declined = AnswerMeetingOrganizerInput {
        id: ID::from(verbund_domain::read::id::encode("MeetingOrganizer", &herne.public_id)),
        expected_revision: None,
    };
    let answer = world
        .admin("herne")
        .decline_meeting_organizer(declined)
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    assert_eq!(last(&world).await.host_id, None);
    let answer = coordinator.publish_meeting(publish()).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
}

#[tokio::test]
async fn a_meeting_is_about_projects_that_some_organiser_takes_part_in() {
    let world = World::new().await;
    let (hagen, bochum) = (world.house("hagen").clone(), world.house("bochum").clone());
    let about = |host: &str, project: &str| CreateMeetingInput {
        projects: vec![ID::from(project)],
        ..new_meeting(host)
    };
    assert_eq!(create(&world, about(&hagen.id, &hagen.project)).await, []);
    // Bochum's own project, in which Hagen has no part.
    let foreign = world
        .admin("bochum")
        .create_project(CreateProjectInput {
            visibility: Visibility::Network,
            ..new_project(&bochum.id)
        })
        .await
        .expect("an answer");
    assert_eq!(told(&foreign.user_errors), []);
    let foreign = world
        .rows::<project::Entity>()
        .await
        .into_iter()
        .max_by_key(|row| row.id)
        .expect("the project");
    let foreign = verbund_domain::read::id::encode("Project", &foreign.public_id);
    assert_eq!(
        create(&world, about(&hagen.id, &foreign)).await,
        only(UserErrorCode::Invalid, "input.projects")
    );
    // A network speaks for its members.
    let coordinator = world.session(Who::Coordinator("ruhr"), Policy::standard());
    let answer = coordinator
        .create_meeting(about(&world.house("ruhr").id, &foreign))
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
}

#[tokio::test]
async fn a_co_organiser_does_not_unlink_a_project_that_it_does_not_see() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let internal = CreateProjectInput {
        visibility: Visibility::Municipality,
        ..new_project(&hagen.id)
    };
    world.admin("hagen").create_project(internal).await.expect("an answer");
    let internal = world.rows::<project::Entity>().await.pop().expect("the project");
    let with = |ids: Vec<ID>, revision| UpdateMeetingInput {
        expected_revision: revision,
        projects: MaybeUndefined::Value(ids),
        ..unchanged_meeting(&hagen.meeting)
    };
    let id = ID(verbund_domain::read::id::encode("Project", &internal.public_id));
    let host = world.admin("hagen").update_meeting(with(vec![id.clone()], 1)).await;
    assert_eq!(told(&host.expect("an answer").user_errors), []);

    let unseen = world.admin("herne").update_meeting(with(vec![id], 2)).await;
    assert_eq!(
        told(&unseen.expect("an answer").user_errors),
        only(UserErrorCode::NotFound, "input.projects.0")
    );
    let emptied = world.admin("herne").update_meeting(with(vec![], 2)).await;
    assert_eq!(told(&emptied.expect("an answer").user_errors), []);
    assert_eq!(world.rows::<meeting_project::Entity>().await.len(), 1);

    let host = world.admin("hagen").update_meeting(with(vec![], 2)).await;
    assert_eq!(told(&host.expect("an answer").user_errors), []);
    assert!(world.rows::<meeting_project::Entity>().await.is_empty());
}
