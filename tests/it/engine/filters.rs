//! Filters and search: what is asked for, and nothing else.

use super::world::World;
use serde_json::Value;

/// The slugs that a list with these arguments has, in its order.
async fn slugs(world: &World, list: &str, arguments: &str) -> Vec<String> {
    let reply = world
        .app
        .ask(&format!("{{ {list}({arguments}) {{ nodes {{ slug }} totalCount }} }}"))
        .await;
    let found = &reply.data()[list];
    let nodes = found["nodes"].as_array().expect("nodes");
    assert_eq!(found["totalCount"], nodes.len(), "the count and the list: {arguments}");
    nodes
        .iter()
        .map(|node| node["slug"].as_str().expect("a slug").to_owned())
        .collect()
}

async fn id(world: &World, root: &str, slug: &str) -> String {
    let reply = world.app.ask(&format!("{{ {root}(slug: \"{slug}\") {{ id }} }}")).await;
    reply.data()[root]["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_filter_lets_through_what_meets_all_that_is_given() {
    let world = World::new().await;
    let towns = "filter: {kind: {eq: DISTRICT_TOWN}}";
    assert_eq!(slugs(&world, "municipalities", towns).await, ["muehlheim", "oelde"]);
    let some = "filter: {kind: {in: [MUNICIPALITY, DISTRICT]}}";
    assert_eq!(slugs(&world, "municipalities", some).await, ["bad-aue", "zell"]);
    let one_as_list = "filter: {kind: {in: MUNICIPALITY}}";
    assert_eq!(slugs(&world, "municipalities", one_as_list).await, ["zell"]);
    let both = "filter: {kind: {eq: DISTRICT_TOWN}, ags: {in: [\"05970028\", \"09780123\"]}}";
    assert_eq!(slugs(&world, "municipalities", both).await, ["oelde"]);
    assert_eq!(slugs(&world, "municipalities", "filter: {}").await.len(), 6);
}

#[tokio::test]
async fn an_empty_list_matches_nothing() {
    let world = World::new().await;
    for arguments in [
        "filter: {kind: {in: []}}",
        "filter: {slug: {in: []}}",
        "filter: {parent: {in: []}}",
        "filter: {network: {in: []}}",
    ] {
        assert_eq!(slugs(&world, "municipalities", arguments).await, [""; 0], "{arguments}");
    }
}

#[tokio::test]
async fn bounds_of_time_include_the_bound() {
    let world = World::new().await;
    // Three meetings a day, the first at 09:00:00.007 on 2 November; the twelfth has no start.
    let third = "2026-11-04T09:00:00.007Z";
    let from = slugs(
        &world,
        "meetings",
        &format!("filter: {{startsAt: {{gte: \"{third}\"}}}}"),
    )
    .await;
    assert_eq!(from, ["treffen-6", "treffen-7", "treffen-8", "treffen-9", "treffen-10"]);
    let until = slugs(
        &world,
        "meetings",
        &format!("filter: {{startsAt: {{lte: \"{third}\"}}}}"),
    )
    .await;
    assert_eq!(until.len(), 9);
    let at = slugs(
        &world,
        "meetings",
        &format!("filter: {{startsAt: {{eq: \"{third}\"}}}}"),
    )
    .await;
    assert_eq!(at, ["treffen-6", "treffen-7", "treffen-8"]);
    // The same moment by the clocks of Hagen.
    let local = "filter: {startsAt: {gte: \"2026-11-04T10:00:00.007+01:00\", lte: \"2026-11-04T10:00:00.007+01:00\"}}";
    assert_eq!(slugs(&world, "meetings", local).await, at);
}

#[tokio::test]
async fn records_are_found_by_the_id_of_what_they_belong_to_and_by_no_other() {
    let world = World::new().await;
    let district = id(&world, "municipality", "bad-aue").await;
    let weser = id(&world, "network", "weser").await;
    let project = id(&world, "project", "projekt-0").await;

    let towns = slugs(
        &world,
        "municipalities",
        &format!("filter: {{parent: {{eq: \"{district}\"}}}}"),
    )
    .await;
    assert_eq!(towns, ["muehlheim", "oelde"]);
    let unknown_too = format!("filter: {{parent: {{in: [\"nobody\", \"{district}\"]}}}}");
    assert_eq!(slugs(&world, "municipalities", &unknown_too).await, towns);
    // Of weser, Mulheim is an active member; Oelde's membership is suspended and Zell has left.
    let members = slugs(
        &world,
        "municipalities",
        &format!("filter: {{network: {{eq: \"{weser}\"}}}}"),
    )
    .await;
    assert_eq!(members, ["mulheim"]);
    let about = slugs(
        &world,
        "meetings",
        &format!("filter: {{project: {{eq: \"{project}\"}}}}"),
    )
    .await;
    assert_eq!(about, ["treffen-0", "treffen-4", "treffen-8"]);

    for other in [&weser, &project] {
        let found = slugs(
            &world,
            "municipalities",
            &format!("filter: {{parent: {{eq: \"{other}\"}}}}"),
        )
        .await;
        assert_eq!(found, [""; 0], "an id of another type");
    }
    let found = slugs(&world, "meetings", &format!("filter: {{project: {{eq: \"{weser}\"}}}}")).await;
    assert_eq!(found, [""; 0], "an id of another type");
}

#[tokio::test]
async fn null_is_no_value_to_compare_with() {
    let world = World::new().await;
    for arguments in [
        "filter: {kind: {eq: null}}",
        "filter: {slug: {in: null}}",
        "filter: {parent: {eq: null}}",
    ] {
        let reply = world
            .app
            .ask(&format!("{{ municipalities({arguments}) {{ totalCount }} }}"))
            .await;
        assert_eq!(reply.codes(), ["BAD_REQUEST"], "{arguments}: {}", reply.text);
        assert_eq!(reply.json["data"]["municipalities"], Value::Null);
    }
}

#[tokio::test]
async fn quotes_and_wildcards_in_a_value_are_letters_like_any_other() {
    let world = World::new().await;
    for slug in [
        "zell' or '1'='1",
        "ze%",
        "z_ll",
        "zell\\\\",
        "\\\"zell\\\"",
        "zell\\u0000",
    ] {
        let found = slugs(
            &world,
            "municipalities",
            &format!("filter: {{slug: {{in: [\"{slug}\"]}}}}"),
        )
        .await;
        assert_eq!(found, [""; 0], "{slug}");
    }
    for words in ["% %", "_ell", "z%l"] {
        let found = slugs(&world, "municipalities", &format!("search: \"{words}\"")).await;
        assert_eq!(found, [""; 0], "{words}");
    }
}

#[tokio::test]
async fn a_search_finds_words_by_their_beginning_in_any_spelling() {
    let world = World::new().await;
    for words in ["Ölde", "oelde", "OLDE", "Öl", "\\\"Ölde\\\""] {
        assert_eq!(
            slugs(&world, "municipalities", &format!("search: \"{words}\"")).await,
            ["oelde"],
            "{words}"
        );
    }
    assert_eq!(slugs(&world, "municipalities", "search: \"mühl\"").await, ["muehlheim"]);
    assert_eq!(
        slugs(&world, "municipalities", "search: \"strassen berg\"").await,
        ["strassen"]
    );
    assert_eq!(
        slugs(&world, "municipalities", "search: \"strassen zell\"").await,
        [""; 0]
    );
    assert_eq!(slugs(&world, "municipalities", "search: \"elde\"").await, [""; 0]);
}

#[tokio::test]
async fn a_search_without_a_usable_word_finds_nothing() {
    let world = World::new().await;
    for words in ["…!?", "%", "日本"] {
        let found = slugs(&world, "municipalities", &format!("search: \"{words}\"")).await;
        assert_eq!(found, [""; 0], "{words:?}");
    }
    for blank in ["null", "\"\"", "\"   \""] {
        let found = slugs(&world, "municipalities", &format!("search: {blank}")).await;
        assert_eq!(found.len(), 6, "{blank}: whoever types nothing searches for nothing");
    }
}

#[tokio::test]
async fn a_filter_of_another_shape_is_refused_and_never_left_out() {
    let world = World::new().await;
    // With a variable that is absent, the library does not look at the rest of the argument.
    for (list, arguments, said) in [
        ("municipalities", "filter: {kind: DISTRICT}", "kind takes an object"),
        ("meetings", "filter: CANCELLED", "filter takes an object"),
        (
            "meetings",
            "filter: [{status: {eq: CANCELLED}}]",
            "filter takes an object",
        ),
        (
            "meetings",
            "filter: {staus: {eq: CANCELLED}, slug: {eq: $absent}}",
            "no field staus",
        ),
        (
            "meetings",
            "filter: {startsAt: {gt: \"2026-01-01T00:00:00Z\"}, slug: {eq: $absent}}",
            "startsAt has no gt; there is eq, gte, lte",
        ),
        (
            "meetings",
            "filter: {startsAt: {in: [\"2026-01-01T00:00:00Z\"]}, slug: {eq: $absent}}",
            "startsAt has no in",
        ),
        (
            "meetings",
            "orderBy: {field: TITLE, directon: DESC, direction: $absent}",
            "orderBy has no directon",
        ),
    ] {
        let variables = if arguments.contains('$') {
            "query($absent: String) "
        } else {
            ""
        };
        let document = format!("{variables}{{ {list}({arguments}) {{ totalCount }} }}");
        let reply = world.app.ask(&document).await;
        assert_eq!(reply.codes(), ["BAD_REQUEST"], "{arguments}: {}", reply.text);
        assert!(reply.text.contains(said), "{arguments}: {}", reply.text);
        assert!(!reply.text.contains("totalCount"), "{arguments}: {}", reply.text);
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_value_is_told_with_the_value_and_an_example() {
    let world = World::new().await;
    let reply = world
        .app
        .ask("{ meetings(filter: {startsAt: {gte: \"morgen\"}}) { totalCount } }")
        .await;
    assert_eq!(reply.codes(), ["BAD_REQUEST"]);
    for part in ["startsAt.gte", "morgen", "2026-11-23T10:00:00+01:00"] {
        assert!(reply.text.contains(part), "{part}: {}", reply.text);
    }
}

#[tokio::test]
async fn one_of_the_alternatives_must_hold_besides_what_stands_beside_them() {
    let world = World::new().await;
    for (filter, found) in [
        (
            "or: [{kind: {eq: MUNICIPALITY}}, {slug: {eq: \"oelde\"}}]",
            vec!["oelde", "zell"],
        ),
        ("or: {slug: {eq: \"oelde\"}}", vec!["oelde"]),
        (
            "kind: {eq: DISTRICT_TOWN}, or: [{slug: {eq: \"zell\"}}, {slug: {eq: \"oelde\"}}]",
            vec!["oelde"],
        ),
        (
            "or: [{slug: {eq: \"zell\"}, kind: {eq: DISTRICT}}, {or: [{slug: {eq: \"oelde\"}}]}]",
            vec!["oelde"],
        ),
        ("or: []", Vec::new()),
        ("or: [{slug: {eq: \"oelde\"}}, {or: []}]", vec!["oelde"]),
    ] {
        assert_eq!(
            slugs(&world, "municipalities", &format!("filter: {{{filter}}}")).await,
            found,
            "{filter}"
        );
    }
    assert_eq!(slugs(&world, "municipalities", "filter: {or: null}").await.len(), 6);
    let many = vec!["{slug: {eq: \"oelde\"}}"; 51].join(", ");
    for filter in [format!("or: [{many}]"), "or: [{nothing: {eq: 1}}]".to_owned()] {
        let reply = world
            .app
            .ask(&format!("{{ municipalities(filter: {{{filter}}}) {{ totalCount }} }}"))
            .await;
        assert_eq!(reply.codes(), ["BAD_REQUEST"], "{filter}");
    }
}

#[tokio::test]
async fn what_was_changed_since_a_time_includes_what_was_changed_at_it() {
    let world = World::new().await;
    let reply = world
        .app
        .ask("{ meetings(first: 100) { nodes { slug updatedAt } } }")
        .await;
    let nodes = reply.data()["meetings"]["nodes"].as_array().expect("nodes").clone();
    let since = nodes[5]["updatedAt"].as_str().expect("a time");
    let mut expected: Vec<_> = nodes
        .iter()
        .filter(|node| node["updatedAt"].as_str() >= Some(since))
        .map(|node| node["slug"].as_str().expect("a slug"))
        .collect();
    let arguments = format!("first: 100, updatedSince: \"{since}\"");
    let mut found = slugs(&world, "meetings", &arguments).await;
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(!found.is_empty() && found.len() < nodes.len(), "{found:?}");
}
