//! Who sees what, by hand: four levels, all kinds of viewers, and every way to a record with the same result.

mod agendas;
mod meetings;
mod projects;
mod records;
mod series;
mod suspended;

use crate::worlds::making::Making;
use crate::worlds::world::global;
use std::collections::BTreeMap;
use verbund_domain::account::Role;
use verbund_domain::viewer::Place;
use verbund_entity::Visibility::{self, Municipality, Network, Private, Public};
use verbund_entity::network_membership::MembershipStatus;
use verbund_tests::{Reply, TestApp, TestDb};

const LEVELS: [(&str, Visibility); 4] = [
    ("public", Public),
    ("network", Network),
    ("municipality", Municipality),
    ("private", Private),
];

/// A server, and a token for each viewer by name; anonymous has none.
pub(crate) struct Table {
    app: TestApp,
    tokens: BTreeMap<&'static str, Option<String>>,
}

/// Cities: hagen, herne, bochum and witten are active in the Ruhr network, essen is suspended in it; minden and werra
/// are active in the Weser network.
pub(crate) async fn table(write: impl AsyncFnOnce(&mut Making)) -> Table {
    let app = TestApp::on(TestDb::new().await).await;
    let mut making = Making::new(app.rows().await, app.clock.now(), None);
    for (network, cities) in [
        ("ruhr", &["hagen", "herne", "bochum", "witten", "essen"][..]),
        ("weser", &["minden", "werra"]),
    ] {
        making.network(network).await;
        for city in cities.iter().copied() {
            making.municipality(city).await;
            let status = if city == "essen" {
                MembershipStatus::Suspended
            } else {
                MembershipStatus::Active
            };
            making
                .membership(&format!("membership of {city}"), network, city, status)
                .await;
        }
    }
    making.topic("kultur", None).await;
    write(&mut making).await;
    making.sources().await;
    let (city, network) = (
        |label| Place::Municipality(making.key(label)),
        |label| Place::Network(making.key(label)),
    );
    let mut tokens = BTreeMap::from([("anonymous", None)]);
    for (name, place, role) in [
        ("herne", city("herne"), Role::Admin),
        ("bochum", city("bochum"), Role::Admin),
        ("witten", city("witten"), Role::Admin),
        ("werra", city("werra"), Role::Admin),
        ("reader of hagen", city("hagen"), Role::Viewer),
        ("editor of hagen", city("hagen"), Role::Editor),
        ("hagen", city("hagen"), Role::Admin),
        ("reader of essen", city("essen"), Role::Viewer),
        ("essen", city("essen"), Role::Admin),
        ("coordinator of ruhr", network("ruhr"), Role::Coordinator),
        ("coordinator of weser", network("weser"), Role::Coordinator),
        ("operator", Place::Installation, Role::Operator),
    ] {
        let email = format!("{}@stadt.example", name.replace(' ', "."));
        tokens.insert(name, Some(app.token(&email, place, role).await));
    }
    making.finished().await;
    Table { app, tokens }
}

impl Table {
    pub(crate) async fn ask(&self, who: &str, query: &str) -> String {
        let reply = self.send(who, query, serde_json::json!({})).await;
        reply.data();
        reply.text
    }

    pub(crate) async fn send(&self, who: &str, query: &str, variables: serde_json::Value) -> Reply {
        let token = self.tokens.get(who).unwrap_or_else(|| panic!("there is no {who}"));
        self.app.gql(token.as_deref(), query, variables).await
    }

    /// Everybody named sees the record by every way; nobody else sees it by any.
    async fn seen_by(&self, ty: &str, label: &str, ways: &[String], viewers: &[&str]) {
        let id = global(ty, label);
        let found = format!("\"id\":{id:?}");
        for who in self.tokens.keys() {
            let by_id = format!("{{node(id: {id:?}){{id}}}}");
            for way in ways.iter().chain([&by_id]) {
                let sees = self.ask(who, way).await.contains(&found);
                assert_eq!(sees, viewers.contains(who), "{who} asks for {label} by {way}");
            }
        }
    }
}

/// Who sees a record of Hagen, and who one of Essen, at each level.
const OF_HAGEN: [&[&str]; 4] = [
    EVERYBODY,
    &[
        "reader of hagen",
        "editor of hagen",
        "hagen",
        "herne",
        "bochum",
        "witten",
        "coordinator of ruhr",
    ],
    &["reader of hagen", "editor of hagen", "hagen"],
    &["hagen"],
];
const OF_ESSEN: [&[&str]; 4] = [
    EVERYBODY,
    &["reader of essen", "essen"],
    &["reader of essen", "essen"],
    &["essen"],
];
const EVERYBODY: &[&str] = &[
    "anonymous",
    "bochum",
    "coordinator of ruhr",
    "coordinator of weser",
    "editor of hagen",
    "essen",
    "hagen",
    "herne",
    "operator",
    "reader of essen",
    "reader of hagen",
    "werra",
    "witten",
];

/// A shared record of Hagen, with Herne confirmed, Bochum invited and Witten refusing.
const SHARED: [&[&str]; 4] = [
    EVERYBODY,
    OF_HAGEN[1],
    &["reader of hagen", "editor of hagen", "hagen", "herne", "bochum"],
    &["hagen", "herne", "bochum"],
];
