//! A database in the throw-away cluster of the run, which `./dev test` starts and names in `VERBUND_TEST_PG`.

use sea_orm::{ConnectOptions, ConnectionTrait, Database as Connect, DatabaseConnection};
use std::{future::Future, sync::OnceLock};
use tokio::{
    runtime::{Builder, Runtime},
    sync::OnceCell,
};
use uuid::Uuid;

/// A database that is dropped with this value.
pub(crate) struct Database {
    name: String,
}

impl Database {
    pub(crate) fn url(&self) -> String {
        url_of(&self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let name = std::mem::take(&mut self.name);
        // Nobody waits for it: what is left when the process ends goes with the cluster.
        keeper().spawn(async move {
            let _ = admin()
                .await
                .execute_unprepared(&format!("drop database if exists {name} with (force)"))
                .await;
        });
    }
}

/// A copy of a database that was migrated once for this process.
pub(crate) async fn migrated() -> Database {
    static TEMPLATE: OnceCell<String> = OnceCell::const_new();
    kept(async {
        let template = TEMPLATE
            .get_or_init(|| async {
                let template = format!("template_{}", Uuid::new_v4().simple());
                create(&template, "template0").await;
                verbund_migration::up(&url_of(&template))
                    .await
                    .expect("the template is migrated");
                template
            })
            .await;
        fresh(template).await
    })
    .await
}

pub(crate) async fn empty() -> Database {
    kept(fresh("template0")).await
}

async fn fresh(template: &str) -> Database {
    let name = format!("test_{}", Uuid::new_v4().simple());
    create(&name, template).await;
    Database { name }
}

async fn create(name: &str, template: &str) {
    // By copying files: half the time of writing all of it to the log, on a cluster that syncs nothing.
    let statement = format!("create database {name} template {template} strategy file_copy");
    admin()
        .await
        .execute_unprepared(&statement)
        .await
        .expect("a database is created");
}

/// The cluster's address with another database: `VERBUND_TEST_PG` ends in `/postgres`.
fn url_of(name: &str) -> String {
    let cluster = std::env::var("VERBUND_TEST_PG")
        .expect("VERBUND_TEST_PG names no cluster: run the tests with ./dev test postgresql");
    let (server, _) = cluster.rsplit_once('/').expect("VERBUND_TEST_PG ends in /DATABASE");
    format!("{server}/{name}")
}

/// The connections that create and drop databases. They live on a runtime of their own, for each test's runtime ends
/// with the test.
async fn admin() -> &'static DatabaseConnection {
    static ADMIN: OnceCell<DatabaseConnection> = OnceCell::const_new();
    ADMIN
        .get_or_init(|| async {
            let mut options = ConnectOptions::new(url_of("postgres"));
            options.max_connections(4).sqlx_logging(false);
            Connect::connect(options)
                .await
                .expect("the cluster of VERBUND_TEST_PG answers")
        })
        .await
}

async fn kept<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    keeper().spawn(work).await.expect("the keeper of the databases lives")
}

fn keeper() -> &'static Runtime {
    static KEEPER: OnceLock<Runtime> = OnceLock::new();
    KEEPER.get_or_init(|| {
        Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime for the databases")
    })
}
