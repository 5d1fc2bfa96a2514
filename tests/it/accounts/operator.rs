//! Accounts as the operator keeps them: what is refused, listed and written down.

use super::{ANNA, HAGEN, NETWORK, PASSWORD, World};
use sea_orm::{ConnectOptions, Database, EntityTrait};
use verbund_domain::account::{self, NewUser, Refusal, Role};
use verbund_domain::viewer::Place;
use verbund_entity::audit_entry;

#[tokio::test]
async fn an_active_member_never_loses_its_last_administrator() {
    let world = World::new().await;
    let hagen = Place::Municipality(world.hagen);
    world.grant(hagen, Role::Admin).await.unwrap();
    assert!(matches!(
        world.revoke(hagen, Role::Admin).await,
        Err(Refusal::LastAdministrator(_))
    ));
    assert!(matches!(
        world.grant(hagen, Role::Editor).await,
        Err(Refusal::LastAdministrator(_))
    ));
    let bernd = NewUser {
        email: "bernd@hagen.example",
        name: "Bernd",
        password: PASSWORD,
    };
    account::add_user(&world.db, &world.passwords, bernd, world.clock.now())
        .await
        .unwrap();
    account::grant_role(&world.db, "bernd@hagen.example", hagen, Role::Admin, world.clock.now())
        .await
        .unwrap();
    world.revoke(hagen, Role::Admin).await.unwrap();
}

#[tokio::test]
async fn what_is_not_right_about_an_account_is_refused_and_leaves_no_trace() {
    let world = World::new().await;
    let before = world.test.dump().await;
    let add = async |email: &'static str, password: &'static str| {
        let user = NewUser {
            email,
            name: "Somebody",
            password,
        };
        account::add_user(&world.db, &world.passwords, user, world.clock.now())
            .await
            .unwrap_err()
    };
    for email in [
        "",
        "anna",
        "@hagen.example",
        "anna@hagen",
        "anna@.example",
        "an na@hagen.example",
        "a@b@c.example",
    ] {
        assert!(matches!(add(email, PASSWORD).await, Refusal::Email(_)), "{email}");
    }
    assert!(matches!(
        add("new@hagen.example", "elf Zeichen").await,
        Refusal::Password(11)
    ));
    assert!(matches!(
        add("ANNA@hagen.example", PASSWORD).await,
        Refusal::Duplicate(_)
    ));
    assert!(matches!(
        world.grant(Place::Installation, Role::Admin).await,
        Err(Refusal::Place(_))
    ));
    assert!(matches!(
        world.grant(Place::Municipality(world.hagen), Role::Operator).await,
        Err(Refusal::Place(_))
    ));
    assert!(matches!(
        world.revoke(Place::Municipality(world.hagen), Role::Editor).await,
        Err(Refusal::NotHeld(_))
    ));
    let unknown = account::lock_user(&world.db, "nobody@hagen.example", world.clock.now()).await;
    assert!(matches!(unknown, Err(Refusal::UnknownUser(_))));
    assert_eq!(world.test.dump().await, before);
}

#[tokio::test]
async fn roles_hold_in_places_that_people_can_name() {
    let world = World::new().await;
    let place = async |role, municipality, network| account::place_of(&world.db, role, municipality, network).await;
    assert_eq!(
        place(Role::Editor, Some(HAGEN), None).await.unwrap(),
        Place::Municipality(world.hagen)
    );
    assert_eq!(
        place(Role::Editor, Some("hagen"), None).await.unwrap(),
        Place::Municipality(world.hagen)
    );
    assert_eq!(
        place(Role::Coordinator, None, Some(NETWORK)).await.unwrap(),
        Place::Network(world.network)
    );
    assert_eq!(place(Role::Auditor, None, None).await.unwrap(), Place::Installation);
    assert!(matches!(
        place(Role::Editor, Some("00000000"), None).await,
        Err(Refusal::UnknownMunicipality(_))
    ));
    assert!(matches!(
        place(Role::Coordinator, None, Some("none")).await,
        Err(Refusal::UnknownNetwork(_))
    ));
    assert!(matches!(place(Role::Editor, None, None).await, Err(Refusal::Place(_))));
    assert!(matches!(
        place(Role::Coordinator, Some(HAGEN), None).await,
        Err(Refusal::Place(_))
    ));
    assert!(matches!(
        place(Role::Operator, Some(HAGEN), None).await,
        Err(Refusal::Place(_))
    ));
}

#[tokio::test]
async fn every_change_of_an_account_is_in_the_audit_log_without_its_values() {
    let world = World::new().await;
    let hagen = Place::Municipality(world.hagen);
    world.grant(hagen, Role::Editor).await.unwrap();
    world.revoke(hagen, Role::Editor).await.unwrap();
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    let rows = Database::connect(ConnectOptions::new(&world.test.url)).await.unwrap();
    let entries = audit_entry::Entity::find().all(&rows).await.unwrap();
    let actions: Vec<&str> = entries.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["USER_ADD", "USER_GRANT", "USER_REVOKE", "USER_LOCK"]);
    assert!(!format!("{entries:?}").to_lowercase().contains("anna"));
    rows.close().await.unwrap();
}

#[tokio::test]
async fn the_operator_sees_accounts_with_their_roles() {
    let world = World::new().await;
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    world
        .grant(Place::Network(world.network), Role::Coordinator)
        .await
        .unwrap();
    world.grant(Place::Installation, Role::Auditor).await.unwrap();
    let users = account::list_users(&world.db).await.unwrap();
    let shown: Vec<_> = users[0]
        .grants
        .iter()
        .map(|grant| (grant.role.as_str(), grant.place.as_deref()))
        .collect();
    assert_eq!(users.len(), 1);
    assert_eq!((users[0].email.as_str(), users[0].status.as_str()), (ANNA, "ACTIVE"));
    assert_eq!(
        shown,
        [
            ("EDITOR", Some(HAGEN)),
            ("COORDINATOR", Some(NETWORK)),
            ("AUDITOR", None)
        ]
    );
}
