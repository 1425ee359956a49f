//! What is remembered between two looks at the network, in a file of its own beside the archive.
//!
//! It is no part of the archive: who loses it asks for everything once more, and what comes is
//! known again by its bytes. Unlike the archive it has no one writer. A copy of the archive has a copy of it.

use crate::error::{ArchiveError, InDatabase, Result};
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
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

/// Whose turn it is to ask a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// That of whoever asked for it.
    Yours,
    /// Somebody else's: the domain is being asked.
    Others,
    /// Nobody's until then: the domain has its peace.
    After(Timestamp),
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
                 CREATE INDEX IF NOT EXISTS note_due ON note (shelf, due) WHERE due IS NOT NULL;
                 CREATE TABLE IF NOT EXISTS turn (
                     domain TEXT PRIMARY KEY, free INTEGER NOT NULL, who TEXT, until INTEGER
                 ) WITHOUT ROWID;",
            )
            .in_database(doing)?;
        add_moments(&database).in_database(doing)?;
        Ok(Self { database })
    }

    /// Looks at that beside the archive in `folder`, where there is one; writes nothing.
    fn look(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join(NAME);
        if !path.exists() {
            return Ok(None);
        }
        let doing = "be read (watch.sqlite)";
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let database = Connection::open_with_flags(path, flags).in_database(doing)?;
        database.busy_timeout(PATIENCE).in_database(doing)?;
        Ok(Some(Self { database }))
    }

    /// How many notes there are beside the archive in `folder`; none where nothing was ever noted.
    pub fn count(folder: &Path) -> Result<Option<u64>> {
        let Some(notes) = Self::look(folder)? else { return Ok(None) };
        let count = notes.database.query_row("SELECT count(*) FROM note", [], |row| row.get(0));
        count.map(Some).in_database("be counted (watch.sqlite)")
    }

    /// What is wrong with the file of the notes beside the archive in `folder`.
    pub fn damages(folder: &Path) -> Vec<String> {
        const QUESTION: &str = "PRAGMA integrity_check(10)";
        let asked = Self::look(folder)
            .and_then(|notes| notes.map_or_else(|| Ok(Vec::new()), |notes| notes.lines(QUESTION)));
        match asked {
            Ok(lines) => lines.into_iter().filter(|line| line != "ok").collect(),
            Err(error) => vec![error.with_cause()],
        }
    }

    fn lines(&self, question: &str) -> Result<Vec<String>> {
        let lines = self.database.prepare(question).and_then(|mut asked| {
            asked.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()
        });
        lines.in_database("be checked (watch.sqlite)")
    }

    /// Copies the notes beside the archive in `folder`, as they stand at this moment, to beside that in `target`.
    pub(crate) fn copy(folder: &Path, target: &Path) -> Result<()> {
        let Some(notes) = Self::look(folder)? else { return Ok(()) };
        let copy = target.join(NAME);
        let copy = copy.to_string_lossy();
        let copied = notes.database.execute("VACUUM INTO ?1", [&*copy]);
        copied.map(drop).in_database("be copied (watch.sqlite)")
    }

    /// What is noted under a key.
    pub fn read(&self, shelf: &str, key: &str) -> Result<Option<String>> {
        self.database
            .prepare_cached("SELECT words FROM note WHERE shelf = ?1 AND key = ?2")
            .and_then(|mut read| read.query_row([shelf, key], |row| row.get(0)).optional())
            .in_database("read notes")
    }

    /// Keeps notes, as of `now`, in place of those under the same keys: all of them or, after a crash, none.
    pub fn keep(&mut self, remarks: &[Remark], now: Timestamp) -> Result<()> {
        let doing = "keep notes";
        let writing = self.database.transaction().in_database(doing)?;
        {
            let mut keep = writing
                .prepare_cached(
                    "INSERT OR REPLACE INTO note (shelf, key, words, due, at) VALUES (?1, ?2, ?3, ?4, ?5)",
                )
                .in_database(doing)?;
            for Remark { shelf, key, words, due } in remarks {
                let due = due.map(Timestamp::as_second);
                keep.execute(params![shelf, key, words, due, now.as_second()])
                    .in_database(doing)?;
            }
        }
        writing.commit().in_database(doing)
    }

    /// Lets go of notes of a shelf that were kept before a moment and are not due since; gives how many.
    pub fn prune(&mut self, shelf: &str, before: Timestamp) -> Result<u64> {
        self.database
            .execute(
                "DELETE FROM note WHERE shelf = ?1 AND at < ?2 AND (due IS NULL OR due < ?2)",
                params![shelf, before.as_second()],
            )
            .map(|gone| u64::try_from(gone).unwrap_or(u64::MAX))
            .in_database("let go of notes")
    }

    /// Takes the turn to ask a domain, before all processes that share this notebook, until it is
    /// [ended](Self::end_turn) or `until`.
    pub fn take_turn(
        &mut self,
        domain: &str,
        who: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Turn> {
        let doing = "take turns";
        let (now_ms, until) = (now.as_millisecond(), until.as_millisecond());
        let taken = self
            .database
            .prepare_cached(
                "INSERT INTO turn VALUES (?1, ?3, ?2, ?4) ON CONFLICT (domain) DO UPDATE SET who = ?2, until = ?4
                 WHERE free <= ?3 AND (who IS NULL OR until <= ?3)",
            )
            .and_then(|mut take| take.execute(params![domain, who, now_ms, until]))
            .in_database(doing)?;
        if taken == 1 {
            return Ok(Turn::Yours);
        }
        let found: Option<(i64, Option<i64>)> = self
            .database
            .prepare_cached("SELECT free, CASE WHEN who IS NULL THEN NULL ELSE until END FROM turn WHERE domain = ?1")
            .and_then(|mut read| {
                read.query_row([domain], |row| Ok((row.get(0)?, row.get(1)?))).optional()
            })
            .in_database(doing)?;
        Ok(match found {
            Some((free, held)) if held.is_none_or(|held| held <= now_ms) => {
                Turn::After(Timestamp::from_millisecond(free).unwrap_or(now))
            }
            _ => Turn::Others,
        })
    }

    /// Ends a turn; nobody takes the next before `free`.
    pub fn end_turn(&mut self, domain: &str, who: &str, free: Timestamp) -> Result<()> {
        // What is left of a millisecond is peace as well.
        let free = free.as_millisecond().saturating_add(1);
        self.database
            .prepare_cached(
                "UPDATE turn SET free = max(free, ?3), who = NULL, until = NULL WHERE domain = ?1 AND who = ?2",
            )
            .and_then(|mut end| end.execute(params![domain, who, free]))
            .map(drop)
            .in_database("take turns")
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

/// Notes of an earlier version do not say when they were kept: they pass for new.
fn add_moments(database: &Connection) -> rusqlite::Result<()> {
    let has =
        database.prepare("SELECT 1 FROM pragma_table_info('note') WHERE name = 'at'")?.exists([])?;
    if has {
        return Ok(());
    }
    let added = database.execute_batch(
        "BEGIN IMMEDIATE; ALTER TABLE note ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
         UPDATE note SET at = unixepoch(); COMMIT;",
    );
    match added {
        // Another process was there before us.
        Err(error) if error.to_string().contains("duplicate column") => {
            database.execute_batch("ROLLBACK")
        }
        added => added,
    }
}

#[cfg(test)]
mod tests {
    use super::{Notebook, Remark, Turn};
    use crate::{Archive, Reader};
    use jiff::Timestamp;
    use std::fs;

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
        let now = Timestamp::from_second(60).unwrap();
        notes.keep(&kept, now).unwrap();
        notes.keep(&[remark("x", "4", Some(40))], now).unwrap();
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

    #[test]
    fn notes_of_an_earlier_version_pass_for_new() {
        let home = tempfile::tempdir().unwrap();
        Archive::create(home.path()).unwrap();
        let earlier = rusqlite::Connection::open(home.path().join(super::NAME)).unwrap();
        let made = "CREATE TABLE note (shelf TEXT NOT NULL, key TEXT NOT NULL, words TEXT NOT NULL, due INTEGER,
             PRIMARY KEY (shelf, key)) WITHOUT ROWID; INSERT INTO note VALUES ('a', 'x', '1', NULL);";
        earlier.execute_batch(made).unwrap();
        let mut notes = Notebook::open(home.path()).unwrap();
        assert_eq!(notes.prune("a", Timestamp::from_second(1_700_000_000).unwrap()).unwrap(), 0);
        assert_eq!(notes.all("a").unwrap().len(), 1);
    }

    #[test]
    fn what_is_old_and_not_due_goes() {
        let home = tempfile::tempdir().unwrap();
        Archive::create(home.path()).unwrap();
        let mut notes = Notebook::open(home.path()).unwrap();
        let at = |second| Timestamp::from_second(second).unwrap();
        notes.keep(&[remark("old", "1", Some(20)), remark("due", "2", Some(90))], at(10)).unwrap();
        notes.keep(&[remark("young", "3", None)], at(60)).unwrap();
        assert_eq!((notes.prune("a", at(50)).unwrap(), notes.prune("b", at(90)).unwrap()), (1, 0));
        let held = notes.all("a").unwrap();
        assert_eq!(held.into_iter().map(|(key, _)| key).collect::<Vec<_>>(), ["due", "young"]);
    }

    #[test]
    fn one_process_at_a_time_asks_a_domain_and_then_it_has_its_peace() {
        let home = tempfile::tempdir().unwrap();
        Archive::create(home.path()).unwrap();
        let at = |second| Timestamp::from_second(second).unwrap();
        let (mut ours, mut others) =
            (Notebook::open(home.path()).unwrap(), Notebook::open(home.path()).unwrap());
        assert_eq!(ours.take_turn("quay.example", "us", at(0), at(90)).unwrap(), Turn::Yours);
        assert_eq!(others.take_turn("quay.example", "them", at(1), at(91)).unwrap(), Turn::Others);
        assert_eq!(others.take_turn("ebb.example", "them", at(1), at(91)).unwrap(), Turn::Yours);
        others.end_turn("quay.example", "them", at(0)).unwrap();
        assert_eq!(others.take_turn("quay.example", "them", at(1), at(91)).unwrap(), Turn::Others);
        ours.end_turn("quay.example", "us", at(5)).unwrap();
        let after = others.take_turn("quay.example", "them", at(2), at(92)).unwrap();
        assert!(matches!(after, Turn::After(free) if free >= at(5)));
        assert_eq!(others.take_turn("quay.example", "them", at(6), at(96)).unwrap(), Turn::Yours);
        // Who ends without a word loses the turn in time.
        assert_eq!(ours.take_turn("quay.example", "us", at(97), at(187)).unwrap(), Turn::Yours);
    }

    #[test]
    fn a_copy_of_the_archive_has_a_copy_of_the_notes() {
        let home = tempfile::tempdir().unwrap();
        let (first, second) = (home.path().join("a"), home.path().join("b"));
        Archive::create(&first).unwrap();
        assert_eq!(Notebook::count(&first).unwrap(), None);
        let mut notes = Notebook::open(&first).unwrap();
        notes.keep(&[remark("x", "1", Some(50))], Timestamp::UNIX_EPOCH).unwrap();
        // Others may have it open meanwhile.
        Reader::open(&first).unwrap().back_up(&second).unwrap();
        let copied = Notebook::open(&second).unwrap();
        assert_eq!(copied.read("a", "x").unwrap().as_deref(), Some("1"));
        assert_eq!(Notebook::count(&second).unwrap(), Some(1));
    }

    #[test]
    fn what_is_wrong_with_its_file_is_told() {
        let home = tempfile::tempdir().unwrap();
        Archive::create(home.path()).unwrap();
        assert!(Notebook::damages(home.path()).is_empty());
        drop(Notebook::open(home.path()).unwrap());
        assert!(Notebook::damages(home.path()).is_empty());
        let file = home.path().join("watch.sqlite");
        let whole = fs::read(&file).unwrap();
        let broken: Vec<u8> =
            whole.iter().enumerate().map(|(at, byte)| byte ^ u8::from(at > 4000)).collect();
        fs::write(&file, broken).unwrap();
        assert!(!Notebook::damages(home.path()).is_empty());
    }
}
