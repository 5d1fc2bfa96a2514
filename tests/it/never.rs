//! What must never happen, in sentences written by hand. They do not look at the permission table, so that a wrong
//! row of it cannot make them agree.

mod sentences;

use crate::attempt::{Outcome, attempt};
use crate::small_world::World;
use sentences::NEVER;
use verbund_domain::access::{Action, Of, Policy, Rule};
use verbund_entity::Role::{Admin, Editor, Viewer};

/// The first sentence that does not hold under this table.
async fn broken(policy: Policy) -> Option<&'static str> {
    let world = World::new().await;
    for (sentence, who, action, house) in NEVER {
        if attempt(&world, &world.session(*who, policy), *action, house).await == Outcome::Done {
            return Some(sentence);
        }
    }
    None
}

#[tokio::test]
async fn what_must_never_happen_is_refused_and_leaves_no_trace() {
    assert!(NEVER.len() >= 40, "{} sentences", NEVER.len());
    let world = World::new().await;
    let before = world.db.dump().await;
    for (sentence, who, action, house) in NEVER {
        let outcome = attempt(&world, &world.session(*who, Policy::standard()), *action, house).await;
        assert_eq!(outcome, Outcome::Denied, "{sentence}");
    }
    assert!(before == world.db.dump().await, "a refused write left something behind");
}

/// Writes that ask for a second right which is as strict, or whose record is seen by administrators only: one wrong row
/// alone opens nothing.
const TWICE_LOCKED_BY_ROLE: [Action; 5] = [
    Action::VisibilityWiden,
    Action::ContactPointPublishFunctional,
    Action::UserDeactivate,
    Action::RoleGrant,
    Action::RoleRevoke,
];
const TWICE_LOCKED_WHILE_SUSPENDED: [Action; 6] = [
    Action::ProjectPublish,
    Action::LeadAccept,
    // What is made public is shown to more people than before, which is a right of its own.
    Action::PersonPublish,
    Action::PositionPublish,
    Action::ContactPointPublish,
    Action::ContactPointPublishFunctional,
];

#[tokio::test]
async fn a_role_set_too_low_in_any_row_is_caught_by_the_list() {
    for action in Action::all() {
        let rule = Policy::standard().rule(action);
        let lower = match rule.municipal {
            Some(Admin) => Some(Editor),
            _ => Some(Viewer),
        };
        let broken = broken(Policy::with(
            action,
            Rule {
                municipal: lower,
                ..rule
            },
        ))
        .await;
        // What is a network's alone names no city: whatever role in one the row asks for, nobody has it.
        let opens = !TWICE_LOCKED_BY_ROLE.contains(&action) && rule.municipal.is_some();
        assert_eq!(broken.is_some(), opens, "{action:?} for {lower:?}: {broken:?}");
    }
}

#[tokio::test]
async fn a_row_that_stays_open_to_suspended_members_is_caught_by_the_list() {
    for action in Action::all() {
        let rule = Policy::standard().rule(action);
        if !rule.while_suspended && rule.municipal.is_some() {
            let broken = broken(Policy::with(
                action,
                Rule {
                    while_suspended: true,
                    ..rule
                },
            ))
            .await;
            let opens = !TWICE_LOCKED_WHILE_SUSPENDED.contains(&action);
            assert_eq!(broken.is_some(), opens, "{action:?} while suspended: {broken:?}");
        }
    }
}

#[tokio::test]
async fn a_row_that_asks_the_wrong_party_is_caught_by_the_list() {
    let wrong = [
        (Action::ParticipationConfirm, Of::Lead),
        (Action::ParticipationDecline, Of::Lead),
        (Action::ParticipationWithdraw, Of::Lead),
        (Action::ParticipationEnd, Of::Party),
        (Action::ParticipationUninvite, Of::Party),
        (Action::LeadOfferWithdraw, Of::Party),
        (Action::OrganizerUninvite, Of::Party),
        (Action::LeadHandOver, Of::Participants),
        (Action::ProjectHold, Of::Participants),
        (Action::MeetingPostpone, Of::Organizers),
        (Action::MeetingMoveOnline, Of::Organizers),
        (Action::MeetingMarkHeld, Of::Organizers),
        (Action::MeetingDelete, Of::Organizers),
        (Action::MeetingPublish, Of::Organizers),
        (Action::MeetingReschedule, Of::Organizers),
        (Action::MeetingCancel, Of::Organizers),
        (Action::OrganizerInvite, Of::Organizers),
        (Action::OrganizerConfirm, Of::Host),
        (Action::OrganizerDecline, Of::Host),
        (Action::ChangeDecide, Of::Party),
        (Action::ChangeWithdraw, Of::Steward),
    ];
    for (action, of) in wrong {
        let planted = Policy::with(
            action,
            Rule {
                of,
                ..Policy::standard().rule(action)
            },
        );
        assert!(
            broken(planted).await.is_some(),
            "nobody noticed that {action:?} asks {of:?}"
        );
    }
}

#[tokio::test]
async fn a_row_that_lets_one_side_of_a_membership_answer_for_the_other_is_caught_by_the_list() {
    let of_the_city = Rule {
        municipal: Some(Admin),
        coordinator: false,
        while_suspended: true,
        of: Of::Party,
    };
    let of_the_network = Rule {
        municipal: None,
        coordinator: true,
        while_suspended: false,
        of: Of::Network,
    };
    for (action, wrong) in [
        (Action::MembershipAdmit, of_the_city),
        (Action::MembershipReject, of_the_city),
        (Action::MembershipUninvite, of_the_city),
        (Action::MembershipSuspend, of_the_city),
        (Action::MembershipResume, of_the_city),
        (Action::MembershipTerminate, of_the_city),
        (Action::MunicipalityUpdateKeys, of_the_city),
        (Action::MembershipAccept, of_the_network),
        (Action::MembershipDecline, of_the_network),
        (Action::MembershipWithdraw, of_the_network),
        (Action::MembershipLeave, of_the_network),
    ] {
        let broken = broken(Policy::with(action, wrong)).await;
        assert!(broken.is_some(), "nobody noticed that {action:?} asks {:?}", wrong.of);
    }
}
