//! What the database holds, as values.

use crate::place::Place;
use parallax_model::{ArticleId, CaptureId, Digest, Fold, ReadArticle, StoryId, ToldStory};
use rusqlite::Row;
use serde::{Deserialize, Serialize};

/// One article, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its name.
    pub id: ArticleId,
    /// How many articles were first met before it.
    pub number: usize,
    /// The capture of its newest revision.
    pub capture: u64,
    /// The article whose copy it is.
    pub copy_of: Option<ArticleId>,
    /// Its outlet, by name or else by domain.
    pub outlet: Option<String>,
}

/// One story, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryRow {
    /// Its name.
    pub id: StoryId,
    /// When its first and last articles were published, in seconds since 1970.
    pub first: Option<i64>,
    /// The same of the last.
    pub last: Option<i64>,
    /// How many articles it has.
    pub articles: usize,
    /// How many outlets carry it.
    pub outlets: usize,
    /// How many tellings are independent.
    pub origins: usize,
    /// Its topic, as a code of IPTC Media Topics.
    pub topic: Option<String>,
    /// The languages it is told in, by BCP 47, separated by spaces.
    pub languages: String,
    /// The headline of its most central article.
    pub headline: String,
}

/// A story as it was told, with its articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptStory {
    /// Its articles, by published, then id: indices in `told` point into this list.
    pub articles: Vec<ReadArticle>,
    /// The story and its comparison.
    pub told: ToldStory,
}

/// What is kept of a story beside its articles.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Telling {
    pub(crate) articles: Vec<ArticleId>,
    pub(crate) copies: Vec<(Option<usize>, Option<Fold>)>,
    pub(crate) told: ToldStory,
}

/// An id column of a row.
pub(crate) fn id_at<T: From<Digest>>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let bytes: [u8; 32] = row.get(column)?;
    Ok(Digest::from(bytes).into())
}

/// An id column that may be empty.
pub(crate) fn id_if_any<T: From<Digest>>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>> {
    let bytes: Option<[u8; 32]> = row.get(at)?;
    Ok(bytes.map(|bytes| Digest::from(bytes).into()))
}

/// A row of `capture`.
pub(crate) fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
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
