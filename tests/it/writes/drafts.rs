//! A draft that is not needed goes, with all that belongs to nothing but it.

use super::{only, told};
use crate::attempt::new_contact;
use crate::small_world::World;
use async_graphql::ID;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{CreateContactPointInput, DeleteMeetingDraftInput, PublishMeetingInput};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::{Visibility, audit_entry, contact_point, meeting, meeting_organizer, outbox_event};

fn delete(id: &str, expected_revision: Option<i32>) -> DeleteMeetingDraftInput {
    DeleteMeetingDraftInput {
        id: ID::from(id),
        expected_revision,
    }
}

#[tokio::test]
async fn a_deleted_draft_takes_its_organisers_and_contacts_with_it_also_those_that_the_host_does_not_see() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    // A co-organiser's own contact, which the host does not see.
    let contact = CreateContactPointInput {
        municipality: Some(ID::from(&world.house("herne").id)),
        visibility: Visibility::Private,
        ..new_contact(&hagen.draft)
    };
    let answer = world.admin("herne").create_contact_point(contact).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    let meetings = world.rows::<meeting::Entity>().await.len();
    let before = (
        world.rows::<audit_entry::Entity>().await.len(),
        world.rows::<outbox_event::Entity>().await.len(),
    );

    let answer = world
        .admin("hagen")
        .delete_meeting_draft(delete(&hagen.draft, Some(1)))
        .await
        .expect("an answer");

    assert_eq!(told(&answer.user_errors), []);
    assert_eq!(answer.deleted_meeting_id, Some(ID::from(&hagen.draft)));
    let left = world.rows::<meeting::Entity>().await;
    assert_eq!(left.len(), meetings - 1);
    let organizers = world.rows::<meeting_organizer::Entity>().await;
    assert!(
        organizers
            .iter()
            .all(|one| left.iter().any(|row| row.id == one.meeting_id))
    );
    let contacts = world.rows::<contact_point::Entity>().await;
    assert!(contacts.iter().all(|one| one.meeting_id.is_none()));

    let entries = world.rows::<audit_entry::Entity>().await;
    let deleted: Vec<&str> = entries[before.0..]
        .iter()
        .map(|entry| entry.object_type.as_str())
        .collect();
    assert_eq!(
        deleted,
        ["ContactPoint", "MeetingOrganizer", "MeetingOrganizer", "Meeting"]
    );
    assert!(entries[before.0..].iter().all(|entry| entry.action == "MEETING_DELETE"));
    let events = world.rows::<outbox_event::Entity>().await;
    assert!(events[before.1..].iter().all(|event| event.kind == ChangeKind::Deleted));

    let again = world
        .admin("hagen")
        .delete_meeting_draft(delete(&hagen.draft, None))
        .await;
    assert!(matches!(again, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_draft_that_somebody_changed_meanwhile_stays_and_is_shown() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();

    let answer = world
        .admin("hagen")
        .delete_meeting_draft(delete(&hagen.draft, Some(7)))
        .await
        .expect("an answer");

    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Conflict, "input.expectedRevision")
    );
    assert!(answer.meeting.is_some() && answer.deleted_meeting_id.is_none());
}

#[tokio::test]
async fn what_was_published_is_not_deleted() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let publish = PublishMeetingInput {
        id: ID::from(&hagen.draft),
        expected_revision: None,
    };
    world.admin("hagen").publish_meeting(publish).await.expect("an answer");
    let before = world.db.dump().await;

    let answer = world
        .admin("hagen")
        .delete_meeting_draft(delete(&hagen.draft, None))
        .await
        .expect("an answer");

    assert_eq!(told(&answer.user_errors), only(UserErrorCode::State, "input.id"));
    assert!(before == world.db.dump().await);
}
