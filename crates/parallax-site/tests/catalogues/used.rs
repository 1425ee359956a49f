//! The site says what English has, and English has nothing the site does not say.
//!
//! A key is used where it stands between quotation marks in the code or in a template; a family of
//! keys where its beginning does, before a brace (`"topic-{bare}"`), or where both its parts do
//! (`"{key}-{part}"`, of `"missing"` and `"head"`).

use super::messages;
use std::{collections::BTreeSet, fs, path::Path};

/// Calls that take a key first.
const CALLS: [&str; 4] = ["say(\"", "tell(\"", "count(\"", "known(\""];

#[test]
fn every_key_that_is_asked_for_is_in_english() {
    let english = messages::of("en");
    let sources = sources();
    let asked = CALLS.iter().flat_map(|call| sources.split(call).skip(1));
    let asked: BTreeSet<&str> = asked.filter_map(|rest| rest.split('"').next()).collect();
    let lacking: Vec<&&str> = asked
        .iter()
        .filter(|key| !english.contains_key(**key) && !key.starts_with("no-such"))
        .collect();
    assert!(lacking.is_empty(), "asked for and not in en.ftl: {lacking:?}");
}

#[test]
fn every_key_of_english_is_asked_for() {
    let sources = sources();
    let literals: BTreeSet<&str> = sources.split('"').collect();
    let families: Vec<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once("-{"))
        .map(|(family, _)| family)
        .collect();
    let in_a_family = |key: &str| {
        let of =
            |family: &&str| key.strip_prefix(*family).is_some_and(|rest| rest.starts_with('-'));
        families.iter().any(of)
    };
    let in_parts = |key: &str| {
        let mut parts = key.match_indices('-').map(|(at, _)| key.split_at(at));
        parts.any(|(start, end)| {
            let end = end.trim_start_matches('-');
            literals.contains(start) && literals.contains(end)
        })
    };
    let idle: Vec<String> = messages::of("en")
        .into_keys()
        .filter(|key| !literals.contains(key.as_str()) && !in_a_family(key) && !in_parts(key))
        .collect();
    assert!(idle.is_empty(), "in en.ftl and nowhere asked for: {idle:?}");
}

/// All code, templates and tables of the site in one; of a table a cell stands as between quotation marks.
fn sources() -> String {
    let room = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    for folder in ["src", "templates", "data"] {
        gather(&room.join(folder), &mut text);
    }
    text
}

fn gather(folder: &Path, text: &mut String) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, text);
        } else if let Ok(file) = fs::read_to_string(&path) {
            let table = path.extension().is_some_and(|ending| ending == "tsv");
            text.push_str(&if table { file.replace(['\t', '\n'], "\"") } else { file });
            text.push('"');
        }
    }
}
