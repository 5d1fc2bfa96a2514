use super::{only, told};
use crate::attempt::unchanged_contact;
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_domain::error::UserErrorCode;
use verbund_domain::{
    ChannelType, ContactChannelInput, UpdateContactPointInput, VerifyContactPointInput, WithdrawContactPointInput,
};
use verbund_entity::Role;

const READER: Who = Who::In(Role::Viewer, "hagen");

async fn verify(world: &World, id: &str) -> Vec<(UserErrorCode, String)> {
    let input = VerifyContactPointInput {
        id: ID::from(id),
        expected_revision: None,
    };
    let answer = world.admin("hagen").verify_contact_point(input).await;
    told(&answer.expect("an answer").user_errors)
}

async fn shown(world: &World, who: Who, id: &str) -> Value {
    let query = "query($id: ID!) { node(id: $id) { ... on ContactPoint { verification verifiedAt } } }";
    world.ask(who, query, json!({ "id": id })).await["node"].clone()
}

/// Contacts that a filter finds.
async fn found(world: &World, who: Who, filter: &str) -> Vec<String> {
    let query =
        format!("{{ contacts(first: 100, filter: {{verification: {filter}}}) {{ totalCount nodes {{ id }} }} }}");
    let answer = world.ask(who, &query, json!({})).await;
    let nodes = answer["contacts"]["nodes"].as_array().expect("nodes").clone();
    assert_eq!(answer["contacts"]["totalCount"], json!(nodes.len()));
    nodes
        .iter()
        .map(|node| node["id"].as_str().expect("an id").to_owned())
        .collect()
}

#[tokio::test]
async fn a_contact_is_unverified_then_verified_and_stale_after_180_days() {
    let mut world = World::new().await;
    let hagen = world.house("hagen").clone();
    let verification = async |world: &World| shown(world, READER, &hagen.contact).await["verification"].clone();
    assert_eq!(verification(&world).await, json!("UNVERIFIED"));
    assert_eq!(verify(&world, &hagen.contact).await, []);
    assert_eq!(verification(&world).await, json!("VERIFIED"));

    world.now += TimeDelta::days(180);
    assert_eq!(verification(&world).await, json!("VERIFIED"));
    world.now += TimeDelta::seconds(1);
    assert_eq!(verification(&world).await, json!("STALE"));
    assert_eq!(
        found(&world, READER, "{eq: STALE}").await,
        std::slice::from_ref(&hagen.contact)
    );
    let untended = found(&world, READER, "{in: [STALE, UNVERIFIED]}").await;
    assert_eq!(
        untended,
        [&hagen.contact, &hagen.public_contact, &hagen.mailbox].map(String::clone)
    );

    assert_eq!(verify(&world, &hagen.contact).await, []);
    assert_eq!(verification(&world).await, json!("VERIFIED"));
}

#[tokio::test]
async fn how_well_contacts_are_kept_is_told_to_nobody_but_their_own_house() {
    let world = World::new().await;
    let id = world.house("hagen").public_contact.clone();
    assert_eq!(verify(&world, &id).await, []);
    for who in [
        Who::Anonymous,
        Who::In(Role::Admin, "herne"),
        Who::Coordinator("ruhr"),
        Who::Installation(Role::Operator),
    ] {
        let nothing = json!({ "verification": null, "verifiedAt": null });
        assert_eq!(shown(&world, who, &id).await, nothing, "{who:?}");
        let all = found(&world, who, "{in: [UNVERIFIED, VERIFIED, STALE]}").await;
        assert!(!all.contains(&id), "{who:?}");
    }
    assert_eq!(found(&world, READER, "{eq: VERIFIED}").await, [id]);
}

#[tokio::test]
async fn other_ways_have_to_be_looked_at_anew_and_another_purpose_has_not() {
    let world = World::new().await;
    let id = world.house("hagen").contact.clone();
    assert_eq!(verify(&world, &id).await, []);
    let change = async |input| {
        let answer = world.admin("hagen").update_contact_point(input).await;
        assert_eq!(told(&answer.expect("an answer").user_errors), []);
    };
    change(UpdateContactPointInput {
        expected_revision: 2,
        purpose: MaybeUndefined::Value("Sprachkurse".into()),
        ..unchanged_contact(&id)
    })
    .await;
    assert_eq!(shown(&world, READER, &id).await["verification"], json!("VERIFIED"));
    let way = ContactChannelInput {
        r#type: ChannelType::Phone,
        value: "030 23125-114".into(),
        display: None,
    };
    change(UpdateContactPointInput {
        expected_revision: 3,
        channels: MaybeUndefined::Value(vec![way]),
        ..unchanged_contact(&id)
    })
    .await;
    assert_eq!(shown(&world, READER, &id).await["verification"], json!("UNVERIFIED"));
}

#[tokio::test]
async fn a_withdrawn_contact_needs_no_verification_and_gets_none() {
    let world = World::new().await;
    let id = world.house("hagen").contact.clone();
    let input = WithdrawContactPointInput {
        id: ID::from(&id),
        expected_revision: None,
    };
    let answer = world.admin("hagen").withdraw_contact_point(input).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    assert_eq!(verify(&world, &id).await, only(UserErrorCode::State, "input.id"));
    assert_eq!(shown(&world, READER, &id).await["verification"], json!(null));
    assert!(!found(&world, READER, "{eq: UNVERIFIED}").await.contains(&id));
}
