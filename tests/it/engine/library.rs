//! What is relied on of the GraphQL library, whose versions differ: 7.1 and 7.2 get all three of these wrong.

use async_graphql::{EmptyMutation, EmptySubscription, Object, Result, Schema};

struct Query;

#[Object]
impl Query {
    async fn slow(&self) -> i32 {
        for _ in 0..10 {
            tokio::task::yield_now().await;
        }
        1
    }

    async fn quick(&self) -> i32 {
        2
    }

    async fn outer(&self) -> Option<Outer> {
        Some(Outer)
    }
}

struct Outer;

#[Object]
impl Outer {
    async fn fine(&self) -> i32 {
        1
    }

    async fn inner(&self) -> Inner {
        Inner
    }

    async fn perhaps(&self) -> Option<Inner> {
        Some(Inner)
    }
}

struct Inner;

#[Object]
impl Inner {
    async fn fine(&self) -> i32 {
        1
    }

    async fn broken(&self) -> Result<i32> {
        Err("broken".into())
    }
}

async fn data(document: &str) -> (String, usize) {
    let schema = Schema::new(Query, EmptyMutation, EmptySubscription);
    let response = schema.execute(document).await;
    (response.data.to_string(), response.errors.len())
}

#[tokio::test]
async fn keys_come_in_the_order_of_the_document_and_not_of_completion() {
    assert_eq!(data("{ slow quick }").await, ("{slow: 1, quick: 2}".to_owned(), 0));
    assert_eq!(
        data("{ quick slow b: quick }").await,
        ("{quick: 2, slow: 1, b: 2}".to_owned(), 0)
    );
}

#[tokio::test]
async fn an_error_in_a_field_that_is_never_null_nulls_its_parent() {
    let answer = data("{ outer { fine perhaps { fine broken } } quick }").await;
    assert_eq!(answer, ("{outer: {fine: 1, perhaps: null}, quick: 2}".to_owned(), 1));
}

#[tokio::test]
async fn an_error_goes_up_to_the_nearest_ancestor_that_may_be_null() {
    let answer = data("{ quick outer { fine inner { fine broken } } slow }").await;
    assert_eq!(answer, ("{quick: 2, outer: null, slow: 1}".to_owned(), 1));
}
