//! The one writer.

use crate::{
    error::{ArchiveError, OnFile, Result},
    lock::Lock,
    place::Place,
    reader::Reader,
    rows::{ArticleRow, Batch, Told},
    store::{self, Sqlite, Store, View},
    warc::{Files, Found, Recorded, Whence},
};
use jiff::Timestamp;
use parallax_model::{Capture, Digest, StoryId};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Bytes of captures that are taken up at once after a crash.
const AT_ONCE: usize = 64 << 20;

/// An archive that is written to. There is one at a time; the system holds it to that.
#[derive(Debug)]
pub struct Archive {
    folder: PathBuf,
    store: Box<dyn Store>,
    files: Files,
    /// The number of the capture that came last.
    last: u64,
    /// Where the captures stand that an earlier writer may have left behind.
    unread: Option<Whence>,
    made_by: String,
    _lock: Lock,
}

impl Archive {
    /// Makes an archive in `folder`, which must be new or empty.
    pub fn create(folder: &Path) -> Result<()> {
        if store::path(folder).exists() {
            return Err(ArchiveError::Exists(folder.to_owned()));
        }
        fs::create_dir_all(folder).on_file("make", folder)?;
        let _lock = Lock::take(folder)?;
        Files::new(folder, "").create()?;
        Sqlite::open(folder).map(drop)
    }

    /// Opens the archive in `folder` for a program that names itself `made_by`, with
    /// everything that could change what it reads in a capture.
    ///
    /// What was read by another program is refused as stale, unless it is
    /// [forgotten](Self::forget_readings).
    pub fn open(folder: &Path, made_by: &str) -> Result<Self> {
        if !store::path(folder).exists() {
            return Err(ArchiveError::Missing(folder.to_owned()));
        }
        let lock = Lock::take(folder)?;
        let store = Box::new(Sqlite::open(folder)?);
        let newest = store.newest_place()?;
        let mut archive = Self {
            folder: folder.to_owned(),
            store,
            files: Files::new(folder, made_by),
            last: newest.as_ref().map_or(0, |place| place.number),
            unread: Some(Whence::behind(newest.as_ref())),
            made_by: made_by.to_owned(),
            _lock: lock,
        };
        archive.carry_out()?;
        Ok(archive)
    }

    /// Refuses to go on with what another program read.
    pub fn refuse_stale(&mut self) -> Result<()> {
        let by = self.store.fact("read by")?.unwrap_or_default();
        if by == self.made_by || (by.is_empty() && self.last == 0) {
            return self.store.set_fact("read by", &self.made_by);
        }
        Err(ArchiveError::Stale { path: self.folder.clone(), by })
    }

    /// Throws away everything that was read, to be read anew from the captures.
    pub fn forget_readings(&mut self) -> Result<()> {
        self.store.forget_derived()?;
        self.store.set_fact("read by", &self.made_by)
    }

    /// The files of captures, to be read or written over.
    pub(crate) fn files(&self) -> Files {
        Files::new(&self.folder, &self.made_by)
    }

    pub(crate) fn store_mut(&mut self) -> &mut dyn Store {
        &mut *self.store
    }

    /// By what name the program calls itself.
    pub fn made_by(&self) -> &str {
        &self.made_by
    }

    /// The folder it is in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What a reader sees.
    pub fn reader(&self) -> Reader<'_> {
        Reader::of(&self.folder, self.store.view())
    }

    /// Captures that an earlier writer put on the disk and did not come to speak of, some at a time; none once there
    /// are no more.
    ///
    /// Is to be asked for until then before the first [`take`](Self::take), and what it gave is to be
    /// [kept](Self::keep) before it is asked for again.
    pub fn left_behind(&mut self) -> Result<Vec<(Place, Capture)>> {
        while let Some(from) = self.unread {
            let found;
            (found, self.unread) = self.files.take_up(from, AT_ONCE)?;
            let mut new = Vec::new();
            let mut seen = BTreeSet::new();
            for found in found {
                if seen.insert(found.capture.id()) && !self.store.holds(found.capture.id())? {
                    new.push(found);
                }
            }
            if !new.is_empty() {
                return Ok(self.numbered(new));
            }
        }
        Ok(Vec::new())
    }

    /// Appends those of `captures` that the archive does not hold; they are on the disk
    /// when this returns, and spoken of once they are [kept](Self::keep). Gives for each
    /// capture where it lies, none where it was held.
    pub fn take(&mut self, captures: Vec<Recorded>, now: Timestamp) -> Result<Vec<Option<Place>>> {
        let mut new = Vec::new();
        let mut seen = BTreeSet::new();
        let mut is_new = Vec::with_capacity(captures.len());
        for recorded in captures {
            let id = recorded.capture().id();
            let wanted = seen.insert(id) && !self.store.holds(id)?;
            is_new.push(wanted);
            new.extend(Some(recorded).filter(|_| wanted));
        }
        let placed = self.files.append(new, now)?;
        let mut places = self.numbered(placed).into_iter().map(|(place, _)| place);
        Ok(is_new.into_iter().map(|new| new.then(|| places.next()).flatten()).collect())
    }

    fn numbered(&mut self, found: Vec<Found>) -> Vec<(Place, Capture)> {
        let number = |found: Found| {
            self.last += 1;
            (found.place(self.last), found.capture)
        };
        found.into_iter().map(number).collect()
    }

    /// Keeps what was read in captures: all of it or, after a crash, nothing.
    pub fn keep(&mut self, batch: &Batch) -> Result<()> {
        self.store.keep(batch)
    }

    /// Names what each story that is kept was told from.
    pub fn made_of(&self) -> Result<Vec<(StoryId, Digest)>> {
        self.store.made_of()
    }

    /// Tells stories anew: `tell` is asked for some at a time until it gives none, then
    /// those named in `gone` are forgotten and `aliases` are all there are. All of it or,
    /// after a crash, nothing.
    pub fn tell(
        &mut self,
        mut tell: impl FnMut(&Reader<'_>) -> Result<Vec<Told>>,
        gone: &[StoryId],
        aliases: &[(StoryId, StoryId)],
    ) -> Result<()> {
        let folder = &self.folder;
        self.store.tell(&mut |view| tell(&Reader::of(folder, view)), gone, aliases)
    }

    /// All articles in short, in the order in which they were first met.
    pub fn articles(&self) -> Result<Vec<ArticleRow>> {
        self.store.articles()
    }
}
