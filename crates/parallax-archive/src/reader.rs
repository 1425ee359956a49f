//! What is held, for those who read.

use crate::{
    database,
    error::{ArchiveError, InDatabase, Result},
    packed::Packed,
    place::Place,
    rows::{self, ArticleRow, KeptStory, StoryRow, Telling},
    warc::Files,
};
use parallax_model::{ArticleId, Capture, CaptureId, Digest, DigestBuilder, ReadArticle, StoryId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;
use std::{
    borrow::Borrow,
    path::{Path, PathBuf},
};

/// A view of the archive, as it stood when a question was asked of it.
///
/// Any number of processes read while one writes.
#[derive(Debug)]
pub struct Reader<'a> {
    folder: PathBuf,
    database: Held<'a>,
}

#[derive(Debug)]
enum Held<'a> {
    Own(Connection),
    Lent(&'a Connection),
}

impl Borrow<Connection> for Held<'_> {
    fn borrow(&self) -> &Connection {
        match self {
            Self::Own(database) => database,
            Self::Lent(database) => database,
        }
    }
}

/// How much is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Captures.
    pub captures: u64,
    /// Captures with no article on them.
    pub refused: u64,
    /// Articles; revisions of one count once.
    pub articles: u64,
    /// Articles that are in no story yet.
    pub waiting: u64,
    /// Stories.
    pub stories: u64,
}

impl Reader<'static> {
    /// Opens the archive in `folder`.
    pub fn open(folder: &Path) -> Result<Self> {
        if !database::path(folder).exists() {
            return Err(ArchiveError::Missing(folder.to_owned()));
        }
        let database = Held::Own(database::open_to_read(folder)?);
        Ok(Self { folder: folder.to_owned(), database })
    }
}

impl Reader<'static> {
    /// A view of a copy of the database in `file`.
    pub(crate) fn of_copy(folder: &Path, file: &Path) -> Result<Self> {
        let database = Connection::open(file).in_database("be opened")?;
        Ok(Self { folder: folder.to_owned(), database: Held::Own(database) })
    }
}

impl<'a> Reader<'a> {
    pub(crate) fn of(folder: &Path, database: &'a Connection) -> Self {
        Self { folder: folder.to_owned(), database: Held::Lent(database) }
    }

    /// The folder of the archive.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn database(&self) -> &Connection {
        self.database.borrow()
    }

    /// Which program read what is held, by the name it gave itself.
    pub fn read_by(&self) -> Result<String> {
        Ok(database::fact(self.database(), "read by")?.unwrap_or_default())
    }

    /// How much is held.
    pub fn counts(&self) -> Result<Counts> {
        let count = |what: &str| -> Result<u64> {
            self.database()
                .query_row(&format!("SELECT count(*) FROM {what}"), [], |row| row.get(0))
                .in_database("count")
        };
        Ok(Counts {
            captures: count("capture")?,
            refused: count("reading WHERE article IS NULL")?,
            articles: count("article")?,
            waiting: count("article WHERE id NOT IN (SELECT article FROM member)")?,
            stories: count("story")?,
        })
    }

    /// Stories, the latest first, beginning with the one after `skip` others.
    pub fn stories(&self, skip: usize, most: usize) -> Result<Vec<StoryRow>> {
        let mut asked = self
            .database()
            .prepare_cached(
                "SELECT id, first, last, articles, outlets, origins, topic, languages, headline FROM story \
                 ORDER BY last DESC, id LIMIT ?2 OFFSET ?1",
            )
            .in_database("list stories")?;
        let rows = asked.query_map(params![skip, most], |row| {
            Ok(StoryRow {
                id: rows::id_at(row, 0)?,
                first: row.get(1)?,
                last: row.get(2)?,
                articles: row.get(3)?,
                outlets: row.get(4)?,
                origins: row.get(5)?,
                topic: row.get(6)?,
                languages: row.get(7)?,
                headline: row.get(8)?,
            })
        });
        rows.and_then(Iterator::collect).in_database("list stories")
    }

    /// The stories whose name, or that of a story that went into them, begins with `digits`.
    pub fn stories_named(&self, digits: &str) -> Result<Vec<StoryId>> {
        let mut found: Vec<StoryId> =
            self.named("SELECT id FROM story WHERE id BETWEEN ?1 AND ?2", digits)?;
        let merged = "SELECT story FROM alias WHERE old BETWEEN ?1 AND ?2";
        found.extend(self.named::<StoryId>(merged, digits)?);
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// The articles whose name begins with `digits`.
    pub fn articles_named(&self, digits: &str) -> Result<Vec<ArticleId>> {
        self.named("SELECT id FROM article WHERE id BETWEEN ?1 AND ?2 ORDER BY id", digits)
    }

    fn named<T: From<Digest>>(&self, question: &str, digits: &str) -> Result<Vec<T>> {
        let Some((low, high)) = between(digits) else { return Ok(Vec::new()) };
        let mut asked = self.database().prepare_cached(question).in_database("look up a name")?;
        let rows = asked.query_map([low, high], |row| rows::id_at(row, 0));
        rows.and_then(Iterator::collect).in_database("look up a name")
    }

    /// A story as it was told, with its articles.
    pub fn story(&self, id: StoryId) -> Result<Option<KeptStory>> {
        let Some(packed) = self.blob("SELECT telling FROM story WHERE id = ?1", id.as_bytes())?
        else {
            return Ok(None);
        };
        let telling: Telling = packed.open(|| format!("story {id}"))?;
        let mut articles = Vec::with_capacity(telling.articles.len());
        for (article, (copy_of, fold)) in telling.articles.iter().zip(telling.copies) {
            let mut read = self.article(*article)?.ok_or_else(|| ArchiveError::Damaged {
                what: format!("story {id}"),
                how: format!("its article {article} is missing"),
            })?;
            (read.copy_of, read.fold) = (copy_of, fold);
            articles.push(read);
        }
        Ok(Some(KeptStory { articles, told: telling.told }))
    }

    /// An article as it was read, without what other articles tell of it.
    pub fn article(&self, id: ArticleId) -> Result<Option<ReadArticle>> {
        let packed = self.blob("SELECT record FROM article WHERE id = ?1", id.as_bytes())?;
        packed.map(|packed| packed.open(|| format!("article {id}"))).transpose()
    }

    fn blob(&self, question: &str, id: &[u8; 32]) -> Result<Option<Packed>> {
        let mut asked = self.database().prepare_cached(question).in_database("be asked")?;
        let row = asked.query_row([id], |row| row.get(0)).optional();
        Ok(row.in_database("be asked")?.map(Packed::kept))
    }

    /// All articles in short, in the order in which they were first met.
    pub fn articles(&self) -> Result<Vec<ArticleRow>> {
        let mut asked = self
            .database()
            .prepare_cached(
                "SELECT id, number, capture, copy_of, outlet FROM article ORDER BY number",
            )
            .in_database("list articles")?;
        let rows = asked.query_map([], |row| {
            Ok(ArticleRow {
                id: rows::id_at(row, 0)?,
                number: row.get(1)?,
                capture: row.get(2)?,
                copy_of: rows::id_if_any(row, 3)?,
                outlet: row.get(4)?,
            })
        });
        rows.and_then(Iterator::collect).in_database("list articles")
    }

    /// What grouping needs of each article, in the order in which they were first met.
    pub fn traces<T: DeserializeOwned>(&self, mut take: impl FnMut(T)) -> Result<()> {
        let mut asked = self
            .database()
            .prepare_cached("SELECT id, traces FROM article ORDER BY number")
            .in_database("list traces")?;
        let mut rows = asked.query([]).in_database("list traces")?;
        while let Some(row) = rows.next().in_database("list traces")? {
            let id: ArticleId = rows::id_at(row, 0).in_database("list traces")?;
            let packed = Packed::kept(row.get(1).in_database("list traces")?);
            take(packed.open(|| format!("article {id}"))?);
        }
        Ok(())
    }

    /// Names what each story was told from.
    pub fn made_of(&self) -> Result<Vec<(StoryId, Digest)>> {
        let mut asked = self
            .database()
            .prepare_cached("SELECT id, made_of FROM story ORDER BY id")
            .in_database("list stories")?;
        let rows = asked.query_map([], |row| Ok((rows::id_at(row, 0)?, rows::id_at(row, 1)?)));
        rows.and_then(Iterator::collect).in_database("list stories")
    }

    /// Where every capture lies, in order.
    pub fn places(&self) -> Result<Vec<Place>> {
        let mut asked = self
            .database()
            .prepare_cached(
                "SELECT number, id, payload, file, start, length, member FROM capture ORDER BY number",
            )
            .in_database("list captures")?;
        let rows = asked.query_map([], rows::place);
        rows.and_then(Iterator::collect).in_database("list captures")
    }

    /// The capture at `place`, checked to be the one that was put there.
    pub fn capture(&self, place: &Place) -> Result<Capture> {
        Files::new(&self.folder, "").read(place)
    }

    /// The bytes of the record at `place`, as stored: a gzip member that holds a WARC record.
    pub fn stored(&self, place: &Place) -> Result<Vec<u8>> {
        Files::new(&self.folder, "").member(place)
    }

    /// The captures that the articles of a story were read from, every revision of each.
    pub fn captures_of(&self, story: StoryId) -> Result<Vec<CaptureId>> {
        let mut asked = self
            .database()
            .prepare_cached(
                "SELECT capture.id FROM member JOIN reading USING (article) \
                 JOIN capture ON capture.number = reading.capture WHERE member.story = ?1 ORDER BY capture.number",
            )
            .in_database("list captures")?;
        let rows = asked.query_map([story.as_bytes()], |row| rows::id_at(row, 0));
        rows.and_then(Iterator::collect).in_database("list captures")
    }

    /// A digest of everything that was read: alike for archives that answer alike.
    ///
    /// Covers captures in order, articles, stories and aliases; not when they came.
    pub fn digest(&self) -> Result<Digest> {
        let mut whole = DigestBuilder::new("archive");
        for question in [
            "SELECT id FROM capture ORDER BY number",
            "SELECT record FROM article ORDER BY id",
            "SELECT telling FROM story ORDER BY id",
            "SELECT old FROM alias ORDER BY old",
            "SELECT story FROM alias ORDER BY old",
        ] {
            let mut asked = self.database().prepare(question).in_database("be asked")?;
            let mut rows = asked.query([]).in_database("be asked")?;
            while let Some(row) = rows.next().in_database("be asked")? {
                let bytes = row.get_ref(0).and_then(|value| Ok(value.as_blob()?));
                whole = whole.field(bytes.in_database("be asked")?);
            }
        }
        Ok(whole.finish())
    }
}

/// The least and the greatest digest that begin with `digits`; `None` where they are no digits.
pub(crate) fn between(digits: &str) -> Option<([u8; 32], [u8; 32])> {
    let (mut low, mut high) = ([0; 32], [0xff; 32]);
    if digits.is_empty() || digits.len() > 64 {
        return None;
    }
    for (at, digit) in digits.chars().enumerate() {
        let digit = u8::try_from(digit.to_digit(16)?).ok()?;
        let (shift, kept) = if at % 2 == 0 { (4, 0x0f) } else { (0, 0xf0) };
        let place = at / 2;
        *low.get_mut(place)? |= digit << shift;
        let byte = high.get_mut(place)?;
        *byte = (*byte & kept) | (digit << shift);
    }
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn a_name_cut_short_stands_for_all_that_begin_so() {
        let (low, high) = between("aB3").unwrap();
        assert_eq!((low[0], low[1], low[2], low[31]), (0xab, 0x30, 0, 0));
        assert_eq!((high[0], high[1], high[2], high[31]), (0xab, 0x3f, 0xff, 0xff));
        assert!(between("xy").is_none());
        assert!(between("").is_none());
    }
}
