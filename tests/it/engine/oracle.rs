//! The engine against the oracle.

use super::world::{ADMINISTRATED, World};
use verbund_domain::account::{self, Role};
use verbund_domain::viewer::Place;
use verbund_entity::municipality;
use verbund_tests::oracle::{Generator, agrees, everything, snake};

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
    ("party", 15),
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
    let mut unasked = oracle.never_answered();
    unasked.retain(|field| {
        !ADMINISTRATED
            .iter()
            .any(|table| snake(field).starts_with(&format!("{table}.")))
    });
    assert_eq!(unasked, [""; 0], "fields that nobody asked for");
}

#[tokio::test]
async fn every_field_that_only_administrators_see_says_what_the_tables_hold() {
    let world = World::new().await;
    let token = administrator_of_all(&world).await;
    let oracle = world.oracle_of_administrators().await;

    for ty in ["MunicipalUser", "RoleGrant"] {
        let mut document = everything(&oracle, ty);
        // The oracle says what anybody may do, which is nothing.
        let buttons = document.text.find("viewerCan {").expect("buttons");
        let end = buttons + document.text[buttons..].find('}').expect("they end") + 1;
        document.text.replace_range(buttons..end, "");
        let wanted = oracle.answer(&document.text, &document.variables);
        let reply = world.app.gql(Some(&token), &document.text, document.variables).await;
        assert!(
            agrees(&wanted, &reply.text),
            "{}\n\noracle:\n{wanted}\n\nserver:\n{}",
            document.text,
            reply.text
        );
        let unasked = oracle.never_answered();
        let of_type = unasked.iter().filter(|field| field.starts_with(&format!("{ty}.")));
        assert_eq!(of_type.collect::<Vec<_>>(), [&format!("{ty}.viewerCan")]);
    }
}

#[tokio::test]
async fn pages_of_users_are_those_that_the_tables_hold() {
    let world = World::new().await;
    let token = administrator_of_all(&world).await;
    let oracle = world.oracle_of_administrators().await;

    for order in ["NAME", "CREATED_AT"] {
        for page in ["first: 2", "last: 2", "first: 9"] {
            let document = format!(
                "{{ municipalities(first: 10) {{ nodes {{ slug users({page}, orderBy: {{field: {order}, direction: DESC}}) {{
                    totalCount pageInfo {{ hasNextPage hasPreviousPage }}
                    nodes {{ name email status grants {{ role validUntil substituteFor {{ name }} }} }} }} }} }} }}"
            );
            let wanted = oracle.answer(&document, &serde_json::json!({}));
            let reply = world.app.gql(Some(&token), &document, serde_json::json!({})).await;
            assert!(agrees(&wanted, &reply.text), "{document}\n{wanted}\n{}", reply.text);
        }
    }
}

async fn administrator_of_all(world: &World) -> String {
    let email = "alle@stadt.example";
    world.app.token(email, Place::Municipality(1), Role::Admin).await;
    for city in 2..=world.count::<municipality::Entity>().await {
        let place = Place::Municipality(i64::try_from(city).expect("a key"));
        account::grant_role(&world.app.db, email, place, Role::Admin, world.app.clock.now())
            .await
            .expect("a role");
    }
    let account = account::find_user(&world.app.db, email).await.expect("the account");
    world.app.token_of(&account.public_id).await
}
