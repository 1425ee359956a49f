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

/// A bridge falls, as two outlets tell it, and seven weeks later another tells of what followed.
const BRIDGE: [(&str, &str, &str, &str); 3] = [
    (
        "Gull",
        "2027-03-02",
        "Halvard bridge collapses into Ostrel river",
        "The Halvard bridge collapsed into the Ostrel on Monday and injured seven drivers, the Ostrel rescue service said. \
         Inspectors had found cracks in the bearings of the Halvard bridge in spring. Divers searched the river for cars until night.",
    ),
    (
        "Heron",
        "2027-03-02",
        "Ostrel in flood as Halvard bridge falls into it",
        "Seven drivers were hurt on Monday as the Halvard bridge fell into the Ostrel, a nurse at Halvard said. \
         Inspectors found cracks in the bearings of the bridge in spring, and it stayed open.",
    ),
    (
        "Tern",
        "2027-04-20",
        "Engineer suspended over cracks in collapsed Halvard bridge",
        "A county engineer who signed the papers of the Halvard bridge was suspended by the Ostrel council on Tuesday, and \
         lawyers for the drivers asked for his letters. He had been told twice of cracks in the bearings, a clerk told the \
         council, and filed both warnings without a word. The council will vote next week on a fund for ferries, and on who \
         is to pay for the wreck of the collapsed bridge. Earlier, The Gull reported that inspectors had found cracks in the \
         bearings of the Halvard bridge in spring.",
    ),
];

fn bridge(folder: &Path) -> PathBuf {
    let row = |(outlet, day, title, text): &(&str, &str, &str, &str)| {
        let row = serde_json::json!({
            "id": outlet, "url": format!("https://{}.example/bridge", outlet.to_lowercase()),
            "outlet": format!("The {outlet}"), "date": day, "lang": "en", "title": title, "text": text,
        });
        format!("{row}\n")
    };
    let file = folder.join("bridge.jsonl");
    fs::write(&file, BRIDGE.iter().map(row).collect::<String>()).expect("it can be written");
    file
}

#[test]
fn a_story_is_tied_to_the_others_as_in_files() {
    let home = tempfile::tempdir().expect("a folder");
    let mut captures = oldest_first();
    captures.push(bridge(home.path()));
    let files = json(&["story", "--json", "--quiet"], None, &captures);
    let (_home, folder) = archive(&captures);
    let (mut linked, mut told_before) = (0, 0);
    for told in files["stories"].as_array().expect("stories") {
        let held = json(&["story", "--json", id(told)], Some(&folder), &[]);
        for (name, part) in told.as_object().expect("a story") {
            assert_eq!(held["stories"][0][name], *part, "{name} of {}", told["headline"]);
        }
        for article in held["articles"].as_array().expect("articles") {
            let mut articles = files["articles"].as_array().expect("articles").iter();
            assert_eq!(articles.find(|other| other["id"] == article["id"]), Some(article));
        }
        linked += told["later"].as_array().map_or(0, Vec::len);
        let earlier = told["earlier"].as_array().expect("a list");
        told_before +=
            earlier.iter().filter(|one| !one["story"].is_null() && !one["text"].is_null()).count();
        let again = json(&["story", "--json", id(told)], Some(&folder), &[]);
        assert_eq!(held, again);
    }
    assert_eq!((linked, told_before), (1, 1), "links, and sentences of which the story is known");
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
fn stories_are_listed_as_they_stood() {
    let (_home, folder) = archive(&captures("dock-strike"));
    let now = listed(&folder, &[]);
    assert_eq!(listed(&folder, &["--as-of", "2030-01-01"]), now);
    assert!(listed(&folder, &["--as-of", "2001-01-01"]).is_empty());
    let moment = "2027-06-28T12:00:00Z";
    let then = listed(&folder, &["--as-of", moment]);
    let told = json(&["story", "--json", "--as-of", moment, id(&then[0])], Some(&folder), &[]);
    let articles = told["articles"].as_array().map(Vec::len).unwrap_or_default();
    assert_eq!(then[0]["articles"], articles);
    assert!(then[0]["articles"].as_u64() < now[0]["articles"].as_u64());
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

#[test]
fn what_ties_stories_goes_when_something_is_forgotten() {
    let (_home, folder) = archive(&captures("dock-strike"));
    let stories = listed(&folder, &[]);
    let told = json(&["story", "--json", id(&stories[0])], Some(&folder), &[]);
    assert!(folder.join("threads").is_file());
    let article = id(&told["articles"][0]);
    run(&["forget", article, "--reason", "it was asked for"], Some(&folder), &[]);
    assert!(!folder.join("threads").exists(), "words of what is forgotten are held");
}
