//! What is remembered of the network, beside the archive.

use jiff::Timestamp;
use parallax_acquire::watch::{Ledger, Note, Noted, Turn};
use parallax_archive::{Notebook, Remark};
use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// A notebook that several may use.
pub(crate) struct Notes(Mutex<Notebook>);

impl Notes {
    pub(crate) fn open(archive: &Path) -> anyhow::Result<Self> {
        Ok(Self(Mutex::new(Notebook::open(archive)?)))
    }

    fn book(&self) -> MutexGuard<'_, Notebook> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Ledger for Notes {
    fn read(&self, shelf: &str, key: &str) -> Result<Option<String>, String> {
        self.book().read(shelf, key).map_err(|error| error.to_string())
    }

    fn keep(&self, notes: &[Note], now: Timestamp) -> Result<(), String> {
        let remark = |note: &Note| Remark {
            shelf: note.shelf.to_owned(),
            key: note.key.clone(),
            words: note.words.clone(),
            due: note.due,
        };
        let remarks: Vec<_> = notes.iter().map(remark).collect();
        self.book().keep(&remarks, now).map_err(|error| error.to_string())
    }

    fn prune(&self, shelf: &str, before: Timestamp) -> Result<u64, String> {
        self.book().prune(shelf, before).map_err(|error| error.to_string())
    }

    fn take_turn(
        &self,
        domain: &str,
        who: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Turn, String> {
        let turn = self.book().take_turn(domain, who, now, until);
        turn.map_err(|error| error.to_string()).map(|turn| match turn {
            parallax_archive::Turn::Yours => Turn::Yours,
            parallax_archive::Turn::Others => Turn::Others,
            parallax_archive::Turn::After(free) => Turn::After(free),
        })
    }

    fn end_turn(&self, domain: &str, who: &str, free: Timestamp) -> Result<(), String> {
        self.book().end_turn(domain, who, free).map_err(|error| error.to_string())
    }

    fn due(&self, shelf: &str, now: Timestamp, most: usize) -> Result<Noted, String> {
        self.book().due(shelf, now, most).map_err(|error| error.to_string())
    }

    fn all(&self, shelf: &str) -> Result<Noted, String> {
        self.book().all(shelf).map_err(|error| error.to_string())
    }
}
