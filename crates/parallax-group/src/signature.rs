//! Everything grouping needs of one article, made from that article alone.
//!
//! A signature knows nothing of other articles, so any number of them can be made
//! at once; how rare its terms are is the business of [`rarity`](crate::rarity).

mod figures;
#[cfg(feature = "serde")]
mod kept_language;
mod terms;
mod tokens;

pub(crate) use terms::Term;

use crate::{embedding::Embedding, origins};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use parallax_language::Language;
use parallax_model::{Article, ArticleId, cut};
use xxhash_rust::xxh3::xxh3_64;

/// Bytes of headline and lead that say in short what an article is about: some
/// hundred words or word pieces, after which an encoder gains little.
const BRIEF: usize = 500;

/// The tag of a language.
type Tag = &'static str;

/// What an article is to grouping.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    pub(crate) id: ArticleId,
    pub(crate) moment: Option<Timestamp>,
    /// Days since 1970 of the day of publication.
    pub(crate) day: Option<i64>,
    /// BCP 47 language without script.
    #[cfg_attr(feature = "serde", serde(with = "kept_language"))]
    pub(crate) language: Tag,
    /// Names the outlet, where one is known.
    pub(crate) outlet: Option<u64>,
    /// Terms of its own language, by key.
    pub(crate) words: Vec<Term>,
    /// Terms that look the same in every language, by key: names and numbers.
    pub(crate) neutral: Vec<Term>,
    /// Of both, those of headline and standfirst, by key.
    pub(crate) title: Vec<Term>,
    /// Figures that are hardly told of two events, by key.
    pub(crate) figures: Vec<u32>,
    /// How the heaviest names and numbers are written.
    pub(crate) spelled: Vec<(u32, Box<str>)>,
    pub(crate) embedding: Option<Embedding>,
}

impl Signature {
    /// Reads `article`.
    pub fn of(article: &Article) -> Self {
        let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
        let terms = terms::read(article, language);
        let stamp = article.published.as_ref();
        Self {
            id: article.id,
            moment: article.published_at(),
            day: stamp.and_then(|stamp| day_number(stamp.day()?)),
            language: language.primary(),
            outlet: origins::outlet_key(article).map(|key| xxh3_64(key.as_bytes())),
            words: terms.words,
            neutral: terms.neutral,
            title: terms.title,
            figures: figures::read(article, language),
            spelled: terms.spelled,
            embedding: None,
        }
    }

    /// What stands in the place of an article that is held no more: it is like no other.
    ///
    /// ```
    /// use parallax_group::{Signature, Stream};
    /// use parallax_model::{Article, Digest, Story};
    ///
    /// let article = Article::name(Some("https://quay.example/a"), None, Digest::of(b"a"));
    /// let mut stream = Stream::new();
    /// assert_eq!(stream.admit(Signature::vacant(article)), Story::name(article));
    /// ```
    pub fn vacant(id: ArticleId) -> Self {
        Self {
            id,
            moment: None,
            day: None,
            language: Language::UNKNOWN.primary(),
            outlet: None,
            words: Vec::new(),
            neutral: Vec::new(),
            title: Vec::new(),
            figures: Vec::new(),
            spelled: Vec::new(),
            embedding: None,
        }
    }

    /// The words whose meaning a sentence encoder is asked for: the headline and
    /// what follows it, 500 bytes or little more.
    pub fn brief(article: &Article) -> &str {
        let text = article.text.as_str();
        let end = (BRIEF..text.len()).find(|&at| text.is_char_boundary(at));
        cut(text, 0..end.unwrap_or(text.len()))
    }

    /// The same with what an encoder makes of the article's [`brief`](Self::brief).
    ///
    /// All articles of a stream are read by one encoder. An embedding of zeros is none.
    #[must_use]
    pub fn with_embedding(mut self, embedding: &[i8]) -> Self {
        self.embedding = Embedding::of(embedding);
        self
    }

    /// The article's id.
    pub fn id(&self) -> ArticleId {
        self.id
    }
}

#[cfg(test)]
impl Signature {
    /// An article without a date or an outlet, whose words, names and headline are all `terms`.
    pub(crate) fn of_terms(id: ArticleId, terms: Vec<Term>) -> Self {
        Self {
            id,
            moment: None,
            day: None,
            language: "en",
            outlet: None,
            words: terms.clone(),
            neutral: terms.clone(),
            title: terms,
            figures: Vec::new(),
            spelled: Vec::new(),
            embedding: None,
        }
    }
}

fn day_number(date: Date) -> Option<i64> {
    let midnight = date.to_zoned(TimeZone::UTC).ok()?;
    Some(midnight.timestamp().as_second().div_euclid(86_400))
}
