//! Archives of every format there was.
//!
//! A new format needs a stored archive of it: `cargo run -p xtask -- keep-archive`.

use crate::desk::{archive, digest, done, rebuilt, stories, told, unpack};
use rusqlite::Connection;
use std::{collections::BTreeSet, fs, path::Path};

/// The formats that are stored, oldest first.
fn formats() -> Vec<String> {
    let stored = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/archives");
    let mut formats: Vec<String> = fs::read_dir(stored)
        .expect("stored archives")
        .map(|entry| entry.expect("one").file_name().to_string_lossy().into_owned())
        .collect();
    formats.sort_by_key(|name| name.parse::<u32>().expect("a number"));
    formats
}

#[test]
fn an_archive_of_every_format_opens_and_answers_as_one_of_today() {
    let mut digests = Vec::new();
    for format in formats() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("news");
        unpack(&format, &folder);
        // Readers open it as it is, and bring it up to date.
        done(&["decisions"], &folder);
        done(&["doctor"], &folder);
        let rebuilt = rebuilt(&folder);
        assert_eq!(digest(&folder), rebuilt, "format {format}");
        let ids: Vec<String> = stories(&folder)
            .iter()
            .map(|story| story["id"].as_str().expect("an id").to_owned())
            .collect();
        assert_eq!(ids, ["933fc0f011cd581a", "f153ea82415dee3d"], "format {format}");
        let log = done(&["decisions"], &folder);
        assert!(
            log.contains("ask the harbour office") && log.contains("(taken back by 4)"),
            "{log}"
        );
        digests.push(rebuilt);
    }
    digests.dedup();
    assert_eq!(digests.len(), 1, "{digests:?}");
}

/// The tables of what lasts, as they were made, and the format of the database. What is made of
/// captures is thrown away when its form changes, and needs no stored archive.
fn schema(database: &Path) -> (i64, Vec<String>) {
    let derived = include_str!("../../../parallax-archive/migrations/derived.sql");
    let derived: BTreeSet<&str> = derived
        .lines()
        .filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split(' ').next())
        .collect();
    let database = Connection::open(database).expect("a database");
    let format = database.query_row("PRAGMA user_version", [], |row| row.get(0));
    let mut asked = database
        .prepare("SELECT tbl_name, sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY type, name")
        .expect("a schema");
    let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("a schema");
    let rows = rows.map(|row: rusqlite::Result<(String, String)>| row.expect("a row"));
    let lasting = rows.filter(|(table, _)| !derived.contains(table.as_str()));
    (format.expect("a format"), lasting.map(|(_, sql)| sql).collect())
}

#[test]
fn the_format_of_today_is_stored() {
    let (_home, folder) = archive();
    let today = schema(&folder.join("archive.sqlite"));
    let newest = formats().pop().expect("a format");
    let home = tempfile::tempdir().expect("a folder");
    unpack(&newest, home.path());
    let stored = schema(&home.path().join("archive.sqlite"));
    assert_eq!(newest, today.0.to_string(), "run `cargo run -p xtask -- keep-archive`");
    assert_eq!(stored, today, "run `cargo run -p xtask -- keep-archive`");
}

#[test]
fn an_archive_of_a_newer_format_is_refused_by_name() {
    let (_home, folder) = archive();
    let database = Connection::open(folder.join("archive.sqlite")).expect("a database");
    database.execute_batch("PRAGMA user_version = 77").expect("a number");
    drop(database);
    for command in [&["stories"][..], &["add", "Cargo.toml"], &["verify"], &["rebuild"]] {
        let (status, said) = told(command, &folder);
        assert_eq!(status, Some(2), "{command:?}");
        assert!(said.contains("was made by a newer version (format 77, this one knows"), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    let (status, said) = told(&["doctor"], &folder);
    assert_eq!(status, Some(1));
    assert!(said.contains("broken   format     77, of a newer version"), "{said}");
}
