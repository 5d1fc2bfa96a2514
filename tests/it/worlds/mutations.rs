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
        attempt("confirmMeetingOrganizer", "MeetingOrganizer", "{id: THE_ID}"),
        attempt("declineMeetingOrganizer", "MeetingOrganizer", "{id: THE_ID}"),
        attempt("renewSetUp", "MunicipalUser", "{id: THE_ID}"),
        attempt("grantRole", "MunicipalUser", "{user: THE_ID, role: VIEWER}"),
        attempt("setGrantEnd", "RoleGrant", "{grant: THE_ID, expectedRevision: 7}"),
        attempt("revokeRole", "RoleGrant", "{grant: THE_ID, expectedRevision: 7}"),
        attempt("deactivateUser", "MunicipalUser", "{id: THE_ID, expectedRevision: 7}"),
    ];
    for owner in ["Position", "Organization", "Meeting", "Project"] {
        let input = "{owner: THE_ID, channels: [{type: EMAIL, value: \"neu@hagen.example\"}]}";
        all.push(attempt("createContactPoint", owner, input));
    }
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
    ] {
        let inside = input.contains(&project) || input.contains(&meeting);
        all.push(Attempt {
            inside,
            ..attempt(about, of, &input)
        });
    }
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
