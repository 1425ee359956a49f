//! The archive tells a story as its captures do: as it is, as it stood, and what changed between.

use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// Captures of an event, the oldest first, as an archive that grows gets them.
fn captures(event: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(event);
    let captures = fs::read_dir(folder.join("captures")).expect("captures");
    let mut captures: Vec<PathBuf> =
        captures.map(|capture| capture.expect("a capture").path()).collect();
    captures.sort();
    captures
}

fn run(arguments: &[&str], folder: Option<&Path>, captures: &[PathBuf]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments).args(captures);
    if let Some(folder) = folder {
        command.arg("--archive").arg(folder);
    }
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn json(arguments: &[&str], folder: Option<&Path>, captures: &[PathBuf]) -> Value {
    serde_json::from_str(&run(arguments, folder, captures)).expect("JSON")
}

fn archive(captures: &[PathBuf]) -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("news");
    run(&["init"], Some(&folder), &[]);
    run(&["add", "--quiet"], Some(&folder), captures);
    (home, folder)
}

/// The stories of the archive, as `stories --json` lists them.
fn listed(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let lines = run(&[&["stories", "--json"], arguments].concat(), Some(folder), &[]);
    lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn id(story: &Value) -> &str {
    story["id"].as_str().expect("an id")
}

/// Without the names that a story and its parts have from the article that founded it, which was
/// another then, and without what put articles into it.
fn unnamed(value: &Value) -> Value {
    const NAMES: [&str; 5] = ["id", "claim", "was", "story", "members"];
    match value {
        Value::Array(values) => values.iter().map(unnamed).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !NAMES.contains(&name.as_str()))
            .map(|(name, value)| (name.clone(), unnamed(value)))
            .collect(),
        other => other.clone(),
    }
}

/// Captures of all events, the oldest first, as an archive that grows gets them.
fn oldest_first() -> Vec<PathBuf> {
    let events = ["bridge-talks", "dam-vote", "dock-strike", "harbour-fire", "mill-fire"];
    let mut dated: Vec<(String, PathBuf)> = Vec::new();
    for capture in events.iter().flat_map(|event| captures(event)) {
        let read = json(&["read", "--json", "--quiet"], None, std::slice::from_ref(&capture));
        let named = read["published"]["value"].as_str().expect("a time").to_owned();
        dated.push((named, capture));
    }
    dated.sort();
    dated.into_iter().map(|(_, capture)| capture).collect()
}

#[test]
fn a_story_is_tied_to_the_others_as_in_files() {
    let captures = oldest_first();
    let files = json(&["story", "--json", "--quiet"], None, &captures);
    let (_home, folder) = archive(&captures);
    let mut linked = 0;
    for told in files["stories"].as_array().expect("stories") {
        let held = json(&["story", "--json", id(told)], Some(&folder), &[]);
        for (name, part) in told.as_object().expect("a story") {
            assert_eq!(held["stories"][0][name], *part, "{name} of {}", told["headline"]);
        }
        for article in held["articles"].as_array().expect("articles") {
            let mut articles = files["articles"].as_array().expect("articles").iter();
            assert_eq!(articles.find(|other| other["id"] == article["id"]), Some(article));
        }
        linked += told["earlier"].as_array().map_or(0, Vec::len);
        linked += told["later"].as_array().map_or(0, Vec::len);
        let again = json(&["story", "--json", id(told)], Some(&folder), &[]);
        assert_eq!(held, again);
    }
    assert!(linked > 0, "no story is tied to another");
    let threads = folder.join("threads");
    assert!(threads.is_file());
    fs::write(&threads, "nothing").expect("it can be written");
    let first = id(&files["stories"][0]);
    let told = json(&["story", "--json", first], Some(&folder), &[]);
    assert_eq!(told["stories"][0]["later"], files["stories"][0]["later"]);
}

#[test]
fn a_story_stood_as_its_captures_told_it() {
    let captures = captures("dock-strike");
    let (_home, folder) = archive(&captures);
    let stories = listed(&folder, &[]);
    let id = id(&stories[0]);
    for moment in ["2027-06-28T12:00:00Z", "2027-06-28", "2027-06-29T12:00:00Z", "2030-01-01"] {
        let files = json(&["story", "--json", "--quiet", "--as-of", moment], None, &captures);
        let held = json(&["story", "--json", "--as-of", moment, id], Some(&folder), &[]);
        assert_eq!(
            held["articles"].as_array().map(Vec::len),
            files["articles"].as_array().map(Vec::len)
        );
        assert_eq!(unnamed(&held["stories"]), unnamed(&files["stories"]), "at {moment}");
    }
    let since = ["--since", "2027-06-28T12:00:00Z", "--until", "2027-06-29"];
    let files = json(&[&["changes", "--json", "--quiet"], &since[..]].concat(), None, &captures);
    for named in [&[][..], &[id]] {
        let held = json(&[&["changes", "--json"], &since[..], named].concat(), Some(&folder), &[]);
        assert_eq!(unnamed(&held["stories"]), unnamed(&files["stories"]));
        assert!(held["stories"][0]["claims"].as_array().is_some_and(|claims| !claims.is_empty()));
    }
}

#[test]
fn a_story_of_which_nothing_was_known_is_not_told() {
    let (_home, folder) = archive(&captures("dock-strike"));
    let stories = listed(&folder, &[]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(["story", "--as-of", "2001-01-01", id(&stories[0])]).arg("--archive").arg(&folder);
    let output = command.output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("was known at 2001"));
}

#[test]
fn stories_are_found_sorted_and_shown_with_what_was_decided() {
    let captures = [captures("dock-strike"), captures("harbour-fire")].concat();
    let (_home, folder) = archive(&captures);
    let all = listed(&folder, &["--sort", "articles"]);
    let sizes: Vec<u64> = all.iter().filter_map(|story| story["articles"].as_u64()).collect();
    assert!(sizes.len() > 1 && sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    let found = listed(&folder, &["\"night shifts\""]);
    assert_eq!(found.len(), 1);
    let decide = |what: &[&str]| {
        run(&[&["decide", "--who", "Ann"], what].concat(), Some(&folder), &[]);
    };
    decide(&["star", id(&found[0])]);
    decide(&["note", id(&found[0]), "ask the harbour"]);
    decide(&["merge", id(&all[0]), id(&all[1])]);
    decide(&["star", id(&all[1])]);
    let starred = listed(&folder, &["--starred"]);
    assert_eq!(starred.len(), 1, "the stories are one, and starred");
    let story = &starred[0];
    assert_eq!(story["starred"], true);
    assert_eq!(story["notes"][0]["text"], "ask the harbour");
    assert_eq!(story["notes"][0]["who"], "Ann");
    assert_eq!(story["decisions"], serde_json::json!([3]));
    let shown = run(&["stories"], Some(&folder), &[]);
    assert!(shown.contains("Ann: ask the harbour") && shown.contains("by decision 3"), "{shown}");
}
