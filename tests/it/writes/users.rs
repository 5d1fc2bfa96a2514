//! Users and their roles: what an administrator learns of accounts, what nobody does to themselves, and that a house is
//! never left without its last administrator.

use super::locks::{public_id, waits_and_is_done};
use super::{only, told};
use crate::attempt::{new_user, role_for};
use crate::small_world::{Who, World};
use async_graphql::ID;
use chrono::{Days, NaiveDate};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use verbund_domain::access::Policy;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::values::{EmailAddress, LocalDate, local_day};
use verbund_domain::{
    AppointFirstAdministratorInput, CreateUserInput, DeactivateUserInput, GrantRoleInput, RenewSetUpInput,
    RevokeRoleInput, SetGrantEndInput, UserInvitationPayload,
};
use verbund_entity::municipal_user::{self, AccessStatus};
use verbund_entity::{Role, audit_entry, role_grant, user_account};

const ADMIN: Who = Who::In(Role::Admin, "hagen");

fn invitation(world: &World, city: &str, email: &str) -> CreateUserInput {
    CreateUserInput {
        email: EmailAddress::parse(email).expect("an address"),
        name: Some("Mona Beispiel".into()),
        ..new_user(&world.house(city).id)
    }
}

/// What the administrator of Hagen sees of who works there.
async fn users(world: &World) -> Value {
    let document = "{ municipality(slug: \"hagen\") { users { totalCount nodes {
        email name status revision grants { role revision validUntil substituteFor { email } } } } } }";
    world.ask(ADMIN, document, json!({})).await["municipality"]["users"].clone()
}

async fn user_of(world: &World, city: &str, email: &str) -> municipal_user::Model {
    let rows = world.rows::<municipal_user::Entity>().await.into_iter();
    let mut here = rows.filter(|user| user.municipality_id == world.house(city).key && user.email == email);
    here.next().expect("somebody who works there")
}

fn global(user: &municipal_user::Model) -> String {
    verbund_domain::read::id::encode("MunicipalUser", &user.public_id)
}

async fn grant_of(world: &World, user: &municipal_user::Model) -> String {
    let rows = world.rows::<role_grant::Entity>().await.into_iter();
    let mut held = rows.filter(|grant| grant.municipal_user_id == Some(user.id));
    verbund_domain::read::id::encode("RoleGrant", &held.next().expect("a role").public_id)
}

async fn execute(world: &World, sql: &str) {
    let connection = sea_orm::Database::connect(&world.db.url)
        .await
        .expect("the database opens");
    connection.execute_unprepared(sql).await.expect("it is done");
    connection.close().await.expect("the connection closes");
}

fn in_days(world: &World, days: u64) -> LocalDate {
    LocalDate(local_day(world.now) + Days::new(days))
}

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
async fn the_last_administrator_of_an_active_member_stays_whichever_way_the_role_would_go() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let user = user_of(&world, "hagen", "leitung@hagen.example").await;
    let (id, grant) = (global(&user), grant_of(&world, &user).await);
    let before = world.db.dump().await;
    let state = |path| only(UserErrorCode::State, path);

    let lower = session
        .grant_role(role_for(&id, Role::Editor))
        .await
        .expect("an answer");
    assert_eq!(told(&lower.user_errors), state("input.role"));
    let for_a_time = GrantRoleInput {
        valid_until: Some(in_days(&world, 10)),
        ..role_for(&id, Role::Admin)
    };
    let for_a_time = session.grant_role(for_a_time).await.expect("an answer");
    assert_eq!(told(&for_a_time.user_errors), state("input.role"));
    let end = SetGrantEndInput {
        grant: ID::from(&grant),
        expected_revision: 1,
        valid_until: Some(in_days(&world, 10)),
    };
    let end = session.set_grant_end(end).await.expect("an answer");
    assert_eq!(told(&end.user_errors), state("input.validUntil"));
    let revoke = RevokeRoleInput {
        grant: ID::from(&grant),
        expected_revision: None,
    };
    let revoke = session.revoke_role(revoke).await.expect("an answer");
    assert_eq!(told(&revoke.user_errors), state("input.grant"));
    let deactivate = DeactivateUserInput {
        id: ID::from(&id),
        expected_revision: None,
    };
    let deactivate = session.deactivate_user(deactivate).await.expect("an answer");
    assert_eq!(told(&deactivate.user_errors), state("input.id"));
    assert!(before == world.db.dump().await, "a refused write left something behind");
}

#[tokio::test]
async fn whoever_is_invited_or_stands_in_is_no_second_administrator() {
    let world = World::new().await;
    let (session, house) = (world.admin("hagen"), world.house("hagen"));
    let leader = user_of(&world, "hagen", "leitung@hagen.example").await;
    let invited = session
        .grant_role(role_for(&house.invited, Role::Admin))
        .await
        .expect("an answer");
    assert_eq!(told(&invited.user_errors), []);
    let stands_in = GrantRoleInput {
        valid_until: Some(in_days(&world, 30)),
        substitute_for: Some(ID(global(&leader))),
        ..role_for(&house.user, Role::Admin)
    };
    let stands_in = session.grant_role(stands_in).await.expect("an answer");
    assert_eq!(told(&stands_in.user_errors), []);

    let lower = session
        .grant_role(role_for(&global(&leader), Role::Editor))
        .await
        .expect("an answer");
    assert_eq!(told(&lower.user_errors), only(UserErrorCode::State, "input.role"));
}

#[tokio::test]
async fn two_administrators_who_take_each_others_role_at_once_leave_one() {
    let world = World::new().await;
    let (session, other) = (world.admin("hagen"), world.admin("hagen"));
    session
        .grant_role(role_for(&world.house("hagen").user, Role::Admin))
        .await
        .expect("an answer");
    let leader = user_of(&world, "hagen", "leitung@hagen.example").await;
    let revoke = |grant: &str| RevokeRoleInput {
        grant: ID::from(grant),
        expected_revision: None,
    };

    let (one, two) = tokio::join!(
        session.revoke_role(revoke(&world.house("hagen").grant)),
        other.revoke_role(revoke(&grant_of(&world, &leader).await)),
    );

    let refused = [one, two].into_iter().filter(|answer| {
        answer
            .as_ref()
            .is_ok_and(|answer| told(&answer.user_errors) == only(UserErrorCode::State, "input.grant"))
    });
    assert_eq!(refused.count(), 1);
}

#[tokio::test]
async fn a_role_waits_for_whoever_changes_roles_of_the_same_city() {
    let which = |world: &World| format!("public_id = '{}'", public_id(&world.house("hagen").id));
    let world = World::new().await;
    let (session, place) = (world.admin("hagen"), which(&world));
    let grant = session.grant_role(role_for(&world.house("hagen").user, Role::Admin));
    let done = waits_and_is_done(&world, ("municipality", &place), grant).await;
    assert_eq!(told(&done.expect("an answer").user_errors), []);

    let revoke = session.revoke_role(RevokeRoleInput {
        grant: ID::from(&world.house("hagen").grant),
        expected_revision: None,
    });
    let done = waits_and_is_done(&world, ("municipality", &place), revoke).await;
    assert_eq!(told(&done.expect("an answer").user_errors), []);

    let deactivate = session.deactivate_user(DeactivateUserInput {
        id: ID::from(&world.house("hagen").user),
        expected_revision: None,
    });
    let done = waits_and_is_done(&world, ("municipality", &place), deactivate).await;
    assert_eq!(told(&done.expect("an answer").user_errors), []);
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
async fn a_network_appoints_the_first_administrator_only_and_learns_nothing_of_who_was_there() {
    let world = World::new().await;
    let coordinator = world.session(Who::Coordinator("ruhr"), Policy::standard());
    let herne = || AppointFirstAdministratorInput {
        municipality: ID::from(&world.house("herne").id),
        // An editor there already, which the coordinator cannot see.
        email: EmailAddress::parse("redaktion@herne.example").expect("an address"),
        name: None,
        idempotency_key: None,
    };
    let which = format!("public_id = '{}'", public_id(&world.house("herne").id));
    let appointed = coordinator.appoint_first_administrator(herne());
    let appointed = waits_and_is_done(&world, ("municipality", &which), appointed)
        .await
        .expect("an answer");
    assert_eq!(told(&appointed.user_errors), []);
    assert!(appointed.set_up_token.is_some());
    assert_eq!(
        user_of(&world, "herne", "redaktion@herne.example").await.status,
        AccessStatus::Active
    );
    assert!(matches!(
        coordinator.appoint_first_administrator(herne()).await,
        Err(Error::Forbidden)
    ));
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
