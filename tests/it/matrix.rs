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
        ContactPointCreate => &[ContactPointCreate],
        ContactPointUpdate => &[ContactPointUpdate],
        ContactPointCorrect => &[ContactPointUpdate, ContactPointCorrect],
        ContactPointPublish => &[ContactPointUpdate, ContactPointPublish],
        ContactPointPublishFunctional => &[ContactPointUpdate, ContactPointPublishFunctional],
        ContactPointWithdraw => &[ContactPointWithdraw],
        ProjectCreate => &[ProjectCreate],
        ProjectUpdate => &[ProjectUpdate],
        ProjectStart => &[ProjectStart],
        ProjectPublish => &[ProjectUpdate, ProjectPublish],
        ParticipationInvite => &[ParticipationInvite],
        LeadOffer => &[LeadOffer],
        ParticipationConfirm => &[ParticipationConfirm],
        LeadAccept => &[ParticipationConfirm, LeadAccept],
        LeadDecline => &[ParticipationDecline, LeadDecline],
        ParticipationDecline => &[ParticipationDecline],
        ParticipationWithdraw => &[ParticipationWithdraw],
        MeetingCreate => &[MeetingCreate],
        MeetingUpdate => &[MeetingUpdate],
        MeetingReschedule => &[MeetingUpdate, MeetingReschedule],
        MeetingPublish => &[MeetingPublish],
        MeetingCancel => &[MeetingCancel],
        OrganizerInvite => &[OrganizerInvite],
        OrganizerConfirm => &[OrganizerConfirm],
        OrganizerDecline => &[OrganizerDecline],
        UserCreate => &[UserCreate],
        UserDeactivate => &[UserDeactivate],
        RoleGrant => &[RoleGrant],
        RoleRevoke => &[RoleRevoke],
        FirstAdministratorAppoint => &[FirstAdministratorAppoint],
    }
}

/// Whether a network has such a thing.
fn concerns_networks(action: Action) -> bool {
    action.name().starts_with("MEETING")
        || action.name().starts_with("ORGANIZER")
        || action == Action::FirstAdministratorAppoint
}

/// What the table says: the principal's role in that very house, and no other.
fn expected(who: Who, action: Action, house: &str) -> bool {
    rights(action).iter().all(|right| {
        let rule = Policy::standard().rule(*right);
        match who {
            Who::In(role, city) => {
                let suspended = city == "essen";
                // Of the cities above, Herne co-organises Hagen's meeting, Hagen that of Bochum, Essen and the network.
                let organizes = *right == Action::MeetingUpdate && co_organizes(city, house);
                let least = [Role::Viewer, Role::Editor, Role::Admin];
                let high = |role| least.iter().position(|one| *one == role);
                (city == house || organizes)
                    && rule.municipal.is_some_and(|least| high(role) >= high(least))
                    && (rule.while_suspended || !suspended)
            }
            Who::Coordinator(network) => network == house && rule.coordinator,
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
        ContactPointCreate => (&house.id, "createContactPoint"),
        ContactPointUpdate => (&house.contact, "update"),
        ContactPointCorrect => (&house.public_contact, "update"),
        ContactPointPublish => (&house.contact, "publish"),
        ContactPointPublishFunctional => (&house.mailbox, "publish"),
        ContactPointWithdraw => (&house.contact, "withdraw"),
        ProjectCreate => (&house.id, "createProject"),
        ProjectUpdate => (&house.project, "update"),
        ProjectStart => (&house.project, "start"),
        ProjectPublish => (&house.project, "publish"),
        ParticipationInvite => (&house.project, "invite"),
        LeadOffer => (&house.leaderless, "offerLead"),
        ParticipationConfirm => (&house.invitation, "confirm"),
        LeadAccept => (&house.lead_offer, "confirm"),
        LeadDecline => (&house.lead_offer, "decline"),
        ParticipationDecline => (&house.invitation, "decline"),
        ParticipationWithdraw => (&house.part, "withdraw"),
        MeetingCreate => (&house.id, "createMeeting"),
        MeetingUpdate => (&house.meeting, "update"),
        MeetingReschedule => (&house.meeting, "reschedule"),
        MeetingPublish => (&house.meeting, "publish"),
        MeetingCancel => (&house.meeting, "cancel"),
        OrganizerInvite => (&house.meeting, "invite"),
        OrganizerConfirm => (&house.organizer, "confirm"),
        OrganizerDecline => (&house.organizer, "decline"),
        UserCreate => (&house.id, "createUser"),
        UserDeactivate => (&house.invited, "deactivate"),
        RoleGrant => (&house.user, "grant"),
        RoleRevoke => (&house.grant, "revoke"),
        FirstAdministratorAppoint => (&house.to_administer, "appointFirstAdministrator"),
    }
}

#[tokio::test]
async fn every_action_is_open_to_exactly_those_that_the_table_names_and_viewer_can_says_so() {
    let mut cells = 0;
    let mut done = 0;
    for action in Action::all() {
        let world = World::new().await;
        let houses = HOUSES
            .into_iter()
            .filter(|house| *house != "ruhr" || concerns_networks(action));
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
            let outcome = attempt(&world, &world.session(who, Policy::standard()), action, house).await;
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
