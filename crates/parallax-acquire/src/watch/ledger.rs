//! What is remembered between two looks at the network: a shelf of notes, kept by whoever can keep them.

use super::{health::Health, visit::Visit};
use crate::{politeness::Host, robots::Robots};
use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

/// One note, to be kept in place of the one under the same key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Of what kind it is.
    pub shelf: &'static str,
    /// About what it is; one on a shelf.
    pub key: String,
    /// What it says, as JSON.
    pub words: String,
    /// When it is due, if ever.
    pub due: Option<Timestamp>,
}

/// Keys with their notes.
pub type Noted = Vec<(String, String)>;

/// Keeps notes. Who loses them asks for everything once more.
pub trait Ledger: Send + Sync {
    /// What is noted under a key.
    fn read(&self, shelf: &str, key: &str) -> Result<Option<String>, String>;

    /// Keeps notes: all or none.
    fn keep(&self, notes: &[Note]) -> Result<(), String>;

    /// The notes of a shelf that are due, the longest due first, at most so many.
    fn due(&self, shelf: &str, now: Timestamp, most: usize) -> Result<Noted, String>;

    /// All notes of a shelf, by key.
    fn all(&self, shelf: &str) -> Result<Noted, String>;
}

/// What stands on a shelf.
pub(super) trait Shelved: Serialize + DeserializeOwned {
    const SHELF: &'static str;

    /// When it is due.
    fn due(&self) -> Option<Timestamp> {
        None
    }
}

impl Shelved for Visit {
    const SHELF: &'static str = "articles";

    fn due(&self) -> Option<Timestamp> {
        self.next
    }
}

impl Shelved for Health {
    const SHELF: &'static str = "sources";
}

impl Shelved for Host {
    const SHELF: &'static str = "hosts";
}

/// A robots.txt that was read, and until when that is good enough.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct KeptRobots {
    pub(super) robots: Robots,
    pub(super) until: Timestamp,
}

impl Shelved for KeptRobots {
    const SHELF: &'static str = "robots";
}

/// A note of `what`.
pub(super) fn note<T: Shelved>(key: &str, what: &T) -> Note {
    let words = serde_json::to_string(what).expect("what is shelved has a JSON form");
    Note { shelf: T::SHELF, key: key.to_owned(), words, due: what.due() }
}

/// What is noted under a key. A note that cannot be read says nothing: it is of another version.
pub(super) fn noted<T: Shelved>(ledger: &dyn Ledger, key: &str) -> Result<Option<T>, String> {
    let words = ledger.read(T::SHELF, key)?;
    Ok(words.and_then(|words| serde_json::from_str(&words).ok()))
}

/// Keeps notes as long as it lives.
#[derive(Debug, Default)]
pub struct InMemory(Mutex<Shelves>);

type Shelves = BTreeMap<(String, String), (String, Option<Timestamp>)>;

impl InMemory {
    fn listed(
        &self,
        shelf: &str,
        wanted: impl Fn(Option<Timestamp>) -> bool,
    ) -> Vec<(Option<Timestamp>, String, String)> {
        let shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let from = (shelf.to_owned(), String::new());
        let here = shelves.range(from..).take_while(|((of, _), _)| of == shelf);
        here.filter(|(_, (_, due))| wanted(*due))
            .map(|((_, key), (words, due))| (*due, key.clone(), words.clone()))
            .collect()
    }
}

impl Ledger for InMemory {
    fn read(&self, shelf: &str, key: &str) -> Result<Option<String>, String> {
        let shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(shelves.get(&(shelf.to_owned(), key.to_owned())).map(|(words, _)| words.clone()))
    }

    fn keep(&self, notes: &[Note]) -> Result<(), String> {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for note in notes {
            let place = (note.shelf.to_owned(), note.key.clone());
            shelves.insert(place, (note.words.clone(), note.due));
        }
        Ok(())
    }

    fn due(&self, shelf: &str, now: Timestamp, most: usize) -> Result<Noted, String> {
        let mut due = self.listed(shelf, |due| due.is_some_and(|due| due <= now));
        due.sort();
        Ok(due.into_iter().take(most).map(|(_, key, words)| (key, words)).collect())
    }

    fn all(&self, shelf: &str) -> Result<Noted, String> {
        Ok(self.listed(shelf, |_| true).into_iter().map(|(_, key, words)| (key, words)).collect())
    }
}
