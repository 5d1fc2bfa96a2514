//! What one city proposes to change of the records of another, and what becomes of it.

use super::{only, told};
use crate::attempt::{proposal, unchanged_organization};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use serde_json::{Value, json};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{
    DecideChangeProposalInput, RejectChangeProposalInput, UpdateOrganizationInput, WithdrawChangeProposalInput,
};
use verbund_entity::change_proposal::{self, ProposalStatus};
use verbund_entity::organization::LegalForm;
use verbund_entity::{Role, Visibility, audit_entry};

const EDITOR_OF_HAGEN: Who = Who::In(Role::Editor, "hagen");
const EDITOR_OF_HERNE: Who = Who::In(Role::Editor, "herne");
const SHOWN: &str = "query($id: ID!) { node(id: $id) { ... on ChangeProposal { status reason decisionNote
    proposedBy { name } keeper { name } subject { __typename ... on Organization { name } }
    changes { field from to } viewerCan { accept reject withdraw } } } }";

/// Herne proposes to change an organisation of Hagen; answers with the proposal's id.
async fn proposed(world: &World, mut update: Value) -> String {
    let (hagen, herne) = (world.house("hagen").clone(), world.house("herne").id.clone());
    update["id"] = json!(hagen.organization);
    update["expectedRevision"] = json!(1);
    let input = proposal(&herne, json!({ "organization": update }));
    let answer = world.admin("herne").propose_change(input).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    newest(world).await
}

async fn newest(world: &World) -> String {
    let rows = world.rows::<change_proposal::Entity>().await;
    let row = rows.iter().max_by_key(|row| row.id).expect("a proposal");
    verbund_domain::read::id::encode("ChangeProposal", &row.public_id)
}

fn accept(id: &str) -> DecideChangeProposalInput {
    DecideChangeProposalInput {
        id: ID::from(id),
        expected_revision: None,
        note: Some("Danke.".into()),
    }
}

#[tokio::test]
async fn an_accepted_proposal_changes_the_record_as_its_update_would_and_is_told_to_both_houses() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let update = json!({ "name": "Chor am Ufer", "website": "https://chor.example/", "legalForm": null });
    let id = proposed(&world, update).await;

    let changes = json!([
        { "field": "name", "from": "Chor", "to": "Chor am Ufer" },
        { "field": "website", "from": null, "to": "https://chor.example/" },
    ]);
    let shown = world.ask(EDITOR_OF_HERNE, SHOWN, json!({ "id": id })).await["node"].clone();
    assert_eq!(shown["changes"], changes);
    assert_eq!(
        shown["subject"],
        json!({ "__typename": "Organization", "name": "Chor" })
    );
    assert_eq!(
        shown["viewerCan"],
        json!({ "accept": false, "reject": false, "withdraw": true })
    );

    // What was given and changes nothing is not proposed: whoever keeps the record may have said more of it since.
    let more = UpdateOrganizationInput {
        legal_form: MaybeUndefined::Value(LegalForm::Unincorporated),
        ..unchanged_organization(&hagen.organization)
    };
    let answer = world.admin("hagen").update_organization(more).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);

    let answer = world
        .admin("hagen")
        .accept_change_proposal(accept(&id))
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);

    for who in [EDITOR_OF_HAGEN, EDITOR_OF_HERNE] {
        let shown = world.ask(who, SHOWN, json!({ "id": id })).await["node"].clone();
        assert_eq!(
            (&shown["status"], &shown["decisionNote"]),
            (&json!("ACCEPTED"), &json!("Danke."))
        );
        assert_eq!(shown["changes"], changes);
    }
    let node = "query($id: ID!) { node(id: $id) { ... on Organization { name website legalForm revision } } }";
    let record = world
        .ask(EDITOR_OF_HAGEN, node, json!({ "id": hagen.organization }))
        .await;
    let wanted = json!({ "name": "Chor am Ufer", "website": "https://chor.example/",
        "legalForm": "UNINCORPORATED", "revision": 3 });
    assert_eq!(record["node"], wanted);
    let found = "{ organizations(search: \"ufer\") { totalCount } }";
    assert_eq!(
        world.ask(EDITOR_OF_HAGEN, found, json!({})).await["organizations"]["totalCount"],
        1
    );
    let entries = world.rows::<audit_entry::Entity>().await;
    let of_the_record = entries
        .iter()
        .find(|entry| (entry.object_type.as_str(), entry.action.as_str()) == ("Organization", "CHANGE_DECIDE"))
        .expect("an entry");
    assert_eq!(of_the_record.changed_fields, json!(["name", "website"]));
}

#[tokio::test]
async fn what_was_changed_otherwise_meanwhile_is_a_conflict_that_shows_the_new_difference() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let id = proposed(&world, json!({ "name": "Chor am Ufer" })).await;
    let (other, same) = (
        UpdateOrganizationInput {
            website: MaybeUndefined::Null,
            volunteer_based: MaybeUndefined::Value(true),
            ..unchanged_organization(&hagen.organization)
        },
        UpdateOrganizationInput {
            expected_revision: 2,
            name: MaybeUndefined::Value("Singkreis".into()),
            ..unchanged_organization(&hagen.organization)
        },
    );
    for update in [other, same] {
        let answer = world
            .admin("hagen")
            .update_organization(update)
            .await
            .expect("an answer");
        assert_eq!(told(&answer.user_errors), []);
    }

    let session = world.admin("hagen");
    let answer = session.accept_change_proposal(accept(&id)).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::Conflict, "input.id"));
    let shown = world.ask(EDITOR_OF_HERNE, SHOWN, json!({ "id": id })).await["node"].clone();
    let difference = json!([{ "field": "name", "from": "Singkreis", "to": "Chor am Ufer" }]);
    assert_eq!((&shown["status"], &shown["changes"]), (&json!("OUTDATED"), &difference));

    // Who has seen that accepts once more.
    let answer = session.accept_change_proposal(accept(&id)).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
}

#[tokio::test]
async fn a_proposal_is_checked_as_the_update_would_be_and_leaves_to_the_keeper_who_sees_the_record() {
    let world = World::new().await;
    let (hagen, herne) = (world.house("hagen").clone(), world.house("herne").clone());
    let of = |update: Value| proposal(&herne.id, json!({ "organization": update }));
    let named = |fields: Value| {
        let mut update = json!({ "id": hagen.organization, "expectedRevision": 1 });
        update
            .as_object_mut()
            .expect("fields")
            .extend(fields.as_object().expect("fields").clone());
        update
    };
    let session = world.admin("herne");
    for (fields, code, path) in [
        (json!({ "name": "" }), UserErrorCode::Required, ".name"),
        (json!({ "name": null }), UserErrorCode::Required, ".name"),
        (json!({ "validUntil": "2025" }), UserErrorCode::State, ".validUntil"),
        (json!({ "visibility": "PUBLIC" }), UserErrorCode::Invalid, ".visibility"),
        (json!({ "parent": hagen.dormant }), UserErrorCode::Invalid, ".parent"),
        (json!({ "name": "Chor" }), UserErrorCode::Invalid, ""),
        (json!({}), UserErrorCode::Invalid, ""),
        (
            json!({ "expectedRevision": 7, "name": "Z" }),
            UserErrorCode::Conflict,
            ".expectedRevision",
        ),
    ] {
        let answer = session
            .propose_change(of(named(fields.clone())))
            .await
            .expect("an answer");
        let path = format!("input.change.organization{path}");
        assert_eq!(told(&answer.user_errors), only(code, &path), "{fields}");
    }
    let own = json!({ "id": herne.organization, "expectedRevision": 1, "name": "Z" });
    let answer = session.propose_change(of(own)).await.expect("an answer");
    let path = "input.change.organization.id";
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::Invalid, path));
    let nothing = json!({ "id": "nobody", "expectedRevision": 1, "name": "Z" });
    assert!(matches!(
        session.propose_change(of(nothing)).await,
        Err(Error::NotFound)
    ));
    assert_eq!(
        world.rows::<change_proposal::Entity>().await.len(),
        8,
        "only those of the world"
    );
}

#[tokio::test]
async fn people_positions_and_profiles_are_proposed_to_likewise() {
    let world = World::new().await;
    let (hagen, herne) = (world.house("hagen").clone(), world.house("herne").clone());
    for change in [
        json!({ "municipality": { "id": hagen.id, "expectedRevision": 1, "population": 190_000 } }),
        json!({ "person": { "id": hagen.person, "expectedRevision": 1, "honorificPrefix": "Dr." } }),
        json!({ "position": { "id": hagen.position, "expectedRevision": 1, "function": "ADVISER", "validFrom": "2024-05" } }),
    ] {
        let input = proposal(&herne.id, change.clone());
        let answer = world.admin("herne").propose_change(input).await.expect("an answer");
        assert_eq!(told(&answer.user_errors), [], "{change}");
        let id = newest(&world).await;
        let answer = world
            .admin("hagen")
            .accept_change_proposal(accept(&id))
            .await
            .expect("an answer");
        assert_eq!(told(&answer.user_errors), [], "{change}");
    }
    let query = "query($city: ID!, $person: ID!, $position: ID!) {
        city: node(id: $city) { ... on Municipality { population } }
        person: node(id: $person) { ... on Person { honorificPrefix } }
        position: node(id: $position) { ... on Position { function validFrom { edtf } } } }";
    let ids = json!({ "city": hagen.id, "person": hagen.person, "position": hagen.position });
    let wanted = json!({ "city": { "population": 190_000 }, "person": { "honorificPrefix": "Dr." },
        "position": { "function": "ADVISER", "validFrom": { "edtf": "2024-05" } } });
    assert_eq!(world.ask(EDITOR_OF_HAGEN, query, ids).await, wanted);
}

#[tokio::test]
async fn nobody_but_both_houses_sees_a_proposal_and_whoever_sees_the_record_no_more_does_not_either() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let id = proposed(&world, json!({ "name": "Chor am Ufer" })).await;
    let lists = "{ municipalities { nodes { receivedChangeProposals(filter: { status: { eq: OPEN } }) { nodes { id } }
        madeChangeProposals { nodes { id } } } } }";
    let seen = async |who| {
        let node = world.ask(who, SHOWN, json!({ "id": id })).await["node"].is_object();
        let listed = world.ask(who, lists, json!({})).await.to_string().contains(&id);
        assert_eq!(node, listed, "{who:?}");
        node
    };
    let strangers = [
        Who::Anonymous,
        Who::In(Role::Admin, "bochum"),
        Who::Coordinator("ruhr"),
        Who::Installation(Role::Operator),
    ];
    for who in strangers {
        assert!(!seen(who).await, "{who:?}");
    }
    assert!(seen(Who::In(Role::Viewer, "hagen")).await && seen(Who::In(Role::Viewer, "herne")).await);

    let hide = UpdateOrganizationInput {
        visibility: MaybeUndefined::Value(Visibility::Municipality),
        ..unchanged_organization(&hagen.organization)
    };
    let answer = world.admin("hagen").update_organization(hide).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    assert!(seen(EDITOR_OF_HAGEN).await && !seen(EDITOR_OF_HERNE).await);
    let withdraw = WithdrawChangeProposalInput {
        id: ID::from(&id),
        expected_revision: None,
    };
    let answer = world.admin("herne").withdraw_change_proposal(withdraw).await;
    assert!(matches!(answer, Err(Error::NotFound)));
}

#[tokio::test]
async fn a_proposal_that_was_decided_or_taken_back_stays_so() {
    let world = World::new().await;
    let (id, withdrawn) = (
        proposed(&world, json!({ "name": "Chor am Ufer" })).await,
        proposed(&world, json!({ "name": "Chor am Berg" })).await,
    );
    let reject = RejectChangeProposalInput {
        id: ID::from(&id),
        expected_revision: None,
        note: "So heißt er nicht.".into(),
    };
    let answer = world
        .admin("hagen")
        .reject_change_proposal(reject)
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let withdraw = |id: &str| WithdrawChangeProposalInput {
        id: ID::from(id),
        expected_revision: None,
    };
    let answer = world
        .admin("herne")
        .withdraw_change_proposal(withdraw(&withdrawn))
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);

    for id in [&id, &withdrawn] {
        let answer = world
            .admin("hagen")
            .accept_change_proposal(accept(id))
            .await
            .expect("an answer");
        assert_eq!(told(&answer.user_errors), only(UserErrorCode::State, "input.id"));
        let answer = world
            .admin("herne")
            .withdraw_change_proposal(withdraw(id))
            .await
            .expect("an answer");
        assert_eq!(told(&answer.user_errors), only(UserErrorCode::State, "input.id"));
    }
    let rows = world.rows::<change_proposal::Entity>().await;
    let refused = rows
        .iter()
        .find(|row| row.status == ProposalStatus::Rejected)
        .expect("the refused one");
    assert_eq!(refused.decision_note.as_deref(), Some("So heißt er nicht."));
}
