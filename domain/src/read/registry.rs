//! Declarations as types of the library's registry: introspection, validation and coercion stay the library's work.

use super::object::{Object, Union};
use super::page;
use super::search::type_name;
use super::shape::{Arg, Catalog, Field as Declared, Kind, Shape, TypeOf, shown};
use async_graphql::parser::types::Field;
use async_graphql::registry::{MetaEnumValue, MetaField, MetaInputValue, MetaType, MetaTypeId, Registry};
use async_graphql::{
    ContextSelectionSet, ID, InputType, InputValueResult, OutputType, Positioned, ServerResult, SimpleObject, Value,
};
use std::borrow::Cow;
use std::marker::PhantomData;

/// A value as the library coerced it, read where it is used.
pub(super) struct Raw(pub Value);
impl InputType for Raw {
    type RawValueType = Self;
    fn type_name() -> Cow<'static, str> {
        "Raw".into()
    }
    fn create_type_info(_: &mut Registry) -> String {
        Self::qualified_type_name()
    }
    fn parse(value: Option<Value>) -> InputValueResult<Self> {
        Ok(Raw(value.unwrap_or_default()))
    }
    fn to_value(&self) -> Value {
        self.0.clone()
    }
    fn as_raw_value(&self) -> Option<&Self> {
        Some(self)
    }
}

/// An input type that is only ever named in the registry; its values are read as [`Raw`].
pub(super) trait RawInput: Send + Sync + 'static {
    fn name() -> Cow<'static, str>;
    fn register(r: &mut Registry) -> String;
}

macro_rules! raw_input {
    (<$($p:ident: $bound:path),+> $t:ty) => {
        impl<$($p: $bound + 'static),+> async_graphql::InputType for $t {
            type RawValueType = Self;
            fn type_name() -> std::borrow::Cow<'static, str> {
                <Self as $crate::read::registry::RawInput>::name()
            }
            fn create_type_info(r: &mut async_graphql::registry::Registry) -> String {
                <Self as $crate::read::registry::RawInput>::register(r)
            }
            fn parse(value: Option<async_graphql::Value>) -> async_graphql::InputValueResult<Self> {
                Err(async_graphql::InputValueError::expected_type(value.unwrap_or_default()))
            }
            fn to_value(&self) -> async_graphql::Value {
                async_graphql::Value::Null
            }
            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }
        }
    };
}
pub(super) use raw_input;

fn described(doc: impl Into<String>) -> Option<String> {
    Some(doc.into()).filter(|doc: &String| !doc.is_empty())
}

pub(super) fn input(name: &str, doc: &str, ty: &str, default: Option<&str>) -> MetaInputValue {
    let mut value = MetaInputValue::new(name, ty);
    value.description = described(doc);
    value.default_value = default.map(str::to_owned);
    value
}

pub(super) fn input_object<T>(doc: String, fields: Vec<MetaInputValue>) -> MetaType
where
    T: InputType,
{
    MetaType::InputObject {
        name: T::type_name().into_owned(),
        description: described(doc),
        input_fields: fields.into_iter().map(|f| (f.name.clone(), f)).collect(),
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        rust_typename: Some(std::any::type_name::<T>()),
        oneof: false,
        directive_invocations: Vec::new(),
    }
}

pub(super) fn enumeration<T: InputType>(doc: String, values: impl Iterator<Item = (String, &'static str)>) -> MetaType {
    let value = |(name, doc): (String, &'static str)| {
        let mut value = MetaEnumValue::new(name.as_str());
        value.description = described(doc);
        (name, value)
    };
    MetaType::Enum {
        name: T::type_name().into_owned(),
        description: described(doc),
        enum_values: values.map(value).collect(),
        visible: None,
        inaccessible: false,
        tags: Vec::new(),
        rust_typename: Some(std::any::type_name::<T>()),
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

pub(super) fn field(r: &mut Registry, name: &str, doc: &str, ty: TypeOf, args: &[Arg]) -> (String, MetaField) {
    let mut field = MetaField::new(name, ty(r));
    field.description = described(doc);
    for arg in args {
        let ty = (arg.ty)(r);
        field
            .args
            .insert(arg.name.to_owned(), input(arg.name, arg.doc, &ty, None));
    }
    (name.to_owned(), field)
}

pub(super) fn object<T: OutputType>(doc: &str, fields: impl IntoIterator<Item = (String, MetaField)>) -> MetaType {
    MetaType::Object {
        name: T::type_name().into_owned(),
        description: described(doc),
        fields: fields.into_iter().collect(),
        cache_control: Default::default(),
        extends: false,
        shareable: false,
        resolvable: true,
        keys: None,
        visible: None,
        inaccessible: false,
        interface_object: false,
        tags: Vec::new(),
        is_subscription: false,
        rust_typename: Some(std::any::type_name::<T>()),
        directive_invocations: Vec::new(),
        requires_scopes: Vec::new(),
    }
}

/// Output types that are only ever named in the registry: a plan writes their values.
macro_rules! written {
    ($(#[$doc:meta])* $t:ident<$p:ident: $bound:path>, $name:expr, $kind:expr, $make:expr) => {
        $(#[$doc])*
        pub(super) struct $t<$p>(PhantomData<fn() -> $p>);
        impl<$p: $bound> OutputType for $t<$p> {
            fn type_name() -> Cow<'static, str> {
                $name.into()
            }
            fn create_type_info(r: &mut Registry) -> String {
                r.create_output_type::<Self, _>($kind, $make)
            }
            async fn resolve(&self, _: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
                Ok(Value::Null) // never asked: no resolver hands one out
            }
        }
    };
}

written!(
    /// An object type.
    Type<T: Object>, T::NAME, MetaTypeId::Object, |r| {
        let shape = Shape::of::<T>();
        r.add_implements(shape.name, "Node");
        let fields: Vec<_> = shape.fields.iter().map(|declared| declared_field(r, declared)).collect();
        object::<Self>(shape.doc, fields)
    }
);

written!(
    /// What a viewer may do to a record.
    Permissions<T: Object>, format!("{}Permissions", T::NAME), MetaTypeId::Object, |r| {
        let shape = Shape::of::<T>();
        let fields: Vec<_> = shape.permissions().map(|can| field(r, can.name, &format!("Asks for {}.", can.doc), shown::<bool>(), &[])).collect();
        object::<Self>(&format!("What the viewer may do to a record of type {}, as it stands (eigene Rechte).", T::NAME), fields)
    }
);

fn declared_field(
    r: &mut Registry,
    Declared {
        name,
        doc,
        ty,
        args,
        kind,
    }: &Declared,
) -> (String, MetaField) {
    match kind {
        Kind::Connection(to, _, usual) => field(r, name, doc, *ty, &page::arguments(*to, *usual)),
        _ => field(r, name, doc, *ty, args),
    }
}

written!(
    /// A page of a list.
    Connection<T: Object>, format!("{}Connection", T::NAME), MetaTypeId::Object, |r| {
        let fields = [
            field(r, "nodes", "The records of this page.", shown::<Vec<Type<T>>>(), &[]),
            field(r, "edges", "The records with their cursors.", shown::<Vec<Edge<T>>>(), &[]),
            field(r, "pageInfo", "Whether there is more, and where to go on.", shown::<PageInfo>(), &[]),
            field(r, "totalCount", "All that the viewer may see and the filter lets through; counted only when asked for.", shown::<i32>(), &[]),
        ];
        object::<Self>(&format!("A page of {} records.", T::NAME), fields)
    }
);

written!(
    /// A record and where it stands in its list.
    Edge<T: Object>, format!("{}Edge", T::NAME), MetaTypeId::Object, |r| {
        let fields = [
            field(r, "node", "The record.", shown::<Type<T>>(), &[]),
            field(r, "cursor", "Where it stands, for `after` and `before`.", shown::<String>(), &[]),
        ];
        object::<Self>("A record and where it stands in its list.", fields)
    }
);

/// Where a page lies in its list.
#[derive(SimpleObject)]
pub struct PageInfo {
    /// Whether something follows.
    has_next_page: bool,
    /// Whether something precedes.
    has_previous_page: bool,
    /// The first record's cursor.
    start_cursor: Option<String>,
    /// The last record's cursor.
    end_cursor: Option<String>,
}

written!(
    /// A union.
    UnionType<U: Union>, U::NAME, MetaTypeId::Union, |r| {
        let possible_types = U::members().into_iter().map(|member| registered(r, member()));
        MetaType::Union {
            name: U::NAME.to_owned(),
            description: described(U::DOC),
            possible_types: possible_types.collect(),
            visible: None,
            inaccessible: false,
            tags: Vec::new(),
            rust_typename: Some(std::any::type_name::<Self>()),
            directive_invocations: Vec::new(),
        }
    }
);

written!(
    /// A page of a union's records.
    UnionConnection<U: Union>, format!("{}Connection", U::NAME), MetaTypeId::Object, |r| {
        let fields = [
            field(r, "nodes", "The records of this page.", shown::<Vec<UnionType<U>>>(), &[]),
            field(r, "edges", "The records with their cursors.", shown::<Vec<UnionEdge<U>>>(), &[]),
            field(r, "pageInfo", "Whether there is more, and where to go on.", shown::<PageInfo>(), &[]),
            field(r, "totalCount", "All that is found and that the viewer may see; counted only when asked for.", shown::<i32>(), &[]),
        ];
        object::<Self>(&format!("A page of {} records.", U::NAME), fields)
    }
);

written!(
    /// A union's record and where it stands in its list.
    UnionEdge<U: Union>, format!("{}Edge", U::NAME), MetaTypeId::Object, |r| {
        let fields = [
            field(r, "node", "The record.", shown::<UnionType<U>>(), &[]),
            field(r, "cursor", "Where it stands, for `after`.", shown::<String>(), &[]),
        ];
        object::<Self>("A record and where it stands in its list.", fields)
    }
);

/// Which of a union's types are asked for.
pub(super) struct SearchType<U>(PhantomData<fn() -> U>);
raw_input!(<U: Union> SearchType<U>);
impl<U: Union> RawInput for SearchType<U> {
    fn name() -> Cow<'static, str> {
        "SearchType".into()
    }

    fn register(r: &mut Registry) -> String {
        r.create_input_type::<Self, _>(MetaTypeId::Enum, |_| {
            let values = U::members().into_iter().map(|of| (type_name(of()), of().doc));
            enumeration::<Self>("What is searched (Suchbereich).".to_owned(), values)
        })
    }
}

fn registered(r: &mut Registry, shape: &Shape) -> String {
    (shape.register)(r);
    shape.name.to_owned()
}

/// Every object type, as an interface that carries only `id`.
pub(super) struct Node;
impl OutputType for Node {
    fn type_name() -> Cow<'static, str> {
        "Node".into()
    }
    fn create_type_info(r: &mut Registry) -> String {
        r.create_output_type::<Self, _>(MetaTypeId::Interface, |r| {
            let possible_types = Catalog::all().map(|shape| registered(r, shape)).collect();
            let doc = "Opaque, the same for ever; never a permission.";
            MetaType::Interface {
                name: "Node".to_owned(),
                description: described("Any record that has an id."),
                fields: [field(r, "id", doc, shown::<ID>(), &[])].into_iter().collect(),
                possible_types,
                extends: false,
                keys: None,
                visible: None,
                inaccessible: false,
                tags: Vec::new(),
                rust_typename: Some(std::any::type_name::<Self>()),
                directive_invocations: Vec::new(),
                requires_scopes: Vec::new(),
            }
        })
    }
    async fn resolve(&self, _: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        Ok(Value::Null)
    }
}
