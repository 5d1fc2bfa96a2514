//! Roles: nobody does it to themselves, substitutes have an end, and everything is written down.

use super::super::locks::public_id;
use super::super::{only, told};
use super::{ADMIN, execute, global, in_days, invitation, user_of, users};
use crate::attempt::role_for;
use crate::small_world::World;
use async_graphql::ID;
use chrono::NaiveDate;
use serde_json::json;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::values::LocalDate;
use verbund_domain::{DeactivateUserInput, GrantRoleInput, RevokeRoleInput, SetGrantEndInput};
use verbund_entity::{Role, audit_entry};

#[tokio::test]
async fn nobody_gives_takes_or_ends_roles_of_their_own() {
    let world = World::new().await;
    let (session, house) = (world.admin("hagen"), world.house("hagen"));
    let (user, invited) = (public_id(&house.user), public_id(&house.invited));
    let myself = format!(
        "update municipal_user set user_id = (select id from user_account where email = 'jemand@stadt.example')
        where public_id in ('{user}')"
    );
    execute(&world, &myself).await;
    let own_role = format!(
        "update role_grant set user_id = (select id from user_account where email = 'jemand@stadt.example')
        where public_id = '{}'",
        public_id(&house.grant)
    );
    execute(&world, &own_role).await;
    let before = world.db.dump().await;
    let grant = ID::from(&house.grant);
    let end = SetGrantEndInput {
        grant: grant.clone(),
        expected_revision: 1,
        valid_until: None,
    };
    let revoke = RevokeRoleInput {
        grant,
        expected_revision: None,
    };
    let deactivate = DeactivateUserInput {
        id: ID::from(&house.user),
        expected_revision: None,
    };
    let answers = [
        session.grant_role(role_for(&house.user, Role::Admin)).await,
        session.set_grant_end(end).await,
        session.revoke_role(revoke).await,
        session.deactivate_user(deactivate).await,
    ];
    assert!(answers.iter().all(|answer| matches!(answer, Err(Error::Forbidden))));
    assert!(before == world.db.dump().await, "a refused write left something behind");
    let document =
        "query($id: ID!) { node(id: $id) { ... on MunicipalUser { viewerCan { grant deactivate renewSetUp } } } }";
    let told = world.ask(ADMIN, document, json!({ "id": house.user })).await;
    assert_eq!(
        told["node"]["viewerCan"],
        json!({ "grant": false, "deactivate": false, "renewSetUp": false })
    );
    assert_ne!(user, invited);
}

#[tokio::test]
async fn a_substitute_needs_an_end_within_a_year_and_somebody_who_holds_the_role() {
    let world = World::new().await;
    let (session, house) = (world.admin("hagen"), world.house("hagen"));
    let leader = ID(global(&user_of(&world, "hagen", "leitung@hagen.example").await));
    let asked = |until: Option<LocalDate>, other: &ID| GrantRoleInput {
        valid_until: until,
        substitute_for: Some(other.clone()),
        ..role_for(&house.user, Role::Admin)
    };
    let foreign = ID::from(&world.house("herne").user);
    let (month, year, more) = (in_days(&world, 30), in_days(&world, 365), in_days(&world, 367));
    let past = LocalDate(NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day"));
    for (input, expected) in [
        (asked(None, &leader), only(UserErrorCode::Required, "input.validUntil")),
        (
            asked(Some(more), &leader),
            only(UserErrorCode::Invalid, "input.validUntil"),
        ),
        (
            asked(Some(past), &leader),
            only(UserErrorCode::Invalid, "input.validUntil"),
        ),
        (
            asked(Some(month), &foreign),
            only(UserErrorCode::NotFound, "input.substituteFor"),
        ),
        (
            asked(Some(month), &ID::from(&house.user)),
            only(UserErrorCode::Invalid, "input.substituteFor"),
        ),
        (
            asked(Some(month), &ID::from(&house.invited)),
            only(UserErrorCode::Invalid, "input.substituteFor"),
        ),
        (asked(Some(year), &leader), Vec::new()),
    ] {
        assert_eq!(
            told(&session.grant_role(input).await.expect("an answer").user_errors),
            expected
        );
    }
    let shown = users(&world).await;
    let grants = &shown["nodes"][2]["grants"];
    assert_eq!(
        (&grants[0]["role"], &grants[1]["role"]),
        (&json!("EDITOR"), &json!("ADMIN"))
    );
    assert_eq!(grants[1]["substituteFor"]["email"], "leitung@hagen.example");
}

#[tokio::test]
async fn every_change_is_in_the_audit_log_of_the_city_and_names_no_values() {
    let world = World::new().await;
    let session = world.admin("hagen");
    session
        .create_user(invitation(&world, "hagen", "mona@hagen.example"))
        .await
        .expect("an answer");
    session
        .grant_role(role_for(&world.house("hagen").user, Role::Viewer))
        .await
        .expect("an answer");
    let revoke = RevokeRoleInput {
        grant: ID::from(&world.house("hagen").grant),
        expected_revision: None,
    };
    session.revoke_role(revoke).await.expect("an answer");

    let entries = world.rows::<audit_entry::Entity>().await;
    let told: Vec<(&str, &str)> = entries
        .iter()
        .map(|entry| (entry.action.as_str(), entry.object_type.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("USER_CREATE", "MunicipalUser"),
            ("USER_CREATE", "RoleGrant"),
            ("ROLE_GRANT", "RoleGrant"),
            ("ROLE_GRANT", "MunicipalUser"),
            ("ROLE_REVOKE", "RoleGrant"),
            ("ROLE_REVOKE", "MunicipalUser"),
        ]
    );
    assert!(
        entries
            .iter()
            .all(|entry| entry.municipality_id == Some(world.house("hagen").key))
    );
    assert!(!format!("{entries:?}").to_lowercase().contains("mona"));
}
