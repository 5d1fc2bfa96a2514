//! What must never happen, in sentences written by hand. They do not look at the permission table, so that a wrong
//! row of it cannot make them agree.

use crate::attempt::{Outcome, attempt};
use crate::small_world::{Who, World};
use verbund_domain::access::{Action, Of, Policy, Rule};
use verbund_entity::Role::{Admin, Auditor, Editor, Operator, Viewer};

type Sentence = (&'static str, Who, Action, &'static str);

const VIEWER_OF_HAGEN: Who = Who::In(Viewer, "hagen");
const EDITOR_OF_HAGEN: Who = Who::In(Editor, "hagen");
const ADMIN_OF_HAGEN: Who = Who::In(Admin, "hagen");
const EDITOR_OF_HERNE: Who = Who::In(Editor, "herne");
const ADMIN_OF_HERNE: Who = Who::In(Admin, "herne");
const ADMIN_OF_BOCHUM: Who = Who::In(Admin, "bochum");
const EDITOR_OF_ESSEN: Who = Who::In(Editor, "essen");
const ADMIN_OF_ESSEN: Who = Who::In(Admin, "essen");
const RUHR: Who = Who::Coordinator("ruhr");
const WESER: Who = Who::Coordinator("weser");

/// One line each, so that the list can be read as one.
///
/// Essen's membership in `ruhr` is suspended. Herne works with Hagen on Hagen's project and meeting; Bochum invites
/// Hagen, Hagen invites Herne, Herne invites Bochum and Essen.
#[rustfmt::skip]
const NEVER: &[Sentence] = &[
    ("nobody changes a city's profile without signing in", Who::Anonymous, Action::MunicipalityUpdate, "hagen"),
    ("nobody enters a contact without signing in", Who::Anonymous, Action::ContactPointCreate, "hagen"),
    ("nobody starts a project without signing in", Who::Anonymous, Action::ProjectStart, "hagen"),
    ("nobody cancels a meeting without signing in", Who::Anonymous, Action::MeetingCancel, "hagen"),
    ("who only reads cannot change the own city's profile", VIEWER_OF_HAGEN, Action::MunicipalityUpdate, "hagen"),
    ("who only reads cannot enter a contact", VIEWER_OF_HAGEN, Action::ContactPointCreate, "hagen"),
    ("who only reads cannot change a contact", VIEWER_OF_HAGEN, Action::ContactPointUpdate, "hagen"),
    ("who only reads cannot withdraw a contact", VIEWER_OF_HAGEN, Action::ContactPointWithdraw, "hagen"),
    ("who only reads cannot publish a mailbox", VIEWER_OF_HAGEN, Action::ContactPointPublishFunctional, "hagen"),
    ("who only reads cannot found a project", VIEWER_OF_HAGEN, Action::ProjectCreate, "hagen"),
    ("who only reads cannot change a project", VIEWER_OF_HAGEN, Action::ProjectUpdate, "hagen"),
    ("who only reads cannot start a project", VIEWER_OF_HAGEN, Action::ProjectStart, "hagen"),
    ("who only reads cannot invite to a project", VIEWER_OF_HAGEN, Action::ParticipationInvite, "hagen"),
    ("who only reads cannot sign for the own city", VIEWER_OF_HAGEN, Action::ParticipationConfirm, "hagen"),
    ("who only reads cannot decline for the own city", VIEWER_OF_HAGEN, Action::ParticipationDecline, "hagen"),
    ("who only reads cannot prepare a meeting", VIEWER_OF_HAGEN, Action::MeetingCreate, "hagen"),
    ("who only reads cannot change a meeting", VIEWER_OF_HAGEN, Action::MeetingUpdate, "hagen"),
    ("who only reads cannot move a meeting", VIEWER_OF_HAGEN, Action::MeetingReschedule, "hagen"),
    ("who only reads cannot publish a meeting", VIEWER_OF_HAGEN, Action::MeetingPublish, "hagen"),
    ("who only reads cannot cancel a meeting", VIEWER_OF_HAGEN, Action::MeetingCancel, "hagen"),
    ("who only reads cannot invite organisers", VIEWER_OF_HAGEN, Action::OrganizerInvite, "hagen"),
    ("who only reads cannot agree to organise", VIEWER_OF_HAGEN, Action::OrganizerConfirm, "hagen"),
    ("who only reads cannot decline to organise", VIEWER_OF_HAGEN, Action::OrganizerDecline, "hagen"),
    ("an editor cannot make a contact public", EDITOR_OF_HAGEN, Action::ContactPointPublish, "hagen"),
    ("an editor cannot change a contact that is public", EDITOR_OF_HAGEN, Action::ContactPointCorrect, "hagen"),
    ("an editor cannot make a project public", EDITOR_OF_HAGEN, Action::ProjectPublish, "hagen"),
    ("an editor cannot take over a lead", EDITOR_OF_HAGEN, Action::LeadAccept, "hagen"),
    ("an editor cannot decline a lead", EDITOR_OF_HAGEN, Action::LeadDecline, "hagen"),
    ("an editor cannot offer a lead", EDITOR_OF_HAGEN, Action::LeadOffer, "hagen"),
    ("an editor cannot leave a project", EDITOR_OF_HAGEN, Action::ParticipationWithdraw, "hagen"),
    ("an editor of Hagen cannot change Herne's profile", EDITOR_OF_HAGEN, Action::MunicipalityUpdate, "herne"),
    ("an admin of Hagen cannot change Herne's profile", ADMIN_OF_HAGEN, Action::MunicipalityUpdate, "herne"),
    ("an editor of Hagen cannot enter a contact for Herne", EDITOR_OF_HAGEN, Action::ContactPointCreate, "herne"),
    ("an editor of Hagen cannot change Herne's contact", EDITOR_OF_HAGEN, Action::ContactPointUpdate, "herne"),
    ("an admin of Hagen cannot withdraw Herne's contact", ADMIN_OF_HAGEN, Action::ContactPointWithdraw, "herne"),
    ("an admin of Hagen cannot publish Herne's contact", ADMIN_OF_HAGEN, Action::ContactPointPublish, "herne"),
    ("an editor of Herne cannot found a project for Hagen", EDITOR_OF_HERNE, Action::ProjectCreate, "hagen"),
    ("a partner cannot change the lead's project", EDITOR_OF_HERNE, Action::ProjectUpdate, "hagen"),
    ("a partner cannot publish the lead's project", ADMIN_OF_HERNE, Action::ProjectPublish, "hagen"),
    ("a partner cannot start the lead's project", ADMIN_OF_HERNE, Action::ProjectStart, "hagen"),
    ("a partner cannot invite to the lead's project", EDITOR_OF_HERNE, Action::ParticipationInvite, "hagen"),
    ("an editor of Herne cannot confirm for Bochum", EDITOR_OF_HERNE, Action::ParticipationConfirm, "bochum"),
    ("who invites cannot confirm for the invited", ADMIN_OF_BOCHUM, Action::ParticipationConfirm, "hagen"),
    ("who invites cannot decline for the invited", ADMIN_OF_BOCHUM, Action::ParticipationDecline, "hagen"),
    ("the former lead cannot accept the lead for another", ADMIN_OF_BOCHUM, Action::LeadAccept, "hagen"),
    ("who invites cannot decline the lead for the invited", ADMIN_OF_BOCHUM, Action::LeadDecline, "hagen"),
    ("who takes no part cannot offer a lead", ADMIN_OF_HERNE, Action::LeadOffer, "hagen"),
    ("the lead cannot leave for a partner", ADMIN_OF_BOCHUM, Action::ParticipationWithdraw, "hagen"),
    ("an editor of Herne cannot prepare Hagen's meeting", EDITOR_OF_HERNE, Action::MeetingCreate, "hagen"),
    ("a co-organiser cannot publish the host's meeting", ADMIN_OF_HERNE, Action::MeetingPublish, "hagen"),
    ("a co-organiser cannot cancel the host's meeting", ADMIN_OF_HERNE, Action::MeetingCancel, "hagen"),
    ("a co-organiser cannot move the host's meeting", ADMIN_OF_HERNE, Action::MeetingReschedule, "hagen"),
    ("a co-organiser cannot invite to the host's meeting", ADMIN_OF_HERNE, Action::OrganizerInvite, "hagen"),
    ("who does not organise cannot change a meeting", ADMIN_OF_BOCHUM, Action::MeetingUpdate, "hagen"),
    ("the host cannot agree for a co-organiser", ADMIN_OF_BOCHUM, Action::OrganizerConfirm, "hagen"),
    ("the host cannot decline for a co-organiser", ADMIN_OF_BOCHUM, Action::OrganizerDecline, "hagen"),
    ("the host cannot agree for a network", ADMIN_OF_HERNE, Action::OrganizerConfirm, "ruhr"),
    ("a member cannot prepare its network's meeting", ADMIN_OF_HAGEN, Action::MeetingCreate, "ruhr"),
    ("a co-organiser cannot publish its network's meeting", ADMIN_OF_HAGEN, Action::MeetingPublish, "ruhr"),
    ("a coordinator cannot change a member's profile", RUHR, Action::MunicipalityUpdate, "hagen"),
    ("a coordinator cannot enter a member's contact", RUHR, Action::ContactPointCreate, "hagen"),
    ("a coordinator cannot change a member's project", RUHR, Action::ProjectUpdate, "hagen"),
    ("a coordinator cannot confirm for a member", RUHR, Action::ParticipationConfirm, "hagen"),
    ("a coordinator cannot withdraw a member", RUHR, Action::ParticipationWithdraw, "hagen"),
    ("a coordinator cannot publish a member's meeting", RUHR, Action::MeetingPublish, "hagen"),
    ("a coordinator cannot cancel a member's meeting", RUHR, Action::MeetingCancel, "hagen"),
    ("a coordinator cannot agree for another network", WESER, Action::OrganizerConfirm, "ruhr"),
    ("a coordinator cannot cancel another network's meeting", WESER, Action::MeetingCancel, "ruhr"),
    ("a suspended city cannot enter contacts", EDITOR_OF_ESSEN, Action::ContactPointCreate, "essen"),
    ("a suspended city cannot publish a contact", ADMIN_OF_ESSEN, Action::ContactPointPublish, "essen"),
    ("a suspended city cannot publish a mailbox", EDITOR_OF_ESSEN, Action::ContactPointPublishFunctional, "essen"),
    ("a suspended city cannot found a project", EDITOR_OF_ESSEN, Action::ProjectCreate, "essen"),
    ("a suspended city cannot change its project", EDITOR_OF_ESSEN, Action::ProjectUpdate, "essen"),
    ("a suspended city cannot publish its project", ADMIN_OF_ESSEN, Action::ProjectPublish, "essen"),
    ("a suspended city cannot start its project", EDITOR_OF_ESSEN, Action::ProjectStart, "essen"),
    ("a suspended city cannot invite to its project", EDITOR_OF_ESSEN, Action::ParticipationInvite, "essen"),
    ("a suspended city cannot offer its lead", ADMIN_OF_ESSEN, Action::LeadOffer, "essen"),
    ("a suspended city cannot join a project", EDITOR_OF_ESSEN, Action::ParticipationConfirm, "essen"),
    ("a suspended city cannot take over a lead", ADMIN_OF_ESSEN, Action::LeadAccept, "essen"),
    ("a suspended city cannot prepare a meeting", EDITOR_OF_ESSEN, Action::MeetingCreate, "essen"),
    ("a suspended city cannot change its meeting", EDITOR_OF_ESSEN, Action::MeetingUpdate, "essen"),
    ("a suspended city cannot move its meeting", EDITOR_OF_ESSEN, Action::MeetingReschedule, "essen"),
    ("a suspended city cannot publish its meeting", EDITOR_OF_ESSEN, Action::MeetingPublish, "essen"),
    ("a suspended city cannot invite organisers", EDITOR_OF_ESSEN, Action::OrganizerInvite, "essen"),
    ("a suspended city cannot agree to organise", EDITOR_OF_ESSEN, Action::OrganizerConfirm, "essen"),
    ("an operator cannot change a city's profile", Who::Installation(Operator), Action::MunicipalityUpdate, "hagen"),
    ("an operator cannot change a contact", Who::Installation(Operator), Action::ContactPointCorrect, "hagen"),
    ("an operator cannot withdraw a contact", Who::Installation(Operator), Action::ContactPointWithdraw, "hagen"),
    ("an operator cannot publish a meeting", Who::Installation(Operator), Action::MeetingPublish, "hagen"),
    ("an auditor cannot change a city's profile", Who::Installation(Auditor), Action::MunicipalityUpdate, "hagen"),
    ("an auditor cannot start a project", Who::Installation(Auditor), Action::ProjectStart, "hagen"),
    ("nobody invites somebody to a city without signing in", Who::Anonymous, Action::UserCreate, "hagen"),
    ("nobody gives a role without signing in", Who::Anonymous, Action::RoleGrant, "hagen"),
    ("who only reads cannot invite somebody", VIEWER_OF_HAGEN, Action::UserCreate, "hagen"),
    ("who only reads cannot give a role", VIEWER_OF_HAGEN, Action::RoleGrant, "hagen"),
    ("an editor cannot invite somebody", EDITOR_OF_HAGEN, Action::UserCreate, "hagen"),
    ("an editor cannot give a role", EDITOR_OF_HAGEN, Action::RoleGrant, "hagen"),
    ("an editor cannot take a role away", EDITOR_OF_HAGEN, Action::RoleRevoke, "hagen"),
    ("an editor cannot end somebody's work", EDITOR_OF_HAGEN, Action::UserDeactivate, "hagen"),
    ("an admin of Hagen cannot invite somebody for Herne", ADMIN_OF_HAGEN, Action::UserCreate, "herne"),
    ("an admin of Hagen cannot give roles of Herne", ADMIN_OF_HAGEN, Action::RoleGrant, "herne"),
    ("an admin of Hagen cannot take roles of Herne away", ADMIN_OF_HAGEN, Action::RoleRevoke, "herne"),
    ("an admin of Hagen cannot end somebody's work for Herne", ADMIN_OF_HAGEN, Action::UserDeactivate, "herne"),
    ("a coordinator cannot invite somebody to a member", RUHR, Action::UserCreate, "hagen"),
    ("a coordinator cannot give a role in a member", RUHR, Action::RoleGrant, "hagen"),
    ("a coordinator cannot take a role of a member away", RUHR, Action::RoleRevoke, "hagen"),
    ("a coordinator cannot end somebody's work for a member", RUHR, Action::UserDeactivate, "hagen"),
    ("a coordinator cannot appoint a second administrator", RUHR, Action::FirstAdministratorAppoint, "hagen"),
    ("a coordinator cannot appoint in another network", WESER, Action::FirstAdministratorAppoint, "ruhr"),
    ("a coordinator cannot appoint in a suspended member", RUHR, Action::FirstAdministratorAppoint, "essen"),
    ("a city cannot appoint an administrator of another", ADMIN_OF_HAGEN, Action::FirstAdministratorAppoint, "ruhr"),
    ("nobody of a city appoints its first administrator", VIEWER_OF_HAGEN, Action::FirstAdministratorAppoint, "hagen"),
    ("a suspended city cannot invite somebody", ADMIN_OF_ESSEN, Action::UserCreate, "essen"),
    ("a suspended city cannot give a role", ADMIN_OF_ESSEN, Action::RoleGrant, "essen"),
    ("an operator cannot invite somebody to a city", Who::Installation(Operator), Action::UserCreate, "hagen"),
    ("an operator cannot give a role in a city", Who::Installation(Operator), Action::RoleGrant, "hagen"),
    ("an operator cannot appoint a city's administrator", Who::Installation(Operator), Action::FirstAdministratorAppoint, "ruhr"),
    ("an auditor cannot take a role away", Who::Installation(Auditor), Action::RoleRevoke, "hagen"),
    ("an auditor cannot end somebody's work", Who::Installation(Auditor), Action::UserDeactivate, "hagen"),
];

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

/// Writes that ask for a second right which is as strict, to which no city's role leads, or whose record is seen by
/// administrators only: one wrong row alone opens nothing.
const TWICE_LOCKED_BY_ROLE: [Action; 6] = [
    Action::ContactPointPublishFunctional,
    Action::MeetingReschedule,
    Action::UserDeactivate,
    Action::RoleGrant,
    Action::RoleRevoke,
    Action::FirstAdministratorAppoint,
];
const TWICE_LOCKED_WHILE_SUSPENDED: [Action; 4] = [
    Action::ProjectPublish,
    Action::LeadAccept,
    Action::MeetingReschedule,
    Action::FirstAdministratorAppoint,
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
        let opens = !TWICE_LOCKED_BY_ROLE.contains(&action);
        assert_eq!(broken.is_some(), opens, "{action:?} for {lower:?}: {broken:?}");
    }
}

#[tokio::test]
async fn a_row_that_stays_open_to_suspended_members_is_caught_by_the_list() {
    for action in Action::all() {
        let rule = Policy::standard().rule(action);
        if !rule.while_suspended {
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
        (Action::MeetingPublish, Of::Organizers),
        (Action::MeetingReschedule, Of::Organizers),
        (Action::MeetingCancel, Of::Organizers),
        (Action::OrganizerInvite, Of::Organizers),
        (Action::OrganizerConfirm, Of::Host),
        (Action::OrganizerDecline, Of::Host),
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
