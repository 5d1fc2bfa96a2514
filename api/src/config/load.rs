//! Reading the settings from where they are written, and reporting everything that is wrong with them at once.

use super::table::FILE_VARIABLE;
use super::{Config, LogFormat, SETTINGS, Setting};
use crate::http::Limits;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

/// A configuration and what is odd about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Loaded {
    pub config: Config,
    /// For the log; nothing is wrong.
    pub warnings: Vec<String>,
}

/// Everything that is wrong, one line each.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct Problems(pub Vec<String>);

/// Loads the configuration from flags (by name of the setting), environment, and the file that either of them names.
pub fn load(
    flags: &BTreeMap<&'static str, String>,
    file: Option<&Path>,
    environment: impl IntoIterator<Item = (OsString, OsString)>,
) -> Result<Loaded, Problems> {
    let mut problems = Vec::new();
    let mut environment = ours(environment, &mut problems);
    let variable = environment.remove(FILE_VARIABLE);
    let file = file.map(PathBuf::from).or_else(|| variable.map(PathBuf::from));
    let mut written = file.map(|path| read(&path, &mut problems)).unwrap_or_default();
    let (mut config, mut page_default) = (blank(), None);
    for setting in SETTINGS {
        let from_file = written.remove(setting.name);
        let (place, text) = match (
            flags.get(setting.name),
            environment.remove(&setting.variable()),
            from_file,
        ) {
            (Some(flag), ..) => (format!("--{}", setting.flag()), flag.clone()),
            (None, Some(variable), _) => (setting.variable(), variable),
            (None, None, Some((path, text))) => (format!("{path}: {}", setting.name), text),
            (None, None, None) => ("default".to_owned(), setting.default.to_owned()),
        };
        if let Err(problem) = (setting.put)(&mut config, text.trim()) {
            problems.push(format!("{place}: {problem}"));
        } else if setting.name == "page_default" && place != "default" {
            page_default = Some(place);
        }
    }
    problems.extend(fit_the_page(&mut config.limits, page_default));
    for (name, (path, _)) in written {
        problems.push(format!("{path}: {name} is not a setting"));
    }
    if !problems.is_empty() {
        return Err(Problems(problems));
    }
    let warnings = environment
        .into_keys()
        .map(|name| format!("{name} is not a setting and has no effect"))
        .collect();
    Ok(Loaded { config, warnings })
}

/// A page that does not say its size is not larger than pages may be. Where nobody has set it, it follows.
fn fit_the_page(limits: &mut Limits, set: Option<String>) -> Option<String> {
    let (default, max) = (limits.page_default, limits.page_max);
    match set {
        Some(place) if default > max => Some(format!("{place}: {default} is above max_page, which is {max}")),
        Some(_) => None,
        None => {
            limits.page_default = default.min(max);
            None
        }
    }
}

/// The variables that begin with our name, but for those of the test suite.
fn ours(
    environment: impl IntoIterator<Item = (OsString, OsString)>,
    problems: &mut Vec<String>,
) -> BTreeMap<String, String> {
    let mut ours = BTreeMap::new();
    for (name, value) in environment {
        let Some(name) = name.to_str().filter(|name| name.starts_with("VERBUND_")) else {
            continue;
        };
        if name.starts_with("VERBUND_TEST_") {
            continue;
        }
        match value.into_string() {
            Ok(value) => drop(ours.insert(name.to_owned(), value)),
            Err(_) => problems.push(format!("{name}: is not UTF-8")),
        }
    }
    ours
}

/// The settings of the file, each with the name of the file for reports.
fn read(path: &Path, problems: &mut Vec<String>) -> BTreeMap<String, (String, String)> {
    let shown = path.display().to_string();
    let table = match std::fs::read_to_string(path).map(|text| text.parse::<toml::Table>()) {
        Ok(Ok(table)) => table,
        Ok(Err(error)) => {
            problems.push(format!("{shown}: {}", error.message()));
            return BTreeMap::new();
        }
        Err(error) => {
            problems.push(format!("{shown}: {error}"));
            return BTreeMap::new();
        }
    };
    let mut written = BTreeMap::new();
    for (name, value) in table {
        match as_text(&value) {
            Some(text) => drop(written.insert(name, (shown.clone(), text))),
            None => problems.push(format!("{shown}: {name} is not a text, a number or a list of texts")),
        }
    }
    written
}

fn as_text(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Array(items) => items
            .iter()
            .map(toml::Value::as_str)
            .collect::<Option<Vec<_>>>()
            .map(|items| items.join(",")),
        _ => None,
    }
}

/// Overwritten by the table, setting by setting.
fn blank() -> Config {
    let nowhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    Config {
        database_url: String::new(),
        listen: nowhere,
        metrics_listen: None,
        public_url: String::new(),
        graphiql: false,
        key_file: PathBuf::new(),
        cors_origins: Vec::new(),
        trusted_proxies: Vec::new(),
        log: String::new(),
        log_format: LogFormat::Text,
        limits: Limits::default(),
    }
}

impl Setting {
    /// Whether the default is one that the setting itself accepts.
    pub fn accepts_its_default(&self) -> bool {
        (self.put)(&mut blank(), self.default).is_ok()
    }
}
