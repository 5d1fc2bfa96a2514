use super::{only, told};
use crate::attempt::new_project;
use crate::small_world::World;
use verbund_domain::CreateProjectInput;
use verbund_domain::error::UserErrorCode;
use verbund_entity::{idempotency_record, project};

fn keyed(world: &World, title: &str) -> CreateProjectInput {
    CreateProjectInput {
        title: title.into(),
        idempotency_key: Some("4711".into()),
        ..new_project(&world.house("hagen").id)
    }
}

#[tokio::test]
async fn the_same_request_sent_again_is_answered_by_its_first_result() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let before = world.rows::<project::Entity>().await.len();

    session
        .create_project(keyed(&world, "Brücken"))
        .await
        .expect("an answer");
    let once = world.db.dump().await;
    let again = session
        .create_project(keyed(&world, "Brücken"))
        .await
        .expect("an answer");

    assert_eq!(told(&again.user_errors), []);
    assert!(again.project.is_some());
    assert_eq!(world.rows::<project::Entity>().await.len(), before + 1);
    assert!(once == world.db.dump().await, "the second request wrote something");
}

#[tokio::test]
async fn a_key_that_was_used_for_another_input_conflicts() {
    let world = World::new().await;
    let session = world.admin("hagen");
    session
        .create_project(keyed(&world, "Brücken"))
        .await
        .expect("an answer");

    let other = session.create_project(keyed(&world, "Wege")).await.expect("an answer");

    assert_eq!(
        told(&other.user_errors),
        only(UserErrorCode::Conflict, "input.idempotencyKey")
    );
}

#[tokio::test]
async fn two_requests_at_once_with_one_key_found_one_project() {
    let world = World::new().await;
    let before = world.rows::<project::Entity>().await.len();
    let (one, other) = (world.admin("hagen"), world.admin("hagen"));

    let both = tokio::join!(
        one.create_project(keyed(&world, "Brücken")),
        other.create_project(keyed(&world, "Brücken")),
    );

    assert_eq!(told(&both.0.expect("an answer").user_errors), []);
    assert_eq!(told(&both.1.expect("an answer").user_errors), []);
    assert_eq!(world.rows::<project::Entity>().await.len(), before + 1);
}

#[tokio::test]
async fn a_key_whose_request_was_refused_can_be_used_again() {
    let world = World::new().await;
    let session = world.admin("hagen");

    let refused = session.create_project(keyed(&world, "")).await.expect("an answer");
    assert_eq!(told(&refused.user_errors), only(UserErrorCode::Required, "input.title"));
    assert!(world.rows::<idempotency_record::Entity>().await.is_empty());

    let mended = session
        .create_project(keyed(&world, "Brücken"))
        .await
        .expect("an answer");
    assert_eq!(told(&mended.user_errors), []);
}
