//! Facts of the sources that the demonstration has to hold, asked from outside as a user asks.

mod agendas;
mod cities;
mod contacts;
mod meetings;
mod networks;
mod organizations;
mod search;
mod series;
mod users;

use serde_json::{Value, json};
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_tests::TestApp;

const HAGEN: &str = "05914000";
const HERNE: &str = "05916000";
const BOCHUM: &str = "05911000";
const WERRA_MEISSNER: &str = "06636";

/// Who advises migrant organisations in Hagen, by the telephone that is public.
const ADVISER: &str = "+493023125075";

async fn demonstration() -> TestApp {
    let app = TestApp::new().await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    app
}

/// A token of somebody with this role in this city.
async fn token(app: &TestApp, role: Role, key: &str) -> String {
    let place = account::place_of(&app.db, role, Some(key), None)
        .await
        .expect("a place");
    let email = format!("{}.{key}@verbund.example", account::role_name(role).to_lowercase());
    app.token(&email, place, role).await
}

fn nodes(list: &Value) -> &Vec<Value> {
    list["nodes"].as_array().expect("a list")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The id of the only record that a query names `found`.
async fn id(app: &TestApp, token: Option<&str>, query: &str) -> String {
    let reply = app.gql(token, query, json!({})).await;
    match nodes(&reply.data()["found"]).as_slice() {
        [one] => text(&one["id"]).to_owned(),
        others => panic!("{query}: {others:?}"),
    }
}

async fn topic(app: &TestApp, slug: &str) -> String {
    id(
        app,
        None,
        &format!(r#"{{ found: topics(filter: {{slug: {{eq: "{slug}"}}}}) {{ nodes {{ id }} }} }}"#),
    )
    .await
}

#[actix_web::test]
async fn the_first_query_of_the_demonstration_answers_hagen_since_2023_to_the_year() {
    let app = demonstration().await;
    let reply = app
        .ask(r#"{ municipality(ags: "05914000") { name memberships { nodes { memberSince { edtf precision } } } } }"#)
        .await;
    assert_eq!(
        reply.text,
        r#"{"data":{"municipality":{"name":"Hagen","memberships":{"nodes":[{"memberSince":{"edtf":"2023","precision":"YEAR"}}]}}}}"#
    );
}
