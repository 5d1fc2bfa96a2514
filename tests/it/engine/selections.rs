//! What is selected, repeated, skipped: the answer has just that.

use super::world::World;
use serde_json::{Value, json};
use verbund_domain::account::Role;
use verbund_domain::viewer::Place;

#[tokio::test]
async fn a_small_object_of_which_everything_is_skipped_is_empty() {
    let world = World::new().await;
    let document = "query($no: Boolean = false) { contacts(first: 1) { nodes { channels { type @include(if: $no) } } }
        meeting(slug: \"treffen-0\") { timeZone attendance { value @skip(if: true) } } }";

    let reply = world.app.ask(document).await;

    let channels = reply.data()["contacts"]["nodes"][0]["channels"]
        .as_array()
        .expect("channels");
    assert!(
        !channels.is_empty() && channels.iter().all(|channel| *channel == json!({})),
        "{}",
        reply.text
    );
    let attendance = &reply.data()["meeting"]["attendance"];
    assert!(attendance.is_null() || *attendance == json!({}), "{}", reply.text);
}

#[tokio::test]
async fn two_fields_under_one_key_are_refused_before_anything_is_done() {
    let world = World::new().await;
    let before = world.app.dump().await;
    let token = world
        .app
        .token("redaktion@stadt.example", Place::Municipality(1), Role::Editor)
        .await;
    let with_account = world.app.dump().await;
    assert_ne!(before, with_account);
    let owner = world.app.ask("{ municipality(slug: \"bad-aue\") { id } }").await.data()["municipality"]["id"].clone();
    let call = |purpose: &str| {
        format!(
            "a: createContactPoint(input: {{owner: $owner, functional: true, purpose: \"{purpose}\",
            channels: [{{type: EMAIL, value: \"{purpose}@stadt.example\"}}]}}) {{ userErrors {{ code }} }}"
        )
    };
    let document = format!(
        "mutation($owner: ID!) {{ {} ... on Mutation {{ {} }} }}",
        call("eins"),
        call("zwei")
    );

    let reply = world.app.gql(Some(&token), &document, json!({ "owner": owner })).await;

    assert_eq!(
        (reply.status.as_u16(), reply.codes()),
        (400, vec!["BAD_REQUEST"]),
        "{}",
        reply.text
    );
    assert_eq!(world.app.dump().await, with_account);
}

#[tokio::test]
async fn an_error_below_a_payload_says_where_it_is() {
    let world = World::new().await;
    let token = world
        .app
        .token("redaktion@stadt.example", Place::Municipality(1), Role::Editor)
        .await;
    let document = "{ viewer { grants { municipality { meetings(after: \"bm9uc2Vuc2U\") { totalCount } } } } }";

    let reply = world.app.gql(Some(&token), document, json!({})).await;

    assert_eq!(reply.codes(), ["BAD_CURSOR"]);
    assert_eq!(
        reply.json["errors"][0]["path"],
        json!(["viewer", "grants", 0, "municipality"]),
        "{}",
        reply.text
    );
}

#[tokio::test]
async fn a_title_of_the_longest_letters_is_stored_and_its_cursor_leads_on() {
    let world = World::new().await;
    let token = world
        .app
        .token("redaktion@stadt.example", Place::Municipality(1), Role::Admin)
        .await;
    let host = world.app.ask("{ municipality(slug: \"bad-aue\") { id } }").await.data()["municipality"]["id"].clone();
    // Letters of four bytes, and one that folds to eighteen.
    for letter in ["𐌰", "ﷺ"] {
        let document = "mutation($host: ID!, $title: String!) { createMeeting(input: {host: $host, title: $title,
            visibility: PUBLIC}) { meeting { slug } userErrors { code } } }";
        let variables = json!({ "host": host, "title": letter.repeat(300) });
        let reply = world.app.gql(Some(&token), document, variables).await;
        assert_eq!(reply.data()["createMeeting"]["userErrors"], json!([]), "{}", reply.text);
    }
    let page = "query($after: String) { meetings(first: 1, after: $after, orderBy: {field: TITLE, direction: DESC}) {
        nodes { slug } pageInfo { endCursor } } }";

    let first = world.app.gql(Some(&token), page, json!({})).await;
    let after = first.data()["meetings"]["pageInfo"]["endCursor"].clone();
    let second = world.app.gql(Some(&token), page, json!({ "after": after })).await;

    let slug = |reply: &verbund_tests::Reply| -> Value { reply.data()["meetings"]["nodes"][0]["slug"].clone() };
    assert_ne!(slug(&first), slug(&second));
}
