//! Stories as pages ask for them: read when they are asked for, and kept for a while with what is
//! made of them.

use super::{ArchiveLibrary, cited::Cited, lately::Lately};
use crate::{meaning::Encoding, pipeline, shelf::Shelf};
use anyhow::Context;
use jiff::Timestamp;
use parallax_archive::Reader;
use parallax_model::{ArticleId, Digest, Edition, Explanation, StoryId};
use parallax_publish::telling::Telling;
use parallax_site::library::InStory;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

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

/// What is kept of stories.
pub(super) struct Stories {
    held: Mutex<Lately<Key, HeldStory>>,
    cited: Mutex<Lately<(StoryId, Digest), Cited>>,
    explained: Mutex<Lately<(StoryId, Digest), Explanation>>,
    comparing: Mutex<()>,
}

/// A story that was read, and how it is arranged, once that was asked for.
struct HeldStory {
    edition: Arc<Edition>,
    telling: OnceLock<Arc<Telling>>,
}

impl Default for Stories {
    fn default() -> Self {
        Self {
            held: Mutex::new(Lately::up_to(ARTICLES)),
            cited: Mutex::new(Lately::up_to(CITED)),
            explained: Mutex::new(Lately::up_to(EXPLAINED)),
            comparing: Mutex::default(),
        }
    }
}

impl Stories {
    /// How a story is arranged: for one that is kept, worked out once.
    pub(super) fn telling(&self, edition: &Arc<Edition>) -> Arc<Telling> {
        let known = self.held().find_value(|held| Arc::ptr_eq(&held.edition, edition));
        match known {
            Some(held) => Arc::clone(held.telling.get_or_init(|| arranged(edition))),
            None => arranged(edition),
        }
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
}

impl ArchiveLibrary {
    /// A story as it is, linked to others.
    pub(super) fn edition(&self, reader: &Reader<'_>, id: StoryId) -> anyhow::Result<Arc<Edition>> {
        let now = self.now();
        let made_of = now.catalogue.find(id).map(|entry| entry.made_of);
        let key = Key { id, made_of, state: now.standing.state.clone() };
        if let Some(known) = self.stories.held().find(&key) {
            return Ok(Arc::clone(&known.edition));
        }
        // What others were told meanwhile changes its links alone.
        let alike = |known: &Key| made_of.is_some() && (known.id, known.made_of) == (id, made_of);
        let known = self.stories.held().find_by(alike);
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
        let mut all = self.stories.held();
        // Of a story as it is nobody needs what it was linked to before.
        all.drop_all(|known| {
            key.made_of.is_some() && (known.id, known.made_of) == (key.id, key.made_of)
        });
        all.keep(key, edition.articles.len(), &held);
        edition
    }

    /// A story as it stood, without any where nothing was known.
    pub(super) fn edition_at(
        &self,
        reader: &Reader<'_>,
        id: StoryId,
        moment: Timestamp,
    ) -> anyhow::Result<Arc<Edition>> {
        let key = Key { id, made_of: None, state: format!("{} at {moment}", self.state()) };
        if let Some(known) = self.stories.held().find(&key) {
            return Ok(Arc::clone(&known.edition));
        }
        let _alone = self.stories.at_length();
        if let Some(known) = self.stories.held().find(&key) {
            return Ok(Arc::clone(&known.edition));
        }
        let shelf = Shelf::of(reader, self.rules.clone(), Encoding::Carried);
        Ok(self.hold(key, shelf.story_at(id, moment)?, OnceLock::new()))
    }

    /// The story of an article, if it is in one that still is.
    pub(super) fn story_of(
        &self,
        reader: &Reader<'_>,
        article: ArticleId,
    ) -> anyhow::Result<Option<InStory>> {
        let now = self.now();
        let Some(entry) = now.catalogue.holding(article) else { return Ok(None) };
        let key = (entry.id, entry.made_of);
        let known = self.stories.cited().find(&key);
        let cited = if let Some(cited) = known {
            cited
        } else {
            let Some(telling) = reader.telling(entry.id)? else { return Ok(None) };
            let cited = Arc::new(Cited::of(&telling));
            self.stories.cited().keep(key, cited.len(), &cited);
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

    /// Why the comparison of a story says what it says.
    pub(super) fn explanation(
        &self,
        reader: &Reader<'_>,
        story: StoryId,
    ) -> anyhow::Result<Arc<Explanation>> {
        let made_of = self.now().catalogue.find(story).map(|entry| entry.made_of);
        let known = || made_of.and_then(|made_of| self.stories.explained().find(&(story, made_of)));
        if let Some(known) = known() {
            return Ok(known);
        }
        let _alone = self.stories.at_length();
        if let Some(known) = known() {
            return Ok(known);
        }
        let edition = self.edition(reader, story)?;
        let why = pipeline::explanations(&edition, Encoding::Carried);
        let why = why.into_iter().next().map(Arc::new).context("nothing explains the story")?;
        if let Some(made_of) = made_of {
            self.stories.explained().keep((story, made_of), why.claims.len(), &why);
        }
        Ok(why)
    }
}

fn arranged(edition: &Edition) -> Arc<Telling> {
    let told = edition.stories.first();
    Arc::new(told.map(|told| Telling::of(edition, told)).unwrap_or_default())
}
