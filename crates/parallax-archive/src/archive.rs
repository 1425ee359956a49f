//! The one writer.

use crate::{
    database,
    error::{ArchiveError, InDatabase, OnFile, Result},
    lock::Lock,
    packed::Packed,
    place::Place,
    reader::Reader,
    rows::{ArticleRow, StoryRow, Telling},
    warc::{Files, Found},
};
use jiff::Timestamp;
use parallax_model::{
    ArticleId, Capture, CaptureId, Digest, Fold, ReadArticle, StoryId, ToldStory,
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// An archive that is written to. There is one at a time; the system holds it to that.
#[derive(Debug)]
pub struct Archive {
    folder: PathBuf,
    database: Connection,
    files: Files,
    /// The number of the capture that came last.
    last: u64,
    made_by: String,
    _lock: Lock,
}

/// Captures as they were read, to be kept at once.
#[derive(Debug, Default)]
pub struct Batch {
    /// Where each capture lies, in order.
    pub places: Vec<Place>,
    /// For each, the article on it or why there is none.
    pub readings: Vec<Result<ArticleId, String>>,
    /// Articles that are new, and those of which a newer revision came.
    pub articles: Vec<NewArticle>,
}

/// An article as it was read.
#[derive(Debug)]
pub struct NewArticle {
    /// How many articles were first met before it.
    pub number: usize,
    /// The number of its capture.
    pub capture: u64,
    /// The article whose copy it is.
    pub copy_of: Option<ArticleId>,
    /// The earliest moment at which it can have been published, in seconds since 1970.
    pub published: Option<i64>,
    /// The article itself.
    pub read: ReadArticle,
    /// What grouping needs of it.
    pub traces: Packed,
}

/// A story as it was told, to be kept.
#[derive(Debug)]
pub struct Told {
    /// Names what it was told from: alike for what was told from the same.
    pub made_of: Digest,
    /// It in short.
    pub row: StoryRow,
    /// Its articles, by published, then id: indices in `told` point into this list.
    pub articles: Vec<ArticleId>,
    /// For each, the place in the list of the one whose copy it is, and what was done to the text.
    pub copies: Vec<(Option<usize>, Option<Fold>)>,
    /// The story and its comparison.
    pub told: ToldStory,
}

impl Archive {
    /// Makes an archive in `folder`, which must be new or empty.
    pub fn create(folder: &Path) -> Result<()> {
        if database::path(folder).exists() {
            return Err(ArchiveError::Exists(folder.to_owned()));
        }
        fs::create_dir_all(folder).on_file("make", folder)?;
        let _lock = Lock::take(folder)?;
        Files::new(folder, "").create()?;
        database::open(folder).map(drop)
    }

    /// Opens the archive in `folder` for a program that names itself `made_by`, with
    /// everything that could change what it reads in a capture.
    ///
    /// What was read by another program is refused as stale, unless it is
    /// [forgotten](Self::forget_readings).
    pub fn open(folder: &Path, made_by: &str) -> Result<Self> {
        if !database::path(folder).exists() {
            return Err(ArchiveError::Missing(folder.to_owned()));
        }
        let lock = Lock::take(folder)?;
        let database = database::open(folder)?;
        let last = database
            .query_row("SELECT coalesce(max(number), 0) FROM capture", [], |row| row.get(0))
            .in_database("count captures")?;
        Ok(Self {
            folder: folder.to_owned(),
            database,
            files: Files::new(folder, made_by),
            last,
            made_by: made_by.to_owned(),
            _lock: lock,
        })
    }

    /// Refuses to go on with what another program read.
    pub fn refuse_stale(&self) -> Result<()> {
        let by = database::fact(&self.database, "read by")?.unwrap_or_default();
        if by == self.made_by || (by.is_empty() && self.last == 0) {
            return database::set_fact(&self.database, "read by", &self.made_by);
        }
        Err(ArchiveError::Stale { path: self.folder.clone(), by })
    }

    /// Throws away everything that was read, to be read anew from the captures.
    pub fn forget_readings(&mut self) -> Result<()> {
        database::forget_derived(&mut self.database)?;
        database::set_fact(&self.database, "read by", &self.made_by)
    }

    pub(crate) fn database_mut(&mut self) -> &mut Connection {
        &mut self.database
    }

    /// The folder it is in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What a reader sees.
    pub fn reader(&self) -> Reader<'_> {
        Reader::of(&self.folder, &self.database)
    }

    /// Captures that an earlier writer put on the disk and did not come to speak of.
    ///
    /// Is to be asked for before the first [`take`](Self::take).
    pub fn left_behind(&mut self) -> Result<Vec<(Place, Capture)>> {
        let known: Option<(u32, u64)> = self
            .database
            .query_row(
                "SELECT file, start + length FROM capture ORDER BY number DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()
            .in_database("find the newest capture")?;
        let (file, end) = known.unwrap_or_default();
        let found = self.files.take_up(file, end)?;
        let mut new = Vec::new();
        let mut seen = BTreeSet::new();
        for found in found {
            if seen.insert(found.capture.id()) && !self.holds(found.capture.id())? {
                new.push(found);
            }
        }
        Ok(self.numbered(new))
    }

    /// Appends those of `captures` that the archive does not hold; they are on the disk
    /// when this returns, and spoken of once they are [kept](Self::keep).
    pub fn take(
        &mut self,
        captures: Vec<Capture>,
        now: Timestamp,
    ) -> Result<Vec<(Place, Capture)>> {
        let mut new = Vec::new();
        let mut seen = BTreeSet::new();
        for capture in captures {
            if seen.insert(capture.id()) && !self.holds(capture.id())? {
                new.push(capture);
            }
        }
        let placed = self.files.append(new, now)?;
        Ok(self.numbered(placed))
    }

    fn numbered(&mut self, found: Vec<Found>) -> Vec<(Place, Capture)> {
        let number = |found: Found| {
            self.last += 1;
            (found.place(self.last), found.capture)
        };
        found.into_iter().map(number).collect()
    }

    fn holds(&self, id: CaptureId) -> Result<bool> {
        let mut known = self
            .database
            .prepare_cached("SELECT 1 FROM capture WHERE id = ?1")
            .in_database("look up a capture")?;
        known.exists([id.as_bytes()]).in_database("look up a capture")
    }

    /// Keeps what was read in captures: all of it or, after a crash, nothing.
    pub fn keep(&mut self, batch: &Batch) -> Result<()> {
        const DOING: &str = "keep what was read";
        let work = self.database.transaction().in_database(DOING)?;
        for place in &batch.places {
            keep_place(&work, place).in_database(DOING)?;
        }
        for (place, reading) in batch.places.iter().zip(&batch.readings) {
            let mut put = work
                .prepare_cached("INSERT OR REPLACE INTO reading VALUES (?1, ?2, ?3)")
                .in_database(DOING)?;
            let (article, refused) = (reading.as_ref().ok(), reading.as_ref().err());
            let article = article.map(ArticleId::as_bytes);
            put.execute(params![place.number, article, refused]).in_database(DOING)?;
        }
        for article in &batch.articles {
            keep_article(&work, article).in_database(DOING)?;
        }
        work.commit().in_database(DOING)
    }

    /// Names what each story that is kept was told from.
    pub fn made_of(&self) -> Result<Vec<(StoryId, Digest)>> {
        self.reader().made_of()
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
        const DOING: &str = "keep stories";
        let work = self.database.transaction().in_database(DOING)?;
        for id in gone {
            work.execute("DELETE FROM story WHERE id = ?1", [id.as_bytes()]).in_database(DOING)?;
            work.execute("DELETE FROM member WHERE story = ?1", [id.as_bytes()])
                .in_database(DOING)?;
        }
        loop {
            let told = tell(&Reader::of(&self.folder, &work))?;
            if told.is_empty() {
                break;
            }
            for story in told {
                keep_story(&work, story).in_database(DOING)?;
            }
        }
        work.execute_batch("DELETE FROM alias").in_database(DOING)?;
        for (old, story) in aliases {
            work.execute(
                "INSERT OR REPLACE INTO alias VALUES (?1, ?2)",
                params![old.as_bytes(), story.as_bytes()],
            )
            .in_database(DOING)?;
        }
        work.commit().in_database(DOING)
    }

    /// All articles in short, in the order in which they were first met.
    pub fn articles(&self) -> Result<Vec<ArticleRow>> {
        self.reader().articles()
    }
}

fn keep_place(work: &Transaction<'_>, place: &Place) -> rusqlite::Result<()> {
    work.prepare_cached("INSERT OR IGNORE INTO capture VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute(params![
            place.number,
            place.id.as_bytes(),
            place.payload.as_bytes(),
            place.file,
            place.start,
            place.length,
            place.member.as_bytes(),
        ])
        .map(drop)
}

fn keep_article(work: &Transaction<'_>, new: &NewArticle) -> rusqlite::Result<()> {
    let article = &new.read.article;
    let outlet = article.outlet.name.as_ref().or(article.outlet.domain.as_ref());
    work.prepare_cached(
        "INSERT INTO article VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET \
         capture = excluded.capture, published = excluded.published, outlet = excluded.outlet, \
         language = excluded.language, headline = excluded.headline, record = excluded.record",
    )?
    .execute(params![
        article.id.as_bytes(),
        new.number,
        new.capture,
        new.copy_of.as_ref().map(ArticleId::as_bytes),
        new.published,
        outlet,
        article.language,
        article.headline_words(),
        Packed::of(&new.read).bytes(),
        new.traces.bytes(),
    ])
    .map(drop)
}

fn keep_story(work: &Transaction<'_>, story: Told) -> rusqlite::Result<()> {
    let Told { made_of, row, articles, copies, told } = story;
    let id = row.id.as_bytes();
    work.prepare_cached("DELETE FROM member WHERE story = ?1")?.execute([id])?;
    for article in &articles {
        work.prepare_cached("INSERT OR REPLACE INTO member VALUES (?1, ?2)")?
            .execute(params![article.as_bytes(), id])?;
    }
    work.prepare_cached(
        "INSERT OR REPLACE INTO story VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute(params![
        id,
        made_of.as_bytes(),
        row.first,
        row.last,
        row.articles,
        row.outlets,
        row.origins,
        row.topic,
        row.languages,
        row.headline,
        Packed::of(&Telling { articles, copies, told }).bytes(),
    ])
    .map(drop)
}
