//! The lead passes from one city to another: by the word of both, and there is never a second.

use super::projects::{confirm, part, parts, project, public_id, start, withdraw};
use super::{only, told};
use crate::small_world::{Who, World};
use async_graphql::ID;
use verbund_domain::access::Policy;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{AnswerProjectParticipationInput, HandOverProjectLeadInput};
use verbund_entity::Role;
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{self, ParticipationRole, ParticipationStatus};

fn offer(world: &World, project: &str, heir: &str, key: Option<&str>) -> HandOverProjectLeadInput {
    HandOverProjectLeadInput {
        project: ID::from(project),
        municipality: ID::from(&world.house(heir).id),
        idempotency_key: key.map(str::to_owned),
    }
}

async fn hand_over(world: &World, project: &str, heir: &str) -> Vec<(UserErrorCode, String)> {
    let answer = world
        .admin("hagen")
        .hand_over_project_lead(offer(world, project, heir, None))
        .await;
    told(&answer.expect("an answer").user_errors)
}

/// The confirmed parts of a project: whose, and as what.
async fn confirmed(world: &World, project_id: &str) -> Vec<(Option<i64>, ParticipationRole)> {
    let wanted = project(world, project_id).await.id;
    let mut rows = world.rows::<project_participation::Entity>().await;
    rows.retain(|row| row.project_id == wanted && row.status == ParticipationStatus::Confirmed);
    rows.sort_by_key(|row| row.id);
    rows.iter().map(|row| (row.municipality_id, row.role)).collect()
}

#[tokio::test]
async fn whoever_led_becomes_a_partner_when_the_other_accepts_and_leads_until_then() {
    let world = World::new().await;
    let (hagen, herne) = (world.house("hagen").clone(), world.house("herne").clone());

    assert_eq!(hand_over(&world, &hagen.running, "herne").await, []);
    assert_eq!(project(&world, &hagen.running).await.lead_id, Some(hagen.key));

    let offered = parts(&world, &hagen.running, "herne").await.pop().expect("the offer");
    assert_eq!(confirm(&world, "herne", &offered).await, []);

    let led = project(&world, &hagen.running).await;
    assert_eq!((led.status, led.lead_id), (ProjectStatus::Active, Some(herne.key)));
    assert_eq!(
        confirmed(&world, &hagen.running).await,
        [
            (Some(hagen.key), ParticipationRole::Partner),
            (Some(herne.key), ParticipationRole::Lead)
        ]
    );
    let answer = world
        .admin("hagen")
        .hand_over_project_lead(offer(&world, &hagen.running, "bochum", None))
        .await;
    assert!(matches!(answer, Err(Error::Forbidden)), "who led has no say any more");
    // And back again.
    let back = world
        .admin("herne")
        .hand_over_project_lead(offer(&world, &hagen.running, "hagen", None))
        .await
        .expect("an answer");
    assert_eq!(told(&back.user_errors), []);
    let offered = parts(&world, &hagen.running, "hagen").await.pop().expect("the offer");
    assert_eq!(confirm(&world, "hagen", &offered).await, []);
    assert_eq!(project(&world, &hagen.running).await.lead_id, Some(hagen.key));
}

#[tokio::test]
async fn the_lead_is_offered_to_one_city_at_a_time_and_not_to_whoever_has_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let refused = || only(UserErrorCode::Duplicate, "input.municipality");

    assert_eq!(hand_over(&world, &hagen.running, "hagen").await, refused());
    assert_eq!(hand_over(&world, &hagen.running, "bochum").await, []);
    assert_eq!(hand_over(&world, &hagen.running, "herne").await, refused());
}

#[tokio::test]
async fn an_offer_sent_again_is_answered_by_its_first_result() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let input = || offer(&world, &hagen.running, "herne", Some("4711"));

    session.hand_over_project_lead(input()).await.expect("an answer");
    let once = world.db.dump().await;
    let again = session.hand_over_project_lead(input()).await.expect("an answer");

    assert_eq!(told(&again.user_errors), []);
    assert!(again.participation.is_some());
    assert!(once == world.db.dump().await, "the second request wrote something");
}

#[tokio::test]
async fn an_offer_that_is_declined_leaves_the_lead_where_it_is() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    assert_eq!(hand_over(&world, &hagen.running, "bochum").await, []);
    let offered = part(&world, &hagen.running, "bochum").await;
    let decline = AnswerProjectParticipationInput {
        id: ID::from(&offered),
        expected_revision: None,
    };
    let answer = world.admin("bochum").decline_project_participation(decline).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    assert_eq!(project(&world, &hagen.running).await.lead_id, Some(hagen.key));
    assert_eq!(hand_over(&world, &hagen.running, "herne").await, []);
}

#[tokio::test]
async fn an_editor_of_the_heir_accepts_no_lead() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    assert_eq!(hand_over(&world, &hagen.running, "herne").await, []);
    let offered = parts(&world, &hagen.running, "herne").await.pop().expect("the offer");
    let accept = AnswerProjectParticipationInput {
        id: ID::from(&offered),
        expected_revision: None,
    };

    let editor = world.session(Who::In(Role::Editor, "herne"), Policy::standard());

    let answer = editor.confirm_project_participation(accept).await;
    assert!(matches!(answer, Err(Error::Forbidden)));
}

/// One of the two may be told to send its request again: then it has changed nothing.
#[tokio::test]
async fn a_lead_that_leaves_while_another_accepts_leaves_one_lead_or_none() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    assert_eq!(hand_over(&world, &hagen.running, "bochum").await, []);
    let offered = part(&world, &hagen.running, "bochum").await;
    let lead = part(&world, &hagen.running, "hagen").await;
    let (bochum, leaving) = (world.admin("bochum"), world.admin("hagen"));
    let answer = |id: &str| AnswerProjectParticipationInput {
        id: ID::from(id),
        expected_revision: None,
    };

    let (accepted, _) = tokio::join!(
        bochum.confirm_project_participation(answer(&offered)),
        leaving.withdraw_project_participation(answer(&lead)),
    );

    let after = project(&world, &hagen.running).await;
    let leads: Vec<Option<i64>> = confirmed(&world, &hagen.running)
        .await
        .into_iter()
        .filter(|(_, role)| *role == ParticipationRole::Lead)
        .map(|(city, _)| city)
        .collect();
    assert_eq!(leads, after.lead_id.map(Some).into_iter().collect::<Vec<_>>());
    if accepted.is_ok() {
        assert_eq!(after.lead_id, Some(world.house("bochum").key));
    }
}

#[tokio::test]
async fn an_offer_outlives_the_lead_that_made_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    assert_eq!(hand_over(&world, &hagen.running, "bochum").await, []);
    let lead = part(&world, &hagen.running, "hagen").await;
    assert_eq!(withdraw(&world, "hagen", &lead).await, []);

    let offered = part(&world, &hagen.running, "bochum").await;
    assert_eq!(confirm(&world, "bochum", &offered).await, []);

    assert_eq!(start(&world, "bochum", &hagen.running).await, []);
    let wanted = public_id(&offered);
    let rows = world.rows::<project_participation::Entity>().await;
    let part = rows.iter().find(|row| row.public_id == wanted).expect("the part");
    assert_eq!(
        (part.role, part.status),
        (ParticipationRole::Lead, ParticipationStatus::Confirmed)
    );
}
