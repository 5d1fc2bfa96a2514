//! Who is in charge of what: only those who are, today.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_tests::TestApp;

const HAGEN: &str = "05914000";

async fn demonstration() -> (TestApp, String) {
    let app = TestApp::new().await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    let place = account::place_of(&app.db, Role::Admin, Some(HAGEN), None)
        .await
        .expect("Hagen");
    let token = app.token("leitung@hagen.example", place, Role::Admin).await;
    (app, token)
}

/// What a query answers for a topic, asked by somebody of the house and by anybody.
async fn both(app: &TestApp, token: &str, topic: &Value) -> [Value; 2] {
    let query = "query($topic: ID!) { municipality(ags: \"05914000\") { contactFor(topic: $topic) {
        channels { value } } } }";
    let value =
        |reply: verbund_tests::Reply| reply.data()["municipality"]["contactFor"]["channels"][0]["value"].clone();
    let inside = app.gql(Some(token), query, json!({ "topic": topic })).await;
    let outside = app.gql(None, query, json!({ "topic": topic })).await;
    [value(inside), value(outside)]
}

async fn enter(app: &TestApp, token: &str, address: &str, topic: &Value) -> Value {
    let owner = app.ask("{ municipality(ags: \"05914000\") { id } }").await.data()["municipality"]["id"].clone();
    let mutation = "mutation($input: CreateContactPointInput!) { createContactPoint(input: $input) {
        contactPoint { id } userErrors { code path } } }";
    let input = json!({ "owner": owner, "purpose": address, "functional": true, "visibility": "PUBLIC",
        "publicationBasis": "FUNCTIONAL_ADDRESS", "topics": [topic],
        "channels": [{ "type": "EMAIL", "value": address }] });
    let reply = app.gql(Some(token), mutation, json!({ "input": input })).await;
    let payload = &reply.data()["createContactPoint"];
    assert_eq!(payload["userErrors"], json!([]), "{}", reply.text);
    payload["contactPoint"]["id"].clone()
}

async fn topic(app: &TestApp, slug: &str) -> Value {
    let query = format!("{{ topics(filter: {{slug: {{eq: \"{slug}\"}}}}) {{ nodes {{ id }} }} }}");
    app.ask(&query).await.data()["topics"]["nodes"][0]["id"].clone()
}

#[actix_web::test]
async fn a_withdrawn_contact_is_in_charge_of_nothing_not_even_for_its_own_house() {
    let (app, token) = demonstration().await;
    let topic = topic(&app, "anerkennung").await;
    let first = enter(&app, &token, "erste@hagen.example", &topic).await;
    enter(&app, &token, "zweite@hagen.example", &topic).await;
    assert_eq!(
        both(&app, &token, &topic).await,
        ["erste@hagen.example", "erste@hagen.example"]
    );

    let mutation = "mutation($id: ID!) { withdrawContactPoint(input: {id: $id}) { userErrors { code } } }";
    app.gql(Some(&token), mutation, json!({ "id": first })).await.data();

    assert_eq!(
        both(&app, &token, &topic).await,
        ["zweite@hagen.example", "zweite@hagen.example"]
    );
}

#[actix_web::test]
async fn whose_position_has_ended_is_in_charge_no_more_and_cannot_be_reached_through_it() {
    let (app, token) = demonstration().await;
    let topic = topic(&app, "migrantenselbstorganisationen").await;
    let adviser = "+493023125075";
    assert_eq!(both(&app, &token, &topic).await, [adviser, adviser]);
    let search = "{ contacts(search: \"030 23125\", first: 100) { nodes { channels { value } } } }";
    let found = |reply: verbund_tests::Reply| reply.text.matches(adviser).count();
    let before = (
        found(app.gql(Some(&token), search, json!({})).await),
        found(app.ask(search).await),
    );

    let rows = app.rows().await;
    let ended = "update \"position\" set ends_on = '2020-01-01' where id in
        (select position_id from contact_point where position_id is not null and search_text like '%23125%')";
    rows.execute_unprepared(ended).await.expect("the position ends");
    rows.close().await.expect("the connection closes");

    let now = both(&app, &token, &topic).await;
    assert!(now.iter().all(|value| *value != adviser), "{now:?}");
    let after = (
        found(app.gql(Some(&token), search, json!({})).await),
        found(app.ask(search).await),
    );
    // The own house still sees what it has to clear away.
    assert_eq!(after, (before.0, before.1 - 1));
}

#[actix_web::test]
async fn nobody_is_in_charge_of_what_is_no_topic() {
    let (app, token) = demonstration().await;
    let hagen = app.ask("{ municipality(ags: \"05914000\") { id } }").await.data()["municipality"]["id"].clone();
    let unknown = verbund_domain::read::id::encode("Topic", "00000000000000000000000000000000");
    for topic in [json!("nonsense"), json!(unknown), hagen] {
        assert_eq!(both(&app, &token, &topic).await, [Value::Null, Value::Null], "{topic}");
    }
}
