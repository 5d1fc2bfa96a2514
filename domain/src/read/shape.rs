//! What the engine keeps of a declaration.

use super::{
    Can, Cells, Fields, Object, Scope, cells::Scalar, filter::FilterRule, object::Visible, order::OrderRule, page,
};
use async_graphql::registry::Registry;
use async_graphql::{Context, InputType, OutputType, ServerResult, Value};
use sea_orm::sea_query::{Alias, Condition, DynIden, Expr, IntoIden};
use sea_orm::{ColumnTrait, EntityTrait};
use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{OnceLock, PoisonError, RwLock};

pub type Column<T> = <<T as Object>::Entity as EntityTrait>::Column;
/// Relations name shapes through functions, so that circles of types do not matter.
pub type ShapeOf = fn() -> &'static Shape;
pub(super) type TypeOf = fn(&mut Registry) -> String;

/// An object type, erased.
pub struct Shape {
    pub(super) name: &'static str,
    pub(super) doc: &'static str,
    pub(super) table: DynIden,
    pub(super) visible: fn(&Scope) -> Visible,
    pub(super) fields: Vec<Field>,
    pub(super) by_name: HashMap<String, usize>,
    pub(super) filters: Vec<FilterRule>,
    pub(super) orders: Vec<OrderRule>,
    pub(super) search: Option<DynIden>,
    pub(super) register: TypeOf,
    pub(super) filter_type: TypeOf,
    pub(super) order_type: TypeOf,
}

pub(super) struct Field {
    pub name: String,
    pub doc: &'static str,
    pub ty: TypeOf,
    pub args: Vec<Arg>,
    pub kind: Kind,
}

#[derive(Clone)]
pub(super) struct Arg {
    pub name: &'static str,
    pub doc: &'static str,
    pub ty: TypeOf,
}

pub(super) enum Kind {
    Column(DynIden, Scalar),
    /// Null except on rows that meet the rule.
    Opened(DynIden, Scalar, fn(&Scope) -> Condition),
    /// A text that the database tells by an expression over the row and the viewer; null where it does not open.
    Told(Tell),
    /// A value made of cells of the row, a scalar or a small object; pure.
    Computed(Vec<DynIden>, fn(&Cells) -> Value),
    /// A text with its translations; takes a language.
    Localized(DynIden, DynIden),
    /// What the viewer may do: each a rule over the row.
    Can(Vec<Can>),
    One(ShapeOf, DynIden),
    /// One of several types, each by a key of its own.
    OneOf(Vec<(ShapeOf, DynIden)>),
    /// A list in pages, and its usual order if that is not the type's first one.
    Connection(ShapeOf, Link, Option<&'static str>),
    /// A short list without pages, in the order of the records.
    List(ShapeOf, Link),
    /// The best of the related rows by a rule with arguments.
    Best(ShapeOf, Link, RankBy),
}
pub(super) type Tell = fn(&Scope) -> Expr;
pub(super) type RankBy = fn(&Context<'_>, &Scope) -> ServerResult<page::Rank>;

/// How rows find their parent: by a key of their own, or by a row of a join table.
#[derive(Clone)]
pub(super) enum Link {
    Key(DynIden),
    Join {
        table: DynIden,
        near: DynIden,
        far: DynIden,
        only: fn() -> Condition,
    },
}

impl Shape {
    /// The shape of a type: built on first use, then shared.
    ///
    /// Panics if a declaration contradicts itself, which a program finds when it starts and a test before that.
    pub fn of<T: Object>() -> &'static Shape {
        // A static of a generic function would be shared by all types, hence the map.
        static ALL: RwLock<Option<HashMap<TypeId, &'static Shape>>> = RwLock::new(None);
        let known = ALL.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(shape) = known.as_ref().and_then(|m| m.get(&TypeId::of::<T>())) {
            return shape;
        }
        drop(known);
        let shape = Fields::<T>::declared().into_shape();
        let mut all = ALL.write().unwrap_or_else(PoisonError::into_inner);
        all.get_or_insert_default()
            .entry(TypeId::of::<T>())
            .or_insert_with(|| Box::leak(Box::new(shape)))
    }

    pub fn name(&self) -> &'static str {
        self.name
    }

    pub fn table_name(&self) -> String {
        self.table.to_string()
    }

    /// For each connection order: the columns that an index must begin with.
    pub fn order_columns(&self) -> Vec<String> {
        self.orders.iter().map(|o| o.column.to_string()).collect()
    }

    /// For each connection by a foreign key: the table it leads to, the key's column and the columns of its orders.
    pub fn connections(&self) -> Vec<(String, String, Vec<String>)> {
        let by_key = |f: &Field| match &f.kind {
            Kind::Connection(to, Link::Key(key), _) => Some((to().table_name(), key.to_string(), to().order_columns())),
            _ => None,
        };
        self.fields.iter().filter_map(by_key).collect()
    }

    /// Columns of its own table that a filter compares.
    pub fn filter_columns(&self) -> Vec<String> {
        self.filters.iter().filter_map(FilterRule::column_name).collect()
    }

    /// Columns of which everybody who sees the row can learn something.
    pub(super) fn told_columns(&self) -> Vec<String> {
        let shown = self.fields.iter().flat_map(|field| match &field.kind {
            Kind::Column(column, _) => vec![column.to_string()],
            Kind::Computed(needs, _) => needs.iter().map(ToString::to_string).collect(),
            Kind::Localized(text, translations) => vec![text.to_string(), translations.to_string()],
            _ => Vec::new(),
        });
        let searched = self.search.iter().map(ToString::to_string);
        shown
            .chain(self.filter_columns())
            .chain(self.order_columns())
            .chain(searched)
            .collect()
    }

    pub(super) fn permissions(&self) -> impl Iterator<Item = &Can> {
        self.fields.iter().flat_map(|field| match &field.kind {
            Kind::Can(all) => all.as_slice(),
            _ => &[],
        })
    }

    /// Columns that open only under a rule.
    pub fn opened_columns(&self) -> Vec<String> {
        let opened = |f: &Field| match &f.kind {
            Kind::Opened(column, ..) => Some(column.to_string()),
            _ => None,
        };
        self.fields.iter().filter_map(opened).collect()
    }
}

/// All object types; told once, when the schema is built.
pub struct Catalog;
static CATALOG: OnceLock<Vec<ShapeOf>> = OnceLock::new();

impl Catalog {
    pub fn set(all: Vec<ShapeOf>) {
        CATALOG.get_or_init(|| all);
    }

    pub fn all() -> impl Iterator<Item = &'static Shape> {
        CATALOG.get().into_iter().flatten().map(|of| of())
    }
}

/// A type as the API shows it.
pub(super) fn shown<V: OutputType>() -> TypeOf {
    <V as OutputType>::create_type_info
}

/// A type as the API takes it.
pub(super) fn taken<V: InputType>() -> TypeOf {
    <V as InputType>::create_type_info
}

pub(super) fn named(name: &str) -> DynIden {
    Alias::new(name).into_iden()
}

pub(super) fn iden(column: impl ColumnTrait) -> DynIden {
    named(column.as_str())
}

pub(super) fn table<E: EntityTrait>() -> DynIden {
    named(E::default().table_name())
}
