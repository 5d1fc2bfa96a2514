//! A running server, as whoever asks it over the network meets it.

use super::{Demo, Place, ask, stop};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

#[test]
fn an_editor_of_hagen_changes_something_of_hagen_and_is_refused_for_herne() {
    let place = Place::new();
    let demo = Demo::start(&place, "");
    let answer = demo.post(&demo.line("query")[0]);
    assert!(
        answer.ends_with(
            r#"{"data":{"municipality":{"name":"Hagen","memberships":{"nodes":[{"memberSince":{"edtf":"2023","precision":"YEAR"}}]}}}}"#
        ),
        "{answer}"
    );
    let editor = demo.lines.iter().find(|line| line[0] == "login" && line[1] == "EDITOR");
    let editor = editor.expect("an editor of Hagen");
    assert_eq!(editor[2], "05914000");
    let answer = demo.post(&format!(
        "mutation {{ signIn(input: {{email: {:?}, password: {:?}}}) {{ accessToken }} }}",
        editor[3], editor[4]
    ));
    let token = between(&answer, "\"accessToken\":\"", "\"");
    let bearer = format!("Authorization: Bearer {token}\r\n");
    let change = |ags: &str| {
        let city = demo.post(&format!("{{ municipality(ags: {ags:?}) {{ id }} }}"));
        let id = between(&city, "\"id\":\"", "\"");
        let mutation = format!(
            "mutation {{ updateMunicipality(input: {{id: {id:?}, expectedRevision: 1, website: \"www.stadt.example\"}}) \
             {{ municipality {{ website }} userErrors {{ code }} }} }}"
        );
        demo.post_with(&mutation, &bearer)
    };
    let hagen = change("05914000");
    assert!(
        hagen.contains(r#""municipality":{"website":"https://www.stadt.example/"},"userErrors":[]"#),
        "{hagen}"
    );
    let herne = change("05916000");
    assert!(
        herne.contains(r#""code":"FORBIDDEN""#) && !herne.contains("stadt.example"),
        "{herne}"
    );
    assert_eq!(demo.stop("TERM"), Some(0));
}

/// What stands between two marks.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).expect("the first mark");
    rest.split_once(after).expect("the second mark").0
}

/// The start page as `serve` shows it on the database of this place.
fn start_page(place: &Place) -> String {
    let mut command = place.command("serve --listen 127.0.0.1:0 --metrics-listen= --log-format json");
    let mut child = command.stderr(Stdio::piped()).spawn().expect("verbund starts");
    let log = BufReader::new(child.stderr.take().expect("its log")).lines();
    let mut addresses = log.filter_map(|line| {
        let line: serde_json::Value = serde_json::from_str(&line.expect("UTF-8")).expect("a line of JSON");
        line["fields"]["address"].as_str().map(str::to_owned)
    });
    let address = addresses.next().expect("it says where it listens");
    let page = ask(&address, "GET /", "", "");
    assert_eq!(stop(child, "TERM"), Some(0));
    page
}

#[test]
fn a_database_with_the_demonstration_says_so_whoever_serves_it() {
    let place = Place::new();
    assert_eq!(place.run("migrate").status.code(), Some(0));
    let page = start_page(&place);
    assert!(!page.contains("erfunden") && !page.contains("noindex"), "{page}");
    assert_eq!(place.run("seed --demo").status.code(), Some(0));
    let page = start_page(&place);
    assert!(page.contains("Personen und Kontaktdaten sind erfunden."), "{page}");
    assert!(page.contains("x-robots-tag: noindex"), "{page}");
}

#[test]
fn behind_a_trusted_proxy_one_client_does_not_lock_out_another() {
    let place = Place::new();
    let demo = Demo::start(&place, "--trusted-proxies 127.0.0.1");
    let guess = |account: u32, from: &str| {
        let document = format!(
            "mutation {{ signIn(input: {{email: \"{account}@hagen.example\", password: \"x\"}}) {{ accessToken }} }}"
        );
        let answer = demo.post_with(&document, &format!("X-Forwarded-For: 198.51.100.7, {from}\r\n"));
        answer.lines().next().expect("a status").to_owned()
    };
    let refused = (0..100).find(|account| guess(*account, "192.0.2.1").contains("429"));
    assert!(refused.is_some(), "nothing is throttled");
    assert!(guess(200, "192.0.2.2").contains("200"));
    assert_eq!(demo.stop("TERM"), Some(0));
}
