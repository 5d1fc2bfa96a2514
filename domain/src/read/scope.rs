//! A viewer and the database's dialect: what a visibility rule is written with.

use super::planted::Fault;
use super::sql;
use crate::viewer::Viewer;
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbBackend};
use verbund_entity::Visibility;

/// Who looks, and at which kind of database.
pub struct Scope<'a> {
    pub viewer: &'a Viewer,
    pub(super) backend: DbBackend,
    pub(super) fault: Option<Fault>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(viewer: &'a Viewer, backend: DbBackend) -> Self {
        Scope {
            viewer,
            backend,
            fault: None,
        }
    }

    /// Whether a test has planted this fault; never so outside tests.
    pub(super) fn planted(&self, fault: Fault) -> bool {
        cfg!(feature = "planted") && self.fault == Some(fault)
    }

    /// The column is one of these keys. One statement text for any number of them; none of them matches nothing.
    pub fn any(&self, column: impl ColumnTrait, keys: &[i64]) -> Expr {
        self.any_of(Expr::col(column.as_column_ref()), keys)
    }

    /// As [`Scope::any`], for what stands behind an expression.
    pub fn any_of(&self, key: Expr, keys: &[i64]) -> Expr {
        sql::any(key, keys, self.backend)
    }

    /// As [`Scope::any`], or nothing at all for an empty list: a viewer without roles asks what anonymous asks.
    pub fn some(&self, column: impl ColumnTrait, keys: &[i64]) -> Option<Expr> {
        (!keys.is_empty()).then(|| self.any(column, keys))
    }

    /// The rule of a record that belongs to one municipality: a level, and whose record it is.
    pub fn level(&self, level: impl ColumnTrait, owner: impl ColumnTrait) -> Condition {
        let v = self.viewer;
        Condition::any()
            .add(level.eq(Visibility::Public))
            .add_option(self.some(owner, &v.peers).map(|e| e.and(level.eq(Visibility::Network))))
            .add_option(self.some(owner, &v.own).map(|e| e.and(level.ne(Visibility::Private))))
            .add_option(self.some(owner, &v.administered))
    }
}
