//! What a mutation may ask for is declared at its field: the schema tells it, and no more is granted.

use crate::roots::mutations;
use crate::small_world::{Who, World};
use async_graphql::ID;
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{FieldDefinition, TypeKind, TypeSystemDefinition};
use std::collections::{BTreeMap, BTreeSet};
use verbund_domain::StartProjectInput;
use verbund_domain::access::{Action, Declared, Policy};
use verbund_domain::account::LockAccountInput;
use verbund_domain::error::Error;
use verbund_entity::Role;

/// The published mutations by name.
fn published() -> BTreeMap<String, FieldDefinition> {
    let document = parse_schema(verbund_api::graphql::build().sdl()).expect("the published schema can be read");
    let fields = document
        .definitions
        .into_iter()
        .filter_map(|definition| match definition {
            TypeSystemDefinition::Type(ty) if ty.node.name.node == "Mutation" => match ty.node.kind {
                TypeKind::Object(object) => Some(object.fields),
                _ => None,
            },
            _ => None,
        });
    let named = |field: FieldDefinition| (field.name.node.to_string(), field);
    fields.flatten().map(|field| named(field.node)).collect()
}

fn told(field: &FieldDefinition) -> &str {
    field.description.as_ref().map_or("", |text| text.node.as_str())
}

#[test]
fn a_mutation_tells_which_role_it_requires_and_where() {
    let published = published();
    for (name, sentence) in [
        ("signIn", "Requires no role."),
        ("lockAccount", "Requires `OPERATOR`."),
        (
            "startProject",
            "Requires `EDITOR` of the municipality that leads the project (Federführung).",
        ),
        (
            "cancelMeeting",
            "Requires `EDITOR` of the party whose meeting or series it is (Gastgeberin), or its `COORDINATOR` if that is a network, \
             also while its membership rests.",
        ),
        ("updateTopic", "Requires `COORDINATOR` of any network there is"),
        (
            "createPerson",
            "\n- to make a person's record public (Person veröffentlichen): `ADMIN` of the municipality",
        ),
    ] {
        let told = told(&published[name]);
        assert!(told.contains(sentence), "{name}: {told}");
    }
    for (name, field) in &published {
        assert!(
            told(field).contains("\n\nRequires"),
            "{name} does not say what it requires"
        );
    }
}

#[test]
fn programs_read_the_rights_of_a_mutation_beside_it() {
    let published = published();
    for (name, rights, _) in mutations() {
        let beside = published[*name]
            .directives
            .iter()
            .find(|one| one.node.name.node == "permission");
        let actions = beside.and_then(|one| one.node.get_argument("actions"));
        let actions = actions
            .unwrap_or_else(|| panic!("{name} has no @permission"))
            .node
            .to_string();
        let actions: BTreeSet<&str> = actions.trim_matches(['[', ']']).split(", ").collect();
        let rights: BTreeSet<&str> = rights.iter().map(|right| right.name()).collect();
        assert_eq!(actions, rights, "{name}");
    }
}

#[actix_web::test]
async fn who_holds_every_right_does_nothing_that_the_field_has_not_declared() {
    let world = World::new().await;
    let before = world.db.dump().await;
    let id = ID::from(&world.house("hagen").project);
    let start = |expected_revision| StartProjectInput {
        id: id.clone(),
        expected_revision,
    };
    let admin = world.session(Who::In(Role::Admin, "hagen"), Policy::standard());
    let only = |actions: &[Action]| Declared {
        actions: actions.to_vec(),
        operator: false,
    };
    let refused = admin
        .within(only(&[Action::ProjectPlan]))
        .start_project(start(None))
        .await;
    assert!(matches!(refused, Err(Error::Internal(_))), "{:?}", refused.err());

    let operator = world.session(Who::Installation(Role::Operator), Policy::standard());
    let email = "nobody@stadt.example".to_owned();
    let refused = operator
        .within(only(&[]))
        .lock_account(LockAccountInput { email })
        .await;
    assert!(matches!(refused, Err(Error::Internal(_))), "{:?}", refused.err());
    assert!(
        before == world.db.dump().await,
        "what was refused left something behind"
    );

    let done = admin
        .within(only(&[Action::ProjectStart]))
        .start_project(start(None))
        .await;
    assert!(done.is_ok_and(|done| done.user_errors.is_empty()));
}
