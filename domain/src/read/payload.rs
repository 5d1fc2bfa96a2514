//! Records in ordinary types of the library: a mutation's payload, a viewer's roles.

use super::object::Object;
use super::reader::Reader;
use super::registry::Type;
use super::select::selected_here;
use super::shape::Shape;
use async_graphql::parser::types::Field;
use async_graphql::registry::Registry;
use async_graphql::{
    ContextSelectionSet, OutputType, Positioned, QueryPathNode, QueryPathSegment, ServerResult, Value,
};
use std::borrow::Cow;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::OnceCell;

/// A record by its internal key. The library comes to it, then it is read by a plan of its own, together with the others
/// of its group; null if the viewer may not see it.
pub struct Ref<T> {
    key: i64,
    group: Arc<Group>,
    of: PhantomData<fn() -> T>,
}

/// What is read at once, by one plan for each place in the answer, however many records there are and however often the
/// document repeats a field.
struct Group {
    keys: Vec<i64>,
    read: Mutex<HashMap<String, Arc<Texts>>>,
}

/// Finished texts by internal key, once they are read.
type Texts = OnceCell<HashMap<i64, Value>>;

impl<T> Ref<T> {
    pub fn new(key: i64) -> Self {
        let group = Group {
            keys: vec![key],
            read: Mutex::default(),
        };
        Ref {
            key,
            group: Arc::new(group),
            of: PhantomData,
        }
    }

    /// Records that stand in one list.
    pub fn all(keys: Vec<i64>) -> Vec<Self> {
        let group = Arc::new(Group {
            keys: keys.clone(),
            read: Mutex::default(),
        });
        let one = |key| Ref {
            key,
            group: group.clone(),
            of: PhantomData,
        };
        keys.into_iter().map(one).collect()
    }

    /// The internal key.
    pub(crate) fn key(&self) -> i64 {
        self.key
    }
}

impl Group {
    fn at(&self, place: String) -> Arc<Texts> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(place).or_default().clone()
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
        let reader = ctx.data::<Reader>().map_err(|e| e.into_server_error(field.pos))?;
        let place = self.group.at(place(ctx.path_node.as_ref()));
        let read = place.get_or_try_init(|| reader.by_keys(&here, Shape::of::<T>(), &self.group.keys, &selected));
        let texts = read.await.map_err(|error| here.set_error_path(error))?;
        Ok(texts.get(&self.key).cloned().unwrap_or_default())
    }
}

/// The response keys from the root, whichever items of lists lie between them.
fn place(mut at: Option<&QueryPathNode<'_>>) -> String {
    let mut place = String::new();
    while let Some(node) = at {
        if let QueryPathSegment::Name(key) = node.segment {
            place.push_str(key);
            place.push('.');
        }
        at = node.parent;
    }
    place
}
