//! Files as sources: what is put into a folder, and archives and lists of them, on this machine or on the web.
//!
//! A file is read once for as long as it is the same. Folders are listed again and again: that works
//! on every disk and over every network, and finds what came while nobody watched; being told by the
//! system would save little, since a file that is still being written has to be looked at twice all the same.
//! Reading is done on a thread of its own, and waits while there is no room for what was read.

mod handing;
mod lists;
mod named;
mod part;
mod remote;
mod settled;
mod storage;

pub(super) use settled::Looks;
pub use storage::{Key, Storage};

use super::{
    Source,
    asking::{Unasked, lock},
    health::Health,
    ledger::{Shelved, note},
    outbox::Tally,
    round::Round,
    turn::words,
};
use crate::{
    Captures, captures,
    listing::Kind,
    politeness::{again, later},
    reading::captures_listed,
    sources,
};
use jiff::Timestamp;
use remote::BrokenOff;
use serde::{Deserialize, Serialize};
use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::runtime::Handle;

/// How often a folder is listed.
const EVERY: Duration = Duration::from_secs(5);

/// A folder that cannot be had is looked at again after so long.
const AFTER_TROUBLE: Duration = Duration::from_mins(1);

/// So often, and so long apart, files that are still being written are looked at before they are left for the next time.
const LOOKS: usize = 12;

/// As what a file was read: while it stays so, it is not read again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    bytes: Option<u64>,
    /// When it was changed, as its disk or its server says it.
    changed: Option<String>,
}

/// What is remembered of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Progress {
    stamp: Stamp,
    /// Up to which byte it was read; all of it, where there is none.
    far: Option<u64>,
    /// When it was last read; it never was, where there is none.
    at: Option<Timestamp>,
    /// Failures since, of one that a list names.
    #[serde(default)]
    failures: u32,
    /// When it is tried again after these, if ever.
    #[serde(default)]
    next: Option<Timestamp>,
}

impl Progress {
    fn is_done(&self) -> bool {
        self.at.is_some() && self.far.is_none()
    }
}

impl Shelved for Progress {
    const SHELF: &'static str = "files";
}

/// Whether a source is asked for over the network.
fn is_elsewhere(url: &str) -> bool {
    url.contains("://")
}

/// One turn of one source that is files.
struct Turn {
    round: Arc<Round>,
    source: Source,
    network: Handle,
    tally: Tally,
    /// Files that were read, in whole or in part.
    read: usize,
}

impl Round {
    /// Looks at the files of a source, and reads those that are new.
    pub(super) async fn files(self: Arc<Self>, source: Source) -> Result<(), Unasked> {
        let turn = Turn {
            round: self,
            source,
            network: Handle::current(),
            tally: Tally::default(),
            read: 0,
        };
        let went = tokio::task::spawn_blocking(move || turn.go()).await;
        went.unwrap_or(Err(Unasked::Stopped))
    }
}

impl Turn {
    fn go(mut self) -> Result<(), Unasked> {
        let place = self.source.url.clone();
        let elsewhere = is_elsewhere(&place);
        let began = Instant::now();
        let went = if elsewhere { self.elsewhere(&place, true) } else { self.here(&place) };
        let now = self.round.asking.now();
        let trouble = match went {
            Ok(()) => None,
            Err(error @ (Unasked::Stopped | Unasked::Ledger(_))) => return Err(error),
            Err(Unasked::PutOff(until)) => {
                self.with_health(|health| health.next = Some(until));
                return self.send(None, Vec::new());
            }
            Err(error) => Some(words(&error)),
        };
        let is_news = self.read > 0 || self.tally.faults > 0 || trouble.is_some();
        let first = self.round.health_of(&self.source).success.is_none();
        // A folder that takes long to list is listed as much less often.
        let every = self.source.every.unwrap_or(EVERY).max(began.elapsed() * 20);
        match trouble {
            Some(why) => {
                self.tally.troubled = 1;
                self.with_health(|health| {
                    health.failed(&place, &why, now);
                    let soon = || Some(later(now, AFTER_TROUBLE.max(every)));
                    let again = again(&place, health.failures, false, now).or(health.next);
                    health.next = if elsewhere { again } else { soon() };
                });
            }
            None if elsewhere => self.with_health(|health| {
                health.answered(is_news, now);
                health.next = health.next.max(self.source.every.map(|every| later(now, every)));
            }),
            None => self.with_health(|health| {
                health.looked_at(is_news, now);
                health.next = Some(later(now, every));
            }),
        }
        if !is_news && !first && !elsewhere && !self.round.asking.settings.once {
            return Ok(());
        }
        self.tally.sources = 1;
        self.send(None, Vec::new())
    }

    fn with_health(&self, change: impl FnOnce(&mut Health)) {
        self.round.with_health(&self.source, change);
    }

    /// Reads what is new in a folder or a file of this machine, once it is written.
    fn here(&mut self, place: &str) -> Result<(), Unasked> {
        for look in 1.. {
            let mut waiting = Vec::new();
            for found in sources(&[place.to_owned()]) {
                match found {
                    Ok(file) => {
                        let path = file.file().unwrap_or(Path::new(place));
                        if !self.one_here(path, file.path(), false)? {
                            waiting.push(file.path().to_owned());
                        }
                    }
                    Err(refused) if refused.unread().path == place => {
                        return Err(Unasked::Odd(refused.unread().reason));
                    }
                    Err(refused) => self.fault(&refused),
                }
            }
            if waiting.is_empty() || !self.round.asking.settings.once {
                break;
            }
            if look == LOOKS {
                for path in waiting {
                    self.fault_of(&path, "it is still being written: left for the next time");
                }
                break;
            }
            self.rest(settled::QUIET)?;
        }
        Ok(())
    }

    /// Reads a file if it is new; whether nothing of it is left to be waited for. What a list names is no list.
    fn one_here(&mut self, file: &Path, path: &str, listed: bool) -> Result<bool, Unasked> {
        let key =
            file.canonicalize().unwrap_or_else(|_| file.to_owned()).to_string_lossy().into_owned();
        let Some(stamp) = settled::stamp(file) else { return Ok(true) };
        if lock(&self.round.looks).is_read(&key, &stamp) {
            return Ok(true);
        }
        let known: Option<Progress> = self.noted(&key)?;
        if known.is_some_and(|known| known.stamp == stamp && known.is_done()) {
            lock(&self.round.looks).read(&key, stamp);
            return Ok(true);
        }
        if settled::is_on_its_way(file) {
            return Ok(true);
        }
        if !lock(&self.round.looks).is_settled(&key, &stamp, self.round.asking.now()) {
            return Ok(false);
        }
        match lists::in_file(file).filter(|_| !listed) {
            Some(names) => {
                if !self.named(names, path)? {
                    return Ok(true);
                }
            }
            None => self.hand_over(captures_of(file, path), &BrokenOff::default(), &mut 0)?,
        }
        if settled::stamp(file).as_ref() != Some(&stamp) {
            // It was not written after all.
            return Ok(false);
        }
        self.read += 1;
        lock(&self.round.looks).read(&key, stamp.clone());
        let at = Some(self.round.asking.now());
        let progress = Progress { stamp, at, ..Progress::default() };
        self.send(None, vec![note(&key, &progress)])?;
        Ok(true)
    }
}

fn captures_of(file: &Path, path: &str) -> Captures {
    match sources(&[path.to_owned()]).into_iter().next() {
        Some(Ok(source)) => captures(&source),
        _ => captures_listed(file),
    }
}

/// Whether a source is files.
pub(super) fn is_files(source: &Source) -> bool {
    matches!(source.kind, Kind::Folder | Kind::File)
}
