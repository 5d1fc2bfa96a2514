//! The official list of municipalities: what a file of Destatis changes in the register.

use serde_json::json;
use verbund_domain::account::{self, Role};
use verbund_domain::demo;
use verbund_domain::official_list::{Refusal, Taken, load};
use verbund_domain::values::gv100ad::{Malformed, read};
use verbund_tests::{TestApp, query};

/// A record as the description of the format lays it out: type, key and association, name, mark, inhabitants.
fn record(kind: &str, key: &str, association: &str, name: &str, mark: &str, people: &str) -> String {
    let seat = "";
    format!("{kind}20251231{key:<8}{association:<4}{name:<50}{seat:<50}{mark:<2}    00000000000{people:>11}00000000000")
}

/// An invented excerpt; the names that cities give themselves are as in the list, the numbers are not.
fn excerpt() -> String {
    [
        record("10", "05", "", "Nordrhein-Westfalen", "", ""),
        record("20", "059", "", "Arnsberg", "", ""),
        record("40", "05914", "", "Hagen, Stadt der FernUniversität", "41", ""),
        record("50", "05914", "0000", "Hagen, Stadt der FernUniversität", "50", ""),
        record(
            "60",
            "05914000",
            "0000",
            "Hagen, Stadt der FernUniversität",
            "61",
            "00000190000",
        ),
        record("40", "05770", "", "Minden-Lübbecke, Kreis", "43", ""),
        record("60", "05916000", "0000", "Herne, Stadt", "61", "00000150000"),
        record("60", "09999999", "9999", "Ein Wald", "66", "00000000000"),
    ]
    .join("\r\n")
}

#[test]
fn a_file_is_read_by_its_columns_whatever_its_encoding() {
    let text = excerpt();
    let latin: Vec<u8> = text
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin-1"))
        .collect();
    let listed = read(text.as_bytes()).expect("a list");
    assert_eq!(read(&latin).expect("a list"), listed);
    let keys: Vec<_> = listed.iter().map(|one| (one.key.as_str(), one.ars.as_str())).collect();
    assert_eq!(
        keys,
        [
            ("05914000", "059140000000"),
            ("05770", "057700000000"),
            ("05916000", "059160000000")
        ]
    );
    assert_eq!(listed[0].official_name, "Hagen, Stadt der FernUniversität");
    assert_eq!((listed[0].population, listed[1].population), (Some(190_000), None));
    assert_eq!(listed[0].as_of.to_string(), "2025-12-31");
}

#[test]
fn what_is_no_such_list_is_refused_with_the_line() {
    let district = record("40", "05770", "", "Minden-Lübbecke, Kreis", "43", "");
    for (text, refused) in [
        (String::new(), Malformed::Empty),
        (district.clone(), Malformed::Empty),
        ("Gemeinde;Name\n".to_owned(), Malformed::Line(1)),
        (format!("{}\n60 20251231", excerpt()), Malformed::Line(9)),
        (record("60", "05914", "", "Hagen", "61", ""), Malformed::Line(1)),
        (
            record("60", "99914000", "0000", "Nirgends", "61", ""),
            Malformed::Line(1),
        ),
        (
            record("60", "05914000", "0000", "Hagen", "61", "viele"),
            Malformed::Line(1),
        ),
        (record("70", "05914000", "0000", "Hagen", "61", ""), Malformed::Line(1)),
    ] {
        assert_eq!(read(text.as_bytes()), Err(refused), "{text}");
    }
}

#[actix_web::test]
async fn the_list_confirms_keys_and_names_and_leaves_a_city_its_own_word() {
    let app = TestApp::new().await;
    let now = app.clock.now();
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    let herne = account::place_of(&app.db, Role::Editor, Some("05916000"), None)
        .await
        .expect("Herne");
    let token = app.token("editor@herne.example", herne, Role::Editor).await;
    let ask = r#"query($key: Ags) { municipality(ags: $key) { id name officialName ars keysConfirmed population populationAsOf revision } }"#;
    let city = async |key: &str| app.gql(None, ask, json!({ "key": key })).await.data()["municipality"].clone();
    let id = city("05916000").await["id"].clone();
    let change =
        "mutation($input: UpdateMunicipalityInput!) { updateMunicipality(input: $input) { userErrors { code } } }";
    let input = json!({ "input": { "id": id, "expectedRevision": 1, "population": 157_000 } });
    app.gql(Some(&token), change, input).await.data();

    let taken = load(&app.db, excerpt().as_bytes(), now).await.expect("taken over");
    assert_eq!((taken.confirmed, taken.changed), (3, 3));
    assert!(
        taken.missing.contains(&("05911000".to_owned(), "Bochum".to_owned())),
        "{taken:?}"
    );
    let hagen = city("05914000").await;
    assert_eq!(
        (&hagen["name"], &hagen["ars"]),
        (&json!("Hagen"), &json!("059140000000"))
    );
    assert_eq!(hagen["officialName"], "Hagen, Stadt der FernUniversität");
    assert_eq!(
        (&hagen["population"], &hagen["populationAsOf"]),
        (&json!(190_000), &json!("2025-12-31"))
    );
    assert_eq!((&hagen["keysConfirmed"], &hagen["revision"]), (&json!(true), &json!(2)));
    let herne = city("05916000").await;
    assert_eq!(
        (&herne["population"], &herne["populationAsOf"]),
        (&json!(157_000), &json!(null))
    );

    let before = app.dump().await;
    let again = load(&app.db, excerpt().as_bytes(), now).await.expect("taken over");
    assert_eq!(again, Taken { changed: 0, ..taken });
    assert_eq!(app.dump().await, before, "nothing new, no new revision");
}

#[actix_web::test]
async fn what_the_list_changed_is_in_the_audit_and_a_bad_file_changes_nothing() {
    let database = verbund_tests::TestDb::new().await;
    let url = database.url.clone();
    let app = TestApp::on(database).await;
    demo::seed(&app.db, &app.clock.clock())
        .await
        .expect("the demonstration");
    let before = app.dump().await;
    let bad = format!("{}\nno record", excerpt());
    let refused = load(&app.db, bad.as_bytes(), app.clock.now()).await;
    assert!(matches!(refused, Err(Refusal::File(Malformed::Line(9)))), "{refused:?}");
    assert_eq!(app.dump().await, before);
    load(&app.db, excerpt().as_bytes(), app.clock.now())
        .await
        .expect("taken over");
    let written = query(
        &url,
        "select cast(changed_fields as text) as text from audit_entry where action = 'REFERENCE_LOAD'",
    )
    .await;
    assert_eq!(written.len(), 3);
    assert!(
        written
            .iter()
            .all(|fields| fields.contains("officialName") && !fields.contains("Hagen")),
        "{written:?}"
    );
}
