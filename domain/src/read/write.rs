//! Rows to JSON text.

use super::cells::Cells;
use super::cursor::Marks;
use super::json;
use super::listing::{self, Listing};
use super::load::Level;
use super::page::Key;
use super::plan::{Form, Item, Kid, Node, Projection, Set, Shown};
use crate::values::localized::pick;
use crate::viewer::Viewer;
use async_graphql::Value;
use std::ops::Range;

/// Writes what was loaded as the document asks for it.
pub(super) struct Writer<'a> {
    pub viewer: &'a Viewer,
    pub marks: &'a Marks,
}

/// The rows of one parent that a page shows.
struct PageRows<'a> {
    writer: &'a Writer<'a>,
    set: &'a Set,
    level: &'a Level,
    parent: i64,
    shown: Range<usize>,
    more: bool,
}

impl PageRows<'_> {
    /// A row in the order of the list, whichever way the page was read.
    fn row(&self, at: usize) -> usize {
        if self.set.page.back {
            self.shown.end - 1 - at
        } else {
            self.shown.start + at
        }
    }
}

impl Listing for PageRows<'_> {
    fn name(&self) -> &str {
        self.set.node.shape.name
    }

    fn len(&self) -> usize {
        self.shown.len()
    }

    fn record(&self, at: usize, layout: usize, out: &mut Vec<u8>) {
        self.writer.row(&self.set.node, self.level, layout, self.row(at), out);
    }

    fn cursor(&self, at: usize, out: &mut Vec<u8>) {
        if let Key::Column(_, scalar) = self.set.page.sort.key {
            let row = self.level.row(self.row(at));
            let marks = self.writer.marks;
            marks.write(&self.set.page.list, row, (self.set.key, scalar), out);
        }
    }

    fn has_next(&self) -> bool {
        if self.set.page.back {
            self.set.page.from.is_some()
        } else {
            self.more
        }
    }

    fn has_previous(&self) -> bool {
        if self.set.page.back {
            self.more
        } else {
            self.set.page.from.is_some()
        }
    }

    fn total(&self) -> i64 {
        self.level.total_of(self.parent)
    }
}

impl Writer<'_> {
    pub fn row(&self, node: &Node, level: &Level, layout: usize, i: usize, out: &mut Vec<u8>) {
        json::object(&node.layouts[layout], out, |(key, item), out| {
            out.extend_from_slice(key.as_bytes());
            self.item(node, level, item, i, out);
        });
    }

    fn item(&self, node: &Node, level: &Level, item: &Item, i: usize, out: &mut Vec<u8>) {
        let row = level.row(i);
        match item {
            Item::TypeName => json::string(node.shape.name, out),
            Item::Cell(cell, scalar) => row.write(*cell, *scalar, out),
            Item::Computed { cells, value, shown } => {
                let value = value(&Cells {
                    row,
                    at: cells,
                    viewer: self.viewer,
                });
                match shown {
                    Some(projection) => project(&value, projection, out),
                    None => json::value(&value, out),
                }
            }
            Item::Can(parts) => json::object(parts, out, |(key, cell), out| {
                out.extend_from_slice(key.as_bytes());
                match cell {
                    Some(cell) => json::boolean(row.int(*cell) == Some(1), out),
                    None => json::string(&format!("{}Permissions", node.shape.name), out),
                }
            }),
            Item::Localized {
                text,
                translations,
                language,
            } => {
                let own = row.text(*text);
                let all = language
                    .as_ref()
                    .and_then(|_| serde_json::from_str(row.text(*translations)?).ok());
                let all = all.unwrap_or_default();
                match pick("de", own.unwrap_or_default(), &all, language.as_deref()) {
                    text if text.is_empty() && own.is_none() => out.extend_from_slice(b"null"),
                    text => json::string(&text, out),
                }
            }
            Item::One(kid) => {
                if let Kid::One { node, key } = &node.kids[*kid] {
                    self.by_key(node, &level.kids[*kid][0], row.int(*key), out);
                }
            }
            Item::OneOf(kid) => {
                if let Kid::OneOf(members) = &node.kids[*kid] {
                    let of = members.iter().zip(&level.kids[*kid]);
                    match of
                        .filter_map(|((node, key), level)| Some((node, level, row.int(*key)?)))
                        .next()
                    {
                        Some((node, level, key)) => self.by_key(node, level, Some(key), out),
                        None => out.extend_from_slice(b"null"),
                    }
                }
            }
            Item::Many(kid) => {
                if let Kid::Many(set) = &node.kids[*kid] {
                    self.set(set, &level.kids[*kid][0], row.int(0).unwrap_or(0), out);
                }
            }
        }
    }

    /// The row with this key; null where there is none, or none that the viewer may see.
    fn by_key(&self, node: &Node, level: &Level, key: Option<i64>, out: &mut Vec<u8>) {
        match key.and_then(|key| level.rows_of(key).next()) {
            Some(i) => self.row(node, level, 0, i, out),
            None => out.extend_from_slice(b"null"),
        }
    }

    pub fn set(&self, set: &Set, level: &Level, parent: i64, out: &mut Vec<u8>) {
        let all = level.rows_of(parent);
        let shown = all.start..all.end.min(all.start + set.page.size as usize);
        let rows = PageRows {
            writer: self,
            set,
            level,
            parent,
            more: all.end > shown.end,
            shown,
        };
        match &set.form {
            Form::Connection(parts) => listing::connection(&rows, parts, out),
            Form::List(layout) => json::list(0..rows.len(), out, |at, out| rows.record(at, *layout, out)),
            Form::First(layout) if rows.len() > 0 => rows.record(0, *layout, out),
            Form::First(_) => out.extend_from_slice(b"null"),
        }
    }
}

/// The selected part of a small object, or of a list of them.
fn project(value: &Value, shown: &Projection, out: &mut Vec<u8>) {
    match value {
        Value::List(items) => json::list(items, out, |item, out| project(item, shown, out)),
        Value::Object(fields) => json::object(shown, out, |(key, shown), out| {
            out.extend_from_slice(key.as_bytes());
            match shown {
                Shown::TypeName(name) => json::string(name, out),
                Shown::Field(name, below) => match (fields.get(name.as_str()), below) {
                    (Some(field), Some(below)) => project(field, below, out),
                    (Some(field), None) => json::value(field, out),
                    (None, _) => out.extend_from_slice(b"null"),
                },
            }
        }),
        other => json::value(other, out),
    }
}
