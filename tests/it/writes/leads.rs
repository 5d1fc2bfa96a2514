//! Who leads a project, and what becomes of one that loses its lead or its partners.

use super::projects::{confirm, invite, part, parts, project, public_id, start, withdraw};
use super::told;
use crate::small_world::World;
use async_graphql::ID;
use verbund_domain::error::Error;
use verbund_domain::{AnswerProjectParticipationInput, StartProjectInput};
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{ParticipationRole, ParticipationStatus};
use verbund_entity::{project, project_participation};

/// Hagen's project, running, with Herne and Bochum as partners.
async fn three_together(world: &World) -> String {
    let hagen = world.house("hagen").clone();
    assert_eq!(
        invite(world, "hagen", &hagen.project, "bochum", ParticipationRole::Partner).await,
        []
    );
    let bochum = part(world, &hagen.project, "bochum").await;
    assert_eq!(confirm(world, "bochum", &bochum).await, []);
    assert_eq!(start(world, "hagen", &hagen.project).await, []);
    hagen.project
}

#[tokio::test]
async fn two_partners_that_leave_at_once_leave_no_project_running_with_one_city() {
    let world = World::new().await;
    let together = three_together(&world).await;
    let (herne, bochum) = (
        part(&world, &together, "herne").await,
        part(&world, &together, "bochum").await,
    );

    let both = tokio::join!(withdraw(&world, "herne", &herne), withdraw(&world, "bochum", &bochum));

    assert_eq!(both, (vec![], vec![]));
    assert_eq!(project(&world, &together).await.status, ProjectStatus::OnHold);
}

#[tokio::test]
async fn a_project_whose_lead_leaves_finds_a_new_one_among_its_partners_and_goes_on() {
    let world = World::new().await;
    let together = three_together(&world).await;
    let lead = part(&world, &together, "hagen").await;

    assert_eq!(withdraw(&world, "hagen", &lead).await, []);
    let left = project(&world, &together).await;
    assert_eq!((left.status, left.lead_id), (ProjectStatus::OnHold, None));
    // Nobody leads it now, and whoever did has no say any more.
    for city in ["hagen", "herne"] {
        let input = StartProjectInput {
            id: ID::from(&together),
            expected_revision: None,
        };
        let refused = world.admin(city).start_project(input).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{city}");
    }

    assert_eq!(
        invite(&world, "bochum", &together, "herne", ParticipationRole::Lead).await,
        []
    );
    let offer = parts(&world, &together, "herne").await.pop().expect("the offer");
    assert_eq!(confirm(&world, "herne", &offer).await, []);
    assert_eq!(start(&world, "herne", &together).await, []);

    let led = project(&world, &together).await;
    assert_eq!(
        (led.status, led.lead_id),
        (ProjectStatus::Active, Some(world.house("herne").key))
    );
    let herne: Vec<_> = world
        .rows::<project_participation::Entity>()
        .await
        .into_iter()
        .filter(|part| part.project_id == led.id && part.municipality_id == led.lead_id)
        .map(|part| (part.role, part.status))
        .collect();
    assert_eq!(
        herne,
        [
            (ParticipationRole::Partner, ParticipationStatus::Ended),
            (ParticipationRole::Lead, ParticipationStatus::Confirmed)
        ]
    );
}

#[tokio::test]
async fn who_accepts_the_lead_leads_from_then_on() {
    let world = World::new().await;
    let herne = world.house("herne").clone();
    let input = AnswerProjectParticipationInput {
        id: ID::from(&herne.lead_offer),
        expected_revision: None,
    };

    let answer = world
        .admin("herne")
        .confirm_project_participation(input)
        .await
        .expect("an answer");

    assert_eq!(told(&answer.user_errors), []);
    let offer = public_id(&herne.lead_offer);
    let parts = world.rows::<project_participation::Entity>().await;
    let accepted = parts.iter().find(|part| part.public_id == offer).expect("the offer");
    assert_eq!(accepted.status, ParticipationStatus::Confirmed);
    let projects = world.rows::<project::Entity>().await;
    let led = projects
        .iter()
        .find(|row| row.id == accepted.project_id)
        .expect("the project");
    assert_eq!(led.lead_id, Some(herne.key));
}
