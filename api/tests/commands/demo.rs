//! The demonstration: where it runs, what it prints, and what it leaves behind.

use super::{Demo, Place, err};
use std::net::TcpListener;

#[test]
fn a_demonstration_is_for_this_machine_only() {
    let place = Place::new();
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80"] {
        assert_eq!(
            place.run(&format!("demo --listen {address}")).status.code(),
            Some(2),
            "{address}"
        );
    }
    assert_eq!(place.files(), 0);
}

#[test]
fn a_demonstration_on_a_taken_port_names_the_way_out() {
    let place = Place::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address");
    let output = place.run(&format!("demo --listen {address}"));
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("--listen 127.0.0.1:0"), "{output:?}");
    assert_eq!(place.files(), 0);
}

#[test]
fn a_demonstration_prints_where_it_is_and_who_can_sign_in_and_leaves_nothing_behind() {
    let place = Place::new();
    let demo = Demo::start(&place, "");
    let names: Vec<&str> = demo.lines.iter().map(|line| line[0].as_str()).collect();
    let logins = ["login"; 9];
    assert_eq!(
        names,
        [&["url", "graphql"], &logins[..], &["query", "notice", "ready"]].concat()
    );
    let who: Vec<String> = demo
        .lines
        .iter()
        .filter(|line| line[0] == "login")
        .map(|line| line[1..3].join(" "))
        .collect();
    assert_eq!(
        who,
        [
            "ADMIN 05914000",
            "EDITOR 05914000",
            "VIEWER 05914000",
            "ADMIN 05916000",
            "EDITOR 05916000",
            "VIEWER 05916000",
            "COORDINATOR integration-interkommunal",
            "OPERATOR -",
            "AUDITOR -",
        ]
    );
    assert_eq!(demo.line("graphql")[0], format!("{}graphql", demo.line("url")[0]));
    assert_eq!(demo.line("notice"), ["Personen und Kontaktdaten sind erfunden."]);
    assert_eq!(place.files(), 1, "its folder");
    for line in demo.lines.iter().filter(|line| line[0] == "login") {
        assert!(line[3].ends_with(".example"), "{line:?}");
        let (email, password) = (&line[3], &line[4]);
        let answer = demo.post(&format!(
            "mutation {{ signIn(input: {{email: {email:?}, password: {password:?}}}) {{ accessToken userErrors {{ code }} }} }}"
        ));
        assert!(answer.contains("\"accessToken\":\"ey"), "{email}: {answer}");
    }
    assert_eq!(demo.stop("TERM"), Some(0));
    assert_eq!(place.files(), 0);
}

#[test]
fn a_demonstration_can_be_kept_and_is_never_overwritten() {
    let place = Place::new();
    let demo = Demo::start(&place, "--keep kept");
    assert_eq!(demo.stop("INT"), Some(0));
    assert!(place.0.join("kept/verbund.db").is_file());
    assert_eq!(
        place.run("demo --listen 127.0.0.1:0 --keep kept").status.code(),
        Some(1)
    );
}
