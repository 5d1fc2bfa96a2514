//! One person at a time speaks for a network.

use super::{only, told};
use crate::attempt::{new_position, unchanged_position};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use verbund_domain::access::Policy;
use verbund_domain::error::UserErrorCode;
use verbund_domain::values::Edtf;
use verbund_domain::{CreatePositionInput, EndPositionInput, UpdatePositionInput};
use verbund_entity::position::PositionFunction;
use verbund_entity::{Role, Visibility, position};

fn speaker(world: &World, city: &str) -> CreatePositionInput {
    CreatePositionInput {
        function: PositionFunction::Spokesperson,
        ..new_position(&world.house(city).person, &world.house("ruhr").id)
    }
}

async fn enter(world: &World, city: &'static str, input: CreatePositionInput) -> Vec<(UserErrorCode, String)> {
    told(
        &world
            .admin(city)
            .create_position(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

/// The global id of the newest.
async fn newest(world: &World) -> String {
    let rows = world.rows::<position::Entity>().await;
    let row = rows.iter().max_by_key(|row| row.id).expect("a position");
    verbund_domain::read::id::encode("Position", &row.public_id)
}

#[tokio::test]
async fn a_second_who_speaks_for_a_network_at_the_same_time_is_refused_until_the_first_has_ended() {
    let world = World::new().await;
    let taken = only(UserErrorCode::Duplicate, "input.function");
    assert_eq!(enter(&world, "hagen", speaker(&world, "hagen")).await, []);
    let first = newest(&world).await;
    assert_eq!(enter(&world, "herne", speaker(&world, "herne")).await, taken);
    let later = CreatePositionInput {
        valid_from: Edtf::parse("2031").ok(),
        ..speaker(&world, "herne")
    };
    assert_eq!(enter(&world, "herne", later).await, taken);
    for other in [
        CreatePositionInput {
            valid_until: Edtf::parse("2020").ok(),
            ..speaker(&world, "herne")
        },
        CreatePositionInput {
            visibility: Visibility::Municipality,
            ..speaker(&world, "herne")
        },
        CreatePositionInput {
            function: PositionFunction::Representative,
            ..speaker(&world, "herne")
        },
    ] {
        assert_eq!(enter(&world, "herne", other).await, []);
    }
    let becomes = UpdatePositionInput {
        function: MaybeUndefined::Value(PositionFunction::Spokesperson),
        ..unchanged_position(&newest(&world).await)
    };
    let answer = world.admin("herne").update_position(becomes).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), taken);

    let end = |until: &str| EndPositionInput {
        id: ID::from(&first),
        expected_revision: None,
        valid_until: Edtf::parse(until).ok(),
    };
    let session = world.session(Who::In(Role::Editor, "hagen"), Policy::standard());
    let answer = session.end_position(end("2025")).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    assert_eq!(enter(&world, "herne", speaker(&world, "herne")).await, []);
    let answer = session.end_position(end("2031")).await.expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Duplicate, "input.validUntil")
    );
}

#[tokio::test]
async fn two_cities_that_name_somebody_at_once_do_not_both_succeed() {
    let world = World::new().await;
    let (hagen, herne) = (world.admin("hagen"), world.admin("herne"));

    let both = tokio::join!(
        hagen.create_position(speaker(&world, "hagen")),
        herne.create_position(speaker(&world, "herne")),
    );

    let refused = [both.0, both.1].map(|answer| answer.expect("an answer").user_errors.len());
    assert_eq!(refused.iter().sum::<usize>(), 1);
}
