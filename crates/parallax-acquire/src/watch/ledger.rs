//! What is remembered between two looks at the network: a shelf of notes, kept by whoever can keep them.

use super::{health::Health, visit::Visit};
use crate::{politeness::Host, robots::Robots};
use jiff::Timestamp;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
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

    /// Keeps notes, as of `now`: all or none.
    fn keep(&self, notes: &[Note], now: Timestamp) -> Result<(), String>;

    /// Lets go of notes of a shelf that were kept before a moment and are not due; gives how many.
    fn prune(&self, shelf: &str, before: Timestamp) -> Result<u64, String>;

    /// Takes the turn to ask a domain, before all who share the ledger. Who does not end it has it until `until`.
    fn take_turn(
        &self,
        domain: &str,
        who: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Turn, String>;

    /// Ends a turn; nobody takes the next before `free`.
    fn end_turn(&self, domain: &str, who: &str, free: Timestamp) -> Result<(), String>;

    /// The notes of a shelf that are due, the longest due first, at most so many.
    fn due(&self, shelf: &str, now: Timestamp, most: usize) -> Result<Noted, String>;

    /// All notes of a shelf, by key.
    fn all(&self, shelf: &str) -> Result<Noted, String>;
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
pub struct InMemory {
    shelves: Mutex<Shelves>,
    turns: Mutex<BTreeMap<String, Taken>>,
}

/// By shelf and key.
type Shelves = BTreeMap<(String, String), Kept>;

#[derive(Debug)]
struct Kept {
    words: String,
    due: Option<Timestamp>,
    at: Timestamp,
}

#[derive(Debug)]
struct Taken {
    free: Timestamp,
    by: Option<(String, Timestamp)>,
}

impl InMemory {
    fn shelves(&self) -> MutexGuard<'_, Shelves> {
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn listed(
        &self,
        shelf: &str,
        wanted: impl Fn(Option<Timestamp>) -> bool,
    ) -> Vec<(Option<Timestamp>, String, String)> {
        let shelves = self.shelves();
        let from = (shelf.to_owned(), String::new());
        let here = shelves.range(from..).take_while(|((of, _), _)| of == shelf);
        here.filter(|(_, kept)| wanted(kept.due))
            .map(|((_, key), kept)| (kept.due, key.clone(), kept.words.clone()))
            .collect()
    }
}

impl Ledger for InMemory {
    fn read(&self, shelf: &str, key: &str) -> Result<Option<String>, String> {
        let kept = (shelf.to_owned(), key.to_owned());
        Ok(self.shelves().get(&kept).map(|kept| kept.words.clone()))
    }

    fn keep(&self, notes: &[Note], now: Timestamp) -> Result<(), String> {
        let mut shelves = self.shelves();
        for note in notes {
            let place = (note.shelf.to_owned(), note.key.clone());
            shelves.insert(place, Kept { words: note.words.clone(), due: note.due, at: now });
        }
        Ok(())
    }

    fn prune(&self, shelf: &str, before: Timestamp) -> Result<u64, String> {
        let mut shelves = self.shelves();
        let held = shelves.len();
        shelves.retain(|(of, _), kept| {
            of != shelf || kept.at >= before || kept.due.is_some_and(|due| due >= before)
        });
        Ok(u64::try_from(held - shelves.len()).unwrap_or(u64::MAX))
    }

    fn take_turn(
        &self,
        domain: &str,
        who: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Turn, String> {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let free = Taken { free: now, by: None };
        let taken = turns.entry(domain.to_owned()).or_insert(free);
        if taken.by.as_ref().is_some_and(|(_, until)| *until > now) {
            return Ok(Turn::Others);
        }
        if taken.free > now {
            return Ok(Turn::After(taken.free));
        }
        taken.by = Some((who.to_owned(), until));
        Ok(Turn::Yours)
    }

    fn end_turn(&self, domain: &str, who: &str, free: Timestamp) -> Result<(), String> {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = turns.get_mut(domain)
            && taken.by.as_ref().is_some_and(|(by, _)| by == who)
        {
            *taken = Taken { free: free.max(taken.free), by: None };
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
