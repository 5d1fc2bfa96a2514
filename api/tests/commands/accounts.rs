//! Accounts and their tokens.

use super::{Place, out};

#[test]
fn an_account_is_added_listed_given_roles_and_locked() {
    let place = Place::with_an_operator();
    let again = place.run_with(
        "user add --email OPS@verbund.example --role AUDITOR",
        "ein langes Passwort\n",
    );
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(
        place
            .run("user grant --email ops@verbund.example --role AUDITOR")
            .status
            .code(),
        Some(0)
    );
    let listed = "ops@verbund.example\tops@verbund.example\tACTIVE\t";
    let both = format!("{listed}OPERATOR\t-\n{listed}AUDITOR\t-\n");
    assert_eq!(out(&place.run("user list")), both);
    assert_eq!(
        place
            .run("user revoke --email ops@verbund.example --role AUDITOR")
            .status
            .code(),
        Some(0)
    );
    assert_eq!(
        place
            .run("user revoke --email ops@verbund.example --role AUDITOR")
            .status
            .code(),
        Some(1)
    );
    let nowhere = place.run("user grant --email ops@verbund.example --role EDITOR --municipality 00000000");
    assert_eq!(nowhere.status.code(), Some(1));
    let misplaced = place.run("user grant --email ops@verbund.example --role EDITOR");
    assert_eq!(misplaced.status.code(), Some(2));
    assert_eq!(
        place.run("user lock --email ops@verbund.example").status.code(),
        Some(0)
    );
    assert!(out(&place.run("user list")).contains("\tLOCKED\t"));
    assert_eq!(place.run("token --email ops@verbund.example").status.code(), Some(1));
    assert_eq!(
        place.run("user unlock --email ops@verbund.example").status.code(),
        Some(0)
    );
    assert!(out(&place.run("user list")).contains("\tACTIVE\t"));
    assert_eq!(place.run("token --email ops@verbund.example").status.code(), Some(0));
    assert_eq!(
        place.run("user unlock --email nobody@verbund.example").status.code(),
        Some(1)
    );
}

#[test]
fn a_forgotten_password_is_replaced_by_whoever_has_the_machine() {
    let place = Place::with_an_operator();
    let change = "user password --email ops@verbund.example";
    assert_eq!(place.run_with(change, "kurz\n").status.code(), Some(2));
    assert_eq!(
        place.run_with(change, "ein ganz neues Passwort\n").status.code(),
        Some(0)
    );
    let nobody = "user password --email nobody@verbund.example";
    assert_eq!(
        place.run_with(nobody, "ein ganz neues Passwort\n").status.code(),
        Some(1)
    );
}

#[test]
fn somebody_is_invited_with_a_secret_and_stands_in_for_somebody_until_a_day() {
    let place = Place::new();
    assert_eq!(place.run("migrate").status.code(), Some(0));
    assert_eq!(place.run("seed --demo").status.code(), Some(0));
    let invite = "user invite --email neu@hagen.example --role EDITOR --municipality 05914000";
    let (first, second) = (out(&place.run(invite)), out(&place.run(invite)));
    assert_eq!((first.trim().len(), second.trim().len()), (43, 43));
    assert_ne!(first, second);
    let grant = "user grant --email neu@hagen.example --role ADMIN --municipality 05914000 \
        --substitute-for fachbereich@hagen.example";
    assert_eq!(place.run(grant).status.code(), Some(2), "without an end");
    assert_eq!(
        place.run(&format!("{grant} --until 2999-12-31")).status.code(),
        Some(2),
        "too long"
    );
    let over = "user grant --email neu@hagen.example --role VIEWER --municipality 05914000 --until 2020-01-01";
    assert_eq!(place.run(over).status.code(), Some(2));
    let until = "user grant --email neu@hagen.example --role VIEWER --municipality 05914000 --until 2999-12-31";
    assert_eq!(place.run(until).status.code(), Some(0));
    assert!(out(&place.run("user list")).contains("neu@hagen.example\tINVITED\tVIEWER\t05914000\n"));
    assert_eq!(
        place
            .run("user invite --email a@b.example --role AUDITOR")
            .status
            .code(),
        Some(2)
    );
}

#[test]
fn a_short_password_is_wrong_usage_and_makes_no_account() {
    let place = Place::with_an_operator();
    let before = out(&place.run("user list"));
    let output = place.run_with("user add --email a@b.example --role AUDITOR", "kurz\n");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(&place.run("user list")), before);
}

#[test]
fn a_token_is_one_line_of_three_parts() {
    let place = Place::with_an_operator();
    let output = place.run("token --email ops@verbund.example --ttl 10m");
    assert_eq!(output.status.code(), Some(0));
    let text = out(&output);
    assert_eq!(text.lines().count(), 1);
    assert_eq!(text.trim_end().split('.').count(), 3);
}
