//! Plan to statements. The only place that writes `from`.

use super::object::{Object, Visible};
use super::page::Key;
use super::plan::{Form, Node, Set, Way};
use super::scope::Scope;
use super::shape::{Link, Shape, named};
use crate::viewer::Viewer;
use sea_orm::sea_query::extension::postgres::PgFunc;
use sea_orm::sea_query::{
    ArrayType, BinOper, Condition, DynIden, Expr, ExprTrait, Func, JoinType, Order, Query, SelectStatement, Value,
};
use sea_orm::{ColumnTrait, DbBackend};

type Column = (DynIden, DynIden);

/// `= any($1)` or `in (… json_each(?))`: one text and one bound value for any number of keys.
pub(super) fn any(cell: Expr, keys: &[i64], backend: DbBackend) -> Expr {
    any_value(
        cell,
        ArrayType::BigInt,
        keys.iter().map(|k| Value::from(*k)).collect(),
        backend,
    )
}

pub(super) fn any_value(cell: Expr, of: ArrayType, values: Vec<Value>, backend: DbBackend) -> Expr {
    if backend == DbBackend::Postgres {
        return cell.eq(PgFunc::any(Expr::val(Value::Array(of, Some(Box::new(values))))));
    }
    cell.binary(
        BinOper::In,
        Expr::cust_with_expr("(select value from json_each(?))", Expr::val(json_list(&values))),
    )
}

fn json_list(values: &[Value]) -> String {
    let one = |value: &Value| match value {
        Value::String(Some(text)) => serde_json::Value::from(text.as_str()),
        Value::BigInt(Some(n)) => (*n).into(),
        Value::Int(Some(n)) => (*n).into(),
        Value::Bool(Some(b)) => i32::from(*b).into(),
        _ => serde_json::Value::Null,
    };
    serde_json::Value::from_iter(values.iter().map(one)).to_string()
}

/// The folded text has a word that begins so; each of its words follows a space.
pub(super) fn begins_a_word(column: Column, word: &str) -> Expr {
    Expr::col(column).like(format!("% {word}%"))
}

/// The condition under which a viewer sees a row of this type, over the columns of its table.
pub(crate) fn guard<T: Object>(viewer: &Viewer, backend: DbBackend) -> Condition {
    Node::new(Shape::of::<T>(), &Scope::new(viewer, backend), Way::Key).guard()
}

/// The same for a row that lists show: what something new may be linked with.
pub(crate) fn listed_guard<T: Object>(viewer: &Viewer, backend: DbBackend) -> Condition {
    Node::new(Shape::of::<T>(), &Scope::new(viewer, backend), Way::List).guard()
}

/// Whether rows of this type can drop out of lists while others see them.
pub(crate) fn drops_out<T: Object>(viewer: &Viewer, backend: DbBackend) -> bool {
    !T::visible(&Scope::new(viewer, backend)).listed.is_empty()
}

/// The key is one of the objects of a type that meet a condition and that the viewer may see.
pub(crate) fn related<T: Object>(scope: &Scope, key: impl ColumnTrait, condition: Condition) -> Expr {
    let mut ids = Node::new(Shape::of::<T>(), scope, Way::Filter).ids();
    Expr::col(key.as_column_ref()).in_subquery(ids.cond_where(condition).take())
}

/// The keys of the visible objects with these public ids.
pub(super) fn ids_of_public(shape: &'static Shape, scope: &Scope, public_ids: &[String]) -> SelectStatement {
    let values = public_ids.iter().map(|p| Value::from(p.as_str())).collect();
    let cell = Expr::col((shape.table.clone(), named("public_id")));
    let node = Node::new(shape, scope, Way::Filter);
    node.ids()
        .and_where(any_value(cell, ArrayType::String, values, scope.backend))
        .take()
}

/// Rows of a shape that a join table links to one of these keys.
pub(super) fn linked_to(shape: &Shape, link: &Link, far_ids: SelectStatement) -> Expr {
    let id = Expr::col((shape.table.clone(), named("id")));
    match link {
        Link::Key(key) => Expr::col((shape.table.clone(), key.clone())).in_subquery(far_ids),
        Link::Join { table, near, far, only } => {
            let mut linked = Query::select();
            linked
                .column((table.clone(), near.clone()))
                .from(table.clone())
                .cond_where(only());
            id.in_subquery(
                linked
                    .and_where(Expr::col((table.clone(), far.clone())).in_subquery(far_ids))
                    .take(),
            )
        }
    }
}

/// What a shape's rule says of its rows, and of the owners they are parts of.
pub(super) fn visibility(shape: &'static Shape, scope: &Scope, way: Way) -> Condition {
    let Visible { owners, rows, listed } = (shape.visible)(scope);
    let rows = match way {
        Way::List | Way::Search | Way::Related(_) if !listed.is_empty() => Condition::all().add(rows).add(listed),
        _ => rows,
    };
    let through_owner = |(key, _): &(DynIden, _)| matches!(way, Way::Related(Link::Key(by)) if by == key);
    if owners.is_empty() || owners.iter().any(through_owner) {
        // A part reached through its owner's key needs no second look at the owner: that key came from a seen row.
        return rows;
    }
    let seen = owners.into_iter().map(|(key, owner)| {
        Expr::col((shape.table.clone(), key)).in_subquery(Node::new(owner(), scope, Way::Key).ids())
    });
    Condition::all()
        .add(rows)
        .add(seen.fold(Condition::any(), Condition::add))
}

impl Node {
    pub(super) fn from(&self) -> SelectStatement {
        Query::select()
            .from(self.shape.table.clone())
            .cond_where(self.guard())
            .take()
    }

    fn id(&self) -> Column {
        (self.shape.table.clone(), named("id"))
    }

    fn add_cells(&self, select: &mut SelectStatement) {
        for (i, cell) in self.cells().enumerate() {
            select.expr_as(cell.clone(), format!("c{i}"));
        }
    }

    fn select(&self) -> SelectStatement {
        let mut select = self.from();
        self.add_cells(&mut select);
        select
    }

    pub(super) fn ids(&self) -> SelectStatement {
        self.from().column(self.id()).take()
    }

    /// The rows with these keys.
    pub(super) fn by_keys(&self, keys: &[i64], backend: DbBackend) -> SelectStatement {
        self.select().and_where(any(Expr::col(self.id()), keys, backend)).take()
    }

    pub(super) fn matching(&self, condition: Condition, limit: u64) -> SelectStatement {
        self.select()
            .cond_where(condition)
            .order_by(self.id(), Order::Asc)
            .limit(limit)
            .take()
    }
}

impl Set {
    /// The rows of this parent. Rows behind a join table are looked up and not joined: two join rows may lead to the same
    /// one, which belongs to the list once.
    fn of_parent(&self, link: &Link, parent: Expr) -> Expr {
        match link {
            Link::Key(key) => Expr::col((self.node.shape.table.clone(), key.clone())).eq(parent),
            Link::Join { table, near, far, only } => {
                let mut linked = Query::select();
                linked
                    .column((table.clone(), far.clone()))
                    .from(table.clone())
                    .cond_where(only())
                    .and_where(Expr::col((table.clone(), near.clone())).eq(parent));
                Expr::col(self.node.id()).in_subquery(linked)
            }
        }
    }

    fn sort_key(&self) -> Expr {
        match &self.page.sort.key {
            Key::Column(column, _) => Expr::col((self.node.shape.table.clone(), column.clone())),
            Key::Rank(rank) => rank.clone(),
        }
    }

    fn direction(&self) -> Order {
        if self.page.sort.descending != self.page.back {
            Order::Desc
        } else {
            Order::Asc
        }
    }

    fn ordered(&self, select: &mut SelectStatement, key: Expr, id: Expr) {
        let direction = self.direction();
        if !matches!(&self.page.sort.key, Key::Column(column, _) if column.to_string() == "id") {
            select.order_by_expr(key, direction.clone());
        }
        select.order_by_expr(id, direction);
    }

    /// One page of one parent: one row more than asked for tells whether there is another page, where there are pages.
    fn one_page(&self, mut select: SelectStatement, parent: Option<Expr>) -> SelectStatement {
        select.cond_where(self.page.filter.clone());
        if let (Some(link), Some(parent)) = (&self.link, parent) {
            select.and_where(self.of_parent(link, parent));
        }
        if let Some(behind) = self.page.behind(&self.node.shape.table) {
            select.and_where(behind);
        }
        self.ordered(&mut select, self.sort_key(), Expr::col(self.node.id()));
        let ahead = u64::from(!matches!(self.form, Form::First(_)));
        select.limit(self.page.size + ahead).take()
    }

    /// One page for each parent. Each parent's page ends its own index scan: PostgreSQL by `lateral`, SQLite by a
    /// correlated list of keys. A window function would read all rows of every parent, however small the page.
    pub(super) fn pages(&self, parents: Option<&[i64]>, backend: DbBackend) -> SelectStatement {
        match parents {
            None => self.one_page(self.node.select(), None),
            Some(&[parent]) => {
                let mut select = self.one_page(self.node.select(), Some(Expr::val(parent)));
                select.expr_as(Expr::val(parent), "parent").take()
            }
            Some(parents) if backend == DbBackend::Postgres => self.lateral_pages(parents),
            Some(parents) => self.correlated_pages(parents),
        }
    }

    fn lateral_pages(&self, parents: &[i64]) -> SelectStatement {
        let page = self.one_page(self.node.select(), Some(Expr::col(("p", "p"))));
        let keys = Value::Array(
            ArrayType::BigInt,
            Some(Box::new(parents.iter().map(|p| Value::from(*p)).collect())),
        );
        let mut select = Query::select();
        for i in 0..self.node.cells().len() {
            select.column(("x", format!("c{i}")));
        }
        select
            .expr_as(Expr::col(("p", "p")), "parent")
            .from_function(Func::cust("unnest").arg(Expr::val(keys)), "p")
            .join_lateral(JoinType::InnerJoin, page, "x", Expr::cust("true"))
            .order_by(("p", "p"), Order::Asc);
        self.ordered(
            &mut select,
            Expr::col(("x", format!("c{}", self.key))),
            Expr::col(("x", "c0")),
        );
        select
    }

    /// `cross join` fixes the order of SQLite's loops: parents outside.
    fn correlated_pages(&self, parents: &[i64]) -> SelectStatement {
        let page = self.one_page(self.node.ids(), Some(Expr::col(("p", "value"))));
        let keys: Vec<Value> = parents.iter().map(|p| Value::from(*p)).collect();
        let mut select = Query::select();
        self.node.add_cells(&mut select);
        select
            .expr_as(Expr::col(("p", "value")), "parent")
            .from_function(Func::cust("json_each").arg(json_list(&keys)), "p")
            .cross_join(self.node.shape.table.clone())
            .and_where(Expr::col(self.node.id()).in_subquery(page))
            .order_by(("p", "value"), Order::Asc);
        self.ordered(&mut select, self.sort_key(), Expr::col(self.node.id()));
        select
    }

    /// How many rows each parent has: the same rows that its pages would show.
    pub(super) fn counts(&self, parents: Option<&[i64]>, backend: DbBackend) -> SelectStatement {
        let mut select = self.node.from();
        if self.counts_all {
            select = Query::select().from(self.node.shape.table.clone()).take();
        }
        select.cond_where(self.page.filter.clone());
        let id = Expr::col(self.node.id());
        let (Some(link), Some(parents)) = (&self.link, parents) else {
            return select.expr(Expr::val(0i64)).expr(Func::count(id)).take();
        };
        let (near, count) = match link {
            Link::Key(key) => ((self.node.shape.table.clone(), key.clone()), Func::count(id)),
            Link::Join { table, near, far, only } => {
                let joined = Expr::col((table.clone(), far.clone())).equals(self.node.id());
                select.inner_join(table.clone(), joined).cond_where(only());
                ((table.clone(), near.clone()), Func::count_distinct(id))
            }
        };
        select
            .expr(Expr::col(near.clone()))
            .and_where(any(Expr::col(near.clone()), parents, backend))
            .group_by_col(near)
            .expr(count)
            .take()
    }
}
