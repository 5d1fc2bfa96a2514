//! Everything that stands in a database, as text, so that a test can say "nothing has changed".

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

/// All rows of all tables, ordered by table and by content. Which steps are applied is no content.
pub async fn dump(url: &str) -> String {
    let connection = open(url).await;
    let mut dump = String::new();
    for table in tables(&connection).await {
        dump.push_str(&format!("# {table}\n"));
        for row in texts(&connection, rows_of(&connection, &table).await).await {
            dump.push_str(&row);
            dump.push('\n');
        }
    }
    connection.close().await.expect("the database closes");
    dump
}

/// The answers to a query for one column of texts named `text`, for tests that look at a database from outside.
pub async fn query(url: &str, sql: &str) -> Vec<String> {
    let connection = open(url).await;
    let answers = texts(&connection, sql.to_owned()).await;
    connection.close().await.expect("the database closes");
    answers
}

async fn open(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the database opens")
}

async fn tables(connection: &DatabaseConnection) -> Vec<String> {
    let sql = match connection.get_database_backend() {
        DbBackend::Sqlite => {
            "select name as text from sqlite_master
             where type = 'table' and name not like 'sqlite_%' and name <> 'seaql_migrations' order by name"
        }
        _ => {
            "select table_name::text as text from information_schema.tables
             where table_schema = 'public' and table_name <> 'seaql_migrations' order by table_name"
        }
    };
    texts(connection, sql.to_owned()).await
}

/// The query for the rows of a table, each as one text.
async fn rows_of(connection: &DatabaseConnection, table: &str) -> String {
    if connection.get_database_backend() != DbBackend::Sqlite {
        return format!("select row::text as text from \"{table}\" as row order by 1");
    }
    let columns = texts(
        connection,
        format!("select name as text from pragma_table_info('{table}') order by cid"),
    )
    .await;
    let values: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
    format!(
        "select {} as text from \"{table}\" order by 1",
        values.join(" || ',' || ")
    )
}

async fn texts(connection: &DatabaseConnection, sql: String) -> Vec<String> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let rows = connection.query_all_raw(statement).await.expect("the database is read");
    rows.iter()
        .map(|row| row.try_get("", "text").expect("a text"))
        .collect()
}
