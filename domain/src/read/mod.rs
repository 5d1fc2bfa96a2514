//! The read engine: every object of every answer comes through here.
//!
//! An object type is declared once ([`Object`]): its GraphQL type, its statements and its visibility follow from that.
//! A root field looks at its whole selection ([`select`]), turns it into a tree of nodes ([`planner`]), runs one flat
//! statement for each relation ([`sql`], [`load`]) and writes the JSON text straight from the rows ([`write`]).
//! There is no resolver for an object and no second way to its data.
#![doc = include_str!("locks.md")]

mod can;
mod cells;
mod cursor;
mod fields;
mod filter;
pub mod id;
mod json;
mod listing;
mod load;
mod object;
mod order;
mod page;
mod payload;
mod plan;
mod planner;
mod planted;
mod reader;
mod registry;
mod relations;
mod roots;
mod scope;
mod search;
mod select;
mod shape;
mod sql;
mod tally;
#[cfg(test)]
mod tests;
mod write;

pub use can::Can;
pub use cells::Cells;
pub use cursor::Marks;
pub use fields::Fields;
pub use json::{key as write_key, string as write_string, value as write_value};
pub use object::{Object, Union, Visible};
pub use page::PageSizes;
pub(crate) use page::Rank;
pub use payload::Ref;
pub use planted::Fault;
pub use reader::Reader;
pub use roots::{Key, Planned, RootFields, Roots};
pub use scope::Scope;
pub use select::selected_here;
pub use shape::{Catalog, Shape, ShapeOf};
pub(crate) use sql::{drops_out, guard, listed_guard, related};
