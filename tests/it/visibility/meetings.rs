//! Meetings, who organises them, and their internal notes.

use super::{LEVELS, SHARED, table};
use crate::worlds::making::{Making, Party};
use crate::worlds::world::global;
use verbund_entity::Visibility::{Network, Public};
use verbund_entity::meeting::Publication::{Draft, Published};
use verbund_entity::meeting_organizer::OrganizerStatus;

const DRAFT: &[&str] = SHARED[2];

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
