//! What can be said of the files for Docker without Docker: they name what is there, and nothing runs with more rights
//! than it needs.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use verbund_api::config::SETTINGS;
use yaml_rust2::{Yaml, YamlLoader};

const DOCKERFILE: &str = include_str!("../../../Dockerfile");

/// A file of the repository.
pub fn yaml(file: &str) -> Yaml {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    let text = fs::read_to_string(path).expect("the file");
    YamlLoader::load_from_str(&text).expect("YAML").remove(0)
}

fn strings(list: &Yaml) -> Vec<&str> {
    list.as_vec()
        .map(|list| list.iter().filter_map(Yaml::as_str).collect())
        .unwrap_or_default()
}

/// The instructions of the Dockerfile, each on one line.
fn instructions() -> Vec<(String, String)> {
    let whole = DOCKERFILE.replace("\\\n", " ");
    let lines = whole
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| line.split_once(' ').expect("an instruction and its words"))
        .map(|(name, words)| (name.to_owned(), words.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect()
}

/// The words of every instruction with this name.
fn all(name: &str) -> Vec<String> {
    instructions()
        .into_iter()
        .filter(|(one, _)| one == name)
        .map(|(_, words)| words)
        .collect()
}

fn is_setting(variable: &str) -> bool {
    SETTINGS.iter().any(|setting| setting.variable() == variable)
}

#[test]
fn everything_that_is_copied_into_the_image_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let copies = all("COPY");
    let from_here = copies.iter().filter(|words| !words.starts_with("--from="));
    let mut sources: Vec<&str> = from_here.flat_map(|words| words.split(' ').rev().skip(1)).collect();
    for source in &sources {
        assert!(root.join(source).exists(), "{source}");
    }
    let manifest = include_str!("../../../Cargo.toml");
    let (_, members) = manifest.split_once("members = [").expect("the members");
    let members = members.split(']').next().expect("their end");
    for member in members.split(", ").map(|member| member.trim_matches('"')) {
        assert!(sources.contains(&member), "cargo needs {member}");
    }
    sources.sort_unstable();
    assert_eq!(
        copies
            .iter()
            .filter(|words| words.contains("target/release/verbund"))
            .count(),
        1
    );
}

#[test]
fn the_image_has_the_rust_that_the_project_asks_for_and_a_user_of_its_own() {
    let images = all("FROM");
    let rust = env!("CARGO_PKG_RUST_VERSION");
    assert_eq!(images[0], format!("docker.io/library/rust:{rust}-bookworm AS build"));
    assert!(images[1].ends_with(":bookworm-slim"), "the same Debian: {}", images[1]);
    let users = all("USER");
    assert_eq!(users, ["10001"]);
    assert!(all("RUN")[1].contains("--uid 10001"));
    assert!(!DOCKERFILE.contains(":latest"));
}

#[test]
fn every_variable_of_the_image_and_of_compose_is_a_setting_and_every_port_is_listened_to() {
    let environment = all("ENV").join(" ");
    let variables = environment.split(' ').filter_map(|pair| pair.split_once('='));
    let mut listened = BTreeSet::new();
    for (name, value) in variables {
        assert!(is_setting(name), "{name}");
        if name.ends_with("LISTEN") {
            listened.extend(value.rsplit(':').next());
        }
    }
    assert_eq!(all("EXPOSE")[0].split(' ').collect::<BTreeSet<_>>(), listened);
    let compose = yaml("docker-compose.yml");
    for service in ["migrate", "api"] {
        for (name, _) in compose["services"][service]["environment"]
            .as_hash()
            .expect("variables")
        {
            let name = name.as_str().expect("a name");
            assert!(name == "<<" || is_setting(name), "{name}");
        }
    }
    for port in strings(&compose["services"]["api"]["ports"]) {
        assert!(port.starts_with("127.0.0.1:"), "{port} is open to everybody");
        assert!(listened.contains(port.rsplit(':').next().expect("a port")), "{port}");
    }
}

#[test]
fn every_service_has_a_pinned_image_few_rights_and_a_way_to_tell_how_it_is() {
    let compose = yaml("docker-compose.yml");
    let services = compose["services"].as_hash().expect("services");
    let names: Vec<_> = services.keys().filter_map(Yaml::as_str).collect();
    assert_eq!(names, ["postgresql", "migrate", "api"]);
    let volumes = compose["volumes"].as_hash().expect("volumes");
    for (name, service) in services {
        let name = name.as_str().expect("a name");
        let image = service["image"].as_str().expect("an image");
        assert!(
            image == "verbund" || image.contains(':') && !image.ends_with(":latest"),
            "{name}: {image}"
        );
        assert_eq!(service["read_only"].as_bool(), Some(true), "{name}");
        assert_eq!(strings(&service["security_opt"]), ["no-new-privileges:true"], "{name}");
        let ours = image == "verbund";
        assert_eq!(service["user"].as_str(), ours.then_some("10001"), "{name}");
        assert!(!ours || strings(&service["cap_drop"]) == ["ALL"], "{name}");
        assert_eq!(service["healthcheck"].is_badvalue(), name == "migrate", "{name}");
        for volume in strings(&service["volumes"]) {
            let volume = volume.split(':').next().expect("a name");
            assert!(
                volumes.contains_key(&Yaml::String(volume.to_owned())),
                "{name}: {volume}"
            );
        }
    }
    let waits = &compose["services"]["api"]["depends_on"]["migrate"]["condition"];
    assert_eq!(waits.as_str(), Some("service_completed_successfully"));
}

#[test]
fn the_commands_and_the_health_checks_ask_for_what_is_there() {
    let compose = yaml("docker-compose.yml");
    let commands = ["migrate", "api"].map(|service| strings(&compose["services"][service]["command"]).join(" "));
    assert_eq!(commands, ["migrate", "serve"]);
    let asked = "http://127.0.0.1:8080/readyz";
    assert!(all("HEALTHCHECK")[0].contains(asked));
    assert!(strings(&compose["services"]["api"]["healthcheck"]["test"]).contains(&asked));
    let database = &compose["services"]["migrate"]["environment"]["VERBUND_DATABASE_URL"];
    assert!(
        database
            .as_str()
            .is_some_and(|url| url.ends_with("@postgresql/verbund")),
        "the service's name"
    );
}
