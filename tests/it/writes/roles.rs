//! Who does what, and whose name is withheld.

use super::{only, told};
use crate::agenda_inputs::{new_role, unchanged_role};
use crate::small_world::World;
use async_graphql::{ID, MaybeUndefined};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectOptions, Database};
use verbund_domain::error::UserErrorCode;
use verbund_domain::read::id::encode;
use verbund_domain::{CreateSessionRoleInput, DeleteSessionRoleInput, UpdateSessionRoleInput};
use verbund_entity::session_role::SessionFunction;
use verbund_entity::{Visibility, person, session_role, session_speaker};

/// Somebody whom Hagen's house knows.
async fn somebody(world: &World, name: &str) -> ID {
    let mut options = ConnectOptions::new(&world.db.url);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options)
        .await
        .expect("the database of the test opens");
    let row = person::ActiveModel {
        public_id: Set(uuid::Uuid::new_v4().simple().to_string()),
        revision: Set(1),
        created_at: Set(world.now),
        updated_at: Set(world.now),
        given_name: Set("Alex".into()),
        family_name: Set(name.into()),
        name_key: Set(name.into()),
        visibility: Set(Visibility::Municipality),
        steward_id: Set(world.house("hagen").key),
        search_text: Set(String::new()),
        ..Default::default()
    };
    let row = row.insert(&connection).await.expect("a person");
    connection.close().await.expect("the connection closes");
    ID(encode("Person", &row.public_id))
}

async fn create(world: &World, input: CreateSessionRoleInput) -> Vec<(UserErrorCode, String)> {
    told(
        &world
            .admin("hagen")
            .create_session_role(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

async fn update(world: &World, input: UpdateSessionRoleInput) -> Vec<(UserErrorCode, String)> {
    told(
        &world
            .admin("hagen")
            .update_session_role(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

async fn last(world: &World) -> (session_role::Model, Option<session_speaker::Model>) {
    let roles = world.rows::<session_role::Entity>().await;
    let role = roles.into_iter().max_by_key(|row| row.id).expect("a role");
    let speakers = world.rows::<session_speaker::Entity>().await;
    let speaker = speakers.into_iter().find(|row| row.role_id == role.id);
    (role, speaker)
}

#[tokio::test]
async fn a_testimony_is_withheld_and_a_lecture_is_for_the_network_if_nobody_says_otherwise() {
    let world = World::new().await;
    let session = world.house("hagen").session.clone();
    let person = somebody(&world, "Nowak").await;
    for (function, visibility) in [
        (SessionFunction::Testimony, Visibility::Municipality),
        (SessionFunction::Speaker, Visibility::Network),
    ] {
        let input = CreateSessionRoleInput {
            function,
            person: Some(person.clone()),
            ..new_role(&session)
        };
        assert_eq!(create(&world, input).await, []);
        let (role, speaker) = last(&world).await;
        assert_eq!(speaker.expect("a name").visibility, visibility);
        assert!(role.session_id.is_some() && role.whole_id.is_none());
    }
}

#[tokio::test]
async fn a_patron_stands_at_the_meeting_itself() {
    let world = World::new().await;
    let meeting = world.house("hagen").meeting.clone();
    let patron = CreateSessionRoleInput {
        function: SessionFunction::Patron,
        on_behalf_of: Some(ID::from(&world.house("herne").id)),
        affiliation_text: Some("Oberbürgermeisterin".into()),
        ..new_role(&meeting)
    };
    assert_eq!(create(&world, patron).await, []);
    let (role, speaker) = last(&world).await;
    assert_eq!((role.whole_id, role.session_id), (Some(role.meeting_id), None));
    assert_eq!((role.municipality_id, speaker), (Some(world.house("herne").key), None));
}

#[tokio::test]
async fn a_name_is_neither_private_nor_shown_to_anybody_without_a_person() {
    let world = World::new().await;
    let session = world.house("hagen").session.clone();
    let private = CreateSessionRoleInput {
        person: Some(somebody(&world, "Nowak").await),
        speaker_visibility: Some(Visibility::Private),
        ..new_role(&session)
    };
    assert_eq!(
        create(&world, private).await,
        only(UserErrorCode::Invalid, "input.speakerVisibility")
    );
    let nobody = CreateSessionRoleInput {
        speaker_visibility: Some(Visibility::Public),
        ..new_role(&session)
    };
    assert_eq!(
        create(&world, nobody).await,
        only(UserErrorCode::Required, "input.person")
    );
    let unseen = CreateSessionRoleInput {
        person: Some(ID(encode("Person", "nobody"))),
        on_behalf_of: Some(ID(encode("Organization", "nobody"))),
        ..new_role(&session)
    };
    assert_eq!(
        create(&world, unseen).await,
        [
            (UserErrorCode::NotFound, "input.onBehalfOf".to_owned()),
            (UserErrorCode::NotFound, "input.person".to_owned()),
        ]
    );
}

#[tokio::test]
async fn a_name_is_put_in_shown_changed_and_taken_out_again() {
    let world = World::new().await;
    let role = world.house("hagen").role.clone();
    let step = |revision, person: MaybeUndefined<ID>, visibility| UpdateSessionRoleInput {
        expected_revision: revision,
        person,
        speaker_visibility: visibility,
        ..unchanged_role(&role)
    };
    use MaybeUndefined::{Null, Undefined, Value};
    let key = world.house("hagen").role.clone();
    let speaker = async || {
        let roles = world.rows::<session_role::Entity>().await;
        let role = roles
            .iter()
            .find(|row| encode("SessionRole", &row.public_id) == key)
            .expect("the role");
        let speakers = world.rows::<session_speaker::Entity>().await;
        speakers.into_iter().find(|row| row.role_id == role.id)
    };
    let without = step(1, Undefined, Value(Visibility::Public));
    assert_eq!(
        update(&world, without).await,
        only(UserErrorCode::Required, "input.person")
    );
    let first = somebody(&world, "Nowak").await;
    assert_eq!(update(&world, step(1, Value(first), Undefined)).await, []);
    assert_eq!(speaker().await.expect("a name").visibility, Visibility::Network);
    assert_eq!(update(&world, step(2, Undefined, Value(Visibility::Public))).await, []);
    let before = speaker().await.expect("a name");
    assert_eq!(before.visibility, Visibility::Public);
    let second = somebody(&world, "Otto").await;
    assert_eq!(update(&world, step(3, Value(second), Undefined)).await, []);
    let after = speaker().await.expect("a name");
    assert_eq!((after.id, after.visibility), (before.id, Visibility::Public));
    assert_ne!(after.person_id, before.person_id);
    assert_eq!(update(&world, step(4, Null, Undefined)).await, []);
    assert_eq!(speaker().await, None);
}

#[tokio::test]
async fn a_role_that_is_taken_back_forgets_who_had_it() {
    let world = World::new().await;
    let named = CreateSessionRoleInput {
        person: Some(somebody(&world, "Nowak").await),
        ..new_role(&world.house("hagen").meeting)
    };
    assert_eq!(create(&world, named).await, []);
    let (role, _) = last(&world).await;
    let input = DeleteSessionRoleInput {
        id: ID(encode("SessionRole", &role.public_id)),
        expected_revision: Some(1),
    };
    let answer = world
        .admin("herne")
        .delete_session_role(input)
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    assert!(answer.meeting.is_some());
    assert_eq!(world.rows::<session_speaker::Entity>().await, []);
}
