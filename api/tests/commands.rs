//! The program as the operator meets it: what it prints where, and with which status it ends.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// An empty folder in which the program runs with an empty environment; removed with this value.
struct Place(PathBuf);

impl Place {
    fn new() -> Place {
        let path = std::env::temp_dir().join(format!("verbund-commands-{}", uuid::Uuid::new_v4().simple()));
        fs::create_dir(&path).expect("a folder");
        Place(path)
    }

    fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbund"));
        command
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .env_clear()
            .env("TMPDIR", &self.0);
        command
    }

    fn run(&self, arguments: &str) -> Output {
        self.run_with(arguments, "")
    }

    fn run_with(&self, arguments: &str, input: &str) -> Output {
        let mut command = self.command(arguments);
        let pipes = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = pipes.spawn().expect("verbund starts");
        let mut stdin = child.stdin.take().expect("its input");
        // Most commands end without reading it.
        drop(stdin.write_all(input.as_bytes()));
        drop(stdin);
        child.wait_with_output().expect("verbund ends")
    }

    /// A migrated database with one account for the installation.
    fn with_an_operator() -> Place {
        let place = Place::new();
        assert_eq!(place.run("migrate").status.code(), Some(0));
        let added = place.run_with(
            "user add --email ops@verbund.example --role OPERATOR",
            "ein langes Passwort\n",
        );
        assert_eq!(added.status.code(), Some(0), "{added:?}");
        place
    }

    fn files(&self) -> usize {
        fs::read_dir(&self.0).expect("the folder").count()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the folder goes away");
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

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

/// One request and its whole answer.
fn ask(host: &str, what: &str, headers: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(host).expect("the server");
    write!(
        stream,
        "{what} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n{body}"
    )
    .expect("the server reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("the server answers");
    answer
}

/// A running demonstration; killed with this value if it still runs.
struct Demo {
    child: Option<Child>,
    lines: Vec<Vec<String>>,
}

impl Demo {
    fn start(place: &Place, arguments: &str) -> Demo {
        let mut command = place.command(&format!("demo --listen 127.0.0.1:0 {arguments}"));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("verbund starts");
        let mut lines = Vec::new();
        for line in BufReader::new(child.stdout.take().expect("its output")).lines() {
            let line: Vec<String> = line.expect("UTF-8").split('\t').map(str::to_owned).collect();
            let last = line == ["ready"];
            lines.push(line);
            if last {
                break;
            }
        }
        Demo {
            child: Some(child),
            lines,
        }
    }

    /// What stands behind the first line with this name.
    fn line(&self, name: &str) -> &[String] {
        self.lines
            .iter()
            .find(|line| line[0] == name)
            .map(|line| &line[1..])
            .expect(name)
    }

    fn post(&self, document: &str) -> String {
        self.post_with(document, "")
    }

    /// With further header lines, each ended.
    fn post_with(&self, document: &str, headers: &str) -> String {
        let body = serde_json::json!({ "query": document }).to_string();
        let length = format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len());
        ask(self.host(), "POST /graphql", &format!("{headers}{length}"), &body)
    }

    fn host(&self) -> &str {
        self.line("url")[0].trim_start_matches("http://").trim_end_matches('/')
    }

    /// With what status it ends, within ten seconds of the signal.
    fn stop(mut self, signal: &str) -> Option<i32> {
        stop(self.child.take().expect("a demonstration that runs"), signal)
    }
}

fn stop(mut child: Child, signal: &str) -> Option<i32> {
    let id = child.id().to_string();
    let send = |signal| Command::new("kill").args(["-s", signal, &id]).status().expect("kill");
    send(signal);
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(child.wait()));
    match told.recv_timeout(Duration::from_secs(10)) {
        Ok(ended) => ended.expect("verbund ends").code(),
        Err(_) => {
            send("KILL");
            panic!("it runs on after SIG{signal}");
        }
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            drop(child.kill());
            drop(child.wait());
        }
    }
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

/// The start page as `serve` shows it on the database of this place.
fn start_page(place: &Place) -> String {
    let mut command = place.command("serve --listen 127.0.0.1:0 --log-format json");
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
