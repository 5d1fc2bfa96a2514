//! Meetings that come again, and what came of one.

use super::{demonstration, nodes};
use serde_json::json;

#[actix_web::test]
async fn fact_12_the_first_forum_had_about_eighty_guests_three_workshops_and_four_ideas() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meetingSeries(slug: "forum-integration") { title municipality { name } editions { nodes {
                slug edition attendance { value qualifier } sessions(filter: {kind: {eq: WORKSHOP}}) { totalCount }
                results(filter: {kind: {eq: IDEA}}) { totalCount nodes { position session { number kind } } } } } } }"#,
        )
        .await;
    let idea = |position: i32| json!({ "position": position, "session": { "number": "2", "kind": "WORKSHOP" } });
    assert_eq!(
        reply.data()["meetingSeries"],
        json!({
            "title": "Forum Integration",
            "municipality": { "name": "Kreis Minden-Lübbecke" },
            "editions": { "nodes": [{
                "slug": "integrationsforum-minden-luebbecke",
                "edition": 1,
                "attendance": { "value": 80, "qualifier": "ABOUT" },
                "sessions": { "totalCount": 3 },
                "results": { "totalCount": 4, "nodes": [idea(1), idea(2), idea(3), idea(4)] },
            }] },
        })
    );
}

#[actix_web::test]
async fn the_conference_of_2023_was_the_second_edition_of_its_series() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meetingSeries(slug: "integrationskonferenz") { startedIn { edtf } titlePattern editions { nodes {
                slug edition series { slug } } } } }"#,
        )
        .await;
    let edition = |slug: &str, number: i32| json!({ "slug": slug, "edition": number, "series": { "slug": "integrationskonferenz" } });
    assert_eq!(
        reply.data()["meetingSeries"],
        json!({
            "startedIn": { "edtf": "2022" },
            "titlePattern": "{n}. Integrationskonferenz",
            "editions": { "nodes": [edition("integrationskonferenz-2022", 1), edition("integrationskonferenz-2023", 2)] },
        })
    );
}

#[actix_web::test]
async fn hagens_network_meetings_since_2016_have_a_standing_agenda_that_the_next_one_took_over() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ municipality(ags: "05914000") { meetingSeries(search: "Netzwerktreffen") { nodes { startedIn { edtf }
                standingAgenda { title kind minutes abstract } editions { nodes { slug edition sessions { nodes { title } } } } } } } }"#,
        )
        .await;
    let series = &nodes(&reply.data()["municipality"]["meetingSeries"])[0];
    let titles = [
        "Termine, die bevorstehen",
        "Was alle wissen sollten",
        "Gemeinsame Anliegen",
    ];
    let item = |title: &str| json!({ "title": title, "kind": "EXCHANGE", "minutes": null, "abstract": null });
    assert_eq!(series["startedIn"], json!({ "edtf": "2016" }));
    assert_eq!(series["standingAgenda"], json!(titles.map(item)));
    // How many there were in between, nobody has counted.
    assert_eq!(
        series["editions"]["nodes"],
        json!([
            { "slug": "mso-netzwerktreffen-2016", "edition": 1, "sessions": { "nodes": [] } },
            { "slug": "mso-netzwerktreffen-2027", "edition": null,
              "sessions": { "nodes": titles.map(|title| json!({ "title": title })) } },
        ])
    );
}

#[actix_web::test]
async fn the_festival_comes_every_summer() {
    let app = demonstration().await;
    let reply = app
        .ask(
            r#"{ meetingSeries(slug: "vielfalt-tut-gut") { cadence startedIn { edtf } editions { nodes { kind } } } }"#,
        )
        .await;
    assert_eq!(
        reply.data()["meetingSeries"],
        json!({ "cadence": "jährlich im Sommer", "startedIn": null, "editions": { "nodes": [{ "kind": "FESTIVAL" }] } })
    );
}
