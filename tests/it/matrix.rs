//! Every action by every kind of principal, done for real and compared with the permission table.

use crate::attempt::{Outcome, attempt};
use crate::small_world::{House, Who, World};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;
use verbund_domain::access::{Action, Policy};
use verbund_entity::Role;

/// Each kind of principal; Hagen and Herne are active members, Essen a suspended one.
const PRINCIPALS: [Who; 14] = [
    Who::Anonymous,
    Who::In(Role::Viewer, "hagen"),
    Who::In(Role::Editor, "hagen"),
    Who::In(Role::Admin, "hagen"),
    Who::In(Role::Viewer, "herne"),
    Who::In(Role::Editor, "herne"),
    Who::In(Role::Admin, "herne"),
    Who::In(Role::Viewer, "essen"),
    Who::In(Role::Editor, "essen"),
    Who::In(Role::Admin, "essen"),
    Who::Coordinator("ruhr"),
    Who::Coordinator("weser"),
    Who::Installation(Role::Operator),
    Who::Installation(Role::Auditor),
];

/// What belongs to a city that is active, to one that is suspended, to one that nobody above works for, and to a
/// network.
const HOUSES: [&str; 4] = ["hagen", "essen", "bochum", "ruhr"];

/// The rights that a write asks for, the one it is named after last.
fn rights(action: Action) -> &'static [Action] {
    use Action::*;
    match action {
        MunicipalityUpdate => &[MunicipalityUpdate],
        VisibilityWiden => &[DocumentUpdate, VisibilityWiden],
        ContactPointCreate => &[ContactPointCreate],
        ContactPointUpdate => &[ContactPointUpdate],
        ContactPointCorrect => &[ContactPointUpdate, ContactPointCorrect],
        ContactPointPublish => &[ContactPointUpdate, ContactPointPublish],
        ContactPointPublishFunctional => &[ContactPointUpdate, ContactPointPublishFunctional],
        ContactPointWithdraw => &[ContactPointWithdraw],
        ContactPointVerify => &[ContactPointVerify],
        PersonCreate => &[PersonCreate],
        PersonUpdate => &[PersonUpdate],
        PersonPublish => &[PersonUpdate, PersonPublish],
        PositionCreate => &[PositionCreate],
        PositionUpdate => &[PositionUpdate],
        PositionEnd => &[PositionEnd],
        PositionPublish => &[PositionUpdate, PositionPublish],
        OrganizationCreate => &[OrganizationCreate],
        OrganizationUpdate => &[OrganizationUpdate],
        OrganizationActivate => &[OrganizationActivate],
        OrganizationRest => &[OrganizationRest],
        OrganizationRevive => &[OrganizationRevive],
        OrganizationDissolve => &[OrganizationDissolve],
        OrganizationMerge => &[OrganizationMerge],
        DirectoryConsentRecord => &[DirectoryConsentRecord],
        DirectoryConsentWithdraw => &[DirectoryConsentWithdraw],
        ProjectCreate => &[ProjectCreate],
        ProjectUpdate => &[ProjectUpdate],
        ProjectStart => &[ProjectStart],
        ProjectPublish => &[ProjectUpdate, ProjectPublish],
        ProjectPlan => &[ProjectPlan],
        ProjectHold => &[ProjectHold],
        ProjectComplete => &[ProjectComplete],
        ProjectCancel => &[ProjectCancel],
        ProjectArchive => &[ProjectArchive],
        ProjectReopen => &[ProjectReopen],
        ParticipationEnd => &[ParticipationEnd],
        LeadHandOver => &[LeadHandOver],
        ParticipationInvite => &[ParticipationInvite],
        LeadOffer => &[LeadOffer],
        ParticipationUninvite => &[ParticipationUninvite],
        LeadOfferWithdraw => &[LeadOfferWithdraw],
        ParticipationConfirm => &[ParticipationConfirm],
        LeadAccept => &[ParticipationConfirm, LeadAccept],
        LeadDecline => &[ParticipationDecline, LeadDecline],
        ParticipationDecline => &[ParticipationDecline],
        ParticipationWithdraw => &[ParticipationWithdraw],
        MeetingSeriesCreate => &[MeetingSeriesCreate],
        MeetingSeriesUpdate => &[MeetingSeriesUpdate],
        MeetingCreate => &[MeetingCreate],
        MeetingUpdate => &[MeetingUpdate],
        AgendaUpdate => &[AgendaUpdate],
        SessionRoleDelete => &[SessionRoleDelete],
        MeetingReschedule => &[MeetingReschedule],
        MeetingPostpone => &[MeetingPostpone],
        MeetingMoveOnline => &[MeetingMoveOnline],
        MeetingMarkHeld => &[MeetingMarkHeld],
        MeetingDelete => &[MeetingDelete],
        MeetingPublish => &[MeetingPublish],
        MeetingCancel => &[MeetingCancel],
        OrganizerInvite => &[OrganizerInvite],
        OrganizerUninvite => &[OrganizerUninvite],
        OrganizerConfirm => &[OrganizerConfirm],
        OrganizerDecline => &[OrganizerDecline],
        NetworkUpdate => &[NetworkUpdate],
        MembershipApply => &[MembershipApply],
        MembershipInvite => &[MembershipInvite],
        MembershipWithdraw => &[MembershipWithdraw],
        MembershipUninvite => &[MembershipUninvite],
        MembershipAdmit => &[MembershipAdmit],
        MembershipAccept => &[MembershipAccept],
        MembershipReject => &[MembershipReject],
        MembershipDecline => &[MembershipDecline],
        MembershipSuspend => &[MembershipSuspend],
        MembershipResume => &[MembershipResume],
        MembershipLeave => &[MembershipLeave],
        MembershipTerminate => &[MembershipTerminate],
        TopicCreate => &[TopicCreate],
        TopicUpdate => &[TopicUpdate],
        MunicipalityCreate => &[MunicipalityCreate],
        MunicipalityUpdateKeys => &[MunicipalityUpdateKeys],
        SessionResultSupport => &[SessionResultSupport],
        SessionResultSupportWithdraw => &[SessionResultSupportWithdraw],
        PlaceCreate => &[PlaceCreate],
        PlaceUpdate => &[PlaceUpdate],
        DocumentAttach => &[DocumentAttach],
        DocumentUpdate => &[DocumentUpdate],
        AttendanceEnter => &[AttendanceEnter],
        AttendanceUpdate => &[AttendanceUpdate],
        UserCreate => &[UserCreate],
        UserDeactivate => &[UserDeactivate],
        RoleGrant => &[RoleGrant],
        RoleRevoke => &[RoleRevoke],
        FirstAdministratorAppoint => &[FirstAdministratorAppoint],
        ChangePropose => &[ChangePropose],
        ChangeDecide => &[ChangeDecide],
        ChangeWithdraw => &[ChangeWithdraw],
    }
}

/// Whether the house has such a thing.
fn concerns(action: Action, house: &str) -> bool {
    use Action::*;
    let both = matches!(action, AgendaUpdate | FirstAdministratorAppoint)
        || action.name().starts_with("MEETING")
        || action.name().starts_with("ORGANIZER");
    let of_networks = matches!(
        action,
        NetworkUpdate
            | MembershipInvite
            | MembershipUninvite
            | MembershipAdmit
            | MembershipReject
            | MembershipSuspend
            | MembershipResume
            | MembershipTerminate
            | TopicCreate
            | TopicUpdate
            | MunicipalityCreate
    );
    both || of_networks == (house == "ruhr")
}

/// Whether a network's coordinator answers for such a thing in the house: all cities above are in one network.
fn coordinates(network: &str, action: Action, house: &str) -> bool {
    match action {
        Action::TopicUpdate => true,
        Action::MunicipalityUpdateKeys => network == "ruhr",
        _ => network == house,
    }
}

/// What the table says: the principal's role in that very house, and no other.
fn expected(who: Who, action: Action, house: &str) -> bool {
    rights(action).iter().all(|right| {
        let rule = Policy::standard().rule(*right);
        match who {
            Who::In(role, city) => {
                let suspended = city == "essen";
                // Of the cities above, Herne co-organises Hagen's meeting, Hagen that of Bochum, Essen and the network.
                let organizes = [Action::MeetingUpdate, Action::AgendaUpdate, Action::SessionRoleDelete]
                    .contains(right)
                    && co_organizes(city, house);
                let least = [Role::Viewer, Role::Editor, Role::Admin];
                let high = |role| least.iter().position(|one| *one == role);
                (city == house || organizes)
                    && rule.municipal.is_some_and(|least| high(role) >= high(least))
                    && (rule.while_suspended || !suspended)
            }
            Who::Coordinator(network) => coordinates(network, *right, house) && rule.coordinator,
            Who::Anonymous | Who::Installation(_) => false,
        }
    })
}

fn co_organizes(city: &str, host: &str) -> bool {
    matches!(
        (city, host),
        ("herne", "hagen") | ("hagen", "bochum" | "essen" | "ruhr")
    )
}

/// What `viewerCan` says of the record that is tried; what is not seen says nothing.
async fn told(world: &World, who: Who, action: Action, house: &str) -> bool {
    let house = world.house(house);
    let (record, name) = button(action, house);
    let ty = String::from_utf8(URL_SAFE_NO_PAD.decode(record).expect("an id")).expect("UTF-8");
    let ty = ty.split(':').next().expect("a type");
    let document = format!("query($id: ID!) {{ node(id: $id) {{ ... on {ty} {{ viewerCan {{ {name} }} }} }} }}");
    let answer = world.ask(who, &document, json!({ "id": record })).await;
    answer["node"]["viewerCan"][name] == json!(true)
}

/// The record that an action is tried on, and what `viewerCan` calls the action.
fn button(action: Action, house: &House) -> (&str, &'static str) {
    use Action::*;
    match action {
        MunicipalityUpdate => (&house.id, "update"),
        VisibilityWiden => (&house.document, "publish"),
        ContactPointCreate => (&house.id, "createContactPoint"),
        ContactPointUpdate => (&house.contact, "update"),
        ContactPointCorrect => (&house.public_contact, "update"),
        ContactPointPublish => (&house.contact, "publish"),
        ContactPointPublishFunctional => (&house.mailbox, "publish"),
        ContactPointWithdraw => (&house.contact, "withdraw"),
        ContactPointVerify => (&house.contact, "verify"),
        PersonCreate => (&house.id, "createPerson"),
        PersonUpdate => (&house.person, "update"),
        PersonPublish => (&house.person, "publish"),
        PositionCreate => (&house.person, "createPosition"),
        PositionUpdate => (&house.position, "update"),
        PositionEnd => (&house.position, "end"),
        PositionPublish => (&house.position, "publish"),
        OrganizationCreate => (&house.id, "createOrganization"),
        OrganizationUpdate => (&house.organization, "update"),
        OrganizationActivate => (&house.founding, "activate"),
        OrganizationRest => (&house.organization, "setDormant"),
        OrganizationRevive => (&house.dormant, "revive"),
        OrganizationDissolve => (&house.organization, "dissolve"),
        OrganizationMerge => (&house.organization, "merge"),
        DirectoryConsentRecord => (&house.organization, "recordDirectoryConsent"),
        DirectoryConsentWithdraw => (&house.consenting, "withdrawDirectoryConsent"),
        ProjectCreate => (&house.id, "createProject"),
        ProjectUpdate => (&house.project, "update"),
        ProjectStart => (&house.project, "start"),
        ProjectPublish => (&house.project, "publish"),
        ProjectPlan => (&house.project, "plan"),
        ProjectHold => (&house.running, "hold"),
        ProjectComplete => (&house.running, "complete"),
        ProjectCancel => (&house.running, "cancel"),
        ProjectArchive => (&house.completed, "archive"),
        ProjectReopen => (&house.completed, "reopen"),
        ParticipationEnd => (&house.partner_part, "end"),
        LeadHandOver => (&house.running, "handOverLead"),
        ParticipationInvite => (&house.project, "invite"),
        LeadOffer => (&house.leaderless, "offerLead"),
        ParticipationUninvite => (&house.asked_partner, "withdrawInvitation"),
        LeadOfferWithdraw => (&house.asked_lead, "withdrawInvitation"),
        ParticipationConfirm => (&house.invitation, "confirm"),
        LeadAccept => (&house.lead_offer, "confirm"),
        LeadDecline => (&house.lead_offer, "decline"),
        ParticipationDecline => (&house.invitation, "decline"),
        ParticipationWithdraw => (&house.part, "withdraw"),
        MeetingSeriesCreate => (&house.id, "createMeetingSeries"),
        MeetingSeriesUpdate => (&house.series, "update"),
        MeetingCreate => (&house.id, "createMeeting"),
        MeetingUpdate => (&house.meeting, "update"),
        AgendaUpdate => (&house.meeting, "updateAgenda"),
        SessionRoleDelete => (&house.role, "delete"),
        MeetingReschedule => (&house.meeting, "reschedule"),
        MeetingPostpone => (&house.meeting, "postpone"),
        MeetingMoveOnline => (&house.meeting, "moveOnline"),
        MeetingMarkHeld => (&house.over, "markHeld"),
        MeetingDelete => (&house.draft, "deleteDraft"),
        MeetingPublish => (&house.meeting, "publish"),
        MeetingCancel => (&house.meeting, "cancel"),
        OrganizerInvite => (&house.meeting, "invite"),
        OrganizerUninvite => (&house.asked_organizer, "withdrawInvitation"),
        OrganizerConfirm => (&house.organizer, "confirm"),
        OrganizerDecline => (&house.organizer, "decline"),
        NetworkUpdate => (&house.id, "update"),
        MembershipApply => (&house.id, "applyForMembership"),
        MembershipInvite => (&house.id, "inviteMember"),
        MembershipWithdraw => (&house.applied, "withdrawApplication"),
        MembershipUninvite => (&house.asked_member, "withdrawInvitation"),
        MembershipAdmit => (&house.application, "accept"),
        MembershipAccept => (&house.invitation_to_join, "accept"),
        MembershipReject => (&house.application, "reject"),
        MembershipDecline => (&house.invitation_to_join, "decline"),
        MembershipSuspend => (&house.membership, "suspend"),
        MembershipResume => (&house.resting, "resume"),
        MembershipLeave => (&house.membership, "leave"),
        MembershipTerminate => (&house.membership, "terminate"),
        TopicCreate => (&house.id, "createTopic"),
        TopicUpdate => (&house.topic, "update"),
        MunicipalityCreate => (&house.id, "createMunicipality"),
        MunicipalityUpdateKeys => (&house.id, "updateKeys"),
        SessionResultSupport => (&house.id, "supportSessionResult"),
        SessionResultSupportWithdraw => (&house.id, "withdrawSessionResultSupport"),
        PlaceCreate => (&house.id, "createPlace"),
        PlaceUpdate => (&house.place, "update"),
        DocumentAttach => (&house.id, "attachDocument"),
        DocumentUpdate => (&house.document, "update"),
        AttendanceEnter => (&house.id, "enterAttendance"),
        AttendanceUpdate => (&house.attendance, "update"),
        UserCreate => (&house.id, "createUser"),
        UserDeactivate => (&house.invited, "deactivate"),
        RoleGrant => (&house.user, "grant"),
        RoleRevoke => (&house.grant, "revoke"),
        FirstAdministratorAppoint => (&house.to_administer, "appointFirstAdministrator"),
        ChangePropose => (&house.id, "proposeChange"),
        ChangeDecide => (&house.proposal, "accept"),
        ChangeWithdraw => (&house.made, "withdraw"),
    }
}

#[tokio::test]
async fn every_action_is_open_to_exactly_those_that_the_table_names_and_viewer_can_says_so() {
    let mut cells = 0;
    let mut done = 0;
    for action in Action::all() {
        let world = World::new().await;
        let houses = HOUSES.into_iter().filter(|house| concerns(action, house));
        let asked: Vec<(Who, &str)> = houses
            .flat_map(|house| PRINCIPALS.into_iter().map(move |who| (who, house)))
            .collect();
        let (allowed, denied): (Vec<_>, Vec<_>) = asked
            .into_iter()
            .partition(|(who, house)| expected(*who, action, house));
        for (who, house) in allowed.iter().chain(&denied) {
            let told = told(&world, *who, action, house).await;
            let expected = expected(*who, action, house);
            assert_eq!(
                told, expected,
                "viewerCan of {action:?} for {who:?} on what belongs to {house}"
            );
        }
        let before = world.db.dump().await;
        for (who, house) in denied {
            let outcome = attempt(&world, &world.session(who, Policy::standard()), action, house).await;
            assert_eq!(
                outcome,
                Outcome::Denied,
                "{action:?} by {who:?} on what belongs to {house}"
            );
            cells += 1;
        }
        assert!(
            before == world.db.dump().await,
            "a refused {action:?} left something behind"
        );
        let mut touched = Vec::new();
        for (who, house) in allowed {
            // What the first deletes, the next would not find.
            let fresh = match action {
                Action::MeetingDelete | Action::SessionRoleDelete => Some(World::new().await),
                _ => None,
            };
            let world = fresh.as_ref().unwrap_or(&world);
            let outcome = attempt(world, &world.session(who, Policy::standard()), action, house).await;
            // The first does it; whoever is permitted too then finds it done.
            let first = !touched.contains(&house);
            let fits = if first {
                outcome == Outcome::Done
            } else {
                outcome != Outcome::Denied
            };
            assert!(fits, "{action:?} by {who:?} on what belongs to {house}: {outcome:?}");
            touched.push(house);
            cells += 1;
            done += 1;
        }
        assert!(!touched.is_empty(), "nobody at all could do {action:?}");
    }
    println!(
        "matrix: {cells} cells, {done} of them permitted, {} refused",
        cells - done
    );
}
