//! Rules that look at more than the record they are about.

use super::{public_id, waits_and_is_done, waits_for};
use crate::agenda_inputs::{new_document, unchanged_place, unchanged_role, unchanged_session};
use crate::attempt::{new_contact, new_topic, unchanged_organization, unchanged_position};
use crate::small_world::World;
use crate::writes::{only, told};
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{
    AnswerProjectParticipationInput, CreateContactPointInput, CreateTopicInput, DeleteSessionInput, EndPositionInput,
    EndProjectParticipationInput, ReorderSessionsInput, UpdateOrganizationInput, UpdatePlaceInput, UpdatePositionInput,
    UpdateSessionInput,
};

#[tokio::test]
async fn a_contact_of_a_project_waits_for_whoever_leaves_the_project() {
    let world = World::new().await;
    let project = world.house("hagen").project.clone();
    let input = CreateContactPointInput {
        municipality: Some(ID::from(&world.house("hagen").id)),
        ..new_contact(&project)
    };
    let session = world.admin("hagen");
    let which = format!("public_id = '{}'", public_id(&project));

    let answer = waits_and_is_done(&world, ("project", &which), session.create_contact_point(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn a_topic_below_another_waits_for_whoever_moves_that() {
    let world = World::new().await;
    let (ruhr, topic) = (world.house("ruhr").id.clone(), world.house("ruhr").topic.clone());
    let input = CreateTopicInput {
        broader: Some(ID::from(&topic)),
        ..new_topic(&ruhr, "Kurse")
    };
    let session = world.coordinator("ruhr");
    let which = format!("public_id = '{}'", public_id(&topic));

    let answer = waits_and_is_done(&world, ("topic", &which), session.create_topic(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

/// The tree is checked as a whole: two that change different sessions of it must not pass each other.
#[tokio::test]
async fn whatever_changes_an_agenda_waits_for_whoever_changes_it_already() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let meeting = format!("public_id = '{}'", public_id(&house.meeting));
    let session = world.admin("hagen");

    let update = UpdateSessionInput {
        room: MaybeUndefined::Value("Saal 2".into()),
        ..unchanged_session(&house.session)
    };
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.update_session(update)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    let order = ReorderSessionsInput {
        meeting: ID::from(&house.meeting),
        parent: None,
        sessions: vec![ID::from(&house.session)],
    };
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.reorder_sessions(order)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    let role = unchanged_role(&house.role);
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.update_session_role(role)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    let delete = DeleteSessionInput {
        id: ID::from(&house.session),
        expected_revision: None,
    };
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.delete_session(delete)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn putting_one_organisation_below_another_waits_for_whoever_moves_others_in_the_house() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let input = UpdateOrganizationInput {
        parent: MaybeUndefined::Value(ID::from(&hagen.dormant)),
        ..unchanged_organization(&hagen.organization)
    };
    let (session, which) = (world.admin("hagen"), format!("public_id = '{}'", public_id(&hagen.id)));

    let answer = waits_and_is_done(&world, ("municipality", &which), session.update_organization(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn a_document_of_a_session_waits_for_whoever_removes_the_session() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let meeting = format!("public_id = '{}'", public_id(&house.meeting));
    let session = world.admin("hagen");
    let attach = session.attach_document(new_document(&house.session, &house.id));

    let answer = waits_and_is_done(&world, ("meeting", &meeting), attach).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn who_hands_over_meanwhile_ends_no_part_any_more() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let input = EndProjectParticipationInput {
        id: ID::from(&hagen.partner_part),
        reason: "Keine Zeit mehr.".into(),
        expected_revision: None,
    };
    let which = format!("public_id = '{}'", public_id(&hagen.running));
    let handed_over = format!(
        "update project set lead_id = {} where {which}",
        world.house("bochum").key
    );
    let session = world.admin("hagen");
    let write = session.end_project_participation(input);

    let answer = waits_for(&world, ("project", &which), Some(&handed_over), write).await;

    assert!(matches!(answer, Err(Error::Forbidden)));
}

#[tokio::test]
async fn who_accepts_a_lead_waits_for_whoever_ends_the_project() {
    let world = World::new().await;
    let herne = world.house("herne").clone();
    let offer = public_id(&herne.lead_offer);
    let which = format!("id in (select project_id from project_participation where public_id = '{offer}')");
    let over = format!("update project set status = 'CANCELLED' where {which}");
    let input = AnswerProjectParticipationInput {
        id: ID::from(&herne.lead_offer),
        expected_revision: None,
    };
    let session = world.admin("herne");
    let write = session.confirm_project_participation(input);

    let answer = waits_for(&world, ("project", &which), Some(&over), write).await;

    assert_eq!(
        told(&answer.expect("an answer").user_errors),
        only(UserErrorCode::State, "input.id")
    );
}

#[tokio::test]
async fn naming_whom_an_office_stands_in_for_waits_for_whoever_does_so_at_the_same_place() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let position = session
        .create_position(crate::attempt::new_position(&hagen.person, &hagen.id))
        .await;
    assert_eq!(told(&position.expect("an answer").user_errors), []);
    let rows = world.rows::<verbund_entity::position::Entity>().await;
    let deputy = rows.iter().max_by_key(|row| row.id).expect("the new position");
    let input = UpdatePositionInput {
        deputy_of: MaybeUndefined::Value(ID::from(&hagen.position)),
        ..unchanged_position(&verbund_domain::read::id::encode("Position", &deputy.public_id))
    };
    let which = format!("public_id = '{}'", public_id(&hagen.id));

    let answer = waits_and_is_done(&world, ("municipality", &which), session.update_position(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn ending_a_position_waits_for_whoever_changes_a_contact_of_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let contact = session.create_contact_point(new_contact(&hagen.position)).await;
    assert_eq!(told(&contact.expect("an answer").user_errors), []);
    let rows = world.rows::<verbund_entity::contact_point::Entity>().await;
    let contact = rows.iter().max_by_key(|row| row.id).expect("the new contact");
    let which = format!("public_id = '{}'", contact.public_id);
    let input = EndPositionInput {
        id: ID::from(&hagen.position),
        expected_revision: None,
        valid_until: None,
    };

    let answer = waits_and_is_done(&world, ("contact_point", &which), session.end_position(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

/// Two places could otherwise come to lie in each other.
#[tokio::test]
async fn a_place_that_gets_another_parent_waits_for_whoever_moves_places_of_the_same_house() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let made = world
        .admin("hagen")
        .create_place(crate::agenda_inputs::new_place(&house.id))
        .await;
    assert_eq!(told(&made.expect("an answer").user_errors), []);
    let places = world.rows::<verbund_entity::place::Entity>().await;
    let hall = places.iter().find(|row| row.name == "Stadthalle").expect("the hall");
    let input = UpdatePlaceInput {
        parent: MaybeUndefined::Value(ID::from(&house.place)),
        ..unchanged_place(&verbund_domain::read::id::encode("Place", &hall.public_id))
    };
    let session = world.admin("hagen");
    let which = format!("public_id = '{}'", public_id(&house.id));

    let answer = waits_and_is_done(&world, ("municipality", &which), session.update_place(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}
