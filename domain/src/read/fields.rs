//! The words a declaration is written in.

use super::cells::{Cells, Scalar};
use super::filter::{FilterRule, FilterType, Operand};
use super::order::{OrderRule, OrderType};
use super::registry::{Permissions, Type};
use super::shape::{Arg, Column, Field, Kind, Shape, TypeOf, iden, named, shown, table, taken};
use super::{Can, Object, Scope};
use crate::values::{DateTime, LanguageTag, LocalDate, LocalizedText};
use async_graphql::resolver_utils::EnumType;
use async_graphql::{ID, InputType, OutputType, Value};
use sea_orm::sea_query::{Condition, DynIden, Expr, StringLen};
use sea_orm::{ActiveEnum, ColumnTrait, ColumnType, IdenStatic};
use std::marker::PhantomData;

/// Collects what an object type says of itself.
pub struct Fields<T> {
    fields: Vec<Field>,
    pub(super) filters: Vec<FilterRule>,
    orders: Vec<OrderRule>,
    search: Option<DynIden>,
    of: PhantomData<fn() -> T>,
}

/// A column just declared, which may be filtered by.
pub struct Filterable<'a, T> {
    pub(super) fields: &'a mut Fields<T>,
    pub(super) rule: Option<FilterRule>,
}

impl<T> Filterable<'_, T> {
    /// Offers the field in the type's filter, under its own name.
    pub fn filter(self) {
        self.fields.filters.extend(self.rule);
    }
}

impl<T: Object> Fields<T> {
    pub(super) fn declared() -> Self {
        let mut f = Fields {
            fields: Vec::new(),
            filters: Vec::new(),
            orders: Vec::new(),
            search: None,
            of: PhantomData,
        };
        let id = Kind::Column(named("public_id"), Scalar::Id(T::NAME));
        f.push(
            "id",
            "Opaque, the same for ever; never a permission.",
            shown::<ID>(),
            id,
        );
        T::fields(&mut f);
        let doc = "Counts the changes; an update names the one it knows.";
        f.push(
            "revision",
            doc,
            shown::<i32>(),
            Kind::Column(named("revision"), Scalar::Int),
        );
        f.push(
            "createdAt",
            "When the record was made.",
            shown::<DateTime>(),
            Kind::Column(named("created_at"), Scalar::Time),
        );
        let doc = "When the record was last changed.";
        f.push(
            "updatedAt",
            doc,
            shown::<DateTime>(),
            Kind::Column(named("updated_at"), Scalar::Time),
        );
        f.orders.push(OrderRule::by_age());
        f
    }

    pub(super) fn into_shape(self) -> Shape {
        let by_name = self
            .fields
            .iter()
            .enumerate()
            .map(|(i, f)| (f.name.clone(), i))
            .collect();
        let shape = Shape {
            name: T::NAME,
            doc: T::DOC,
            table: table::<T::Entity>(),
            visible: T::visible,
            fields: self.fields,
            by_name,
            filters: self.filters,
            orders: self.orders,
            search: self.search,
            register: shown::<Type<T>>(),
            filter_type: taken::<Option<FilterType<T>>>(),
            order_type: taken::<Option<Vec<OrderType<T>>>>(),
        };
        let opened = shape.opened_columns();
        let leak = shape.told_columns().into_iter().find(|column| opened.contains(column));
        assert!(
            leak.is_none(),
            "{}: {leak:?} opens under a rule and may not be told by another field, a filter, an order or a search",
            T::NAME
        );
        shape
    }

    pub(super) fn push(&mut self, name: impl Into<String>, doc: &'static str, ty: TypeOf, kind: Kind) -> &mut Field {
        self.fields.push(Field {
            name: name.into(),
            doc,
            ty,
            args: Vec::new(),
            kind,
        });
        let last = self.fields.len() - 1;
        &mut self.fields[last]
    }

    /// A column; its GraphQL type and nullability are those of the table.
    pub fn column(&mut self, column: Column<T>, doc: &'static str) -> Filterable<'_, T> {
        let (scalar, ty, operand) = plain::<T>(column);
        let name = camel(column.as_str());
        let rule = FilterRule::column(name.clone(), iden(column), operand, doc);
        self.push(name, doc, ty, Kind::Column(iden(column), scalar));
        Filterable {
            fields: self,
            rule: Some(rule),
        }
    }

    /// A column whose values are those of an enum, letter for letter.
    pub fn choice<E>(&mut self, column: Column<T>, doc: &'static str) -> Filterable<'_, T>
    where
        E: OutputType + InputType + EnumType + ActiveEnum<Value = String>,
    {
        let names: Vec<_> = E::items().iter().map(|i| i.name.to_owned()).collect();
        assert_eq!(
            names,
            E::values(),
            "{}.{}: the API's names and the table's",
            T::NAME,
            column.as_str()
        );
        let ty: TypeOf = if nullable(column) {
            shown::<Option<E>>()
        } else {
            shown::<E>()
        };
        let name = camel(column.as_str());
        let rule = FilterRule::column(name.clone(), iden(column), Operand::choice::<E>(), doc);
        self.push(name, doc, ty, Kind::Column(iden(column), Scalar::Text));
        Filterable {
            fields: self,
            rule: Some(rule),
        }
    }

    /// A nullable column that is null except on rows that meet the rule. It cannot be filtered or ordered by.
    pub fn opened(&mut self, column: Column<T>, rule: fn(&Scope) -> Condition, doc: &'static str) {
        assert!(
            nullable(column),
            "{}.{}: hidden looks like empty, so it must be nullable",
            T::NAME,
            column.as_str()
        );
        let (scalar, ty, _) = plain::<T>(column);
        self.push(
            camel(column.as_str()),
            doc,
            ty,
            Kind::Opened(iden(column), scalar, rule),
        );
    }

    /// A value of an enum that the database tells by an expression over the row's own columns and the viewer; it is null
    /// where it does not open. A filter asks the same expression, so that it tells no more than the field does.
    pub fn told<E>(&mut self, name: &'static str, tell: fn(&Scope) -> Expr, doc: &'static str) -> Filterable<'_, T>
    where
        E: OutputType + InputType + EnumType + ActiveEnum<Value = String>,
    {
        let rule = FilterRule::told(name, tell, Operand::choice::<E>(), doc);
        self.push(name, doc, shown::<Option<E>>(), Kind::Told(tell));
        Filterable {
            fields: self,
            rule: Some(rule),
        }
    }

    /// A value made of columns of the row; pure, no database. `V` may be a small object.
    pub fn computed<V: OutputType>(
        &mut self,
        name: &'static str,
        needs: &[Column<T>],
        doc: &'static str,
        value: fn(&Cells) -> Value,
    ) {
        let needs = needs.iter().map(|c| iden(*c)).collect();
        self.push(name, doc, shown::<V>(), Kind::Computed(needs, value));
    }

    /// What the viewer may do to the record.
    pub(crate) fn viewer_can(&mut self, all: Vec<Can>) {
        let doc = "What the viewer may do to this record as it stands.";
        self.push("viewerCan", doc, shown::<Permissions<T>>(), Kind::Can(all));
    }

    /// A text with translations: `name(language:)` and `nameTranslations`.
    pub fn localized(&mut self, column: Column<T>, translations: Column<T>, doc: &'static str) {
        let kind = Kind::Localized(iden(column), iden(translations));
        let ty = if nullable(column) {
            shown::<Option<String>>()
        } else {
            shown::<String>()
        };
        let field = self.push(camel(column.as_str()), doc, ty, kind);
        field.args = vec![Arg {
            name: "language",
            doc: "A language tag such as `en`; the original text where there is no such translation.",
            ty: taken::<Option<LanguageTag>>(),
        }];
        let all: fn(&Cells) -> Value = |row| row.json(0).unwrap_or_else(|| Value::List(Vec::new()));
        let ty = shown::<Vec<LocalizedText>>();
        let doc = "All translations, without the original text.";
        self.push(
            camel(translations.as_str()),
            doc,
            ty,
            Kind::Computed(vec![iden(translations)], all),
        );
    }

    /// Offers an order; the first one is the default. Records of the same rank follow in the order they were made.
    pub fn order(&mut self, name: &'static str, column: Column<T>, doc: &'static str) {
        assert!(
            !nullable(column),
            "{}.{}: only a column that is never null orders a page",
            T::NAME,
            column.as_str()
        );
        self.orders.push(OrderRule {
            name,
            doc,
            column: iden(column),
            scalar: Scalar::of(column),
        });
    }

    /// The folded text that `search` looks in.
    pub fn search(&mut self, column: Column<T>) {
        self.search = Some(iden(column));
    }
}

fn nullable(column: impl ColumnTrait) -> bool {
    column.def().is_null()
}

fn plain<T: Object>(column: Column<T>) -> (Scalar, TypeOf, Operand) {
    fn ty<V: OutputType>(null: bool) -> TypeOf {
        if null { shown::<Option<V>>() } else { shown::<V>() }
    }
    let null = nullable(column);
    match column.def().get_column_type() {
        ColumnType::Text | ColumnType::String(StringLen::None) => (Scalar::Text, ty::<String>(null), Operand::text()),
        ColumnType::Integer => (Scalar::Int, ty::<i32>(null), Operand::int()),
        ColumnType::Boolean => (Scalar::Bool, ty::<bool>(null), Operand::boolean()),
        ColumnType::Date => (Scalar::Date, ty::<LocalDate>(null), Operand::date()),
        ColumnType::TimestampWithTimeZone => (Scalar::Time, ty::<DateTime>(null), Operand::time()),
        ColumnType::String(StringLen::N(_)) => panic!("{}.{}: an enum is a choice", T::NAME, column.as_str()),
        other => panic!("{}.{}: {other:?} has no GraphQL type", T::NAME, column.as_str()),
    }
}

fn camel(snake: &str) -> String {
    let mut upper = false;
    let mut name = String::with_capacity(snake.len());
    for c in snake.chars() {
        match (c, std::mem::take(&mut upper)) {
            ('_', _) => upper = true,
            (c, true) => name.push(c.to_ascii_uppercase()),
            (c, false) => name.push(c),
        }
    }
    name
}
