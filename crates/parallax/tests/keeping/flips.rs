//! Bytes that change by themselves.

use crate::desk::{add, archive, done, event, told};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Bytes that are flipped in each test. More are tried by `PARALLAX_FLIPS=500`.
fn flips() -> u64 {
    std::env::var("PARALLAX_FLIPS").ok().and_then(|words| words.parse().ok()).unwrap_or(12)
}

/// What an archive answers, all of it.
fn answers(folder: &Path) -> String {
    ["jsonl", "csv"]
        .map(|format| done(&["export", "--format", format], folder))
        .into_iter()
        .chain([done(&["decisions"], folder), done(&["stories", "--json"], folder)])
        .chain(
            ["fire", "outlet:herald OR three"]
                .map(|words| done(&["search", "--json", words], folder)),
        )
        .collect()
}

/// The same numbers for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
}

/// Flips bytes of the files that `chosen` chooses: each is named by `verify`, or every answer
/// is as it was.
fn check(seed: u64, chosen: impl Fn(&str) -> bool) {
    let (_home, folder) = archive();
    add(&folder, &event("harbour-fire"));
    done(&["decide", "--who", "Ann", "hide", "Coast Wire"], &folder);
    let wanted = answers(&folder);
    let files: Vec<PathBuf> = ["", "captures", "index"]
        .iter()
        .flat_map(|name| fs::read_dir(folder.join(name)).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file() && chosen(&path.display().to_string()))
        // What the index only uses to clear away: where it is no list any more, all is made again under other names.
        .filter(|path| {
            !path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
        })
        .filter(|path| fs::metadata(path).is_ok_and(|file| file.len() > 0))
        .collect();
    let mut dice = Dice(seed);
    for flip in 0..flips() {
        let file = &files[usize::try_from(flip).expect("few") % files.len()];
        let whole = fs::read(file).expect("it can be read");
        let at = dice.next(whole.len() as u64);
        let mut changed = whole.clone();
        changed[usize::try_from(at).expect("it fits")] ^= 1 << dice.next(8);
        fs::write(file, &changed).expect("it can be written");
        let (status, said) = told(&["verify", "--quiet"], &folder);
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if status == Some(0) {
            assert!(answers(&folder) == wanted, "byte {at} of {name} changes an answer unseen");
        } else {
            assert!(said.contains(&name), "byte {at} of {name}: {status:?} {said}");
        }
        fs::write(file, &whole).expect("it can be written");
    }
    assert!(answers(&folder) == wanted, "the archive is as it was");
}

#[test]
fn a_byte_of_the_database_that_changes_an_answer_is_named() {
    check(0x5eed_0001, |path| path.ends_with("archive.sqlite"));
}

#[test]
fn a_byte_of_the_captures_that_changes_an_answer_is_named() {
    check(0x5eed_0002, |path| path.ends_with(".warc.gz"));
}

#[test]
fn a_byte_of_the_index_that_changes_an_answer_is_named() {
    check(0x5eed_0003, |path| path.contains("/index/"));
}
