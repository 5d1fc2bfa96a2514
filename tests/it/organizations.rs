//! Organisations: from founding to dissolution, and when an association stands in the public directory.

use crate::attempt::{merge, unchanged_organization};
use crate::small_world::{Who, World};
use crate::writes::{only, told};
use async_graphql::{ID, MaybeUndefined};
use serde_json::json;
use verbund_domain::error::{Error, UserError, UserErrorCode};
use verbund_domain::session::Session;
use verbund_domain::values::{Edtf, LocalDate};
use verbund_domain::{
    ActivateOrganizationInput, DissolveOrganizationInput, RecordDirectoryConsentInput, ReviveOrganizationInput,
    SetOrganizationDormantInput, UpdateOrganizationInput, WithdrawDirectoryConsentInput,
};
use verbund_entity::organization::{self, OrganizationStatus};
use verbund_entity::{Role, Visibility, directory_consent};

#[derive(Clone, Copy, Debug)]
enum Step {
    Activate,
    Rest,
    Revive,
    Dissolve,
}

const STEPS: [Step; 4] = [Step::Activate, Step::Rest, Step::Revive, Step::Dissolve];

async fn take(session: &Session, step: Step, id: &str) -> Result<Vec<UserError>, Error> {
    let (id, expected_revision) = (ID::from(id), None);
    Ok(match step {
        Step::Activate => {
            let input = ActivateOrganizationInput {
                id,
                expected_revision,
                valid_from: None,
            };
            session.activate_organization(input).await?.user_errors
        }
        Step::Rest => {
            let input = SetOrganizationDormantInput { id, expected_revision };
            session.set_organization_dormant(input).await?.user_errors
        }
        Step::Revive => {
            let input = ReviveOrganizationInput { id, expected_revision };
            session.revive_organization(input).await?.user_errors
        }
        Step::Dissolve => {
            let input = DissolveOrganizationInput {
                id,
                expected_revision,
                valid_until: None,
                successors: None,
            };
            session.dissolve_organization(input).await?.user_errors
        }
    })
}

async fn row(world: &World, id: &str) -> organization::Model {
    let (_, wanted) = verbund_domain::read::id::decode(id).expect("a global id");
    let rows = world.rows::<organization::Entity>().await;
    rows.into_iter()
        .find(|row| row.public_id == wanted)
        .expect("the organisation")
}

#[tokio::test]
async fn an_organisation_takes_from_each_state_the_steps_of_the_table_and_no_others() {
    use OrganizationStatus::{Active, Dissolved, Dormant, Founding, Replaced};
    // Activate, rest, revive, dissolve: where each leads, or nowhere.
    let table = [
        (Founding, [Some(Active), None, None, Some(Dissolved)]),
        (Active, [None, Some(Dormant), None, Some(Dissolved)]),
        (Dormant, [None, None, Some(Active), Some(Dissolved)]),
        (Dissolved, [None, None, None, None]),
        (Replaced, [None, None, None, None]),
    ];
    for (state, leads_to) in table {
        for (step, leads_to) in STEPS.into_iter().zip(leads_to) {
            let world = World::new().await;
            let (hagen, session) = (world.house("hagen").clone(), world.admin("hagen"));
            let id = match state {
                Founding => hagen.founding,
                Dormant => hagen.dormant,
                Active | Dissolved | Replaced => hagen.organization,
            };
            if state == Replaced {
                let input = merge(&hagen.consenting, &id);
                let answer = session.merge_organizations(input).await.expect("an answer");
                assert_eq!(told(&answer.user_errors), []);
            }
            if state == Dissolved {
                let errors = take(&session, Step::Dissolve, &id).await.expect("an answer");
                assert_eq!(told(&errors), []);
            }
            let errors = take(&session, step, &id).await.expect("an answer");
            let refused = only(UserErrorCode::State, "input.id");
            let expected = if leads_to.is_some() { Vec::new() } else { refused };
            assert_eq!(told(&errors), expected, "{step:?} from {state:?}");
            assert_eq!(
                row(&world, &id).await.status,
                leads_to.unwrap_or(state),
                "{step:?} from {state:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_founding_that_is_done_says_since_when_and_a_dissolution_until_when_and_who_follows() {
    let world = World::new().await;
    let (hagen, session) = (world.house("hagen").clone(), world.admin("hagen"));
    let begun = ActivateOrganizationInput {
        id: ID::from(&hagen.founding),
        expected_revision: None,
        valid_from: Edtf::parse("2025-03").ok(),
    };
    let answer = session.activate_organization(begun).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    let ended = |until: &str| DissolveOrganizationInput {
        id: ID::from(&hagen.founding),
        expected_revision: None,
        valid_until: Edtf::parse(until).ok(),
        successors: Some(vec![ID::from(&hagen.organization)]),
    };

    let early = session.dissolve_organization(ended("2024")).await.expect("an answer");
    assert_eq!(
        told(&early.user_errors),
        only(UserErrorCode::Invalid, "input.validUntil")
    );
    let answer = session
        .dissolve_organization(ended("2026-10"))
        .await
        .expect("an answer");
    assert_eq!(told(&answer.user_errors), []);

    let query = "query($id: ID!) { node(id: $id) { ... on Organization { status validFrom { edtf } validUntil { edtf }
        successors { id } } } }";
    let variables = json!({ "id": hagen.founding });
    let told = world.ask(Who::In(Role::Viewer, "hagen"), query, variables).await;
    let wanted = json!({ "status": "DISSOLVED", "validFrom": { "edtf": "2025-03" }, "validUntil": { "edtf": "2026-10" },
        "successors": [{ "id": hagen.organization }] });
    assert_eq!(told["node"], wanted);
}

fn public(id: &str) -> UpdateOrganizationInput {
    UpdateOrganizationInput {
        visibility: MaybeUndefined::Value(Visibility::Public),
        ..unchanged_organization(id)
    }
}

fn consent(world: &World, id: &str) -> RecordDirectoryConsentInput {
    RecordDirectoryConsentInput {
        organization: ID::from(id),
        expected_revision: None,
        given_on: LocalDate(world.now.date_naive()),
        evidence: "Ein Brief".into(),
    }
}

#[tokio::test]
async fn an_association_becomes_public_with_its_consent_only_and_leaves_the_public_when_it_withdraws_it() {
    let world = World::new().await;
    let (hagen, session) = (world.house("hagen").clone(), world.admin("hagen"));
    let id = &hagen.organization;

    let answer = session.update_organization(public(id)).await.expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::State, "input.visibility")
    );
    let answer = session.record_directory_consent(consent(&world, id)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
    let answer = session.record_directory_consent(consent(&world, id)).await;
    let twice = only(UserErrorCode::Duplicate, "input.organization");
    assert_eq!(told(&answer.expect("an answer").user_errors), twice);
    let answer = session.update_organization(public(id)).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), []);
    assert_eq!(row(&world, id).await.visibility, Visibility::Public);

    let withdraw = |withdrawn_on| WithdrawDirectoryConsentInput {
        organization: ID::from(id),
        expected_revision: None,
        withdrawn_on,
    };
    let answer = session.withdraw_directory_consent(withdraw(None)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    assert_eq!(row(&world, id).await.visibility, Visibility::Network);
    let query = "query($id: ID!) { node(id: $id) { id } }";
    let anybody = world.ask(Who::Anonymous, query, json!({ "id": id })).await;
    assert_eq!(anybody["node"], json!(null));
    let answer = session.withdraw_directory_consent(withdraw(None)).await;
    let none = only(UserErrorCode::State, "input.organization");
    assert_eq!(told(&answer.expect("an answer").user_errors), none);
}

#[tokio::test]
async fn an_association_that_rests_or_is_dissolved_leaves_the_public_though_its_consent_holds() {
    for step in [Step::Rest, Step::Dissolve] {
        let world = World::new().await;
        let (hagen, session) = (world.house("hagen").clone(), world.admin("hagen"));
        let errors = take(&session, step, &hagen.consenting).await.expect("an answer");
        assert_eq!(told(&errors), []);
        assert_eq!(row(&world, &hagen.consenting).await.visibility, Visibility::Network);

        let again = UpdateOrganizationInput {
            expected_revision: 2,
            ..public(&hagen.consenting)
        };
        let answer = session.update_organization(again).await.expect("an answer");
        assert_eq!(
            told(&answer.user_errors),
            only(UserErrorCode::State, "input.visibility")
        );
    }
}

#[tokio::test]
async fn what_is_public_does_not_become_an_association_on_the_way() {
    let world = World::new().await;
    let session = world.admin("hagen");
    let input = verbund_domain::CreateOrganizationInput {
        kind: organization::OrganizationKind::Company,
        visibility: Visibility::Public,
        ..crate::attempt::new_organization(&world.house("hagen").id)
    };
    let made = session.create_organization(input).await.expect("an answer");
    assert_eq!(told(&made.user_errors), []);
    let rows = world.rows::<organization::Entity>().await;
    let made = rows.iter().max_by_key(|row| row.id).expect("the company");
    let input = UpdateOrganizationInput {
        kind: MaybeUndefined::Value(organization::OrganizationKind::Association),
        ..unchanged_organization(&verbund_domain::read::id::encode("Organization", &made.public_id))
    };
    let answer = session.update_organization(input).await.expect("an answer");
    assert_eq!(
        told(&answer.user_errors),
        only(UserErrorCode::State, "input.visibility")
    );
}

#[tokio::test]
async fn what_proves_a_consent_is_seen_in_the_house_that_keeps_the_association_and_nowhere_else() {
    let world = World::new().await;
    let id = world.house("hagen").consenting.clone();
    let query = "query($id: ID!) { node(id: $id) { ... on Organization {
        directoryConsents { totalCount nodes { evidence withdrawnOn } } } } }";
    for (who, sees) in [
        (Who::Anonymous, 0),
        (Who::In(Role::Admin, "herne"), 0),
        (Who::Coordinator("ruhr"), 0),
        (Who::Installation(Role::Auditor), 0),
        (Who::In(Role::Viewer, "hagen"), 1),
    ] {
        let answer = world.ask(who, query, json!({ "id": id })).await;
        let consents = &answer["node"]["directoryConsents"];
        assert_eq!(consents["totalCount"], json!(sees), "{who:?}");
        assert_eq!(consents["nodes"].as_array().map(Vec::len), Some(sees), "{who:?}");
    }
}

#[tokio::test]
async fn a_consent_is_neither_given_nor_withdrawn_on_a_day_to_come_nor_withdrawn_before_it_was_given() {
    let world = World::new().await;
    let (hagen, session) = (world.house("hagen").clone(), world.admin("hagen"));
    let today = world.now.date_naive();
    let tomorrow = LocalDate(today.succ_opt().expect("a day"));
    let early = RecordDirectoryConsentInput {
        given_on: tomorrow,
        ..consent(&world, &hagen.organization)
    };
    let answer = session.record_directory_consent(early).await.expect("an answer");
    assert_eq!(told(&answer.user_errors), only(UserErrorCode::Invalid, "input.givenOn"));
    for day in [tomorrow, LocalDate(today - chrono::Days::new(31))] {
        let input = WithdrawDirectoryConsentInput {
            organization: ID::from(&hagen.consenting),
            expected_revision: None,
            withdrawn_on: Some(day),
        };
        let answer = session.withdraw_directory_consent(input).await.expect("an answer");
        assert_eq!(
            told(&answer.user_errors),
            only(UserErrorCode::Invalid, "input.withdrawnOn")
        );
    }
    let rows = world.rows::<directory_consent::Entity>().await;
    assert!(rows.iter().all(|row| row.withdrawn_on.is_none()));
}
