//! The commands of the README: what they send is sent, in their order.

use super::markdown::blocks;
use super::words::Words;
use super::{EDITOR, demonstration};
use actix_web::test::TestRequest;
use verbund_tests::PASSWORD;

const README: &str = include_str!("../../../README.md");

#[actix_web::test]
async fn the_requests_of_the_readme_do_what_it_says() {
    let app = demonstration().await;
    let mut words = Words::default();
    words.know("EMAIL", EDITOR);
    words.know("PASSWORD", PASSWORD);
    let blocks = blocks(README);
    let bodies = blocks.iter().flat_map(|block| {
        let mut sent = block.text.split("<<'END'\n").skip(1);
        std::iter::from_fn(move || {
            sent.next()
                .and_then(|text| text.split_once("\nEND"))
                .map(|(body, _)| body)
        })
    });
    let mut answers = Vec::new();
    for body in bodies {
        let mut request = TestRequest::post()
            .uri("/graphql")
            .insert_header(("Content-Type", "application/json"))
            .set_payload(words.fill(body));
        if body.contains("REVISION") {
            request = request.insert_header(("Authorization", words.fill("Bearer TOKEN")));
        }
        let reply = app.send(request).await;
        let data = reply.data();
        if let Some(token) = data["signIn"]["accessToken"].as_str() {
            words.know("TOKEN", token);
        }
        if let Some(id) = data["municipality"]["id"].as_str() {
            words.know("\"ID\"", format!("{id:?}"));
            words.know("REVISION", data["municipality"]["revision"].clone());
        }
        answers.push(reply.text);
    }
    assert_eq!(answers.len(), 4, "requests in the README");
    let first = blocks
        .iter()
        .find(|block| block.info == "json")
        .expect("the first answer");
    assert_eq!(answers[0], first.text.trim_end());
    assert!(
        answers[3].contains(r#""website":"https://www.hagen.example/""#),
        "{}",
        answers[3]
    );
    assert!(answers[3].contains(r#""userErrors":[]"#), "{}", answers[3]);
}
