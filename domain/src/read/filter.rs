//! Filters: which operators a field offers, and the condition that they ask for.

use super::object::Object;
use super::registry::{RawInput, input, input_object, raw_input};
use super::scope::Scope;
use super::shape::{Link, Shape, ShapeOf, Tell, TypeOf, taken};
use super::{id, sql};
use crate::values::{DateTime, LocalDate};
use async_graphql::indexmap::IndexMap;
use async_graphql::registry::{MetaTypeId, Registry};
use async_graphql::{ID, InputType, Name, Pos, Value};
use sea_orm::ActiveEnum;
use sea_orm::sea_query::{ArrayType, Condition, DynIden, Expr, ExprTrait, Value as SqlValue};
use std::borrow::Cow;
use std::marker::PhantomData;

/// One field of a type's filter.
pub(super) struct FilterRule {
    name: String,
    doc: &'static str,
    ty: TypeOf,
    operators: &'static [&'static str],
    by: By,
}

enum By {
    Column(DynIden, Operand),
    Told(Tell, Operand),
    Related(DynIden, ShapeOf),
    Through(Link, ShapeOf),
}

/// What a column can be compared with.
pub(super) struct Operand {
    ty: TypeOf,
    operators: &'static [&'static str],
    array: ArrayType,
    read: Read,
}

/// A value as the database takes it, or what is wrong with it.
type Read = fn(Value) -> Result<SqlValue, String>;

impl Operand {
    fn of<T: InputType + 'static, O: Operators>(array: ArrayType, read: Read) -> Self {
        Operand {
            ty: OperatorsOf::<T, O>::register,
            operators: O::NAMES,
            array,
            read,
        }
    }

    pub fn text() -> Self {
        // U+0000 stands in no text of the database, and PostgreSQL does not even compare with it.
        Self::of::<String, Equal>(ArrayType::String, |v| {
            Ok(parsed::<String>(v)?.replace('\0', "\u{fffd}").into())
        })
    }

    pub fn int() -> Self {
        Self::of::<i32, Ranged>(ArrayType::Int, |v| Ok(parsed::<i32>(v)?.into()))
    }

    pub fn boolean() -> Self {
        Self::of::<bool, Single>(ArrayType::Bool, |v| Ok(parsed::<bool>(v)?.into()))
    }

    pub fn date() -> Self {
        Self::of::<LocalDate, Range>(ArrayType::ChronoDate, |v| Ok(parsed::<LocalDate>(v)?.0.into()))
    }

    pub fn time() -> Self {
        Self::of::<DateTime, Range>(ArrayType::ChronoDateTimeUtc, |v| Ok(parsed::<DateTime>(v)?.0.into()))
    }

    pub fn choice<E: InputType + ActiveEnum<Value = String> + 'static>() -> Self {
        Self::of::<E, Equal>(ArrayType::String, |v| Ok(ActiveEnum::to_value(&parsed::<E>(v)?).into()))
    }
}

impl Operand {
    /// What an operator says of a cell.
    fn compared(&self, cell: Expr, operator: &str, value: Value, scope: &Scope) -> Result<Expr, String> {
        if let ("in", Value::List(items)) = (operator, &value) {
            let values: Result<Vec<_>, _> = items.iter().cloned().map(self.read).collect();
            return Ok(sql::any_value(cell, self.array.clone(), values?, scope.backend));
        }
        let value = (self.read)(value)?;
        Ok(match operator {
            "gte" => cell.gte(value),
            "lte" => cell.lte(value),
            _ => cell.eq(value),
        })
    }
}

fn parsed<T: InputType>(value: Value) -> Result<T, String> {
    T::parse(Some(value)).map_err(|error| error.into_server_error(Pos::default()).message)
}

impl FilterRule {
    pub fn column(name: String, column: DynIden, operand: Operand, doc: &'static str) -> Self {
        FilterRule {
            name,
            doc,
            ty: operand.ty,
            operators: operand.operators,
            by: By::Column(column, operand),
        }
    }

    pub fn told(name: &str, tell: Tell, operand: Operand, doc: &'static str) -> Self {
        FilterRule {
            name: name.to_owned(),
            doc,
            ty: operand.ty,
            operators: operand.operators,
            by: By::Told(tell, operand),
        }
    }

    pub fn related(name: &str, key: DynIden, to: ShapeOf, doc: &'static str) -> Self {
        FilterRule::by_id(name, By::Related(key, to), doc)
    }

    pub fn through(name: &str, link: Link, to: ShapeOf, doc: &'static str) -> Self {
        FilterRule::by_id(name, By::Through(link, to), doc)
    }

    fn by_id(name: &str, by: By, doc: &'static str) -> Self {
        FilterRule {
            name: name.to_owned(),
            doc,
            ty: OperatorsOf::<ID, Equal>::register,
            operators: Equal::NAMES,
            by,
        }
    }

    /// The columns of the type's own table that this compares.
    pub fn column_name(&self) -> Option<String> {
        match &self.by {
            By::Column(column, _) | By::Related(column, _) => Some(column.to_string()),
            By::Told(..) | By::Through(..) => None,
        }
    }

    fn condition(&self, shape: &Shape, operator: &str, value: Value, scope: &Scope) -> Result<Condition, String> {
        let bad = |message| format!("{}.{operator}: {message}", self.name);
        let all = Condition::all();
        match &self.by {
            By::Column(column, operand) => {
                let cell = Expr::col((shape.table.clone(), column.clone()));
                Ok(all.add(operand.compared(cell, operator, value, scope).map_err(bad)?))
            }
            By::Told(tell, operand) => Ok(all.add(operand.compared(tell(scope), operator, value, scope).map_err(bad)?)),
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
        .filter_map(|v| id::decode(&parsed::<ID>(v).ok()?))
        .filter(|(ty, _)| ty == of.name)
        .map(|(_, public_id)| public_id)
        .collect()
}

/// The members of an input object; null has none. The library does not look into an argument one of whose variables is
/// absent, nor at what stands in an object's place, so nothing is taken for granted here.
fn members(value: Value, of: &str) -> Result<IndexMap<Name, Value>, String> {
    match value {
        Value::Object(members) => Ok(members),
        Value::Null => Ok(IndexMap::new()),
        _ => Err(format!("{of} takes an object, such as {{eq: …}} for a field.")),
    }
}

/// How many alternatives all `or` of a filter have together.
const ALTERNATIVES: usize = 50;

/// The rows that a filter's value asks for. All fields and operators must hold.
pub(super) fn condition(shape: &Shape, filter: Value, scope: &Scope) -> Result<Condition, String> {
    all_of(shape, filter, scope, &mut 0)
}

fn all_of(shape: &Shape, filter: Value, scope: &Scope, alternatives: &mut usize) -> Result<Condition, String> {
    let mut all = Condition::all();
    for (name, operators) in members(filter, "filter")? {
        if name == OR {
            if operators != Value::Null {
                all = all.add(any_of(shape, operators, scope, alternatives)?);
            }
            continue;
        }
        let rule = shape.filters.iter().find(|rule| rule.name == name.as_str());
        let rule = rule.ok_or_else(|| format!("filter has no field {name}."))?;
        for (operator, value) in members(operators, &name)? {
            if !rule.operators.contains(&operator.as_str()) {
                let operators = rule.operators.join(", ");
                return Err(format!("{name} has no {operator}; there is {operators}."));
            }
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

/// The name of the alternatives among the fields of a filter.
const OR: &str = "or";

/// One of these filters must hold; of none, none does.
fn any_of(shape: &Shape, filters: Value, scope: &Scope, alternatives: &mut usize) -> Result<Condition, String> {
    let filters = if let Value::List(filters) = filters {
        filters
    } else {
        vec![filters]
    };
    *alternatives += filters.len();
    if *alternatives > ALTERNATIVES {
        return Err(format!("A filter has at most {ALTERNATIVES} alternatives."));
    }
    let mut any = Condition::any().add(Expr::val(0).eq(1));
    for filter in filters {
        any = any.add(all_of(shape, filter, scope, alternatives)?);
    }
    Ok(any)
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
            let doc = "One of these must hold, besides what stands beside it; at most 50 in all.";
            let or = input(OR, doc, &format!("[{}!]", Self::name()), None);
            let fields = rules
                .iter()
                .map(|rule| input(&rule.name, rule.doc, (rule.ty)(r).trim_end_matches('!'), None))
                .chain([or]);
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
                format!("Compares a value of {}; all that is given must hold.", T::type_name()),
                fields.collect(),
            )
        })
    }
}
