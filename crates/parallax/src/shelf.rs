//! The archive for those who read: its stories as editions, as they are and as they stood.
//!
//! Which articles belong together is as it is known now, with what a person decided; what they
//! said at a moment is made of the captures known then and of nothing else, by the function
//! that tells stories of files (`pipeline::given`).

use crate::{
    keeper,
    known::{ReadCaptures, since},
    meaning::Encoding,
    pipeline::{self, Given},
    threads::Threads,
};
use anyhow::{anyhow, bail};
use jiff::Timestamp;
use parallax_archive::{KeptStory, Place, Reader, StoryRow};
use parallax_extract::OutletRules;
use parallax_model::{Edition, ReadArticle, StoryId};

/// An archive that is read.
#[derive(Debug)]
pub struct Shelf<'a> {
    reader: &'a Reader<'a>,
    rules: OutletRules,
    encoding: Encoding,
}

impl<'a> Shelf<'a> {
    /// Reads from an archive; `rules` are those by which it was read.
    pub fn of(reader: &'a Reader<'a>, rules: OutletRules, encoding: Encoding) -> Self {
        Self { reader, rules, encoding }
    }

    /// A story as it is, alone, tied to the others by `threads`.
    pub fn tied(&self, id: StoryId, threads: &Threads) -> anyhow::Result<Edition> {
        let mut edition = self.story(id)?;
        threads.tie(&mut edition, self.reader)?;
        Ok(edition)
    }

    /// A story as it is, alone.
    pub fn story(&self, id: StoryId) -> anyhow::Result<Edition> {
        let kept = self.kept(id)?;
        if self.encoding == Encoding::Carried {
            let KeptStory { articles, told } = kept;
            return Ok(Edition { articles, stories: vec![told], ..Edition::default() });
        }
        let newest = ReadCaptures::read(kept.articles.clone());
        Ok(pipeline::given(vec![given(&kept, newest)], self.encoding))
    }

    /// A story as it stood at `moment`; without any story where nothing of it was known.
    pub fn story_at(&self, id: StoryId, moment: Timestamp) -> anyhow::Result<Edition> {
        let kept = self.kept(id)?;
        let known = ReadCaptures::read(self.revisions(&kept)?).known_at(moment);
        Ok(pipeline::given(vec![given(&kept, known)], self.encoding))
    }

    /// A story in short, as it stood at `moment`; none where nothing of it was known.
    pub fn row_at(&self, id: StoryId, moment: Timestamp) -> anyhow::Result<Option<StoryRow>> {
        let edition = self.story_at(id, moment)?;
        Ok(edition.stories.first().map(|told| keeper::row(told, &edition.articles)))
    }

    /// The stories of which something became known after `from`, or the one that is named, as
    /// they stood then, and as they stood at `to` or as they are.
    pub fn between(
        &self,
        story: Option<StoryId>,
        from: Timestamp,
        to: Option<Timestamp>,
    ) -> anyhow::Result<(Edition, Edition)> {
        let stories = match story {
            Some(id) => vec![id],
            None => self.reader.made_of()?.into_iter().map(|(id, _)| id).collect(),
        };
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for id in stories {
            let kept = self.kept(id)?;
            let news = |read: &ReadArticle| since(&read.article).is_some_and(|at| at > from);
            if !kept.articles.iter().any(news) {
                continue;
            }
            let read = ReadCaptures::read(self.revisions(&kept)?);
            before.push(given(&kept, read.known_at(from)));
            after.push(given(&kept, to.map_or_else(|| read.clone(), |to| read.known_at(to))));
        }
        Ok((pipeline::given(before, self.encoding), pipeline::given(after, self.encoding)))
    }

    fn kept(&self, id: StoryId) -> anyhow::Result<KeptStory> {
        self.reader.story(id)?.ok_or_else(|| anyhow!("story {id} is no more; ask again"))
    }

    /// What was read in every capture of a story's articles: the newest revision of each as it
    /// is kept, older ones read anew.
    fn revisions(&self, kept: &KeptStory) -> anyhow::Result<Vec<ReadArticle>> {
        let mut all = Vec::new();
        for newest in &kept.articles {
            let places = self.reader.places_of(newest.article.id)?;
            if places.len() > 1 {
                let older = places.iter().map(|place| self.read(place));
                let older = older.filter(|read| {
                    read.as_ref()
                        .map_or(true, |read| read.article.capture != newest.article.capture)
                });
                all.extend(older.collect::<anyhow::Result<Vec<_>>>()?);
            }
            all.push(ReadArticle { copy_of: None, fold: None, why: None, ..newest.clone() });
        }
        Ok(all)
    }

    fn read(&self, place: &Place) -> anyhow::Result<ReadArticle> {
        match pipeline::read_by(&self.reader.capture(place)?, &self.rules) {
            Ok(read) => Ok(read),
            Err(unread) => bail!("{}: {}; `parallax verify` says more", unread.path, unread.reason),
        }
    }
}

fn given(kept: &KeptStory, known: ReadCaptures) -> Given {
    let story = &kept.told.story;
    Given { id: story.id, aliases: story.aliases.clone(), read: known.into_articles() }
}
