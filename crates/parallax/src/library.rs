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
mod story_log;
mod told_by;

pub(crate) use catalogue::discard;

use crate::{meaning::Encoding, pipeline, revising, shelf::Shelf};
use anyhow::Context;
use cited::Cited;
use jiff::Timestamp;
use lately::Lately;
use now::{Now, Seen};
use parallax_archive::{Opened, Reader};
use parallax_extract::OutletRules;
use parallax_model::{
    ArticleId, Digest, Edition, EntityKind, Explanation, MayShow, Show, StoryId, Why,
};
use parallax_publish::telling::Telling;
use parallax_site::{
    Narrowing, Way,
    facts::OutletFacts,
    library::{
        Captured, Change, Event, Findings, Held, InStory, Library, Listing, Misunderstood,
        NamedPage, OutletPage, OutletRow, Sought, Source, Standing, Told, Trouble,
    },
};
use seeking::{and_then, gone, sought};
use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock},
};

/// Articles of stories that are kept in memory.
const ARTICLES: usize = 2_000;

/// Articles, and places in them that are cited, that are kept in memory.
const CITED: usize = 200_000;

/// Claims of which the reasons are kept in memory.
const EXPLAINED: usize = 20_000;

/// A story, what it was told from, and the state in which it was tied to others, or in which and
/// as of when it is told as it stood.
#[derive(PartialEq)]
struct Key {
    id: StoryId,
    made_of: Option<Digest>,
    state: String,
}

/// A story that was read, and how it is arranged, once that was asked for.
struct HeldStory {
    edition: Arc<Edition>,
    telling: OnceLock<Arc<Telling>>,
}

/// An archive that pages are made of.
pub struct ArchiveLibrary {
    folder: PathBuf,
    rules: OutletRules,
    /// What may be shown of outlets of which nothing was decided.
    usual: Show,
    /// Readers nobody uses just now.
    readers: Mutex<Vec<Opened>>,
    now: RwLock<Arc<Now>>,
    held: Mutex<Lately<Key, HeldStory>>,
    cited: Mutex<Lately<(StoryId, Digest), Cited>>,
    explained: Mutex<Lately<(StoryId, Digest), Explanation>>,
    comparing: Mutex<()>,
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
            held: Mutex::new(Lately::up_to(ARTICLES)),
            cited: Mutex::new(Lately::up_to(CITED)),
            explained: Mutex::new(Lately::up_to(EXPLAINED)),
            comparing: Mutex::default(),
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

    fn held(&self) -> MutexGuard<'_, Lately<Key, HeldStory>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn cited(&self) -> MutexGuard<'_, Lately<(StoryId, Digest), Cited>> {
        self.cited.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn explained(&self) -> MutexGuard<'_, Lately<(StoryId, Digest), Explanation>> {
        self.explained.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The turn of one who compares a whole story: one at a time, so that whoever asks for less
    /// has the processor too.
    fn at_length(&self) -> MutexGuard<'_, ()> {
        self.comparing.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// The same, with what went wrong in words.
    fn ask<T>(&self, read: impl FnOnce(&Reader<'_>) -> anyhow::Result<T>) -> Told<T> {
        self.read(read).map_err(|error| Trouble(format!("{error:#}")))
    }

    /// A story as it is, linked to others.
    fn edition(&self, reader: &Reader<'_>, id: StoryId) -> anyhow::Result<Arc<Edition>> {
        let now = self.now();
        let made_of = now.catalogue.find(id).map(|entry| entry.made_of);
        let key = Key { id, made_of, state: now.standing.state.clone() };
        if let Some(known) = self.held().find(&key) {
            return Ok(Arc::clone(&known.edition));
        }
        // What others were told meanwhile changes its links alone.
        let alike = |known: &Key| made_of.is_some() && (known.id, known.made_of) == (id, made_of);
        let known = self.held().find_by(alike);
        let (mut edition, telling) = if let Some(known) = known {
            (Edition::clone(&known.edition), known.telling.clone())
        } else {
            let shelf = Shelf::of(reader, self.rules.clone(), Encoding::Carried);
            (shelf.story(id)?, OnceLock::new())
        };
        now.threads.link(&mut edition);
        Ok(self.hold(key, edition, telling))
    }

    fn hold(&self, key: Key, edition: Edition, telling: OnceLock<Arc<Telling>>) -> Arc<Edition> {
        let edition = Arc::new(edition);
        let held = Arc::new(HeldStory { edition: Arc::clone(&edition), telling });
        let mut all = self.held();
        // Of a story as it is nobody needs what it was linked to before.
        all.drop_all(|known| {
            key.made_of.is_some() && (known.id, known.made_of) == (key.id, key.made_of)
        });
        all.keep(key, edition.articles.len(), &held);
        edition
    }

    /// A story as it stood, without any where nothing was known.
    fn edition_at(
        &self,
        reader: &Reader<'_>,
        id: StoryId,
        moment: Timestamp,
    ) -> anyhow::Result<Arc<Edition>> {
        let key = Key { id, made_of: None, state: format!("{} at {moment}", self.state()) };
        if let Some(known) = self.held().find(&key) {
            return Ok(Arc::clone(&known.edition));
        }
        let _alone = self.at_length();
        if let Some(known) = self.held().find(&key) {
            return Ok(Arc::clone(&known.edition));
        }
        let shelf = Shelf::of(reader, self.rules.clone(), Encoding::Carried);
        Ok(self.hold(key, shelf.story_at(id, moment)?, OnceLock::new()))
    }

    /// The story of an article, if it is in one that still is.
    fn story_of(&self, reader: &Reader<'_>, article: ArticleId) -> anyhow::Result<Option<InStory>> {
        let now = self.now();
        let Some(entry) = now.catalogue.holding(article) else { return Ok(None) };
        let key = (entry.id, entry.made_of);
        let known = self.cited().find(&key);
        let cited = if let Some(cited) = known {
            cited
        } else {
            let Some(telling) = reader.telling(entry.id)? else { return Ok(None) };
            let cited = Arc::new(Cited::of(&telling));
            self.cited().keep(key, cited.len(), &cited);
            cited
        };
        let own = cited.of_article(article);
        let copied = own.and_then(|own| own.copied).map(|id| reader.article(id)).transpose()?;
        Ok(Some(InStory {
            id: entry.id,
            headline: entry.headline.clone(),
            cited: own.map(|own| own.cited.clone()).unwrap_or_default(),
            copied: copied.flatten().map(Arc::new),
        }))
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
            and_then(sought(digits, &reader.stories_named(digits)?), |id| {
                let Some(moment) = as_of else {
                    return Ok(Sought::Here(self.edition(reader, id)?));
                };
                let edition = self.edition_at(reader, id, moment)?;
                Ok(if edition.stories.is_empty() { Sought::NotYet } else { Sought::Here(edition) })
            })
        })
    }

    fn telling(&self, edition: &Arc<Edition>) -> Arc<Telling> {
        let known = self.held().find_value(|held| Arc::ptr_eq(&held.edition, edition));
        match known {
            Some(held) => Arc::clone(held.telling.get_or_init(|| arranged(edition))),
            None => arranged(edition),
        }
    }

    fn whole(&self, digits: &str, as_of: Option<Timestamp>) -> Told<Sought<Arc<Edition>>> {
        if as_of.is_some() {
            return self.story(digits, as_of);
        }
        self.ask(|reader| {
            and_then(sought(digits, &reader.stories_named(digits)?), |id| {
                let shelf = Shelf::of(reader, self.rules.clone(), Encoding::Carried);
                Ok(Sought::Here(Arc::new(shelf.tied(id, &self.now().threads)?)))
            })
        })
    }

    fn beside(&self, edition: &Edition, articles: &[usize]) -> Told<Vec<Why>> {
        self.ask(|reader| self.now().threads.reasons(&edition.articles, articles, reader))
    }

    fn reasons(&self, story: StoryId) -> Told<Arc<Explanation>> {
        self.ask(|reader| {
            let made_of = self.now().catalogue.find(story).map(|entry| entry.made_of);
            let known = || made_of.and_then(|made_of| self.explained().find(&(story, made_of)));
            if let Some(known) = known() {
                return Ok(known);
            }
            let _alone = self.at_length();
            if let Some(known) = known() {
                return Ok(known);
            }
            let edition = self.edition(reader, story)?;
            let why = pipeline::explanations(&edition, Encoding::Carried);
            let why = why.into_iter().next().map(Arc::new).context("nothing explains the story")?;
            if let Some(made_of) = made_of {
                self.explained().keep((story, made_of), why.claims.len(), &why);
            }
            Ok(why)
        })
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

fn arranged(edition: &Edition) -> Arc<Telling> {
    let told = edition.stories.first();
    Arc::new(told.map(|told| Telling::of(edition, told)).unwrap_or_default())
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
