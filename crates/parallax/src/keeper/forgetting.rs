//! Forgets captures, so that every story that is left keeps its name.
//!
//! An article that no capture is held of any more keeps its place in the order in which
//! articles were met, empty: so the story it founded is named after it still. What was one
//! story stays one, though what held it together may be gone.

use super::{Keeper, Met, Read, bonds::Bonds, read};
use crate::{library, pipeline, threads};
use jiff::Timestamp;
use parallax_archive::{ArchiveError, Batch, NewArticle, Place, Reader, Tombstone};
use parallax_group::{Runs, Signature, Stream};
use parallax_model::{ArticleId, Capture, StoryId, Unread};
use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
};

/// What came of forgetting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgot {
    /// Captures that are gone.
    pub captures: usize,
    /// Articles that are gone with them.
    pub articles: usize,
}

/// What comes next in the order of an archive.
pub(super) enum Next {
    Held(Place),
    Gone(ArticleId, Option<Place>),
}

impl Next {
    pub(super) fn met(&self, reader: &Reader<'_>) -> Result<Met, ArchiveError> {
        Ok(match self {
            Self::Held(place) => Met::Held(place.clone(), reader.capture(place)?),
            Self::Gone(article, None) => Met::Gone(*article, None),
            Self::Gone(article, Some(heir)) => {
                Met::Gone(*article, Some((heir.number, reader.capture(heir)?)))
            }
        })
    }
}

/// Captures and tombstones, in the order the captures came.
pub(super) fn order(reader: &Reader<'_>) -> Result<Vec<Next>, ArchiveError> {
    let held: BTreeMap<u64, Place> =
        reader.places()?.into_iter().map(|place| (place.number, place)).collect();
    let mut order: BTreeMap<u64, Next> = BTreeMap::new();
    for Tombstone { place, article, heir, .. } in reader.tombstones()? {
        let heir = heir.and_then(|heir| held.get(&heir)).cloned();
        order.extend(article.map(|article| (place.number, Next::Gone(article, heir))));
    }
    order.extend(held.into_iter().map(|(number, place)| (number, Next::Held(place))));
    Ok(order.into_values().collect())
}

impl Keeper {
    /// Forgets captures, for a reason in a person's words.
    ///
    /// [`finish`](Self::finish) tells anew the stories they were in.
    pub fn forget(
        &mut self,
        places: &[Place],
        reason: &str,
        now: Timestamp,
    ) -> anyhow::Result<Forgot> {
        let bonds = self.bonds_of(places)?;
        let before = self.archive.reader().counts()?.articles;
        threads::discard(self.archive.folder())?;
        library::discard(self.archive.folder())?;
        self.archive.forget(places, reason, now, &bonds)?;
        self.fill_vacancies()?;
        let after = self.archive.reader().counts()?.articles;
        let articles = usize::try_from(before.saturating_sub(after)).unwrap_or_default();
        Ok(Forgot { captures: places.len(), articles })
    }

    /// Writes tombstones again that are not what was written.
    pub fn write_stones_again(&mut self) -> anyhow::Result<()> {
        Ok(self.archive.mend_stones()?)
    }

    /// The articles of each story that some of `places` tell, unless it is one alone.
    fn bonds_of(&mut self, places: &[Place]) -> anyhow::Result<Vec<(ArticleId, StoryId)>> {
        let numbers: BTreeSet<u64> = places.iter().map(|place| place.number).collect();
        let settled = mem::replace(&mut self.stream, Stream::new()).settle();
        let stories = || self.ids.iter().copied().zip(settled.stories().iter().copied());
        let readings = self.archive.reader().readings()?.into_iter();
        let touched: BTreeSet<ArticleId> = readings
            .filter(|(number, _)| numbers.contains(number))
            .filter_map(|(_, article)| article)
            .collect();
        let mut members: BTreeMap<StoryId, usize> = BTreeMap::new();
        for (_, story) in stories() {
            *members.entry(story).or_default() += 1;
        }
        let bound: BTreeSet<StoryId> = stories()
            .filter(|(article, _)| touched.contains(article))
            .map(|(_, story)| story)
            .filter(|story| members.get(story).is_some_and(|&count| count > 1))
            .collect();
        Ok(stories().filter(|(_, story)| bound.contains(story)).collect())
    }

    /// Reads the articles again of which some captures were forgotten and others are held, and
    /// lets grouping begin again.
    pub(super) fn fill_vacancies(&mut self) -> anyhow::Result<()> {
        threads::discard(self.archive.folder())?;
        library::discard(self.archive.folder())?;
        let mut batch = Batch::default();
        let reader = self.archive.reader();
        for (number, article) in reader.vacancies()? {
            let captures: Result<Vec<(u64, Capture)>, ArchiveError> = reader
                .places_of(article)?
                .iter()
                .map(|place| Ok((place.number, reader.capture(place)?)))
                .collect();
            batch.articles.extend(self.revised(number, article, &captures?));
        }
        self.archive.keep(&batch)?;
        self.begin_anew()
    }

    /// An article by its newest capture, seen by grouping as its first.
    fn revised(
        &self,
        number: usize,
        article: ArticleId,
        captures: &[(u64, Capture)],
    ) -> Option<NewArticle> {
        let mut revisions: Vec<(u64, Read)> = Vec::new();
        for (capture, held) in captures {
            let read = read(held, &self.rules).ok();
            revisions.extend(
                read.filter(|read| read.article.article.id == article)
                    .map(|read| (*capture, *read)),
            );
        }
        let traces = revisions.first().map(|(_, first)| first.new.traces.clone())?;
        // Of two that are alike the one that came first stays.
        let newest = revisions.into_iter().rev().max_by(|(_, one), (_, other)| {
            pipeline::revision(&one.article).cmp(&pipeline::revision(&other.article))
        });
        newest.map(|(capture, read)| NewArticle { traces, ..read.new }.met(number, capture, None))
    }

    /// Lets grouping begin again, and writes down where an article is the copy of another than
    /// it was.
    pub(super) fn begin_anew(&mut self) -> anyhow::Result<()> {
        self.forget_memory()?;
        self.bonds = Bonds::of(self.archive.reader().bonds()?);
        let copies = self.remember()?;
        let was: BTreeMap<ArticleId, Option<ArticleId>> =
            self.archive.articles()?.into_iter().map(|row| (row.id, row.copy_of)).collect();
        let other: Vec<_> = copies
            .into_iter()
            .filter(|(id, of)| was.get(id).is_some_and(|was| was != of))
            .collect();
        self.archive.set_copies(&other)?;
        self.anew = false;
        Ok(())
    }

    /// Keeps the place of an article whose first capture was forgotten, for the first that is
    /// held of it or for nobody.
    pub(super) fn stand_in(
        &mut self,
        article: ArticleId,
        heir: Option<(u64, Result<Box<Read>, Unread>)>,
        batch: &mut Batch,
        newest: &mut BTreeMap<ArticleId, usize>,
    ) {
        if self.places.contains_key(&article) {
            return;
        }
        let number = self.ids.len();
        let heir = heir.and_then(|(capture, read)| Some((capture, read.ok()?)));
        let heir = heir.filter(|(_, read)| read.article.article.id == article);
        if let Some((capture, read)) = heir {
            let Read { new, signature, runs, .. } = *read;
            let copy_of = self.admit_next(article, signature, runs);
            newest.insert(article, batch.articles.len());
            batch.articles.push(new.met(number, capture, copy_of));
        } else {
            self.admit_next(article, Signature::vacant(article), Runs::default());
            batch.vacant.push((number, article));
        }
    }
}

/// Takes out of `captures` those whose bytes were forgotten, and says why.
pub(super) fn refuse_forgotten(
    reader: &Reader<'_>,
    captures: &mut Vec<Capture>,
) -> anyhow::Result<Vec<Unread>> {
    if reader.counts()?.forgotten == 0 {
        return Ok(Vec::new());
    }
    let mut refused = Vec::new();
    let mut wanted = Vec::with_capacity(captures.len());
    for capture in mem::take(captures) {
        match reader.tombstone_of(capture.sha256())? {
            None => wanted.push(capture),
            Some(Tombstone { at, reason, .. }) => refused.push(Unread {
                path: pipeline::named(&capture),
                reason: format!(
                    "forgotten on {}: {reason}; `--again` takes it in all the same",
                    at.strftime("%Y-%m-%d")
                ),
            }),
        }
    }
    *captures = wanted;
    Ok(refused)
}
