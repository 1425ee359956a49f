//! The way out: everything held can be taken away in open formats, whole or not at all, and
//! evidence of a story proves what it says.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

fn fixtures(event: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures").join(event);
    let captures = fs::read_dir(folder.join("captures")).expect("captures");
    let mut captures: Vec<PathBuf> =
        captures.map(|capture| capture.expect("a capture").path()).collect();
    captures.sort();
    captures
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments).arg("--archive").arg(folder).output().expect("the program runs")
}

fn told(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

#[track_caller]
fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", told(&output));
    String::from_utf8(output.stdout).expect("text")
}

/// An archive of two events, and the id of the story of the first.
fn archive() -> (TempDir, PathBuf, String) {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("news");
    done(&folder, &["init"]);
    for event in ["dock-strike", "harbour-fire"] {
        for capture in fixtures(event) {
            done(&folder, &["add", "--quiet", capture.to_str().expect("a path")]);
        }
    }
    let found = done(&folder, &["search", "--json", "\"night shifts\""]);
    let found: serde_json::Value = serde_json::from_str(&found).expect("JSON");
    let id = found["stories"][0]["id"].as_str().expect("a story").to_owned();
    (home, folder, id)
}

/// Every file under a folder, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").display().to_string();
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

#[test]
fn tables_are_whole_and_the_same_each_time() {
    let (home, folder, id) = archive();
    let to = |name: &str| home.path().join(name).to_str().expect("a path").to_owned();
    for form in ["parquet", "csv"] {
        let (one, other) = (to(&format!("{form}-1")), to(&format!("{form}-2")));
        done(&folder, &["export", "--format", form, "--to", &one]);
        done(&folder, &["export", "--format", form, "--to", &other]);
        let written = files(Path::new(&one));
        assert!(written == files(Path::new(&other)), "{form} differs");
        for table in ["articles", "claims", "differences", "mentions", "quotations", "stories"] {
            assert!(written.keys().any(|name| name.starts_with(table)), "no {table} in {form}");
        }
        let again = run(&folder, &["export", "--format", form, "--to", &one]);
        assert_eq!(again.status.code(), Some(2));
        assert!(told(&again).contains("nothing is written over"), "{}", told(&again));
    }
    let parquet = files(Path::new(&to("parquet-1")));
    let name = "articles/day=2027-03-12/part-00000.parquet";
    assert!(parquet[name].starts_with(b"PAR1") && parquet[name].ends_with(b"PAR1"));
    let claims = done(&folder, &["export", "--format", "csv", "--table", "claims", "--story", &id]);
    assert!(claims.starts_with("story_id,claim_id,claim,"));
    assert!(claims.lines().count() > 3);
    let refused = run(&folder, &["export", "--format", "parquet"]);
    assert!(told(&refused).contains("--to names the folder"), "{}", told(&refused));
}

#[test]
fn a_web_archive_of_a_story_says_what_wrote_it_and_is_read_again() {
    let (home, folder, id) = archive();
    let file = home.path().join("story.warc.gz");
    let to = file.to_str().expect("a path");
    done(&folder, &["export", "--format", "warc", "--story", &id, "--to", to]);
    let other = home.path().join("other");
    done(&other, &["init"]);
    done(&other, &["add", "--quiet", to]);
    let stories = done(&other, &["stories", "--json"]);
    let story: serde_json::Value = serde_json::from_str(stories.trim()).expect("one story");
    assert_eq!(story["articles"], fixtures("dock-strike").len());
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(
        &mut flate2::read::GzDecoder::new(&fs::read(&file).expect("a file")[..]),
        &mut bytes,
    )
    .expect("a member");
    let head = String::from_utf8(bytes).expect("text");
    assert!(head.contains("WARC-Type: warcinfo") && head.contains("software: parallax"), "{head}");
}

#[test]
fn evidence_proves_what_it_says_and_is_the_same_each_time() {
    let (home, folder, id) = archive();
    let (one, other) = (home.path().join("one.zip"), home.path().join("other.zip"));
    for file in [&one, &other] {
        done(&folder, &["export", "--story", &id, "--evidence", file.to_str().expect("a path")]);
    }
    let zip = fs::read(&one).expect("evidence");
    assert!(zip == fs::read(&other).expect("evidence"), "made twice, it differs");
    let said = done(&folder, &["verify", one.to_str().expect("a path")]);
    assert!(said.contains("the same byte for byte") && said.contains("manifest "), "{said}");
}

/// What `verify` finds wrong with evidence.
fn wrong(folder: &Path, zip: &[u8]) -> String {
    let file = folder.join("changed.zip");
    fs::write(&file, zip).expect("it can be written");
    let output = run(folder, &["verify", file.to_str().expect("a path")]);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    told(&output)
}

/// Sets `name` to what `change` makes of it, and the manifest right where that is asked for.
fn changed(zip: &[u8], name: &str, honest: bool, change: impl Fn(&str) -> String) -> Vec<u8> {
    let files = parallax_export::zip::read(zip).expect("evidence");
    let mut files: BTreeMap<String, Vec<u8>> =
        files.into_iter().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
    let text = String::from_utf8(files[name].clone()).expect("text");
    let new = change(&text);
    assert_ne!(text, new, "nothing was changed");
    if honest {
        let digest = |text: &str| parallax_model::Digest::of(text.as_bytes()).to_string();
        let manifest = String::from_utf8(files["manifest.json"].clone()).expect("text");
        let said = |text: &str| format!("\"bytes\":{},\"sha256\":\"{}\"", text.len(), digest(text));
        let manifest = manifest.replace(&said(&text), &said(&new));
        files.insert("manifest.json".to_owned(), manifest.into_bytes());
    }
    files.insert(name.to_owned(), new.into_bytes());
    parallax_export::zip::write(files.iter().map(|(name, bytes)| (&**name, &**bytes)))
        .expect("an archive")
}

#[test]
fn evidence_that_was_changed_is_found_and_what_was_changed_is_named() {
    let (home, folder, id) = archive();
    let file = home.path().join("story.zip");
    done(&folder, &["export", "--story", &id, "--evidence", file.to_str().expect("a path")]);
    let zip = fs::read(&file).expect("evidence");
    let more = |text: &str| text.replacen("strike", "picnic", 1);
    let said = wrong(&folder, &changed(&zip, "report.txt", false, more));
    assert!(said.contains("report.txt: it is not what the manifest says"), "{said}");
    let said = wrong(&folder, &changed(&zip, "edition.json", true, more));
    assert!(said.contains("edition.json: made again from the captures, it is another"), "{said}");
    let said = wrong(&folder, &changed(&zip, "spans.jsonl", true, more));
    assert!(said.contains("its words are not read at that place"), "{said}");
    let spaced = |text: &str| text.replacen(',', ", ", 1);
    let said = wrong(&folder, &changed(&zip, "manifest.json", false, spaced));
    assert!(said.contains("canonical"), "{said}");
    let twice = |text: &str| {
        let start = text.find("\"captures\":[").expect("captures") + "\"captures\":[".len();
        let (before, after) = text.split_at(start);
        let (first, _) = after.split_at(after.find('}').expect("a capture") + 1);
        format!("{before}{first},{after}")
    };
    let said = wrong(&folder, &changed(&zip, "manifest.json", false, twice));
    assert!(said.contains("does not stand in it"), "{said}");
    for at in (0..zip.len()).step_by(zip.len() / 16) {
        let mut flipped = zip.clone();
        flipped[at] ^= 4;
        wrong(&folder, &flipped);
    }
    wrong(&folder, b"no zip at all");
    wrong(&folder, &zip[..zip.len() / 2]);
}

#[test]
fn evidence_holds_the_rules_by_which_its_captures_are_read() {
    let home = tempfile::tempdir().expect("a folder");
    let (folder, rules) = (home.path().join("news"), home.path().join("rules"));
    let path = |path: &Path| path.to_str().expect("a path").to_owned();
    fs::create_dir(&rules).expect("a folder");
    let rule = "hosts = [\"gull.example\"]\nalways = true\nheadline = \"h2\"\nbody = \"div.b\"\n";
    fs::write(rules.join("gull.toml"), rule).expect("it can be written");
    let page = home.path().join("page.html");
    let html = "<html lang=en><head><title>Gull</title><link rel=canonical href=\"https://gull.example/ferry\"></head>\
        <body><h1>Gull Daily</h1><h2>Ferry aground off Tern Harbour</h2><div class=b><p>The ferry Halcyon ran aground on a \
        sandbank off Tern Harbour on Saturday morning with 42 people on board.</p></div><div class=c><p>Weather: the sea will \
        be rough tomorrow and on the day after that as well.</p></div></body></html>";
    fs::write(&page, html).expect("it can be written");
    done(&folder, &["init"]);
    done(&folder, &["add", "--quiet", "--outlets", &path(&rules), &path(&page)]);
    let listed = done(&folder, &["stories", "--json"]);
    let story: serde_json::Value = serde_json::from_str(listed.trim()).expect("one story");
    assert_eq!(story["headline"], "Ferry aground off Tern Harbour");
    let (id, zip) = (story["id"].as_str().expect("an id"), home.path().join("story.zip"));
    let without = run(&folder, &["export", "--story", id, "--evidence", &path(&zip)]);
    assert!(told(&without).contains("--outlets names them"), "{}", told(&without));
    assert!(!zip.exists());
    let with = ["export", "--story", id, "--outlets", &path(&rules), "--evidence", &path(&zip)];
    done(&folder, &with);
    let said = done(&folder, &["verify", &path(&zip)]);
    assert!(said.contains("the same byte for byte"), "{said}");
}
