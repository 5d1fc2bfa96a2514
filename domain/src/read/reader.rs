//! A database seen through one viewer's eyes.

use super::cursor::Marks;
use super::load::{Level, Loader, WHOLE};
use super::page::PageSizes;
use super::plan::{Node, Way};
use super::planner::Planner;
use super::planted::Fault;
use super::scope::Scope;
use super::select::Sets;
use super::shape::{Catalog, Link, Shape, named};
use super::write::Writer;
use super::{id, sql};
use crate::db::Db;
use crate::error::Error;
use crate::viewer::Viewer;
use async_graphql::{Context, ID, ServerError, ServerResult, Value};
use sea_orm::sea_query::{ArrayType, Condition, Expr};
use sea_orm::{DatabaseConnection, DbBackend, DbErr};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};

/// How many ids one field may ask for.
const MOST_IDS: usize = 100;

/// What a request reads with. Resolvers hold it and can do nothing with it but name a root.
pub struct Reader {
    db: DatabaseConnection,
    viewer: Viewer,
    pub(super) marks: Marks,
    pub(super) sizes: PageSizes,
    statements: AtomicU32,
    fault: Option<Fault>,
}

impl Reader {
    pub fn new(db: &Db, viewer: Viewer, marks: Marks) -> Self {
        Reader {
            db: db.read().clone(),
            viewer,
            marks,
            sizes: PageSizes::default(),
            statements: AtomicU32::new(0),
            fault: None,
        }
    }

    /// The same with pages of other sizes.
    pub fn with_pages(mut self, sizes: PageSizes) -> Self {
        self.sizes = sizes;
        self
    }

    /// Plants a fault, for tests that must find it.
    #[cfg(feature = "planted")]
    pub fn with_fault(mut self, fault: Option<Fault>) -> Self {
        self.fault = fault;
        self
    }

    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// How many statements have been run for this request.
    pub fn statements(&self) -> u32 {
        self.statements.load(Ordering::Relaxed)
    }

    pub(super) fn scope(&self) -> Scope<'_> {
        Scope {
            viewer: &self.viewer,
            backend: self.backend(),
            fault: self.fault,
        }
    }

    pub(super) fn backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    pub(super) fn planner<'a>(&'a self, ctx: &Context<'a>, scope: &'a Scope<'a>) -> Planner<'a> {
        Planner {
            ctx: ctx.clone(),
            scope,
            marks: &self.marks,
            sizes: self.sizes,
        }
    }

    pub(super) fn loader(&self) -> Loader<'_> {
        Loader {
            db: &self.db,
            statements: &self.statements,
        }
    }

    pub(super) fn writer(&self) -> Writer<'_> {
        Writer {
            viewer: &self.viewer,
            marks: &self.marks,
        }
    }

    /// A page of all rows of a type.
    pub(super) async fn page<'a>(
        &self,
        ctx: &Context<'a>,
        to: &'static Shape,
        selected: &Sets<'a>,
    ) -> ServerResult<Value> {
        let scope = self.scope();
        let planner = self.planner(ctx, &scope);
        let page = planner.page((to, None), ctx)?;
        let set = planner.connection(to, None::<&Link>, page, selected)?;
        let level = self.loader().load_set(&set, None).await.map_err(|e| failed(ctx, e))?;
        Ok(finished(|out| self.writer().set(&set, &level, 0, out)))
    }

    /// The row that meets the condition, or null.
    pub(super) async fn one<'a>(
        &self,
        ctx: &Context<'a>,
        to: &'static Shape,
        condition: Condition,
        selected: &Sets<'a>,
    ) -> ServerResult<Value> {
        let (node, level) = self.rows(ctx, to, (condition, 1), selected).await?;
        Ok(match level.len() {
            0 => Value::Null,
            _ => finished(|out| self.writer().row(&node, &level, 0, 0, out)),
        })
    }

    /// The records with these internal keys that the viewer may see.
    pub(super) async fn by_keys<'a>(
        &self,
        ctx: &Context<'a>,
        to: &'static Shape,
        keys: &[i64],
        selected: &Sets<'a>,
    ) -> ServerResult<HashMap<i64, Value>> {
        let id = Expr::col((to.table.clone(), named("id")));
        let these = Condition::all().add(sql::any(id, keys, self.backend()));
        let (node, level) = self.rows(ctx, to, (these, keys.len() as u64), selected).await?;
        let text = |i| finished(|out| self.writer().row(&node, &level, 0, i, out));
        Ok((0..level.len())
            .filter_map(|i| Some((level.row(i).int(0)?, text(i))))
            .collect())
    }

    /// The records with these ids in their order, null for each that is unknown or not visible. One plan for each type
    /// among them.
    pub(super) async fn nodes<'a>(
        &self,
        ctx: &Context<'a>,
        ids: &[ID],
        selected: &Sets<'a>,
    ) -> ServerResult<Vec<Value>> {
        if ids.len() > MOST_IDS {
            return Err(refused(ctx, "LIMIT_EXCEEDED", "At most 100 ids at once."));
        }
        let wanted: Vec<_> = ids.iter().map(|id| id::decode(id)).collect();
        let mut found: HashMap<(&str, String), Value> = HashMap::new();
        for shape in Catalog::all() {
            let of_type = wanted.iter().flatten().filter(|(ty, _)| ty == shape.name);
            let values: Vec<_> = of_type.map(|(_, public_id)| public_id.as_str().into()).collect();
            if values.is_empty() {
                continue;
            }
            let public_id = Expr::col((shape.table.clone(), named("public_id")));
            let backend = self.backend();
            let these = Condition::all().add(sql::any_value(public_id, ArrayType::String, values, backend));
            let (mut node, level) = self.rows(ctx, shape, (these, MOST_IDS as u64), selected).await?;
            let key = node.pick(&named("public_id"));
            for i in 0..level.len() {
                if let Some(public_id) = level.row(i).text(key) {
                    let text = finished(|out| self.writer().row(&node, &level, 0, i, out));
                    found.insert((shape.name, public_id.to_owned()), text);
                }
            }
        }
        let value = |id: &Option<(String, String)>| {
            let (ty, public_id) = id.as_ref()?;
            found.get(&(ty.as_str(), public_id.clone())).cloned()
        };
        Ok(wanted.iter().map(|id| value(id).unwrap_or_default()).collect())
    }

    async fn rows<'a>(
        &self,
        ctx: &Context<'a>,
        to: &'static Shape,
        (condition, limit): (Condition, u64),
        selected: &Sets<'a>,
    ) -> ServerResult<(Node, Level)> {
        let scope = self.scope();
        let mut node = Node::new(to, &scope, Way::ById);
        node.pick(&named("public_id"));
        self.planner(ctx, &scope).layout(&mut node, selected)?;
        let select = node.matching(condition, limit);
        let level = self
            .loader()
            .load(&node, select, WHOLE)
            .await
            .map_err(|e| failed(ctx, e))?;
        Ok((node, level))
    }
}

/// Finished JSON text as a value: the library moves it and never looks into it.
pub(super) fn finished(write: impl FnOnce(&mut Vec<u8>)) -> Value {
    let mut out = Vec::with_capacity(4096);
    write(&mut out);
    Value::Binary(out.into())
}

/// An error that the client can understand and mend.
pub(crate) fn refused(ctx: &Context<'_>, code: &str, message: &str) -> ServerError {
    let mut error = ServerError::new(message, Some(ctx.item.pos));
    error.extensions.get_or_insert_default().set("code", code);
    error
}

/// The database did not answer. What the client learns of it is decided where the answer is written.
pub(super) fn failed(ctx: &Context<'_>, error: DbErr) -> ServerError {
    async_graphql::Error::from(Error::from(error)).into_server_error(ctx.item.pos)
}
