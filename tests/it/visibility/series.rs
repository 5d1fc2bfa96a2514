//! Who sees a series, its editions, and what came of a session.

use super::{EVERYBODY, LEVELS, OF_ESSEN, OF_HAGEN, table};
use crate::worlds::making::Party;
use crate::worlds::world::global;
use verbund_entity::Visibility::Public;
use verbund_entity::meeting::Publication::Published;

/// Who sees a series of the Ruhr network at each level.
const OF_RUHR: [&[&str]; 4] = [
    EVERYBODY,
    OF_HAGEN[1],
    &["coordinator of ruhr"],
    &["coordinator of ruhr"],
];

#[actix_web::test]
async fn a_series_is_seen_at_its_level_by_every_way_alike() {
    let table = table(async |m| {
        for (name, level) in LEVELS {
            m.series(&format!("{name} hagen"), Party::City("hagen"), level).await;
            m.series(&format!("{name} essen"), Party::City("essen"), level).await;
            m.series(&format!("{name} ruhr"), Party::Network("ruhr"), level).await;
        }
    })
    .await;
    for (owner, of, viewers) in [
        ("hagen", "municipality", OF_HAGEN),
        ("essen", "municipality", OF_ESSEN),
        ("ruhr", "network", OF_RUHR),
    ] {
        for ((name, _), viewers) in LEVELS.into_iter().zip(viewers) {
            let label = format!("{name} {owner}");
            let ways = [
                "{allMeetingSeries(first: 50){nodes{id}}}".to_owned(),
                format!("{{allMeetingSeries(search: \"{label}\"){{nodes{{id}}}}}}"),
                format!("{{search(text: \"{label}\", types: [MEETING_SERIES]){{nodes{{... on Node{{id}}}}}}}}"),
                format!("{{meetingSeries(slug: \"{name}-{owner}\"){{id}}}}"),
                format!("{{{of}(slug: {owner:?}){{meetingSeries(first: 50){{nodes{{id}}}}}}}}"),
            ];
            table.seen_by("MeetingSeries", &label, &ways, viewers).await;
        }
    }
}

#[actix_web::test]
async fn a_result_is_seen_with_its_session() {
    let table = table(async |m| {
        m.meeting("treffen", Party::City("hagen"), Public, Published).await;
        m.session("runde", "treffen", None, true).await;
        m.session("vorbesprechung", "treffen", None, false).await;
        m.result("idee", "treffen", "runde").await;
        m.result("vermerk", "treffen", "vorbesprechung").await;
    })
    .await;
    let of_the_meeting = format!(
        "{{node(id: {:?}){{... on Meeting{{results{{nodes{{id}}}}}}}}}}",
        global("Meeting", "treffen")
    );
    let ways = std::slice::from_ref(&of_the_meeting);
    table.seen_by("SessionResult", "idee", ways, EVERYBODY).await;
    let house = ["reader of hagen", "editor of hagen", "hagen"];
    table.seen_by("SessionResult", "vermerk", ways, &house).await;
}
