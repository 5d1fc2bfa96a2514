//! A rule looks at records that others may be changing. Each write waits for whoever holds what its rule looks at, and
//! looks then: without its lock it would not wait, and the test of it fails.

use super::told;
use crate::attempt::{Outcome, attempt, new_contact};
use crate::small_world::World;
use async_graphql::ID;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};
use verbund_domain::CreateContactPointInput;
use verbund_domain::access::Action;
use verbund_tests::{Backend, backend};

/// How often one looks whether a write waits. On SQLite, which does not tell, it has to have waited so long.
const LOOKS: usize = 400;

pub(super) fn public_id(global: &str) -> String {
    verbund_domain::read::id::decode(global).expect("a global id").1
}

/// Which record of Hagen's a write looks at: a table, and which row of it.
fn looked_at(world: &World, action: Action) -> (&'static str, String) {
    let house = world.house("hagen");
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
        ContactPointPublish => ("contact_point", record(&house.contact)),
        ContactPointPublishFunctional => ("contact_point", record(&house.mailbox)),
        ProjectUpdate | ProjectStart | ProjectPublish | ParticipationInvite => ("project", record(&house.project)),
        LeadOffer => ("project", record(&house.leaderless)),
        ParticipationConfirm => ("project", of_part(&house.invitation)),
        ParticipationDecline => ("project_participation", record(&house.invitation)),
        LeadAccept => ("project", of_part(&house.lead_offer)),
        LeadDecline => ("project_participation", record(&house.lead_offer)),
        ParticipationWithdraw => ("project", of_part(&house.part)),
        MeetingUpdate | MeetingReschedule | MeetingPublish | MeetingCancel | OrganizerInvite => {
            ("meeting", record(&house.meeting))
        }
        OrganizerConfirm | OrganizerDecline => ("meeting", of_organizer(&house.organizer)),
        // Nothing is there yet that could be locked.
        ProjectCreate | MeetingCreate => ("", String::new()),
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
    held.rollback().await.expect("it lets go");
    let done = write.await;
    connection.close().await.expect("the connection closes");
    done
}

#[tokio::test]
async fn every_write_waits_for_whoever_holds_what_its_rule_looks_at() {
    let world = World::new().await;
    let mut waited = 0;
    for action in Action::all() {
        let (table, which) = looked_at(&world, action);
        if table.is_empty() {
            continue;
        }
        let session = world.admin("hagen");
        let write = attempt(&world, &session, action, "hagen");
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
