//! The program as a person runs it: input of every kind, good and bad.

use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A page of an invented outlet, long enough to be an article.
const PAGE: &str = "\
Tern Harbour Courier
News | Sport | Tides

Ferry runs aground off Tern Harbour

4 March 2026, 09:30

A ferry with 42 people on board ran aground on a sandbank off Tern Harbour on Wednesday morning, the coast guard said.

Nobody was hurt, and all the passengers were taken ashore in lifeboats within two hours. \u{201c}The sea was calm and everybody kept their heads,\u{201d} said Mara Elling, the harbour master.

The ship will be towed off at high tide in the evening. The cause of the accident is being investigated by the maritime office.

© Tern Harbour Courier
";

fn parallax(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_parallax")).args(arguments).output().expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8")
}

fn status(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn demo() -> Vec<String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut folders: Vec<PathBuf> = fs::read_dir(fixtures)
        .expect("fixtures/ exists")
        .map(|entry| entry.expect("an entry").path().join("captures"))
        .filter(|folder| folder.is_dir())
        .collect();
    folders.sort();
    folders.iter().map(|folder| folder.to_string_lossy().into_owned()).collect()
}

fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

#[test]
fn the_same_bytes_with_one_thread_and_with_eight_and_on_a_second_run() {
    let folders = demo();
    let story = |threads: &str, format: &str| {
        let mut arguments = vec!["story", "--threads", threads, "--format", format];
        arguments.extend(folders.iter().map(String::as_str));
        let output = parallax(&arguments);
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        output.stdout
    };
    for format in ["json", "text", "md", "html", "csv"] {
        let once = story("1", format);
        assert!(once == story("8", format), "{format} depends on the number of threads");
        assert!(once == story("8", format), "{format} depends on the run");
    }
}

#[test]
fn the_order_of_arguments_does_not_matter() {
    let mut folders = demo();
    let told = |folders: &[String]| {
        let mut arguments = vec!["story", "--json"];
        arguments.extend(folders.iter().map(String::as_str));
        parallax(&arguments).stdout
    };
    let once = told(&folders);
    folders.reverse();
    assert!(once == told(&folders));
}

#[test]
fn bad_input_is_named_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("a-page.txt", PAGE.as_bytes());
    write("b-empty.html", b"");
    write("c-binary.html", &[0, 159, 146, 150, 0, 1, 2, 3, 4, 5, 6]);
    let mut cut = zipped(PAGE.as_bytes());
    cut.truncate(cut.len() / 2);
    write("d-cut.txt.gz", &cut);
    write("e-rows.jsonl", b"{\"text\": \"\xff\xfe\"}\n{\"id\": 3}\n");
    write("f-menu.html", b"<!DOCTYPE html><nav><a href=/>Home</a> <a href=/s>Sport</a></nav>");
    write(
        "g-cut.warc",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200",
    );
    let path = folder.path().to_string_lossy().into_owned();
    let gone = format!("{path}/gone");
    let output = parallax(&["read", "--json", &path, &gone]);
    assert_eq!(status(&output), 1);
    assert_eq!(text(&output.stdout).lines().count(), 1);
    let named = text(&output.stderr);
    for (file, reason) in [
        ("b-empty.html", "empty"),
        ("c-binary.html", "not a page"),
        ("d-cut.txt.gz", "gzip stream is broken"),
        ("e-rows.jsonl", "line 1: not UTF-8 at byte 10"),
        ("e-rows.jsonl", "line 2: not an article: no `text`"),
        ("f-menu.html", "no article on this page"),
        ("g-cut.warc", "cut short"),
        ("gone", "cannot open"),
    ] {
        let found = named.lines().any(|line| line.contains(file) && line.contains(reason));
        assert!(found, "{file}: {reason} is not in\n{named}");
    }
}

#[test]
fn a_story_lists_what_could_not_be_read() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), PAGE).unwrap();
    fs::write(folder.path().join("b.txt"), "").unwrap();
    let output = parallax(&["story", "--json", &folder.path().to_string_lossy()]);
    assert_eq!(status(&output), 1);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["articles"].as_array().unwrap().len(), 1);
    assert_eq!(told["stories"].as_array().unwrap().len(), 1);
    assert_eq!(told["unread"][0]["reason"], "empty");
}

#[test]
fn standard_input_is_read_whatever_it_is() {
    for bytes in [PAGE.as_bytes().to_vec(), zipped(PAGE.as_bytes())] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_parallax"))
            .args(["read", "--json", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        program.stdin.take().unwrap().write_all(&bytes).unwrap();
        let output = program.wait_with_output().unwrap();
        let article: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(article["headline"], "Ferry runs aground off Tern Harbour");
        assert_eq!(article["capture"]["path"], "-");
    }
}

#[test]
fn a_row_keeps_its_text_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let row = serde_json::json!({"id": "r1", "title": "Rain", "text": "Cafe\u{301}  opens.\n\n It rained. ", "lang": "en"});
    fs::write(&rows, format!("{row}\n")).unwrap();
    let output = parallax(&["read", "--json", &rows.to_string_lossy()]);
    let article: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(article["text"], "Rain\nCafe\u{301}  opens.\n\n It rained. ");
    assert_eq!(article["capture"]["record"], "r1");
}

#[test]
fn assignments_are_a_line_each() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let lines = ["a", "b", "c"].map(|id| serde_json::json!({"id": id, "text": PAGE}).to_string());
    fs::write(&rows, lines.join("\n")).unwrap();
    let output = parallax(&["group", "--assignments", &rows.to_string_lossy()]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let printed = text(&output.stdout);
    let pairs: Vec<(&str, &str)> =
        printed.lines().filter_map(|line| line.split_once('\t')).collect();
    assert_eq!(pairs.iter().map(|pair| pair.0).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert!(pairs.iter().all(|pair| pair.1 == pairs[0].1), "copies are one story: {printed}");
}

#[test]
fn assignments_as_json_say_what_is_a_copy_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let other = PAGE.replace("harbour", "station");
    let row = |(id, text): (&str, &str)| serde_json::json!({"id": id, "text": text}).to_string();
    fs::write(&rows, [("a", PAGE), ("b", PAGE), ("c", other.as_str())].map(row).join("\n"))
        .unwrap();
    let output = parallax(&["group", "--json", &rows.to_string_lossy()]);
    assert_eq!(status(&output), 0, "{}", text(&output.stderr));
    let lines: Vec<Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line is an object"))
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["copy_of"], Value::Null);
    assert_eq!((&lines[1]["copy_of"], &lines[1]["copy_kind"]), (&"a".into(), &"whole".into()));
    assert_eq!(lines[0]["story"], lines[1]["story"]);
    assert_eq!(lines[1]["copy"]["of"], "a");
    assert_eq!(lines[1]["copy"]["held"], 1.0);
    assert!(lines[1]["why"]["chance"].as_f64().is_some(), "{}", lines[1]);
    assert_eq!(status(&parallax(&["group", "x"])), 2, "a form has to be named");
}

#[test]
fn a_story_says_why_each_article_is_in_it() {
    let mut arguments = vec!["story", "--json"];
    let folders = demo();
    arguments.extend(folders.iter().map(String::as_str));
    let edition: Value = serde_json::from_slice(&parallax(&arguments).stdout).unwrap();
    let of = |value: &Value| value["articles"].as_array().cloned().unwrap_or_default();
    for story in edition["stories"].as_array().expect("a list") {
        let members = story["members"].as_array().expect("a list");
        let named: Vec<Value> = members.iter().map(|member| member["article"].clone()).collect();
        assert_eq!(named, of(story));
        for member in members {
            let chance = member["why"]["chance"].as_f64();
            assert_eq!(chance.is_some(), members.len() > 1, "{member}");
        }
    }
    arguments[1] = "--format=md";
    assert!(text(&parallax(&arguments).stdout).contains("in common with the others: "));
}

#[test]
fn without_the_encoder_all_goes_on_and_the_edition_says_so() {
    let folders = demo();
    let printed = |arguments: &[&str]| {
        let folders = folders.iter().map(String::as_str);
        let output = parallax(&arguments.iter().copied().chain(folders).collect::<Vec<_>>());
        assert_eq!(status(&output), 0, "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let told = printed(&["story", "--json", "--no-encoder"]);
    let edition: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(edition["generator"]["encoder"], Value::Null);
    assert!(edition["stories"].as_array().is_some_and(|stories| !stories.is_empty()));
    assert!(!told.contains("\"meaning\":"), "meaning is compared after all");
    let grouped = printed(&["group", "--json", "--no-encoder"]);
    assert!(!grouped.contains("\"meaning\":"), "meaning is compared after all");
    assert_eq!(grouped.lines().count(), edition["articles"].as_array().map_or(0, Vec::len));
}

#[cfg(feature = "encoder")]
#[test]
fn an_edition_names_the_weights_it_was_made_with() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.html");
    fs::write(&page, PAGE).unwrap();
    let output = parallax(&["story", "--json", &page.to_string_lossy()]);
    let edition: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(edition["generator"]["encoder"].as_str().map(str::len), Some(16));
}

#[test]
fn wrong_usage_is_two() {
    assert_eq!(status(&parallax(&["story"])), 2);
    assert_eq!(status(&parallax(&["frobnicate"])), 2);
    assert_eq!(status(&parallax(&["story", "--format", "pdf", "x"])), 2);
}

#[test]
fn help_completions_and_man_come_from_one_definition() {
    for arguments in [&["--help"][..], &["completions", "bash"], &["man"], &["man", "story"]] {
        let output = parallax(arguments);
        assert_eq!(status(&output), 0);
        assert!(text(&output.stdout).contains("story"), "{arguments:?}");
    }
    assert!(text(&parallax(&["story", "--help"]).stdout).contains("Examples:"));
}

#[test]
fn colour_is_asked_for_or_absent() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), PAGE).unwrap();
    let path = folder.path().to_string_lossy().into_owned();
    let printed =
        |arguments: &[&str]| text(&parallax(&[&["story"], arguments, &[&path]].concat()).stdout);
    assert!(!printed(&[]).contains('\u{1b}'));
    assert!(printed(&["--color", "always"]).contains('\u{1b}'));
}

#[test]
fn a_user_can_say_how_an_outlets_pages_are_read() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let page = folder.path().join("page.html");
    let body = "<p>The ferry lay on the sand for two hours before the tide lifted it, the harbour master said on Wednesday.</p>";
    let markup = format!(
        "<html><head><link rel=canonical href='https://tide.example/ferry'><title>Ferry aground</title></head>\
         <body><h1>Ferry aground</h1><h2 class=real>Ferry lifted by the tide</h2><div class=copy>{}</div></body></html>",
        body.repeat(6)
    );
    fs::write(&page, markup).expect("the page is written");
    let rules = folder.path().join("rules");
    fs::create_dir(&rules).expect("a folder for the rules");
    let rule = "hosts = [\"tide.example\"]\nalways = true\nheadline = \"h2.real\"\n";
    fs::write(rules.join("tide.toml"), rule).expect("the rule is written");
    let [page, rules_given] = [&page, &rules].map(|path| path.to_string_lossy().into_owned());

    let headline = |arguments: &[&str]| {
        let output = parallax(arguments);
        let record: Value = serde_json::from_slice(&output.stdout).expect("a record");
        record["headline"].as_str().map(str::to_owned)
    };
    let plain = headline(&["read", "--json", &page]);
    assert_eq!(plain.as_deref(), Some("Ferry aground"));
    let ruled = headline(&["read", "--json", "--outlets", &rules_given, &page]);
    assert_eq!(ruled.as_deref(), Some("Ferry lifted by the tide"));

    fs::write(rules.join("tide.toml"), "hosts = [\"tide.example\"]\nbody = \"p > a\"\n")
        .expect("the rule is written");
    let output = parallax(&["read", "--outlets", &rules_given, &page]);
    assert_ne!(status(&output), 0);
    assert!(text(&output.stderr).contains("tide.toml:2: body:"), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
}

#[test]
fn an_article_can_be_explained() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let page = folder.path().join("page.txt");
    fs::write(&page, PAGE).expect("the page is written");
    let output = parallax(&["read", "--explain", "--width", "100", &page.to_string_lossy()]);
    assert_eq!(status(&output), 0);
    let seen = text(&output.stdout);
    assert!(seen.contains("cue “said”"), "{seen}");
    assert!(seen.contains("WHO AND WHAT"), "{seen}");
}

#[test]
fn the_stories_as_they_stood_and_what_changed_since() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/harbour-fire/captures");
    let folder = folder.to_string_lossy().into_owned();
    let stood = parallax(&["story", "--json", "--as-of", "2027-03-12T09:00:00Z", &folder]);
    assert_eq!(status(&stood), 0, "{}", text(&stood.stderr));
    let stood: Value = serde_json::from_slice(&stood.stdout).expect("it prints JSON");
    assert_eq!(stood["articles"].as_array().map(Vec::len), Some(2));
    let since = ["changes", "--json", "--since", "2027-03-12T09:00:00Z", "--until", "2027-03-12"];
    let changed = parallax(&[&since[..], &[folder.as_str()]].concat());
    assert_eq!(status(&changed), 0, "{}", text(&changed.stderr));
    let changed: Value = serde_json::from_slice(&changed.stdout).expect("it prints JSON");
    let story = &changed["stories"][0];
    assert_eq!(story["was"].as_array().map(Vec::len), Some(1));
    assert_eq!(story["articles"].as_array().map(Vec::len), Some(3));
    assert_eq!(story["differences"][0]["nature"], "update");
    assert_eq!(status(&parallax(&["story", "--as-of", "noon", &folder])), 2);
}

#[test]
fn a_page_without_a_time_is_named_where_a_moment_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let page = PAGE.replace("4 March 2026, 09:30\n\n", "");
    let path = folder.path().join("undated.txt");
    fs::write(&path, page).expect("a file can be written");
    let path = path.to_string_lossy().into_owned();
    let told = parallax(&["story", "--json", "--as-of", "2030-01-01", &path]);
    assert_eq!(status(&told), 0);
    assert!(text(&told.stderr).contains("undated.txt: nothing says when it was known"));
}
