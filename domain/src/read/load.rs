//! Plan to rows: one statement for each relation, all parents at once.

use super::cells::Cell;
use super::plan::{Form, Kid, Node, Set};
use sea_orm::sea_query::SelectStatement;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, QueryResult};
use std::collections::HashMap;
use std::ops::Range;
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering};

/// The rows of a node, where each parent's rows lie, and the rows below them.
#[derive(Default)]
pub(super) struct Level {
    rows: Vec<QueryResult>,
    at: HashMap<i64, Range<u32>>,
    /// One for each kid; a kid that may be of several types has one for each of them.
    pub kids: Vec<Vec<Level>>,
    totals: HashMap<i64, i64>,
}

impl Level {
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn row(&self, i: usize) -> Cell<'_> {
        Cell::from(&self.rows[i])
    }

    /// Where the rows of a parent lie.
    pub fn rows_of(&self, parent: i64) -> Range<usize> {
        self.at.get(&parent).map_or(0..0, |r| r.start as usize..r.end as usize)
    }

    pub fn total_of(&self, parent: i64) -> i64 {
        self.totals.get(&parent).copied().unwrap_or(0)
    }

    /// How many rows the parent with the most of them has.
    fn longest(&self) -> u64 {
        self.at.values().map(|r| u64::from(r.end - r.start)).max().unwrap_or(0)
    }

    /// The different values of a cell, in the first rows of each parent: the others are not shown.
    fn keys(&self, cell: usize, shown: usize) -> Vec<i64> {
        let rows = self.at.values().flat_map(|rows| rows.clone().take(shown));
        let mut keys: Vec<i64> = rows.filter_map(|i| self.row(i as usize).int(cell)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

/// Rows that are found by their own key, all of them shown.
pub(super) const WHOLE: (usize, usize) = (0, usize::MAX);

type Loading<'a> = Pin<Box<dyn Future<Output = Result<Level, DbErr>> + Send + 'a>>;

/// Runs the statements of a plan, and counts them.
pub(super) struct Loader<'a> {
    pub db: &'a DatabaseConnection,
    pub statements: &'a AtomicU32,
}

impl<'a> Loader<'a> {
    pub async fn query(&self, select: &SelectStatement) -> Result<Vec<QueryResult>, DbErr> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        self.db.query_all(select).await
    }

    /// `parent`: the cell that says whose row it is; beyond the last one where all rows belong together. `shown`: how many
    /// rows of each parent will be.
    pub fn load(&'a self, node: &'a Node, select: SelectStatement, (parent, shown): (usize, usize)) -> Loading<'a> {
        Box::pin(async move {
            let mut level = Level {
                rows: self.query(&select).await?,
                ..Level::default()
            };
            for i in 0..level.rows.len() {
                let (whose, next) = (level.row(i).int(parent).unwrap_or(0), i as u32);
                level
                    .at
                    .entry(whose)
                    .and_modify(|r| r.end = next + 1)
                    .or_insert(next..next + 1);
            }
            for kid in &node.kids {
                let below = match kid {
                    Kid::One { node, key } => vec![self.load_keys(node, &level.keys(*key, shown)).await?],
                    Kid::OneOf(members) => {
                        let mut all = Vec::with_capacity(members.len());
                        for (node, key) in members {
                            all.push(self.load_keys(node, &level.keys(*key, shown)).await?);
                        }
                        all
                    }
                    Kid::Many(set) => match level.keys(0, shown) {
                        parents if parents.is_empty() => vec![Level::default()],
                        parents => vec![self.load_set(set, Some(&parents)).await?],
                    },
                };
                level.kids.push(below);
            }
            Ok(level)
        })
    }

    async fn load_keys(&'a self, node: &'a Node, keys: &[i64]) -> Result<Level, DbErr> {
        if keys.is_empty() {
            return Ok(Level::default());
        }
        self.load(node, node.by_keys(keys, self.db.get_database_backend()), WHOLE)
            .await
    }

    pub async fn load_set(&'a self, set: &'a Set, parents: Option<&[i64]>) -> Result<Level, DbErr> {
        let backend = self.db.get_database_backend();
        let mut level = Level::default();
        if set.rows {
            let parent = if parents.is_some() {
                set.node.cells().len()
            } else {
                usize::MAX
            };
            let shown = (parent, set.page.size as usize);
            level = self.load(&set.node, set.pages(parents, backend), shown).await?;
            if matches!(set.form, Form::List(_)) && level.longest() > set.page.size {
                return Err(DbErr::Custom(format!(
                    "a list without pages of {} is too long",
                    set.node.shape.name
                )));
            }
        }
        if set.total {
            for row in self.query(&set.counts(parents, backend)).await? {
                let row = Cell::from(&row);
                level.totals.insert(row.int(0).unwrap_or(0), row.int(1).unwrap_or(0));
            }
        }
        Ok(level)
    }
}
