//! A page as it is written, wherever its records come from.

use super::json;
use super::plan::{EdgePart, InfoPart, Part};

/// What a page shows, in the order of its list.
pub(super) trait Listing {
    /// What the types of the page are named after.
    fn name(&self) -> &str;
    fn len(&self) -> usize;
    fn record(&self, at: usize, layout: usize, out: &mut Vec<u8>);
    fn cursor(&self, at: usize, out: &mut Vec<u8>);
    fn has_next(&self) -> bool;
    fn has_previous(&self) -> bool;
    fn total(&self) -> i64;
}

/// Writes what is selected of a page.
pub(super) fn connection(list: &impl Listing, parts: &[(String, Part)], out: &mut Vec<u8>) {
    json::object(parts, out, |(key, part), out| {
        out.extend_from_slice(key.as_bytes());
        match part {
            Part::TypeName => type_name(list, "Connection", out),
            Part::Nodes(layout) => json::list(0..list.len(), out, |at, out| list.record(at, *layout, out)),
            Part::Edges(parts) => json::list(0..list.len(), out, |at, out| edge(list, parts, at, out)),
            Part::Info(parts) => info(list, parts, out),
            Part::Total => out.extend_from_slice(list.total().to_string().as_bytes()),
        }
    });
}

fn edge(list: &impl Listing, parts: &[(String, EdgePart)], at: usize, out: &mut Vec<u8>) {
    json::object(parts, out, |(key, part), out| {
        out.extend_from_slice(key.as_bytes());
        match part {
            EdgePart::TypeName => type_name(list, "Edge", out),
            EdgePart::Cursor => list.cursor(at, out),
            EdgePart::Node(layout) => list.record(at, *layout, out),
        }
    });
}

fn info(list: &impl Listing, parts: &[(String, InfoPart)], out: &mut Vec<u8>) {
    json::object(parts, out, |(key, part), out| {
        out.extend_from_slice(key.as_bytes());
        match part {
            InfoPart::TypeName => json::string("PageInfo", out),
            InfoPart::HasNext => json::boolean(list.has_next(), out),
            InfoPart::HasPrevious => json::boolean(list.has_previous(), out),
            InfoPart::Start => place(list, list.len().checked_sub(1).map(|_| 0), out),
            InfoPart::End => place(list, list.len().checked_sub(1), out),
        }
    });
}

fn place(list: &impl Listing, at: Option<usize>, out: &mut Vec<u8>) {
    match at {
        Some(at) => list.cursor(at, out),
        None => out.extend_from_slice(b"null"),
    }
}

fn type_name(list: &impl Listing, tail: &str, out: &mut Vec<u8>) {
    json::string(&format!("{}{tail}", list.name()), out);
}
