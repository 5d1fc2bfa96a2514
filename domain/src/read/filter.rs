//! Filters: which operators a field offers, and the condition that they ask for.

use super::object::Object;
use super::registry::{RawInput, input, input_object, raw_input};
use super::scope::Scope;
use super::shape::{Link, Shape, ShapeOf, TypeOf, taken};
use super::{id, sql};
use crate::values::{DateTime, LocalDate};
use async_graphql::registry::{MetaTypeId, Registry};
use async_graphql::{ID, InputType, Value};
use sea_orm::ActiveEnum;
use sea_orm::sea_query::{ArrayType, Condition, DynIden, Expr, ExprTrait, Value as SqlValue};
use std::borrow::Cow;
use std::marker::PhantomData;

/// One field of a type's filter.
pub(super) struct FilterRule {
    name: String,
    ty: TypeOf,
    by: By,
}

enum By {
    Column(DynIden, Operand),
    Related(DynIden, ShapeOf),
    Through(Link, ShapeOf),
}

/// What a column can be compared with.
pub(super) struct Operand {
    ty: TypeOf,
    array: ArrayType,
    read: fn(Value) -> Option<SqlValue>,
}

impl Operand {
    fn of<T: InputType + 'static, O: Operators>(array: ArrayType, read: fn(Value) -> Option<SqlValue>) -> Self {
        Operand {
            ty: OperatorsOf::<T, O>::register,
            array,
            read,
        }
    }

    pub fn text() -> Self {
        // U+0000 stands in no text of the database, and PostgreSQL does not even compare with it.
        Self::of::<String, Equal>(ArrayType::String, |v| {
            Some(parsed::<String>(v)?.replace('\0', "\u{fffd}").into())
        })
    }

    pub fn int() -> Self {
        Self::of::<i32, Ranged>(ArrayType::Int, |v| Some(parsed::<i32>(v)?.into()))
    }

    pub fn boolean() -> Self {
        Self::of::<bool, Single>(ArrayType::Bool, |v| Some(parsed::<bool>(v)?.into()))
    }

    pub fn date() -> Self {
        Self::of::<LocalDate, Range>(ArrayType::ChronoDate, |v| Some(parsed::<LocalDate>(v)?.0.into()))
    }

    pub fn time() -> Self {
        Self::of::<DateTime, Range>(ArrayType::ChronoDateTimeUtc, |v| Some(parsed::<DateTime>(v)?.0.into()))
    }

    pub fn choice<E: InputType + ActiveEnum<Value = String> + 'static>() -> Self {
        Self::of::<E, Equal>(ArrayType::String, |v| {
            Some(ActiveEnum::to_value(&parsed::<E>(v)?).into())
        })
    }
}

fn parsed<T: InputType>(value: Value) -> Option<T> {
    T::parse(Some(value)).ok()
}

impl FilterRule {
    pub fn column(name: String, column: DynIden, operand: Operand) -> Self {
        FilterRule {
            name,
            ty: operand.ty,
            by: By::Column(column, operand),
        }
    }

    pub fn related(name: &str, key: DynIden, to: ShapeOf) -> Self {
        FilterRule {
            name: name.to_owned(),
            ty: OperatorsOf::<ID, Equal>::register,
            by: By::Related(key, to),
        }
    }

    pub fn through(name: &str, link: Link, to: ShapeOf) -> Self {
        FilterRule {
            name: name.to_owned(),
            ty: OperatorsOf::<ID, Equal>::register,
            by: By::Through(link, to),
        }
    }

    fn condition(&self, shape: &Shape, operator: &str, value: Value, scope: &Scope) -> Result<Condition, String> {
        let bad = || format!("{}.{operator} cannot be compared with this value.", self.name);
        let all = Condition::all();
        match &self.by {
            By::Column(column, operand) => {
                let cell = Expr::col((shape.table.clone(), column.clone()));
                if let ("in", Value::List(items)) = (operator, &value) {
                    let values: Option<Vec<_>> = items.iter().cloned().map(operand.read).collect();
                    return Ok(all.add(sql::any_value(
                        cell,
                        operand.array.clone(),
                        values.ok_or_else(bad)?,
                        scope.backend,
                    )));
                }
                let value = (operand.read)(value).ok_or_else(bad)?;
                Ok(all.add(match operator {
                    "gte" => cell.gte(value),
                    "lte" => cell.lte(value),
                    _ => cell.eq(value),
                }))
            }
            By::Related(key, to) => {
                let ids = sql::ids_of_public(to(), scope, &public_ids(to(), value));
                Ok(all.add(Expr::col((shape.table.clone(), key.clone())).in_subquery(ids)))
            }
            By::Through(link, to) => {
                let ids = sql::ids_of_public(to(), scope, &public_ids(to(), value));
                Ok(all.add(sql::linked_to(shape, link, ids)))
            }
        }
    }
}

/// An id of another type, of nothing or of nobody matches nothing, like an id that is not visible.
fn public_ids(of: &Shape, value: Value) -> Vec<String> {
    let ids = if let Value::List(ids) = value { ids } else { vec![value] };
    ids.into_iter()
        .filter_map(|v| id::decode(&parsed::<ID>(v)?))
        .filter(|(ty, _)| ty == of.name)
        .map(|(_, public_id)| public_id)
        .collect()
}

/// The rows that a filter's value asks for. All fields and operators must hold.
pub(super) fn condition(shape: &Shape, filter: Value, scope: &Scope) -> Result<Condition, String> {
    let mut all = Condition::all();
    let Value::Object(fields) = filter else { return Ok(all) };
    for (name, operators) in fields {
        let Some(rule) = shape.filters.iter().find(|r| r.name == name.as_str()) else {
            continue;
        };
        let Value::Object(operators) = operators else { continue };
        for (operator, value) in operators {
            if value == Value::Null {
                return Err(format!("{name}.{operator} is null: leave it out, or name a value."));
            }
            let value = match (operator.as_str(), value) {
                ("in", Value::List(items)) => Value::List(items),
                ("in", one) => Value::List(vec![one]), // a list of one may be given as one
                (_, value) => value,
            };
            all = all.add(rule.condition(shape, &operator, value, scope)?);
        }
    }
    Ok(all)
}

/// The input type of an object's filter.
pub(super) struct FilterType<T>(PhantomData<fn() -> T>);
raw_input!(<T: Object> FilterType<T>);
impl<T: Object> RawInput for FilterType<T> {
    fn name() -> Cow<'static, str> {
        format!("{}Filter", T::NAME).into()
    }

    fn register(r: &mut Registry) -> String {
        r.create_input_type::<Self, _>(MetaTypeId::InputObject, |r| {
            let rules = &Shape::of::<T>().filters;
            let fields = rules
                .iter()
                .map(|rule| input(&rule.name, "", (rule.ty)(r).trim_end_matches('!'), None));
            let doc = format!("Which {} records; all that is given must hold.", T::NAME);
            input_object::<Self>(doc, fields.collect::<Vec<_>>())
        })
    }
}

/// Which operators a kind of value offers.
trait Operators: Send + Sync + 'static {
    const NAMES: &'static [&'static str];
}
macro_rules! operators {
    ($($name:ident $operators:expr;)*) => { $(
        struct $name;
        impl Operators for $name { const NAMES: &'static [&'static str] = &$operators; }
    )* };
}
operators! {
    Single ["eq"];
    Equal ["eq", "in"];
    Range ["eq", "gte", "lte"];
    Ranged ["eq", "in", "gte", "lte"];
}

struct OperatorsOf<T, O>(PhantomData<fn() -> (T, O)>);
raw_input!(<T: InputType, O: Operators> OperatorsOf<T, O>);
impl<T: InputType + 'static, O: Operators> RawInput for OperatorsOf<T, O> {
    fn name() -> Cow<'static, str> {
        format!("{}Filter", T::type_name()).into()
    }

    fn register(r: &mut Registry) -> String {
        r.create_input_type::<Self, _>(MetaTypeId::InputObject, |r| {
            let one = taken::<T>()(r);
            let fields = O::NAMES.iter().map(|name| match *name {
                "in" => input(
                    "in",
                    "Any of these; an empty list matches nothing.",
                    &format!("[{one}]"),
                    None,
                ),
                "eq" => input("eq", "Exactly this.", one.trim_end_matches('!'), None),
                "gte" => input("gte", "This or later, this or more.", one.trim_end_matches('!'), None),
                other => input(other, "This or earlier, this or less.", one.trim_end_matches('!'), None),
            });
            input_object::<Self>(
                format!("Compares a {}; all that is given must hold.", T::type_name()),
                fields.collect(),
            )
        })
    }
}
