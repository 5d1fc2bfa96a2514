//! `docs/API.md`: each document is sent, and answered as it is written below it.

use super::markdown::{Block, blocks};
use super::words::Words;
use super::{EDITOR, demonstration, post};
use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::{Value, json};
use verbund_tests::{PASSWORD, Reply, TestApp};

const API: &str = include_str!("../../../docs/API.md");

#[actix_web::test]
async fn every_example_of_the_api_is_answered_as_it_is_written() {
    let app = demonstration().await;
    let mut words = Words::default();
    words.know("<email>", EDITOR);
    words.know("<password>", PASSWORD);
    let blocks = blocks(API);
    let mut rest = blocks.iter().peekable();
    let mut examples = 0;
    while let Some(block) = rest.next() {
        let reply = match block.info {
            "http" => wire(&app, &words, block).await,
            info if info.split(' ').next() == Some("graphql") => {
                let variables = rest.next_if(|next| next.info == "json variables");
                let variables = variables.map_or_else(|| json!({}), |block| words.filled(&parsed(block)));
                post(&app, &block.text, &variables, &headers(info, &words)).await
            }
            info => panic!("line {}: nothing is done with {info:?}", block.line),
        };
        let answer = rest.next().unwrap_or_else(|| panic!("line {}: no answer", block.line));
        match answer.info {
            "json answer" => {
                let written = parsed(answer);
                assert!(
                    words.agree(&written, &reply.json),
                    "line {}: answered {:#}",
                    answer.line,
                    reply.json
                );
            }
            "http answer" => compare(&mut words, answer, &reply),
            info => panic!("line {}: {info:?} is no answer", answer.line),
        }
        examples += 1;
    }
    assert!(examples > 15, "{examples} examples");
}

/// The headers that the words behind `graphql` stand for.
fn headers(info: &str, words: &Words) -> Vec<(&'static str, String)> {
    info.split(' ')
        .skip(1)
        .map(|word| match word {
            "signed-in" => ("Authorization", format!("Bearer {}", words.text("<token>"))),
            "in-english" => ("Accept-Language", "en".to_owned()),
            other => panic!("{other:?} is no word for a header"),
        })
        .collect()
}

fn parsed(block: &Block<'_>) -> Value {
    serde_json::from_str(&block.text).unwrap_or_else(|error| panic!("line {}: {error}", block.line))
}

/// A request as it goes over the wire: method and address, headers, an empty line, the body.
async fn wire(app: &TestApp, words: &Words, block: &Block<'_>) -> Reply {
    let text = words.fill(&block.text);
    let (head, body) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
    let mut lines = head.lines();
    let (method, address) = lines
        .next()
        .and_then(|line| line.split_once(' '))
        .expect("method and address");
    let method = Method::from_bytes(method.as_bytes()).expect("a method");
    let mut request = TestRequest::with_uri(address).method(method);
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        request = request.insert_header((name, value));
    }
    app.send(request.set_payload(body.trim_end().to_owned())).await
}

/// Status, the headers that are written, and the body if one is written.
fn compare(words: &mut Words, block: &Block<'_>, reply: &Reply) {
    let (head, body) = block.text.split_once("\n\n").unwrap_or((block.text.trim_end(), ""));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').next());
    assert_eq!(
        status,
        Some(reply.status.as_str()),
        "line {}: {}",
        block.line,
        reply.text
    );
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        assert!(
            value == "…" && !reply.header(name).is_empty() || reply.header(name) == value,
            "{name}"
        );
    }
    if !body.trim().is_empty() {
        let written = serde_json::from_str(body).unwrap_or_else(|error| panic!("line {}: {error}", block.line));
        assert!(
            words.agree(&written, &reply.json),
            "line {}: {}",
            block.line,
            reply.text
        );
    }
}
