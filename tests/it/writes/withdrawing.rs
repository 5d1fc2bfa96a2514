//! What was asked for is taken back before it is answered.

use super::{only, told};
use crate::small_world::{Who, World};
use async_graphql::ID;
use serde_json::json;
use verbund_domain::access::Policy;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::read::id::encode;
use verbund_domain::{
    AnswerMembershipInput, AnswerProjectParticipationInput, ApplyForMembershipInput, HandOverProjectLeadInput,
    InviteMeetingOrganizerInput, WithdrawOrganizerInvitationInput, WithdrawProjectInvitationInput,
};
use verbund_entity::Role::{Editor, Viewer};
use verbund_entity::meeting_organizer::OrganizerRole;
use verbund_entity::{meeting, project_participation};

fn withdraw(id: &str) -> WithdrawProjectInvitationInput {
    WithdrawProjectInvitationInput {
        id: ID::from(id),
        expected_revision: None,
    }
}

async fn is_seen(world: &World, who: Who, id: &str) -> bool {
    let answer = world
        .ask(who, "query($id: ID!) { node(id: $id) { id } }", json!({ "id": id }))
        .await;
    !answer["node"].is_null()
}

#[tokio::test]
async fn whoever_took_an_application_back_can_apply_again() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let input = AnswerMembershipInput {
        id: ID::from(&hagen.applied),
        expected_revision: None,
    };

    let done = session.withdraw_application(input).await.expect("an answer");
    assert_eq!(told(&done.user_errors), []);

    let again = ApplyForMembershipInput {
        municipality: ID::from(&hagen.id),
        network: ID::from(&world.house("lippe").id),
        note: None,
        idempotency_key: None,
    };
    let again = session.apply_for_membership(again).await.expect("an answer");
    assert_eq!(told(&again.user_errors), []);
    assert!(!is_seen(&world, Who::Anonymous, &hagen.applied).await);
    assert!(!is_seen(&world, Who::Coordinator("weser"), &hagen.applied).await);
    assert!(is_seen(&world, Who::Coordinator("lippe"), &hagen.applied).await);
}

#[tokio::test]
async fn an_invitation_that_was_taken_back_is_accepted_no_more_and_stays_between_the_two() {
    let world = World::new().await;
    let asked = world.house("hagen").asked_partner.clone();
    let done = world.admin("hagen").withdraw_project_invitation(withdraw(&asked)).await;
    assert_eq!(told(&done.expect("an answer").user_errors), []);

    let accept = AnswerProjectParticipationInput {
        id: ID::from(&asked),
        expected_revision: None,
    };
    let late = world.admin("herne").confirm_project_participation(accept).await;

    assert_eq!(
        told(&late.expect("an answer").user_errors),
        only(UserErrorCode::State, "input.id")
    );
    for (who, sees) in [
        (Who::In(Viewer, "hagen"), true),
        (Who::In(Viewer, "herne"), true),
        (Who::In(Viewer, "bochum"), false),
        (Who::Coordinator("ruhr"), false),
        (Who::Anonymous, false),
    ] {
        assert_eq!(is_seen(&world, who, &asked).await, sees, "{who:?}");
    }
}

#[tokio::test]
async fn while_there_is_a_lead_nobody_else_takes_its_offer_back_and_then_it_can_offer_anew() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let offer = || HandOverProjectLeadInput {
        project: ID::from(&hagen.running),
        municipality: ID::from(&world.guest),
        idempotency_key: None,
    };
    let offered = session.hand_over_project_lead(offer()).await.expect("an answer");
    assert_eq!(told(&offered.user_errors), []);
    let parts = world.rows::<project_participation::Entity>().await;
    let part = parts.iter().max_by_key(|row| row.id).expect("the offer");
    let id = encode("ProjectParticipation", &part.public_id);

    let partner = world.admin("herne").withdraw_project_invitation(withdraw(&id)).await;
    assert!(matches!(partner, Err(Error::Forbidden)));
    let editor = world.session(Who::In(Editor, "hagen"), Policy::standard());
    assert!(matches!(
        editor.withdraw_project_invitation(withdraw(&id)).await,
        Err(Error::Forbidden)
    ));

    let done = session
        .withdraw_project_invitation(withdraw(&id))
        .await
        .expect("an answer");
    assert_eq!(told(&done.user_errors), []);
    let anew = session.hand_over_project_lead(offer()).await.expect("an answer");
    assert_eq!(told(&anew.user_errors), []);
}

#[tokio::test]
async fn a_meeting_whose_host_is_asked_no_more_has_none_and_another_can_be_asked() {
    let world = World::new().await;
    let ruhr = world.house("ruhr").clone();
    let (session, bochum) = (world.coordinator("ruhr"), world.house("bochum").clone());
    let invite = || InviteMeetingOrganizerInput {
        meeting: ID::from(&ruhr.meeting),
        party: ID::from(&bochum.id),
        role: OrganizerRole::CoOrganizer,
        idempotency_key: None,
    };
    let invited = session.invite_meeting_organizer(invite()).await.expect("an answer");
    assert_eq!(told(&invited.user_errors), []);
    let rows = world.rows::<verbund_entity::meeting_organizer::Entity>().await;
    let organizer = rows.iter().max_by_key(|row| row.id).expect("the invitation");
    world.house_at(organizer.meeting_id, bochum.key).await;

    let input = WithdrawOrganizerInvitationInput {
        id: ID::from(encode("MeetingOrganizer", &organizer.public_id)),
        expected_revision: None,
    };
    let done = session.withdraw_organizer_invitation(input).await.expect("an answer");

    assert_eq!(told(&done.user_errors), []);
    let meetings = world.rows::<meeting::Entity>().await;
    let meeting = meetings.iter().find(|row| row.id == organizer.meeting_id);
    assert_eq!(meeting.expect("the meeting").host_id, None);
    let anew = session.invite_meeting_organizer(invite()).await.expect("an answer");
    assert_eq!(told(&anew.user_errors), []);
}

impl World {
    /// As the network that keeps a meeting named its host.
    async fn house_at(&self, meeting: i64, city: i64) {
        use sea_orm::{ConnectOptions, ConnectionTrait, Database};
        let mut options = ConnectOptions::new(&self.db.url);
        options.max_connections(1).sqlx_logging(false);
        let connection = Database::connect(options).await.expect("the database opens");
        let sql = format!("update meeting set host_id = {city} where id = {meeting}");
        connection.execute_unprepared(&sql).await.expect("it is so");
        connection.close().await.expect("the connection closes");
    }
}
