//! Search over several types at once. What is found of one type follows what is found of the type before it, each in its
//! type's first order, so that one cursor leads through all.

use super::cells::Scalar;
use super::listing::{self, Listing};
use super::load::{Level, WHOLE};
use super::page::{Key, Page, argument};
use super::plan::{Form, Node, Part, Set, Way};
use super::reader::{Reader, failed, finished, refused};
use super::registry::Raw;
use super::select::Sets;
use super::shape::{Shape, ShapeOf};
use super::write::Writer;
use crate::values::fold::search_words;
use async_graphql::{Context, ServerResult, Value};
use sea_orm::DbErr;

/// What is found, and what is read of it: first the places of all that is found, then the records that are shown.
struct Found<'a> {
    writer: Writer<'a>,
    name: &'static str,
    sets: Vec<(Set, Level)>,
    records: Vec<(Node, Level)>,
    /// For each record that is shown: its type, and its row among those found and among those read.
    shown: Vec<(usize, usize, usize)>,
    behind: bool,
    more: bool,
}

impl Listing for Found<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn len(&self) -> usize {
        self.shown.len()
    }

    fn record(&self, at: usize, layout: usize, out: &mut Vec<u8>) {
        let (of, _, row) = self.shown[at];
        let (node, level) = &self.records[of];
        self.writer.row(node, level, layout, row, out);
    }

    fn cursor(&self, at: usize, out: &mut Vec<u8>) {
        let (of, row, _) = self.shown[at];
        let (set, level) = &self.sets[of];
        let place = (set.key, scalar(set));
        self.writer.marks.write(&set.page.list, level.row(row), place, out);
    }

    fn has_next(&self) -> bool {
        self.more
    }

    fn has_previous(&self) -> bool {
        self.behind
    }

    fn total(&self) -> i64 {
        self.sets.iter().map(|(_, level)| level.total_of(0)).sum()
    }
}

impl Reader {
    /// A page of what is found of these types.
    pub(super) async fn search<'a>(
        &self,
        ctx: &Context<'a>,
        (name, members): (&'static str, &[ShapeOf]),
        selected: &Sets<'a>,
    ) -> ServerResult<Value> {
        let size = self.sizes.page(argument::<i32>(ctx, "first")?);
        let size = size.map_err(|(code, message)| refused(ctx, code, &message))?;
        let words = search_words(&ctx.param_value::<String>("text", None)?.1);
        let types = types(argument::<Raw>(ctx, "types")?.map(|raw| raw.0));
        let after = argument::<String>(ctx, "after")?;
        let scope = self.scope();
        let planner = self.planner(ctx, &scope);
        let mut places: Vec<Sets<'_>> = Vec::new();
        let parts = planner.parts(selected, &mut |sets| {
            places.push(sets.clone());
            Ok(places.len() - 1)
        })?;

        let asked = |shape: &&'static Shape| types.as_ref().is_none_or(|names| names.contains(&type_name(shape)));
        let shapes: Vec<_> = members.iter().map(|of| of()).filter(asked).collect();
        let mut sets: Vec<Set> = shapes
            .iter()
            .map(|shape| {
                let list = format!("search\n{}\n{types:?}\n{words:?}", shape.name);
                planner.set(shape, None, Page::found(shape, &words, (size, list)), Way::Search)
            })
            .collect();
        let rows = parts.iter().any(|(_, part)| part.reads_rows());
        let total = parts.iter().any(|(_, part)| matches!(part, Part::Total));
        let from = match &after {
            None => 0,
            Some(cursor) => place(&mut sets, |set| self.marks.read(&set.page.list, scalar(set), cursor))
                .ok_or_else(|| refused(ctx, "BAD_CURSOR", "This is no cursor of this search."))?,
        };
        for (of, set) in sets.iter_mut().enumerate() {
            set.form = Form::Connection(Vec::new());
            (set.rows, set.total) = (rows && of >= from && !words.is_empty(), total && !words.is_empty());
        }

        let found = async {
            let mut found = Found {
                writer: self.writer(),
                name,
                sets: Vec::with_capacity(sets.len()),
                records: Vec::with_capacity(sets.len()),
                shown: Vec::new(),
                behind: after.is_some(),
                more: false,
            };
            for set in sets {
                let level = self.loader().load_set(&set, None).await?;
                found.sets.push((set, level));
            }
            found.take(size as usize);
            Ok(found)
        };
        let mut found = found.await.map_err(|error: DbErr| failed(ctx, error))?;
        for (of, shape) in shapes.iter().enumerate() {
            let mut node = Node::new(shape, &scope, Way::Search);
            for sets in &places {
                planner.layout(&mut node, sets)?;
            }
            let level = self.records(&node, &found.keys(of)).await;
            found.records.push((node, level.map_err(|error| failed(ctx, error))?));
        }
        found.settle();
        Ok(finished(|out| listing::connection(&found, &parts, out)))
    }

    async fn records(&self, node: &Node, keys: &[i64]) -> Result<Level, DbErr> {
        if keys.is_empty() {
            return Ok(Level::default());
        }
        let select = node.by_keys(keys, self.backend());
        self.loader().load(node, select, WHOLE).await
    }
}

impl Found<'_> {
    /// Takes as many of what is found as a page holds.
    fn take(&mut self, size: usize) {
        let all = self.sets.iter().enumerate();
        let mut all: Vec<_> = all
            .flat_map(|(of, (_, level))| (0..level.len()).map(move |row| (of, row, 0)))
            .collect();
        self.more = all.len() > size;
        all.truncate(size);
        self.shown = all;
    }

    /// The keys of what is shown of a type.
    fn keys(&self, of: usize) -> Vec<i64> {
        let level = &self.sets[of].1;
        let rows = self.shown.iter().filter(|(which, ..)| *which == of);
        rows.filter_map(|(_, row, _)| level.row(*row).int(0)).collect()
    }

    /// Finds the records that were read; one that went away in between is not shown.
    fn settle(&mut self) {
        let (sets, records) = (&self.sets, &self.records);
        self.shown.retain_mut(|(of, row, read)| {
            let key = sets[*of].1.row(*row).int(0);
            let found = key.and_then(|key| records[*of].1.rows_of(key).next());
            *read = found.unwrap_or_default();
            found.is_some()
        });
    }
}

/// Lets the list of the type that a cursor belongs to begin behind it; answers which type that is.
fn place(sets: &mut [Set], read: impl Fn(&Set) -> Option<(sea_orm::sea_query::Value, i64)>) -> Option<usize> {
    sets.iter_mut().position(|set| {
        set.page.from = read(set);
        set.page.from.is_some()
    })
}

fn scalar(set: &Set) -> Scalar {
    match set.page.sort.key {
        Key::Column(_, scalar) => scalar,
        Key::Rank(_) => Scalar::Int,
    }
}

/// The names of the types that are asked for; none for all.
fn types(asked: Option<Value>) -> Option<Vec<String>> {
    let names = match asked? {
        Value::Null => return None,
        Value::List(names) => names,
        one => vec![one],
    };
    let name = |value: Value| match value {
        Value::Enum(name) => Some(name.to_string()),
        Value::String(name) => Some(name),
        _ => None,
    };
    Some(names.into_iter().filter_map(name).collect())
}

/// `CONTACT_POINT` for `ContactPoint`.
pub(super) fn type_name(shape: &Shape) -> String {
    let mut name = String::with_capacity(shape.name.len() + 2);
    for (at, letter) in shape.name.chars().enumerate() {
        if letter.is_ascii_uppercase() && at > 0 {
            name.push('_');
        }
        name.push(letter.to_ascii_uppercase());
    }
    name
}
