//! From captures to an archive: what is new is read, grouped with what is held,
//! and the stories that changed are told anew.
//!
//! What an archive answers is a function of its captures in their order: the same
//! captures added at once, one by one, after a crash or in a rebuild give the same.

mod deciding;
mod finding;
mod settling;

pub use finding::index;

use crate::{meaning::signature, pipeline};
use anyhow::Context;
use jiff::Timestamp;
use parallax_archive::{Archive, Batch, Decision, NewArticle, Packed, Place, Reader};
use parallax_extract::OutletRules;
use parallax_group::{CopyIndex, Runs, Signature, Stream};
use parallax_model::{ArticleId, Capture, ReadArticle, Unread};
use rayon::prelude::*;
use std::{collections::BTreeMap, path::Path};

/// An archive with what grouping remembers of it.
pub struct Keeper {
    archive: Archive,
    rules: OutletRules,
    stream: Stream,
    copies: CopyIndex,
    /// Articles in the order in which they were first met.
    ids: Vec<ArticleId>,
    /// Where in that order each stands.
    places: BTreeMap<ArticleId, usize>,
}

/// What came of adding captures.
#[derive(Debug, Default)]
pub struct Added {
    /// Captures that the archive did not hold.
    pub captures: usize,
    /// Articles it did not hold.
    pub articles: usize,
    /// Articles of which a newer revision came.
    pub revisions: usize,
    /// Captures that hold no article; they are kept all the same.
    pub unread: Vec<Unread>,
}

/// What came of telling stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retold {
    /// Stories that were told anew.
    pub told: usize,
    /// Stories there are.
    pub stories: usize,
}

impl Keeper {
    /// Opens the archive in `folder`, with what a user knows of single outlets, and reads
    /// what an earlier writer left behind.
    pub fn open(folder: &Path, rules: OutletRules, made_by: &str) -> anyhow::Result<Self> {
        let mut archive = Archive::open(folder, made_by)?;
        archive.refuse_stale()?;
        let mut keeper = Self::of(archive, rules);
        keeper.remember()?;
        let left = keeper.archive.left_behind()?;
        keeper.read_and_keep(left)?;
        Ok(keeper)
    }

    /// Opens the archive in `folder` and reads all its captures anew; `tell` is told of
    /// each how many are read and how many there are.
    pub fn rebuild(
        folder: &Path,
        rules: OutletRules,
        made_by: &str,
        tell: impl Fn(usize, usize),
    ) -> anyhow::Result<Self> {
        const AT_ONCE: usize = 256;
        let mut archive = Archive::open(folder, made_by)?;
        archive.forget_readings()?;
        let mut keeper = Self::of(archive, rules);
        let places = keeper.archive.reader().places()?;
        for (at, some) in places.chunks(AT_ONCE).enumerate() {
            let reader = keeper.archive.reader();
            let held: Result<Vec<_>, _> = some
                .iter()
                .map(|place| Ok((place.clone(), reader.capture(place)?)))
                .collect::<Result<_, parallax_archive::ArchiveError>>();
            keeper.read_and_keep(held?)?;
            tell(at * AT_ONCE + some.len(), places.len());
        }
        let left = keeper.archive.left_behind()?;
        keeper.read_and_keep(left)?;
        Ok(keeper)
    }

    fn of(archive: Archive, rules: OutletRules) -> Self {
        Self {
            archive,
            rules,
            stream: Stream::new(),
            copies: CopyIndex::new(),
            ids: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// Lets grouping see again what it saw before.
    fn remember(&mut self) -> anyhow::Result<()> {
        let rows = self.archive.articles()?;
        let mut seen = Vec::with_capacity(rows.len());
        let (stream, copies) = (&mut self.stream, &mut self.copies);
        self.archive.reader().traces(|(signature, runs): (Signature, Runs)| {
            seen.push(signature.id());
            admit(stream, copies, signature, runs);
        })?;
        self.places = seen.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        self.ids = seen;
        Ok(())
    }

    /// Adds those of `captures` that the archive does not hold; `now` is written beside
    /// captures that do not say when they were taken.
    pub fn add(&mut self, captures: Vec<Capture>, now: Timestamp) -> anyhow::Result<Added> {
        let taken = self.archive.take(captures, now).context("cannot take in captures")?;
        self.read_and_keep(taken)
    }

    fn read_and_keep(&mut self, taken: Vec<(Place, Capture)>) -> anyhow::Result<Added> {
        let read: Vec<_> =
            taken.par_iter().map(|(_, capture)| read(capture, &self.rules)).collect();
        let mut added = Added { captures: taken.len(), ..Added::default() };
        let mut batch = Batch::default();
        let mut newest: BTreeMap<ArticleId, usize> = BTreeMap::new();
        for ((place, _), read) in taken.into_iter().zip(read) {
            let reading = match read {
                Ok(read) => {
                    Ok(self.sort_in(*read, place.number, &mut batch, &mut newest, &mut added)?)
                }
                Err(unread) => {
                    let reason = unread.reason.clone();
                    added.unread.push(unread);
                    Err(reason)
                }
            };
            batch.readings.push(reading);
            batch.places.push(place);
        }
        self.archive.keep(&batch).context("cannot keep what was read")?;
        Ok(added)
    }

    /// Puts an article into `batch`: as a new one, as a newer revision or, where a newer
    /// one is held, not at all.
    fn sort_in(
        &mut self,
        read: Read,
        capture: u64,
        batch: &mut Batch,
        newest: &mut BTreeMap<ArticleId, usize>,
        added: &mut Added,
    ) -> anyhow::Result<ArticleId> {
        let Read { article, new, signature, runs } = read;
        let id = article.article.id;
        let Some(&number) = self.places.get(&id) else {
            let number = self.ids.len();
            let copy_of = admit(&mut self.stream, &mut self.copies, signature, runs);
            let copy_of = copy_of.and_then(|of| self.ids.get(of).copied());
            self.ids.push(id);
            self.places.insert(id, number);
            newest.insert(id, batch.articles.len());
            batch.articles.push(new.met(number, capture, copy_of));
            added.articles += 1;
            return Ok(id);
        };
        let held: Option<ReadArticle> = match newest.get(&id).and_then(|&at| batch.articles.get(at))
        {
            Some(held) => Some(held.record.open(|| format!("article {id}"))?),
            None => self.archive.reader().article(id)?,
        };
        if held.is_some_and(|held| pipeline::revision(&held) < pipeline::revision(&article)) {
            newest.insert(id, batch.articles.len());
            batch.articles.push(new.met(number, capture, None));
            added.revisions += 1;
        }
        Ok(id)
    }

    /// Writes down what a person decided; gives its number, or none where it undoes what
    /// does not stand. [`finish`](Self::finish) tells what follows from it.
    pub fn decide(
        &mut self,
        decision: &Decision,
        who: &str,
        now: Timestamp,
    ) -> anyhow::Result<Option<u64>> {
        Ok(self.archive.decide(decision, who, now)?)
    }

    /// What is held.
    pub fn reader(&self) -> Reader<'_> {
        self.archive.reader()
    }

    /// Tells anew the stories that changed, and gives the archive back.
    pub fn finish(self) -> anyhow::Result<(Archive, Retold)> {
        let Self { mut archive, stream, .. } = self;
        let held = archive.made_of()?;
        let before = finding::stamp(&held);
        let told = settling::tell(&mut archive, &stream.settle(), held)?;
        let now = archive.made_of()?;
        finding::follow(&archive, &before, &now, &told).context("cannot write the index")?;
        Ok((archive, Retold { told: told.len(), stories: now.len() }))
    }
}

/// Lets grouping see an article; gives the place of the one whose copy it is.
fn admit(
    stream: &mut Stream,
    copies: &mut CopyIndex,
    signature: Signature,
    runs: Runs,
) -> Option<usize> {
    let copy = copies.admit(runs);
    stream.admit(signature);
    let of = copy?.of;
    stream.fold(of);
    Some(of)
}

/// An article with what grouping needs of it.
struct Read {
    article: ReadArticle,
    /// The same, packed.
    new: NewArticle,
    signature: Signature,
    runs: Runs,
}

fn read(capture: &Capture, rules: &OutletRules) -> Result<Box<Read>, Unread> {
    let article = pipeline::read_by(capture, rules)?;
    let signature = signature(&article.article);
    let runs = Runs::of(&article.article);
    let traces = Packed::of(&(&signature, &runs));
    let new = NewArticle::new(&article, settling::published(&article.article), traces);
    Ok(Box::new(Read { article, new, signature, runs }))
}
