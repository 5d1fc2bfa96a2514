//! What is said in several languages: titles, and what a session, a project or a meeting is about.

use super::agendas::{create, id, of_hagen, update};
use super::{only, told};
use crate::agenda_inputs::unchanged_session;
use crate::attempt::{new_meeting, new_project, unchanged_meeting, unchanged_project};
use crate::small_world::{Who, World};
use async_graphql::{ID, MaybeUndefined};
use serde_json::{Value, json};
use verbund_domain::error::UserErrorCode;
use verbund_domain::values::{LanguageTag, LocalizedText};
use verbund_domain::{CreateMeetingInput, CreateProjectInput, CreateSessionInput, UpdateMeetingInput};
use verbund_domain::{UpdateProjectInput, UpdateSessionInput};
use verbund_entity::{Role, meeting, project};

fn says(language: &str, text: &str) -> LocalizedText {
    LocalizedText {
        language: LanguageTag::parse(language).expect("a language"),
        text: text.to_owned(),
    }
}

async fn shown(world: &World, document: &str, id: &str) -> Value {
    let who = Who::In(Role::Admin, "hagen");
    world.ask(who, document, json!({ "id": id })).await["node"].clone()
}

const SESSION: &str = r#"query($id: ID!) { node(id: $id) { ... on Session {
    title en: title(language: "en") abstract abstractEn: abstract(language: "en-GB") abstractTr: abstract(language: "tr")
    abstractTranslations { language text } } } }"#;

#[tokio::test]
async fn a_session_is_announced_in_every_language_that_it_was_given() {
    let world = World::new().await;
    let given = CreateSessionInput {
        title_translations: vec![says("en", "The table")],
        abstract_translations: vec![says("en", "What we talk about")],
        ..of_hagen(&world, "Der Tisch")
    };
    assert_eq!(create(&world, given).await, []);
    let session = id(&world, "Der Tisch").await;
    let expected = json!({
        "title": "Der Tisch", "en": "The table",
        "abstract": null, "abstractEn": "What we talk about", "abstractTr": null,
        "abstractTranslations": [{ "language": "en", "text": "What we talk about" }],
    });
    assert_eq!(shown(&world, SESSION, &session).await, expected);

    let twice = UpdateSessionInput {
        abstract_translations: MaybeUndefined::Value(vec![says("tr", "Konu"), says("tr", "Konular")]),
        ..unchanged_session(&session)
    };
    let path = "input.abstractTranslations.1.language";
    assert_eq!(update(&world, twice).await, only(UserErrorCode::Duplicate, path));

    let changed = UpdateSessionInput {
        title_translations: MaybeUndefined::Null,
        abstract_translations: MaybeUndefined::Value(vec![says("tr", "Konu")]),
        ..unchanged_session(&session)
    };
    assert_eq!(update(&world, changed).await, []);
    let expected = json!({
        "title": "Der Tisch", "en": "Der Tisch",
        "abstract": null, "abstractEn": null, "abstractTr": "Konu",
        "abstractTranslations": [{ "language": "tr", "text": "Konu" }],
    });
    assert_eq!(shown(&world, SESSION, &session).await, expected);
}

const SUMMARY: &str = r#"query($id: ID!) { node(id: $id) {
    ... on Project { summary en: summary(language: "en") } ... on Meeting { summary en: summary(language: "en") } } }"#;

/// How many records of the type are found by the text.
async fn found(world: &World, list: &str, text: &str) -> Value {
    let document = format!("query($text: String) {{ {list}(search: $text) {{ totalCount }} }}");
    let who = Who::In(Role::Admin, "hagen");
    world.ask(who, &document, json!({ "text": text })).await[list]["totalCount"].clone()
}

#[tokio::test]
async fn what_a_project_is_about_is_shown_and_found_in_another_language_too() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let given = CreateProjectInput {
        title: "Neu".into(),
        summary: Some("Worum es geht".into()),
        summary_translations: vec![says("en", "Lighthouses for newcomers")],
        ..new_project(&hagen)
    };
    let made = world.admin("hagen").create_project(given).await.expect("an answer");
    assert_eq!(told(&made.user_errors), []);
    let rows = world.rows::<project::Entity>().await;
    let row = rows.iter().find(|row| row.title == "Neu").expect("the project");
    let id = verbund_domain::read::id::encode("Project", &row.public_id);
    let both = json!({ "summary": "Worum es geht", "en": "Lighthouses for newcomers" });
    assert_eq!(shown(&world, SUMMARY, &id).await, both);
    assert_eq!(found(&world, "projects", "lighthouses").await, 1);

    let cleared = UpdateProjectInput {
        id: ID::from(&id),
        expected_revision: 1,
        summary_translations: MaybeUndefined::Null,
        ..unchanged_project(&id)
    };
    let done = world.admin("hagen").update_project(cleared).await.expect("an answer");
    assert_eq!(told(&done.user_errors), []);
    assert_eq!(shown(&world, SUMMARY, &id).await["en"], "Worum es geht");
    assert_eq!(found(&world, "projects", "lighthouses").await, 0);
}

#[tokio::test]
async fn what_a_meeting_is_about_is_shown_and_found_in_another_language_too() {
    let world = World::new().await;
    let hagen = world.house("hagen").id.clone();
    let given = CreateMeetingInput {
        title: Some("Neu".into()),
        summary_translations: vec![says("en", "Lighthouses for newcomers")],
        ..new_meeting(&hagen)
    };
    let made = world.admin("hagen").create_meeting(given).await.expect("an answer");
    assert_eq!(told(&made.user_errors), []);
    let rows = world.rows::<meeting::Entity>().await;
    let row = rows.iter().find(|row| row.title == "Neu").expect("the meeting");
    let id = verbund_domain::read::id::encode("Meeting", &row.public_id);
    let english = json!({ "summary": null, "en": "Lighthouses for newcomers" });
    assert_eq!(shown(&world, SUMMARY, &id).await, english);
    assert_eq!(found(&world, "meetings", "lighthouses").await, 1);

    let too_long = UpdateMeetingInput {
        expected_revision: 1,
        summary_translations: MaybeUndefined::Value(vec![says("en", &"x".repeat(2_001))]),
        ..unchanged_meeting(&id)
    };
    let refused = world.admin("hagen").update_meeting(too_long).await.expect("an answer");
    let path = "input.summaryTranslations.0.text";
    assert_eq!(told(&refused.user_errors), only(UserErrorCode::TooLong, path));
}
