//! What the operator sets, and what is said when it cannot be right.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use verbund_api::config::{Config, LogFormat, SETTINGS, load, markdown};
use verbund_api::http::Limits;

/// A file of settings that is removed with this value.
struct File(PathBuf);

impl File {
    fn new(text: &str) -> File {
        let path = std::env::temp_dir().join(format!("verbund-{}.toml", uuid::Uuid::new_v4().simple()));
        fs::write(&path, text).unwrap();
        File(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        fs::remove_file(&self.0).unwrap();
    }
}

fn variables(pairs: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
    pairs.iter().map(|(name, value)| (name.into(), value.into())).collect()
}

fn config(pairs: &[(&str, &str)]) -> Config {
    load(&BTreeMap::new(), None, variables(pairs)).unwrap().config
}

fn problems(pairs: &[(&str, &str)], file: Option<&Path>) -> Vec<String> {
    load(&BTreeMap::new(), file, variables(pairs)).unwrap_err().0
}

#[test]
fn without_any_setting_the_defaults_of_the_contract_hold() {
    let config = config(&[]);
    assert_eq!(config.database_url, "sqlite://verbund.db");
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.metrics_listen.unwrap().to_string(), "127.0.0.1:9464");
    assert_eq!(config.public_url, "http://127.0.0.1:8080");
    assert_eq!(config.cors_origins, Vec::<String>::new());
    assert_eq!((config.log.as_str(), config.log_format), ("info", LogFormat::Text));
    assert_eq!(
        config.limits,
        Limits::default(),
        "no limit is off, and none differs from the gate's own"
    );
}

#[test]
fn a_flag_wins_over_the_environment_the_environment_over_the_file_the_file_over_the_default() {
    let file = File::new("listen = \"127.0.0.1:3\"\nlog = \"warn\"\nmax_depth = 7\n");
    let path = file.0.to_str().unwrap();
    let environment = [
        ("VERBUND_CONFIG", path),
        ("VERBUND_LISTEN", "127.0.0.1:2"),
        ("VERBUND_LOG", "debug"),
    ];
    let flags = BTreeMap::from([("listen", "127.0.0.1:1".to_owned())]);
    let config = load(&flags, None, variables(&environment)).unwrap().config;
    assert_eq!(config.listen.port(), 1);
    assert_eq!(config.log, "debug");
    assert_eq!(config.limits.depth, 7);
    assert_eq!(config.limits.aliases, 30);
}

#[test]
fn the_file_of_the_flag_wins_over_the_file_of_the_environment() {
    let (flag, variable) = (File::new("log = \"warn\""), File::new("log = \"error\""));
    let environment = variables(&[("VERBUND_CONFIG", variable.0.to_str().unwrap())]);
    let config = load(&BTreeMap::new(), Some(&flag.0), environment).unwrap().config;
    assert_eq!(config.log, "warn");
}

#[test]
fn everything_that_is_wrong_is_said_at_once_with_the_place_where_it_stands() {
    let file = File::new("log_format = \"xml\"\nmax_cost = 0\nlogformat = \"json\"\nmax_page = 1.5\n");
    let problems = problems(
        &[
            ("VERBUND_LISTEN", "here"),
            ("VERBUND_PUBLIC_URL", "verbund.example"),
            ("VERBUND_CORS_ORIGINS", "*"),
        ],
        Some(&file.0),
    );
    for part in [
        "VERBUND_LISTEN",
        "VERBUND_PUBLIC_URL",
        "VERBUND_CORS_ORIGINS",
        "log_format",
        "max_cost",
        "logformat",
    ] {
        let about = problems
            .iter()
            .filter(|problem| problem.contains(&format!("{part}:")) || problem.contains(part));
        assert!(about.count() >= 1, "nothing about {part} in {problems:#?}");
    }
    assert_eq!(problems.len(), 7, "{problems:#?}");
    assert!(problems.iter().all(|problem| !problem.contains('\n')), "{problems:#?}");
}

#[test]
fn the_password_in_a_wrong_database_address_is_not_shown() {
    let problems = problems(
        &[("VERBUND_DATABASE_URL", "mysql://verbund:geheim@localhost/verbund")],
        None,
    );
    assert_eq!(
        problems,
        ["VERBUND_DATABASE_URL: must be sqlite://FILE or postgres://…"]
    );
}

#[test]
fn a_variable_that_nobody_reads_is_one_warning_and_no_mistake() {
    let environment = [
        ("VERBUND_LISTEM", "127.0.0.1:1"),
        ("VERBUND_TEST_DATABASE", "sqlite"),
        ("LANG", "C"),
    ];
    let loaded = load(&BTreeMap::new(), None, variables(&environment)).unwrap();
    assert_eq!(loaded.warnings, ["VERBUND_LISTEM is not a setting and has no effect"]);
    assert_eq!(loaded.config.listen.port(), 8080);
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let problems = problems(&[("VERBUND_CONFIG", "/nowhere/verbund.toml")], None);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("/nowhere/verbund.toml: "), "{problems:?}");
}

#[test]
fn a_value_that_is_not_utf_8_is_a_problem_and_not_a_crash() {
    let environment = [("VERBUND_LOG".into(), OsString::from_vec(vec![0xff]))];
    let problems = load(&BTreeMap::new(), None, environment).unwrap_err().0;
    assert_eq!(problems, ["VERBUND_LOG: is not UTF-8"]);
}

#[test]
fn values_are_understood_as_people_write_them() {
    let config = config(&[
        ("VERBUND_LISTEN", "localhost:0"),
        ("VERBUND_METRICS_LISTEN", ""),
        ("VERBUND_PUBLIC_URL", "https://verbund.example/stadt/"),
        (
            "VERBUND_CORS_ORIGINS",
            "https://www.Hagen.example, http://localhost:5173",
        ),
        ("VERBUND_DATABASE_URL", " postgres://verbund@localhost/verbund "),
        ("VERBUND_LOG_FORMAT", "json"),
    ]);
    assert_eq!(config.listen.to_string(), "127.0.0.1:0");
    assert_eq!(config.metrics_listen, None);
    assert_eq!(config.public_url, "https://verbund.example/stadt");
    assert_eq!(
        config.cors_origins,
        ["https://www.hagen.example", "http://localhost:5173"]
    );
    assert_eq!(config.database_url, "postgres://verbund@localhost/verbund");
    assert_eq!(config.log_format, LogFormat::Json);
}

#[test]
fn values_that_cannot_be_right_are_refused() {
    for (name, value) in [
        ("VERBUND_DATABASE_URL", ""),
        ("VERBUND_DATABASE_URL", "sqlite://"),
        ("VERBUND_DATABASE_URL", "sqlite://:memory:"),
        ("VERBUND_LISTEN", "8080"),
        ("VERBUND_LISTEN", "127.0.0.1:65536"),
        ("VERBUND_PUBLIC_URL", "https://"),
        ("VERBUND_PUBLIC_URL", "https://verbund.example/?a=b"),
        ("VERBUND_PUBLIC_URL", "ftp://verbund.example"),
        ("VERBUND_CORS_ORIGINS", "https://hagen.example/"),
        ("VERBUND_CORS_ORIGINS", "https://hagen.example,null"),
        ("VERBUND_KEY_FILE", ""),
        ("VERBUND_LOG", "loud=very"),
        ("VERBUND_LOG_FORMAT", "JSON"),
        ("VERBUND_MAX_DEPTH", "-1"),
        ("VERBUND_MAX_TOKENS", "many"),
        ("VERBUND_MAX_PAGE", "0"),
    ] {
        let problems = problems(&[(name, value)], None);
        assert_eq!(problems.len(), 1, "{name}={value}: {problems:?}");
        assert!(problems[0].starts_with(name), "{problems:?}");
    }
}

#[test]
fn every_setting_accepts_its_own_default_and_is_documented() {
    let text = markdown();
    for setting in SETTINGS {
        assert!(setting.accepts_its_default(), "{}", setting.name);
        assert!(text.contains(&format!("`{}`", setting.variable())), "{}", setting.name);
    }
    assert!(text.contains("VERBUND_CONFIG"));
}
