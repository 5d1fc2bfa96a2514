//! The steps in their order. A step that was released is never changed; what changes is a new step.

use crate::dialect::{expand, undo};
use sea_orm_migration::{
    DbErr, MigrationName, MigrationTrait, MigratorTrait, SchemaManager, async_trait::async_trait,
    sea_orm::ConnectionTrait,
};

macro_rules! steps {
    ($($name:literal),+ $(,)?) => {
        /// Name and SQL of each step.
        pub(crate) const STEPS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../sql/", $name, ".sql")))),+];
    };
}

steps![
    "m20261101_000001_members",
    "m20261101_000002_people",
    "m20261101_000003_projects",
    "m20261125_000005_places",
    "m20261125_000010_series",
    "m20261101_000004_meetings",
    "m20261125_000005_agendas",
    "m20261125_000011_results",
    "m20261101_000005_contacts",
    "m20261101_000006_sources",
    "m20261101_000007_accounts",
    "m20261125_000003_directory",
    "m20261125_000008_proposals",
];

struct Step {
    name: &'static str,
    sql: &'static str,
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait]
impl MigrationTrait for Step {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        execute(manager, &expand(self.sql, manager.get_database_backend())).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        execute(manager, &undo(self.sql)).await
    }

    /// A step happens whole or not at all, on SQLite too.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

async fn execute(manager: &SchemaManager<'_>, sql: &str) -> Result<(), DbErr> {
    manager.get_connection().execute_unprepared(sql).await.map(|_| ())
}

pub(crate) struct Steps;

#[async_trait]
impl MigratorTrait for Steps {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        STEPS
            .iter()
            .map(|&(name, sql)| Box::new(Step { name, sql }) as Box<dyn MigrationTrait>)
            .collect()
    }
}
