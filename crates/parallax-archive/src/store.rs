//! What the archive asks of a database.
//!
//! The archive keeps captures in files and everything else in a [`Store`]. The one
//! that ships is `SQLite` in the archive's folder. A server can stand in its place: it
//! keeps rows and bytes and decides nothing, so the archive answers the same over
//! any of them, digest by digest. One suite of tests holds every implementation to that.

mod sqlite;
#[cfg(test)]
mod suite;

pub(crate) use sqlite::Sqlite;
pub(crate) use sqlite::{format, path};

use crate::{
    decisions::{Decision, Taken},
    error::Result,
    packed::Packed,
    place::Place,
    rows::{ArticleRow, Batch, Counts, StoryRow, Told},
    tombstone::Tombstone,
};
use jiff::Timestamp;
use parallax_model::{ArticleId, CaptureId, Digest, StoryId};
use std::{fmt::Debug, path::Path};

/// Under which name it is written down that bytes of what was deleted may be held still.
pub(crate) const UNSWEPT: &str = "unswept";

/// What is kept whole under an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Articles as they were read.
    Article,
    /// Stories as they were told.
    Story,
}

/// What is handed something that is kept, one after the other.
pub type Take<'a> = &'a mut dyn FnMut(Digest, Packed) -> Result<()>;

/// Gives the next stories to keep, from what is held; none when there are no more.
pub type Tell<'a> = &'a mut dyn FnMut(&dyn View) -> Result<Vec<Told>>;

/// A database as those see it who read. Each answer is of one moment.
pub trait View: Debug + Send {
    /// What is written down under a name.
    fn fact(&self, name: &str) -> Result<Option<String>>;

    /// How much is held.
    fn counts(&self) -> Result<Counts>;

    /// Whether a capture is spoken of.
    fn holds(&self, id: CaptureId) -> Result<bool>;

    /// Where every capture lies, by number.
    fn places(&self) -> Result<Vec<Place>>;

    /// Where the capture with the highest number lies, or lay.
    fn newest_place(&self) -> Result<Option<Place>>;

    /// The captures that the articles of a story were read from, by number.
    fn captures_of(&self, story: StoryId) -> Result<Vec<CaptureId>>;

    /// All articles in short, by number.
    fn articles(&self) -> Result<Vec<ArticleRow>>;

    /// What grouping needs of each article, by number, from number `from` on; nothing at places
    /// that are kept for articles of which no capture is held.
    fn traces(&self, from: usize, take: Take<'_>) -> Result<()>;

    /// What grouping needs of the article of a number.
    fn trace(&self, number: usize) -> Result<Option<Packed>>;

    /// Names what grouping needs of the articles before number `before`: another name whenever
    /// any of it is another. Takes no more time where there are many before.
    fn seen(&self, before: usize) -> Result<String>;

    /// Stories in short, the latest first and then by id, after `skip` others.
    fn stories(&self, skip: usize, most: usize) -> Result<Vec<StoryRow>>;

    /// Names what each story was told from, by id.
    fn made_of(&self) -> Result<Vec<(StoryId, Digest)>>;

    /// Names the state of the stories: another one whenever a story was told, in no more time
    /// where there are many.
    fn state(&self) -> Result<String>;

    /// A story in short.
    fn story(&self, id: StoryId) -> Result<Option<StoryRow>>;

    /// The names of stories that went into others, and into which, by the former.
    fn aliases(&self) -> Result<Vec<(StoryId, StoryId)>>;

    /// What is kept under an id.
    fn kept(&self, what: Kept, id: Digest) -> Result<Option<Packed>>;

    /// Everything of a kind that is kept, by id.
    fn each(&self, what: Kept, take: Take<'_>) -> Result<()>;

    /// The ids of a kind from `low` to `high`, both included, in order.
    fn named(&self, what: Kept, low: Digest, high: Digest) -> Result<Vec<Digest>>;

    /// All decisions, by number.
    fn decisions(&self) -> Result<Vec<Taken>>;

    /// What was forgotten, by number.
    fn tombstones(&self) -> Result<Vec<Tombstone>>;

    /// The first tombstone of a payload that was not taken in again.
    fn tombstone_of(&self, payload: Digest) -> Result<Option<Tombstone>>;

    /// Tombstones of captures that are still held, by number.
    fn half_forgotten(&self) -> Result<Vec<Tombstone>>;

    /// Articles that are one story in any case, each with a name for it, by article.
    fn bonds(&self) -> Result<Vec<(ArticleId, StoryId)>>;

    /// Places in the order of articles that are kept for articles of which no capture is held.
    fn vacancies(&self) -> Result<Vec<(usize, ArticleId)>>;

    /// Where the captures of an article lie, by number.
    fn places_of(&self, article: ArticleId) -> Result<Vec<Place>>;

    /// The article that was read in each capture, if any, by the capture's number.
    fn readings(&self) -> Result<Vec<(u64, Option<ArticleId>)>>;

    /// The story that each article is in, by article.
    fn members(&self) -> Result<Vec<(ArticleId, StoryId)>>;

    /// When each article was published, in seconds since 1970, by article.
    fn published(&self) -> Result<Vec<(ArticleId, Option<i64>)>>;

    /// What is not as it was written, each with its place.
    fn damages(&self) -> Vec<String>;

    /// Writes everything, as of one moment, into the new file `file`, from which the same
    /// kind of database can be opened. Others may write meanwhile.
    fn copy(&self, file: &Path) -> Result<()>;
}

/// A database as the one writer sees it.
///
/// Every method does all of its work or, where it fails or the process dies, none.
pub trait Store: View {
    /// This, for those who only read.
    fn view(&self) -> &dyn View;

    /// Writes down something under a name, in place of what stood there.
    fn set_fact(&mut self, name: &str, value: &str) -> Result<()>;

    /// Keeps what was read in captures. A place that is known stays as it is; an article
    /// that is known keeps its number, what it copies and its traces; one that comes to a
    /// vacant place has it.
    fn keep(&mut self, batch: &Batch) -> Result<()>;

    /// Forgets the stories in `gone`, keeps those that `tell` gives until it gives none, each
    /// in place of the one of its name, and has `aliases` for all there are.
    fn tell(
        &mut self,
        tell: Tell<'_>,
        gone: &[StoryId],
        aliases: &[(StoryId, StoryId)],
    ) -> Result<()>;

    /// Writes down a decision; gives its number, from 1. One that undoes what does not
    /// stand is not taken.
    fn decide(&mut self, decision: &Decision, who: &str, at: Timestamp) -> Result<Option<u64>>;

    /// Writes down, so that a power cut does not undo it, which captures are to be forgotten, for
    /// good with `bonds`; names the heir of each.
    fn intend(&mut self, stones: &[Tombstone], bonds: &[(ArticleId, StoryId)]) -> Result<()>;

    /// Deletes what is held of captures, their articles and the stories these are in; leaves
    /// the places of the articles vacant.
    fn remove(&mut self, stones: &[Tombstone]) -> Result<()>;

    /// Leaves no byte of what was deleted; false where a reader still needs it.
    fn sweep(&mut self) -> Result<bool>;

    /// Changes of which article others are copies.
    fn set_copies(&mut self, copies: &[(ArticleId, Option<ArticleId>)]) -> Result<()>;

    /// Forgets what can be made again from captures: readings, articles, stories and aliases.
    fn forget_derived(&mut self) -> Result<()>;
}

/// The digest that an article is kept under.
pub(crate) fn of_article(id: ArticleId) -> Digest {
    Digest::from(*id.as_bytes())
}

/// The digest that a story is kept under.
pub(crate) fn of_story(id: StoryId) -> Digest {
    Digest::from(*id.as_bytes())
}
