//! What the one writer does in the database.

use super::{Sqlite, forgetting, schema};
use crate::{
    decisions::Decision,
    error::{InDatabase, Result},
    place::Place,
    rows::{Batch, NewArticle, Told},
    store::{Store, Tell, View},
    tombstone::Tombstone,
};
use jiff::Timestamp;
use parallax_model::{ArticleId, StoryId};
use rusqlite::{Connection, OptionalExtension, params};

impl Store for Sqlite {
    fn view(&self) -> &dyn View {
        self
    }

    fn set_fact(&mut self, name: &str, value: &str) -> Result<()> {
        schema::set_fact(&self.database, name, value)
    }

    fn keep(&mut self, batch: &Batch) -> Result<()> {
        const DOING: &str = "keep what was read";
        let work = self.database.transaction().in_database(DOING)?;
        for place in &batch.places {
            keep_place(&work, place).in_database(DOING)?;
            forgetting::want_again(&work, place).in_database(DOING)?;
        }
        for (place, reading) in batch.places.iter().zip(&batch.readings) {
            keep_reading(&work, place, reading).in_database(DOING)?;
        }
        for article in &batch.articles {
            keep_article(&work, article).in_database(DOING)?;
            forgetting::fill_vacancy(&work, article.row.id).in_database(DOING)?;
        }
        for vacant in &batch.vacant {
            forgetting::leave_vacant(&work, *vacant).in_database(DOING)?;
        }
        work.commit().in_database(DOING)
    }

    fn tell(
        &mut self,
        tell: Tell<'_>,
        gone: &[StoryId],
        aliases: &[(StoryId, StoryId)],
    ) -> Result<()> {
        const DOING: &str = "keep stories";
        // What is asked of `self` meanwhile is asked within it.
        let work = self.database.unchecked_transaction().in_database(DOING)?;
        for id in gone {
            forget_story(&work, *id).in_database(DOING)?;
        }
        loop {
            let told = tell(self)?;
            if told.is_empty() {
                break;
            }
            for story in &told {
                keep_story(&work, story).in_database(DOING)?;
            }
        }
        keep_aliases(&work, aliases).in_database(DOING)?;
        work.commit().in_database(DOING)
    }

    fn decide(&mut self, decision: &Decision, who: &str, at: Timestamp) -> Result<Option<u64>> {
        const DOING: &str = "write down a decision";
        let work = self.database.transaction().in_database(DOING)?;
        let number = keep_decision(&work, decision, who, at).in_database(DOING)?;
        work.commit().in_database(DOING)?;
        Ok(number)
    }

    fn intend(&mut self, stones: &[Tombstone], bonds: &[(ArticleId, StoryId)]) -> Result<()> {
        forgetting::intend(&mut self.database, stones, bonds)
    }

    fn remove(&mut self, stones: &[Tombstone]) -> Result<()> {
        forgetting::remove(&mut self.database, stones)
    }

    fn sweep(&mut self) -> Result<bool> {
        forgetting::sweep(&self.database)
    }

    fn set_copies(&mut self, copies: &[(ArticleId, Option<ArticleId>)]) -> Result<()> {
        const DOING: &str = "keep copies";
        let work = self.database.transaction().in_database(DOING)?;
        for (article, of) in copies {
            work.prepare_cached("UPDATE article SET copy_of = ?2 WHERE id = ?1")
                .and_then(|mut put| {
                    put.execute(params![article.as_bytes(), of.as_ref().map(ArticleId::as_bytes)])
                })
                .in_database(DOING)?;
        }
        work.commit().in_database(DOING)
    }

    fn forget_derived(&mut self) -> Result<()> {
        schema::forget_derived(&mut self.database)
    }
}

fn keep_place(work: &Connection, place: &Place) -> rusqlite::Result<()> {
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

fn keep_reading(
    work: &Connection,
    place: &Place,
    reading: &Result<ArticleId, String>,
) -> rusqlite::Result<()> {
    let (article, refused) = (reading.as_ref().ok(), reading.as_ref().err());
    work.prepare_cached("INSERT OR REPLACE INTO reading VALUES (?1, ?2, ?3)")?
        .execute(params![place.number, article.map(ArticleId::as_bytes), refused])
        .map(drop)
}

fn keep_article(work: &Connection, new: &NewArticle) -> rusqlite::Result<()> {
    let row = &new.row;
    let number: usize = work
        .prepare_cached(
            "INSERT INTO article VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET \
             capture = excluded.capture, published = excluded.published, outlet = excluded.outlet, \
             language = excluded.language, headline = excluded.headline RETURNING number",
        )?
        .query_row(
            params![
                row.number,
                row.id.as_bytes(),
                row.capture,
                row.copy_of.as_ref().map(ArticleId::as_bytes),
                new.published,
                row.outlet,
                new.language,
                new.headline,
            ],
            |row| row.get(0),
        )?;
    work.prepare_cached("INSERT OR REPLACE INTO record VALUES (?1, ?2)")?
        .execute(params![number, new.record.bytes()])?;
    work.prepare_cached("INSERT OR IGNORE INTO traces VALUES (?1, ?2)")?
        .execute(params![number, new.traces.bytes()])
        .map(drop)
}

fn forget_story(work: &Connection, id: StoryId) -> rusqlite::Result<()> {
    work.prepare_cached("DELETE FROM story WHERE id = ?1")?.execute([id.as_bytes()])?;
    work.prepare_cached("DELETE FROM telling WHERE story = ?1")?.execute([id.as_bytes()])?;
    work.prepare_cached("DELETE FROM member WHERE story = ?1")?.execute([id.as_bytes()]).map(drop)
}

fn keep_story(work: &Connection, told: &Told) -> rusqlite::Result<()> {
    let row = &told.row;
    let id = row.id.as_bytes();
    work.prepare_cached("DELETE FROM member WHERE story = ?1")?.execute([id])?;
    for article in &told.members {
        work.prepare_cached("INSERT OR REPLACE INTO member VALUES (?1, ?2)")?
            .execute(params![article.as_bytes(), id])?;
    }
    work.prepare_cached(
        "INSERT OR REPLACE INTO story VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        id,
        told.made_of.as_bytes(),
        row.first,
        row.last,
        row.articles,
        row.outlets,
        row.origins,
        row.topic,
        row.languages,
        row.headline,
    ])?;
    work.prepare_cached("INSERT OR REPLACE INTO telling VALUES (?1, ?2)")?
        .execute(params![id, told.telling.bytes()])
        .map(drop)
}

fn keep_aliases(work: &Connection, aliases: &[(StoryId, StoryId)]) -> rusqlite::Result<()> {
    work.execute_batch("DELETE FROM alias")?;
    let mut put = work.prepare_cached("INSERT OR REPLACE INTO alias VALUES (?1, ?2)")?;
    for (old, story) in aliases {
        put.execute(params![old.as_bytes(), story.as_bytes()])?;
    }
    Ok(())
}

fn keep_decision(
    work: &Connection,
    decision: &Decision,
    who: &str,
    at: Timestamp,
) -> rusqlite::Result<Option<u64>> {
    let last: u64 =
        work.query_row("SELECT coalesce(max(number), 0) FROM decision", [], |row| row.get(0))?;
    let number = last + 1;
    if let Decision::Undo(of) = decision {
        let standing = "SELECT number FROM decision WHERE number = ?1 AND undone IS NULL";
        let stands: Option<u64> = work.query_row(standing, [of], |row| row.get(0)).optional()?;
        if stands.is_none() {
            return Ok(None);
        }
        work.execute("UPDATE decision SET undone = ?1 WHERE number = ?2", params![number, of])?;
    }
    work.execute(
        "INSERT INTO decision VALUES (?1, ?2, ?3, ?4, NULL)",
        params![number, at.to_string(), who, decision.written()],
    )?;
    Ok(Some(number))
}
