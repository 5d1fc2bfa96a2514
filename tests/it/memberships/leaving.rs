//! What leaving a network takes along, and what it leaves.

use super::{answer, decide, leave, public_id};
use crate::small_world::World;
use crate::writes::told;
use async_graphql::ID;
use verbund_domain::{AnswerProjectParticipationInput, InviteProjectParticipantInput, StartProjectInput};
use verbund_entity::Visibility;
use verbund_entity::meeting_organizer::{self, OrganizerStatus};
use verbund_entity::network_membership::MembershipStatus::{Active, Left, Suspended};
use verbund_entity::project::ProjectStatus;
use verbund_entity::project_participation::{self, ParticipationRole, ParticipationStatus};
use verbund_entity::{contact_point, project};

impl World {
    async fn leaves(&self, city: &'static str) {
        let id = self.house(city).membership.clone();
        let left = self.admin(city).leave_network(leave(&id)).await.expect("an answer");
        assert_eq!(told(&left.user_errors), []);
    }

    async fn project(&self, id: &str) -> project::Model {
        let wanted = public_id(id);
        let mut rows = self.rows::<project::Entity>().await;
        rows.retain(|row| row.public_id == wanted);
        rows.pop().expect("the project")
    }

    async fn part(&self, id: &str) -> project_participation::Model {
        let wanted = public_id(id);
        let mut rows = self.rows::<project_participation::Entity>().await;
        rows.retain(|row| row.public_id == wanted);
        rows.pop().expect("the participation")
    }

    async fn organizer(&self, id: &str) -> meeting_organizer::Model {
        let wanted = public_id(id);
        let mut rows = self.rows::<meeting_organizer::Entity>().await;
        rows.retain(|row| row.public_id == wanted);
        rows.pop().expect("the organiser")
    }

    /// Levels of a city's contacts, sorted.
    async fn levels(&self, city: &str) -> Vec<Visibility> {
        let city = self.house(city).key;
        let mut rows = self.rows::<contact_point::Entity>().await;
        rows.retain(|row| row.steward_id == city);
        rows.sort_by_key(|row| row.id);
        rows.iter().map(|row| row.visibility).collect()
    }

    /// Makes a city a member of `weser` too.
    async fn joins_weser(&self, city: &'static str) {
        let invitation = self.house(city).invitation_to_join.clone();
        let accepted = self.admin(city).accept_membership(answer(&invitation)).await;
        assert_eq!(told(&accepted.expect("an answer").user_errors), []);
    }
}

#[tokio::test]
async fn contacts_for_the_network_stay_in_the_house_and_public_ones_stay_public() {
    use Visibility::{Municipality, Network, Public};
    let world = World::new().await;
    assert_eq!(world.levels("hagen").await, [Network, Public, Network]);

    world.leaves("hagen").await;

    assert_eq!(world.levels("hagen").await, [Municipality, Public, Municipality]);
    assert_eq!(world.levels("herne").await, [Network, Public, Network]);
}

#[tokio::test]
async fn who_is_in_another_network_keeps_its_contacts_for_that_one() {
    use Visibility::{Network, Public};
    let world = World::new().await;
    world.joins_weser("hagen").await;
    world.leaves("hagen").await;
    assert_eq!(world.levels("hagen").await, [Network, Public, Network]);
}

#[tokio::test]
async fn two_memberships_that_end_at_once_leave_no_contact_open_to_networks() {
    use Visibility::{Municipality, Public};
    let world = World::new().await;
    world.joins_weser("hagen").await;
    let hagen = world.house("hagen").clone();
    let (one, other) = (world.admin("hagen"), world.coordinator("weser"));

    let both = tokio::join!(
        one.leave_network(leave(&hagen.membership)),
        other.terminate_membership(decide(&hagen.invitation_to_join)),
    );

    assert_eq!(told(&both.0.expect("an answer").user_errors), []);
    assert_eq!(told(&both.1.expect("an answer").user_errors), []);
    assert_eq!(world.levels("hagen").await, [Municipality, Public, Municipality]);
}

#[tokio::test]
async fn its_parts_in_running_projects_end_and_a_project_without_a_lead_rests() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let started = world
        .admin("hagen")
        .start_project(StartProjectInput {
            id: ID::from(&hagen.project),
            expected_revision: None,
        })
        .await;
    assert_eq!(told(&started.expect("an answer").user_errors), []);

    world.leaves("hagen").await;

    let led = world.project(&hagen.project).await;
    assert_eq!((led.status, led.lead_id), (ProjectStatus::OnHold, None));
    assert!(led.status_reason.is_some());
    assert_eq!(world.part(&hagen.part).await.status, ParticipationStatus::Ended);
    // What it was only asked for, it declines.
    assert_eq!(
        world.part(&hagen.invitation).await.status,
        ParticipationStatus::Declined
    );
    assert_eq!(
        world.part(&hagen.lead_offer).await.status,
        ParticipationStatus::Declined
    );
    assert_eq!(
        world.organizer(&hagen.organizer).await.status,
        OrganizerStatus::Declined
    );
}

/// Hagen's project, running, with Herne and Bochum as partners.
async fn three_together(world: &World) -> String {
    let hagen = world.house("hagen").clone();
    let input = InviteProjectParticipantInput {
        project: ID::from(&hagen.project),
        party: ID::from(&world.house("bochum").id),
        role: ParticipationRole::Partner,
        contribution: None,
        idempotency_key: None,
    };
    let invited = world.admin("hagen").invite_project_participant(input).await;
    assert_eq!(told(&invited.expect("an answer").user_errors), []);
    let row = world
        .rows::<project_participation::Entity>()
        .await
        .pop()
        .expect("a part");
    let input = AnswerProjectParticipationInput {
        id: ID(verbund_domain::read::id::encode("ProjectParticipation", &row.public_id)),
        expected_revision: None,
    };
    let confirmed = world.admin("bochum").confirm_project_participation(input).await;
    assert_eq!(told(&confirmed.expect("an answer").user_errors), []);
    let started = world
        .admin("hagen")
        .start_project(StartProjectInput {
            id: ID::from(&hagen.project),
            expected_revision: None,
        })
        .await;
    assert_eq!(told(&started.expect("an answer").user_errors), []);
    hagen.project
}

#[tokio::test]
async fn a_running_project_of_three_goes_on_when_a_partner_leaves() {
    let world = World::new().await;
    let together = three_together(&world).await;

    world.leaves("bochum").await;

    let led = world.project(&together).await;
    let hagen = world.house("hagen").key;
    assert_eq!((led.status, led.lead_id), (ProjectStatus::Active, Some(hagen)));
}

#[tokio::test]
async fn two_cities_that_leave_at_once_leave_no_project_running_with_one_city() {
    let world = World::new().await;
    let together = three_together(&world).await;

    tokio::join!(world.leaves("herne"), world.leaves("bochum"));

    assert_eq!(world.project(&together).await.status, ProjectStatus::OnHold);
}

#[tokio::test]
async fn what_it_does_with_a_city_of_another_common_network_goes_on() {
    let world = World::new().await;
    world.joins_weser("hagen").await;
    world.joins_weser("bochum").await;
    let hagen = world.house("hagen").clone();

    world.leaves("hagen").await;

    // With Bochum, which is in Weser too; and with Herne alone, which is not.
    assert_eq!(world.part(&hagen.part).await.status, ParticipationStatus::Confirmed);
    assert_eq!(world.part(&hagen.invitation).await.status, ParticipationStatus::Invited);
    assert_eq!(world.organizer(&hagen.organizer).await.status, OrganizerStatus::Invited);
    assert_eq!(world.project(&hagen.project).await.lead_id, None);
}

#[tokio::test]
async fn a_project_that_a_city_carries_alone_stays_its_own() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let made = world
        .admin("hagen")
        .create_project(crate::attempt::new_project(&hagen.id))
        .await;
    assert_eq!(told(&made.expect("an answer").user_errors), []);
    let alone = world.rows::<project::Entity>().await.pop().expect("the project");

    world.leaves("hagen").await;

    let after = world.rows::<project::Entity>().await;
    let after = after.iter().find(|row| row.id == alone.id).expect("the project");
    assert_eq!(after, &alone);
}

#[tokio::test]
async fn a_suspended_member_may_leave_and_the_network_may_end_it_with_the_same_result() {
    for by_network in [false, true] {
        let world = World::new().await;
        let essen = world.house("essen").clone();
        assert_eq!(world.membership(&essen.membership).await.status, Suspended);
        if by_network {
            let ended = world
                .coordinator("ruhr")
                .terminate_membership(decide(&essen.membership))
                .await;
            assert_eq!(told(&ended.expect("an answer").user_errors), []);
        } else {
            world.leaves("essen").await;
        }
        let row = world.membership(&essen.membership).await;
        assert_eq!((row.status, row.member_until.as_deref()), (Left, Some("2026-11-02")));
        assert_eq!(row.decision_reason.is_some(), by_network);
        assert_eq!(world.part(&essen.part).await.status, ParticipationStatus::Ended);
    }
}

#[tokio::test]
async fn suspending_takes_nothing_away() {
    let world = World::new().await;
    let herne = world.house("herne").clone();
    let levels = world.levels("herne").await;
    let suspended = world
        .coordinator("ruhr")
        .suspend_membership(decide(&herne.membership))
        .await;
    assert_eq!(told(&suspended.expect("an answer").user_errors), []);

    assert_eq!(world.part(&herne.part).await.status, ParticipationStatus::Confirmed);
    assert_eq!(world.levels("herne").await, levels);
    let resumed = world
        .coordinator("ruhr")
        .resume_membership(answer(&herne.membership))
        .await;
    assert_eq!(told(&resumed.expect("an answer").user_errors), []);
    let row = world.membership(&herne.membership).await;
    assert_eq!((row.status, row.member_since), (Active, None));
}
