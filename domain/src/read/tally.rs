//! Numbers for dashboards: how many records there are of each kind, of those that the viewer may see.

use super::object::Object;
use super::plan::{Node, Way};
use super::reader::Reader;
use super::shape::{Column, Shape, named, table};
use crate::error::Error;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Func, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, TryGetable};

/// How many records have a value, and what another column of theirs comes to.
pub(crate) struct Tallied<K> {
    pub key: Option<K>,
    pub count: i64,
    pub sum: Option<i64>,
}

impl Reader {
    /// Counts records by a column of theirs, and sums up another one.
    pub(crate) async fn tally<T: Object, K: TryGetable>(
        &self,
        which: Condition,
        by: Column<T>,
        sum: Option<Column<T>>,
    ) -> Result<Vec<Tallied<K>>, Error> {
        let mut select = self.tallied::<T>(which, by);
        if let Some(column) = sum {
            select.expr_as(Func::sum(Expr::col(column.as_column_ref())), "sum");
        }
        self.rows_of(select, sum.is_some()).await
    }

    /// Counts records by the other side of a join table.
    pub(crate) async fn tally_through<T: Object, J: EntityTrait>(
        &self,
        which: Condition,
        (near, far): (J::Column, J::Column),
    ) -> Result<Vec<Tallied<i64>>, Error> {
        let id = Expr::col((table::<T::Entity>(), named("id")));
        let mut select = self.tallied::<T>(which, far);
        select.inner_join(J::default(), Expr::col(near.as_column_ref()).eq(id));
        self.rows_of(select, false).await
    }

    fn tallied<T: Object>(&self, which: Condition, by: impl ColumnTrait) -> SelectStatement {
        let id = Expr::col((table::<T::Entity>(), named("id")));
        let key = Expr::col(by.as_column_ref());
        let mut select = Node::new(Shape::of::<T>(), &self.scope(), Way::List).from();
        select
            .cond_where(which)
            .expr_as(key.clone(), "key")
            .expr_as(Func::count_distinct(id), "count")
            .add_group_by([key.clone()])
            .order_by_expr(key, sea_orm::sea_query::Order::Asc);
        select
    }

    async fn rows_of<K: TryGetable>(&self, select: SelectStatement, sums: bool) -> Result<Vec<Tallied<K>>, Error> {
        let rows = self.loader().query(&select).await?;
        let row = |row: &sea_orm::QueryResult| {
            Ok(Tallied {
                key: row.try_get("", "key")?,
                count: row.try_get("", "count")?,
                sum: if sums { row.try_get("", "sum")? } else { None },
            })
        };
        rows.iter().map(row).collect()
    }
}
