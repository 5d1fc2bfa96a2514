//! Who sees what, by hand: four levels, all kinds of viewers, and every way to a record with the same result.

use crate::worlds::making::{Making, Party, State};
use crate::worlds::world::global;
use sea_orm::{ActiveValue::Set, EntityTrait};
use std::collections::BTreeMap;
use verbund_domain::account::Role;
use verbund_domain::viewer::Place;
use verbund_entity::Visibility::{self, Municipality, Network, Private, Public};
use verbund_entity::meeting::Publication::{Draft, Published};
use verbund_entity::meeting_organizer::OrganizerStatus;
use verbund_entity::network_membership::{self, MembershipStatus};
use verbund_entity::project_participation::ParticipationStatus;
use verbund_tests::{TestApp, TestDb};

const LEVELS: [(&str, Visibility); 4] = [
    ("public", Public),
    ("network", Network),
    ("municipality", Municipality),
    ("private", Private),
];

/// A server, and a token for each viewer by name; anonymous has none.
struct Table {
    app: TestApp,
    tokens: BTreeMap<&'static str, Option<String>>,
}

/// Cities: hagen, herne, bochum and witten are active in the Ruhr network, essen is suspended in it; minden and werra
/// are active in the Weser network.
async fn table(write: impl AsyncFnOnce(&mut Making)) -> Table {
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
    async fn ask(&self, who: &str, query: &str) -> String {
        let token = self.tokens.get(who).unwrap_or_else(|| panic!("there is no {who}"));
        let reply = self.app.gql(token.as_deref(), query, serde_json::json!({})).await;
        reply.data();
        reply.text
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

#[actix_web::test]
async fn a_record_of_one_municipality_is_seen_at_its_level_by_every_way_alike() {
    let table = table(async |m: &mut Making| {
        for city in ["hagen", "essen"] {
            for (name, level) in LEVELS {
                m.person(&format!("{name}{city}"), city, level).await;
                m.position(
                    &format!("office of {name}{city}"),
                    city,
                    Public,
                    &format!("{name}{city}"),
                )
                .await;
                m.organization(&format!("verein{name}{city}"), city, level).await;
                m.contact(
                    &format!("kontakt{name}{city}"),
                    Party::City(city),
                    city,
                    level,
                    State::Holds,
                )
                .await;
            }
        }
    })
    .await;
    for (city, viewers) in [("hagen", OF_HAGEN), ("essen", OF_ESSEN)] {
        for ((name, _), viewers) in LEVELS.into_iter().zip(viewers) {
            let below = |list: &str| format!("{{municipality(slug: {city:?}){{{list}}}}}");
            let person = [
                "{people(first: 50){nodes{id}}}".to_owned(),
                format!("{{people(search: \"{name}{city}\"){{nodes{{id}}}}}}"),
                below("positions(first: 50){nodes{person{id}}}"),
            ];
            table
                .seen_by("Person", &format!("{name}{city}"), &person, viewers)
                .await;
            let organization = [
                "{organizations(first: 50){nodes{id}}}".to_owned(),
                format!("{{organizations(search: \"verein{name}{city}\"){{nodes{{id}}}}}}"),
                below("organizations(first: 50){nodes{id}}"),
            ];
            table
                .seen_by("Organization", &format!("verein{name}{city}"), &organization, viewers)
                .await;
            let contact = [
                "{contacts(first: 50){nodes{id}}}".to_owned(),
                format!("{{contacts(search: \"kontakt{name}{city}\"){{nodes{{id}}}}}}"),
                below("contacts(first: 50){nodes{id}}"),
            ];
            table
                .seen_by("ContactPoint", &format!("kontakt{name}{city}"), &contact, viewers)
                .await;
        }
    }
}

/// A shared record of Hagen, with Herne confirmed, Bochum invited and Witten refusing.
const SHARED: [&[&str]; 4] = [
    EVERYBODY,
    OF_HAGEN[1],
    &["reader of hagen", "editor of hagen", "hagen", "herne", "bochum"],
    &["hagen", "herne", "bochum"],
];
const DRAFT: &[&str] = SHARED[2];

#[actix_web::test]
async fn a_project_is_seen_at_its_level_and_its_parts_with_it() {
    let table = table(async |m: &mut Making| {
        for (name, level) in LEVELS {
            let project = format!("projekt-{name}");
            m.project(&project, "hagen", level).await;
            for (city, status) in [
                ("herne", ParticipationStatus::Confirmed),
                ("bochum", ParticipationStatus::Invited),
                ("witten", ParticipationStatus::Declined),
            ] {
                m.partner(&format!("{city} in {project}"), &project, Party::City(city), status)
                    .await;
            }
        }
        for (project, status) in [
            ("weit", ParticipationStatus::Confirmed),
            ("gefragt", ParticipationStatus::Invited),
        ] {
            m.project(project, "hagen", Network).await;
            m.partner(&format!("minden in {project}"), project, Party::City("minden"), status)
                .await;
        }
    })
    .await;
    for ((name, _), viewers) in LEVELS.into_iter().zip(SHARED) {
        let project = format!("projekt-{name}");
        let ways = [
            "{projects(first: 50){nodes{id}}}".to_owned(),
            format!("{{projects(search: {project:?}){{nodes{{id}}}}}}"),
            format!("{{project(slug: {project:?}){{id}}}}"),
            "{municipality(slug: \"herne\"){projects(first: 50){nodes{id}}}}".to_owned(),
        ];
        table.seen_by("Project", &project, &ways, viewers).await;
        let source = format!("{{project(slug: {project:?}){{sources{{id}}}}}}");
        table
            .seen_by("SourceReference", &format!("quelle {project}"), &[source], viewers)
            .await;
        let parts = [format!(
            "{{project(slug: {project:?}){{participations(first: 50){{nodes{{id}}}}}}}}"
        )];
        table
            .seen_by("ProjectParticipation", &format!("lead of {project}"), &parts, viewers)
            .await;
        table
            .seen_by("ProjectParticipation", &format!("herne in {project}"), &parts, viewers)
            .await;
        // An invitation: those who take part, and the invited. A refusal likewise.
        let among = |also: &'static str| -> Vec<&str> {
            let inside = ["reader of hagen", "editor of hagen", "hagen", "herne", also];
            viewers.iter().copied().filter(|who| inside.contains(who)).collect()
        };
        let invitation = format!("bochum in {project}");
        table
            .seen_by("ProjectParticipation", &invitation, &parts, &among("bochum"))
            .await;
        table
            .seen_by(
                "SourceReference",
                &format!("quelle {invitation}"),
                &[],
                &among("bochum"),
            )
            .await;
        table
            .seen_by(
                "ProjectParticipation",
                &format!("witten in {project}"),
                &parts,
                &among("witten"),
            )
            .await;
    }
    // Whoever shares a network with any confirmed participant; an invitation opens nothing to the invited's network.
    let weser = [OF_HAGEN[1], &["werra", "coordinator of weser"]].concat();
    let list = ["{projects(first: 50){nodes{id}}}".to_owned()];
    table.seen_by("Project", "weit", &list, &weser).await;
    table.seen_by("Project", "gefragt", &list, OF_HAGEN[1]).await;
}

#[actix_web::test]
async fn a_meeting_is_seen_at_its_level_once_published_and_its_parts_with_it() {
    let table = table(async |m: &mut Making| {
        for (publication, stage) in [(Published, "treffen"), (Draft, "entwurf")] {
            for (name, level) in LEVELS {
                let meeting = format!("{stage}-{name}");
                m.meeting(&meeting, Party::City("hagen"), level, publication).await;
                for (city, status) in [
                    ("herne", OrganizerStatus::Confirmed),
                    ("bochum", OrganizerStatus::Invited),
                    ("witten", OrganizerStatus::Declined),
                ] {
                    m.organizer(&format!("{city} at {meeting}"), &meeting, Party::City(city), status)
                        .await;
                }
            }
        }
        m.meeting("netzwerksitzung", Party::Network("weser"), Network, Published)
            .await;
    })
    .await;
    let drafts: [&[&str]; 4] = [DRAFT, DRAFT, DRAFT, SHARED[3]];
    for (stage, table_of_stage) in [("treffen", SHARED), ("entwurf", drafts)] {
        for ((name, _), viewers) in LEVELS.into_iter().zip(table_of_stage) {
            let meeting = format!("{stage}-{name}");
            let ways = [
                "{meetings(first: 50){nodes{id}}}".to_owned(),
                format!("{{meetings(search: {meeting:?}){{nodes{{id}}}}}}"),
                format!("{{meeting(slug: {meeting:?}){{id}}}}"),
                "{municipality(slug: \"herne\"){meetings(first: 50){nodes{id}}}}".to_owned(),
            ];
            table.seen_by("Meeting", &meeting, &ways, viewers).await;
            table
                .seen_by("SourceReference", &format!("quelle {meeting}"), &[], viewers)
                .await;
            let parts = [format!(
                "{{meeting(slug: {meeting:?}){{organizers(first: 50){{nodes{{id}}}}}}}}"
            )];
            table
                .seen_by("MeetingOrganizer", &format!("herne at {meeting}"), &parts, viewers)
                .await;
            let inside = ["reader of hagen", "editor of hagen", "hagen", "herne", "bochum"];
            let asked: Vec<&str> = viewers.iter().copied().filter(|who| inside.contains(who)).collect();
            table
                .seen_by("MeetingOrganizer", &format!("bochum at {meeting}"), &parts, &asked)
                .await;
            table
                .seen_by("SourceReference", &format!("quelle bochum at {meeting}"), &[], &asked)
                .await;
        }
    }
    let weser = ["werra", "coordinator of weser"];
    table
        .seen_by(
            "Meeting",
            "netzwerksitzung",
            &["{meetings(first: 50){nodes{id}}}".to_owned()],
            &weser,
        )
        .await;
}

#[actix_web::test]
async fn internal_notes_are_read_by_confirmed_organisers_only() {
    let table = table(async |m: &mut Making| {
        // Its notes stand in the table of the two worlds.
        m.meeting("gemeinsam", Party::City("hagen"), Public, Published).await;
        m.organizer(
            "herne dabei",
            "gemeinsam",
            Party::City("herne"),
            OrganizerStatus::Confirmed,
        )
        .await;
        m.organizer(
            "bochum gefragt",
            "gemeinsam",
            Party::City("bochum"),
            OrganizerStatus::Invited,
        )
        .await;
        m.organizer(
            "witten war dabei",
            "gemeinsam",
            Party::City("witten"),
            OrganizerStatus::Withdrawn,
        )
        .await;
        m.organizer(
            "netz dabei",
            "gemeinsam",
            Party::Network("ruhr"),
            OrganizerStatus::Confirmed,
        )
        .await;
    })
    .await;
    let id = global("Meeting", "gemeinsam");
    let ways = [
        "{meetings{nodes{internalNotes}}}".to_owned(),
        "{meeting(slug: \"gemeinsam\"){internalNotes}}".to_owned(),
        format!("{{node(id: {id:?}){{... on Meeting{{internalNotes}}}}}}"),
        "{municipality(slug: \"herne\"){meetings{nodes{internalNotes}}}}".to_owned(),
    ];
    let organizers = [
        "hagen",
        "editor of hagen",
        "reader of hagen",
        "herne",
        "coordinator of ruhr",
    ];
    for who in table.tokens.keys() {
        for way in &ways {
            let reads = table.ask(who, way).await.contains("Beamer fehlt");
            assert_eq!(reads, organizers.contains(who), "{who} by {way}");
        }
        let found = table.ask(who, "{meetings(search: \"Beamer\"){totalCount}}").await;
        assert!(found.contains("\"totalCount\":0"), "{who} searches the notes: {found}");
    }
}

#[actix_web::test]
async fn a_suspended_member_loses_the_network_at_its_next_request_and_keeps_its_own_house() {
    let table = table(async |m: &mut Making| {
        m.person("kollege", "hagen", Network).await;
        m.person("eigene", "herne", Network).await;
    })
    .await;
    let sees = async |label: &str| {
        let (id, people) = (global("Person", label), table.ask("herne", "{people{nodes{id}}}").await);
        people.contains(&id)
    };
    assert!(sees("kollege").await && sees("eigene").await);

    let rows = table.app.rows().await;
    let herne = crate::worlds::world::public_id("membership of herne");
    let all = network_membership::Entity::find()
        .all(&rows)
        .await
        .expect("the memberships");
    let membership = all
        .into_iter()
        .find(|one| one.public_id == herne)
        .expect("the membership of Herne");
    let suspended = network_membership::ActiveModel {
        id: Set(membership.id),
        status: Set(MembershipStatus::Suspended),
        ..Default::default()
    };
    network_membership::Entity::update(suspended)
        .exec(&rows)
        .await
        .expect("it is suspended");
    rows.close().await.expect("the connection closes");

    assert!(!sees("kollege").await && sees("eigene").await);
}
