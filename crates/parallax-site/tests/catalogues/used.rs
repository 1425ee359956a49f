//! The site says what English has, and English has nothing the site does not say.
//!
//! A key is used where it stands between quotation marks in the code or in a template; a family of
//! keys where its beginning does, before a brace (`"topic-{bare}"`), or where both its parts do
//! (`"{key}-{part}"`, of `"missing"` and `"head"`).

use super::messages;
use std::{collections::BTreeSet, fs, path::Path};

/// Calls that take a key first.
const CALLS: [&str; 5] = ["say(\"", "before(\"", "tell(\"", "count(\"", "known(\""];

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

/// Literals of the code in the form of a key that are none: values of formats and addresses.
const NO_KEYS: [&str; 4] = ["json-ld", "kk-arab", "kk-latn", "left-out"];

/// Keys are also made by `match` and handed on, where no call shows them: so every literal in the
/// form of one has to be one, or the beginning of those of a page of trouble, or a class of the style.
#[test]
fn every_literal_in_the_form_of_a_key_is_in_english() {
    let english = messages::of("en");
    let room = Path::new(env!("CARGO_MANIFEST_DIR"));
    let styles = ["assets/site.css", "src/charts/charts.css"];
    let style = styles.map(|file| fs::read_to_string(room.join(file)).expect("a style")).concat();
    let mut code = Vec::new();
    gather_code(&room.join("src"), &mut code);
    let literals = code.iter().flat_map(|file| file.split('"').skip(1).step_by(2));
    let formed = |literal: &&str| {
        let letters = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        literal.contains('-')
            && literal.starts_with(|first: char| first.is_ascii_lowercase())
            && literal.split('-').all(letters)
    };
    let lacking: BTreeSet<&str> = literals
        .filter(formed)
        .filter(|literal| {
            !english.contains_key(*literal)
                && !english.contains_key(&format!("{literal}-head"))
                && !style.contains(&format!(".{literal}"))
                && !NO_KEYS.contains(literal)
        })
        .collect();
    assert!(lacking.is_empty(), "neither keys of en.ftl nor listed as none: {lacking:?}");
}

/// Code without comments and tests, a file each.
fn gather_code(folder: &Path, code: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of code") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather_code(&path, code);
            continue;
        }
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let file = fs::read_to_string(&path).expect("code");
        let file = file.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines = file.lines().filter(|line| !line.trim_start().starts_with("//"));
        // A quotation mark within a literal opens none.
        code.push(lines.collect::<Vec<_>>().join("\n").replace("\\\"", "").replace("'\"'", ""));
    }
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
