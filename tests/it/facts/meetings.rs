//! What is known of meetings, old and coming.

use super::{demonstration, nodes, text};
use serde_json::json;

#[actix_web::test]
async fn fact_3_the_fachtag_was_the_networks_in_herne_with_more_than_a_hundred_guests_nobody_says_when() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meetings(search: "Fachtag Berufseinstieg") { nodes { alternateTitles theme startsAt heldOn { edtf } locality { name }
                attendance { value qualifier } organizers { nodes { role status party { __typename
                ... on Network { slug } ... on Municipality { name } } } } projects { totalCount } sources { publishedOn { edtf } } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meetings"]["nodes"],
        json!([{
            "alternateTitles": ["Interkommunale Fachtagung"],
            "theme": "Die Rolle von Migrantenorganisationen für den Berufseinstieg",
            "startsAt": null,
            "heldOn": null,
            "locality": { "name": "Herne" },
            "attendance": { "value": 100, "qualifier": "MORE_THAN" },
            "organizers": { "nodes": [
                { "role": "HOST", "status": "CONFIRMED",
                  "party": { "__typename": "Network", "slug": "integration-interkommunal" } },
                { "role": "CO_ORGANIZER", "status": "CONFIRMED",
                  "party": { "__typename": "Municipality", "name": "Herne" } },
                { "role": "CO_ORGANIZER", "status": "CONFIRMED",
                  "party": { "__typename": "Municipality", "name": "Hagen" } },
            ] },
            "projects": { "totalCount": 0 },
            "sources": [{ "publishedOn": { "edtf": "2025-01-30" } }, { "publishedOn": null }],
        }])
    );
}

#[actix_web::test]
async fn another_title_finds_a_meeting_too() {
    let app = demonstration().await;
    let reply = app
        .ask(r#"{ meetings(search: "interkommunale fachtagung") { nodes { slug } } }"#)
        .await;
    assert_eq!(
        reply.data()["meetings"]["nodes"],
        json!([{ "slug": "fachtag-berufseinstieg" }])
    );
}

#[actix_web::test]
async fn fact_9_the_conference_of_2017_had_three_organisers_two_of_them_ministries_that_are_no_more() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "fachkonferenz-2017") { title heldOn { edtf precision } locality { name }
                attendance { value qualifier } audience invitedKinds
                organizers { nodes { role party { ... on Organization { shortName kind status } } } }
                sources { title publisher publishedOn { edtf } url holding } } }"#,
        )
        .await;
    let ministry = |short: &str| {
        let party = json!({ "shortName": short, "kind": "MINISTRY", "status": "DISSOLVED" });
        json!({ "role": "CO_ORGANIZER", "party": party })
    };
    assert_eq!(
        reply.data()["meeting"],
        json!({
            "title": "Arbeitsmarktintegration von Flüchtlingen gelingt – und zwar vor Ort! – Good Practice",
            "heldOn": { "edtf": "2017-02", "precision": "MONTH" },
            "locality": { "name": "Düsseldorf" },
            "attendance": { "value": 100, "qualifier": "ABOUT" },
            "audience": ["ADMINISTRATION"],
            "invitedKinds": [
                "JOBCENTER", "EMPLOYERS_ASSOCIATION", "WELFARE_ASSOCIATION", "CHAMBER_COMMERCE", "CHAMBER_CRAFTS",
            ],
            "organizers": { "nodes": [
                { "role": "CO_ORGANIZER",
                  "party": { "shortName": null, "kind": "MUNICIPAL_ASSOCIATION", "status": "ACTIVE" } },
                ministry("MWEIMH"),
                ministry("MAIS"),
            ] },
            "sources": [
                {
                    "title": "Fachkonferenz zur Arbeitsmarktintegration von Flüchtlingen – Beispiele aus Städten",
                    "publisher": "Städtetag Nordrhein-Westfalen",
                    "publishedOn": null,
                    "url": null,
                    "holding": "Eildienst. Städtetag Nordrhein-Westfalen, Nr. 2, S. 3-4; ZLB: Kws 860 ZB 6748",
                },
                { "title": "Demonstration", "publisher": "Verbund", "publishedOn": null, "url": null, "holding": null },
            ],
        })
    );
}

#[actix_web::test]
async fn fact_12_the_forum_was_the_first_of_its_kind_with_about_eighty_guests() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "integrationsforum-minden-luebbecke") { edition alternateTitles startsAt heldOn { edtf }
                venue attendance { value qualifier } projects { totalCount }
                sources { publisher publishedOn { edtf } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meeting"],
        json!({
            "edition": 1,
            "alternateTitles": ["Forum Integration"],
            "startsAt": null,
            "heldOn": null,
            "venue": "Preußenmuseum",
            "attendance": { "value": 80, "qualifier": "ABOUT" },
            "projects": { "totalCount": 0 },
            "sources": [
                { "publisher": "Kreis Minden-Lübbecke", "publishedOn": null },
                { "publisher": "Verbund", "publishedOn": null },
            ],
        })
    );
}

#[actix_web::test]
async fn fact_14_the_conference_of_2023_was_the_second_and_says_whom_it_invites() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "integrationskonferenz-2023") { edition motto startsAt endsAt doorsOpenAt timeZone venue
                locality { name } audience invitedKinds organizers { nodes { role party {
                ... on Municipality { name } ... on Organization { name } } } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meeting"],
        json!({
            "edition": 2,
            "motto": "Zuwanderung als Chance",
            "startsAt": "2023-11-04T09:00:00.000Z",
            "endsAt": "2023-11-04T12:00:00.000Z",
            "doorsOpenAt": "2023-11-04T08:45:00.000Z",
            "timeZone": "Europe/Berlin",
            "venue": "E-Werk",
            "locality": { "name": "Eschwege" },
            "audience": ["REFUGEES", "MIGRANTS", "VOLUNTEERS"],
            "invitedKinds": [
                "COMPANY", "CHAMBER_COMMERCE", "CHAMBER_CRAFTS", "ECONOMIC_DEVELOPMENT", "JOBCENTER", "EMPLOYMENT_AGENCY",
            ],
            "organizers": { "nodes": [
                { "role": "HOST", "party": { "name": "Werra-Meißner-Kreis" } },
                { "role": "PROGRAMME_FRAME",
                  "party": { "name": "Partnerschaft für Demokratie im Werra-Meißner-Kreis" } },
                { "role": "FUNDER", "party": { "name": "Bundesprogramm „Demokratie leben!“" } },
                { "role": "COOPERATION_PARTNER",
                  "party": { "name": "Arbeitskreis aller Ausländerbeiräte des Werra-Meißner-Kreises" } },
                { "role": "COOPERATION_PARTNER", "party": { "name": "WIR-Vielfaltszentrum" } },
                { "role": "COOPERATION_PARTNER", "party": { "name": "Eschwege" } },
            ] },
        })
    );
}

#[actix_web::test]
async fn the_conference_of_2022_was_the_first_somewhere_in_the_district() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meeting(slug: "integrationskonferenz-2022") { edition heldOn { edtf precision } venue
                locality { name kind } organizers { nodes { role party { ... on Municipality { name }
                ... on Organization { name } } } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meeting"],
        json!({
            "edition": 1,
            "heldOn": { "edtf": "2022", "precision": "YEAR" },
            "venue": null,
            "locality": { "name": "Werra-Meißner-Kreis", "kind": "DISTRICT" },
            "organizers": { "nodes": [
                { "role": "HOST", "party": { "name": "Werra-Meißner-Kreis" } },
                { "role": "PROGRAMME_FRAME",
                  "party": { "name": "Partnerschaft für Demokratie im Werra-Meißner-Kreis" } },
                { "role": "COOPERATION_PARTNER",
                  "party": { "name": "Arbeitskreis aller Ausländerbeiräte des Werra-Meißner-Kreises" } },
                { "role": "COOPERATION_PARTNER", "party": { "name": "WIR-Vielfaltszentrum" } },
            ] },
        })
    );
}

#[actix_web::test]
async fn a_coming_meeting_says_that_its_date_is_invented_and_cites_nothing() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meetings(first: 100, filter: {startsAt: {gte: "2027-01-01T00:00:00Z"}}) { nodes { slug kind summary
                sources { title } } } }"#,
        )
        .await;
    let coming = nodes(&reply.data()["meetings"]);
    for meeting in coming {
        assert_eq!(meeting["sources"], json!([{ "title": "Demonstration" }]), "{meeting}");
        let summary = text(&meeting["summary"]);
        assert!(
            summary.ends_with("Der Termin ist für die Vorführung erfunden."),
            "{meeting}"
        );
    }
    // Those of known series among them.
    for kind in ["NETWORK_MEETING", "FESTIVAL", "UMBRELLA", "GUIDED_WALK", "TRAINING"] {
        let of_kind = coming.iter().filter(|meeting| meeting["kind"] == kind);
        assert_eq!(of_kind.count(), 1, "{kind}");
    }
}
