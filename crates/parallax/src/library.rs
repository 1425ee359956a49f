//! The archive as the pages of the site ask for it.
//!
//! Lists of stories are made of a catalogue in memory, which is of one moment and is brought up to
//! date by [`ArchiveLibrary::refresh`]; stories and articles are read when they are asked for.

mod catalogue;
mod cited;
mod entry;
mod found;
mod lately;
mod listing;
mod names;
mod now;
mod seeking;
mod stories;
mod story_log;
mod told_by;

pub(crate) use catalogue::discard;

use crate::{meaning::Encoding, pipeline, revising, shelf::Shelf};
use anyhow::Context;
use jiff::Timestamp;
use now::{Now, Seen};
use parallax_archive::{Opened, Reader};
use parallax_extract::OutletRules;
use parallax_model::{Edition, EntityKind, Explanation, MayShow, Show, StoryId, Why};
use parallax_publish::telling::Telling;
use parallax_site::{
    Narrowing, Way,
    facts::OutletFacts,
    library::{
        Captured, Change, Event, Findings, Held, Library, Listing, Misunderstood, NamedPage,
        OutletPage, OutletRow, Sought, Source, Standing, Told, Trouble,
    },
};
use seeking::{and_then, dissolved, gone, sought};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};
use stories::Stories;

/// An archive that pages are made of.
pub struct ArchiveLibrary {
    folder: PathBuf,
    rules: OutletRules,
    /// What may be shown of outlets of which nothing was decided.
    usual: Show,
    /// Readers nobody uses just now.
    readers: Mutex<Vec<Opened>>,
    now: RwLock<Arc<Now>>,
    stories: Stories,
}

impl ArchiveLibrary {
    /// Opens the archive in `folder`, which was read by `rules`; of outlets of which nothing was
    /// decided, `usual` may be shown.
    pub fn open(folder: &Path, rules: OutletRules, usual: Show) -> anyhow::Result<Self> {
        let opened = Opened::open(folder)?;
        let reader = opened.reader();
        let now = Now::of(folder, &reader, usual, Seen::of(folder, &reader)?, None)?;
        drop(reader);
        Ok(Self {
            folder: folder.to_owned(),
            rules,
            usual,
            readers: Mutex::new(vec![opened]),
            now: RwLock::new(Arc::new(now)),
            stories: Stories::default(),
        })
    }

    /// Names what is shown: another name whenever an answer may be another. Quick.
    pub fn state(&self) -> String {
        self.now().standing.state.clone()
    }

    /// Shows what was told, decided and forgotten since; whether that is anything.
    ///
    /// Answers go on meanwhile, from what was shown before.
    pub fn refresh(&self) -> anyhow::Result<bool> {
        let before = self.now();
        let fresh = self.read(|reader| {
            let seen = Seen::of(&self.folder, reader)?;
            if seen.state == before.standing.state {
                return Ok(None);
            }
            Now::of(&self.folder, reader, self.usual, seen, Some(&before)).map(Some)
        })?;
        let Some(fresh) = fresh else { return Ok(false) };
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        Ok(true)
    }

    /// What a person wrote of outlets and cannot be read: file, line, reason.
    pub fn faults(&self) -> Vec<String> {
        self.now().faults.iter().map(ToString::to_string).collect()
    }

    fn now(&self) -> Arc<Now> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn readers(&self) -> MutexGuard<'_, Vec<Opened>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads with a reader that nobody else uses meanwhile.
    fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> anyhow::Result<T>) -> anyhow::Result<T> {
        let free = self.readers().pop();
        let opened = match free {
            Some(opened) => opened,
            None => Opened::open(&self.folder)?,
        };
        let answer = read(&opened.reader());
        self.readers().push(opened);
        answer
    }

    /// The story whose name begins with `digits`, or what became of it.
    fn named_story(&self, reader: &Reader<'_>, digits: &str) -> anyhow::Result<Sought<StoryId>> {
        match sought(digits, &reader.stories_named(digits)?) {
            Sought::Missing => dissolved(reader, digits, |founder| {
                let now = self.now();
                let entry = now.catalogue.holding(founder)?;
                Some((entry.id, entry.headline.clone()))
            }),
            found => Ok(found),
        }
    }

    /// The same, with what went wrong in words.
    fn ask<T>(&self, read: impl FnOnce(&Reader<'_>) -> anyhow::Result<T>) -> Told<T> {
        self.read(read).map_err(|error| Trouble(format!("{error:#}")))
    }
}

impl Library for ArchiveLibrary {
    fn standing(&self) -> Told<Standing> {
        Ok(self.now().standing.clone())
    }

    fn may_show(&self) -> Told<Arc<MayShow>> {
        Ok(Arc::clone(&self.now().may))
    }

    fn facts(&self) -> Told<Arc<OutletFacts>> {
        Ok(Arc::clone(&self.now().facts))
    }

    fn stories(&self, narrowing: &Narrowing, skip: usize, most: usize) -> Told<Listing> {
        let now = self.now();
        Ok(listing::stories(
            &now.catalogue.entries,
            &now.starred,
            narrowing,
            &now.usual,
            (skip, most),
        ))
    }

    fn story(&self, digits: &str, as_of: Option<Timestamp>) -> Told<Sought<Arc<Edition>>> {
        self.ask(|reader| {
            and_then(self.named_story(reader, digits)?, |id| {
                let Some(moment) = as_of else {
                    return Ok(Sought::Here(self.edition(reader, id)?));
                };
                let edition = self.edition_at(reader, id, moment)?;
                Ok(if edition.stories.is_empty() { Sought::NotYet } else { Sought::Here(edition) })
            })
        })
    }

    fn telling(&self, edition: &Arc<Edition>) -> Arc<Telling> {
        self.stories.telling(edition)
    }

    fn whole(&self, digits: &str, as_of: Option<Timestamp>) -> Told<Sought<Arc<Edition>>> {
        if as_of.is_some() {
            return self.story(digits, as_of);
        }
        self.ask(|reader| {
            and_then(self.named_story(reader, digits)?, |id| {
                let shelf = Shelf::of(reader, self.rules.clone(), Encoding::Carried);
                Ok(Sought::Here(Arc::new(shelf.tied(id, &self.now().threads)?)))
            })
        })
    }

    fn beside(&self, edition: &Edition, articles: &[usize]) -> Told<Vec<Why>> {
        self.ask(|reader| self.now().threads.reasons(&edition.articles, articles, reader))
    }

    fn reasons(&self, story: StoryId) -> Told<Arc<Explanation>> {
        self.ask(|reader| self.explanation(reader, story))
    }

    fn log(&self, story: StoryId) -> Told<Vec<Event>> {
        self.ask(|reader| story_log::of(&*self.edition(reader, story)?, story, reader, &self.rules))
    }

    fn article(&self, digits: &str) -> Told<Sought<Held>> {
        self.ask(|reader| {
            let found = reader.articles_named(digits)?;
            if found.is_empty() {
                return gone(reader, digits);
            }
            and_then(sought(digits, &found), |id| {
                let read = reader.article(id)?.context("the article is no more; ask again")?;
                // The newest is kept; only others have to be read anew.
                let revisions = if reader.places_of(id)?.len() > 1 {
                    revising::revisions(reader, id, &self.rules)?
                } else {
                    vec![read.clone()]
                };
                let stamps = revisions
                    .iter()
                    .map(|read| (read.article.capture.captured_at, read.article.capture.sha256));
                Ok(Sought::Here(Held {
                    read: Arc::new(read),
                    story: self.story_of(reader, id)?,
                    revisions: stamps.collect(),
                    changes: changes(&revisions),
                }))
            })
        })
    }

    fn capture(&self, digits: &str, number: usize) -> Told<Sought<Captured>> {
        self.ask(|reader| {
            and_then(sought(digits, &reader.articles_named(digits)?), |id| {
                let mut captured = Vec::new();
                for place in reader.places_of(id)? {
                    let capture = reader.capture(&place)?;
                    let read = pipeline::read_by(&capture, &self.rules).ok();
                    let read = read.filter(|read| read.article.id == id);
                    captured.extend(read.map(|read| (read, capture)));
                }
                captured.sort_by_cached_key(|(read, _)| pipeline::revision(read));
                let one = number.checked_sub(1).and_then(|at| captured.into_iter().nth(at));
                Ok(one.map_or(Sought::Missing, |(read, capture)| {
                    let payload = capture.payload().to_vec();
                    Sought::Here(Captured { read: Arc::new(read), payload })
                }))
            })
        })
    }

    fn search(&self, way: &Way, skip: usize, most: usize) -> Told<Result<Findings, Misunderstood>> {
        let now = self.now();
        self.ask(|reader| {
            let index = now.index.as_ref().context(
                "there is no index of what can be searched; `parallax rebuild --index` makes it",
            )?;
            found::of(index, reader, &now.catalogue, &now.starred, way, skip, most)
        })
    }

    fn outlets(&self) -> Told<Arc<Vec<OutletRow>>> {
        Ok(Arc::clone(&self.now().outlets))
    }

    fn outlet(&self, name: &str, skip: usize, most: usize) -> Told<Option<OutletPage>> {
        let now = self.now();
        Ok(listing::outlet(&now.catalogue.entries, &now.outlets, &now.starred, name, (skip, most)))
    }

    fn named(
        &self,
        kind: EntityKind,
        name: &str,
        skip: usize,
        most: usize,
    ) -> Told<Option<NamedPage>> {
        let now = self.now();
        let part = (skip, most);
        let Some(mut page) = names::of(&now.catalogue.entries, &now.starred, kind, name, part)
        else {
            return Ok(None);
        };
        self.ask(|reader| {
            for glance in &page.stories {
                page.said.push(self.edition(reader, glance.id)?);
            }
            Ok(Some(page))
        })
    }

    fn sources(&self) -> Told<Vec<Source>> {
        now::sources(&self.folder).map_err(|error| Trouble(format!("{error:#}")))
    }
}

/// What changed from each revision to the next.
fn changes(revisions: &[parallax_model::ReadArticle]) -> Vec<Change> {
    let pairs = revisions.windows(2).filter_map(|pair| match pair {
        [before, after] => Some((before.clone(), after.clone())),
        _ => None,
    });
    pairs
        .map(|(before, after)| {
            let revised = parallax_compare::revised(
                (&before.article, &before.annotations),
                (&after.article, &after.annotations),
            );
            Change { before, after, revised }
        })
        .collect()
}
