//! A rule looks at records that others may be changing. Each write waits for whoever holds what its rule looks at, and
//! looks then: without its lock it would not wait, and the test of it fails.

mod merging;
mod proposals;
mod races;
mod series;

use crate::attempt::{Outcome, attempt};
use crate::small_world::{Who, World};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use verbund_domain::access::{Action, Policy};
use verbund_domain::session::Session;
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
        OrganizationUpdate | OrganizationRest | OrganizationDissolve | OrganizationMerge | DirectoryConsentRecord => {
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
        ParticipationUninvite => ("project", of_part(&house.asked_partner)),
        LeadOfferWithdraw => ("project", of_part(&house.asked_lead)),
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
        OrganizerUninvite => ("meeting", of_organizer(&house.asked_organizer)),
        OrganizerConfirm | OrganizerDecline => ("meeting", of_organizer(&house.organizer)),
        NetworkUpdate | MembershipInvite => ("network", record(&ruhr.id)),
        MembershipAdmit | MembershipReject => ("network_membership", record(&ruhr.application)),
        MembershipWithdraw => ("network_membership", record(&house.applied)),
        MembershipUninvite => ("network_membership", record(&ruhr.asked_member)),
        MembershipAccept | MembershipDecline => ("network_membership", record(&house.invitation_to_join)),
        MembershipSuspend => ("network_membership", record(&ruhr.membership)),
        MembershipResume => ("network_membership", record(&ruhr.resting)),
        // Another membership of the same city may end at the same time.
        MembershipLeave => ("municipality", record(&house.id)),
        MembershipTerminate => ("municipality", record(&world.house("bochum").id)),
        TopicUpdate => ("topic", record(&ruhr.topic)),
        MunicipalityUpdateKeys => ("municipality", record(&world.house("herne").id)),
        AgendaUpdate | SessionRoleDelete => ("meeting", record(&house.meeting)),
        MeetingSeriesUpdate => ("meeting_series", record(&house.series)),
        SessionResultSupport | SessionResultSupportWithdraw => ("session_result", record(&house.result)),
        PlaceCreate => ("municipality", record(&house.id)),
        PlaceUpdate => ("place", record(&house.place)),
        DocumentAttach => ("project", record(&house.project)),
        DocumentUpdate | VisibilityWiden => ("document", record(&house.document)),
        AttendanceEnter => ("meeting", record(&house.held)),
        AttendanceUpdate => ("attendance_line", record(&house.attendance)),
        ChangeDecide => ("change_proposal", record(&house.proposal)),
        ChangeWithdraw => ("change_proposal", record(&house.made)),
        // Nothing is there yet that could be locked.
        ProjectCreate | MeetingCreate | MeetingSeriesCreate | PersonCreate | MembershipApply | TopicCreate
        | MunicipalityCreate | ChangePropose => ("", String::new()),
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
