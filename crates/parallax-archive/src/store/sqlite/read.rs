//! What is asked of the database.

use super::{Sqlite, schema, seal};
use crate::{
    decisions::{Decision, Taken},
    error::{ArchiveError, InDatabase, Result},
    packed::Packed,
    place::Place,
    rows::{ArticleRow, Counts, StoryRow},
    store::{Kept, Take, View},
    tombstone::Tombstone,
};
use parallax_model::{ArticleId, CaptureId, Digest, StoryId};
use rusqlite::{Connection, OptionalExtension, Params, Row, backup::Backup, params};
use std::{path::Path, time::Duration};

/// Pages of the database that are copied at once, and how long a writer is let in between.
const PAGES: i32 = 4096;
const PAUSE: Duration = Duration::from_millis(5);

impl Sqlite {
    pub(super) fn list<T>(
        &self,
        doing: &'static str,
        question: &str,
        about: impl Params,
        row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut asked = self.database.prepare_cached(question).in_database(doing)?;
        let rows = asked.query_map(about, row);
        rows.and_then(Iterator::collect).in_database(doing)
    }

    fn count(&self, what: &str) -> Result<u64> {
        let question = format!("SELECT count(*) FROM {what}");
        self.database.query_row(&question, [], |row| row.get(0)).in_database("count")
    }

    /// The rows of a table and the sum of their seals, but for those that `others` gives. The
    /// sums of all are at hand, so that only the others are looked at.
    fn seals_but(&self, name: &str, others: &str, before: usize) -> Result<String> {
        const DOING: &str = "name what was seen";
        let others: Vec<i64> = self.list(DOING, others, [before], |row| row.get(0))?;
        let sum = others.iter().fold(0, |sum, seal| (sum + seal) % seal::MODULUS);
        let all = "SELECT rows, seals FROM tally WHERE name = ?1";
        let all = self.database.query_row(all, [name], |row| Ok((row.get(0)?, row.get(1)?)));
        let (rows, seals): (i64, i64) = all.in_database(DOING)?;
        let rows = rows - i64::try_from(others.len()).unwrap_or(i64::MAX);
        Ok(format!("{rows} {:012x}", (seals - sum).rem_euclid(seal::MODULUS)))
    }

    /// Hands on what a question gives, an id and what is kept under it, row by row.
    fn each_of(&self, question: &str, about: impl Params, take: Take<'_>) -> Result<()> {
        const DOING: &str = "be asked";
        let mut asked = self.database.prepare_cached(question).in_database(DOING)?;
        let mut rows = asked.query(about).in_database(DOING)?;
        while let Some(row) = rows.next().in_database(DOING)? {
            let id = id_at(row, 0).in_database(DOING)?;
            take(id, Packed::kept(row.get(1).in_database(DOING)?))?;
        }
        Ok(())
    }
}

impl View for Sqlite {
    fn fact(&self, name: &str) -> Result<Option<String>> {
        schema::fact(&self.database, name)
    }

    fn counts(&self) -> Result<Counts> {
        Ok(Counts {
            captures: self.count("capture")?,
            forgotten: self.count("tombstone")?,
            refused: self.count("reading WHERE article IS NULL")?,
            articles: self.count("article")?,
            waiting: self.count("article WHERE id NOT IN (SELECT article FROM member)")?,
            stories: self.count("story")?,
        })
    }

    fn holds(&self, id: CaptureId) -> Result<bool> {
        let mut known = self
            .database
            .prepare_cached("SELECT 1 FROM capture WHERE id = ?1")
            .in_database("look up a capture")?;
        known.exists([id.as_bytes()]).in_database("look up a capture")
    }

    fn places(&self) -> Result<Vec<Place>> {
        let question =
            "SELECT number, id, payload, file, start, length, member FROM capture ORDER BY number";
        self.list("list captures", question, [], place)
    }

    fn newest_place(&self) -> Result<Option<Place>> {
        let question = "SELECT number, id, payload, file, start, length, member FROM capture \
                        UNION ALL SELECT number, id, payload, file, start, length, member FROM tombstone \
                        ORDER BY number DESC LIMIT 1";
        self.database
            .query_row(question, [], place)
            .optional()
            .in_database("find the newest capture")
    }

    fn captures_of(&self, story: StoryId) -> Result<Vec<CaptureId>> {
        let question = "SELECT capture.id FROM member JOIN reading USING (article) \
                        JOIN capture ON capture.number = reading.capture WHERE member.story = ?1 ORDER BY capture.number";
        self.list("list captures", question, [story.as_bytes()], |row| id_at(row, 0))
    }

    fn articles(&self) -> Result<Vec<ArticleRow>> {
        let question = "SELECT id, number, capture, copy_of, outlet FROM article ORDER BY number";
        self.list("list articles", question, [], |row| {
            Ok(ArticleRow {
                id: id_at(row, 0)?,
                number: row.get(1)?,
                capture: row.get(2)?,
                copy_of: id_if_any(row, 3)?,
                outlet: row.get(4)?,
            })
        })
    }

    fn traces(&self, from: usize, take: Take<'_>) -> Result<()> {
        let question = "SELECT id, traces, number FROM article JOIN traces ON traces.article = number WHERE number >= ?1 \
                        UNION ALL SELECT article, x'', number FROM vacant WHERE number >= ?1 ORDER BY number";
        self.each_of(question, [from], take)
    }

    fn trace(&self, number: usize) -> Result<Option<Packed>> {
        let question = "SELECT traces FROM traces WHERE article = ?1";
        let packed = self.list("list traces", question, [number], |row| row.get(0));
        Ok(packed?.pop().map(Packed::kept))
    }

    fn seen(&self, before: usize) -> Result<String> {
        let traces =
            self.seals_but("traces", "SELECT seal FROM traces WHERE article >= ?1", before)?;
        let vacant =
            self.seals_but("vacant", "SELECT seal FROM vacant WHERE number >= ?1", before)?;
        let bonds = self.seals_but("bond", "SELECT seal FROM bond WHERE ?1 IS NULL", before)?;
        Ok(format!("traces {traces}, vacant {vacant}, bonds {bonds}"))
    }

    fn stories(&self, skip: usize, most: usize) -> Result<Vec<StoryRow>> {
        let question = "SELECT id, first, last, articles, outlets, origins, topic, languages, headline FROM story \
                        ORDER BY last DESC, id LIMIT ?2 OFFSET ?1";
        self.list("list stories", question, params![skip, most], in_short)
    }

    fn story(&self, id: StoryId) -> Result<Option<StoryRow>> {
        let question = "SELECT id, first, last, articles, outlets, origins, topic, languages, headline FROM story \
                        WHERE id = ?1";
        Ok(self.list("look up a story", question, [id.as_bytes()], in_short)?.pop())
    }

    fn state(&self) -> Result<String> {
        // Each row is sealed over all it holds, and the seals are added up as rows are written.
        let question = "SELECT rows, seals FROM tally WHERE name = 'story'";
        let state = self.database.query_row(question, [], |row| {
            let (rows, seals): (i64, i64) = (row.get(0)?, row.get(1)?);
            Ok(format!("{rows} {seals:012x}"))
        });
        state.in_database("name its state")
    }

    fn made_of(&self) -> Result<Vec<(StoryId, Digest)>> {
        let question = "SELECT id, made_of FROM story ORDER BY id";
        self.list("list stories", question, [], |row| Ok((id_at(row, 0)?, id_at(row, 1)?)))
    }

    fn aliases(&self) -> Result<Vec<(StoryId, StoryId)>> {
        let question = "SELECT old, story FROM alias ORDER BY old";
        self.list("list names", question, [], |row| Ok((id_at(row, 0)?, id_at(row, 1)?)))
    }

    fn kept(&self, what: Kept, id: Digest) -> Result<Option<Packed>> {
        let question = match what {
            Kept::Article => {
                "SELECT record FROM article JOIN record ON record.article = number WHERE id = ?1"
            }
            Kept::Story => "SELECT telling FROM telling WHERE story = ?1",
        };
        let mut asked = self.database.prepare_cached(question).in_database("be asked")?;
        let row = asked.query_row([id.as_bytes()], |row| row.get(0)).optional();
        Ok(row.in_database("be asked")?.map(Packed::kept))
    }

    fn each(&self, what: Kept, take: Take<'_>) -> Result<()> {
        let question = match what {
            Kept::Article => {
                "SELECT id, record FROM article JOIN record ON record.article = number ORDER BY id"
            }
            Kept::Story => "SELECT story, telling FROM telling ORDER BY story",
        };
        self.each_of(question, [], take)
    }

    fn named(&self, what: Kept, low: Digest, high: Digest) -> Result<Vec<Digest>> {
        let question = match what {
            Kept::Article => "SELECT id FROM article WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
            Kept::Story => "SELECT id FROM story WHERE id BETWEEN ?1 AND ?2 ORDER BY id",
        };
        let bounds = [low.as_bytes(), high.as_bytes()];
        self.list("look up a name", question, bounds, |row| id_at(row, 0))
    }

    fn decisions(&self) -> Result<Vec<Taken>> {
        let question = "SELECT number, at, who, what, undone FROM decision ORDER BY number";
        let written = self.list("list decisions", question, [], |row| {
            let (at, what): (String, String) = (row.get(1)?, row.get(3)?);
            Ok((row.get(0)?, at, row.get(2)?, what, row.get(4)?))
        })?;
        let taken =
            |(number, at, who, what, undone): (u64, String, String, String, Option<u64>)| {
                let damaged = |how: &str| ArchiveError::Damaged {
                    what: format!("decision {number}"),
                    how: how.to_owned(),
                };
                let at = at.parse().map_err(|_| damaged("its moment cannot be read"))?;
                let decision = Decision::read(&what).ok_or_else(|| damaged("it cannot be read"))?;
                Ok(Taken { number, at, who, decision, undone })
            };
        written.into_iter().map(taken).collect()
    }

    fn tombstones(&self) -> Result<Vec<Tombstone>> {
        self.stones("ORDER BY number", [])
    }

    fn tombstone_of(&self, payload: Digest) -> Result<Option<Tombstone>> {
        let which = "WHERE payload = ?1 AND again IS NULL ORDER BY number LIMIT 1";
        Ok(self.stones(which, [payload.as_bytes()])?.pop())
    }

    fn half_forgotten(&self) -> Result<Vec<Tombstone>> {
        self.stones("WHERE number IN (SELECT number FROM capture) ORDER BY number", [])
    }

    fn bonds(&self) -> Result<Vec<(ArticleId, StoryId)>> {
        let question = "SELECT article, story FROM bond ORDER BY article";
        self.list("list bonds", question, [], |row| Ok((id_at(row, 0)?, id_at(row, 1)?)))
    }

    fn vacancies(&self) -> Result<Vec<(usize, ArticleId)>> {
        let question = "SELECT number, article FROM vacant ORDER BY number";
        self.list("list vacancies", question, [], |row| Ok((row.get(0)?, id_at(row, 1)?)))
    }

    fn places_of(&self, article: ArticleId) -> Result<Vec<Place>> {
        let question = "SELECT number, id, payload, file, start, length, member FROM reading \
                        JOIN capture ON capture.number = reading.capture WHERE reading.article = ?1 ORDER BY number";
        self.list("list captures", question, [article.as_bytes()], place)
    }

    fn readings(&self) -> Result<Vec<(u64, Option<ArticleId>)>> {
        let question = "SELECT capture, article FROM reading ORDER BY capture";
        self.list("list readings", question, [], |row| Ok((row.get(0)?, id_if_any(row, 1)?)))
    }

    fn members(&self) -> Result<Vec<(ArticleId, StoryId)>> {
        let question = "SELECT article, story FROM member ORDER BY article";
        self.list("list members", question, [], |row| Ok((id_at(row, 0)?, id_at(row, 1)?)))
    }

    fn published(&self) -> Result<Vec<(ArticleId, Option<i64>)>> {
        let question = "SELECT id, published FROM article ORDER BY id";
        self.list("list articles", question, [], |row| Ok((id_at(row, 0)?, row.get(1)?)))
    }

    fn damages(&self) -> Vec<String> {
        self.wrong()
    }

    fn copy(&self, file: &Path) -> Result<()> {
        const DOING: &str = "be copied";
        let mut copy = Connection::open(file).in_database(DOING)?;
        let backup = Backup::new(&self.database, &mut copy).in_database(DOING)?;
        backup.run_to_completion(PAGES, PAUSE, None).in_database(DOING)
    }
}

/// A story in short.
fn in_short(row: &Row<'_>) -> rusqlite::Result<StoryRow> {
    Ok(StoryRow {
        id: id_at(row, 0)?,
        first: row.get(1)?,
        last: row.get(2)?,
        articles: row.get(3)?,
        outlets: row.get(4)?,
        origins: row.get(5)?,
        topic: row.get(6)?,
        languages: row.get(7)?,
        headline: row.get(8)?,
    })
}

/// An id column of a row.
pub(super) fn id_at<T: From<Digest>>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let bytes: [u8; 32] = row.get(column)?;
    Ok(Digest::from(bytes).into())
}

/// An id column that may be empty.
pub(super) fn id_if_any<T: From<Digest>>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>> {
    let bytes: Option<[u8; 32]> = row.get(at)?;
    Ok(bytes.map(|bytes| Digest::from(bytes).into()))
}

/// A row of `capture`.
pub(super) fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        number: row.get(0)?,
        id: id_at::<CaptureId>(row, 1)?,
        payload: id_at(row, 2)?,
        file: row.get(3)?,
        start: row.get(4)?,
        length: row.get(5)?,
        member: id_at(row, 6)?,
    })
}
