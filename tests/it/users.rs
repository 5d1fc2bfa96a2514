//! Setting an account up, one's own password, and what whoever runs the installation does: as a client does it.

mod operator;
mod password;
mod set_up;

use serde_json::{Value, json};
use verbund_domain::account::Role;
use verbund_domain::viewer::Place;
use verbund_tests::{Reply, TestApp};

use crate::small_world::World;

const FINISH: &str = "mutation($token: String!, $password: String!) {
    finishSetUp(input: {token: $token, password: $password}) { userErrors { code path } } }";

const SIGN_IN: &str = "mutation($email: String!, $password: String!) {
    signIn(input: {email: $email, password: $password}) { accessToken } }";

/// A server on the small world, and administrators of two of its cities.
struct Cities {
    app: TestApp,
    hagen: String,
    herne: String,
    /// Tokens of the two.
    of_hagen: String,
    of_herne: String,
}

impl Cities {
    async fn new() -> Cities {
        let World { db, houses, .. } = World::new().await;
        let app = TestApp::on(db).await;
        let (hagen, herne) = (&houses["hagen"], &houses["herne"]);
        let of_hagen = app
            .token("chefin@hagen.example", Place::Municipality(hagen.key), Role::Admin)
            .await;
        let of_herne = app
            .token("chef@herne.example", Place::Municipality(herne.key), Role::Admin)
            .await;
        Cities {
            app,
            hagen: hagen.id.clone(),
            herne: herne.id.clone(),
            of_hagen,
            of_herne,
        }
    }

    /// Invites somebody, and answers with the secret.
    async fn invited(&self, token: &str, city: &str, email: &str) -> String {
        let query =
            "mutation($input: CreateUserInput!) { createUser(input: $input) { setUpToken userErrors { code } } }";
        let input = json!({ "municipality": city, "email": email, "role": "EDITOR" });
        let reply = self.app.gql(Some(token), query, json!({ "input": input })).await;
        reply.data()["createUser"]["setUpToken"]
            .as_str()
            .expect("a secret")
            .to_owned()
    }

    async fn finish(&self, token: &str, password: &str) -> Reply {
        self.app
            .gql(None, FINISH, json!({ "token": token, "password": password }))
            .await
    }

    /// A new token; none if the password is wrong.
    async fn signed_in(&self, email: &str, password: &str) -> Option<String> {
        let reply = self
            .app
            .gql(None, SIGN_IN, json!({ "email": email, "password": password }))
            .await;
        reply.data()["signIn"]["accessToken"].as_str().map(str::to_owned)
    }

    /// What somebody may do where, by a new token; nothing if the password is wrong.
    async fn grants(&self, email: &str, password: &str) -> Option<Value> {
        let token = self.signed_in(email, password).await?;
        let query = "{ viewer { grants { role municipality { name } } } }";
        let viewer = self.app.gql(Some(&token), query, json!({})).await;
        Some(viewer.data()["viewer"]["grants"].clone())
    }
}

fn errors(reply: &Reply, field: &str) -> Value {
    reply.data()[field]["userErrors"].clone()
}

fn wrong() -> Value {
    json!([{ "code": "INVALID", "path": ["input"] }])
}
