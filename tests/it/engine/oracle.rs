//! The engine against the oracle.

use super::world::World;
use verbund_tests::oracle::{Generator, agrees, everything};

/// How many documents are made up.
const DOCUMENTS: u64 = 300;

/// How many of them have at least what makes it hard to answer.
const HOLDS: [(&str, u64); 10] = [
    ("... on ", 250),
    ("fragment ", 250),
    ("@skip", 250),
    ("@include", 250),
    ("orderBy", 250),
    ("first: ", 250),
    ("last: ", 200),
    ("totalCount", 250),
    ("edges", 250),
    ("party", 30),
];

/// The seed of a run; `VERBUND_SEED` repeats another one.
fn seed() -> u64 {
    let given = std::env::var("VERBUND_SEED").ok();
    given.map_or(20_261_102, |seed| seed.parse().expect("VERBUND_SEED is a number"))
}

#[tokio::test]
async fn any_valid_document_gets_the_answer_that_the_specification_says() {
    let world = World::new().await;
    let oracle = world.oracle().await;
    let seed = seed();

    let mut wrong = Vec::new();
    let mut holding = HOLDS.map(|(part, _)| (part, 0));
    let mut answered = 0;
    for number in 0.. {
        if answered == DOCUMENTS {
            break;
        }
        let document = Generator::new(&oracle, seed.wrapping_mul(1_000_003).wrapping_add(number)).document();
        let reply = world.app.gql(None, &document.text, document.variables.clone()).await;
        // What is made up may cost more than the gate lets through.
        if reply.text.contains(r#""code":"LIMIT_EXCEEDED""#) {
            assert!(number < 2 * DOCUMENTS, "most documents are refused: {}", reply.text);
            continue;
        }
        answered += 1;
        for (part, documents) in &mut holding {
            *documents += u64::from(document.text.contains(*part));
        }
        let wanted = oracle.answer(&document.text, &document.variables);
        if !agrees(&wanted, &reply.text) {
            wrong.push(format!(
                "seed {seed}, document {number}\n\n{}\n\n{}\n\noracle:\n{wanted}\n\nserver:\n{}",
                document.text, document.variables, reply.text
            ));
        }
    }
    // The shortest says the most.
    wrong.sort_by_key(String::len);
    assert!(wrong.is_empty(), "{} of {DOCUMENTS} differ\n{}", wrong.len(), wrong[0]);
    for ((part, documents), (_, least)) in holding.into_iter().zip(HOLDS) {
        assert!(documents >= least, "only {documents} documents have {part}");
    }
}

#[tokio::test]
async fn every_field_of_every_record_says_what_the_tables_hold() {
    let world = World::new().await;
    let oracle = world.oracle().await;

    for ty in oracle.schema.records() {
        let document = everything(&oracle, ty);
        let wanted = oracle.answer(&document.text, &document.variables);
        let reply = world.app.gql(None, &document.text, document.variables).await;
        assert!(
            agrees(&wanted, &reply.text),
            "{}\n\noracle:\n{wanted}\n\nserver:\n{}",
            document.text,
            reply.text
        );
    }
    assert_eq!(oracle.never_answered(), [""; 0], "fields that nobody asked for");
}
