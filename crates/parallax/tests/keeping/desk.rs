//! The program at work on an archive.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tempfile::TempDir;

pub(crate) fn parallax(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments).arg("--archive").arg(folder);
    command
}

/// What was printed, and whether all was well.
pub(crate) fn told(arguments: &[&str], folder: &Path) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } =
        parallax(arguments, folder).output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (status.code(), text(&stdout) + &text(&stderr))
}

/// What was printed, all being well.
pub(crate) fn done(arguments: &[&str], folder: &Path) -> String {
    let (status, said) = told(arguments, folder);
    assert_eq!(status, Some(0), "{arguments:?}: {said}");
    said
}

/// A new archive in a folder of its own.
pub(crate) fn archive() -> (TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("news");
    done(&["init"], &folder);
    (home, folder)
}

/// The captures of the project's fixtures.
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

/// The captures of one event of the fixtures.
pub(crate) fn event(name: &str) -> Vec<PathBuf> {
    let of = |path: &PathBuf| path.components().any(|part| part.as_os_str() == name);
    fixtures().into_iter().filter(of).collect()
}

pub(crate) fn add(folder: &Path, captures: &[PathBuf]) {
    let paths: Vec<&str> = captures.iter().map(|path| path.to_str().expect("text")).collect();
    done(&[&["add", "--quiet"], &paths[..]].concat(), folder);
}

/// The digest that `verify` gives, once it found nothing wrong.
pub(crate) fn digest(folder: &Path) -> String {
    last(&done(&["verify", "--quiet"], folder))
}

pub(crate) fn rebuilt(folder: &Path) -> String {
    last(&done(&["rebuild", "--quiet"], folder))
}

pub(crate) fn last(said: &str) -> String {
    said.lines().last().unwrap_or_default().to_owned()
}

/// The stories of an archive, in short.
pub(crate) fn stories(folder: &Path) -> Vec<serde_json::Value> {
    let listed = done(&["stories", "--json"], folder);
    listed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A story of an archive.
pub(crate) fn story(folder: &Path, id: &str) -> serde_json::Value {
    serde_json::from_str(&done(&["story", "--json", id], folder)).expect("JSON")
}

/// Unpacks the stored archive of a format into `folder`.
pub(crate) fn unpack(format: &str, folder: &Path) {
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives").join(format);
    fs::create_dir_all(folder.join("captures")).expect("a folder");
    let packed = fs::File::open(stored.join("archive.sqlite.gz")).expect("a stored archive");
    let mut plain = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(packed), &mut plain)
        .expect("whole");
    fs::write(folder.join("archive.sqlite"), plain).expect("it can be written");
    let captures = "captures/00001.warc.gz";
    fs::copy(stored.join(captures), folder.join(captures)).expect("captures");
}

/// Whether any file of the archive holds `words`, packed records unpacked.
pub(crate) fn holds(folder: &Path, words: &str) -> Option<PathBuf> {
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(
                fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("it").path()),
            );
            continue;
        }
        let bytes = fs::read(&path).expect("it can be read");
        let mut plain = bytes.clone();
        if path.extension().is_some_and(|ending| ending == "gz") {
            plain.clear();
            let mut members = flate2::read::MultiGzDecoder::new(&bytes[..]);
            std::io::Read::read_to_end(&mut members, &mut plain).expect("whole members");
        }
        if plain.windows(words.len()).any(|window| window == words.as_bytes()) {
            return Some(path);
        }
    }
    None
}
