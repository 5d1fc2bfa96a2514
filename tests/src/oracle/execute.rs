//! ExecuteSelectionSet of the specification (October 2021, 6.3), over rows in memory.

use super::Oracle;
use super::arguments::Variables;
use super::collect::{Collector, Group};
use super::json::Json;
use super::list::{Page, page};
use super::relations::{By, Relation, relation};
use super::rows::{Row, key};
use super::schema::{Field, snake};
use super::values::{global_id, value};
use async_graphql::Value as Const;
use async_graphql::parser::types::{ExecutableDocument, Field as Asked, OperationDefinition, SelectionSet};

/// An object of the answer.
enum Thing<'a> {
    Query,
    Record(String, &'a Row),
    Connection(Page<'a>),
    Edge(String, &'a Row),
    PageInfo(Page<'a>),
    /// A small object that stands in a row.
    Part(String, Vec<(String, Json)>),
}

/// What a field of an object is.
enum Found<'a> {
    Leaf(Json),
    One(Option<Thing<'a>>),
    List(Vec<Option<Thing<'a>>>),
}

pub struct Executor<'a> {
    oracle: &'a Oracle,
    document: &'a ExecutableDocument,
    operation: &'a OperationDefinition,
    variables: Variables,
}

impl<'a> Executor<'a> {
    pub fn new(oracle: &'a Oracle, document: &'a ExecutableDocument, variables: &serde_json::Value) -> Self {
        let (_, operation) = document.operations.iter().next().expect("an operation");
        Executor {
            oracle,
            document,
            operation: &operation.node,
            variables: Variables::coerced(&operation.node, variables),
        }
    }

    pub fn run(&self) -> Json {
        self.object(&Thing::Query, &[&self.operation.selection_set.node])
    }

    fn object(&self, thing: &Thing<'a>, sets: &[&'a SelectionSet]) -> Json {
        let ty = thing.type_name();
        let collector = Collector {
            document: self.document,
            schema: &self.oracle.schema,
            variables: &self.variables,
        };
        let fields = collector.collect(&ty, sets).into_iter().map(|group| {
            let value = match group.first().name.node.as_str() {
                "__typename" => Json::Text(ty.clone()),
                name => self.complete(
                    self.resolve(thing, self.oracle.schema.field(&ty, name), group.first()),
                    &group,
                ),
            };
            (group.key.to_owned(), value)
        });
        Json::Object(fields.collect())
    }

    fn complete(&self, found: Found<'a>, group: &Group<'a>) -> Json {
        let one = |thing: Option<Thing<'a>>| thing.map_or(Json::Null, |thing| self.object(&thing, &group.below()));
        match found {
            Found::Leaf(json) => json,
            Found::One(thing) => one(thing),
            Found::List(things) => Json::List(things.into_iter().map(one).collect()),
        }
    }

    fn resolve(&self, thing: &Thing<'a>, field: &Field, asked: &Asked) -> Found<'a> {
        match thing {
            Thing::Query => self.root(field, asked),
            Thing::Record(ty, row) => self.of_record(ty, row, field, asked),
            Thing::Connection(page) => of_connection(page, &field.name),
            Thing::Edge(ty, row) => match field.name.as_str() {
                "node" => Found::One(Some(Thing::Record(ty.clone(), row))),
                _ => Found::Leaf(cursor(row)),
            },
            Thing::PageInfo(page) => Found::Leaf(match field.name.as_str() {
                "hasNextPage" => Json::Bool(page.has_next),
                "hasPreviousPage" => Json::Bool(page.has_previous),
                "startCursor" => page.rows.first().map_or(Json::Null, |row| cursor(row)),
                _ => page.rows.last().map_or(Json::Null, |row| cursor(row)),
            }),
            // Nobody has signed in, and who has not may do nothing.
            Thing::Part(ty, _) if ty.ends_with("Permissions") => Found::Leaf(Json::Bool(false)),
            Thing::Part(_, fields) => {
                let value = fields.iter().find(|(name, _)| *name == field.name);
                found(field, value.map_or(Json::Null, |(_, value)| value.clone()))
            }
        }
    }

    fn root(&self, field: &Field, asked: &Asked) -> Found<'a> {
        match field.name.as_str() {
            // Nobody has signed in.
            "viewer" => Found::One(None),
            "node" => Found::One(self.by_global_id(&self.variables.text(asked, "id").expect("an id"))),
            "nodes" => match self.variables.argument(asked, "ids") {
                Some(Const::List(ids)) => Found::List(ids.iter().map(|id| self.by_value(id)).collect()),
                Some(one) => Found::List(vec![self.by_value(&one)]),
                None => panic!("nodes without ids"),
            },
            _ if field.of.ends_with("Connection") => {
                let of = field.of.trim_end_matches("Connection");
                let all = self.oracle.rows.of(&snake(of)).iter().collect();
                Found::One(Some(Thing::Connection(page(
                    self.oracle,
                    of,
                    all,
                    asked,
                    &self.variables,
                ))))
            }
            _ => {
                let natural = field
                    .arguments
                    .iter()
                    .find_map(|name| Some((name, self.variables.text(asked, name)?)));
                let (name, wanted) = natural.expect("a natural key");
                let mut rows = self.oracle.rows.of(&snake(&field.of)).iter();
                let row = rows.find(|row| row[&snake(name)].text() == Some(&wanted));
                Found::One(row.map(|row| Thing::Record(field.of.clone(), row)))
            }
        }
    }

    fn by_value(&self, id: &Const) -> Option<Thing<'a>> {
        match id {
            Const::String(id) => self.by_global_id(id),
            other => panic!("{other} is no id"),
        }
    }

    fn by_global_id(&self, id: &str) -> Option<Thing<'a>> {
        self.oracle.schema.records().find_map(|ty| {
            let row = self
                .oracle
                .rows
                .of(&snake(ty))
                .iter()
                .find(|row| global_id(ty, row) == id)?;
            Some(Thing::Record(ty.to_owned(), row))
        })
    }

    fn of_record(&self, ty: &str, row: &'a Row, field: &Field, asked: &Asked) -> Found<'a> {
        self.oracle.answered.borrow_mut().insert(format!("{ty}.{}", field.name));
        let Some(relation) = relation(&self.oracle.schema, ty, field) else {
            let language = self.variables.text(asked, "language");
            return found(field, value(ty, row, field, language.as_deref(), self.oracle.today));
        };
        match relation {
            Relation::One { to, key } => Found::One(self.by_key(&to, row, &key)),
            Relation::OneOf(members) => {
                Found::One(members.iter().find_map(|(member, key)| self.by_key(member, row, key)))
            }
            Relation::ContactFor => {
                let topic = self.variables.text(asked, "topic").expect("a topic");
                Found::One(self.contact_for(row, &topic))
            }
            Relation::Many { to, by } => {
                let rows = self.related(&to, &by, row);
                if field.list {
                    Found::List(
                        rows.into_iter()
                            .map(|row| Some(Thing::Record(to.clone(), row)))
                            .collect(),
                    )
                } else {
                    Found::One(Some(Thing::Connection(page(
                        self.oracle,
                        &to,
                        rows,
                        asked,
                        &self.variables,
                    ))))
                }
            }
        }
    }

    fn by_key(&self, to: &str, row: &Row, column: &str) -> Option<Thing<'a>> {
        let id = row.get(column).and_then(Json::int)?;
        let row = self
            .oracle
            .rows
            .by_id(&snake(to), id)
            .expect("the row of a foreign key");
        Some(Thing::Record(to.to_owned(), row))
    }

    /// The rows that a relation leads to, each once, in the order of their keys.
    fn related(&self, to: &str, by: &By, from: &Row) -> Vec<&'a Row> {
        let mine = Some(key(from));
        let all = self.oracle.rows.of(&snake(to)).iter();
        match by {
            By::Key(column) => all.filter(|row| row[column].int() == mine).collect(),
            By::Join {
                table,
                near,
                far,
                status,
            } => {
                let between: Vec<Option<i64>> = self
                    .oracle
                    .rows
                    .of(table)
                    .iter()
                    .filter(|row| row[near].int() == mine)
                    .filter(|row| status.is_none_or(|status| row["status"].text() == Some(status)))
                    .map(|row| row[far].int())
                    .collect();
                all.filter(|row| between.contains(&Some(key(row)))).collect()
            }
        }
    }

    /// The contact of the nearest topic, by its own topics before those of its position; else the general one.
    fn contact_for(&self, municipality: &Row, topic: &str) -> Option<Thing<'a>> {
        let rows = &self.oracle.rows;
        let asked = rows.of("topic").iter().find(|row| global_id("Topic", row) == topic)?;
        let distance = |table: &str, owner: &str, id: Option<i64>| {
            let own = rows
                .of(table)
                .iter()
                .filter(|row| id.is_some() && row[owner].int() == id);
            let steps = own.filter_map(|own| {
                let mut ancestry = rows.of("topic_ancestry").iter();
                let step = ancestry
                    .find(|row| row["topic_id"].int() == Some(key(asked)) && row["ancestor_id"] == own["topic_id"])?;
                step["distance"].int()
            });
            steps.min()
        };
        let contacts = rows
            .of("contact_point")
            .iter()
            .filter(|row| row["steward_id"].int() == Some(key(municipality)));
        let ranked = contacts.filter_map(|row| {
            let general = row["purpose"] == Json::Null && row["municipality_id"] != Json::Null;
            let rank = distance("contact_point_topic", "contact_point_id", Some(key(row)))
                .or_else(|| distance("position_topic", "position_id", row["position_id"].int()))
                .or_else(|| general.then_some(i64::MAX))?;
            Some((rank, key(row), row))
        });
        let (.., row) = ranked.min_by_key(|(rank, id, _)| (*rank, *id))?;
        Some(Thing::Record("ContactPoint".to_owned(), row))
    }
}

impl Thing<'_> {
    fn type_name(&self) -> String {
        match self {
            Thing::Query => "Query".to_owned(),
            Thing::Record(ty, _) | Thing::Part(ty, _) => ty.clone(),
            Thing::Connection(page) => format!("{}Connection", page.of),
            Thing::Edge(of, _) => format!("{of}Edge"),
            Thing::PageInfo(_) => "PageInfo".to_owned(),
        }
    }
}

/// A value as it is, or as an object of which fields are selected.
fn found<'a>(field: &Field, value: Json) -> Found<'a> {
    let part = |value: Json| match value {
        Json::Object(fields) => Some(Thing::Part(field.of.clone(), fields)),
        _ => None,
    };
    match value {
        Json::List(items) if items.iter().all(|item| matches!(item, Json::Object(_))) => {
            Found::List(items.into_iter().map(part).collect())
        }
        Json::Object(_) => Found::One(part(value)),
        leaf => Found::Leaf(leaf),
    }
}

fn of_connection<'a>(page: &Page<'a>, field: &str) -> Found<'a> {
    let rows = page.rows.iter();
    match field {
        "nodes" => Found::List(rows.map(|row| Some(Thing::Record(page.of.clone(), row))).collect()),
        "edges" => Found::List(rows.map(|row| Some(Thing::Edge(page.of.clone(), row))).collect()),
        "totalCount" => Found::Leaf(Json::Int(page.total as i64)),
        _ => Found::One(Some(Thing::PageInfo(page.clone()))),
    }
}

fn cursor(row: &Row) -> Json {
    Json::Cursor(key(row).to_string())
}
