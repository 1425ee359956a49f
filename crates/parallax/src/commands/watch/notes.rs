//! What is remembered of the network, beside the archive.

use jiff::Timestamp;
use parallax_acquire::watch::{Ledger, Note, Noted};
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

    fn keep(&self, notes: &[Note]) -> Result<(), String> {
        let remark = |note: &Note| Remark {
            shelf: note.shelf.to_owned(),
            key: note.key.clone(),
            words: note.words.clone(),
            due: note.due,
        };
        let remarks: Vec<_> = notes.iter().map(remark).collect();
        self.book().keep(&remarks).map_err(|error| error.to_string())
    }

    fn due(&self, shelf: &str, now: Timestamp, most: usize) -> Result<Noted, String> {
        self.book().due(shelf, now, most).map_err(|error| error.to_string())
    }

    fn all(&self, shelf: &str) -> Result<Noted, String> {
        self.book().all(shelf).map_err(|error| error.to_string())
    }
}
