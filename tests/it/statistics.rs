//! A network in numbers: they are those of the lists, for whoever asks.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_tests::TestApp;

const NETWORK: &str = "integration-interkommunal";
const STATISTICS: &str = "query($slug: Slug!, $from: LocalDate!, $until: LocalDate!) {
    networkStatistics(slug: $slug, from: $from, until: $until) { network { slug } members meetings
        meetingsByKind { kind count } meetingsByHost { municipality { slug } count }
        meetingsWithoutDate attendance { value qualifier } meetingsWithoutAttendance
        activeProjects activeProjectsByTopic { topic { slug } count } } }";
const LISTS: &str = "query($slug: Slug!) {
    network(slug: $slug) { memberships(first: 100, filter: {status: {eq: ACTIVE}}) { nodes { municipality { slug } } } }
    meetings(first: 100) { nodes { kind status publication startsAt heldOn { earliest } host { slug }
        attendance { value qualifier } organizers(first: 20) { nodes { status party { ...of } } } } }
    projects(first: 100, filter: {status: {eq: ACTIVE}}) { nodes { topics { slug }
        participations(first: 20) { nodes { status party { ...of } } } } } }
    fragment of on Party { ... on Municipality { slug } ... on Network { slug } }";

/// How often each text is named.
fn counted<'a>(names: impl Iterator<Item = &'a Value>) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name.as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    counts
}

/// The same as the statistics tell it.
fn told(parts: &Value, name: &str) -> BTreeMap<String, i64> {
    let parts = parts.as_array().expect("numbers").iter();
    let told = parts.map(|part| {
        let name = part.pointer(name).and_then(Value::as_str).unwrap_or_default();
        (name.to_owned(), part["count"].as_i64().expect("a number"))
    });
    told.collect()
}

#[actix_web::test]
async fn a_networks_numbers_are_those_that_the_lists_show_to_whoever_asks() {
    let app = TestApp::new().await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    let place = account::place_of(&app.db, Role::Admin, Some("05914000"), None).await;
    let admin = app
        .token("admin@verbund.example", place.expect("a place"), Role::Admin)
        .await;
    let mut meetings_seen = Vec::new();
    for token in [None, Some(admin.as_str())] {
        let period = json!({ "slug": NETWORK, "from": "2022-01-01", "until": "2027-12-31" });
        let reply = app.gql(token, STATISTICS, period).await;
        let numbers = reply.data()["networkStatistics"].clone();
        let reply = app.gql(token, LISTS, json!({ "slug": NETWORK })).await;
        let lists = reply.data();
        let nodes = |list: &Value| list["nodes"].as_array().expect("a list").clone();
        let members: Vec<Value> = nodes(&lists["network"]["memberships"])
            .iter()
            .map(|membership| membership["municipality"]["slug"].clone())
            .collect();
        assert_eq!(numbers["network"]["slug"], NETWORK);
        assert_eq!(numbers["members"], json!(members.len()));

        let theirs = |parts: &Value| {
            let confirmed = nodes(parts).into_iter().filter(|part| part["status"] == "CONFIRMED");
            let slugs: Vec<Value> = confirmed.map(|part| part["party"]["slug"].clone()).collect();
            slugs.iter().any(|slug| slug == NETWORK || members.contains(slug))
        };
        let day = |meeting: &Value| {
            let day = meeting["startsAt"].as_str().or(meeting["heldOn"]["earliest"].as_str());
            day.unwrap_or("9999").to_owned()
        };
        let meetings: Vec<Value> = nodes(&lists["meetings"])
            .into_iter()
            .filter(|meeting| meeting["publication"] != "DRAFT" && meeting["status"] != "CANCELLED")
            .filter(|meeting| theirs(&meeting["organizers"]))
            .collect();
        let undated = meetings.iter().filter(|meeting| day(meeting) == "9999").count();
        assert_eq!(numbers["meetingsWithoutDate"], json!(undated));
        let meetings: Vec<Value> = meetings
            .into_iter()
            .filter(|meeting| ("2022".."2028").contains(&day(meeting).as_str()))
            .collect();
        assert!(!meetings.is_empty());
        assert_eq!(numbers["meetings"], json!(meetings.len()));
        let kinds = counted(meetings.iter().map(|meeting| &meeting["kind"]));
        assert_eq!(told(&numbers["meetingsByKind"], "/kind"), kinds);
        let hosts = counted(meetings.iter().map(|meeting| &meeting["host"]["slug"]));
        assert_eq!(told(&numbers["meetingsByHost"], "/municipality/slug"), hosts);
        let held = || meetings.iter().filter(|meeting| meeting["status"] == "HELD");
        let known: i64 = held()
            .filter_map(|meeting| meeting["attendance"]["value"].as_i64())
            .sum();
        assert_eq!(numbers["attendance"]["value"].as_i64().unwrap_or_default(), known);
        let unknown = held().filter(|meeting| meeting["attendance"].is_null()).count();
        assert_eq!(numbers["meetingsWithoutAttendance"], json!(unknown));

        let projects: Vec<Value> = nodes(&lists["projects"])
            .into_iter()
            .filter(|project| theirs(&project["participations"]))
            .collect();
        assert_eq!(numbers["activeProjects"], json!(projects.len()));
        let topics = projects
            .iter()
            .flat_map(|project| project["topics"].as_array().expect("topics"));
        let topics = counted(topics.map(|topic| &topic["slug"]));
        assert_eq!(told(&numbers["activeProjectsByTopic"], "/topic/slug"), topics);
        meetings_seen.push(meetings.len());
    }
    assert!(
        meetings_seen[0] < meetings_seen[1],
        "members see more: {meetings_seen:?}"
    );
}

#[actix_web::test]
async fn a_period_that_ends_before_it_begins_is_refused_and_an_unknown_network_is_null() {
    let app = TestApp::new().await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    let backwards = json!({ "slug": NETWORK, "from": "2026-02-01", "until": "2026-01-31" });
    assert_eq!(app.gql(None, STATISTICS, backwards).await.codes(), ["BAD_REQUEST"]);
    let unknown = json!({ "slug": "nirgends", "from": "2026-01-01", "until": "2026-01-01" });
    let reply = app.gql(None, STATISTICS, unknown).await;
    assert_eq!(reply.data()["networkStatistics"], Value::Null);
    let last = json!({ "slug": NETWORK, "from": "1800-01-01", "until": "2199-12-31" });
    assert_eq!(app.gql(None, STATISTICS, last).await.codes(), [""; 0]);
}
