//! Two worlds that differ in hidden values only are told apart by no answer.

mod agendas;
mod attacks;
pub mod making;
mod mutations;
mod random;
mod sdl;
mod secrets;
pub mod who;
pub mod world;

use attacks::{Document, attacks};
use mutations::mutations;
use random::random;
use sdl::Sdl;
use verbund_domain::read::Fault;
use verbund_tests::Reply;
use who::Who;
use world::World;

/// The answer, with each cursor as long as it was but without what it holds: it is enciphered, and begins to differ
/// where internal keys do.
fn comparable(reply: &Reply) -> String {
    let mut text = format!("{} {}", reply.status, reply.text);
    for name in ["\"cursor\":\"", "\"startCursor\":\"", "\"endCursor\":\""] {
        let parts: Vec<&str> = text.split(name).collect();
        let mut blanked = parts[0].to_owned();
        for part in &parts[1..] {
            let end = part.find('"').expect("a text ends");
            blanked.push_str(&format!("{name}{end} letters{}", &part[end..]));
        }
        text = blanked;
    }
    text
}

/// Where two answers begin to differ.
fn difference(one: &Reply, other: &Reply) -> Option<String> {
    let (one, other) = (comparable(one), comparable(other));
    let at = one.bytes().zip(other.bytes()).position(|(one, other)| one != other);
    let at = at.or((one.len() != other.len()).then_some(one.len().min(other.len())))?;
    let around = |text: &str| {
        String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(160)..text.len().min(at + 160)]).into_owned()
    };
    Some(format!("\n  first:  {}\n  second: {}", around(&one), around(&other)))
}

/// The first document that the two worlds answer differently.
async fn told_apart<'a>(first: &World, second: &World, documents: &'a [Document]) -> Option<&'a Document> {
    for document in documents {
        let (one, other) = (first.ask(&document.text).await, second.ask(&document.text).await);
        if difference(&one, &other).is_some() {
            return Some(document);
        }
    }
    None
}

/// Documents made at random, for each viewer.
const RANDOM: usize = 120;

async fn no_document_tells_them_apart(who: Who) {
    let (first, second) = (World::first(who, None).await, World::second(who, None).await);
    let sdl = Sdl::read();
    let mut documents = attacks(&sdl, &second);
    documents.extend(random(&sdl, &second, 1 + who as u64, RANDOM));
    let mut refused = Vec::new();
    for document in &documents {
        let (one, other) = (first.ask(&document.text).await, second.ask(&document.text).await);
        if let Some(difference) = difference(&one, &other) {
            panic!("{who:?}, {}: {difference}\n{}", document.about, document.text);
        }
        if one.json["data"].is_null() {
            refused.push(format!("{}: {}", document.about, one.text));
        }
    }
    let few = refused.len() * 20 < documents.len();
    assert!(
        few,
        "{} of {} documents ask nothing: {refused:#?}",
        refused.len(),
        documents.len()
    );

    walk(&first, &second).await;
    for document in mutations(&second) {
        let (one, other) = (first.ask(&document.text).await, second.ask(&document.text).await);
        if let Some(difference) = difference(&one, &other) {
            panic!("{who:?}, {}: {difference}\n{}", document.about, document.text);
        }
    }
}

/// All pages of all root lists, two records each, from cursor to cursor.
async fn walk(first: &World, second: &World) {
    for list in [
        "networks",
        "municipalities",
        "contacts",
        "people",
        "organizations",
        "topics",
        "projects",
        "meetings",
        "allMeetingSeries",
        "places",
    ] {
        let mut after = ["null".to_owned(), "null".to_owned()];
        loop {
            let page = |after: &str| {
                format!(
                    "{{{list}(first: 2, after: {after}){{nodes{{id}} pageInfo{{hasNextPage hasPreviousPage endCursor}}}}}}"
                )
            };
            let (one, other) = (first.ask(&page(&after[0])).await, second.ask(&page(&after[1])).await);
            assert_eq!(difference(&one, &other), None, "a page of {list}");
            let info = |reply: &Reply| reply.data()[list]["pageInfo"].clone();
            if info(&one)["hasNextPage"] == false {
                break;
            }
            after = [&one, &other].map(|reply| info(reply)["endCursor"].to_string());
        }
    }
}

#[actix_web::test]
async fn nothing_hidden_can_be_inferred_by_anonymous() {
    no_document_tells_them_apart(Who::Anonymous).await;
}

#[actix_web::test]
async fn nothing_hidden_can_be_inferred_by_a_reader_of_a_member() {
    no_document_tells_them_apart(Who::Herne).await;
}

#[actix_web::test]
async fn nothing_hidden_can_be_inferred_by_an_editor_of_a_member() {
    no_document_tells_them_apart(Who::Hagen).await;
}

#[actix_web::test]
async fn nothing_hidden_can_be_inferred_by_the_administrator_of_a_suspended_member() {
    no_document_tells_them_apart(Who::Essen).await;
}

#[actix_web::test]
async fn nothing_hidden_can_be_inferred_by_the_coordinator_of_another_network() {
    no_document_tells_them_apart(Who::Weser).await;
}

#[actix_web::test]
async fn nothing_hidden_can_be_inferred_by_whoever_runs_the_installation() {
    no_document_tells_them_apart(Who::Operator).await;
}

#[actix_web::test]
async fn a_write_to_something_hidden_is_answered_like_one_to_nothing() {
    for who in Who::ALL {
        let world = World::first(who, None).await;
        mutations::hidden_is_not_found_and_foreign_is_forbidden(&world, who).await;
    }
}

/// Where each fault shows: the kind of documents that are about it, and the first of them that tells the worlds apart.
const CAUGHT: [(Fault, &str, &str); 7] = [
    (Fault::List, "rows of", "networks"),
    (Fault::Search, "searches of", "networks.meetingSeries (6)"),
    (Fault::ById, "node,", "NetworkMembership"),
    (Fault::ToOne, "rows of", "municipalities.organizations"),
    (Fault::Filter, "filters of", "municipalities.positions (0)"),
    (Fault::Count, "number of", "networks.memberships"),
    (Fault::Opened, "rows of", "networks"),
];

#[actix_web::test]
async fn each_planted_leak_tells_the_worlds_apart() {
    assert_eq!(CAUGHT.map(|(fault, ..)| fault), Fault::ALL);
    let sdl = Sdl::read();
    let mut caught = Vec::new();
    for (fault, kind, _) in CAUGHT {
        let who = Who::Herne;
        let (first, second) = (
            World::first(who, Some(fault)).await,
            World::second(who, Some(fault)).await,
        );
        let mut documents = attacks(&sdl, &second);
        documents.retain(|document| document.about.starts_with(kind));
        let document = told_apart(&first, &second, &documents).await;
        let about = document.map_or("nowhere", |document| document.about.as_str());
        caught.push((fault, kind, about.trim_start_matches(kind).trim().to_owned()));
    }
    assert_eq!(
        caught,
        CAUGHT.map(|(fault, kind, about)| (fault, kind, about.to_owned()))
    );
}

/// The second world is no copy of the first: whoever may know what is different finds it different.
#[actix_web::test]
async fn whoever_may_know_sees_the_difference() {
    let sdl = Sdl::read();
    for who in [Who::Herne, Who::Hagen, Who::Essen, Who::Weser] {
        let (first, second) = (
            World::first(who, None).await,
            World::build(Some(Who::Anonymous), who, None).await,
        );
        let documents = attacks(&sdl, &second);
        assert!(told_apart(&first, &second, &documents).await.is_some(), "{who:?}");
    }
}

/// It holds the row's internal key too, which counts up over hidden rows.
#[actix_web::test]
async fn a_cursor_cannot_be_read() {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let world = World::first(Who::Anonymous, None).await;
    let reply = world
        .ask("{people(search: \"mayer\"){edges{cursor node{familyName}}}}")
        .await;
    let edge = &reply.data()["people"]["edges"][0];
    assert_eq!(edge["node"]["familyName"], "mayer");
    let cursor = edge["cursor"].as_str().expect("a cursor");
    let cursor = URL_SAFE_NO_PAD.decode(cursor).expect("Base64");
    assert!(
        !cursor.windows(5).any(|letters| letters == b"mayer"),
        "the place stands open"
    );
}
