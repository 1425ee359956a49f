//! Captures that are taken away for good, and what is left in their place.
//!
//! What is intended is written down first (a tombstone beside what is held of the capture),
//! then the capture's bytes are written over, then everything that was made of it is
//! deleted. A writer that opens carries out what another began.

use crate::{
    archive::Archive, error::Result, place::Place, reader::Reader, store::UNSWEPT,
    tombstone::Tombstone,
};
use jiff::Timestamp;
use parallax_model::{ArticleId, Digest, StoryId};
use std::collections::BTreeMap;

impl Archive {
    /// Forgets the captures at `places`, for a `reason` in a person's words: their bytes are
    /// written over, and what was made of them is gone when this returns, but for what a
    /// [sweep](Self::sweep) still removes.
    ///
    /// Their articles leave [vacancies](Reader::vacancies), and the stories they were in are
    /// to be told anew. `bonds` name articles that are one story, and are to stay so, with its
    /// name.
    pub fn forget(
        &mut self,
        places: &[Place],
        reason: &str,
        at: Timestamp,
        bonds: &[(ArticleId, StoryId)],
    ) -> Result<()> {
        let read: BTreeMap<u64, Option<ArticleId>> =
            self.reader().view().readings()?.into_iter().collect();
        let files = self.files();
        let stone = |place: &Place| {
            let article = read.get(&place.number).copied().flatten();
            let (place, reason) = (place.clone(), reason.to_owned());
            let mut stone = Tombstone { place, article, heir: None, at, reason, again: None };
            stone.place.member = Digest::of(&files.tombstone(&stone)?);
            Ok(stone)
        };
        let stones: Vec<Tombstone> = places.iter().map(stone).collect::<Result<_>>()?;
        self.store_mut().intend(&stones, bonds)?;
        self.carry_out().map(drop)
    }

    /// Carries out what was intended and is not done yet; gives how many captures that were.
    pub(crate) fn carry_out(&mut self) -> Result<usize> {
        let stones = self.reader().view().half_forgotten()?;
        let files = self.files();
        for stone in &stones {
            files.write_over(&stone.place, &files.tombstone(stone)?)?;
        }
        if !stones.is_empty() {
            self.store_mut().remove(&stones)?;
        }
        Ok(stones.len())
    }

    /// Writes tombstones again that are not what was written.
    pub fn mend_stones(&mut self) -> Result<()> {
        let files = self.files();
        for stone in self.reader().tombstones()? {
            if files.member(&stone.place).is_err() {
                files.write_over(&stone.place, &files.tombstone(&stone)?)?;
            }
        }
        Ok(())
    }

    /// Leaves no byte of what was deleted in the database and its log; false where a reader
    /// still holds on to it, so that it has to be asked for again.
    pub fn sweep(&mut self) -> Result<bool> {
        self.store_mut().sweep()
    }

    /// Changes of which article others are copies.
    pub fn set_copies(&mut self, copies: &[(ArticleId, Option<ArticleId>)]) -> Result<()> {
        self.store_mut().set_copies(copies)
    }
}

impl Reader<'_> {
    /// What was forgotten, in the order it had come.
    pub fn tombstones(&self) -> Result<Vec<Tombstone>> {
        self.view().tombstones()
    }

    /// The tombstone of a payload that is not wanted again.
    pub fn tombstone_of(&self, payload: Digest) -> Result<Option<Tombstone>> {
        self.view().tombstone_of(payload)
    }

    /// How many captures there are whose forgetting was begun and cut off.
    pub fn half_forgotten(&self) -> Result<usize> {
        Ok(self.view().half_forgotten()?.len())
    }

    /// Whether the database may hold bytes of what was deleted.
    pub fn is_unswept(&self) -> Result<bool> {
        Ok(self.view().fact(UNSWEPT)?.is_some())
    }

    /// Articles that are one story in any case, each with a name for it.
    pub fn bonds(&self) -> Result<Vec<(ArticleId, StoryId)>> {
        self.view().bonds()
    }

    /// Places in the order of articles that are kept for those whose captures were forgotten.
    pub fn vacancies(&self) -> Result<Vec<(usize, ArticleId)>> {
        self.view().vacancies()
    }

    /// Where the captures of an article lie, in the order they came.
    pub fn places_of(&self, article: ArticleId) -> Result<Vec<Place>> {
        self.view().places_of(article)
    }

    /// The article that was read in each capture, if any, by the capture's number.
    pub fn readings(&self) -> Result<Vec<(u64, Option<ArticleId>)>> {
        self.view().readings()
    }

    /// The names of stories that went into others, and into which.
    pub fn aliases(&self) -> Result<Vec<(StoryId, StoryId)>> {
        self.view().aliases()
    }

    /// The story that each article is in.
    pub fn members(&self) -> Result<Vec<(ArticleId, StoryId)>> {
        self.view().members()
    }

    /// When each article was published, in seconds since 1970.
    pub fn published(&self) -> Result<Vec<(ArticleId, Option<i64>)>> {
        self.view().published()
    }

    /// What is wrong with the database, each with its table and row or page.
    pub fn damages(&self) -> Vec<String> {
        self.view().damages()
    }
}
