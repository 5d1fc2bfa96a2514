//! A database that is gone, overloaded or locked: what is told of it, and what of changes that meet each other.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use serde_json::json;
use std::time::Duration;
use verbund_domain::account::Role;
use verbund_domain::error::{Trouble, trouble};
use verbund_domain::viewer::Place;
use verbund_tests::{Backend, TestApp, TestDb, backend};

const SIGN_IN: &str = r#"mutation { signIn(input: {email: "anna@hagen.example", password: "x"}) { accessToken } }"#;

/// A connection of its own that waits for nobody.
async fn impatient(db: &TestDb) -> DatabaseConnection {
    let mut options = ConnectOptions::new(&db.url);
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| sqlite.busy_timeout(Duration::ZERO));
    Database::connect(options).await.expect("the database opens")
}

#[actix_web::test]
async fn without_its_database_the_server_says_when_to_come_back() {
    let app = TestApp::new().await;
    let token = app
        .token("anna@hagen.example", Place::Installation, Role::Auditor)
        .await;
    app.db.clone().close().await.expect("it closes");
    for (token, document) in [
        (None, SIGN_IN),
        (None, "{ networks { totalCount } }"),
        (Some(token.as_str()), "{ viewer { grants { role } } }"),
        (Some(token.as_str()), SIGN_IN),
    ] {
        let reply = app.gql(token, document, json!({})).await;
        assert_eq!(
            (reply.status, reply.codes(), reply.header("retry-after")),
            (StatusCode::SERVICE_UNAVAILABLE, vec!["UNAVAILABLE"], "5"),
            "{document}"
        );
    }
    let ready = app.send(TestRequest::get().uri("/readyz")).await;
    assert_eq!(ready.status, StatusCode::SERVICE_UNAVAILABLE);
}

/// PostgreSQL lets a function fail in any way: here the table of accounts does, whoever looks at it.
#[actix_web::test]
async fn what_the_database_says_is_told_as_what_the_client_can_do() {
    if backend() == Backend::Sqlite {
        return; // it has no such function; see below
    }
    let app = TestApp::new().await;
    app.token("anna@hagen.example", Place::Installation, Role::Auditor)
        .await;
    let rows = app.rows().await;
    rows.execute_unprepared(
        "create table state (code text);
         create function fails() returns boolean language plpgsql volatile as $$
             begin raise exception 'secret' using errcode = (select code from state); end $$;
         alter table user_account rename to account;
         create view user_account as select * from account where fails();",
    )
    .await
    .expect("a table that fails");
    let [unavailable, executed] = [StatusCode::SERVICE_UNAVAILABLE, StatusCode::OK];
    for (states, status, code) in [
        (
            &[
                "57P01", "57P02", "57P03", "57014", "53000", "53100", "53300", "08000", "08003", "08006", "25006",
            ][..],
            unavailable,
            "UNAVAILABLE",
        ),
        (&["40001", "40P01", "55P03"], executed, "CONFLICT_IN_PROGRESS"),
        (&["42703", "22012", "23514", "P0001", "XX000"], executed, "INTERNAL"),
    ] {
        for state in states {
            let set = format!("delete from state; insert into state values ('{state}')");
            rows.execute_unprepared(&set).await.expect("the state is set");
            let reply = app.ask(SIGN_IN).await;
            assert_eq!((reply.status, reply.codes()), (status, vec![code]), "{state}");
            assert_eq!(reply.header("retry-after").is_empty(), status == executed, "{state}");
            assert!(!reply.text.contains("secret"), "{}", reply.text);
        }
    }
    rows.close().await.expect("it closes");
}

#[actix_web::test]
async fn a_lock_that_another_holds_is_no_fault_of_the_server() {
    let db = TestDb::new().await;
    let (first, second) = (impatient(&db).await, impatient(&db).await);
    let (lock, wanted, expected) = match backend() {
        Backend::Sqlite => ("begin immediate", "begin immediate", Trouble::Away),
        Backend::Postgresql => (
            "begin; lock table network",
            "begin; lock table network nowait",
            Trouble::Contended,
        ),
    };
    first.execute_unprepared(lock).await.expect("the lock");
    let refused = second.execute_unprepared(wanted).await.expect_err("it is held");
    assert_eq!(trouble(&refused), expected, "{refused}");
    let mistake = first.execute_unprepared("select nothing").await.expect_err("no column");
    assert_eq!(trouble(&mistake), Trouble::Fault, "{mistake}");
}

#[actix_web::test]
async fn a_database_that_takes_no_writes_at_the_moment_is_no_fault_of_the_server() {
    let db = TestDb::new().await;
    let connection = impatient(&db).await;
    let (read_only, write) = match backend() {
        Backend::Sqlite => ("pragma query_only = on", "delete from network"),
        Backend::Postgresql => ("set default_transaction_read_only = on", "delete from network"),
    };
    connection.execute_unprepared(read_only).await.expect("read only");
    let refused = connection.execute_unprepared(write).await.expect_err("no writes");
    assert_eq!(trouble(&refused), Trouble::Away, "{refused}");
}
