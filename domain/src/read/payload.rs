//! One row in an ordinary type of the library: a mutation's payload.

use super::object::Object;
use super::reader::Reader;
use super::registry::Type;
use super::select::selected_here;
use super::shape::Shape;
use async_graphql::parser::types::Field;
use async_graphql::registry::Registry;
use async_graphql::{ContextSelectionSet, OutputType, Positioned, ServerResult, Value};
use std::borrow::Cow;
use std::marker::PhantomData;

/// A record by its internal key. The library comes to it, then it is read by a plan of its own; null if the viewer may
/// not see it. For one object only: a list of them would be a statement each.
pub struct Ref<T>(i64, PhantomData<fn() -> T>);

impl<T> Ref<T> {
    pub fn new(id: i64) -> Self {
        Ref(id, PhantomData)
    }

    /// The internal key.
    pub(crate) fn key(&self) -> i64 {
        self.0
    }
}

impl<T: Object> OutputType for Ref<T> {
    fn type_name() -> Cow<'static, str> {
        T::NAME.into()
    }

    fn create_type_info(r: &mut Registry) -> String {
        Type::<T>::create_type_info(r)
    }

    async fn resolve(&self, ctx: &ContextSelectionSet<'_>, field: &Positioned<Field>) -> ServerResult<Value> {
        let mut here = ctx
            .query_env
            .create_context(ctx.schema_env, ctx.path_node, field, ctx.execute_data);
        here.item = field;
        let selected = selected_here(&here);
        ctx.data::<Reader>()
            .map_err(|e| e.into_server_error(field.pos))?
            .by_key(&here, Shape::of::<T>(), self.0, &selected)
            .await
    }
}
