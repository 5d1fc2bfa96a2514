//! Writes that name what they may not: a hidden record, one that does not exist, one that is seen but not one's own.

use super::attacks::Document;
use super::who::Who;
use super::world::{World, global};

/// A write with a place for the id that is tried.
struct Attempt {
    about: &'static str,
    /// The type that the id is of.
    of: &'static str,
    /// `THE_ID` stands for the id.
    text: String,
    /// Whether the id stands inside a write to something else, whose rights decide first.
    inside: bool,
}

fn attempts() -> Vec<Attempt> {
    let attempt = |about, of, text: &str| Attempt {
        about,
        of,
        text: text.to_owned(),
        inside: false,
    };
    let told = "userErrors{code message path}";
    let mut all = vec![
        attempt(
            "updateContactPoint",
            "ContactPoint",
            "{expectedRevision: 1, id: THE_ID, purpose: \"Z\"}",
        ),
        attempt(
            "withdrawContactPoint",
            "ContactPoint",
            "{id: THE_ID, expectedRevision: 1}",
        ),
        attempt(
            "updateProject",
            "Project",
            "{expectedRevision: 1, id: THE_ID, title: \"Z\"}",
        ),
        attempt("startProject", "Project", "{id: THE_ID}"),
        attempt("confirmProjectParticipation", "ProjectParticipation", "{id: THE_ID}"),
        attempt(
            "declineProjectParticipation",
            "ProjectParticipation",
            "{id: THE_ID, expectedRevision: 7}",
        ),
        attempt("withdrawProjectParticipation", "ProjectParticipation", "{id: THE_ID}"),
        attempt(
            "updateMeeting",
            "Meeting",
            "{expectedRevision: 1, id: THE_ID, title: \"Z\"}",
        ),
        attempt("publishMeeting", "Meeting", "{id: THE_ID}"),
        attempt("cancelMeeting", "Meeting", "{id: THE_ID, reason: \"Z\"}"),
        attempt(
            "updateSession",
            "Session",
            "{expectedRevision: 1, id: THE_ID, title: \"Z\"}",
        ),
        attempt("deleteSession", "Session", "{id: THE_ID, expectedRevision: 7}"),
        attempt(
            "createSession",
            "Meeting",
            "{meeting: THE_ID, title: \"\", kind: BREAK}",
        ),
        attempt("reorderSessions", "Meeting", "{meeting: THE_ID, sessions: []}"),
        attempt(
            "createSessionRole",
            "Session",
            "{of: THE_ID, function: HOST, speakerVisibility: PRIVATE}",
        ),
        attempt(
            "createSessionRole",
            "Meeting",
            "{of: THE_ID, function: HOST, speakerVisibility: PRIVATE}",
        ),
        attempt(
            "updateSessionRole",
            "SessionRole",
            "{expectedRevision: 7, id: THE_ID, confirmed: false}",
        ),
        attempt("deleteSessionRole", "SessionRole", "{expectedRevision: 7, id: THE_ID}"),
        attempt(
            "createSessionResult",
            "Session",
            "{session: THE_ID, kind: IDEA, text: \"\"}",
        ),
        attempt(
            "updateSessionResult",
            "SessionResult",
            "{expectedRevision: 7, id: THE_ID, text: \"Z\"}",
        ),
        attempt(
            "deleteSessionResult",
            "SessionResult",
            "{expectedRevision: 7, id: THE_ID}",
        ),
        attempt(
            "updateMeetingSeries",
            "MeetingSeries",
            "{expectedRevision: 7, id: THE_ID, title: \"Z\"}",
        ),
        attempt("updatePlace", "Place", "{expectedRevision: 7, id: THE_ID, name: \"Z\"}"),
        attempt(
            "updateDocument",
            "Document",
            "{expectedRevision: 7, id: THE_ID, title: \"Z\"}",
        ),
        attempt("detachDocument", "Document", "{expectedRevision: 7, id: THE_ID}"),
        attempt(
            "updateAttendance",
            "AttendanceLine",
            "{expectedRevision: 7, id: THE_ID, visibility: PUBLIC}",
        ),
        attempt("confirmMeetingOrganizer", "MeetingOrganizer", "{id: THE_ID}"),
        attempt("declineMeetingOrganizer", "MeetingOrganizer", "{id: THE_ID}"),
        attempt("renewSetUp", "MunicipalUser", "{id: THE_ID}"),
        attempt("grantRole", "MunicipalUser", "{user: THE_ID, role: VIEWER}"),
        attempt("setGrantEnd", "RoleGrant", "{grant: THE_ID, expectedRevision: 7}"),
        attempt("revokeRole", "RoleGrant", "{grant: THE_ID, expectedRevision: 7}"),
        attempt("deactivateUser", "MunicipalUser", "{id: THE_ID, expectedRevision: 7}"),
    ];
    // Of another revision, so that nobody who may writes anything.
    for (about, reason) in [
        ("acceptMembership", ""),
        ("rejectMembership", ", reason: \"Z\""),
        ("declineMembership", ""),
        ("suspendMembership", ", reason: \"Z\""),
        ("resumeMembership", ""),
        ("leaveNetwork", ""),
        ("terminateMembership", ", reason: \"Z\""),
    ] {
        let input = format!("{{id: THE_ID, expectedRevision: 7{reason}}}");
        all.push(attempt(about, "NetworkMembership", &input));
    }
    for (about, of, input) in [
        ("verifyContactPoint", "ContactPoint", "{id: THE_ID}"),
        (
            "updatePerson",
            "Person",
            "{expectedRevision: 1, id: THE_ID, familyName: \"Z\"}",
        ),
        (
            "createPosition",
            "Person",
            "{person: THE_ID, holder: THE_ID, title: \"Z\", function: STAFF}",
        ),
        (
            "updatePosition",
            "Position",
            "{expectedRevision: 1, id: THE_ID, title: \"Z\"}",
        ),
        ("endPosition", "Position", "{id: THE_ID}"),
        (
            "updateOrganization",
            "Organization",
            "{expectedRevision: 1, id: THE_ID, name: \"Z\"}",
        ),
        ("activateOrganization", "Organization", "{id: THE_ID}"),
        (
            "setOrganizationDormant",
            "Organization",
            "{id: THE_ID, expectedRevision: 7}",
        ),
        ("reviveOrganization", "Organization", "{id: THE_ID}"),
        (
            "dissolveOrganization",
            "Organization",
            "{id: THE_ID, successors: [THE_ID]}",
        ),
        (
            "mergeOrganizations",
            "Organization",
            "{keep: THE_ID, expectedRevision: 1, replaced: THE_ID, expectedReplacedRevision: 1}",
        ),
        (
            "recordDirectoryConsent",
            "Organization",
            "{organization: THE_ID, givenOn: \"2026-01-02\", evidence: \"Z\"}",
        ),
        ("withdrawDirectoryConsent", "Organization", "{organization: THE_ID}"),
    ] {
        all.push(attempt(about, of, input));
    }
    // Inside writes of Hagen's own, none of which can be done: the places are not its own.
    let (hagen, otto) = (global("Municipality", "hagen"), global("Person", "otto"));
    let position = |rest: &str| format!("{{person: {otto:?}, title: \"Z\", function: STAFF, {rest}}}");
    for (about, of, input) in [
        ("createPosition", "Organization", position("holder: THE_ID")),
        (
            "createPosition",
            "Position",
            position(&format!("holder: {hagen:?}, deputyOf: THE_ID")),
        ),
        (
            "proposeChange",
            "Organization",
            format!(
                "{{proposedBy: {hagen:?}, reason: \"\", change: {{organization: {{expectedRevision: 1, id: THE_ID}}}}}}"
            ),
        ),
        (
            "proposeChange",
            "Person",
            format!("{{proposedBy: {hagen:?}, reason: \"\", change: {{person: {{expectedRevision: 1, id: THE_ID}}}}}}"),
        ),
        (
            "proposeChange",
            "Position",
            format!(
                "{{proposedBy: {hagen:?}, reason: \"\", change: {{position: {{expectedRevision: 1, id: THE_ID}}}}}}"
            ),
        ),
        (
            "createOrganization",
            "Organization",
            format!("{{steward: {hagen:?}, name: \"\", kind: ASSOCIATION, parent: THE_ID}}"),
        ),
    ] {
        all.push(Attempt {
            inside: true,
            ..attempt(about, of, &input)
        });
    }
    for owner in ["Position", "Organization", "Meeting", "Project"] {
        let input = "{owner: THE_ID, channels: [{type: EMAIL, value: \"neu@hagen.example\"}]}";
        all.push(attempt("createContactPoint", owner, input));
    }
    for owner in ["Meeting", "Session", "Project"] {
        let city = global("Municipality", "herne");
        let input = format!(
            "{{owner: THE_ID, municipality: {city:?}, url: \"https://www.stadt.example/\", kind: IMAGE, title: \"Z\"}}"
        );
        all.push(attempt("attachDocument", owner, &input));
    }
    for about in ["supportSessionResult", "withdrawSessionResultSupport"] {
        let city = global("Municipality", "herne");
        let input = format!("{{result: THE_ID, municipality: {city:?}, expectedRevision: 7}}");
        all.push(attempt(about, "SessionResult", &input));
    }
    let city = global("Municipality", "herne");
    let input = format!("{{meeting: THE_ID, municipality: {city:?}, heads: {{value: -1}}}}");
    all.push(attempt("enterAttendance", "Meeting", &input));
    let (project, meeting) = (
        global("Project", "hagener projekt"),
        global("Meeting", "hagener treffen"),
    );
    for (about, of, input) in [
        (
            "inviteProjectParticipant",
            "Project",
            format!("{{project: THE_ID, party: {:?}}}", global("Municipality", "witten")),
        ),
        (
            "inviteProjectParticipant",
            "Organization",
            format!("{{project: {project:?}, party: THE_ID, role: LEAD}}"),
        ),
        (
            "inviteMeetingOrganizer",
            "Meeting",
            format!("{{meeting: THE_ID, party: {:?}}}", global("Municipality", "witten")),
        ),
        // A role that hosts already, so that nothing is written even where the party is seen.
        (
            "inviteMeetingOrganizer",
            "Organization",
            format!("{{meeting: {meeting:?}, party: THE_ID, role: HOST}}"),
        ),
        (
            "updateMeeting",
            "Project",
            format!("{{expectedRevision: 1, id: {meeting:?}, title: \"\", projects: [THE_ID]}}"),
        ),
        (
            "updateMeeting",
            "MeetingSeries",
            format!("{{expectedRevision: 1, id: {meeting:?}, title: \"\", series: THE_ID}}"),
        ),
        (
            "createMeeting",
            "MeetingSeries",
            format!("{{host: {hagen:?}, title: \"\", series: THE_ID}}"),
        ),
    ] {
        let inside = [&project, &meeting, &hagen].iter().any(|own| input.contains(*own));
        all.push(Attempt {
            inside,
            ..attempt(about, of, &input)
        });
    }
    all.extend([
        attempt("planProject", "Project", "{id: THE_ID}"),
        attempt("holdProject", "Project", "{id: THE_ID, reason: \"Z\"}"),
        attempt("completeProject", "Project", "{id: THE_ID, closingSummary: \"Z\"}"),
        attempt("cancelProject", "Project", "{id: THE_ID, reason: \"Z\"}"),
        attempt("archiveProject", "Project", "{id: THE_ID}"),
        attempt("reopenProject", "Project", "{id: THE_ID}"),
        attempt(
            "endProjectParticipation",
            "ProjectParticipation",
            "{id: THE_ID, reason: \"Z\"}",
        ),
        attempt("postponeMeeting", "Meeting", "{id: THE_ID, reason: \"Z\"}"),
        attempt("moveMeetingOnline", "Meeting", "{id: THE_ID}"),
        attempt("markMeetingHeld", "Meeting", "{id: THE_ID}"),
        attempt(
            "rescheduleMeeting",
            "Meeting",
            "{id: THE_ID, startsAt: \"2027-02-01T09:00:00Z\", endsAt: \"2027-02-01T12:00:00Z\"}",
        ),
        attempt(
            "handOverProjectLead",
            "Project",
            &format!(
                "{{project: THE_ID, municipality: {:?}}}",
                global("Municipality", "witten")
            ),
        ),
        attempt(
            "acceptChangeProposal",
            "ChangeProposal",
            "{id: THE_ID, expectedRevision: 7}",
        ),
        attempt(
            "rejectChangeProposal",
            "ChangeProposal",
            "{id: THE_ID, note: \"Z\", expectedRevision: 7}",
        ),
        attempt(
            "withdrawChangeProposal",
            "ChangeProposal",
            "{id: THE_ID, expectedRevision: 7}",
        ),
        // After all others: what is gone is answered like what does not exist.
        attempt("deleteMeetingDraft", "Meeting", "{id: THE_ID}"),
    ]);
    for attempt in &mut all {
        attempt.text = format!("mutation{{{}(input: {}){{{told}}}}}", attempt.about, attempt.text);
    }
    all
}

/// Every attempt with every id, and with ids of nothing.
pub fn mutations(world: &World) -> Vec<Document> {
    let mut documents = Vec::new();
    for Attempt { about, of, text, .. } in attempts() {
        let nobody = global(of, "nobody");
        for id in world.ids(of).iter().chain([&nobody]) {
            documents.push(Document {
                about: format!("{about} of {of}"),
                text: text.replace("THE_ID", &format!("{id:?}")),
            });
        }
    }
    documents
}

/// What is hidden is answered like what does not exist, byte for byte; what is seen and not one's own is forbidden.
pub async fn hidden_is_not_found_and_foreign_is_forbidden(world: &World, who: Who) {
    let anonymous = who == Who::Anonymous;
    for Attempt {
        about,
        of,
        text,
        inside,
    } in attempts()
    {
        let of_nobody = world
            .ask(&text.replace("THE_ID", &format!("{:?}", global(of, "nobody"))))
            .await;
        for id in world.ids(of) {
            let seen = world.ask(&format!("{{node(id: {id:?}){{id}}}}")).await.data()["node"].is_object();
            let reply = world.ask(&text.replace("THE_ID", &format!("{id:?}"))).await;
            if anonymous || !seen {
                assert_eq!(reply.text, of_nobody.text, "{who:?}, {about} of a hidden {of}");
            } else if !inside && who != Who::Hagen && reply.codes() != ["FORBIDDEN"] {
                // Essen administers its own house, where more than being seen decides.
                let own = matches!(who, Who::Essen | Who::Weser);
                assert!(
                    own && reply.codes().is_empty(),
                    "{who:?}, {about} of a {of} that is seen: {}",
                    reply.text
                );
            }
        }
    }
}
