//! Opening a database: what is there is used as it is, what is not there is not made.

use verbund_domain::db::Db;
use verbund_tests::{Backend, TestDb, backend};

#[actix_web::test]
async fn a_migrated_database_answers() {
    let db = TestDb::new().await;

    let opened = Db::connect(&db.url).await.expect("opens");

    assert!(opened.ping().await);
}

#[actix_web::test]
async fn opening_a_missing_database_fails_and_makes_nothing() {
    let db = TestDb::unmigrated().await;
    let missing = match backend() {
        Backend::Sqlite => format!("{}?mode=rwc", db.url),
        Backend::Postgresql => format!("{}_missing", db.url),
    };

    assert!(Db::connect(&missing).await.is_err());
    assert!(Db::connect(&missing).await.is_err());
}

#[actix_web::test]
async fn opening_does_not_migrate() {
    let db = TestDb::unmigrated().await;
    verbund_migration::up_by(&db.url, 1).await.expect("the first step");
    let pending = verbund_migration::pending(&db.url).await.expect("the steps");

    Db::connect(&db.url)
        .await
        .expect("opens")
        .close()
        .await
        .expect("closes");

    assert_eq!(verbund_migration::pending(&db.url).await.expect("the steps"), pending);
}

#[actix_web::test]
async fn an_address_of_another_database_is_refused_without_repeating_its_password() {
    let refused = verbund_migration::up("mysql://verbund:secret@localhost/verbund")
        .await
        .expect_err("no such driver");

    assert!(!refused.to_string().contains("secret"), "{refused}");
}
