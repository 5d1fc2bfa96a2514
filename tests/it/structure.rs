//! What holds for every table: the entities describe it truly, and no foreign key is slow or silent on deletion.

use sea_orm::{ColumnTrait, EntityTrait, Iterable};
use std::collections::BTreeSet;
use verbund_entity as entity;
use verbund_tests::{Backend, TestDb, backend, query};

#[actix_web::test]
async fn every_foreign_key_has_an_index_that_begins_with_it() {
    let db = TestDb::new().await;
    let without_index = match backend() {
        Backend::Sqlite => {
            r#"select t.name || '.' || k."from" as text from sqlite_master t, pragma_foreign_key_list(t.name) k
               where t.type = 'table' and not exists (
                   select 1 from pragma_index_list(t.name) i, pragma_index_info(i.name) c
                   where i.partial = 0 and c.seqno = 0 and c.name = k."from")"#
        }
        Backend::Postgresql => {
            "select k.conrelid::regclass || '.' || c.attname as text
             from pg_constraint k join pg_attribute c on c.attrelid = k.conrelid and c.attnum = k.conkey[1]
             where k.contype = 'f' and not exists (
                 select from pg_index i
                 where i.indrelid = k.conrelid and i.indkey[0] = k.conkey[1] and i.indpred is null)"
        }
    };

    assert_eq!(query(&db.url, without_index).await, Vec::<String>::new());
}

#[actix_web::test]
async fn every_foreign_key_says_what_a_deletion_does() {
    let db = TestDb::new().await;
    let keys = match backend() {
        Backend::Sqlite => {
            r#"select t.name || '.' || k."from" || ' ' || lower(k.on_delete) as text
               from sqlite_master t, pragma_foreign_key_list(t.name) k where t.type = 'table'"#
        }
        Backend::Postgresql => {
            "select k.conrelid::regclass || '.' || c.attname || ' ' || case k.confdeltype
                 when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade' else 'set' end as text
             from pg_constraint k join pg_attribute c on c.attrelid = k.conrelid and c.attnum = k.conkey[1]
             where k.contype = 'f'"
        }
    };

    let keys = query(&db.url, keys).await;
    let silent: Vec<_> = keys.iter().filter(|key| key.ends_with("no action")).collect();

    assert_eq!(silent, Vec::<&String>::new());
    assert!(
        keys.iter().any(|key| key.ends_with("role_grant.user_id cascade")),
        "{keys:?}"
    );
}

#[actix_web::test]
async fn the_entities_have_the_columns_of_the_database_and_no_others() {
    let db = TestDb::new().await;
    let columns = match backend() {
        Backend::Sqlite => {
            "select t.name || '.' || c.name || case when c.\"notnull\" or c.pk then '' else ' null' end as text
             from sqlite_master t, pragma_table_info(t.name) c
             where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> 'seaql_migrations'"
        }
        Backend::Postgresql => {
            "select table_name || '.' || column_name || case is_nullable when 'NO' then '' else ' null' end as text
             from information_schema.columns
             where table_schema = 'public' and table_name <> 'seaql_migrations'"
        }
    };

    let in_the_database = BTreeSet::from_iter(query(&db.url, columns).await);
    let in_the_entities = BTreeSet::from_iter(declared());
    let only_in_the_database: Vec<_> = in_the_database.difference(&in_the_entities).collect();
    let only_in_the_entities: Vec<_> = in_the_entities.difference(&in_the_database).collect();

    assert_eq!((only_in_the_database, only_in_the_entities), (vec![], vec![]));
    assert!(in_the_database.len() > 200, "{in_the_database:?}");
}

/// `table.column` of every entity, with ` null` where the column may be empty.
fn declared() -> Vec<String> {
    macro_rules! columns {
        ($($table:ident),+ $(,)?) => { [$(columns_of::<entity::$table::Entity>()),+].concat() };
    }
    columns![
        audit_entry,
        change_proposal,
        contact_point,
        contact_point_topic,
        directory_consent,
        idempotency_record,
        meeting,
        meeting_organizer,
        meeting_project,
        meeting_series,
        meeting_series_topic,
        meeting_topic,
        municipal_user,
        municipality,
        network,
        network_membership,
        organization,
        organization_successor,
        organization_topic,
        outbox_event,
        person,
        position,
        position_topic,
        project,
        project_participation,
        project_topic,
        role_grant,
        session,
        session_result,
        session_result_supporter,
        session_role,
        session_speaker,
        place,
        document,
        attendance_line,
        attendance_line_organization,
        source_reference,
        topic,
        topic_ancestry,
        user_account,
    ]
}

fn columns_of<E: EntityTrait + Default>() -> Vec<String> {
    let entity = E::default();
    let table = entity.table_name();
    E::Column::iter()
        .map(|column| {
            let null = if column.def().is_null() { " null" } else { "" };
            format!("{table}.{}{null}", sea_orm::IdenStatic::as_str(&column))
        })
        .collect()
}
