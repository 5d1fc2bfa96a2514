//! Who sees which part of an agenda, and which name.

use super::{EVERYBODY, LEVELS, OF_HAGEN, table};
use crate::worlds::making::{Making, Party};
use crate::worlds::world::global;
use verbund_entity::Visibility::Public;
use verbund_entity::meeting::Publication::Published;
use verbund_entity::meeting_organizer::OrganizerStatus;

/// Hagen's public meeting: Herne co-organises, Bochum is invited, Witten has refused.
async fn meeting(m: &mut Making) {
    m.meeting("treffen", Party::City("hagen"), Public, Published).await;
    for (label, city, status) in [
        ("herne dabei", "herne", OrganizerStatus::Confirmed),
        ("bochum gefragt", "bochum", OrganizerStatus::Invited),
        ("witten nicht", "witten", OrganizerStatus::Declined),
    ] {
        m.organizer(label, "treffen", Party::City(city), status).await;
    }
}

/// The houses that organise it.
const HOUSES: &[&str] = &["reader of hagen", "editor of hagen", "hagen", "herne"];

#[actix_web::test]
async fn a_session_that_is_not_public_is_seen_by_the_organisers_houses() {
    let table = table(async |m| {
        meeting(m).await;
        m.session("runde", "treffen", None, true).await;
        m.session("vorbesprechung", "treffen", None, false).await;
        m.session("tisch", "treffen", Some("runde"), false).await;
    })
    .await;
    let at_the_meeting = format!(
        "{{node(id: {:?}){{... on Meeting{{sessions{{nodes{{id}}}}}}}}}}",
        global("Meeting", "treffen")
    );
    let in_the_round = format!(
        "{{node(id: {:?}){{... on Session{{children{{nodes{{id}}}}}}}}}}",
        global("Session", "runde")
    );
    table
        .seen_by("Session", "runde", std::slice::from_ref(&at_the_meeting), EVERYBODY)
        .await;
    table
        .seen_by("Session", "vorbesprechung", &[at_the_meeting], HOUSES)
        .await;
    table.seen_by("Session", "tisch", &[in_the_round], HOUSES).await;
}

#[actix_web::test]
async fn a_role_in_a_hidden_session_is_hidden_and_its_speaker_too() {
    let table = table(async |m| {
        meeting(m).await;
        m.person("nowak", "hagen", Public).await;
        m.session("vorbesprechung", "treffen", None, false).await;
        m.role("protokoll", "treffen", Some("vorbesprechung"), None).await;
        m.speaker("wer", "protokoll", "treffen", "nowak", Public).await;
    })
    .await;
    let of_the_person = format!(
        "{{node(id: {:?}){{... on Person{{appearances{{nodes{{id role{{id}}}}}}}}}}}}",
        global("Person", "nowak")
    );
    table
        .seen_by("SessionRole", "protokoll", std::slice::from_ref(&of_the_person), HOUSES)
        .await;
    table.seen_by("SessionSpeaker", "wer", &[of_the_person], HOUSES).await;
}

#[actix_web::test]
async fn a_name_is_seen_by_its_level_while_everybody_sees_the_role() {
    let table = table(async |m| {
        meeting(m).await;
        m.person("nowak", "hagen", Public).await;
        m.organizer(
            "essen hilft",
            "treffen",
            Party::City("essen"),
            OrganizerStatus::Withdrawn,
        )
        .await;
        for (label, level) in &LEVELS[..3] {
            let role = format!("role {label}");
            m.role(&role, "treffen", None, None).await;
            m.speaker(label, &role, "treffen", "nowak", *level).await;
        }
    })
    .await;
    let of_the_person = format!(
        "{{node(id: {:?}){{... on Person{{appearances{{nodes{{id}}}}}}}}}}",
        global("Person", "nowak")
    );
    let at_the_meeting = format!(
        "{{node(id: {:?}){{... on Meeting{{roles{{nodes{{id speakers{{id}}}}}}}}}}}}",
        global("Meeting", "treffen")
    );
    let ways = [of_the_person, at_the_meeting.clone()];
    for ((label, _), viewers) in LEVELS[..3].iter().zip([EVERYBODY, OF_HAGEN[1], HOUSES]) {
        table.seen_by("SessionSpeaker", label, &ways, viewers).await;
        let role = format!("role {label}");
        table
            .seen_by("SessionRole", &role, std::slice::from_ref(&at_the_meeting), EVERYBODY)
            .await;
    }
}

#[actix_web::test]
async fn a_place_is_seen_by_the_four_levels() {
    let table = table(async |m| {
        for (label, level) in LEVELS {
            m.place(label, "hagen", level).await;
        }
    })
    .await;
    let list = "{places(first: 50){nodes{id}}}".to_owned();
    for ((label, _), viewers) in LEVELS.iter().zip(OF_HAGEN) {
        table
            .seen_by("Place", label, std::slice::from_ref(&list), viewers)
            .await;
    }
}

#[actix_web::test]
async fn what_came_of_a_city_and_its_documents_are_seen_by_the_level_that_it_has_set() {
    let table = table(async |m| {
        m.organization("kulturverein", "bochum", Public).await;
        for (label, level) in LEVELS {
            let meeting = format!("treffen {label}");
            m.meeting(&meeting, Party::City("bochum"), Public, Published).await;
            m.attendance(&format!("line {label}"), &meeting, "hagen", level).await;
        }
        m.project("vorhaben", "hagen", Public).await;
        for (label, level) in LEVELS {
            m.document(label, Party::Project("vorhaben"), "hagen", level).await;
        }
    })
    .await;
    let documents = format!(
        "{{node(id: {:?}){{... on Project{{documents{{nodes{{id}}}}}}}}}}",
        global("Project", "vorhaben")
    );
    for ((label, _), viewers) in LEVELS.iter().zip(OF_HAGEN) {
        let lines = format!(
            "{{node(id: {:?}){{... on Meeting{{attendanceLines{{nodes{{id}}}}}}}}}}",
            global("Meeting", &format!("treffen {label}"))
        );
        let line = format!("line {label}");
        table.seen_by("AttendanceLine", &line, &[lines], viewers).await;
        table
            .seen_by("Document", label, std::slice::from_ref(&documents), viewers)
            .await;
    }
}
