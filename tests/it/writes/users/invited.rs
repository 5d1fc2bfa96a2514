//! Inviting people: what an administrator learns of accounts, and what nobody else sees.

use super::super::{only, told};
use super::{global, invitation, user_of, users};
use crate::small_world::{Who, World};
use async_graphql::ID;
use serde_json::{Value, json};
use verbund_domain::error::UserErrorCode;
use verbund_domain::{CreateUserInput, DeactivateUserInput, RenewSetUpInput, UserInvitationPayload};
use verbund_entity::municipal_user::AccessStatus;
use verbund_entity::{Role, role_grant, user_account};

#[tokio::test]
async fn inviting_answers_alike_whether_there_is_an_account_elsewhere_or_not() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let before = world.rows::<user_account::Entity>().await.len();
    for email in ["Redaktion@Herne.example", "niemand@herne.example"] {
        let answer = session
            .create_user(invitation(&world, "hagen", email))
            .await
            .expect("an answer");
        assert_eq!(told(&answer.user_errors), [], "{email}");
        assert!(answer.user.is_some(), "{email}");
        assert_eq!(answer.set_up_token.map(|token| token.len()), Some(43), "{email}");
    }
    // Only one of the two was new.
    assert_eq!(world.rows::<user_account::Entity>().await.len(), before + 1);

    let mut shown: Vec<Value> = users(&world).await["nodes"].as_array().expect("a list").clone();
    shown.retain(|user| {
        user["email"]
            .as_str()
            .is_some_and(|email| email.to_lowercase().ends_with("@herne.example"))
    });
    for user in &mut shown {
        user.as_object_mut().expect("a user").remove("email");
    }
    assert_eq!(shown.len(), 2);
    assert_eq!(shown[0], shown[1]);
    assert_eq!(shown[0]["status"], "INVITED");
}

#[tokio::test]
async fn an_administrator_sees_the_own_citys_role_of_somebody_who_works_for_two() {
    let world = World::new().await;
    let input = invitation(&world, "hagen", "redaktion@herne.example");
    world
        .admin("hagen")
        .create_user(CreateUserInput {
            role: Role::Viewer,
            ..input
        })
        .await
        .expect("an answer");

    let users = users(&world).await;
    let emails: Vec<&str> = users["nodes"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|u| u["email"].as_str())
        .collect();
    assert_eq!(
        emails,
        [
            "leitung@hagen.example",
            "redaktion@herne.example",
            "neu@hagen.example",
            "redaktion@hagen.example"
        ]
    );
    let shared = &users["nodes"][1];
    assert_eq!(
        shared["grants"],
        json!([{ "role": "VIEWER", "revision": 1, "validUntil": null, "substituteFor": null }])
    );
    assert_eq!(users["totalCount"], 4);
}

#[tokio::test]
async fn nobody_but_its_administrators_sees_who_works_for_a_city() {
    let world = World::new().await;
    let (user, grant) = (world.house("hagen").user.clone(), world.house("hagen").grant.clone());
    let document = "query($user: ID!, $grant: ID!) { user: node(id: $user) { id } grant: node(id: $grant) { id }
        municipality(slug: \"hagen\") { users { totalCount nodes { id } } } }";
    for who in [
        Who::Anonymous,
        Who::In(Role::Editor, "hagen"),
        Who::In(Role::Admin, "herne"),
        Who::Coordinator("ruhr"),
        Who::Installation(Role::Operator),
        Who::Installation(Role::Auditor),
    ] {
        let answer = world.ask(who, document, json!({ "user": user, "grant": grant })).await;
        let nothing =
            json!({ "user": null, "grant": null, "municipality": { "users": { "totalCount": 0, "nodes": [] } } });
        assert_eq!(answer, nothing, "{who:?}");
    }
}

#[tokio::test]
async fn somebody_of_the_own_city_is_not_invited_twice_but_may_come_back() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let again = || invitation(&world, "hagen", "REDAKTION@hagen.example");
    let refused = session.create_user(again()).await.expect("an answer");
    assert_eq!(
        told(&refused.user_errors),
        only(UserErrorCode::Duplicate, "input.email")
    );

    let gone = DeactivateUserInput {
        id: ID::from(&world.house("hagen").user),
        expected_revision: Some(1),
    };
    session.deactivate_user(gone).await.expect("an answer");
    let user = user_of(&world, "hagen", "redaktion@hagen.example").await;
    assert_eq!(user.status, AccessStatus::Deactivated);
    assert!(
        world
            .rows::<role_grant::Entity>()
            .await
            .iter()
            .all(|grant| grant.municipal_user_id != Some(user.id))
    );

    let back = session.create_user(again()).await.expect("an answer");
    assert_eq!(told(&back.user_errors), []);
    assert_eq!(
        user_of(&world, "hagen", "REDAKTION@hagen.example").await.status,
        AccessStatus::Invited
    );
}

#[tokio::test]
async fn the_secret_is_stored_as_a_hash_and_shown_once() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let input = || CreateUserInput {
        idempotency_key: Some("4711".into()),
        ..invitation(&world, "hagen", "mona@hagen.example")
    };
    let first = session.create_user(input()).await.expect("an answer");
    let token = first.set_up_token.expect("a secret");
    assert!(!world.db.dump().await.contains(&token));

    let again = session.create_user(input()).await.expect("an answer");
    assert!(again.user.is_some() && again.set_up_token.is_none());
    let renewed = RenewSetUpInput {
        id: ID(global(&user_of(&world, "hagen", "mona@hagen.example").await)),
        expected_revision: None,
    };
    let UserInvitationPayload {
        set_up_token: other, ..
    } = session.renew_set_up(renewed).await.expect("an answer");
    assert_ne!(other.expect("another one"), token);
}
