//! Orders: what a list can be sorted by.

use super::cells::Scalar;
use super::object::Object;
use super::registry::{RawInput, enumeration, input, input_object, raw_input};
use super::shape::{Shape, named, taken};
use async_graphql::registry::{MetaTypeId, Registry};
use async_graphql::{Enum, Value};
use sea_orm::sea_query::DynIden;
use std::borrow::Cow;
use std::marker::PhantomData;

/// One thing that a type can be sorted by.
#[derive(Clone)]
pub(super) struct OrderRule {
    pub name: &'static str,
    pub doc: &'static str,
    pub column: DynIden,
    pub scalar: Scalar,
}

impl OrderRule {
    /// Keys grow, so the order of the keys is that of the records' making, and needs no index of its own.
    pub fn by_age() -> Self {
        OrderRule {
            name: "CREATED_AT",
            doc: "When the record was made.",
            column: named("id"),
            scalar: Scalar::Int,
        }
    }
}

/// In which direction a list runs (Richtung).
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderDirection {
    /// Smallest, earliest, A first (aufsteigend).
    Asc,
    /// Largest, latest, Z first (absteigend).
    Desc,
}

/// The order that is asked for, or the list's usual one, or the type's first one.
pub(super) fn chosen(
    (shape, usual): (&Shape, Option<&str>),
    asked: Option<Value>,
) -> Result<(OrderRule, bool), String> {
    let asked = match asked {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::List(list)) => list,
        Some(one) => vec![one],
    };
    match asked.as_slice() {
        [] => {
            let usual = shape.orders.iter().find(|rule| Some(rule.name) == usual);
            Ok((usual.unwrap_or(&shape.orders[0]).clone(), false))
        }
        [Value::Object(order)] => {
            if let Some(unknown) = order
                .keys()
                .find(|name| !["field", "direction"].contains(&name.as_str()))
            {
                return Err(format!("orderBy has no {unknown}."));
            }
            let text = |name: &str| match order.get(name) {
                Some(Value::Enum(name)) => Some(name.as_str()),
                Some(Value::String(name)) => Some(name.as_str()),
                _ => None,
            };
            let rule = shape.orders.iter().find(|rule| Some(rule.name) == text("field"));
            let descending = match text("direction") {
                None if order.get("direction").is_none_or(|given| *given == Value::Null) => false,
                Some("ASC") => false,
                Some("DESC") => true,
                _ => return Err("orderBy.direction is ASC or DESC.".to_owned()),
            };
            Ok((rule.ok_or("orderBy names no field.")?.clone(), descending))
        }
        _ => Err("orderBy takes one order; records of the same rank follow in the order they were made.".to_owned()),
    }
}

/// The input type of an order.
pub(super) struct OrderType<T>(PhantomData<fn() -> T>);
raw_input!(<T: Object> OrderType<T>);
impl<T: Object> RawInput for OrderType<T> {
    fn name() -> Cow<'static, str> {
        format!("{}Order", T::NAME).into()
    }

    fn register(r: &mut Registry) -> String {
        r.create_input_type::<Self, _>(MetaTypeId::InputObject, |r| {
            let field = OrderField::<T>::register(r);
            let direction = taken::<OrderDirection>()(r);
            let fields = vec![
                input("field", "What to sort by.", &field, None),
                input("direction", "Ascending if absent.", &direction, Some("ASC")),
            ];
            input_object::<Self>(format!("How a list of {} records is sorted.", T::NAME), fields)
        })
    }
}

struct OrderField<T>(PhantomData<fn() -> T>);
raw_input!(<T: Object> OrderField<T>);
impl<T: Object> RawInput for OrderField<T> {
    fn name() -> Cow<'static, str> {
        format!("{}OrderField", T::NAME).into()
    }

    fn register(r: &mut Registry) -> String {
        r.create_input_type::<Self, _>(MetaTypeId::Enum, |_| {
            let values = Shape::of::<T>().orders.iter().map(|o| (o.name.to_owned(), o.doc));
            enumeration::<Self>(format!("What a list of {} records can be sorted by.", T::NAME), values)
        })
    }
}
