//! All rows of all tables in memory, each as its columns by name.

use super::json::Json;
use super::schema::snake;
use sea_orm::{DatabaseConnection, EntityTrait, IdenStatic, Iterable, ModelTrait, Value};
use std::collections::{BTreeMap, HashMap};
use verbund_entity as entity;

/// Types whose records only their own house sees: in a world where nobody has signed in there are none of them, whatever
/// the tables hold.
pub(super) const UNSEEN: [&str; 2] = ["DirectoryConsent", "ChangeProposal"];

pub type Row = BTreeMap<String, Json>;

/// The rows of each table in the order of their keys.
pub struct Rows(HashMap<String, Vec<Row>>);

impl Rows {
    pub async fn load(connection: &DatabaseConnection) -> Rows {
        let mut tables = HashMap::new();
        macro_rules! load {
            ($($table:ident),+ $(,)?) => { $(
                let (name, rows) = table::<entity::$table::Entity>(connection).await;
                tables.insert(name, rows);
            )+ };
        }
        load!(
            contact_point,
            contact_point_topic,
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
            person,
            position,
            position_topic,
            project,
            project_participation,
            project_topic,
            session,
            session_result,
            session_result_supporter,
            session_role,
            session_speaker,
            place,
            document,
            attendance_line,
            attendance_line_organization,
            role_grant,
            source_reference,
            topic,
            topic_ancestry,
        );
        tables.extend(UNSEEN.map(|ty| (snake(ty), Vec::new())));
        Rows(tables)
    }

    /// The same for somebody who sees nothing of these tables.
    pub fn without(mut self, tables: &[&str]) -> Rows {
        for table in tables {
            self.0.insert((*table).to_owned(), Vec::new());
        }
        self
    }

    pub fn of(&self, table: &str) -> &[Row] {
        self.0.get(table).unwrap_or_else(|| panic!("no table {table}"))
    }

    pub fn by_id(&self, table: &str, id: i64) -> Option<&Row> {
        self.of(table).iter().find(|row| key(row) == id)
    }
}

pub fn key(row: &Row) -> i64 {
    row.get("id").and_then(Json::int).unwrap_or_default()
}

async fn table<E: EntityTrait>(connection: &DatabaseConnection) -> (String, Vec<Row>) {
    let models = E::find().all(connection).await.expect("the rows of a table");
    let mut rows: Vec<Row> = models
        .iter()
        .map(|model| {
            E::Column::iter()
                .map(|column| (column.as_str().to_owned(), cell(model.get(column))))
                .collect()
        })
        .collect();
    rows.sort_by_key(key);
    (E::default().table_name().to_owned(), rows)
}

/// A column's value as the API writes values of its kind.
fn cell(value: Value) -> Json {
    match value {
        Value::Bool(Some(b)) => Json::Bool(b),
        Value::Int(Some(n)) => Json::Int(n.into()),
        Value::BigInt(Some(n)) => Json::Int(n),
        Value::String(Some(text)) => Json::Text(text),
        Value::Json(Some(json)) => Json::of(&json),
        Value::ChronoDate(Some(date)) => Json::Text(date.format("%Y-%m-%d").to_string()),
        Value::ChronoDateTimeUtc(Some(time)) => Json::Text(time.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()),
        Value::Bool(None)
        | Value::Int(None)
        | Value::BigInt(None)
        | Value::String(None)
        | Value::Json(None)
        | Value::ChronoDate(None)
        | Value::ChronoDateTimeUtc(None) => Json::Null,
        other => panic!("a kind of value that no table has: {other:?}"),
    }
}
