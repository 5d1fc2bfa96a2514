//! Places, documents, and who came: what belongs to meetings besides their agenda.

use super::{only, told};
use crate::agenda_inputs::{
    exactly, new_attendance, new_document, new_place, unchanged_attendance, unchanged_document, unchanged_place,
};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::read::id::encode;
use verbund_domain::{
    AttachDocumentInput, CreatePlaceInput, DetachDocumentInput, EnterAttendanceInput, UpdateAttendanceInput,
    UpdateDocumentInput, UpdatePlaceInput,
};
use verbund_entity::document::DocumentKind;
use verbund_entity::{attendance_line, document, place};

async fn new_place_of_hagen(world: &World, name: &str, parent: Option<&str>) -> Vec<(UserErrorCode, String)> {
    let input = CreatePlaceInput {
        name: name.into(),
        parent: parent.map(ID::from),
        ..new_place(&world.house("hagen").id)
    };
    told(
        &world
            .admin("hagen")
            .create_place(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

async fn place(world: &World, name: &str) -> String {
    let rows = world.rows::<place::Entity>().await;
    encode(
        "Place",
        &rows.iter().find(|row| row.name == name).expect("the place").public_id,
    )
}

#[tokio::test]
async fn a_place_lies_at_another_of_the_same_house_and_never_in_itself() {
    let world = World::new().await;
    assert_eq!(new_place_of_hagen(&world, "Haus", None).await, []);
    let house = place(&world, "Haus").await;
    assert_eq!(new_place_of_hagen(&world, "Saal", Some(&house)).await, []);
    let hall = place(&world, "Saal").await;
    let foreign = world.house("herne").place.clone();
    assert_eq!(
        new_place_of_hagen(&world, "Anbau", Some(&foreign)).await,
        only(UserErrorCode::Invalid, "input.parent")
    );
    for (below, above) in [(&house, &hall), (&house, &house)] {
        let input = UpdatePlaceInput {
            parent: MaybeUndefined::Value(ID::from(above)),
            ..unchanged_place(below)
        };
        let answer = world.admin("hagen").update_place(input).await.expect("an answer");
        assert_eq!(told(&answer.user_errors), only(UserErrorCode::Invalid, "input.parent"));
    }
}

#[tokio::test]
async fn a_place_is_found_by_its_new_name() {
    let world = World::new().await;
    let id = world.house("hagen").place.clone();
    let input = UpdatePlaceInput {
        name: MaybeUndefined::Value("Altes Kesselhaus".into()),
        ..unchanged_place(&id)
    };
    let answer = world.admin("hagen").update_place(input).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let rows = world.rows::<place::Entity>().await;
    let row = rows
        .iter()
        .find(|row| row.name == "Altes Kesselhaus")
        .expect("the place");
    assert!(row.search_text.contains("kesselhaus"), "{}", row.search_text);
    assert_eq!(row.name_key, "altes kesselhaus");
}

#[tokio::test]
async fn a_picture_has_an_alternative_text_and_keeps_it() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let picture = |text: Option<&str>| AttachDocumentInput {
        kind: DocumentKind::Image,
        alternative_text: text.map(str::to_owned),
        ..new_document(&house.meeting, &house.id)
    };
    let attach = async |input| {
        told(
            &world
                .admin("hagen")
                .attach_document(input)
                .await
                .expect("an answer")
                .user_errors,
        )
    };
    assert_eq!(
        attach(picture(None)).await,
        only(UserErrorCode::Required, "input.alternativeText")
    );
    assert_eq!(attach(picture(Some("Menschen an einem Tisch"))).await, []);
    let rows = world.rows::<document::Entity>().await;
    let made = rows.iter().max_by_key(|row| row.id).expect("the picture");
    let blank = UpdateDocumentInput {
        alternative_text: MaybeUndefined::Null,
        ..unchanged_document(&encode("Document", &made.public_id))
    };
    let answer = world.admin("hagen").update_document(blank).await.expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Required, "input.alternativeText")
    );
}

#[tokio::test]
async fn a_document_is_attached_by_who_carries_it_and_taken_away_by_who_attached_it() {
    let world = World::new().await;
    let (hagen, bochum) = (world.house("hagen").clone(), world.house("bochum").clone());
    // The meeting that Bochum has invited Hagen to, and Hagen has not answered.
    let held = new_document(&bochum.held, &hagen.id);
    assert!(matches!(
        world.admin("hagen").attach_document(held).await,
        Err(Error::Forbidden)
    ));
    // Herne works with Hagen on Hagen's project.
    let herne = world.house("herne").clone();
    let answer = world
        .admin("herne")
        .attach_document(new_document(&hagen.project, &herne.id))
        .await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    let rows = world.rows::<document::Entity>().await;
    let made = rows.iter().max_by_key(|row| row.id).expect("the document");
    let detach = || DetachDocumentInput {
        id: ID(encode("Document", &made.public_id)),
        expected_revision: Some(1),
    };
    assert!(matches!(
        world.admin("hagen").detach_document(detach()).await,
        Err(Error::Forbidden)
    ));
    let answer = world.admin("herne").detach_document(detach()).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    assert!(matches!(
        world.admin("herne").detach_document(detach()).await,
        Err(Error::NotFound)
    ));
}

#[tokio::test]
async fn a_city_enters_its_delegation_once_and_only_to_what_has_begun() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let enter = async |input: EnterAttendanceInput| {
        told(
            &world
                .admin("hagen")
                .enter_attendance(input)
                .await
                .expect("an answer")
                .user_errors,
        )
    };
    let coming = new_attendance(&house.meeting, &house.id);
    assert_eq!(enter(coming).await, only(UserErrorCode::State, "input.meeting"));
    let below = EnterAttendanceInput {
        heads: exactly(-1),
        represented: Some(exactly(-1)),
        ..new_attendance(&house.held, &house.id)
    };
    assert_eq!(
        enter(below).await,
        [
            (UserErrorCode::Invalid, "input.heads.value".to_owned()),
            (UserErrorCode::Invalid, "input.represented.value".to_owned()),
        ]
    );
    assert_eq!(enter(new_attendance(&house.held, &house.id)).await, []);
    assert_eq!(
        enter(new_attendance(&house.held, &house.id)).await,
        only(UserErrorCode::Duplicate, "input.municipality")
    );
    // Others came too, and say so themselves.
    let herne = world.house("herne").id.clone();
    let answer = world
        .admin("herne")
        .enter_attendance(new_attendance(&house.held, &herne))
        .await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn a_delegation_is_corrected_with_its_exactness() {
    let world = World::new().await;
    let id = world.house("hagen").attendance.clone();
    let input = UpdateAttendanceInput {
        represented: MaybeUndefined::Value(exactly(8)),
        ..unchanged_attendance(&id)
    };
    let answer = world.admin("hagen").update_attendance(input).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let rows = world.rows::<attendance_line::Entity>().await;
    let row = rows
        .iter()
        .find(|row| encode("AttendanceLine", &row.public_id) == id)
        .expect("the line");
    assert_eq!((row.heads, row.heads_qualifier), (17, exactly(17).qualifier));
    assert_eq!(
        (row.represented, row.represented_qualifier),
        (Some(8), Some(exactly(8).qualifier))
    );
}
