//! A second opinion on what a document's answer is: an ordinary executor over rows in memory, as the GraphQL
//! specification describes it, for a world in which everybody sees everything. It shares nothing with the read engine
//! but the schema and the tables.

mod arguments;
mod collect;
mod everything;
mod execute;
mod generate;
mod json;
mod list;
mod relations;
mod rows;
mod schema;
mod values;

pub use everything::everything;
pub use generate::{Document, Generator, Random};
pub use json::agrees;
pub use rows::Rows;
pub use schema::{Schema, snake};

use async_graphql::parser::parse_query;
use chrono::NaiveDate;
use execute::Executor;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// What the oracle knows: the schema, all rows, and what day it is.
pub struct Oracle {
    pub schema: Schema,
    pub rows: Rows,
    pub today: NaiveDate,
    /// Fields that were answered from a row, as `Type.field`.
    answered: RefCell<BTreeSet<String>>,
}

impl Oracle {
    pub fn new(schema: Schema, rows: Rows, today: NaiveDate) -> Oracle {
        Oracle {
            schema,
            rows,
            today,
            answered: RefCell::default(),
        }
    }

    /// Fields of records that no answer had so far.
    pub fn never_answered(&self) -> Vec<String> {
        let answered = self.answered.borrow();
        let seen = self.schema.records().filter(|ty| !rows::UNSEEN.contains(ty));
        let all = seen.flat_map(|ty| {
            let fields = self.schema.fields(ty).iter();
            fields.map(move |field| format!("{ty}.{}", field.name))
        });
        all.filter(|field| !answered.contains(field)).collect()
    }

    /// The ids of all records of a type.
    pub fn ids(&self, ty: &str) -> Vec<String> {
        let rows = self.rows.of(&schema::snake(ty)).iter();
        rows.map(|row| values::global_id(ty, row)).collect()
    }

    /// The response text. Cursors in it are the oracle's own, see [`agrees`].
    pub fn answer(&self, document: &str, variables: &serde_json::Value) -> String {
        let parsed = parse_query(document).expect("a document that can be parsed");
        let data = Executor::new(self, &parsed, variables).run();
        format!("{{\"data\":{data}}}")
    }
}
