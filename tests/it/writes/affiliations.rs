//! The office in which somebody has a role: linked to what it is today, and written down as it was.

use super::{only, told};
use crate::agenda_inputs::{new_role, unchanged_role};
use crate::attempt::unchanged_position;
use crate::small_world::{House, Who, World};
use async_graphql::{ID, MaybeUndefined};
use serde_json::{Value, json};
use verbund_domain::error::UserErrorCode;
use verbund_domain::read::id::encode;
use verbund_domain::{CreateSessionRoleInput, EndPositionInput, PublishMeetingInput, UpdatePositionInput};
use verbund_entity::Role::Viewer;
use verbund_entity::Visibility::{self, Municipality, Network, Public};
use verbund_entity::{position, session_role, session_speaker};

/// Somebody speaks in all of Hagen's meeting, in that office.
fn speaks(hagen: &House, office: &str, visibility: Visibility) -> CreateSessionRoleInput {
    CreateSessionRoleInput {
        person: Some(ID::from(&hagen.person)),
        position_at_the_time: Some(ID::from(office)),
        speaker_visibility: Some(visibility),
        ..new_role(&hagen.meeting)
    }
}

async fn call(world: &World, title: &str) {
    let office = world.house("hagen").position.clone();
    let wanted = super::locks::public_id(&office);
    let rows = world.rows::<position::Entity>().await;
    let row = rows.iter().find(|row| row.public_id == wanted).expect("the office");
    let input = UpdatePositionInput {
        expected_revision: row.revision,
        title: MaybeUndefined::Value(title.into()),
        ..unchanged_position(&office)
    };
    let answer = world.admin("hagen").update_position(input).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

async fn publish(world: &World) {
    let input = PublishMeetingInput {
        id: ID::from(&world.house("hagen").meeting),
        expected_revision: None,
    };
    let answer = world.admin("hagen").publish_meeting(input).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

/// What somebody reads of those who speak.
async fn read(world: &World, who: Who) -> Value {
    let document = "query($id: ID!) { node(id: $id) { ... on Meeting { roles { nodes { speakers {
        titleAtTheTime holderAtTheTime positionAtTheTime { title } } } } } } }";
    let answer = world
        .ask(who, document, json!({ "id": world.house("hagen").meeting }))
        .await;
    answer["node"]["roles"]["nodes"][0]["speakers"].clone()
}

const OWN: Who = Who::In(Viewer, "hagen");

#[tokio::test]
async fn what_an_office_was_called_at_the_publication_stays_while_the_link_leads_to_what_it_is_today() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let made = session
        .create_session_role(speaks(&hagen, &hagen.position, Network))
        .await;
    assert_eq!(told(&made.expect("an answer").user_errors), []);
    call(&world, "Leitung Integration").await;
    publish(&world).await;

    call(&world, "Leitung Vielfalt").await;
    let end = EndPositionInput {
        id: ID::from(&hagen.position),
        expected_revision: None,
        valid_until: None,
    };
    let ended = session.end_position(end).await.expect("an answer");
    assert_eq!(told(&ended.user_errors), []);

    assert_eq!(
        read(&world, OWN).await,
        json!([{
            "titleAtTheTime": "Leitung Integration",
            "holderAtTheTime": "hagen",
            "positionAtTheTime": { "title": "Leitung Vielfalt" },
        }])
    );
}

#[tokio::test]
async fn whoever_does_not_see_the_office_does_not_see_what_it_was_and_a_withheld_name_has_none() {
    for (level, of_herne, of_anybody) in [
        (
            Public,
            json!("Leitung"),
            json!([{ "titleAtTheTime": null, "holderAtTheTime": null, "positionAtTheTime": null }]),
        ),
        (Network, json!("Leitung"), json!([])),
        (Municipality, json!("Leitung"), json!([])),
    ] {
        let world = World::new().await;
        let hagen = world.house("hagen").clone();
        let session = world.admin("hagen");
        call(&world, "Leitung").await;
        let made = session
            .create_session_role(speaks(&hagen, &hagen.position, level))
            .await;
        assert_eq!(told(&made.expect("an answer").user_errors), []);
        publish(&world).await;

        // Herne organises it too; Bochum is in the network.
        assert_eq!(
            read(&world, Who::In(Viewer, "herne")).await[0]["titleAtTheTime"],
            of_herne
        );
        assert_eq!(read(&world, Who::Anonymous).await, of_anybody, "{level:?}");
        let seen = read(&world, Who::In(Viewer, "bochum")).await;
        assert_eq!(
            seen.as_array().map(Vec::len),
            Some(usize::from(level != Municipality)),
            "{level:?}"
        );

        // The office becomes the house's own.
        let hide = UpdatePositionInput {
            expected_revision: 2,
            visibility: MaybeUndefined::Value(Municipality),
            ..unchanged_position(&hagen.position)
        };
        let hidden = session.update_position(hide).await.expect("an answer");
        assert_eq!(told(&hidden.user_errors), []);
        let seen = read(&world, Who::In(Viewer, "herne")).await;
        assert_eq!(
            seen,
            json!([{ "titleAtTheTime": null, "holderAtTheTime": null, "positionAtTheTime": null }])
        );
    }
}

#[tokio::test]
async fn an_office_is_one_that_the_person_holds_and_goes_with_the_person() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let tell = async |input| {
        let answer = session.create_session_role(input).await.expect("an answer");
        told(&answer.user_errors)
    };
    let of_herne = world.house("herne").position.clone();
    assert_eq!(
        tell(speaks(&hagen, &of_herne, Network)).await,
        only(UserErrorCode::Invalid, "input.positionAtTheTime")
    );
    let nobody = CreateSessionRoleInput {
        person: None,
        speaker_visibility: None,
        ..speaks(&hagen, &hagen.position, Network)
    };
    assert_eq!(tell(nobody).await, only(UserErrorCode::Required, "input.person"));
    assert_eq!(
        tell(speaks(&hagen, &encode("Position", "nichts"), Network)).await,
        only(UserErrorCode::NotFound, "input.positionAtTheTime")
    );
    assert_eq!(tell(speaks(&hagen, &hagen.position, Network)).await, []);

    let roles = world.rows::<session_role::Entity>().await;
    let role = roles.iter().max_by_key(|row| row.id).expect("the role");
    let other = ID::from(&world.house("herne").person);
    let input = verbund_domain::UpdateSessionRoleInput {
        person: MaybeUndefined::Value(other),
        ..unchanged_role(&encode("SessionRole", &role.public_id))
    };
    let changed = session.update_session_role(input).await.expect("an answer");
    assert_eq!(told(&changed.user_errors), []);
    let speakers = world.rows::<session_speaker::Entity>().await;
    let speaker = speakers.iter().find(|row| row.role_id == role.id).expect("a name");
    assert_eq!(
        (speaker.position_id, speaker.title_at_the_time.as_deref()),
        (None, None)
    );
}
