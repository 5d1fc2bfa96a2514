//! Root fields that a plan reads. `MergedObject` puts them beside ordinary ones.

use super::object::{Object, Union};
use super::page::{self, argument};
use super::reader::{Reader, refused};
use super::registry::{self, Connection, SearchType, Type, UnionConnection, field, object};
use super::select::selected_here;
use super::shape::{Arg, Column, Shape, ShapeOf, TypeOf, iden, shown, taken};
use async_graphql::parser::types::Field;
use async_graphql::registry::{MetaTypeId, Registry};
use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ID, InputType, ObjectType, OutputType, Positioned, ServerResult, Value,
};
use sea_orm::sea_query::{Condition, DynIden, Expr, ExprTrait};
use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::OnceLock;

/// Which root fields there are.
pub trait RootFields: Send + Sync + 'static {
    const NAME: &'static str;
    fn fields(roots: &mut Roots);
}

/// The words root fields are declared in.
#[derive(Default)]
pub struct Roots(Vec<Root>);

struct Root {
    name: &'static str,
    doc: &'static str,
    ty: TypeOf,
    read: Read,
}

enum Read {
    Page(ShapeOf),
    ByKey(ShapeOf, Vec<Key>),
    Node,
    Nodes,
    Search(&'static str, Vec<ShapeOf>, Vec<Arg>),
}

/// A natural key that an object can be asked for by.
pub struct Key {
    arg: Arg,
    column: DynIden,
    read: fn(&Context<'_>, &'static str) -> ServerResult<Option<String>>,
}

impl Key {
    /// `S` is the argument's scalar.
    pub fn of<T: Object, S: InputType>(name: &'static str, column: Column<T>, doc: &'static str) -> Self {
        let read = |ctx: &Context<'_>, name: &'static str| {
            let value = argument::<S>(ctx, name)?.map(|key| key.to_value());
            Ok(value.and_then(|value| {
                if let Value::String(text) = value {
                    Some(text)
                } else {
                    None
                }
            }))
        };
        Key {
            arg: Arg {
                name,
                doc,
                ty: taken::<Option<S>>(),
            },
            column: iden(column),
            read,
        }
    }
}

impl Roots {
    /// All objects of a type, in pages.
    pub fn page<T: Object>(&mut self, name: &'static str, doc: &'static str) {
        let ty = shown::<Option<Connection<T>>>();
        self.0.push(Root {
            name,
            doc,
            ty,
            read: Read::Page(Shape::of::<T>),
        });
    }

    /// One object by exactly one of its natural keys.
    pub fn by_key<T: Object>(&mut self, name: &'static str, keys: Vec<Key>, doc: &'static str) {
        let ty = shown::<Option<Type<T>>>();
        self.0.push(Root {
            name,
            doc,
            ty,
            read: Read::ByKey(Shape::of::<T>, keys),
        });
    }

    /// Any object by its id, and several at once.
    pub fn nodes(&mut self) {
        let doc = "The record with this id; null if it is unknown or not visible.";
        self.0.push(Root {
            name: "node",
            doc,
            ty: shown::<Option<registry::Node>>(),
            read: Read::Node,
        });
        let doc = "Up to 100 records in the order of their ids; null for each that is unknown or not visible.";
        let ty = shown::<Option<Vec<Option<registry::Node>>>>();
        self.0.push(Root {
            name: "nodes",
            doc,
            ty,
            read: Read::Nodes,
        });
    }
}

impl Roots {
    /// What is found of all types of a union, in pages.
    pub fn search<U: Union>(&mut self, name: &'static str, doc: &'static str) {
        let members = U::members();
        let mute = members.iter().find(|of| of().search.is_none());
        assert!(
            mute.is_none(),
            "{}: {:?} cannot be searched",
            U::NAME,
            mute.map(|of| of().name)
        );
        let arg = |name, doc, ty| Arg { name, doc, ty };
        let args = vec![
            arg(
                "text",
                "Every word must begin a word of the record's text; ü is ue, ß is ss, accents do not matter. Without words \
                 nothing is found.",
                taken::<String>(),
            ),
            arg(
                "types",
                "Only these; all if absent.",
                taken::<Option<Vec<SearchType<U>>>>(),
            ),
            arg(
                "first",
                "How many from the beginning or behind `after`: 0 to 100, 20 if absent.",
                taken::<Option<i32>>(),
            ),
            arg(
                "after",
                "A cursor of this search: what follows it.",
                taken::<Option<String>>(),
            ),
        ];
        self.0.push(Root {
            name,
            doc,
            ty: shown::<Option<UnionConnection<U>>>(),
            read: Read::Search(U::NAME, members, args),
        });
    }
}

impl Root {
    fn args(&self) -> Vec<Arg> {
        match &self.read {
            Read::Page(of) => page::arguments(*of, None),
            Read::Search(_, _, args) => args.clone(),
            Read::ByKey(_, keys) => keys.iter().map(|key| key.arg.clone()).collect(),
            Read::Node => vec![Arg {
                name: "id",
                doc: "As a record's `id` says it.",
                ty: taken::<ID>(),
            }],
            Read::Nodes => vec![Arg {
                name: "ids",
                doc: "At most 100.",
                ty: taken::<Vec<ID>>(),
            }],
        }
    }

    async fn read(&self, ctx: &Context<'_>) -> ServerResult<Value> {
        let reader = ctx.data::<Reader>().map_err(|e| e.into_server_error(ctx.item.pos))?;
        let selected = selected_here(ctx);
        match &self.read {
            Read::Page(of) => reader.page(ctx, of(), &selected).await,
            Read::Search(name, members, _) => reader.search(ctx, (name, members), &selected).await,
            Read::ByKey(of, keys) => {
                let mut given = Vec::new();
                for key in keys {
                    if let Some(value) = (key.read)(ctx, key.arg.name)? {
                        given.push(Expr::col((of().table.clone(), key.column.clone())).eq(value));
                    }
                }
                match (given.pop(), given.is_empty()) {
                    (Some(only), true) => reader.one(ctx, of(), Condition::all().add(only), &selected).await,
                    _ => {
                        let names: Vec<_> = keys.iter().map(|key| key.arg.name).collect();
                        let message = format!("{} takes exactly one of: {}.", self.name, names.join(", "));
                        Err(refused(ctx, "BAD_REQUEST", &message))
                    }
                }
            }
            Read::Node => {
                let id = ctx.param_value::<ID>("id", None)?.1;
                Ok(reader.nodes(ctx, &[id], &selected).await?.pop().unwrap_or_default())
            }
            Read::Nodes => {
                let ids = ctx.param_value::<Vec<ID>>("ids", None)?.1;
                Ok(Value::List(reader.nodes(ctx, &ids, &selected).await?))
            }
        }
    }
}

/// The root fields of `R` as an object type of the library.
pub struct Planned<R> {
    roots: OnceLock<Vec<Root>>,
    of: PhantomData<fn() -> R>,
}

impl<R> Default for Planned<R> {
    fn default() -> Self {
        Planned {
            roots: OnceLock::new(),
            of: PhantomData,
        }
    }
}

fn declared<R: RootFields>() -> Vec<Root> {
    let mut roots = Roots::default();
    R::fields(&mut roots);
    roots.0
}

impl<R: RootFields> OutputType for Planned<R> {
    fn type_name() -> Cow<'static, str> {
        R::NAME.into()
    }

    fn create_type_info(r: &mut Registry) -> String {
        r.create_output_type::<Self, _>(MetaTypeId::Object, |r| {
            let fields: Vec<_> = declared::<R>()
                .iter()
                .map(|root| field(r, root.name, root.doc, root.ty, &root.args()))
                .collect();
            object::<Self>("", fields)
        })
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, _: &Positioned<Field>) -> ServerResult<Value> {
        async_graphql::resolver_utils::resolve_container(ctx, self).await
    }
}

impl<R: RootFields> ObjectType for Planned<R> {}

impl<R: RootFields> ContainerType for Planned<R> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        let name = &ctx.item.node.name.node;
        let Some(root) = self
            .roots
            .get_or_init(declared::<R>)
            .iter()
            .find(|root| root.name == name.as_str())
        else {
            return Ok(None);
        };
        // Every planned root is nullable: an error nulls this field and leaves its neighbours alone.
        Ok(Some(root.read(ctx).await.unwrap_or_else(|error| {
            ctx.add_error(ctx.set_error_path(error));
            Value::Null
        })))
    }
}
