//! What the database holds, as values.

use crate::{packed::Packed, place::Place};
use jiff::Timestamp;
use parallax_model::{ArticleId, Digest, Fold, ReadArticle, StoryId, ToldStory};
use serde::{Deserialize, Serialize};

/// How much is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Captures.
    pub captures: u64,
    /// Captures that were forgotten.
    pub forgotten: u64,
    /// Captures with no article on them.
    pub refused: u64,
    /// Articles; revisions of one count once.
    pub articles: u64,
    /// Articles that are in no story yet.
    pub waiting: u64,
    /// Stories.
    pub stories: u64,
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
    /// Places in the order of articles that are kept for articles of which no capture is held.
    pub vacant: Vec<(usize, ArticleId)>,
}

/// An article as it was read, to be kept.
#[derive(Clone, Debug)]
pub struct NewArticle {
    /// It in short.
    pub row: ArticleRow,
    /// The earliest moment at which it can have been published, in seconds since 1970.
    pub published: Option<i64>,
    /// Its language, by BCP 47.
    pub language: String,
    /// Its headline.
    pub headline: String,
    /// The article itself.
    pub record: Packed,
    /// What grouping needs of it.
    pub traces: Packed,
}

impl NewArticle {
    /// An article as it was read, not [met](Self::met) yet.
    pub fn new(read: &ReadArticle, traces: Packed) -> Self {
        let article = &read.article;
        let outlet = article.outlet.shown().map(str::to_owned);
        Self {
            row: ArticleRow { id: article.id, number: 0, capture: 0, copy_of: None, outlet },
            published: article.published_at().map(Timestamp::as_second),
            language: article.language.clone(),
            headline: article.headline_words().to_owned(),
            record: Packed::of(read),
            traces,
        }
    }

    /// The same, first met after `number` others, read in `capture`.
    #[must_use]
    pub fn met(self, number: usize, capture: u64, copy_of: Option<ArticleId>) -> Self {
        Self { row: ArticleRow { number, capture, copy_of, ..self.row }, ..self }
    }
}

/// One article, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleRow {
    /// Its name.
    pub id: ArticleId,
    /// How many articles were first met before it.
    pub number: usize,
    /// The number of the capture of its newest revision.
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

/// A story as it was told, to be kept.
#[derive(Clone, Debug)]
pub struct Told {
    /// Names what it was told from: alike for what was told from the same.
    pub made_of: Digest,
    /// It in short.
    pub row: StoryRow,
    /// Its articles.
    pub members: Vec<ArticleId>,
    /// The story and its comparison.
    pub telling: Packed,
}

impl Told {
    /// A story with its comparison, whose indices point into `articles`: by published, then
    /// id. `copies` has for each of them the place of the one whose copy it is, and what was
    /// done to the text.
    pub fn new(
        made_of: Digest,
        row: StoryRow,
        articles: Vec<ArticleId>,
        copies: Vec<(Option<usize>, Option<Fold>)>,
        told: ToldStory,
    ) -> Self {
        let members = articles.clone();
        Self { made_of, row, members, telling: Packed::of(&Telling { articles, copies, told }) }
    }
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
pub struct Telling {
    /// Its articles, by published, then id: indices in `told` point into this list.
    pub articles: Vec<ArticleId>,
    /// For each the place of the one whose copy it is, and what was done to the text.
    pub copies: Vec<(Option<usize>, Option<Fold>)>,
    /// The story and its comparison.
    pub told: ToldStory,
}
