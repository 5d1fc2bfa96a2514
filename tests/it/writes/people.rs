use super::{only, told};
use crate::attempt::{new_contact, new_person, new_position, unchanged_person, unchanged_position};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use serde_json::json;
use verbund_domain::access::Policy;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::values::Edtf;
use verbund_domain::{CreatePositionInput, EndPositionInput, UpdatePersonInput, UpdatePositionInput};
use verbund_entity::position::{self, PositionFunction};
use verbund_entity::{Role, Visibility, contact_point, person};

async fn create(world: &World, input: CreatePositionInput) -> Vec<(UserErrorCode, String)> {
    let answer = world.admin("hagen").create_position(input).await;
    told(&answer.expect("an answer").user_errors)
}

async fn change(world: &World, input: UpdatePositionInput) -> Vec<(UserErrorCode, String)> {
    let answer = world.admin("hagen").update_position(input).await;
    told(&answer.expect("an answer").user_errors)
}

/// The global id of the newest position.
async fn newest(world: &World) -> String {
    let rows = world.rows::<position::Entity>().await;
    let row = rows.iter().max_by_key(|row| row.id).expect("a position");
    verbund_domain::read::id::encode("Position", &row.public_id)
}

fn ended(id: &str, until: &str) -> EndPositionInput {
    EndPositionInput {
        id: ID::from(id),
        expected_revision: None,
        valid_until: Edtf::parse(until).ok(),
    }
}

#[tokio::test]
async fn a_person_is_found_and_ordered_by_the_name_that_is_right_now() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let made = session.create_person(new_person(&world.house("hagen").id)).await;
    assert_eq!(told(&made.expect("an answer").user_errors), []);
    let rows = world.rows::<person::Entity>().await;
    let made = rows.iter().max_by_key(|row| row.id).expect("the person");
    let id = verbund_domain::read::id::encode("Person", &made.public_id);
    let input = UpdatePersonInput {
        family_name: MaybeUndefined::Value("Österreicher".into()),
        ..unchanged_person(&id)
    };
    let answer = session.update_person(input).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);

    let found = async |word: &str| {
        let query = format!("{{ people(search: \"{word}\") {{ nodes {{ displayName }} }} }}");
        world.ask(Who::In(Role::Viewer, "hagen"), &query, json!({})).await["people"]["nodes"].clone()
    };
    assert_eq!(found("oesterr").await, json!([{ "displayName": "Robin Österreicher" }]));
    assert_eq!(found("muster").await, json!([]));
    let nameless = UpdatePersonInput {
        expected_revision: 2,
        given_name: MaybeUndefined::Value(" ".into()),
        family_name: MaybeUndefined::Null,
        ..unchanged_person(&id)
    };
    let answer = session.update_person(nameless).await.expect("an answer");
    let missing = |path: &str| (UserErrorCode::Required, path.to_owned());
    assert_eq!(
        told(&answer.user_errors),
        [missing("input.givenName"), missing("input.familyName")]
    );
}

#[tokio::test]
async fn a_city_fills_offices_in_itself_in_organisations_that_it_keeps_and_in_its_networks_only() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let refused = only(UserErrorCode::Invalid, "input.holder");
    for (holder, expected) in [
        (&hagen.id, Vec::new()),
        (&hagen.organization, Vec::new()),
        (&world.house("ruhr").id, Vec::new()),
        (&world.house("herne").id, refused.clone()),
        (&world.house("herne").organization, refused.clone()),
        (&world.house("weser").id, refused),
        (&hagen.person, only(UserErrorCode::NotFound, "input.holder")),
    ] {
        assert_eq!(
            create(&world, new_position(&hagen.person, holder)).await,
            expected,
            "{holder}"
        );
    }
}

#[tokio::test]
async fn a_deputy_stands_in_at_the_same_place_and_never_for_whoever_stands_in_for_the_deputy() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let refused = only(UserErrorCode::Invalid, "input.deputyOf");
    let deputy_of = |office: &str, holder: &str| CreatePositionInput {
        deputy_of: Some(ID::from(office)),
        ..new_position(&hagen.person, holder)
    };
    assert_eq!(
        create(&world, deputy_of(&hagen.position, &hagen.organization)).await,
        refused
    );
    assert_eq!(create(&world, deputy_of(&hagen.position, &hagen.id)).await, []);
    let first = newest(&world).await;
    assert_eq!(create(&world, deputy_of(&first, &hagen.id)).await, []);
    let second = newest(&world).await;

    let stands_in_for = |office: &str| UpdatePositionInput {
        deputy_of: MaybeUndefined::Value(ID::from(office)),
        ..unchanged_position(&hagen.position)
    };
    for office in [&hagen.position, &first, &second] {
        assert_eq!(change(&world, stands_in_for(office)).await, refused, "{office}");
    }
}

#[tokio::test]
async fn an_editor_publishes_an_elected_or_leading_office_but_not_by_calling_another_one_so() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let editor = world.session(Who::In(Role::Editor, "hagen"), Policy::standard());
    let public = |function| CreatePositionInput {
        function,
        visibility: Visibility::Public,
        ..new_position(&hagen.person, &hagen.id)
    };
    let refused = editor.create_position(public(PositionFunction::Adviser)).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
    let made = editor.create_position(public(PositionFunction::Mayor)).await;
    assert_eq!(told(&made.expect("an answer").user_errors), []);

    let mayor = newest(&world).await;
    let corrected = UpdatePositionInput {
        title: MaybeUndefined::Value("Oberbürgermeisterin".into()),
        ..unchanged_position(&mayor)
    };
    let answer = editor.update_position(corrected).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let renamed = UpdatePositionInput {
        expected_revision: 2,
        function: MaybeUndefined::Value(PositionFunction::Staff),
        ..unchanged_position(&mayor)
    };
    assert!(matches!(editor.update_position(renamed).await, Err(Error::Forbidden)));
}

#[tokio::test]
async fn a_position_that_ends_takes_its_contacts_along_and_its_end_can_be_corrected() {
    let world = World::new().await;
    let (hagen, session) = (world.house("hagen").clone(), world.admin("hagen"));
    for _ in 0..2 {
        let contact = session.create_contact_point(new_contact(&hagen.position)).await;
        assert_eq!(told(&contact.expect("an answer").user_errors), []);
    }
    for (until, day) in [("2026-06", "2026-06-30"), ("2026-05-15", "2026-05-15")] {
        let answer = session
            .end_position(ended(&hagen.position, until))
            .await
            .expect("an answer");
        assert_eq!(told(&answer.user_errors), []);
        let rows = world.rows::<contact_point::Entity>().await;
        let ends = rows.iter().filter(|row| row.position_id.is_some());
        let ends: Vec<_> = ends.map(|row| row.valid_until.map(|day| day.to_string())).collect();
        assert_eq!(ends, [Some(day.to_owned()), Some(day.to_owned())]);
    }
    let query = "query($id: ID!) { node(id: $id) { ... on Position { isCurrent validUntil { edtf } } } }";
    let variables = json!({ "id": hagen.position });
    let answer = world.ask(Who::In(Role::Viewer, "hagen"), query, variables).await;
    assert_eq!(
        answer["node"],
        json!({ "isCurrent": false, "validUntil": { "edtf": "2026-05-15" } })
    );
    let twice = world.db.dump().await;
    let answer = session.end_position(ended(&hagen.position, "2026-05-15")).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    assert!(twice == world.db.dump().await, "ended twice on one day");
}

#[tokio::test]
async fn a_position_does_not_end_before_it_began() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let begun = UpdatePositionInput {
        valid_from: MaybeUndefined::Value(Edtf::parse("2025").expect("a date")),
        ..unchanged_position(&hagen.position)
    };
    assert_eq!(change(&world, begun).await, []);
    let session = world.admin("hagen");
    let answer = session
        .end_position(ended(&hagen.position, "2024-12"))
        .await
        .expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::Invalid, "input.validUntil")
    );
    let answer = session
        .end_position(ended(&hagen.position, "2025-07"))
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let late = UpdatePositionInput {
        expected_revision: 3,
        valid_from: MaybeUndefined::Value(Edtf::parse("2026").expect("a date")),
        ..unchanged_position(&hagen.position)
    };
    assert_eq!(
        change(&world, late).await,
        only(UserErrorCode::Invalid, "input.validFrom")
    );
}
