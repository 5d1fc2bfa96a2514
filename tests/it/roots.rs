//! Every root field of the published schema has a row here, and is asked from outside as the row says.

mod agendas;
mod directory;
mod members;
mod proposals;
mod steps;
mod users;

use crate::small_world::{House, World};
use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use verbund_domain::access::{Action, Policy};
use verbund_domain::account::Role;
use verbund_domain::viewer::Place;
use verbund_tests::TestApp;

/// What everybody may ask, each seeing what is open to the one who asks.
const QUERIES: &[(&str, &str)] = &[
    ("allMeetingSeries", "{ allMeetingSeries { totalCount nodes { id } } }"),
    ("contacts", "{ contacts { totalCount nodes { id } } }"),
    ("meeting", r#"{ meeting(slug: "fachtag") { id } }"#),
    (
        "meetingSeries",
        r#"{ meetingSeries(slug: "integrationskonferenz") { id } }"#,
    ),
    ("meetings", "{ meetings { totalCount nodes { id } } }"),
    ("municipalities", "{ municipalities { totalCount nodes { id } } }"),
    ("municipality", r#"{ municipality(slug: "hagen") { id } }"#),
    ("network", r#"{ network(slug: "ruhr") { id } }"#),
    (
        "networkStatistics",
        r#"{ networkStatistics(slug: "ruhr", from: "2026-01-01", until: "2027-12-31") { members meetings } }"#,
    ),
    ("networks", "{ networks { totalCount nodes { id } } }"),
    ("node", r#"{ node(id: "nobody") { id } }"#),
    ("nodes", r#"{ nodes(ids: ["nobody"]) { id } }"#),
    ("organizations", "{ organizations { totalCount nodes { id } } }"),
    ("people", "{ people { totalCount nodes { id } } }"),
    (
        "permissionMatrix",
        "{ permissionMatrix { action viewer editor admin coordinator whileSuspended of } }",
    ),
    ("places", "{ places { totalCount nodes { id } } }"),
    ("project", r#"{ project(slug: "sprachbruecken") { id } }"#),
    ("projects", "{ projects { totalCount nodes { id } } }"),
    (
        "search",
        "{ search(text: \"hagen\") { totalCount nodes { __typename } } }",
    ),
    ("topics", "{ topics { totalCount nodes { id } } }"),
    (
        "viewer",
        "{ viewer { grants { role municipality { name } network { name } } } }",
    ),
];

/// Each mutation, the rights that it may ask for, and an input.
pub type Row = (&'static str, &'static [Action], fn(&House, &str) -> Value);

const MUTATIONS: &[Row] = {
    use Action::*;
    &[
        (
            "updateMunicipality",
            &[MunicipalityUpdate],
            |house, _| json!({ "id": house.id, "expectedRevision": 1, "population": 190_000 }),
        ),
        (
            "createContactPoint",
            &[ContactPointCreate, ContactPointPublish, ContactPointPublishFunctional],
            |house, _| {
                let channel = json!({ "type": "EMAIL", "value": "ki@hagen.example" });
                json!({ "owner": house.id, "channels": [channel] })
            },
        ),
        (
            "updateContactPoint",
            &[
                ContactPointUpdate,
                VisibilityWiden,
                ContactPointCorrect,
                ContactPointPublish,
                ContactPointPublishFunctional,
            ],
            |house, _| json!({ "id": house.contact, "expectedRevision": 1, "purpose": "Sprachkurse" }),
        ),
        (
            "withdrawContactPoint",
            &[ContactPointWithdraw],
            |house, _| json!({ "id": house.contact }),
        ),
        (
            "createProject",
            &[ProjectCreate, ProjectPublish],
            |house, _| json!({ "lead": house.id, "title": "Sprachbrücken" }),
        ),
        (
            "updateProject",
            &[ProjectUpdate, ProjectPublish],
            |house, _| json!({ "id": house.project, "expectedRevision": 1, "summary": "Gemeinsam." }),
        ),
        (
            "startProject",
            &[ProjectStart],
            |house, _| json!({ "id": house.project }),
        ),
        (
            "inviteProjectParticipant",
            &[ParticipationInvite, LeadOffer],
            |house, guest| json!({ "project": house.project, "party": guest }),
        ),
        (
            "confirmProjectParticipation",
            &[ParticipationConfirm, LeadAccept],
            |house, _| json!({ "id": house.invitation }),
        ),
        (
            "declineProjectParticipation",
            &[ParticipationDecline, LeadDecline],
            |house, _| json!({ "id": house.invitation }),
        ),
        (
            "withdrawProjectParticipation",
            &[ParticipationWithdraw],
            |house, _| json!({ "id": house.part }),
        ),
        (
            "createMeeting",
            &[MeetingCreate, MeetingSeriesUpdate],
            |house, _| json!({ "host": house.id, "title": "Fachtag" }),
        ),
        (
            "updateMeeting",
            &[
                MeetingUpdate,
                MeetingSeriesUpdate,
                MeetingReschedule,
                MeetingMoveOnline,
                MeetingPublish,
            ],
            |house, _| json!({ "id": house.meeting, "expectedRevision": 1, "motto": "Mit Hagen" }),
        ),
        (
            "publishMeeting",
            &[MeetingPublish],
            |house, _| json!({ "id": house.meeting }),
        ),
        (
            "cancelMeeting",
            &[MeetingCancel],
            |house, _| json!({ "id": house.meeting, "reason": "Der Saal ist nicht frei." }),
        ),
        (
            "inviteMeetingOrganizer",
            &[OrganizerInvite],
            |house, guest| json!({ "meeting": house.meeting, "party": guest }),
        ),
        (
            "confirmMeetingOrganizer",
            &[OrganizerConfirm],
            |house, _| json!({ "id": house.organizer }),
        ),
        (
            "declineMeetingOrganizer",
            &[OrganizerDecline],
            |house, _| json!({ "id": house.organizer }),
        ),
    ]
};

/// All of them.
pub fn mutations() -> impl Iterator<Item = &'static Row> {
    MUTATIONS
        .iter()
        .chain(members::MUTATIONS)
        .chain(steps::MUTATIONS)
        .chain(directory::MUTATIONS)
        .chain(agendas::MUTATIONS)
        .chain(users::MUTATIONS)
        .chain(proposals::MUTATIONS)
}

/// Whether a network's coordinator alone may do it, and not somebody of a city.
fn is_of_networks(rights: &[Action]) -> bool {
    rights
        .iter()
        .all(|right| Policy::standard().rule(*right).municipal.is_none())
}

/// What no municipality's right is asked for; it has tests of its own: signing in, one's own password, what whoever runs the
/// installation does, and what is open to coordinators alone.
const BESIDE: [&str; 9] = [
    "signIn",
    "finishSetUp",
    "changePassword",
    "endSessions",
    "lockAccount",
    "unlockAccount",
    "grantOffice",
    "revokeOffice",
    "appointFirstAdministrator",
];

fn fields_of(root: &str) -> BTreeSet<String> {
    let sdl = verbund_api::graphql::build().sdl();
    let document = parse_schema(sdl).expect("the published schema can be read");
    let definitions = document.definitions.into_iter();
    let fields = definitions.filter_map(|definition| match definition {
        TypeSystemDefinition::Type(ty) if ty.node.name.node == root => match ty.node.kind {
            TypeKind::Object(object) => Some(object.fields),
            _ => None,
        },
        _ => None,
    });
    fields.flatten().map(|field| field.node.name.node.to_string()).collect()
}

/// `updateProject` as a document; its input's type has the field's name, but for answers.
fn document(field: &str) -> String {
    let input = match field {
        "confirmProjectParticipation" | "declineProjectParticipation" | "withdrawProjectParticipation" => {
            "AnswerProjectParticipation".to_owned()
        }
        "confirmMeetingOrganizer" | "declineMeetingOrganizer" => "AnswerMeetingOrganizer".to_owned(),
        "acceptChangeProposal" => "DecideChangeProposal".to_owned(),
        "supportSessionResult" | "withdrawSessionResultSupport" => "SessionResultSupport".to_owned(),
        "acceptMembership"
        | "declineMembership"
        | "resumeMembership"
        | "withdrawApplication"
        | "withdrawMemberInvitation" => "AnswerMembership".to_owned(),
        "rejectMembership" | "suspendMembership" | "terminateMembership" => "DecideMembership".to_owned(),
        field => format!("{}{}", field[..1].to_uppercase(), &field[1..]),
    };
    format!("mutation($input: {input}Input!) {{ {field}(input: $input) {{ userErrors {{ code path message }} }} }}")
}

#[test]
fn every_root_field_and_every_action_has_a_row() {
    let queries: BTreeSet<String> = QUERIES.iter().map(|(field, _)| (*field).to_owned()).collect();
    let names = mutations().map(|(field, ..)| (*field).to_owned());
    let names: BTreeSet<String> = names.chain(BESIDE.map(str::to_owned)).collect();

    assert_eq!(fields_of("Query"), queries);
    assert_eq!(fields_of("Mutation"), names);

    for action in Action::all().filter(|action| *action != Action::FirstAdministratorAppoint) {
        assert!(
            mutations().any(|(_, rights, _)| rights.contains(&action)),
            "no mutation asks for {action:?}"
        );
    }
}

#[actix_web::test]
async fn every_query_answers_whoever_asks() {
    let World { db, houses, .. } = World::new().await;
    let (hagen, ruhr) = (
        Place::Municipality(houses["hagen"].key),
        Place::Network(houses["ruhr"].key),
    );
    let app = TestApp::on(db).await;
    let mut cells = 0;
    for (name, place, role) in [
        ("viewer", hagen, Role::Viewer),
        ("admin", hagen, Role::Admin),
        ("coordinator", ruhr, Role::Coordinator),
        ("operator", Place::Installation, Role::Operator),
        ("auditor", Place::Installation, Role::Auditor),
    ] {
        let token = app.token(&format!("{name}@stadt.example"), place, role).await;
        for (field, query) in QUERIES {
            for token in [None, Some(token.as_str())] {
                let reply = app.gql(token, query, json!({})).await;
                assert!(reply.json.get("errors").is_none(), "{field} for {name}: {}", reply.text);
                cells += 1;
            }
        }
    }
    println!("queries: {cells} cells");
}

/// What a thread of the server has for its calls is 2 MiB: a build with all its checks leaves a quarter of that.
#[test]
fn every_mutation_refuses_whoever_is_not_permitted_and_then_does_it_for_who_is() {
    let small = std::thread::Builder::new().stack_size(3 * 512 * 1024);
    let run = small.spawn(|| actix_web::rt::System::new().block_on(every_mutation()));
    run.expect("a thread").join().expect("every mutation");
}

async fn every_mutation() {
    let World { db, houses, guest, .. } = World::new().await;
    let (hagen, ruhr) = (&houses["hagen"], &houses["ruhr"]);
    let at_home = Place::Municipality(hagen.key);
    let elsewhere = Place::Municipality(houses["bochum"].key);
    let app = TestApp::on(db).await;
    let reader = app.token("viewer@hagen.example", at_home, Role::Viewer).await;
    let stranger = app.token("admin@bochum.example", elsewhere, Role::Admin).await;
    let operator = app
        .token("operator@stadt.example", Place::Installation, Role::Operator)
        .await;
    let before = app.dump().await;
    for (field, rights, input) in mutations() {
        let house = if is_of_networks(rights) { ruhr } else { hagen };
        let (query, variables) = (document(field), json!({ "input": input(house, &guest) }));
        let anonymous = app.gql(None, &query, variables.clone()).await;
        assert_eq!(anonymous.codes(), ["UNAUTHENTICATED"], "{field}: {}", anonymous.text);
        for token in [&reader, &stranger, &operator] {
            let reply = app.gql(Some(token), &query, variables.clone()).await;
            let refused = [["FORBIDDEN"], ["NOT_FOUND"]]
                .iter()
                .any(|codes| reply.codes() == codes);
            assert!(refused, "{field}: {}", reply.text);
            assert_eq!(reply.json["data"][*field], Value::Null);
        }
    }
    assert!(before == app.dump().await, "a refused mutation left something behind");

    // Each on a world of its own: what one does may stand against the next.
    for (field, rights, input) in mutations() {
        let World { db, houses, guest, .. } = World::new().await;
        let app = TestApp::on(db).await;
        let (house, token) = if is_of_networks(rights) {
            let ruhr = &houses["ruhr"];
            let place = Place::Network(ruhr.key);
            (ruhr, app.token("office@ruhr.example", place, Role::Coordinator).await)
        } else {
            let hagen = &houses["hagen"];
            let place = Place::Municipality(hagen.key);
            (hagen, app.token("admin@hagen.example", place, Role::Admin).await)
        };
        let reply = app
            .gql(Some(&token), &document(field), json!({ "input": input(house, &guest) }))
            .await;
        assert_eq!(reply.data()[*field]["userErrors"], json!([]), "{field}: {}", reply.text);
    }
}

#[actix_web::test]
async fn a_mutation_answers_with_the_record_and_a_conflict_with_the_record_as_it_is() {
    let World { db, houses, .. } = World::new().await;
    let hagen = &houses["hagen"];
    let app = TestApp::on(db).await;
    let editor = app
        .token("editor@hagen.example", Place::Municipality(hagen.key), Role::Editor)
        .await;
    let query = "mutation($input: UpdateProjectInput!) {
        updateProject(input: $input) {
            project { summary revision lead { name } participations { nodes { role status } } }
            userErrors { code path message }
        }
    }";
    let change = |summary: &str| json!({ "input": { "id": hagen.project, "expectedRevision": 1, "summary": summary } });

    let done = app.gql(Some(&editor), query, change("Erste Fassung")).await;
    assert_eq!(
        done.data()["updateProject"],
        json!({
            "project": {
                "summary": "Erste Fassung",
                "revision": 2,
                "lead": { "name": "hagen" },
                "participations": { "nodes": [
                    { "role": "LEAD", "status": "CONFIRMED" },
                    { "role": "PARTNER", "status": "CONFIRMED" },
                ] },
            },
            "userErrors": [],
        })
    );

    let late = app.gql(Some(&editor), query, change("Zweite Fassung")).await;
    let late = &late.data()["updateProject"];
    assert_eq!(late["project"]["summary"], "Erste Fassung");
    assert_eq!(late["userErrors"][0]["code"], "CONFLICT");
    assert_eq!(late["userErrors"][0]["path"], json!(["input", "expectedRevision"]));
    assert_eq!(
        late["userErrors"][0]["message"],
        "Inzwischen geändert: erwartet war Fassung 1, vorhanden ist Fassung 2."
    );
}
