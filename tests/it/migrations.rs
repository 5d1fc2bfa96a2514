//! The database's structure: built, taken back and built again, by as many at once as like.

use sea_orm::{ConnectionTrait, Database};
use verbund_domain::demo;
use verbund_tests::{TestApp, TestClock, TestDb, query};

#[actix_web::test]
async fn many_migrations_at_once_apply_each_step_exactly_once() {
    let db = TestDb::unmigrated().await;
    let steps = verbund_migration::pending(&db.url).await.expect("the steps").len();

    let starters: Vec<_> = (0..8)
        .map(|_| {
            let url = db.url.clone();
            std::thread::spawn(move || actix_web::rt::System::new().block_on(verbund_migration::up(&url)))
        })
        .collect();
    let mut applied: Vec<usize> = starters
        .into_iter()
        .map(|starter| {
            starter
                .join()
                .expect("no panic")
                .expect("nobody fails because of the others")
        })
        .collect();
    applied.sort_unstable();

    assert_eq!(applied, [0, 0, 0, 0, 0, 0, 0, steps]);
    assert_eq!(
        verbund_migration::pending(&db.url).await.expect("the steps"),
        Vec::<String>::new()
    );
}

#[actix_web::test]
async fn before_the_first_migration_every_step_is_pending_and_asking_creates_nothing() {
    let db = TestDb::unmigrated().await;

    let first = verbund_migration::pending(&db.url).await.expect("the steps");
    let second = verbund_migration::pending(&db.url).await.expect("the steps");

    assert_eq!(first.first().map(String::as_str), Some("m20261101_000001_members"));
    assert_eq!(first, second);
    if let Some(file) = db.url.strip_prefix("sqlite://") {
        assert!(!std::path::Path::new(file).exists(), "{file} was created");
    }
}

#[actix_web::test]
async fn the_structure_taken_back_and_built_again_is_the_same_structure() {
    let db = TestDb::new().await;
    let built = db.dump().await;

    let taken = verbund_migration::down(&db.url).await.expect("down");
    let bare = db.dump().await;
    let applied = verbund_migration::up(&db.url).await.expect("up");

    assert_eq!(bare, "");
    assert_eq!(taken, applied);
    assert_eq!(db.dump().await, built);
}

#[actix_web::test]
async fn the_last_step_keeps_what_was_entered_before_it() {
    let db = TestDb::unmigrated().await;
    let steps = verbund_migration::pending(&db.url).await.expect("the steps").len();
    verbund_migration::up_by(&db.url, u32::try_from(steps - 1).expect("few steps"))
        .await
        .expect("up");
    let entered = "insert into topic (public_id, revision, created_at, updated_at, slug, name, name_key, \
        name_translations, search_text) values ('t', 1, '2026-11-02T09:00:00.000Z', '2026-11-02T09:00:00.000Z', \
        'sprache', 'Sprache', 'sprache', '[]', 'sprache')";
    let connection = Database::connect(&db.url).await.expect("the database");
    connection.execute_unprepared(entered).await.expect("a topic");
    connection.close().await.expect("closed");

    assert_eq!(verbund_migration::up(&db.url).await.expect("up"), 1);
    assert_eq!(query(&db.url, "select name as text from topic").await, ["Sprache"]);
}

/// What anybody reads of what stands in a database of any age.
const READ: &str = "{
    networks { nodes { name memberships { nodes { status municipality { name } } } } }
    municipalities(first: 100) { totalCount nodes { name ags } }
    organizations(first: 100) { totalCount nodes { name } }
    people(first: 100) { totalCount nodes { displayName positions { nodes { title } } } }
    projects(first: 100) { nodes { title status participations { nodes { role status } } } }
    meetings(first: 100) { nodes { title startsAt status organizers { nodes { role status } } } }
}";

#[actix_web::test]
async fn a_database_full_of_data_is_read_after_the_upgrade_as_before() {
    let db = TestDb::new().await;
    let url = db.url.clone();
    let filled = verbund_domain::db::Db::connect(&url).await.expect("it opens");
    demo::seed(&filled, &TestClock::new().clock())
        .await
        .expect("the demonstration");
    filled.close().await.expect("it closes");
    // As the version before knew it: without what the last step has made.
    assert_eq!(verbund_migration::down_by(&url, 1).await.expect("down"), 1);
    let before = db.dump().await;

    assert_eq!(verbund_migration::up(&url).await.expect("up"), 1);

    let after = db.dump().await;
    let lost = before.lines().find(|line| !after.contains(*line));
    assert_eq!(lost, None, "what was there before is not there after");
    let app = TestApp::on(db).await;
    let read = app.ask(READ).await;
    let data = read.data();
    for (list, at_least) in [("municipalities", 15), ("organizations", 20), ("people", 5)] {
        let count = data[list]["totalCount"].as_i64();
        assert!(count >= Some(at_least), "{list}: {count:?}");
    }
    for list in ["networks", "projects", "meetings"] {
        let nodes = data[list]["nodes"].as_array().map(Vec::len);
        assert!(nodes > Some(1), "{list}: {nodes:?}");
    }
}

#[actix_web::test]
async fn a_migration_can_stop_at_any_step_and_go_on_from_there() {
    let db = TestDb::unmigrated().await;
    let steps = verbund_migration::pending(&db.url).await.expect("the steps").len();

    for done in 1..=steps {
        assert_eq!(verbund_migration::up_by(&db.url, 1).await.expect("up"), 1);
        assert_eq!(
            verbund_migration::pending(&db.url).await.expect("the steps").len(),
            steps - done
        );
    }
    for left in (0..steps).rev() {
        assert_eq!(verbund_migration::down_by(&db.url, 1).await.expect("down"), 1);
        assert_eq!(
            verbund_migration::pending(&db.url).await.expect("the steps").len(),
            steps - left
        );
    }
}
