//! Pages: which part of a list is asked for.

use super::cells::Scalar;
use super::cursor::Marks;
use super::registry::Raw;
use super::scope::Scope;
use super::shape::{Arg, Shape, ShapeOf, TypeOf, taken};
use super::{filter, order, sql};
use crate::values::DateTime;
use crate::values::fold::search_words;
use async_graphql::{Context, InputType, ServerError, ServerResult, Value};
use sea_orm::sea_query::{Condition, DynIden, Expr, ExprTrait, Value as SqlValue};

/// How many records any list holds at most.
const MOST: u64 = 100;

/// How many records a page holds.
#[derive(Clone, Copy, Debug)]
pub struct PageSizes {
    /// Where nothing is said.
    pub usual: u64,
    /// At most.
    pub most: u64,
}

impl Default for PageSizes {
    fn default() -> Self {
        PageSizes { usual: 20, most: MOST }
    }
}

impl PageSizes {
    /// How many records are asked for; or the code and the message of what is wrong with that.
    pub(super) fn page(self, asked: Option<i32>) -> Result<u64, (&'static str, String)> {
        let most = Ord::min(self.most, MOST);
        match asked.map_or(Ok(Ord::min(self.usual, most)), u64::try_from) {
            Ok(size) if size <= most => Ok(size),
            Ok(_) => Err(("LIMIT_EXCEEDED", format!("A page holds at most {most} records."))),
            Err(_) => Err(("BAD_REQUEST", format!("A page holds 0 to {most} records."))),
        }
    }
}

/// Which rows, in which order, from where.
pub(super) struct Page {
    pub size: u64,
    /// Towards the beginning of the list.
    pub back: bool,
    pub from: Option<(SqlValue, i64)>,
    pub filter: Condition,
    pub sort: Sort,
    /// What a cursor of this list is bound to: the type, the order, the filter and the words.
    pub list: String,
    pub searched: bool,
}

/// The key that rows are sorted by; the record's own key decides between equals.
pub(super) struct Sort {
    pub key: Key,
    pub descending: bool,
}

pub(super) enum Key {
    Column(DynIden, Scalar),
    /// A rank computed by the database, smallest first.
    Rank(Expr),
}

/// How to find the best row: those that count at all, and the smaller the better.
pub struct Rank {
    pub(crate) filter: Condition,
    pub(crate) rank: Expr,
}

/// The arguments of a connection of this type.
pub(super) fn arguments(of: ShapeOf, usual: Option<&str>) -> Vec<Arg> {
    fn arg(name: &'static str, doc: &'static str, ty: TypeOf) -> Arg {
        Arg { name, doc, ty }
    }
    let shape = of();
    let (number, text): (TypeOf, TypeOf) = (taken::<Option<i32>>(), taken::<Option<String>>());
    let mut all = vec![
        arg(
            "first",
            "How many from the beginning or behind `after`: 0 to 100, 20 if absent.",
            number,
        ),
        arg("after", "A cursor of this list: what follows it.", text),
        arg(
            "last",
            "How many from the end or before `before`: 0 to 100, 20 if absent.",
            number,
        ),
        arg("before", "A cursor of this list: what precedes it.", text),
    ];
    let doc = "Only what was changed at this time or later; what is gone is not told.";
    all.push(arg("updatedSince", doc, taken::<Option<DateTime>>()));
    if !shape.filters.is_empty() {
        all.push(arg("filter", "Only these.", shape.filter_type));
    }
    if shape.search.is_some() {
        let doc = "Every word must begin a word of the record's text; ü is ue, ß is ss, accents do not matter.";
        all.push(arg("search", doc, text));
    }
    let doc = match usual {
        None => "One order; the type's first one if absent.",
        Some(_) => "One order; the one that this list is said to have if absent.",
    };
    all.push(arg("orderBy", doc, shape.order_type));
    all
}

impl Page {
    pub fn parse(
        (shape, usual): (&Shape, Option<&str>),
        ctx: &Context<'_>,
        scope: &Scope,
        (marks, sizes): (&Marks, PageSizes),
    ) -> ServerResult<Page> {
        let refused = |code: &str, message: &str| super::reader::refused(ctx, code, message);
        let (first, last) = (argument::<i32>(ctx, "first")?, argument::<i32>(ctx, "last")?);
        let (after, before) = (argument::<String>(ctx, "after")?, argument::<String>(ctx, "before")?);
        let back = last.is_some() || before.is_some();
        if back && (first.is_some() || after.is_some()) {
            return Err(refused("BAD_REQUEST", "Either first and after, or last and before."));
        }
        let size = sizes.page(first.or(last)).map_err(|(code, m)| refused(code, &m))?;
        let asked = argument::<Raw>(ctx, "filter")?.map_or(Value::Null, |raw| raw.0);
        let since = argument::<DateTime>(ctx, "updatedSince")?.map(|time| time.0);
        let words = argument::<String>(ctx, "search")?.filter(|text| !text.trim().is_empty());
        let words = words.map(|text| search_words(&text));
        let order = argument::<Raw>(ctx, "orderBy")?.map(|raw| raw.0);
        let (rule, descending) = order::chosen((shape, usual), order).map_err(|m| refused("BAD_REQUEST", &m))?;
        let list = format!(
            "{}\n{}\n{descending}\n{asked}\n{since:?}\n{words:?}",
            shape.name, rule.name
        );
        let from = match after.or(before) {
            None => None,
            Some(cursor) => match marks.read(&list, rule.scalar, &cursor) {
                None => {
                    return Err(refused(
                        "BAD_CURSOR",
                        "This is no cursor of this list with this filter and order.",
                    ));
                }
                place => place,
            },
        };
        let mut filter = filter::condition(shape, asked, scope).map_err(|m| refused("BAD_REQUEST", &m))?;
        let updated = || Expr::col((shape.table.clone(), super::shape::named("updated_at")));
        filter = filter.add_option(since.map(|time| updated().gte(time)));
        let searched = words.is_some();
        if let (Some(words), Some(column)) = (words, &shape.search) {
            filter = filter.add(found((shape.table.clone(), column.clone()), &words));
        }
        let sort = Sort {
            key: Key::Column(rule.column, rule.scalar),
            descending,
        };
        Ok(Page {
            size,
            back,
            from,
            filter,
            sort,
            list,
            searched,
        })
    }

    /// All of a short list, in the order its records were made.
    pub fn whole() -> Page {
        let sort = Sort {
            key: Key::Column(super::shape::named("id"), Scalar::Int),
            descending: false,
        };
        Page {
            size: MOST,
            back: false,
            from: None,
            filter: Condition::all(),
            sort,
            list: String::new(),
            searched: false,
        }
    }

    /// What is found of a type in its first order, from a place in it.
    pub fn found(shape: &Shape, words: &[String], (size, list): (u64, String)) -> Page {
        let rule = shape.orders[0].clone();
        let text = shape.search.clone().map(|column| (shape.table.clone(), column));
        Page {
            size,
            filter: text.map_or_else(nothing, |text| found(text, words)),
            sort: Sort {
                key: Key::Column(rule.column, rule.scalar),
                descending: false,
            },
            list,
            searched: true,
            ..Page::whole()
        }
    }

    /// The row that ranks first.
    pub fn best(Rank { filter, rank }: Rank) -> Page {
        Page {
            size: 1,
            filter,
            sort: Sort {
                key: Key::Rank(rank),
                descending: false,
            },
            ..Page::whole()
        }
    }

    /// Rows behind the cursor, as a row value: one range of the index on both databases.
    pub fn behind(&self, table: &DynIden) -> Option<Expr> {
        let ((key, id), Key::Column(column, _)) = (self.from.clone()?, &self.sort.key) else {
            return None;
        };
        let here = [column.clone(), super::shape::named("id")].map(|c| Expr::col((table.clone(), c)));
        let there = Expr::tuple([Expr::val(key), Expr::val(id)]);
        Some(if self.sort.descending != self.back {
            Expr::tuple(here).lt(there)
        } else {
            Expr::tuple(here).gt(there)
        })
    }
}

/// The folded text has all these words. Words of which no letter can be searched for are found nowhere.
fn found(text: (DynIden, DynIden), words: &[String]) -> Condition {
    let has = |word: &String| sql::begins_a_word(text.clone(), word);
    let all = if words.is_empty() { nothing() } else { Condition::all() };
    words.iter().map(has).fold(all, Condition::add)
}

fn nothing() -> Condition {
    Condition::all().add(Expr::val(0).eq(1))
}

/// An argument's value, coerced by the library; null is the same as absent.
pub(super) fn argument<T: InputType>(ctx: &Context<'_>, name: &str) -> Result<Option<T>, ServerError> {
    Ok(ctx.param_value::<Option<T>>(name, None)?.1)
}
