//! How a membership begins, and what of it is read by whom.

use super::{answer, decide, global};
use crate::small_world::{Who, World};
use crate::writes::{only, told};
use async_graphql::ID;
use chrono::TimeDelta;
use serde_json::{Value, json};
use verbund_domain::db::Db;
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::{ApplyForMembershipInput, InviteMemberInput, expire_invitations};
use verbund_entity::Role;
use verbund_entity::network_membership::MembershipStatus::{Active, Applied, Expired, Invited, Left};
use verbund_entity::outbox_event::ChangeKind;
use verbund_entity::{audit_entry, outbox_event};

pub(super) fn application(world: &World, city: &str, network: &str) -> ApplyForMembershipInput {
    ApplyForMembershipInput {
        municipality: ID::from(&world.house(city).id),
        network: ID::from(&world.house(network).id),
        note: Some("Unser Rat hat zugestimmt.".into()),
        idempotency_key: None,
    }
}

fn invitation(world: &World, network: &str, city: &str) -> InviteMemberInput {
    InviteMemberInput {
        network: ID::from(&world.house(network).id),
        municipality: ID::from(&world.house(city).id),
        idempotency_key: None,
    }
}

#[tokio::test]
async fn a_city_that_applies_is_a_member_when_the_network_accepts_and_since_that_day() {
    let world = World::new().await;
    let applied = world
        .admin("wuppertal")
        .apply_for_membership(application(&world, "wuppertal", "elbe"))
        .await;
    assert_eq!(told(&applied.expect("an answer").user_errors), []);
    let row = world.memberships().await.pop().expect("the application");
    assert_eq!((row.status, row.member_since.as_deref()), (Applied, None));

    let accepted = world.coordinator("elbe").accept_membership(answer(&global(&row))).await;

    assert_eq!(told(&accepted.expect("an answer").user_errors), []);
    let row = world.membership(&global(&row)).await;
    assert_eq!((row.status, row.member_since.as_deref()), (Active, Some("2026-11-02")));
}

#[tokio::test]
async fn a_city_is_a_member_of_a_network_once_or_is_about_to_be() {
    let world = World::new().await;
    for (city, network) in [
        ("hagen", "ruhr"),
        ("essen", "ruhr"),
        ("minden", "ruhr"),
        ("hagen", "weser"),
    ] {
        let before = world.db.dump().await;
        let applied = world
            .admin(city)
            .apply_for_membership(application(&world, city, network))
            .await;
        let told_of = told(&applied.expect("an answer").user_errors);
        assert_eq!(told_of, only(UserErrorCode::Duplicate, "input.network"), "{city}");
        let network: &'static str = network;
        let invited = world
            .coordinator(network)
            .invite_member(invitation(&world, network, city))
            .await;
        let told_of = told(&invited.expect("an answer").user_errors);
        assert_eq!(told_of, only(UserErrorCode::Duplicate, "input.municipality"), "{city}");
        assert!(
            before == world.db.dump().await,
            "a refused request left something behind"
        );
    }
}

#[tokio::test]
async fn an_application_and_an_invitation_at_once_begin_one_membership() {
    let world = World::new().await;
    let before = world.memberships().await.len();
    let (city, network) = (world.admin("wuppertal"), world.coordinator("elbe"));

    let both = tokio::join!(
        city.apply_for_membership(application(&world, "wuppertal", "elbe")),
        network.invite_member(invitation(&world, "elbe", "wuppertal")),
    );

    let errors = [
        told(&both.0.expect("an answer").user_errors),
        told(&both.1.expect("an answer").user_errors),
    ];
    assert_eq!(
        errors.iter().filter(|errors| errors.is_empty()).count(),
        1,
        "{errors:?}"
    );
    assert_eq!(world.memberships().await.len(), before + 1);
}

#[tokio::test]
async fn an_invitation_sent_twice_under_one_key_is_one() {
    let world = World::new().await;
    let before = world.memberships().await.len();
    for _ in 0..2 {
        let input = InviteMemberInput {
            idempotency_key: Some("4711".into()),
            ..invitation(&world, "elbe", "wuppertal")
        };
        let invited = world.coordinator("elbe").invite_member(input).await.expect("an answer");
        assert_eq!(told(&invited.user_errors), []);
        assert!(invited.membership.is_some());
    }
    assert_eq!(world.memberships().await.len(), before + 1);
}

#[tokio::test]
async fn a_reason_is_needed_to_refuse_and_is_kept() {
    let world = World::new().await;
    let ruhr = world.house("ruhr").clone();
    let mut without = decide(&ruhr.application);
    without.reason = " ".into();
    let refused = world.coordinator("ruhr").reject_membership(without).await;
    assert_eq!(
        told(&refused.expect("an answer").user_errors),
        only(UserErrorCode::Required, "input.reason")
    );

    let rejected = world
        .coordinator("ruhr")
        .reject_membership(decide(&ruhr.application))
        .await;

    assert_eq!(told(&rejected.expect("an answer").user_errors), []);
    let row = world.membership(&ruhr.application).await;
    assert_eq!(row.decision_reason.as_deref(), Some("Beschluss des Netzwerks"));
}

#[tokio::test]
async fn notes_and_reasons_are_read_by_the_two_sides_only() {
    let world = World::new().await;
    let applied = world
        .admin("wuppertal")
        .apply_for_membership(application(&world, "wuppertal", "elbe"))
        .await;
    assert_eq!(told(&applied.expect("an answer").user_errors), []);
    let id = global(&world.memberships().await.pop().expect("the application"));
    let accepted = world.coordinator("elbe").accept_membership(answer(&id)).await;
    assert_eq!(told(&accepted.expect("an answer").user_errors), []);
    let suspended = world.coordinator("elbe").suspend_membership(decide(&id)).await;
    assert_eq!(told(&suspended.expect("an answer").user_errors), []);
    let document = "query($id: ID!) { node(id: $id) { ... on NetworkMembership {
        status applicationNote decisionReason decidedAt } } }";
    for (who, reads) in [
        (Who::Coordinator("elbe"), true),
        (Who::In(Role::Admin, "wuppertal"), true),
        (Who::In(Role::Editor, "wuppertal"), false),
        (Who::In(Role::Admin, "hagen"), false),
        (Who::Coordinator("ruhr"), false),
        (Who::Installation(Role::Operator), false),
        (Who::Anonymous, false),
    ] {
        let answer = world.ask(who, document, json!({ "id": id })).await;
        let expected = if reads {
            json!({
                "status": "SUSPENDED",
                "applicationNote": "Unser Rat hat zugestimmt.",
                "decisionReason": "Beschluss des Netzwerks",
                "decidedAt": "2026-11-02T09:00:00.000Z",
            })
        } else {
            json!({
                "status": "SUSPENDED",
                "applicationNote": null,
                "decisionReason": null,
                "decidedAt": null,
            })
        };
        assert_eq!(answer["node"], expected, "{who:?}");
    }
}

#[tokio::test]
async fn an_application_and_an_invitation_are_seen_by_the_two_sides_only() {
    let world = World::new().await;
    let document = "query($id: ID!) { node(id: $id) { id } }";
    for (id, network, city) in [
        (world.house("ruhr").application.clone(), "ruhr", "minden"),
        (world.house("hagen").invitation_to_join.clone(), "weser", "hagen"),
    ] {
        for who in [
            Who::Coordinator("ruhr"),
            Who::Coordinator("weser"),
            Who::In(Role::Viewer, "hagen"),
            Who::In(Role::Viewer, "minden"),
            Who::In(Role::Admin, "herne"),
            Who::Installation(Role::Operator),
            Who::Anonymous,
        ] {
            let sees = world.ask(who, document, json!({ "id": id })).await["node"] != Value::Null;
            let between = who == Who::Coordinator(network) || who == Who::In(Role::Viewer, city);
            assert_eq!(sees, between, "{who:?}, {network} and {city}");
        }
    }
}

#[tokio::test]
async fn an_invitation_can_be_accepted_for_sixty_days_and_then_a_new_one_is_needed() {
    let mut world = World::new().await;
    let invited = world.house("hagen").invitation_to_join.clone();
    world.now += TimeDelta::days(60);

    let late = world.admin("hagen").accept_membership(answer(&invited)).await;
    assert_eq!(
        told(&late.expect("an answer").user_errors),
        only(UserErrorCode::Deadline, "input.id")
    );
    assert_eq!(world.membership(&invited).await.status, Invited);

    // Who is asked anew is not held up by what has lapsed.
    let anew = world
        .coordinator("weser")
        .invite_member(invitation(&world, "weser", "hagen"))
        .await;
    assert_eq!(told(&anew.expect("an answer").user_errors), []);
    assert_eq!(world.membership(&invited).await.status, Expired);
    let anew = world.memberships().await.pop().expect("the new invitation");
    let accepted = world.admin("hagen").accept_membership(answer(&global(&anew))).await;
    assert_eq!(told(&accepted.expect("an answer").user_errors), []);
    assert_eq!(world.membership(&global(&anew)).await.status, Active);
}

#[tokio::test]
async fn invitations_that_nobody_answers_expire_once_and_that_is_written_down() {
    let world = World::new().await;
    let db = Db::connect(&world.db.url).await.expect("the database opens");
    let day = |days| world.now + TimeDelta::days(days);

    assert_eq!(expire_invitations(&db, day(59)).await.expect("a number"), 0);
    let both = tokio::join!(expire_invitations(&db, day(60)), expire_invitations(&db, day(60)));

    assert_eq!(both.0.expect("a number") + both.1.expect("a number"), 5);
    let expired = world
        .memberships()
        .await
        .into_iter()
        .filter(|row| row.status == Expired);
    let mut expired: Vec<_> = expired.map(|row| (row.public_id, row.revision)).collect();
    assert!(expired.iter().all(|(_, revision)| *revision == 2), "{expired:?}");
    let mut told: Vec<_> = world
        .rows::<audit_entry::Entity>()
        .await
        .into_iter()
        .map(|entry| {
            assert_eq!((entry.user_id, entry.action.as_str()), (None, "MEMBERSHIP_EXPIRE"));
            assert_eq!(entry.changed_fields, json!(["status", "decidedAt"]));
            (entry.object_public_id, 2)
        })
        .collect();
    expired.sort();
    told.sort();
    assert_eq!(told, expired);
    let events = world.rows::<outbox_event::Entity>().await;
    assert_eq!(events.len(), 5);
    assert!(events.iter().all(|event| event.kind == ChangeKind::Updated));
    db.close().await.expect("the connections close");
}

#[tokio::test]
async fn who_comes_again_has_a_new_membership_and_the_old_one_stays() {
    let world = World::new().await;
    let old = world.house("hagen").membership.clone();
    let left = world.admin("hagen").leave_network(super::leave(&old)).await;
    assert_eq!(told(&left.expect("an answer").user_errors), []);

    let applied = world
        .admin("hagen")
        .apply_for_membership(application(&world, "hagen", "ruhr"))
        .await;

    assert_eq!(told(&applied.expect("an answer").user_errors), []);
    let (new, old) = (
        world.memberships().await.pop().expect("the new one"),
        world.membership(&old).await,
    );
    assert_eq!((new.status, new.municipality_id), (Applied, old.municipality_id));
    assert_eq!((old.status, old.member_until.as_deref()), (Left, Some("2026-11-02")));
}

#[tokio::test]
async fn a_network_that_nobody_knows_of_cannot_be_joined() {
    let world = World::new().await;
    let input = ApplyForMembershipInput {
        network: ID::from("nobody"),
        ..application(&world, "hagen", "elbe")
    };
    let applied = world.admin("hagen").apply_for_membership(input).await;
    assert_eq!(
        told(&applied.expect("an answer").user_errors),
        only(UserErrorCode::NotFound, "input.network")
    );
    let unknown = world.admin("hagen").accept_membership(answer("nobody")).await;
    assert!(matches!(unknown, Err(Error::NotFound)));
}
