//! How the database forgets captures, so that no byte of them is left in it.

use super::{
    Sqlite,
    read::{id_if_any, place},
    schema,
};
use crate::{
    error::{InDatabase, Result},
    place::Place,
    store::UNSWEPT,
    tombstone::Tombstone,
};
use parallax_model::{ArticleId, StoryId};
use rusqlite::{Connection, Params, Row, params, types::Type};

const DOING: &str = "forget captures";

impl Sqlite {
    /// The tombstones that `which` chooses.
    pub(super) fn stones(&self, which: &str, about: impl Params) -> Result<Vec<Tombstone>> {
        let question = format!(
            "SELECT number, id, payload, file, start, length, member, article, heir, at, reason, again \
             FROM tombstone {which}"
        );
        self.list("list tombstones", &question, about, tombstone)
    }
}

fn tombstone(row: &Row<'_>) -> rusqlite::Result<Tombstone> {
    let at: String = row.get(9)?;
    let wrong = |error| rusqlite::Error::FromSqlConversionFailure(9, Type::Text, Box::new(error));
    Ok(Tombstone {
        place: place(row)?,
        article: id_if_any(row, 7)?,
        heir: row.get(8)?,
        at: at.parse().map_err(wrong)?,
        reason: row.get(10)?,
        again: row.get(11)?,
    })
}

/// Writes down what is to be forgotten, onto the disk.
pub(super) fn intend(
    database: &mut Connection,
    stones: &[Tombstone],
    bonds: &[(ArticleId, StoryId)],
) -> Result<()> {
    // Bytes are written over next: this has to be known after a power cut, too.
    database.execute_batch("PRAGMA synchronous = FULL").in_database(DOING)?;
    let work = database.transaction().in_database(DOING)?;
    for stone in stones {
        bury(&work, stone).in_database(DOING)?;
    }
    for article in stones.iter().filter_map(|stone| stone.article) {
        name_heir(&work, article).in_database(DOING)?;
    }
    for (article, story) in bonds {
        work.prepare_cached("INSERT OR REPLACE INTO bond VALUES (?1, ?2)")
            .and_then(|mut put| put.execute(params![article.as_bytes(), story.as_bytes()]))
            .in_database(DOING)?;
    }
    schema::set_fact(&work, UNSWEPT, "yes")?;
    work.commit().in_database(DOING)
}

fn bury(work: &Connection, stone: &Tombstone) -> rusqlite::Result<()> {
    let place = &stone.place;
    work.prepare_cached(
        "INSERT INTO tombstone VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        place.number,
        place.id.as_bytes(),
        place.payload.as_bytes(),
        place.file,
        place.start,
        place.length,
        place.member.as_bytes(),
        stone.article.as_ref().map(ArticleId::as_bytes),
        stone.heir,
        stone.at.to_string(),
        stone.reason,
        stone.again,
    ])
    .map(drop)
}

/// Says of the tombstones of an article which capture of it is the first of those that stay.
fn name_heir(work: &Connection, article: ArticleId) -> rusqlite::Result<()> {
    work.prepare_cached(
        "UPDATE tombstone SET heir = (SELECT min(reading.capture) FROM reading WHERE reading.article = ?1 \
         AND reading.capture NOT IN (SELECT number FROM tombstone)) WHERE article = ?1",
    )?
    .execute([article.as_bytes()])
    .map(drop)
}

/// Deletes what is held of captures, and what was made of them and others together.
pub(super) fn remove(database: &mut Connection, stones: &[Tombstone]) -> Result<()> {
    database.execute_batch("PRAGMA secure_delete = ON").in_database(DOING)?;
    let work = database.transaction().in_database(DOING)?;
    for stone in stones {
        if let Some(article) = stone.article {
            remove_article(&work, article).in_database(DOING)?;
        }
        for question in
            ["DELETE FROM reading WHERE capture = ?1", "DELETE FROM capture WHERE number = ?1"]
        {
            work.execute(question, [stone.place.number]).in_database(DOING)?;
        }
    }
    work.commit().in_database(DOING)
}

fn remove_article(work: &Connection, article: ArticleId) -> rusqlite::Result<()> {
    for question in [
        "DELETE FROM telling WHERE story IN (SELECT story FROM member WHERE article = ?1)",
        "DELETE FROM story WHERE id IN (SELECT story FROM member WHERE article = ?1)",
        "DELETE FROM member WHERE story IN (SELECT story FROM member WHERE article = ?1)",
        "INSERT OR REPLACE INTO vacant SELECT number, id FROM article WHERE id = ?1",
        "DELETE FROM record WHERE article IN (SELECT number FROM article WHERE id = ?1)",
        "DELETE FROM traces WHERE article IN (SELECT number FROM article WHERE id = ?1)",
        "DELETE FROM article WHERE id = ?1",
    ] {
        work.prepare_cached(question)?.execute([article.as_bytes()])?;
    }
    Ok(())
}

/// Leaves no byte of what was deleted in the file and its log; false where a reader still
/// needs them.
pub(super) fn sweep(database: &Connection) -> Result<bool> {
    const DOING: &str = "be swept";
    if schema::fact(database, UNSWEPT)?.is_none() {
        return Ok(true);
    }
    database.execute_batch("PRAGMA secure_delete = ON; VACUUM").in_database(DOING)?;
    let emptied = || {
        let busy = |row: &Row<'_>| row.get::<_, i64>(0);
        let busy = database.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], busy);
        busy.map(|busy| busy == 0).in_database(DOING)
    };
    if !emptied()? {
        return Ok(false);
    }
    database.execute("DELETE FROM fact WHERE name = ?1", [UNSWEPT]).in_database(DOING)?;
    emptied()
}

/// Says that what was forgotten is wanted again, by a capture of the same bytes.
pub(super) fn want_again(work: &Connection, place: &Place) -> rusqlite::Result<()> {
    work.prepare_cached("UPDATE tombstone SET again = ?1 WHERE payload = ?2 AND again IS NULL")?
        .execute(params![place.number, place.payload.as_bytes()])
        .map(drop)
}

/// Gives the place of an article that came again back to it.
pub(super) fn fill_vacancy(work: &Connection, article: ArticleId) -> rusqlite::Result<()> {
    let mut filled = work.prepare_cached("DELETE FROM vacant WHERE article = ?1")?;
    if filled.execute([article.as_bytes()])? > 0 {
        name_heir(work, article)?;
    }
    Ok(())
}

/// Leaves the place of an article empty that no capture is held of.
pub(super) fn leave_vacant(
    work: &Connection,
    (number, article): (usize, ArticleId),
) -> rusqlite::Result<()> {
    work.prepare_cached("INSERT OR REPLACE INTO vacant VALUES (?1, ?2)")?
        .execute(params![number, article.as_bytes()])
        .map(drop)
}
