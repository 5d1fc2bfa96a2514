//! What is built from other things says so, and is built from what it says.

use super::containers::yaml;
use aws_lc_rs::digest::{SHA256, digest};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn graphiql_is_built_from_the_sources_that_are_here() {
    let sums = include_str!("../../../web/dist/graphiql/SOURCES.sha256");
    let folder = root().join("web/graphiql");
    let mut named = BTreeSet::new();
    for (sum, file) in sums.lines().filter_map(|line| line.split_once("  ")) {
        let text = fs::read(folder.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let hash = digest(&SHA256, &text);
        let hash: String = hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, sum, "{file} changed after GraphiQL was built: ./dev web");
        named.insert(file.to_owned());
    }
    let files = |folder: &Path| {
        fs::read_dir(folder)
            .expect("a folder")
            .map(|file| file.expect("a file").path())
    };
    let sources = files(&folder)
        .chain(files(&folder.join("src")))
        .filter(|path| path.is_file());
    let sources = sources.map(|path| path.strip_prefix(&folder).expect("below").display().to_string());
    assert_eq!(sources.collect::<BTreeSet<_>>(), named, "./dev web");
}

#[test]
fn every_pre_release_in_the_lock_file_is_named_with_its_way_back() {
    let lock = include_str!("../../../Cargo.lock");
    let security = include_str!("../../../SECURITY.md");
    let mut versions = lock.split("[[package]]").filter_map(|package| {
        let of = |key: &str| package.split_once(&format!("{key} = \""))?.1.split('"').next();
        Some((of("name")?, of("version")?))
    });
    let known = |name: &str, version: &str| {
        let row = |line: &str| {
            line.starts_with('|') && line.contains(&format!("`{name}`")) && line.contains(&format!("{version}`"))
        };
        !is_pre_release(version) || security.lines().any(row)
    };
    let unknown = versions.find(|(name, version)| !known(name, version));
    assert_eq!(unknown, None, "SECURITY.md does not name it");
    assert!(is_pre_release("8.0.0-rc.5") && !is_pre_release("2.0.17+zstd.1.5-7"));
}

/// By semantic versioning: something behind a hyphen, before what tells of the build.
fn is_pre_release(version: &str) -> bool {
    version.split('+').next().is_some_and(|version| version.contains('-'))
}

#[test]
fn the_description_for_catalogues_of_public_code_is_complete_and_true() {
    let code = yaml("publiccode.yml");
    let text = |path: &[&str]| {
        path.iter()
            .fold(&code, |at, key| &at[*key])
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(text(&["softwareVersion"]), env!("CARGO_PKG_VERSION"));
    assert_eq!(text(&["legal", "license"]), "EUPL-1.2");
    for key in ["name", "url", "developmentStatus", "softwareType"] {
        assert!(!text(&[key]).is_empty(), "{key}");
    }
    for language in ["de", "en"] {
        let short = text(&["description", language, "shortDescription"]);
        assert!((1..=150).contains(&short.chars().count()), "{language}");
        let long = text(&["description", language, "longDescription"]);
        assert!((150..=10_000).contains(&long.chars().count()), "{language}");
        assert!(
            code["description"][language]["features"]
                .as_vec()
                .is_some_and(|all| all.len() > 2)
        );
    }
    assert!(text(&["maintenance", "type"]) == "internal" && !code["maintenance"]["contacts"].is_badvalue());
}
