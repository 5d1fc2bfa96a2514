//! Usage and configuration: help, what is wrong with either, and a database that is behind.

use super::{Place, err, out};

#[test]
fn help_is_a_result_and_wrong_usage_is_not() {
    let place = Place::new();
    for arguments in ["--help", "serve --help", "user add --help", "--version"] {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments}");
        assert!(!out(&output).is_empty() && err(&output).is_empty(), "{arguments}");
    }
    for arguments in [
        "",
        "frob",
        "serve --frob",
        "seed",
        "user add",
        "user add --email a@b.example --role KING",
        "token --email a@b.example --ttl 2h",
        "token --email a@b.example --ttl 0s",
        "serve --listen here",
    ] {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert!(out(&output).is_empty() && !err(&output).is_empty(), "{arguments}");
    }
    assert_eq!(place.files(), 0, "nothing is made by asking");
}

#[test]
fn check_config_says_ok_or_one_problem_a_line() {
    let place = Place::new();
    let good = place.run("check-config");
    assert_eq!((good.status.code(), out(&good).as_str()), (Some(0), "ok\n"));
    let mut command = place.command("check-config --max-depth deep");
    let bad = command
        .env("VERBUND_LISTEN", "here")
        .env("VERBUND_LOG_FORMAT", "xml")
        .output()
        .expect("verbund runs");
    assert_eq!(bad.status.code(), Some(2));
    assert_eq!(out(&bad).lines().count(), 3, "{bad:?}");
    let odd = place
        .command("check-config")
        .env("VERBUND_LISTEM", "x")
        .output()
        .expect("verbund runs");
    assert_eq!((odd.status.code(), out(&odd).as_str()), (Some(0), "ok\n"));
    assert_eq!(err(&odd).matches("VERBUND_LISTEM").count(), 1);
}

#[test]
fn a_page_that_is_too_large_is_a_wrong_configuration() {
    let place = Place::new();
    for arguments in ["--max-page 101", "--max-page 10 --page-default 11"] {
        let output = place.run(&format!("check-config {arguments}"));
        assert_eq!(output.status.code(), Some(2), "{arguments}");
        assert_eq!(out(&output).lines().count(), 1, "{output:?}");
        assert_eq!(place.run(&format!("serve {arguments}")).status.code(), Some(2));
    }
}

#[test]
fn nothing_runs_on_a_structure_that_is_behind() {
    let place = Place::new();
    let status = place.run("migrate status");
    assert_eq!(status.status.code(), Some(1));
    assert!(out(&status).starts_with("pending\t"));
    for arguments in [
        "serve --listen 127.0.0.1:0",
        "user list",
        "token --email a@b.example",
        "seed --demo",
    ] {
        let output = place.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments}");
        assert!(err(&output).contains("run: verbund migrate"), "{arguments}: {output:?}");
        assert!(out(&output).is_empty());
    }
    assert_eq!(place.run("migrate").status.code(), Some(0));
    assert_eq!(place.run("migrate status").status.code(), Some(0));
}

#[test]
fn what_time_alone_changes_changes_by_a_command_that_says_how_much() {
    let place = Place::new();
    assert_eq!(place.run("migrate").status.code(), Some(0));
    let expired = place.run("expire");
    assert_eq!(
        (expired.status.code(), out(&expired).as_str()),
        (Some(0), "0 invitations expired\n0 meetings held\n")
    );
}
