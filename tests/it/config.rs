//! What the operator sets, and what is said when it cannot be right.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use verbund_api::config::{Config, LogFormat, SETTINGS, load, markdown};
use verbund_api::http::{Limits, Network};

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
    assert_eq!(config.trusted_proxies, Vec::<Network>::new());
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
    let loaded = load(&BTreeMap::new(), Some(&flag.0), environment).unwrap();
    assert_eq!(loaded.config.log, "warn");
    assert_eq!(loaded.warnings, [] as [String; 0], "VERBUND_CONFIG is known");
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
        ("VERBUND_TRUSTED_PROXIES", " 127.0.0.1, 10.0.0.0/8,fd00::/8 "),
        ("VERBUND_QUERY_SECONDS", "3"),
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
    let networks = ["127.0.0.1/32", "10.0.0.0/8", "fd00::/8"];
    assert_eq!(
        config.trusted_proxies,
        networks.map(|text| Network::parse(text).unwrap())
    );
    assert_eq!(config.limits.query_time, Duration::from_secs(3));
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
        ("VERBUND_MAX_PAGE", "101"),
        ("VERBUND_PAGE_DEFAULT", "0"),
        ("VERBUND_PAGE_DEFAULT", "101"),
        ("VERBUND_QUERY_SECONDS", "0"),
        ("VERBUND_MUTATION_SECONDS", "3601"),
        ("VERBUND_TRUSTED_PROXIES", "proxy.example"),
        ("VERBUND_TRUSTED_PROXIES", "10.0.0"),
        ("VERBUND_TRUSTED_PROXIES", "127.0.0.1:80"),
        ("VERBUND_TRUSTED_PROXIES", "10.0.0.0/33"),
        ("VERBUND_TRUSTED_PROXIES", "10.0.0.0/"),
        ("VERBUND_TRUSTED_PROXIES", "10.0.0.0/+8"),
        ("VERBUND_TRUSTED_PROXIES", "10.0.0.0/8/8"),
        ("VERBUND_TRUSTED_PROXIES", "0.0.0.0/0"),
        ("VERBUND_TRUSTED_PROXIES", "127.0.0.1, ::/0"),
    ] {
        let problems = problems(&[(name, value)], None);
        assert_eq!(problems.len(), 1, "{name}={value}: {problems:?}");
        assert!(problems[0].starts_with(name), "{problems:?}");
    }
}

#[test]
fn a_page_that_does_not_say_its_size_is_not_larger_than_pages_may_be() {
    let pages = [("VERBUND_MAX_PAGE", "10"), ("VERBUND_PAGE_DEFAULT", "11")];
    assert_eq!(
        problems(&pages, None),
        ["VERBUND_PAGE_DEFAULT: 11 is above max_page, which is 10"]
    );
    let limits = config(&[("VERBUND_MAX_PAGE", "10"), ("VERBUND_PAGE_DEFAULT", "10")]).limits;
    assert_eq!((limits.page_default, limits.page_max), (10, 10));
    let limits = config(&[("VERBUND_MAX_PAGE", "10")]).limits;
    assert_eq!(limits.page_default, 10, "nobody has asked for more");
    assert_eq!(config(&[("VERBUND_PAGE_DEFAULT", "50")]).limits.page_default, 50);
}

#[test]
fn every_limit_of_the_contract_can_be_set() {
    let limits = [
        "max_tokens",
        "max_fields",
        "max_depth",
        "max_aliases",
        "max_root_fields",
        "max_mutation_fields",
        "max_sign_ins",
        "max_page",
        "page_default",
        "max_cost",
        "max_body_bytes",
        "max_introspection_fields",
        "max_introspection_depth",
    ];
    for name in limits {
        let variable = format!("VERBUND_{}", name.to_ascii_uppercase());
        let changed = config(&[(&variable, "7")]).limits;
        assert_ne!(changed, Limits::default(), "{name}");
    }
}

/// What an operator reads is what the program understands.
#[test]
fn the_readme_shows_every_setting_as_it_is() {
    let readme = include_str!("../../README.md");
    let (_, after) = readme.split_once("<!-- configuration -->\n").expect("where it begins");
    let (table, _) = after.split_once("<!-- /configuration -->").expect("where it ends");
    assert_eq!(table, markdown());
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
