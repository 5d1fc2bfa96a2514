//! Whoever runs the installation locks accounts and gives the roles that no municipality gives.

use super::{Cities, errors};
use serde_json::{Value, json};
use verbund_domain::account::Role;
use verbund_domain::viewer::Place;
use verbund_tests::{PASSWORD, Reply};

async fn office(cities: &Cities, token: &str, field: &str, input: Value) -> Reply {
    let query = format!("mutation($input: OfficeInput!) {{ {field}(input: $input) {{ userErrors {{ code path }} }} }}");
    cities.app.gql(Some(token), &query, json!({ "input": input })).await
}

async fn lock(cities: &Cities, token: &str, email: &str) -> Reply {
    let query = "mutation($email: String!) { lockAccount(input: {email: $email}) { userErrors { code path } } }";
    cities.app.gql(Some(token), query, json!({ "email": email })).await
}

#[actix_web::test]
async fn an_operator_makes_auditors_and_coordinators_and_nothing_of_a_city() {
    let cities = Cities::new().await;
    let operator = cities
        .app
        .token("ops@verbund.example", Place::Installation, Role::Operator)
        .await;
    let network = cities.app.ask("{ network(slug: \"ruhr\") { id } }").await.data()["network"]["id"].clone();
    let email = "chefin@hagen.example";
    for input in [
        json!({ "email": email, "role": "AUDITOR" }),
        json!({ "email": email, "role": "COORDINATOR", "network": network }),
    ] {
        let reply = office(&cities, &operator, "grantOffice", input).await;
        assert_eq!(errors(&reply, "grantOffice"), json!([]), "{}", reply.text);
    }
    let held = cities.grants(email, PASSWORD).await.expect("grants");
    assert_eq!(held.as_array().map(Vec::len), Some(3));
    let revoked = office(
        &cities,
        &operator,
        "revokeOffice",
        json!({ "email": email, "role": "AUDITOR" }),
    )
    .await;
    assert_eq!(errors(&revoked, "revokeOffice"), json!([]));

    for role in ["ADMIN", "OPERATOR", "COORDINATOR"] {
        let reply = office(
            &cities,
            &operator,
            "grantOffice",
            json!({ "email": email, "role": role }),
        )
        .await;
        assert_eq!(
            errors(&reply, "grantOffice"),
            json!([{ "code": "INVALID", "path": ["input", "role"] }])
        );
    }
}

#[actix_web::test]
async fn a_locked_account_is_out_at_once_and_its_cities_see_that_it_is_locked() {
    let cities = Cities::new().await;
    let operator = cities
        .app
        .token("ops@verbund.example", Place::Installation, Role::Operator)
        .await;
    assert_eq!(
        errors(
            &lock(&cities, &operator, "redaktion@hagen.example").await,
            "lockAccount"
        ),
        json!([])
    );
    let users = "{ municipality(slug: \"hagen\") { users { nodes { email status } } } }";
    let shown = cities.app.gql(Some(&cities.of_hagen), users, json!({})).await;
    assert!(
        shown
            .text
            .contains("{\"email\":\"redaktion@hagen.example\",\"status\":\"LOCKED\"}"),
        "{}",
        shown.text
    );

    assert_eq!(
        errors(&lock(&cities, &operator, "chefin@hagen.example").await, "lockAccount"),
        json!([])
    );
    assert_eq!(
        cities.app.gql(Some(&cities.of_hagen), users, json!({})).await.codes(),
        ["UNAUTHENTICATED"]
    );
}

async fn unlock(cities: &Cities, token: &str, email: &str) -> Reply {
    let query = "mutation($email: String!) { unlockAccount(input: {email: $email}) { userErrors { code path } } }";
    cities.app.gql(Some(token), query, json!({ "email": email })).await
}

#[actix_web::test]
async fn an_account_that_is_unlocked_works_as_before_but_not_with_the_tokens_from_before() {
    let cities = Cities::new().await;
    let operator = cities
        .app
        .token("ops@verbund.example", Place::Installation, Role::Operator)
        .await;
    let chefin = "chefin@hagen.example";
    let held = cities.grants(chefin, PASSWORD).await;
    lock(&cities, &operator, chefin).await;
    assert_eq!(cities.grants(chefin, PASSWORD).await, None);

    assert_eq!(
        errors(
            &unlock(&cities, &operator, "CHEFIN@hagen.example").await,
            "unlockAccount"
        ),
        json!([])
    );

    assert_eq!(cities.grants(chefin, PASSWORD).await, held);
    let users = "{ municipality(slug: \"hagen\") { users { nodes { email status } } } }";
    let old = cities.app.gql(Some(&cities.of_hagen), users, json!({})).await;
    assert_eq!(old.codes(), ["UNAUTHENTICATED"]);
    let token = cities.signed_in(chefin, PASSWORD).await.expect("a token");
    let shown = cities.app.gql(Some(&token), users, json!({})).await;
    assert!(
        shown
            .text
            .contains("{\"email\":\"chefin@hagen.example\",\"status\":\"ACTIVE\"}"),
        "{}",
        shown.text
    );

    let before = cities.app.dump().await;
    assert_eq!(
        errors(&unlock(&cities, &operator, chefin).await, "unlockAccount"),
        json!([])
    );
    assert_eq!(
        errors(
            &unlock(&cities, &operator, "niemand@hagen.example").await,
            "unlockAccount"
        ),
        json!([{ "code": "NOT_FOUND", "path": ["input", "email"] }])
    );
    assert!(
        before == cities.app.dump().await,
        "nothing was locked, and something changed"
    );
}

#[actix_web::test]
async fn nobody_else_does_it_and_nobody_does_it_to_themselves() {
    let cities = Cities::new().await;
    let operator = cities
        .app
        .token("ops@verbund.example", Place::Installation, Role::Operator)
        .await;
    let auditor = cities
        .app
        .token("pruefung@verbund.example", Place::Installation, Role::Auditor)
        .await;
    let before = cities.app.dump().await;
    let input = |email: &str| json!({ "email": email, "role": "AUDITOR" });
    for token in [&cities.of_hagen, &auditor] {
        for field in ["grantOffice", "revokeOffice"] {
            assert_eq!(
                office(&cities, token, field, input("ops@verbund.example"))
                    .await
                    .codes(),
                ["FORBIDDEN"]
            );
        }
        // The same for an account that is not there.
        assert_eq!(lock(&cities, token, "ops@verbund.example").await.codes(), ["FORBIDDEN"]);
        assert_eq!(
            unlock(&cities, token, "ops@verbund.example").await.codes(),
            ["FORBIDDEN"]
        );
        assert_eq!(
            lock(&cities, token, "niemand@verbund.example").await.codes(),
            ["FORBIDDEN"]
        );
    }
    assert_eq!(
        office(&cities, &operator, "grantOffice", input("OPS@verbund.example"))
            .await
            .codes(),
        ["FORBIDDEN"]
    );
    assert_eq!(
        lock(&cities, &operator, "ops@verbund.example").await.codes(),
        ["FORBIDDEN"]
    );
    assert!(
        before == cities.app.dump().await,
        "a refused write left something behind"
    );
}
