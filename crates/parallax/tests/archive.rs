//! What the archive promises: nothing lost, and the same captures give the same answers.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};
use tempfile::TempDir;

fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut captures: Vec<PathBuf> = fs::read_dir(root)
        .expect("the fixtures exist")
        .map(|event| event.expect("an event").path().join("captures"))
        .filter(|captures| captures.is_dir())
        .flat_map(|captures| fs::read_dir(captures).expect("captures"))
        .map(|capture| capture.expect("a capture").path())
        .collect();
    captures.sort();
    captures
}

fn parallax(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments).arg("--archive").arg(folder);
    command
}

/// Runs to the end; what was printed.
fn done(mut command: Command) -> String {
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", told(&output));
    String::from_utf8(output.stdout).expect("text")
}

fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

/// A new archive in a folder of its own.
fn archive() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("news");
    done(parallax(&["init"], &folder));
    (home, folder)
}

fn add(folder: &Path, captures: &[PathBuf]) -> String {
    let mut command = parallax(&["add", "--quiet"], folder);
    command.args(captures);
    done(command)
}

/// The digest that `verify` gives, once it found nothing wrong.
fn digest(folder: &Path) -> String {
    let said = done(parallax(&["verify", "--quiet"], folder));
    said.lines().last().expect("a digest").to_owned()
}

#[test]
fn the_same_captures_give_the_same_archive_however_they_come() {
    let captures = fixtures();
    let (_a, at_once) = archive();
    add(&at_once, &captures);
    let (_b, in_pieces) = archive();
    for some in captures.chunks(3) {
        add(&in_pieces, some);
    }
    add(&in_pieces, &captures);
    assert_eq!(digest(&at_once), digest(&in_pieces));
    let rebuilt = done(parallax(&["rebuild", "--quiet"], &in_pieces));
    assert_eq!(rebuilt.lines().last(), Some(digest(&at_once).as_str()));
}

/// Text, status and origins of each claim of the only story.
fn claims(edition: &str) -> Vec<String> {
    let edition: serde_json::Value = serde_json::from_str(edition).expect("JSON");
    let claims = edition["stories"][0]["claims"].as_array().expect("claims");
    claims
        .iter()
        .map(|claim| format!("{} {} {}", claim["text"], claim["status"], claim["origins"]))
        .collect()
}

#[test]
fn a_story_of_the_archive_is_told_as_one_of_captures_is() {
    let captures: Vec<PathBuf> = fixtures()
        .into_iter()
        .filter(|path| path.components().any(|part| part.as_os_str() == "dock-strike"))
        .collect();
    let (_home, folder) = archive();
    add(&folder, &captures);
    let listed = done(parallax(&["stories", "--json"], &folder));
    let line: serde_json::Value = serde_json::from_str(listed.trim()).expect("one story");
    let id = line["id"].as_str().expect("an id");
    let kept = done(parallax(&["story", "--json", id], &folder));
    let mut direct = Command::new(env!("CARGO_BIN_EXE_parallax"));
    direct.args(["story", "--json", "--quiet"]).args(&captures);
    assert!(claims(&kept) == claims(&done(direct)), "the archive tells other claims");
}

#[test]
fn a_second_writer_is_refused_and_readers_go_on() {
    let (_home, folder) = archive();
    add(&folder, &fixtures()[..2]);
    let first = fs::File::options().write(true).open(folder.join("writer.lock")).expect("a lock");
    first.lock().expect("nobody else writes");
    let mut second = parallax(&["add", "--quiet"], &folder);
    let refused = second.args(&fixtures()[..1]).output().expect("the program runs");
    assert_eq!(refused.status.code(), Some(2));
    assert!(told(&refused).contains("another process is writing"), "{}", told(&refused));
    assert!(!done(parallax(&["stories", "--json"], &folder)).is_empty());
    drop(first);
    add(&folder, &fixtures()[..1]);
}

#[test]
fn a_changed_byte_of_a_capture_is_found_and_named() {
    let (_home, folder) = archive();
    add(&folder, &fixtures()[..4]);
    let file = folder.join("captures/00001.warc.gz");
    let whole = fs::read(&file).expect("captures");
    // The first record says what wrote the file; no answer hangs on it.
    let first = 400;
    for at in (first..whole.len()).step_by(whole.len() / 12) {
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        fs::write(&file, &changed).expect("it can be written");
        let output = parallax(&["verify", "--quiet"], &folder).output().expect("it runs");
        assert_eq!(output.status.code(), Some(1), "byte {at}: {}", told(&output));
        assert!(told(&output).contains("00001.warc.gz"), "byte {at}: {}", told(&output));
    }
    fs::write(&file, &whole).expect("it can be written");
    digest(&folder);
}

/// Rows of articles about a few hundred invented events.
fn rows(articles: usize) -> String {
    let word = |number: usize| {
        let syllables = ["ka", "lo", "mi", "ren", "tus", "vo", "bel", "dor", "shi", "an"];
        [number % 10, number / 10 % 10, number / 100 % 10].map(|at| syllables[at]).concat()
    };
    let row = |number: usize| {
        let event = number % (articles / 5 + 1);
        let text: Vec<String> = (0..40).map(|at| word(event * 7 + at * (1 + event % 3))).collect();
        format!(
            "{{\"id\":\"{number}\",\"outlet\":\"Paper {}\",\"date\":\"2027-03-{:02}\",\"lang\":\"en\",\"title\":\"{} {} number {}\",\"text\":\"{}.\"}}\n",
            number % 9,
            1 + event % 28,
            word(event),
            word(event * 3),
            number / 50,
            text.join(" "),
        )
    };
    (0..articles).map(row).collect()
}

#[test]
fn a_writer_that_is_killed_loses_nothing() {
    const ARTICLES: usize = 200;
    let (home, undisturbed) = archive();
    let file = home.path().join("rows.jsonl");
    fs::File::create(&file)
        .and_then(|mut file| file.write_all(rows(ARTICLES).as_bytes()))
        .expect("rows");
    let rows = [file];
    add(&undisturbed, &rows);
    let wanted = digest(&undisturbed);
    let (_home, folder) = archive();
    for attempt in 0_u64..20 {
        let mut writer = parallax(&["add", "--quiet"], &folder)
            .args(&rows)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        thread::sleep(Duration::from_millis(20 + attempt * attempt * 37 % 400));
        // One that is through already cannot be killed any more.
        let _ = writer.kill();
        writer.wait().expect("it ends");
        done(parallax(&["verify", "--quiet"], &folder));
    }
    add(&folder, &rows);
    assert_eq!(digest(&folder), wanted);
}

fn search(folder: &Path, query: &str) -> serde_json::Value {
    serde_json::from_str(&done(parallax(&["search", "--json", query], folder))).expect("JSON")
}

#[test]
fn what_was_added_is_found_and_a_damaged_index_is_made_again() {
    let captures = fixtures();
    let (_home, folder) = archive();
    add(&folder, &captures[..captures.len() / 2]);
    add(&folder, &captures);
    let found = search(&folder, "night shifts outlet:herald");
    let story = &found["stories"][0];
    let passage = &story["articles"][0]["passages"][0];
    assert!(passage["text"].as_str().is_some_and(|text| text.contains("night shifts")), "{found}");
    let (_other, at_once) = archive();
    add(&at_once, &captures);
    let question = "strike OR fire OR talks";
    let wanted = search(&folder, question)["articles"].clone();
    assert_eq!(wanted, search(&at_once, question)["articles"]);
    fs::write(folder.join("index/meta.json"), "nothing").expect("it can be written");
    assert_eq!(search(&folder, question)["articles"], wanted);
}

#[test]
fn a_bad_question_is_told_where_it_is_wrong() {
    let (_home, folder) = archive();
    let output = parallax(&["search", "dock (strike"], &folder).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("     ^ this bracket is never closed"), "{}", told(&output));
}

#[test]
fn a_backup_is_the_same_archive_and_grows_as_it_would() {
    let captures = fixtures();
    let (home, folder) = archive();
    add(&folder, &captures[..12]);
    let copy = home.path().join("copy");
    let mut backup = parallax(&["backup"], &folder);
    backup.arg(&copy);
    done(backup);
    assert_eq!(digest(&copy), digest(&folder));
    let again = home.path().join("again");
    let mut restore = parallax(&["restore"], &again);
    restore.arg(&copy);
    done(restore);
    add(&folder, &captures);
    add(&again, &captures);
    assert_eq!(digest(&again), digest(&folder));
    let mut onto = parallax(&["backup"], &folder);
    let refused = onto.arg(&copy).output().expect("it runs");
    assert!(told(&refused).contains("there is an archive in"), "{}", told(&refused));
}

#[test]
fn what_is_exported_comes_back_as_it_was() {
    let captures = fixtures();
    let (home, folder) = archive();
    add(&folder, &captures);
    let warc = home.path().join("all.warc.gz");
    let output = parallax(&["export", "--format", "warc"], &folder).output().expect("it runs");
    fs::write(&warc, output.stdout).expect("it can be written");
    let mut read = Command::new(env!("CARGO_BIN_EXE_parallax"));
    let read = done({
        read.args(["read", "--json", "--quiet"]).arg(&warc);
        read
    });
    assert_eq!(read.lines().count(), captures.len());
    let lines = |format: &str, more: &[&str]| {
        let mut command = parallax(&["export", "--format", format], &folder);
        command.args(more);
        done(command).lines().count()
    };
    assert_eq!(lines("jsonl", &[]), 5);
    assert_eq!(lines("jsonl", &["--query", "\"night shifts\""]), 1);
    assert_eq!(lines("ninjs", &[]), 5);
    assert!(lines("csv", &["--query", "mill"]) > 3);
}

fn decide(folder: &Path, what: &[&str]) -> String {
    let mut command = parallax(&["decide"], folder);
    command.args(["--who", "Ann"]).args(what);
    done(command)
}

fn stories(folder: &Path) -> Vec<serde_json::Value> {
    let listed = done(parallax(&["stories", "--json"], folder));
    listed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn decisions_hold_through_a_rebuild_and_can_be_taken_back() {
    let (_home, folder) = archive();
    add(&folder, &fixtures());
    let before = digest(&folder);
    let all = stories(&folder);
    let id = |story: &serde_json::Value| story["id"].as_str().expect("an id").to_owned();
    let articles = |story: &serde_json::Value| story["articles"].as_u64().expect("a number");
    decide(&folder, &["merge", &id(&all[0]), &id(&all[1])]);
    let merged = stories(&folder);
    assert_eq!(merged.len(), all.len() - 1);
    let kept = merged.iter().find(|story| id(story) == id(&all[0])).expect("it stays");
    assert_eq!(articles(kept), articles(&all[0]) + articles(&all[1]));
    let by_old_name = done(parallax(&["story", "--json", &id(&all[1])], &folder));
    assert!(by_old_name.contains(&id(&all[0])));
    let decided = digest(&folder);
    let rebuilt = done(parallax(&["rebuild", "--quiet"], &folder));
    assert_eq!(rebuilt.lines().last(), Some(decided.as_str()));
    decide(&folder, &["undo", "1"]);
    assert_eq!(digest(&folder), before);
    let log = done(parallax(&["decisions"], &folder));
    assert!(log.contains("Ann") && log.contains("(taken back by 2)"), "{log}");
    let mut again = parallax(&["decide"], &folder);
    let refused = again.args(["undo", "1"]).output().expect("it runs");
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn an_outlet_that_is_hidden_tells_nothing() {
    let (_home, folder) = archive();
    add(&folder, &fixtures());
    let of = |story: &serde_json::Value| story["articles"].as_u64().expect("a number");
    let before: u64 = stories(&folder).iter().map(of).sum();
    decide(&folder, &["hide", "The Northport Gazette"]);
    let after: u64 = stories(&folder).iter().map(of).sum();
    assert!(after < before, "{after} of {before}");
    assert_eq!(search(&folder, "outlet:northport")["articles"], 0);
    digest(&folder);
    decide(&folder, &["undo", "1"]);
    assert_eq!(stories(&folder).iter().map(of).sum::<u64>(), before);
}
