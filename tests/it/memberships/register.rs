//! What a coordinator keeps: the network's own record, topics, and municipalities with their keys.

use crate::attempt::{new_municipality, new_topic, unchanged_keys, unchanged_network, unchanged_topic};
use crate::small_world::World;
use crate::writes::{only, told};
use async_graphql::{ID, MaybeUndefined};
use std::collections::BTreeSet;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::values::{Ags, Ars, DistrictKey};
use verbund_domain::{CreateMunicipalityInput, CreateTopicInput, UpdateNetworkInput, UpdateTopicInput};
use verbund_domain::{UpdateMunicipalityKeysInput, read::id::encode};
use verbund_entity::municipality::{self, MunicipalityKind};
use verbund_entity::network::{self, NetworkPurpose};
use verbund_entity::{topic, topic_ancestry};

#[tokio::test]
async fn a_network_says_of_itself_what_its_coordinator_writes_and_is_found_by_it() {
    let world = World::new().await;
    let ruhr = world.house("ruhr").clone();
    let input = UpdateNetworkInput {
        name: MaybeUndefined::Value("Städte an der Ruhr".into()),
        description: MaybeUndefined::Value("Gemeinsam lernen.".into()),
        purposes: MaybeUndefined::Value(vec![NetworkPurpose::Advocacy]),
        ..unchanged_network(&ruhr.id)
    };
    let changed = world
        .coordinator("ruhr")
        .update_network(input)
        .await
        .expect("an answer");
    assert_eq!(told(&changed.user_errors), []);
    let rows = world.rows::<network::Entity>().await;
    let row = rows.iter().find(|row| row.id == ruhr.key).expect("the network");
    assert_eq!((row.name.as_str(), row.revision), ("Städte an der Ruhr", 2));
    assert!(
        row.search_text.contains("staedte") && row.search_text.contains("lernen"),
        "{}",
        row.search_text
    );
    assert_eq!(row.purposes, serde_json::json!(["ADVOCACY"]));

    let late = world
        .coordinator("ruhr")
        .update_network(unchanged_network(&ruhr.id))
        .await;
    assert_eq!(
        told(&late.expect("an answer").user_errors),
        only(UserErrorCode::Conflict, "input.expectedRevision")
    );
    let twice = UpdateNetworkInput {
        expected_revision: 2,
        name: MaybeUndefined::Null,
        purposes: MaybeUndefined::Value(vec![NetworkPurpose::Advocacy, NetworkPurpose::Advocacy]),
        ..unchanged_network(&ruhr.id)
    };
    let twice = world
        .coordinator("ruhr")
        .update_network(twice)
        .await
        .expect("an answer");
    assert_eq!(
        told(&twice.user_errors),
        [
            (UserErrorCode::Required, "input.name".to_owned()),
            (UserErrorCode::Duplicate, "input.purposes.1".to_owned())
        ]
    );
}

/// A topic of this name below another one, by its global id.
async fn topic_below(world: &World, name: &str, broader: Option<&str>) -> String {
    let input = CreateTopicInput {
        broader: broader.map(ID::from),
        ..new_topic(&world.house("ruhr").id, name)
    };
    let made = world.coordinator("ruhr").create_topic(input).await.expect("an answer");
    assert_eq!(told(&made.user_errors), [], "{name}");
    let row = world.rows::<topic::Entity>().await.pop().expect("the topic");
    encode("Topic", &row.public_id)
}

/// `part` belongs to `whole`, so many steps up.
async fn ancestry(world: &World) -> BTreeSet<(String, String, i32)> {
    let topics = world.rows::<topic::Entity>().await;
    let slug = |id| topics.iter().find(|row| row.id == id).expect("a topic").slug.clone();
    let pairs = world.rows::<topic_ancestry::Entity>().await.into_iter();
    let above = pairs.filter(|pair| pair.topic_id != pair.ancestor_id);
    above
        .map(|pair| (slug(pair.topic_id), slug(pair.ancestor_id), pair.distance))
        .collect()
}

fn pairs(all: &[(&str, &str, i32)]) -> BTreeSet<(String, String, i32)> {
    all.iter()
        .map(|(part, whole, distance)| ((*part).to_owned(), (*whole).to_owned(), *distance))
        .collect()
}

async fn put_below(world: &World, topic: &str, broader: Option<&str>) -> Vec<(UserErrorCode, String)> {
    let input = UpdateTopicInput {
        broader: broader.map_or(MaybeUndefined::Null, |id| MaybeUndefined::Value(ID::from(id))),
        ..unchanged_topic(topic)
    };
    told(
        &world
            .coordinator("weser")
            .update_topic(input)
            .await
            .expect("an answer")
            .user_errors,
    )
}

#[tokio::test]
async fn a_topic_moves_with_all_that_is_part_of_it_and_never_into_itself() {
    let world = World::new().await;
    let speech = world.house("ruhr").topic.clone();
    let courses = topic_below(&world, "Kurse", Some(&speech)).await;
    let evening = topic_below(&world, "Abendkurse", Some(&courses)).await;
    let learning = topic_below(&world, "Bildung", None).await;
    assert_eq!(
        ancestry(&world).await,
        pairs(&[
            ("kurse", "sprache", 1),
            ("abendkurse", "kurse", 1),
            ("abendkurse", "sprache", 2)
        ])
    );

    let circle = put_below(&world, &speech, Some(&evening)).await;
    assert_eq!(circle, only(UserErrorCode::Invalid, "input.broader"));
    let itself = put_below(&world, &speech, Some(&speech)).await;
    assert_eq!(itself, only(UserErrorCode::Invalid, "input.broader"));

    assert_eq!(put_below(&world, &courses, Some(&learning)).await, []);
    assert_eq!(
        ancestry(&world).await,
        pairs(&[
            ("kurse", "bildung", 1),
            ("abendkurse", "kurse", 1),
            ("abendkurse", "bildung", 2)
        ])
    );
    assert_eq!(put_below(&world, &evening, None).await, []);
    assert_eq!(ancestry(&world).await, pairs(&[("kurse", "bildung", 1)]));
}

#[tokio::test]
async fn two_topics_that_become_part_of_each_other_at_once_make_no_circle() {
    let world = World::new().await;
    let speech = world.house("ruhr").topic.clone();
    let learning = topic_below(&world, "Bildung", None).await;
    let below = |topic: &str, broader: &str| UpdateTopicInput {
        broader: MaybeUndefined::Value(ID::from(broader)),
        ..unchanged_topic(topic)
    };
    let (one, other) = (world.coordinator("ruhr"), world.coordinator("weser"));

    let both = tokio::join!(
        one.update_topic(below(&speech, &learning)),
        other.update_topic(below(&learning, &speech)),
    );

    // One is told that it would be a circle, or to send it again.
    let done = [both.0, both.1]
        .into_iter()
        .filter(|one| one.as_ref().is_ok_and(|one| one.user_errors.is_empty()));
    assert_eq!(done.count(), 1);
    assert_eq!(ancestry(&world).await.len(), 1);
}

#[tokio::test]
async fn a_topic_is_there_once() {
    let world = World::new().await;
    let again = world
        .coordinator("weser")
        .create_topic(new_topic(&world.house("weser").id, "Sprache"))
        .await;
    assert_eq!(
        told(&again.expect("an answer").user_errors),
        only(UserErrorCode::Duplicate, "input.name")
    );
}

fn town(world: &World) -> CreateMunicipalityInput {
    CreateMunicipalityInput {
        kind: MunicipalityKind::DistrictTown,
        name: "Paderborn".into(),
        ags: Some(Ags::parse("05774032").expect("a key")),
        ..new_municipality(&world.house("ruhr").id)
    }
}

#[tokio::test]
async fn a_candidate_has_keys_that_fit_its_kind_and_lies_in_its_district() {
    let world = World::new().await;
    let district = CreateMunicipalityInput {
        kind: MunicipalityKind::District,
        name: "Kreis Paderborn".into(),
        ags: None,
        district_key: Some(DistrictKey::parse("05774").expect("a key")),
        ..town(&world)
    };
    for input in [district, town(&world)] {
        let made = world
            .coordinator("ruhr")
            .create_municipality(input)
            .await
            .expect("an answer");
        assert_eq!(told(&made.user_errors), []);
    }
    let mut rows = world.rows::<municipality::Entity>().await;
    let (town_row, district) = (rows.pop().expect("the town"), rows.pop().expect("the district"));
    assert_eq!(town_row.parent_id, Some(district.id));
    assert_eq!((town_row.slug.as_str(), town_row.keys_confirmed), ("paderborn", true));

    let again = world.coordinator("ruhr").create_municipality(town(&world)).await;
    assert_eq!(
        told(&again.expect("an answer").user_errors),
        only(UserErrorCode::Duplicate, "input.ags")
    );
}

#[tokio::test]
async fn keys_that_contradict_the_kind_are_refused_one_by_one() {
    let world = World::new().await;
    let ags = |key: &str| Some(Ags::parse(key).expect("a key"));
    let district = |key: &str| Some(DistrictKey::parse(key).expect("a key"));
    for (kind, ags, district_key, path) in [
        (MunicipalityKind::DistrictTown, None, None, "input.ags"),
        (MunicipalityKind::IndependentCity, ags("05774032"), None, "input.ags"),
        (MunicipalityKind::DistrictTown, ags("05124000"), None, "input.ags"),
        (
            MunicipalityKind::DistrictTown,
            ags("05774032"),
            district("05774"),
            "input.districtKey",
        ),
        (MunicipalityKind::District, None, None, "input.districtKey"),
        (MunicipalityKind::District, None, district("05124"), "input.districtKey"),
        (
            MunicipalityKind::District,
            ags("05774032"),
            district("05774"),
            "input.ags",
        ),
    ] {
        let input = CreateMunicipalityInput {
            kind,
            ags,
            district_key,
            ..town(&world)
        };
        let refused = world
            .coordinator("ruhr")
            .create_municipality(input)
            .await
            .expect("an answer");
        let paths: Vec<String> = told(&refused.user_errors).into_iter().map(|(_, path)| path).collect();
        assert_eq!(paths, [path], "{kind:?}");
    }
    let other = CreateMunicipalityInput {
        ars: Some(Ars::parse("059140000000").expect("a key")),
        ..town(&world)
    };
    let refused = world
        .coordinator("ruhr")
        .create_municipality(other)
        .await
        .expect("an answer");
    assert_eq!(told(&refused.user_errors), only(UserErrorCode::Invalid, "input.ars"));
}

#[tokio::test]
async fn a_city_of_no_network_is_corrected_by_any_coordinator_until_it_has_joined_one() {
    let world = World::new().await;
    let keys = |revision| UpdateMunicipalityKeysInput {
        expected_revision: revision,
        ags: MaybeUndefined::Value(Ags::parse("05124000").expect("a key")),
        official_name: MaybeUndefined::Value(format!("Wuppertal, Stadt ({revision})")),
        ..unchanged_keys(&world.house("wuppertal").id)
    };
    let corrected = world.coordinator("weser").update_municipality_keys(keys(1)).await;
    assert_eq!(told(&corrected.expect("an answer").user_errors), []);
    let rows = world.rows::<municipality::Entity>().await;
    let row = rows.iter().find(|row| row.slug == "wuppertal").expect("the city");
    assert_eq!((row.ags.as_deref(), row.keys_confirmed), (Some("05124000"), true));

    let input = super::joining::application(&world, "wuppertal", "elbe");
    let applied = world.admin("wuppertal").apply_for_membership(input).await;
    assert_eq!(told(&applied.expect("an answer").user_errors), []);
    let membership = world.memberships().await.pop().expect("the application");
    let accepted = world
        .coordinator("elbe")
        .accept_membership(super::answer(&super::global(&membership)))
        .await;
    assert_eq!(told(&accepted.expect("an answer").user_errors), []);

    let refused = world.coordinator("weser").update_municipality_keys(keys(2)).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
    let corrected = world.coordinator("elbe").update_municipality_keys(keys(2)).await;
    assert_eq!(told(&corrected.expect("an answer").user_errors), []);
}
