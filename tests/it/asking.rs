//! A document as a viewer of the test's own making asks it, without HTTP.

use async_graphql::futures_util::StreamExt;
use async_graphql::{Data, Request, Variables};
use serde_json::Value;
use std::any::TypeId;
use std::sync::Arc;
use verbund_api::graphql::{self, Ran};
use verbund_domain::db::Db;
use verbund_domain::read::{Marks, Reader, write_value};
use verbund_domain::session::Session;
use verbund_domain::viewer::Viewer;

/// What is answered, and in how many statements. An error fails the test.
pub async fn ask(db: &Db, viewer: Viewer, document: &str, variables: Value) -> (Value, u32) {
    let mut data = Data::default();
    let marks = Marks::from_secret(b"a secret of the tests");
    data.insert(Reader::new(db, viewer.clone(), marks));
    data.insert(Session::new(db.clone(), viewer, "test".to_owned()));
    data.insert(Ran::default());
    let data = Arc::new(data);
    let request = Request::new(document).variables(Variables::from_json(variables));
    let schema = graphql::build();
    let mut responses = Box::pin(schema.execute_stream_with_session_data(request, data.clone()));
    let response = responses.next().await.expect("an answer");
    assert!(response.errors.is_empty(), "{document}: {:?}", response.errors);
    let reader = data
        .get(&TypeId::of::<Reader>())
        .and_then(|reader| reader.downcast_ref::<Reader>());
    let statements = reader.expect("the reader of the request").statements();
    let mut text = Vec::new();
    write_value(&response.data, &mut text);
    (serde_json::from_slice(&text).expect("JSON"), statements)
}
