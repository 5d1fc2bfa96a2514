//! A rule looks at records that others may be changing. Each write waits for whoever holds what its rule looks at, and
//! looks then: without its lock it would not wait, and the test of it fails.

use super::{only, told};
use crate::agenda_inputs::{new_document, unchanged_place, unchanged_role, unchanged_session};
use crate::attempt::{Outcome, attempt, new_contact, new_topic, unchanged_organization, unchanged_position};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use verbund_domain::access::{Action, Policy};
use verbund_domain::error::{Error, UserErrorCode};
use verbund_domain::session::Session;
use verbund_domain::{
    AnswerProjectParticipationInput, CreateContactPointInput, CreateTopicInput, DeleteSessionInput, EndPositionInput,
    EndProjectParticipationInput, ReorderSessionsInput, UpdateOrganizationInput, UpdatePlaceInput, UpdatePositionInput,
    UpdateSessionInput,
};
use verbund_tests::{Backend, backend};

/// How often one looks whether a write waits. On SQLite, which does not tell, it has to have waited so long.
const LOOKS: usize = 400;

pub(super) fn public_id(global: &str) -> String {
    verbund_domain::read::id::decode(global).expect("a global id").1
}

/// Who does it, and to what belongs to whom.
fn done_by(world: &World, action: Action) -> (Session, &'static str) {
    if Policy::standard().rule(action).municipal.is_some() {
        return (world.admin("hagen"), "hagen");
    }
    let coordinator = world.session(Who::Coordinator("ruhr"), Policy::standard());
    // Herne stays a member whatever the others do before.
    let keys = action == Action::MunicipalityUpdateKeys;
    (coordinator, if keys { "herne" } else { "ruhr" })
}

/// Which record of Hagen's or of its network's a write looks at: a table, and which row of it.
fn looked_at(world: &World, action: Action) -> (&'static str, String) {
    let (house, ruhr) = (world.house("hagen"), world.house("ruhr"));
    let record = |id: &str| format!("public_id = '{}'", public_id(id));
    let of_part = |id: &str| {
        format!(
            "id in (select project_id from project_participation where {})",
            record(id)
        )
    };
    let of_organizer = |id: &str| format!("id in (select meeting_id from meeting_organizer where {})", record(id));
    use Action::*;
    match action {
        MunicipalityUpdate | ContactPointCreate | UserCreate => ("municipality", record(&house.id)),
        RoleGrant | RoleRevoke => ("municipal_user", record(&house.user)),
        UserDeactivate => ("municipal_user", record(&house.invited)),
        ContactPointUpdate | ContactPointWithdraw => ("contact_point", record(&house.contact)),
        ContactPointCorrect => ("contact_point", record(&house.public_contact)),
        ContactPointVerify => ("contact_point", record(&house.contact)),
        PersonUpdate | PersonPublish => ("person", record(&house.person)),
        // Who stands in for whom is looked at where an office is held; what may be there twice, where it is at home.
        PositionCreate | OrganizationCreate => ("municipality", record(&house.id)),
        PositionUpdate | PositionPublish | PositionEnd => ("\"position\"", record(&house.position)),
        OrganizationUpdate | OrganizationRest | OrganizationDissolve | DirectoryConsentRecord => {
            ("organization", record(&house.organization))
        }
        OrganizationActivate => ("organization", record(&house.founding)),
        OrganizationRevive => ("organization", record(&house.dormant)),
        DirectoryConsentWithdraw => ("organization", record(&house.consenting)),
        ContactPointPublish => ("contact_point", record(&house.contact)),
        ContactPointPublishFunctional => ("contact_point", record(&house.mailbox)),
        ProjectUpdate | ProjectStart | ProjectPublish | ParticipationInvite => ("project", record(&house.project)),
        ProjectPlan => ("project", record(&house.project)),
        ProjectHold | ProjectComplete | ProjectCancel | LeadHandOver => ("project", record(&house.running)),
        ProjectArchive | ProjectReopen => ("project", record(&house.completed)),
        ParticipationEnd => ("project", of_part(&house.partner_part)),
        LeadOffer => ("project", record(&house.leaderless)),
        ParticipationConfirm => ("project", of_part(&house.invitation)),
        ParticipationDecline => ("project_participation", record(&house.invitation)),
        LeadAccept => ("project", of_part(&house.lead_offer)),
        LeadDecline => ("project_participation", record(&house.lead_offer)),
        ParticipationWithdraw => ("project", of_part(&house.part)),
        MeetingUpdate | MeetingReschedule | MeetingPublish | MeetingCancel | OrganizerInvite => {
            ("meeting", record(&house.meeting))
        }
        MeetingPostpone | MeetingMoveOnline => ("meeting", record(&house.meeting)),
        MeetingMarkHeld => ("meeting", record(&house.over)),
        MeetingDelete => ("meeting", record(&house.draft)),
        OrganizerConfirm | OrganizerDecline => ("meeting", of_organizer(&house.organizer)),
        NetworkUpdate | MembershipInvite => ("network", record(&ruhr.id)),
        MembershipAdmit | MembershipReject => ("network_membership", record(&ruhr.application)),
        MembershipAccept | MembershipDecline => ("network_membership", record(&house.invitation_to_join)),
        MembershipSuspend => ("network_membership", record(&ruhr.membership)),
        MembershipResume => ("network_membership", record(&ruhr.resting)),
        // Another membership of the same city may end at the same time.
        MembershipLeave => ("municipality", record(&house.id)),
        MembershipTerminate => ("municipality", record(&world.house("bochum").id)),
        TopicUpdate => ("topic", record(&ruhr.topic)),
        MunicipalityUpdateKeys => ("municipality", record(&world.house("herne").id)),
        AgendaUpdate => ("meeting", record(&house.meeting)),
        PlaceCreate => ("municipality", record(&house.id)),
        PlaceUpdate => ("place", record(&house.place)),
        DocumentAttach => ("project", record(&house.project)),
        DocumentUpdate => ("document", record(&house.document)),
        AttendanceEnter => ("meeting", record(&house.held)),
        AttendanceUpdate => ("attendance_line", record(&house.attendance)),
        // Nothing is there yet that could be locked.
        ProjectCreate | MeetingCreate | PersonCreate | MembershipApply | TopicCreate | MunicipalityCreate => {
            ("", String::new())
        }
        // No administrator does it; see `users.rs`.
        FirstAdministratorAppoint => ("", String::new()),
    }
}

async fn open(world: &World) -> DatabaseConnection {
    let mut options = ConnectOptions::new(&world.db.url);
    options.max_connections(2).sqlx_logging(false);
    Database::connect(options)
        .await
        .expect("the database of the test opens")
}

/// Holds a record, as another transaction that changes it would.
async fn hold(connection: &DatabaseConnection, table: &str, which: &str) -> DatabaseTransaction {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..Default::default()
    };
    let held = connection.begin_with_options(options).await.expect("a transaction");
    if backend() == Backend::Postgresql {
        let lock = format!("select id from {table} where {which} for update");
        let rows = held.query_all_raw(sea_orm::Statement::from_string(held.get_database_backend(), lock));
        assert_eq!(rows.await.expect("the record").len(), 1, "{table} where {which}");
    }
    held
}

/// Whether some connection to this database waits for a lock. SQLite does not tell.
async fn somebody_waits(connection: &DatabaseConnection) -> bool {
    let sql = match backend() {
        Backend::Sqlite => "select 0 as waiting",
        Backend::Postgresql => {
            "select count(*) as waiting from pg_stat_activity \
             where datname = current_database() and wait_event_type = 'Lock'"
        }
    };
    let statement = sea_orm::Statement::from_string(connection.get_database_backend(), sql);
    let row = connection
        .query_one_raw(statement)
        .await
        .expect("an answer")
        .expect("a row");
    row.try_get::<i64>("", "waiting").is_ok_and(|waiting| waiting > 0)
}

/// Runs a write while somebody holds the record, and lets go when it waits.
pub(super) async fn waits_and_is_done<T>(
    world: &World,
    (table, which): (&str, &str),
    write: impl Future<Output = T>,
) -> T {
    waits_for(world, (table, which), None, write).await
}

/// The same, where the holder changes something before it lets go.
async fn waits_for<T>(
    world: &World,
    (table, which): (&str, &str),
    change: Option<&str>,
    write: impl Future<Output = T>,
) -> T {
    let connection = open(world).await;
    let held = hold(&connection, table, which).await;
    tokio::pin!(write);
    for look in 0.. {
        tokio::select! {
            biased;
            _ = &mut write => panic!("nobody waited for {table} where {which}"),
            waits = somebody_waits(&connection) => {
                if waits || backend() == Backend::Sqlite && look > LOOKS {
                    break;
                }
            }
        }
    }
    match change {
        None => held.rollback().await.expect("it lets go"),
        Some(change) => {
            held.execute_unprepared(change).await.expect("it changes something");
            held.commit().await.expect("it lets go");
        }
    }
    let done = write.await;
    connection.close().await.expect("the connection closes");
    done
}

#[tokio::test]
async fn every_write_waits_for_whoever_holds_what_its_rule_looks_at() {
    let mut waited = 0;
    for action in Action::all() {
        // One write may take the right to another: who leaves a network attaches nothing any more.
        let world = World::new().await;
        let (table, which) = looked_at(&world, action);
        if table.is_empty() {
            continue;
        }
        let (session, house) = done_by(&world, action);
        let write = attempt(&world, &session, action, house);
        let outcome = waits_and_is_done(&world, (table, &which), write).await;
        assert_ne!(outcome, Outcome::Denied, "{action:?}");
        waited += 1;
    }
    assert!(waited > 20, "{waited}");
}

#[tokio::test]
async fn a_contact_of_a_project_waits_for_whoever_leaves_the_project() {
    let world = World::new().await;
    let project = world.house("hagen").project.clone();
    let input = CreateContactPointInput {
        municipality: Some(ID::from(&world.house("hagen").id)),
        ..new_contact(&project)
    };
    let session = world.admin("hagen");
    let which = format!("public_id = '{}'", public_id(&project));

    let answer = waits_and_is_done(&world, ("project", &which), session.create_contact_point(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn a_topic_below_another_waits_for_whoever_moves_that() {
    let world = World::new().await;
    let (ruhr, topic) = (world.house("ruhr").id.clone(), world.house("ruhr").topic.clone());
    let input = CreateTopicInput {
        broader: Some(ID::from(&topic)),
        ..new_topic(&ruhr, "Kurse")
    };
    let session = world.coordinator("ruhr");
    let which = format!("public_id = '{}'", public_id(&topic));

    let answer = waits_and_is_done(&world, ("topic", &which), session.create_topic(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

/// The tree is checked as a whole: two that change different sessions of it must not pass each other.
#[tokio::test]
async fn whatever_changes_an_agenda_waits_for_whoever_changes_it_already() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let meeting = format!("public_id = '{}'", public_id(&house.meeting));
    let session = world.admin("hagen");

    let update = UpdateSessionInput {
        room: MaybeUndefined::Value("Saal 2".into()),
        ..unchanged_session(&house.session)
    };
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.update_session(update)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    let order = ReorderSessionsInput {
        meeting: ID::from(&house.meeting),
        parent: None,
        sessions: vec![ID::from(&house.session)],
    };
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.reorder_sessions(order)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    let role = unchanged_role(&house.role);
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.update_session_role(role)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);

    let delete = DeleteSessionInput {
        id: ID::from(&house.session),
        expected_revision: None,
    };
    let answer = waits_and_is_done(&world, ("meeting", &meeting), session.delete_session(delete)).await;
    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn putting_one_organisation_below_another_waits_for_whoever_moves_others_in_the_house() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let input = UpdateOrganizationInput {
        parent: MaybeUndefined::Value(ID::from(&hagen.dormant)),
        ..unchanged_organization(&hagen.organization)
    };
    let (session, which) = (world.admin("hagen"), format!("public_id = '{}'", public_id(&hagen.id)));

    let answer = waits_and_is_done(&world, ("municipality", &which), session.update_organization(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn a_document_of_a_session_waits_for_whoever_removes_the_session() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let meeting = format!("public_id = '{}'", public_id(&house.meeting));
    let session = world.admin("hagen");
    let attach = session.attach_document(new_document(&house.session, &house.id));

    let answer = waits_and_is_done(&world, ("meeting", &meeting), attach).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn who_hands_over_meanwhile_ends_no_part_any_more() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let input = EndProjectParticipationInput {
        id: ID::from(&hagen.partner_part),
        reason: "Keine Zeit mehr.".into(),
        expected_revision: None,
    };
    let which = format!("public_id = '{}'", public_id(&hagen.running));
    let handed_over = format!(
        "update project set lead_id = {} where {which}",
        world.house("bochum").key
    );
    let session = world.admin("hagen");
    let write = session.end_project_participation(input);

    let answer = waits_for(&world, ("project", &which), Some(&handed_over), write).await;

    assert!(matches!(answer, Err(Error::Forbidden)));
}

#[tokio::test]
async fn who_accepts_a_lead_waits_for_whoever_ends_the_project() {
    let world = World::new().await;
    let herne = world.house("herne").clone();
    let offer = public_id(&herne.lead_offer);
    let which = format!("id in (select project_id from project_participation where public_id = '{offer}')");
    let over = format!("update project set status = 'CANCELLED' where {which}");
    let input = AnswerProjectParticipationInput {
        id: ID::from(&herne.lead_offer),
        expected_revision: None,
    };
    let session = world.admin("herne");
    let write = session.confirm_project_participation(input);

    let answer = waits_for(&world, ("project", &which), Some(&over), write).await;

    assert_eq!(
        told(&answer.expect("an answer").user_errors),
        only(UserErrorCode::State, "input.id")
    );
}

#[tokio::test]
async fn naming_whom_an_office_stands_in_for_waits_for_whoever_does_so_at_the_same_place() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let position = session
        .create_position(crate::attempt::new_position(&hagen.person, &hagen.id))
        .await;
    assert_eq!(told(&position.expect("an answer").user_errors), []);
    let rows = world.rows::<verbund_entity::position::Entity>().await;
    let deputy = rows.iter().max_by_key(|row| row.id).expect("the new position");
    let input = UpdatePositionInput {
        deputy_of: MaybeUndefined::Value(ID::from(&hagen.position)),
        ..unchanged_position(&verbund_domain::read::id::encode("Position", &deputy.public_id))
    };
    let which = format!("public_id = '{}'", public_id(&hagen.id));

    let answer = waits_and_is_done(&world, ("municipality", &which), session.update_position(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

#[tokio::test]
async fn ending_a_position_waits_for_whoever_changes_a_contact_of_it() {
    let world = World::new().await;
    let hagen = world.house("hagen").clone();
    let session = world.admin("hagen");
    let contact = session.create_contact_point(new_contact(&hagen.position)).await;
    assert_eq!(told(&contact.expect("an answer").user_errors), []);
    let rows = world.rows::<verbund_entity::contact_point::Entity>().await;
    let contact = rows.iter().max_by_key(|row| row.id).expect("the new contact");
    let which = format!("public_id = '{}'", contact.public_id);
    let input = EndPositionInput {
        id: ID::from(&hagen.position),
        expected_revision: None,
        valid_until: None,
    };

    let answer = waits_and_is_done(&world, ("contact_point", &which), session.end_position(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}

/// Two places could otherwise come to lie in each other.
#[tokio::test]
async fn a_place_that_gets_another_parent_waits_for_whoever_moves_places_of_the_same_house() {
    let world = World::new().await;
    let house = world.house("hagen").clone();
    let made = world
        .admin("hagen")
        .create_place(crate::agenda_inputs::new_place(&house.id))
        .await;
    assert_eq!(told(&made.expect("an answer").user_errors), []);
    let places = world.rows::<verbund_entity::place::Entity>().await;
    let hall = places.iter().find(|row| row.name == "Stadthalle").expect("the hall");
    let input = UpdatePlaceInput {
        parent: MaybeUndefined::Value(ID::from(&house.place)),
        ..unchanged_place(&verbund_domain::read::id::encode("Place", &hall.public_id))
    };
    let session = world.admin("hagen");
    let which = format!("public_id = '{}'", public_id(&house.id));

    let answer = waits_and_is_done(&world, ("municipality", &which), session.update_place(input)).await;

    assert_eq!(told(&answer.expect("an answer").user_errors), []);
}
