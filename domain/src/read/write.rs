//! Rows to JSON text.

use super::cells::{Cell, Cells};
use super::cursor::Marks;
use super::json;
use super::load::Level;
use super::page::Key;
use super::plan::{EdgePart, Form, InfoPart, Item, Kid, Node, Part, Projection, Set, Shown};
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
struct PageRows {
    shown: Range<usize>,
    back: bool,
    more: bool,
}

impl PageRows {
    /// In the order of the list, whichever way the page was read.
    fn in_order(&self) -> impl Iterator<Item = usize> + use<> {
        let (start, end, back) = (self.shown.start, self.shown.end, self.back);
        (start..end).map(move |i| if back { start + end - 1 - i } else { i })
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
                let own = row.text(*text).unwrap_or_default();
                let all = language
                    .as_ref()
                    .and_then(|_| serde_json::from_str(row.text(*translations)?).ok());
                json::string(&pick("de", own, &all.unwrap_or_default(), language.as_deref()), out);
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
            more: all.end > shown.end,
            shown,
            back: set.page.back,
        };
        match &set.form {
            Form::Connection(parts) => json::object(parts, out, |(key, part), out| {
                out.extend_from_slice(key.as_bytes());
                self.part(set, level, part, (&rows, parent), out);
            }),
            Form::List(layout) => {
                json::list(rows.in_order(), out, |i, out| {
                    self.row(&set.node, level, *layout, i, out)
                });
            }
            Form::First(layout) => match rows.in_order().next() {
                Some(i) => self.row(&set.node, level, *layout, i, out),
                None => out.extend_from_slice(b"null"),
            },
        }
    }

    fn part(&self, set: &Set, level: &Level, part: &Part, (rows, parent): (&PageRows, i64), out: &mut Vec<u8>) {
        let type_name = |tail: &str, out: &mut Vec<u8>| json::string(&format!("{}{tail}", set.node.shape.name), out);
        match part {
            Part::TypeName => type_name("Connection", out),
            Part::Nodes(layout) => {
                json::list(rows.in_order(), out, |i, out| {
                    self.row(&set.node, level, *layout, i, out)
                });
            }
            Part::Edges(parts) => json::list(rows.in_order(), out, |i, out| {
                json::object(parts, out, |(key, part), out| {
                    out.extend_from_slice(key.as_bytes());
                    match part {
                        EdgePart::TypeName => type_name("Edge", out),
                        EdgePart::Cursor => self.cursor(set, level.row(i), out),
                        EdgePart::Node(layout) => self.row(&set.node, level, *layout, i, out),
                    }
                });
            }),
            Part::Info(parts) => json::object(parts, out, |(key, part), out| {
                out.extend_from_slice(key.as_bytes());
                let before = set.page.from.is_some();
                let (next, previous) = if rows.back {
                    (before, rows.more)
                } else {
                    (rows.more, before)
                };
                match part {
                    InfoPart::TypeName => json::string("PageInfo", out),
                    InfoPart::HasNext => json::boolean(next, out),
                    InfoPart::HasPrevious => json::boolean(previous, out),
                    InfoPart::Start => self.edge_of(set, level, rows.in_order().next(), out),
                    InfoPart::End => self.edge_of(set, level, rows.in_order().last(), out),
                }
            }),
            Part::Total => out.extend_from_slice(level.total_of(parent).to_string().as_bytes()),
        }
    }

    fn edge_of(&self, set: &Set, level: &Level, row: Option<usize>, out: &mut Vec<u8>) {
        match row {
            Some(i) => self.cursor(set, level.row(i), out),
            None => out.extend_from_slice(b"null"),
        }
    }

    fn cursor(&self, set: &Set, row: Cell, out: &mut Vec<u8>) {
        if let Key::Column(_, scalar) = set.page.sort.key {
            self.marks.write(&set.page.list, row, (set.key, scalar), out);
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
