//! What is remembered between two looks at the network, in a file of its own beside the archive.
//!
//! It is no part of the archive: who loses it asks for everything once more, and what comes is
//! known again by its bytes. Unlike the archive it has no one writer.

use crate::error::{ArchiveError, InDatabase, Result};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use std::{path::Path, time::Duration};

/// The file in the folder of the archive.
const NAME: &str = "watch.sqlite";

/// How long another process is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Notes, each on a shelf and under a key, some with the moment when they are due.
#[derive(Debug)]
pub struct Notebook {
    database: Connection,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Of what kind it is.
    pub shelf: String,
    /// About what it is; one on a shelf.
    pub key: String,
    /// What it says.
    pub words: String,
    /// When it is due, if ever.
    pub due: Option<Timestamp>,
}

impl Notebook {
    /// Opens that beside the archive in `folder`; makes it where there is none.
    pub fn open(folder: &Path) -> Result<Self> {
        if !crate::store::path(folder).exists() {
            return Err(ArchiveError::Missing(folder.to_owned()));
        }
        let doing = "keep notes (watch.sqlite)";
        let database = Connection::open(folder.join(NAME)).in_database(doing)?;
        database.busy_timeout(PATIENCE).in_database(doing)?;
        database
            .execute_batch(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
                 CREATE TABLE IF NOT EXISTS note (
                     shelf TEXT NOT NULL, key TEXT NOT NULL, words TEXT NOT NULL, due INTEGER,
                     PRIMARY KEY (shelf, key)
                 ) WITHOUT ROWID;
                 CREATE INDEX IF NOT EXISTS note_due ON note (shelf, due) WHERE due IS NOT NULL;",
            )
            .in_database(doing)?;
        Ok(Self { database })
    }

    /// What is noted under a key.
    pub fn read(&self, shelf: &str, key: &str) -> Result<Option<String>> {
        self.database
            .prepare_cached("SELECT words FROM note WHERE shelf = ?1 AND key = ?2")
            .and_then(|mut read| read.query_row([shelf, key], |row| row.get(0)).optional())
            .in_database("read notes")
    }

    /// Keeps notes in place of those under the same keys: all of them or, after a crash, none.
    pub fn keep(&mut self, remarks: &[Remark]) -> Result<()> {
        let doing = "keep notes";
        let writing = self.database.transaction().in_database(doing)?;
        {
            let mut keep = writing
                .prepare_cached("INSERT OR REPLACE INTO note VALUES (?1, ?2, ?3, ?4)")
                .in_database(doing)?;
            for Remark { shelf, key, words, due } in remarks {
                let due = due.map(Timestamp::as_second);
                keep.execute(params![shelf, key, words, due]).in_database(doing)?;
            }
        }
        writing.commit().in_database(doing)
    }

    /// Keys and notes of a shelf that are due, the longest due first, at most so many.
    pub fn due(&self, shelf: &str, now: Timestamp, most: usize) -> Result<Vec<(String, String)>> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.listed(
            "SELECT key, words FROM note WHERE shelf = ?1 AND due <= ?2 ORDER BY due, key LIMIT ?3",
            params![shelf, now.as_second(), most],
        )
    }

    /// All keys and notes of a shelf, by key.
    pub fn all(&self, shelf: &str) -> Result<Vec<(String, String)>> {
        self.listed("SELECT key, words FROM note WHERE shelf = ?1 ORDER BY key", params![shelf])
    }

    fn listed(&self, query: &str, with: impl rusqlite::Params) -> Result<Vec<(String, String)>> {
        self.database
            .prepare_cached(query)
            .and_then(|mut list| {
                list.query_map(with, |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
            })
            .in_database("read notes")
    }
}

#[cfg(test)]
mod tests {
    use super::{Notebook, Remark};
    use crate::Archive;
    use jiff::Timestamp;

    fn remark(key: &str, words: &str, due: Option<i64>) -> Remark {
        let due = due.map(|second| Timestamp::from_second(second).unwrap());
        Remark { shelf: "a".to_owned(), key: key.to_owned(), words: words.to_owned(), due }
    }

    #[test]
    fn notes_are_kept_and_found_when_they_are_due() {
        let home = tempfile::tempdir().unwrap();
        assert!(Notebook::open(home.path()).is_err());
        Archive::create(home.path()).unwrap();
        let mut notes = Notebook::open(home.path()).unwrap();
        let kept = [remark("x", "1", Some(50)), remark("y", "2", Some(20)), remark("z", "3", None)];
        notes.keep(&kept).unwrap();
        notes.keep(&[remark("x", "4", Some(40))]).unwrap();
        drop(notes);
        let notes = Notebook::open(home.path()).unwrap();
        assert_eq!(notes.read("a", "x").unwrap().as_deref(), Some("4"));
        assert_eq!(notes.read("b", "x").unwrap(), None);
        let due = |second, most| {
            let due = notes.due("a", Timestamp::from_second(second).unwrap(), most).unwrap();
            due.into_iter().map(|(key, _)| key).collect::<Vec<_>>()
        };
        assert_eq!(due(40, 9), ["y", "x"]);
        assert_eq!(due(40, 1), ["y"]);
        assert_eq!(due(39, 9), ["y"]);
        assert_eq!(notes.all("a").unwrap().len(), 3);
    }
}
