//! A database for one test: migrated once for the process, copied for each test, gone when the test is over.

use crate::{postgresql, sqlite};

/// The database that this run of the tests is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgresql,
}

/// Taken from `VERBUND_TEST_DATABASE`, which `./dev test` sets; SQLite where nothing is said.
pub fn backend() -> Backend {
    match std::env::var("VERBUND_TEST_DATABASE").as_deref() {
        Ok("postgresql") => Backend::Postgresql,
        Ok("sqlite") | Err(_) => Backend::Sqlite,
        Ok(other) => panic!("VERBUND_TEST_DATABASE is sqlite or postgresql, not {other}"),
    }
}

/// One test's own database. It disappears with this value.
pub struct TestDb {
    pub url: String,
    _place: Place,
}

#[expect(dead_code, reason = "kept for what its drop removes")]
enum Place {
    Sqlite(sqlite::Folder),
    Postgresql(postgresql::Database),
}

impl TestDb {
    /// A database with all steps applied and no rows.
    pub async fn new() -> TestDb {
        match backend() {
            Backend::Sqlite => TestDb::sqlite(sqlite::migrated().await),
            Backend::Postgresql => TestDb::postgresql(postgresql::migrated().await),
        }
    }

    /// A database without any structure: on SQLite a file that does not exist, on PostgreSQL an empty database.
    pub async fn unmigrated() -> TestDb {
        match backend() {
            Backend::Sqlite => TestDb::sqlite(sqlite::Folder::new()),
            Backend::Postgresql => TestDb::postgresql(postgresql::empty().await),
        }
    }

    /// All rows of all tables, see [`crate::dump`].
    pub async fn dump(&self) -> String {
        crate::dump(&self.url).await
    }

    fn sqlite(folder: sqlite::Folder) -> TestDb {
        TestDb {
            url: folder.url(),
            _place: Place::Sqlite(folder),
        }
    }

    fn postgresql(database: postgresql::Database) -> TestDb {
        TestDb {
            url: database.url(),
            _place: Place::Postgresql(database),
        }
    }
}
