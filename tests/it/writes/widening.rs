//! A city whose membership rests corrects and hides what is its own, and shows nothing to more people than before.

use crate::agenda_inputs::{unchanged_attendance, unchanged_document, unchanged_place};
use crate::attempt::{unchanged_contact, unchanged_organization, unchanged_person, unchanged_position};
use crate::small_world::{House, World};
use async_graphql::MaybeUndefined::Value;
use verbund_domain::error::{Error, UserError};
use verbund_domain::session::Session;
use verbund_domain::{
    UpdateAttendanceInput, UpdateContactPointInput, UpdateDocumentInput, UpdateOrganizationInput, UpdatePersonInput,
    UpdatePlaceInput, UpdatePositionInput,
};
use verbund_entity::Visibility::{self, Municipality, Network, Public};

const KINDS: [&str; 7] = [
    "organization",
    "person",
    "position",
    "contact",
    "place",
    "document",
    "attendance",
];

/// Shows what a house has of a kind at a level.
async fn show(
    session: &Session,
    house: &House,
    kind: &str,
    level: Visibility,
    expected_revision: i32,
) -> Result<Vec<UserError>, Error> {
    let visibility = Value(level);
    Ok(match kind {
        "organization" => {
            let input = UpdateOrganizationInput {
                expected_revision,
                visibility,
                ..unchanged_organization(&house.organization)
            };
            session.update_organization(input).await?.user_errors
        }
        "person" => {
            let input = UpdatePersonInput {
                expected_revision,
                visibility,
                ..unchanged_person(&house.person)
            };
            session.update_person(input).await?.user_errors
        }
        "position" => {
            let input = UpdatePositionInput {
                expected_revision,
                visibility,
                ..unchanged_position(&house.position)
            };
            session.update_position(input).await?.user_errors
        }
        "contact" => {
            let input = UpdateContactPointInput {
                expected_revision,
                visibility,
                ..unchanged_contact(&house.contact)
            };
            session.update_contact_point(input).await?.user_errors
        }
        "place" => {
            let input = UpdatePlaceInput {
                expected_revision,
                visibility,
                ..unchanged_place(&house.place)
            };
            session.update_place(input).await?.user_errors
        }
        "document" => {
            let input = UpdateDocumentInput {
                expected_revision,
                visibility,
                ..unchanged_document(&house.document)
            };
            session.update_document(input).await?.user_errors
        }
        _ => {
            let input = UpdateAttendanceInput {
                expected_revision,
                visibility,
                ..unchanged_attendance(&house.attendance)
            };
            session.update_attendance(input).await?.user_errors
        }
    })
}

#[tokio::test]
async fn a_suspended_city_hides_each_of_its_records_and_shows_none_of_them_further() {
    let world = World::new().await;
    let essen = world.house("essen").clone();
    let session = world.admin("essen");
    for kind in KINDS {
        let hidden = show(&session, &essen, kind, Municipality, 1).await.expect("an answer");
        assert_eq!(hidden, [], "{kind}");
        for level in [Network, Public] {
            let shown = show(&session, &essen, kind, level, 2).await;
            assert!(
                matches!(shown, Err(Error::Forbidden)),
                "{kind} for {level:?}: {shown:?}"
            );
        }
    }
}

#[tokio::test]
async fn an_active_city_shows_them_to_its_network_again() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    for kind in KINDS {
        let hidden = show(&session, &hagen, kind, Municipality, 1).await.expect("an answer");
        assert_eq!(hidden, [], "{kind}");
        let shown = show(&session, &hagen, kind, Network, 2).await.expect("an answer");
        assert_eq!(shown, [], "{kind}");
    }
}
