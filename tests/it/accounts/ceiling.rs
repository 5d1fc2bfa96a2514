//! The ceiling of a token: it lends no more than it says, and no more than the database holds.

use super::{ANNA, HAGEN, HERNE, NETWORK, PASSWORD, World, in_hagen, town};
use sea_orm::{ActiveModelTrait, ConnectOptions, Database};
use verbund_domain::account::{self, Ceiling, Role, Roles};
use verbund_domain::error::Error;
use verbund_domain::viewer::Place;

#[tokio::test]
async fn the_token_is_a_ceiling_over_the_database() {
    let world = World::new().await;
    let roles = [None, Some(Role::Viewer), Some(Role::Editor), Some(Role::Admin)];
    for held in roles {
        if let Some(role) = held {
            world.grant(Place::Municipality(world.hagen), role).await.ok();
        }
        for lent in [
            Role::Viewer,
            Role::Editor,
            Role::Admin,
            Role::Coordinator,
            Role::Operator,
        ] {
            let viewer = world.lend(&in_hagen(lent)).await;
            let effective = viewer.grants.first().map(|grant| grant.role);
            let expected = held.filter(|_| lent <= Role::Admin).map(|held| held.min(lent));
            assert_eq!(effective, expected, "held {held:?}, lent {lent:?}");
        }
        assert_eq!(
            world.lend(&Ceiling::default()).await.grants,
            [],
            "held {held:?}, nothing lent"
        );
    }
}

#[tokio::test]
async fn a_token_for_one_town_opens_no_other() {
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
    let herne = Ceiling {
        municipalities: [(HERNE.to_owned(), Role::Admin)].into(),
        ..Ceiling::default()
    };
    assert_eq!(world.lend(&herne).await.grants, []);
    let elsewhere = Ceiling {
        municipalities: [(NETWORK.to_owned(), Role::Editor)].into(),
        networks: [(HAGEN.to_owned(), Role::Coordinator), (NETWORK.to_owned(), Role::Admin)].into(),
        installation: [Role::Operator].into(),
        generation: 0,
    };
    assert_eq!(world.lend(&elsewhere).await.grants, []);
}

/// So many towns in which Anna is an editor; those of the world are not among them.
async fn editor_of(world: &World, towns: usize) -> Vec<i64> {
    let rows = Database::connect(ConnectOptions::new(&world.test.url)).await.unwrap();
    let mut keys = Vec::new();
    for index in 0..towns {
        let town = town(&format!("09{index:06}"), &format!("town-{index}"), &world.clock);
        keys.push(town.insert(&rows).await.unwrap().id);
    }
    rows.close().await.unwrap();
    for key in &keys {
        world.grant(Place::Municipality(*key), Role::Editor).await.unwrap();
    }
    keys
}

#[tokio::test]
async fn whoever_has_roles_in_many_towns_signs_in_and_has_them_as_the_database_says() {
    let world = World::new().await;
    let towns = editor_of(&world, 150).await;
    world
        .grant(Place::Network(world.network), Role::Coordinator)
        .await
        .unwrap();
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(viewer.own, towns);
    assert_eq!(viewer.coordinated, [world.network]);
    world.revoke(Place::Municipality(towns[0]), Role::Editor).await.unwrap();
    world.grant(Place::Municipality(towns[1]), Role::Viewer).await.unwrap();
    let viewer = world.request(&token).await.unwrap();
    assert_eq!(viewer.own.len(), 149);
    assert!(!viewer.own.contains(&towns[0]));
    let second = viewer
        .grants
        .iter()
        .find(|grant| grant.place == Place::Municipality(towns[1]));
    assert_eq!(second.map(|grant| grant.role), Some(Role::Viewer));
    account::lock_user(&world.db, ANNA, world.clock.now()).await.unwrap();
    assert!(matches!(world.request(&token).await, Err(Error::Unauthenticated)));
}

#[tokio::test]
async fn up_to_twenty_towns_are_named_in_the_token_and_open_no_other() {
    let world = World::new().await;
    let towns = editor_of(&world, 20).await;
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    let ceiling = world.tokens.verify(&token).unwrap().ceiling;
    assert!(matches!(&ceiling.municipalities, Roles::Named(named) if named.len() == 20));
    world
        .grant(Place::Municipality(world.hagen), Role::Editor)
        .await
        .unwrap();
    assert_eq!(
        world.request(&token).await.unwrap().own,
        towns,
        "more needs a new token"
    );
    let token = world.sign_in(ANNA, PASSWORD).await.unwrap();
    assert_eq!(
        world.tokens.verify(&token).unwrap().ceiling.municipalities,
        Roles::AsHeld
    );
    assert_eq!(world.request(&token).await.unwrap().own.len(), 21);
}
