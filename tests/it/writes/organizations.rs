use super::{only, told};
use crate::attempt::{new_organization, unchanged_organization};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use serde_json::json;
use verbund_domain::error::UserErrorCode;
use verbund_domain::values::{Edtf, Url};
use verbund_domain::{AlternateNameInput, CreateOrganizationInput, UpdateOrganizationInput};
use verbund_entity::organization::{self, OrganizationKind, OrganizationStatus};
use verbund_entity::{Role, Visibility};

fn named(world: &World, city: &str, name: &str) -> CreateOrganizationInput {
    let city = &world.house(city).id;
    CreateOrganizationInput {
        name: name.into(),
        located_in: Some(ID::from(city)),
        ..new_organization(city)
    }
}

async fn create(world: &World, city: &'static str, input: CreateOrganizationInput) -> Vec<(UserErrorCode, String)> {
    let answer = world.admin(city).create_organization(input).await;
    told(&answer.expect("an answer").user_errors)
}

/// The global id of the newest.
async fn newest(world: &World) -> String {
    let rows = world.rows::<organization::Entity>().await;
    let row = rows.iter().max_by_key(|row| row.id).expect("an organisation");
    verbund_domain::read::id::encode("Organization", &row.public_id)
}

async fn below(world: &World, unit: &str, parent: &str) -> Vec<(UserErrorCode, String)> {
    let rows = world.rows::<organization::Entity>().await;
    let (_, public_id) = verbund_domain::read::id::decode(unit).expect("a global id");
    let present = rows.iter().find(|row| row.public_id == public_id).expect("the unit");
    let input = UpdateOrganizationInput {
        expected_revision: present.revision,
        parent: MaybeUndefined::Value(ID::from(parent)),
        ..unchanged_organization(unit)
    };
    let answer = world.admin("hagen").update_organization(input).await;
    told(&answer.expect("an answer").user_errors)
}

#[tokio::test]
async fn an_organisation_that_seems_to_be_there_already_is_shown_and_entered_only_when_that_is_confirmed() {
    let world = World::new().await;
    assert_eq!(
        create(&world, "hagen", named(&world, "hagen", "Nähwerkstatt Süd e. V.")).await,
        []
    );
    let known = newest(&world).await;
    let query = "mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) {
        organization { name } duplicateCandidates { id name } userErrors { code path } } }";
    let hagen = &world.house("hagen").id;
    let input = json!({ "steward": hagen, "locatedIn": hagen, "name": "NAEHWERKSTATT Sued e.V.".replace("AE", "Ä"),
        "kind": "ASSOCIATION" });
    let ask = async |input| {
        let variables = json!({ "input": input });
        world.ask(Who::In(Role::Editor, "hagen"), query, variables).await["createOrganization"].clone()
    };

    let refused = ask(input.clone()).await;
    let candidate = json!({ "id": known, "name": "Nähwerkstatt Süd e. V." });
    let error = json!({ "code": "DUPLICATE", "path": ["input", "confirmNotDuplicate"] });
    let wanted = json!({ "organization": null, "duplicateCandidates": [candidate], "userErrors": [error] });
    assert_eq!(refused, wanted);

    let mut confirmed = input;
    confirmed["confirmNotDuplicate"] = json!(true);
    let done = ask(confirmed).await;
    assert_eq!(done["userErrors"], json!([]));
    assert_eq!(done["duplicateCandidates"], json!([]));
    assert!(done["organization"]["name"].is_string());
}

#[tokio::test]
async fn a_former_name_and_the_same_host_on_the_web_are_noticed_another_name_and_another_place_are_not() {
    let world = World::new().await;
    let page = |page: &str| Url::parse(page).ok();
    let known = CreateOrganizationInput {
        alternate_names: vec![AlternateNameInput {
            name: "Nachbarschaftstreff Altenhagen".into(),
            from: Edtf::parse("2019").ok(),
            until: Edtf::parse("2024").ok(),
        }],
        website: page("https://www.treffpunkt.example/"),
        ..named(&world, "hagen", "Treffpunkt am Fluss")
    };
    assert_eq!(create(&world, "hagen", known).await, []);
    let seems_known = only(UserErrorCode::Duplicate, "input.confirmNotDuplicate");

    let former = named(&world, "hagen", "Nachbarschaftstref Altenhagen");
    assert_eq!(create(&world, "hagen", former).await, seems_known);
    let same_host = CreateOrganizationInput {
        website: page("https://treffpunkt.example/kontakt"),
        ..named(&world, "herne", "Etwas ganz anderes")
    };
    assert_eq!(create(&world, "herne", same_host).await, seems_known);
    let like_the_host = CreateOrganizationInput {
        website: page("https://treffpunkt.example.example/"),
        ..named(&world, "herne", "Noch etwas anderes")
    };
    assert_eq!(create(&world, "herne", like_the_host).await, []);
    assert_eq!(
        create(&world, "herne", named(&world, "herne", "Treffpunkt am Fluss")).await,
        []
    );
}

#[tokio::test]
async fn an_organisation_that_the_viewer_does_not_see_is_no_candidate() {
    let world = World::new().await;
    let hidden = CreateOrganizationInput {
        visibility: Visibility::Municipality,
        ..named(&world, "herne", "Frauencafé")
    };
    assert_eq!(create(&world, "herne", hidden).await, []);
    let hagen = world.house("hagen").id.clone();
    let input = CreateOrganizationInput {
        steward: ID::from(&hagen),
        ..named(&world, "herne", "Frauencafé")
    };
    assert_eq!(create(&world, "hagen", input).await, []);
}

#[tokio::test]
async fn two_requests_at_once_do_not_enter_one_organisation_twice() {
    let world = World::new().await;
    let before = world.rows::<organization::Entity>().await.len();
    let (one, other) = (world.admin("hagen"), world.admin("hagen"));

    let both = tokio::join!(
        one.create_organization(named(&world, "hagen", "Lesekreis")),
        other.create_organization(named(&world, "hagen", "Lesekreis")),
    );

    let refused = [both.0, both.1].map(|answer| answer.expect("an answer").user_errors.len());
    assert_eq!(refused.iter().sum::<usize>(), 1);
    assert_eq!(world.rows::<organization::Entity>().await.len(), before + 1);
}

#[tokio::test]
async fn units_lie_in_one_another_without_a_circle_in_one_house_and_at_most_eight_deep() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let circle = only(UserErrorCode::Invalid, "input.parent");
    assert_eq!(below(&world, &hagen.dormant, &hagen.organization).await, []);
    assert_eq!(below(&world, &hagen.organization, &hagen.dormant).await, circle);
    assert_eq!(below(&world, &hagen.organization, &hagen.organization).await, circle);
    assert_eq!(
        below(&world, &hagen.founding, &world.house("herne").organization).await,
        circle
    );

    let mut lowest = hagen.dormant.clone();
    for depth in 3..=8 {
        let input = CreateOrganizationInput {
            parent: Some(ID::from(&lowest)),
            ..new_organization(&hagen.id)
        };
        assert_eq!(create(&world, "hagen", input).await, [], "{depth}");
        lowest = newest(&world).await;
    }
    let input = CreateOrganizationInput {
        parent: Some(ID::from(&lowest)),
        ..new_organization(&hagen.id)
    };
    assert_eq!(create(&world, "hagen", input).await, circle);
    // What is below comes along.
    assert_eq!(below(&world, &hagen.organization, &hagen.founding).await, circle);
}

#[tokio::test]
async fn nobody_enters_units_of_another_citys_administration_and_a_unit_belongs_to_some() {
    let world = World::new().await;
    let unit = |city: Option<&str>| CreateOrganizationInput {
        kind: OrganizationKind::AdministrativeUnit,
        municipality: city.map(|city| ID::from(&world.house(city).id)),
        ..new_organization(&world.house("hagen").id)
    };
    let path = "input.municipality";
    assert_eq!(
        create(&world, "hagen", unit(None)).await,
        only(UserErrorCode::Required, path)
    );
    assert_eq!(
        create(&world, "hagen", unit(Some("herne"))).await,
        only(UserErrorCode::Invalid, path)
    );
    assert_eq!(create(&world, "hagen", unit(Some("hagen"))).await, []);
}

#[tokio::test]
async fn a_new_organisation_is_in_founding_or_active_and_an_association_not_public_from_the_start() {
    let world = World::new().await;
    let new = || new_organization(&world.house("hagen").id);
    let resting = CreateOrganizationInput {
        status: OrganizationStatus::Dormant,
        ..new()
    };
    assert_eq!(
        create(&world, "hagen", resting).await,
        only(UserErrorCode::State, "input.status")
    );
    let public = CreateOrganizationInput {
        visibility: Visibility::Public,
        ..new()
    };
    assert_eq!(
        create(&world, "hagen", public).await,
        only(UserErrorCode::State, "input.visibility")
    );
}

#[tokio::test]
async fn an_organisation_is_found_by_the_name_it_is_given_and_by_those_it_had() {
    let world = World::new().await;
    let id = world.house("hagen").organization.clone();
    let input = UpdateOrganizationInput {
        name: MaybeUndefined::Value("Sängerbund".into()),
        alternate_names: MaybeUndefined::Value(vec![AlternateNameInput {
            name: "Männerchor".into(),
            from: None,
            until: Edtf::parse("2020").ok(),
        }]),
        ..unchanged_organization(&id)
    };
    let answer = world
        .admin("hagen")
        .update_organization(input)
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    for word in ["saengerbund", "maennerchor"] {
        let query = format!("{{ organizations(search: \"{word}\") {{ nodes {{ id }} }} }}");
        let found = world.ask(Who::In(Role::Viewer, "hagen"), &query, json!({})).await;
        assert_eq!(found["organizations"]["nodes"], json!([{ "id": id }]), "{word}");
    }
}
