//! From captures to an archive: what is new is read, grouped with what is held,
//! and the stories that changed are told anew.
//!
//! What an archive answers is a function of its captures in their order: the same
//! captures added at once, one by one, after a crash or in a rebuild give the same.

mod bonds;
mod deciding;
mod finding;
mod forgetting;
mod remembering;
mod settling;

pub use finding::{index, make_index};
pub(crate) use finding::{index_as_it_is, index_damages};
pub(crate) use settling::row;

pub use forgetting::Forgot;

use crate::{meaning::signature, pipeline};
use anyhow::Context;
use bonds::Bonds;
use jiff::Timestamp;
use parallax_archive::{Archive, Batch, Decision, NewArticle, Packed, Place, Reader, Recorded};
use parallax_extract::OutletRules;
use parallax_group::{CopyIndex, Runs, Signature, Stream};
use parallax_model::{ArticleId, Capture, ReadArticle, Unread};
use rayon::prelude::*;
use std::{collections::BTreeMap, panic::resume_unwind, path::Path, sync::mpsc, thread};

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
    bonds: Bonds,
    /// Whether an article came whose place was vacant: grouping has to begin again.
    anew: bool,
    /// Of how many articles it is kept what grouping remembers.
    remembered: usize,
}

/// What is met in the order of an archive.
enum Met {
    /// A capture that is held.
    Held(Place, Capture),
    /// An article whose first capture was forgotten, and the first that is held of it.
    Gone(ArticleId, Option<(u64, Capture)>),
}

/// Where captures come from.
pub trait Input {
    /// The next captures; none at the end.
    fn batch(&mut self) -> Vec<Capture>;

    /// Is told of a new capture that holds no article; it is kept all the same.
    fn refuse(&mut self, unread: &Unread);

    /// Is told how many articles were read since last.
    fn tell(&mut self, articles: usize);
}

/// What came of adding captures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Captures that the archive did not hold.
    pub captures: usize,
    /// Articles it did not hold.
    pub articles: usize,
    /// Articles of which a newer revision came.
    pub revisions: usize,
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
        let mut keeper = Self::of(archive, rules)?;
        keeper.recall()?;
        keeper.read_left_behind()?;
        if keeper.archive.reader().is_unswept()? {
            keeper.fill_vacancies()?;
        }
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
        let mut archive = Archive::open_anew(folder, made_by)?;
        archive.forget_readings()?;
        let mut keeper = Self::of(archive, rules)?;
        let order = forgetting::order(&keeper.archive.reader())?;
        for (at, some) in order.chunks(AT_ONCE).enumerate() {
            let reader = keeper.archive.reader();
            let met: Result<Vec<Met>, parallax_archive::ArchiveError> =
                some.iter().map(|one| one.met(&reader)).collect();
            keeper.read_and_keep(met?)?;
            tell(at * AT_ONCE + some.len(), order.len());
        }
        keeper.read_left_behind()?;
        Ok(keeper)
    }

    fn of(archive: Archive, rules: OutletRules) -> anyhow::Result<Self> {
        let bonds = Bonds::of(archive.reader().bonds()?);
        Ok(Self {
            archive,
            rules,
            stream: Stream::new(),
            copies: CopyIndex::new(),
            ids: Vec::new(),
            places: BTreeMap::new(),
            bonds,
            anew: false,
            remembered: 0,
        })
    }

    /// Lets grouping see again what it saw before; gives for each article that is held the one
    /// whose copy it is.
    fn remember(&mut self) -> anyhow::Result<Vec<(ArticleId, Option<ArticleId>)>> {
        (self.stream, self.copies) = (Stream::new(), CopyIndex::new());
        self.ids.clear();
        let mut copies = Vec::new();
        let (stream, index, bonds, seen) =
            (&mut self.stream, &mut self.copies, &mut self.bonds, &mut self.ids);
        bonds.begin();
        self.archive.reader().traces(|id, traces: Option<(Signature, Runs)>| {
            let held = traces.is_some();
            let (signature, runs) =
                traces.unwrap_or_else(|| (Signature::vacant(id), Runs::default()));
            let copy_of = admit(stream, index, bonds, seen.len(), signature, runs);
            if held {
                copies.push((id, copy_of.and_then(|of| seen.get(of).copied())));
            }
            seen.push(id);
        })?;
        self.places = self.ids.iter().enumerate().map(|(at, &id)| (id, at)).collect();
        Ok(copies)
    }

    /// Adds the captures of `input` that the archive does not hold; `now` is written beside
    /// captures that do not say when they were taken. What was forgotten is refused, unless
    /// it is wanted `again`.
    ///
    /// All at once, a batch each: this thread asks for captures, all threads read those asked for
    /// before, and one keeps those that were read before them, in order.
    pub fn add(
        &mut self,
        input: &mut impl Input,
        now: Timestamp,
        again: bool,
    ) -> anyhow::Result<Added> {
        let reader = Reader::open(self.archive.folder())?;
        let rules = self.rules.clone();
        thread::scope(|scope| {
            let (hand_on, handed) = mpsc::sync_channel::<Vec<Prepared>>(WAITING);
            let writer = scope.spawn(move || {
                let mut added = Added::default();
                for some in handed {
                    self.take(some, now, &mut added)?;
                }
                anyhow::Ok(added)
            });
            let mut next = new(input, &reader, again)?;
            while let Some(captures) = next {
                let mut some = Vec::new();
                let following = rayon::in_place_scope(|pool| {
                    pool.spawn(|_| some = prepare(captures, &rules, now));
                    new(input, &reader, again)
                });
                next = following?;
                for prepared in &some {
                    if let Err(unread) = &prepared.read {
                        input.refuse(unread);
                    }
                }
                input.tell(some.iter().filter(|prepared| prepared.read.is_ok()).count());
                if hand_on.send(some).is_err() {
                    break;
                }
            }
            drop(hand_on);
            writer.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    /// Puts captures on the disk and keeps what was read in them.
    fn take(
        &mut self,
        some: Vec<Prepared>,
        now: Timestamp,
        added: &mut Added,
    ) -> anyhow::Result<()> {
        let (records, read): (Vec<_>, Vec<_>) =
            some.into_iter().map(|prepared| (prepared.recorded, prepared.read)).unzip();
        let places = self.archive.take(records, now).context("cannot take in captures")?;
        let mut batch = Batch::default();
        let mut newest = BTreeMap::new();
        for (place, read) in places.into_iter().zip(read) {
            let Some(place) = place else { continue };
            self.read_at(place, read, &mut batch, &mut newest, added)?;
        }
        self.archive.keep(&batch).context("cannot keep what was read")
    }

    /// Reads what an earlier writer put on the disk and did not come to speak of.
    fn read_left_behind(&mut self) -> anyhow::Result<()> {
        loop {
            let left = self.archive.left_behind()?;
            if left.is_empty() {
                return Ok(());
            }
            self.read_and_keep(held(left))?;
        }
    }

    fn read_and_keep(&mut self, met: Vec<Met>) -> anyhow::Result<Added> {
        let rules = &self.rules;
        let read: Vec<_> = met.par_iter().map(|met| Some(read(met.capture()?, rules))).collect();
        let mut added = Added::default();
        let mut batch = Batch::default();
        let mut newest: BTreeMap<ArticleId, usize> = BTreeMap::new();
        for (met, read) in met.into_iter().zip(read) {
            let place = match met {
                Met::Held(place, _) => place,
                Met::Gone(article, heir) => {
                    let heir = heir.zip(read).map(|((number, _), read)| (number, read));
                    self.stand_in(article, heir, &mut batch, &mut newest);
                    continue;
                }
            };
            let Some(read) = read else { continue };
            self.read_at(place, read, &mut batch, &mut newest, &mut added)?;
        }
        self.archive.keep(&batch).context("cannot keep what was read")?;
        Ok(added)
    }

    /// Puts into `batch` what was read in the capture at `place`.
    fn read_at(
        &mut self,
        place: Place,
        read: Result<Box<Read>, Unread>,
        batch: &mut Batch,
        newest: &mut BTreeMap<ArticleId, usize>,
        added: &mut Added,
    ) -> anyhow::Result<()> {
        let reading = match read {
            Ok(read) => Ok(self.sort_in(*read, place.number, batch, newest, added)?),
            Err(unread) => Err(unread.reason),
        };
        batch.readings.push(reading);
        batch.places.push(place);
        added.captures += 1;
        Ok(())
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
            let copy_of = self.admit_next(id, signature, runs);
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
        let Some(held) = held else {
            // Its place was kept for it.
            self.anew = true;
            newest.insert(id, batch.articles.len());
            batch.articles.push(new.met(number, capture, None));
            added.articles += 1;
            return Ok(id);
        };
        if pipeline::revision(&held) < pipeline::revision(&article) {
            newest.insert(id, batch.articles.len());
            batch.articles.push(new.met(number, capture, None));
            added.revisions += 1;
        }
        Ok(id)
    }

    /// Lets grouping see the next article; gives the one whose copy it is.
    fn admit_next(&mut self, id: ArticleId, signature: Signature, runs: Runs) -> Option<ArticleId> {
        let number = self.ids.len();
        let (stream, copies) = (&mut self.stream, &mut self.copies);
        let copy_of = admit(stream, copies, &mut self.bonds, number, signature, runs);
        let copy_of = copy_of.and_then(|of| self.ids.get(of).copied());
        self.ids.push(id);
        self.places.insert(id, number);
        copy_of
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

    /// Tells anew the stories that changed, and gives the archive back; `watch` is told now
    /// and then how many of them are told and how many there are.
    pub fn finish(mut self, watch: &dyn Fn(usize, usize)) -> anyhow::Result<(Archive, Retold)> {
        if self.anew {
            self.begin_anew()?;
        }
        self.keep_memory()?;
        // What grouping remembers of a large archive takes hundreds of megabytes, and telling does not ask for it.
        let Self { mut archive, stream, rules, copies, ids, places, bonds, .. } = self;
        drop((copies, ids, places, bonds));
        let settled = stream.settle();
        let changes = settling::Changes::since(&archive.made_of()?, &archive, &settled)?;
        drop(settled);
        let told = finding::tell(&mut archive, changes, &rules, watch)?;
        let stories = archive.made_of()?.len();
        // Where a reader holds on to what was deleted, the next command that writes sweeps.
        archive.sweep()?;
        Ok((archive, Retold { told, stories }))
    }
}

fn held(captures: Vec<(Place, Capture)>) -> Vec<Met> {
    captures.into_iter().map(|(place, capture)| Met::Held(place, capture)).collect()
}

impl Met {
    fn capture(&self) -> Option<&Capture> {
        match self {
            Self::Held(_, capture) | Self::Gone(_, Some((_, capture))) => Some(capture),
            Self::Gone(_, None) => None,
        }
    }
}

/// Lets grouping see the article of this `number`; gives the place of the one whose copy it is.
fn admit(
    stream: &mut Stream,
    copies: &mut CopyIndex,
    bonds: &mut Bonds,
    number: usize,
    signature: Signature,
    runs: Runs,
) -> Option<usize> {
    let copy = copies.admit(runs);
    let id = signature.id();
    stream.admit(signature);
    if let Some(first) = bonds.first(id, number) {
        stream.fold(first);
    }
    let of = copy?.of;
    stream.fold(of);
    Some(of)
}

/// Readings that wait to be kept, in batches of the input: enough that neither side waits for
/// the other, few enough to be held.
const WAITING: usize = 1;

/// A capture, ready to be put on the disk, with what was read in it.
struct Prepared {
    recorded: Recorded,
    read: Result<Box<Read>, Unread>,
}

/// The next captures of `input` that are not held; nothing at its end.
fn new(
    input: &mut impl Input,
    reader: &Reader<'_>,
    again: bool,
) -> anyhow::Result<Option<Vec<Capture>>> {
    let mut batch = input.batch();
    if batch.is_empty() {
        return Ok(None);
    }
    if !again {
        for unread in forgetting::refuse_forgotten(reader, &mut batch)? {
            input.refuse(&unread);
        }
    }
    let mut new = Vec::with_capacity(batch.len());
    for capture in batch {
        if !reader.holds(capture.id())? {
            new.push(capture);
        }
    }
    Ok(Some(new))
}

fn prepare(captures: Vec<Capture>, rules: &OutletRules, now: Timestamp) -> Vec<Prepared> {
    captures.into_par_iter().map(|capture| Prepared::new(capture, rules, now)).collect()
}

impl Prepared {
    fn new(capture: Capture, rules: &OutletRules, now: Timestamp) -> Self {
        let read = read(&capture, rules);
        Self { recorded: Recorded::new(capture, now), read }
    }
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
    let new = NewArticle::new(&article, traces);
    Ok(Box::new(Read { article, new, signature, runs }))
}
