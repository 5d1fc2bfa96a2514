//! Two things that the library does not do at the root: a field that the document repeats runs once, with all that is
//! selected of it; and the error of a nullable field nulls that field alone.

use async_graphql::parser::types::{Field, SelectionSet};
use async_graphql::registry::Registry;
use async_graphql::{
    ContainerType, Context, ContextSelectionSet, ObjectType, OutputType, Positioned, ServerResult, Value,
};
use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use verbund_domain::read::selected_here;

/// Which response keys of the root have run in this request.
#[derive(Default)]
pub struct Ran(Mutex<HashSet<String>>);

impl Ran {
    fn first(&self, key: &str) -> bool {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.to_owned())
    }
}

/// A root type with both mended.
pub struct Root<T>(pub T);

impl<T: ObjectType> OutputType for Root<T> {
    fn type_name() -> Cow<'static, str> {
        T::type_name()
    }

    fn create_type_info(registry: &mut Registry) -> String {
        T::create_type_info(registry)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        self.0.resolve(ctx, field).await
    }
}

impl<T: ObjectType> ObjectType for Root<T> {}

impl<T: ObjectType> ContainerType for Root<T> {
    async fn resolve_field(&self, ctx: &Context<'_>) -> ServerResult<Option<Value>> {
        let ran = ctx
            .data::<Ran>()
            .map_err(|error| error.into_server_error(ctx.item.pos))?;
        if !ran.first(&ctx.item.node.response_key().node) {
            // The library merges the two values; null gives way to the first one.
            return Ok(Some(Value::Null));
        }
        let selected = selected_here(ctx);
        let result = if selected.len() < 2 {
            Box::pin(self.0.resolve_field(ctx)).await
        } else {
            let mut whole = ctx.item.clone();
            let items = selected.iter().flat_map(|set| set.items.iter().cloned()).collect();
            whole.node.selection_set.node = SelectionSet { items };
            let mut merged = ctx.clone();
            merged.item = &whole;
            Box::pin(self.0.resolve_field(&merged)).await
        };
        match result {
            Err(error) if is_nullable::<T>(ctx) => {
                ctx.add_error(error);
                Ok(Some(Value::Null))
            }
            other => other,
        }
    }
}

fn is_nullable<T: ObjectType>(ctx: &Context<'_>) -> bool {
    let root = ctx.schema_env.registry.types.get(&*T::type_name());
    root.and_then(|root| root.field_by_name(&ctx.item.node.name.node))
        .is_some_and(|field| !field.ty.ends_with('!'))
}
