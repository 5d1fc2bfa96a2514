//! An operator's day, as `docs/OPERATING.md` tells it: its commands are run, in their order.

use super::{Place, ask, stop};
use std::fs;
use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStderr, Command, Output, Stdio};

const OPERATING: &str = include_str!("../../../docs/OPERATING.md");

/// What stands between fences, by what is written behind the first.
fn blocks() -> Vec<(&'static str, String)> {
    let mut blocks = Vec::new();
    let mut rest = OPERATING;
    while let Some((_, block)) = rest.split_once("\n```") {
        let (info, text) = block.split_once('\n').expect("a block has lines");
        let (text, after) = text.split_once("\n```").expect("a block ends");
        blocks.push((info, format!("{text}\n")));
        rest = after;
    }
    blocks
}

/// The commands of one day, in a folder that stands for the machine.
struct Day {
    place: Place,
    /// Everything that was typed so far: what it exported still holds.
    exports: String,
    /// What the text calls otherwise than the test.
    names: Vec<(&'static str, String)>,
}

impl Day {
    fn new() -> Day {
        let place = Place::new();
        let root = place.0.display().to_string();
        for folder in ["etc/verbund", "var/lib/verbund", "var/backups/verbund"] {
            fs::create_dir_all(place.0.join(folder)).expect("a folder");
        }
        let names = [
            ("/etc/verbund", "etc/verbund"),
            ("/var/lib/verbund", "var/lib/verbund"),
            ("/var/backups/verbund", "var/backups/verbund"),
        ];
        let names = names.map(|(told, here)| (told, format!("{root}/{here}")));
        Day {
            place,
            exports: String::new(),
            names: names.into(),
        }
    }

    fn here(&self, text: &str) -> String {
        self.names
            .iter()
            .fold(text.to_owned(), |text, (told, here)| text.replace(told, here))
    }

    /// Runs the commands of a block; what it prints if all of them succeed.
    fn run(&mut self, block: &str) -> String {
        let block = self.here(block);
        let program = std::path::Path::new(env!("CARGO_BIN_EXE_verbund"));
        let path = [
            program.parent().expect("its folder").display().to_string(),
            std::env::var("PG_BIN").unwrap_or_default(),
            std::env::var("PATH").unwrap_or_default(),
        ];
        let output: Output = Command::new("sh")
            .args(["-eu", "-c", &format!("{}{block}", self.exports)])
            .current_dir(&self.place.0)
            .env_clear()
            .env("PATH", path.join(":"))
            .env("HOME", &self.place.0)
            .output()
            .expect("a shell");
        assert!(
            output.status.success(),
            "{block}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let exports = block.lines().filter(|line| line.starts_with("export "));
        self.exports.extend(exports.map(|line| format!("{line}\n")));
        String::from_utf8(output.stdout).expect("UTF-8")
    }
}

/// A server on free ports, and what it tells in its log.
struct Serving {
    child: Child,
    address: String,
    metrics: String,
    log: Lines<BufReader<ChildStderr>>,
}

fn serve(day: &Day) -> Serving {
    let mut command = day
        .place
        .command("serve --listen 127.0.0.1:0 --metrics-listen 127.0.0.1:0 --log-format json");
    command.env("VERBUND_CONFIG", day.here("/etc/verbund/verbund.toml"));
    let mut child = command.stderr(Stdio::piped()).spawn().expect("verbund starts");
    let mut log = BufReader::new(child.stderr.take().expect("its log")).lines();
    let (mut metrics, mut address) = (String::new(), None);
    while address.is_none() {
        let line = parsed(&log.next().expect("a line").expect("UTF-8"));
        let told = |name: &str| line["fields"][name].as_str().map(str::to_owned);
        metrics = told("at").unwrap_or(metrics);
        address = told("address");
    }
    Serving {
        child,
        address: address.unwrap_or_default(),
        metrics,
        log,
    }
}

fn parsed(line: &str) -> serde_json::Value {
    serde_json::from_str(line).expect("a line of JSON")
}

fn on_postgresql() -> bool {
    std::env::var("VERBUND_TEST_DATABASE").is_ok_and(|database| database == "postgresql")
}

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

#[test]
fn the_day_that_the_manual_tells_goes_as_it_tells() {
    if on_postgresql() {
        return; // the day is on SQLite; PostgreSQL has its own
    }
    let mut day = Day::new();
    let mut printed = String::new();
    for (info, text) in blocks() {
        if let Some(file) = info.strip_prefix("toml day ") {
            fs::write(day.here(file), day.here(&text)).expect("the settings");
        } else if info == "sh day serving" {
            let Serving {
                child,
                address,
                metrics,
                ..
            } = serve(&day);
            assert!(ask(&address, "GET /readyz", "", "").starts_with("HTTP/1.1 200"));
            let page = ask(&metrics, "GET /metrics", "", "");
            assert!(
                page.contains("\nverbund_operations_total{kind=\"query\",code=\"OK\"} 0\n"),
                "{page}"
            );
            if !text.contains("curl") || has("curl") {
                day.names
                    .extend([("127.0.0.1:8080", address), ("127.0.0.1:9464", metrics)]);
                printed += &day.run(&text);
                day.names.truncate(3);
            }
            assert_eq!(stop(child, "TERM"), Some(0));
        } else if info == "sh day" {
            printed += &day.run(&text);
        }
    }
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines[0], "ok");
    assert!(lines.contains(&"up to date"));
    let listed = |email: &str| lines.iter().filter(|line| line.starts_with(email)).count();
    assert_eq!(listed("admin@hagen.example"), 2, "before and after: {printed}");
    for (email, status) in [("betrieb@stadt.example", "ACTIVE"), ("admin@herne.example", "LOCKED")] {
        let last = lines.iter().rfind(|line| line.starts_with(email)).expect("the account");
        assert!(last.contains(status), "{last}");
    }
    for status in ["SUSPENDED", "ACTIVE"] {
        let told = format!("{{\"membership\":{{\"status\":\"{status}\"}},\"userErrors\":[]}}");
        assert!(!has("curl") || printed.contains(&told), "{told} is not in {printed}");
    }
    assert!(
        lines.iter().any(|line| line.starts_with("ey")),
        "a token of the restored account"
    );
}

#[test]
fn the_roles_and_the_backup_of_postgresql_are_enough() {
    let Some(url) = std::env::var("VERBUND_TEST_PG").ok().filter(|_| on_postgresql()) else {
        return;
    };
    let (_, host) = url.split_once('@').expect("an address");
    let mut day = Day::new();
    day.names.push(("postgres@localhost", "verbund@localhost".to_owned()));
    day.names
        .push(("@localhost", format!("@{}", host.split('/').next().expect("a host"))));
    let mut printed = String::new();
    for (_, text) in blocks().into_iter().filter(|(info, _)| *info == "sh postgresql") {
        printed += &day.run(&text);
    }
    assert!(printed.contains("up to date\n"), "{printed}");
    assert!(
        printed.contains("admin@hagen.example\tadmin@hagen.example\tACTIVE\tADMIN\t05914000\n"),
        "{printed}"
    );
    let refused = day
        .place
        .command("migrate")
        .env(
            "VERBUND_DATABASE_URL",
            day.here("postgres://verbund_app@localhost/postgres"),
        )
        .output();
    assert_eq!(
        refused.expect("verbund runs").status.code(),
        Some(1),
        "the role that serves makes no tables"
    );
}

#[test]
fn a_copy_never_overwrites_and_is_of_sqlite_only() {
    let place = Place::with_an_operator();
    assert_eq!(place.run("backup copy.db").status.code(), Some(0));
    assert_eq!(place.run("backup copy.db").status.code(), Some(1));
    let copied = place.run("user list --database-url sqlite://copy.db");
    assert!(
        String::from_utf8_lossy(&copied.stdout).starts_with("ops@verbund.example\t"),
        "{copied:?}"
    );
    let elsewhere = place.run("backup other.db --database-url postgres://localhost/verbund");
    assert_eq!(elsewhere.status.code(), Some(2));
    assert!(!place.0.join("other.db").exists());
}

#[test]
fn metrics_and_log_tell_kinds_and_codes_and_nothing_that_a_client_chose() {
    let mut day = Day::new();
    let settings = "database_url = \"sqlite://verbund.db\"\n";
    fs::write(day.here("/etc/verbund/verbund.toml"), settings).expect("the settings");
    day.run("verbund --config /etc/verbund/verbund.toml migrate");
    let serving = serve(&day);
    let name = "N".repeat(200);
    let ask_for = |document: &str| {
        let variables = serde_json::json!({ "slug": "geheim-7" });
        let body = serde_json::json!({ "query": document, "variables": variables }).to_string();
        let head = format!(
            "Content-Type: application/json\r\nX-Request-Id: r-1\r\nContent-Length: {}\r\n",
            body.len()
        );
        ask(&serving.address, "POST /graphql", &head, &body)
    };
    ask_for(&format!(
        "query {name}($slug: Slug) {{ network(slug: $slug) {{ name }} }}"
    ));
    ask_for("query Wrong { nothing }");
    ask_for("{");
    let mutation = "mutation Write { startProject(input: {id: \"geheim-7\"}) { project { id } } }";
    assert!(ask_for(mutation).contains("UNAUTHENTICATED"));
    let page = ask(&serving.metrics, "GET /metrics", "", "");
    for line in [
        r#"verbund_operations_total{kind="query",code="OK"} 1"#,
        r#"verbund_operations_total{kind="query",code="BAD_REQUEST"} 1"#,
        r#"verbund_operations_total{kind="unknown",code="BAD_REQUEST"} 1"#,
        r#"verbund_operations_total{kind="mutation",code="UNAUTHENTICATED"} 1"#,
        r#"verbund_operation_duration_seconds_bucket{kind="query",le="+Inf"} 2"#,
        r#"verbund_operation_duration_seconds_count{kind="mutation"} 1"#,
        r#"verbund_database_connections_max{pool="read"} 4"#,
    ] {
        assert!(page.contains(&format!("\n{line}\n")), "{line} is not in {page}");
    }
    for chosen in ["NNN", "Wrong", "geheim"] {
        assert!(!page.contains(chosen), "{chosen}");
    }
    assert!(ask(&serving.metrics, "GET /graphql", "", "").starts_with("HTTP/1.1 404"));
    assert!(ask(&serving.address, "GET /metrics", "", "").starts_with("HTTP/1.1 404"));
    assert_eq!(stop(serving.child, "TERM"), Some(0));
    let lines: Vec<String> = serving.log.map(|line| line.expect("UTF-8")).collect();
    let told: Vec<_> = lines
        .iter()
        .map(|line| parsed(line)["fields"].clone())
        .filter(|line| line["message"] == "graphql")
        .collect();
    let codes: Vec<_> = told.iter().map(|line| line["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, ["OK", "BAD_REQUEST", "BAD_REQUEST", "UNAUTHENTICATED"]);
    assert_eq!(told[0]["operation"], "N".repeat(80));
    assert!(
        told.iter()
            .all(|line| line["request_id"] == "r-1" && line["ms"].is_u64())
    );
    assert!(!lines.concat().contains("geheim"), "{lines:#?}");
}

#[test]
fn a_server_whose_metrics_have_no_port_serves_all_the_same() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let place = Place::with_an_operator();
    let address = taken.local_addr().expect("its address");
    let mut command = place.command(&format!(
        "serve --listen 127.0.0.1:0 --log-format json --metrics-listen {address}"
    ));
    let mut child = command.stderr(Stdio::piped()).spawn().expect("verbund starts");
    let log = BufReader::new(child.stderr.take().expect("its log")).lines();
    let lines = log.map(|line| parsed(&line.expect("UTF-8")));
    let mut warned = false;
    let serving = lines.map(|line| {
        (
            line["level"] == "WARN",
            line["fields"]["address"].as_str().map(str::to_owned),
        )
    });
    let at = serving
        .inspect(|(warning, _)| warned |= warning)
        .find_map(|(_, address)| address)
        .expect("it serves");
    assert!(ask(&at, "GET /livez", "", "").starts_with("HTTP/1.1 200"));
    assert_eq!(stop(child, "INT"), Some(0));
    assert!(warned);
}
