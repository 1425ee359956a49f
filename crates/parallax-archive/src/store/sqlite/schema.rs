//! The schema of the database, and how it is opened.
//!
//! What lasts is migrated step by step; what is made from the captures is thrown
//! away when its form changes, and made again.

use crate::{
    error::{ArchiveError, InDatabase, Result},
    lock::Lock,
    store::sqlite::seal,
};
use rusqlite::{Connection, OpenFlags, OptionalExtension, config::DbConfig};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xxhash_rust::xxh3::xxh3_64;

/// How what lasts came to its present form, oldest first.
const STEPS: [&str; 2] =
    [include_str!("../../../migrations/0001.sql"), include_str!("../../../migrations/0002.sql")];

/// The form of what can be made again.
const DERIVED: &str = include_str!("../../../migrations/derived.sql");

/// Milliseconds a statement waits for another process before it gives up.
const PATIENCE: u32 = 10_000;

pub(crate) fn path(folder: &Path) -> PathBuf {
    folder.join("archive.sqlite")
}

/// Opens for writing, and brings the schema up to date.
pub(crate) fn open(folder: &Path) -> Result<Connection> {
    let path = path(folder);
    let mut database = Connection::open(&path).in_database("be opened")?;
    settings(&database)?;
    let mode: String = database
        .query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))
        .in_database("keep a log")?;
    debug_assert_eq!(mode, "wal");
    database.execute_batch("PRAGMA synchronous = NORMAL").in_database("be set up")?;
    migrate(&mut database, folder)?;
    derive(&mut database)?;
    Ok(database)
}

/// Opens for reading.
pub(crate) fn open_to_read(folder: &Path) -> Result<Connection> {
    let database = only_to_read(folder)?;
    let found = version(&database)?;
    refuse_newer(found, folder)?;
    if found == STEPS.len() {
        return Ok(database);
    }
    // One of an older format is brought up to date, unless somebody writes to it.
    drop(database);
    let lock = Lock::take(folder)?;
    open(folder)?;
    drop(lock);
    only_to_read(folder)
}

/// Which form the database in `folder` has, and the newest that is known.
pub(crate) fn format(folder: &Path) -> Result<(usize, usize)> {
    Ok((version(&only_to_read(folder)?)?, STEPS.len()))
}

fn only_to_read(folder: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let path = path(folder);
    let opened = Connection::open_with_flags(&path, flags);
    let database = opened.in_database("be opened")?;
    let asked = settings(&database).and_then(|()| version(&database));
    let unlogged =
        || fs::metadata(folder.join("archive.sqlite-wal")).map_or(0, |log| log.len()) == 0;
    if asked.is_ok() || !unlogged() {
        return asked.map(|_| database);
    }
    // Where nothing may be written beside it nobody keeps a log either: it is read as it lies.
    let still = Connection::open_with_flags(as_it_lies(&path), flags | OpenFlags::SQLITE_OPEN_URI);
    let still = still.in_database("be opened")?;
    settings(&still)?;
    if version(&still).is_ok() { Ok(still) } else { asked.map(|_| database) }
}

/// The name of a database that is read as if nobody ever wrote to it.
fn as_it_lies(path: &Path) -> String {
    let mut name = "file:".to_owned();
    for letter in path.to_string_lossy().chars() {
        match letter {
            '%' => name.push_str("%25"),
            '?' => name.push_str("%3f"),
            '#' => name.push_str("%23"),
            plain => name.push(plain),
        }
    }
    name + "?immutable=1"
}

fn settings(database: &Connection) -> Result<()> {
    seal::teach(database)?;
    // Else a statement that is kept is planned anew each time it is asked with another value,
    // which takes longer than the answer.
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).in_database("be set up")?;
    let settings = format!(
        "PRAGMA busy_timeout = {PATIENCE}; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cache_size = -32768"
    );
    database.execute_batch(&settings).in_database("be set up")
}

fn version(database: &Connection) -> Result<usize> {
    let version: i64 = database
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .in_database("say which form it has")?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

fn refuse_newer(found: usize, folder: &Path) -> Result<()> {
    if found <= STEPS.len() {
        return Ok(());
    }
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (found, known) = (number(found), number(STEPS.len()));
    Err(ArchiveError::Newer { path: folder.to_owned(), found, known })
}

fn migrate(database: &mut Connection, folder: &Path) -> Result<()> {
    let found = version(database)?;
    refuse_newer(found, folder)?;
    for (number, step) in STEPS.iter().enumerate().skip(found) {
        let work = database.transaction().in_database("be brought up to date")?;
        work.execute_batch(step).in_database("be brought up to date")?;
        if number + 1 == STEPS.len() {
            seal::watch(&work, &seal::LASTING)?;
        }
        work.execute_batch(&format!("PRAGMA user_version = {}", number + 1))
            .in_database("be brought up to date")?;
        work.commit().in_database("be brought up to date")?;
    }
    Ok(())
}

/// Makes the tables of what can be made again, where they have not this form.
fn derive(database: &mut Connection) -> Result<()> {
    let form = format!("{:016x}", xxh3_64(DERIVED.as_bytes()));
    if fact(database, "derived")?.as_deref() == Some(form.as_str()) {
        return Ok(());
    }
    let work = database.transaction().in_database("be laid out")?;
    for table in seal::DERIVED {
        work.execute_batch(&format!("DROP TABLE IF EXISTS {}", table.name))
            .in_database("be laid out")?;
    }
    work.execute_batch(DERIVED).in_database("be laid out")?;
    seal::watch(&work, &seal::DERIVED)?;
    set_fact(&work, "derived", &form)?;
    set_fact(&work, "read by", "")?;
    work.commit().in_database("be laid out")
}

/// Throws away what can be made again.
pub(crate) fn forget_derived(database: &mut Connection) -> Result<()> {
    let work = database.transaction().in_database("be emptied")?;
    for table in seal::DERIVED {
        work.execute_batch(&format!("DELETE FROM {}", table.name)).in_database("be emptied")?;
    }
    work.commit().in_database("be emptied")
}

/// What is written down under a name.
pub(crate) fn fact(database: &Connection, name: &str) -> Result<Option<String>> {
    database
        .query_row("SELECT value FROM fact WHERE name = ?1", [name], |row| row.get(0))
        .optional()
        .in_database("look up a fact")
}

/// Writes down something under a name.
pub(crate) fn set_fact(database: &Connection, name: &str, value: &str) -> Result<()> {
    database
        .execute("INSERT OR REPLACE INTO fact VALUES (?1, ?2)", [name, value])
        .in_database("write down a fact")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::open;
    use rusqlite::{OptionalExtension, StatementStatus};

    #[test]
    fn a_statement_that_is_kept_is_planned_once() {
        let folder = tempfile::tempdir().unwrap();
        let database = open(folder.path()).unwrap();
        let question =
            "SELECT record FROM article JOIN record ON record.article = number WHERE id = ?1";
        for value in 0..5_u8 {
            let mut asked = database.prepare_cached(question).unwrap();
            let row = asked.query_row([[value; 32]], |row| row.get::<_, Vec<u8>>(0));
            assert_eq!(row.optional().unwrap(), None);
            assert_eq!(asked.get_status(StatementStatus::RePrepare), 0);
        }
    }
}
