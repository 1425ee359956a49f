//! What the pages ask of the archive: values of the model, and small ones of our own.

use crate::{Narrowing, Way, facts::OutletFacts};
use jiff::Timestamp;
use parallax_model::{
    ClaimId, ClaimStatus, Comparison, Digest, Edition, EntityKind, Explanation, MayShow,
    MediaTopic, ReadArticle, Revised, Span, StoryId, Why,
};
use parallax_publish::{Generator, telling::Telling};
use std::{collections::BTreeMap, ops::Range, sync::Arc};

/// Why the archive did not answer, for a person to read: what was refused and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble(pub String);

/// What an archive answers.
pub type Told<T> = Result<T, Trouble>;

/// An archive, as the pages see it.
pub trait Library: Sync {
    /// How the archive stands.
    fn standing(&self) -> Told<Standing>;

    /// What may be shown of whom.
    fn may_show(&self) -> Told<Arc<MayShow>>;

    /// What a person wrote down of outlets.
    fn facts(&self) -> Told<Arc<OutletFacts>>;

    /// Stories that fit, the latest first, `skip` of them passed over.
    fn stories(&self, narrowing: &Narrowing, skip: usize, most: usize) -> Told<Listing>;

    /// The story whose name begins with `digits`, alone and tied to others; as it stood. What put
    /// its articles together need not be in it.
    fn story(&self, digits: &str, as_of: Option<Timestamp>) -> Told<Sought<Arc<Edition>>>;

    /// A story of [`Library::story`], which it tells alone, arranged to be read.
    fn telling(&self, edition: &Arc<Edition>) -> Arc<Telling> {
        let told = edition.stories.first();
        Arc::new(told.map(|told| Telling::of(edition, told)).unwrap_or_default())
    }

    /// The same story with all that was read of its articles, as it is passed on.
    fn whole(&self, digits: &str, as_of: Option<Timestamp>) -> Told<Sought<Arc<Edition>>> {
        self.story(digits, as_of)
    }

    /// What put some articles of a story, by their places in its edition, beside the others.
    fn beside(&self, edition: &Edition, articles: &[usize]) -> Told<Vec<Why>>;

    /// Why the comparison of a story says what it says.
    fn reasons(&self, story: StoryId) -> Told<Arc<Explanation>>;

    /// What became of a story, the latest first.
    fn log(&self, story: StoryId) -> Told<Vec<Event>>;

    /// The article whose name begins with `digits`.
    fn article(&self, digits: &str) -> Told<Sought<Held>>;

    /// The bytes of a capture, by the article's digits and the number of the revision, from 1.
    fn capture(&self, digits: &str, number: usize) -> Told<Sought<Captured>>;

    /// What is found.
    fn search(&self, way: &Way, skip: usize, most: usize) -> Told<Result<Findings, Misunderstood>>;

    /// All outlets, those of most articles first.
    fn outlets(&self) -> Told<Arc<Vec<OutletRow>>>;

    /// One outlet, by its name, with its stories, `skip` of them passed over.
    fn outlet(&self, name: &str, skip: usize, most: usize) -> Told<Option<OutletPage>>;

    /// A person, an organization or a place, by its name, with the stories that name it, `skip` of
    /// them passed over.
    fn named(
        &self,
        kind: EntityKind,
        name: &str,
        skip: usize,
        most: usize,
    ) -> Told<Option<NamedPage>>;

    /// Where articles come from, as it is at this moment.
    fn sources(&self) -> Told<Vec<Source>>;
}

/// Something that was looked for by the digits its name begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought<T> {
    /// It.
    Here(T),
    /// It goes by another name now, or was asked for by too many or too few digits.
    Moved(String),
    /// It was there and was taken away: when and why.
    Gone(Timestamp, String),
    /// Several names begin so.
    Several(usize),
    /// A story that is none any more: what became of the article it was founded by.
    Dissolved(Box<Founder>),
    /// Nothing was known of it at the moment asked for.
    NotYet,
    /// There is no such thing.
    Missing,
}

/// When something became known, no more exact than it is told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// The moment; where only a day, a month or a year is told, its end.
    pub at: Timestamp,
    /// That day, month or year: `2027-03-12`, `2027-03`, `2027`.
    pub day: Option<String>,
}

impl From<Timestamp> for Known {
    fn from(at: Timestamp) -> Self {
        Self { at, day: None }
    }
}

/// How the archive stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What the state of the archive is called: another name whenever a story was told.
    pub state: String,
    /// When the newest capture was taken, else the newest article published.
    pub as_of: Option<Known>,
    /// Captures.
    pub captures: usize,
    /// Captures in which no article was found.
    pub refused: usize,
    /// Captures that were forgotten.
    pub forgotten: usize,
    /// Articles.
    pub articles: usize,
    /// Stories.
    pub stories: usize,
    /// Outlets.
    pub outlets: usize,
    /// Sources that are watched.
    pub watched: usize,
    /// Sources that fail.
    pub failing: usize,
    /// By what all was made.
    pub generator: Generator,
}

/// A part of a list of stories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// How many fit.
    pub total: usize,
    /// Those asked for.
    pub stories: Vec<Glance>,
    /// How all that fit fall into topics, the most frequent first.
    pub topics: Vec<(MediaTopic, usize)>,
    /// How they fall into languages, by BCP 47.
    pub languages: Vec<(String, usize)>,
    /// Places that are named in most.
    pub places: Vec<(String, usize)>,
    /// Countries of outlets that carry them, by ISO 3166, as far as they are known.
    pub countries: Vec<(String, usize)>,
    /// Sorts of outlets that carry them, as far as they are known.
    pub kinds: Vec<(String, usize)>,
}

/// A story at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// Its name.
    pub id: StoryId,
    /// The headline of its most central article.
    pub headline: String,
    /// The language of that headline.
    pub language: String,
    /// The outlet whose headline it is.
    pub outlet: String,
    /// What it is about.
    pub topic: Option<MediaTopic>,
    /// Languages it is told in, by BCP 47.
    pub languages: Vec<String>,
    /// How many articles.
    pub articles: usize,
    /// How many outlets.
    pub outlets: usize,
    /// How many independent tellings.
    pub origins: usize,
    /// How many claims two origins or more carry.
    pub agreed: usize,
    /// How many differences.
    pub differing: usize,
    /// How many of them are conflicts.
    pub conflicts: usize,
    /// How many claims one origin alone carries.
    pub single: usize,
    /// When its articles were published, in seconds since 1970, oldest first.
    pub times: Vec<i64>,
    /// What became known last.
    pub latest: Option<Latest>,
    /// Whether a person starred it.
    pub starred: bool,
}

/// What became known of a story last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latest {
    /// When.
    pub at: Known,
    /// The outlet.
    pub outlet: String,
    /// What.
    pub what: LatestKind,
}

/// Kinds of what becomes known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LatestKind {
    /// An article came.
    Article,
    /// An article was changed by its outlet.
    Revision,
}

/// Something that became of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it became known; none where the captures do not say.
    pub at: Option<Known>,
    /// What.
    pub what: EventKind,
}

/// Kinds of what becomes of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// An article came: its digits, outlet, headline and language.
    Article {
        /// Digits of its name.
        id: String,
        /// Its outlet.
        outlet: String,
        /// Its headline.
        headline: String,
        /// The language of the headline.
        language: String,
        /// Whether it is a copy of another.
        copy: bool,
    },
    /// An outlet changed an article.
    Revision(Box<Change>),
    /// A person decided something: who, and what in the words of the archive.
    Decision {
        /// Who.
        who: String,
        /// What.
        what: Decided,
        /// Whether it was taken back.
        undone: bool,
    },
}

/// What a person decides of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Another story went into it.
    Merge,
    /// It was made of articles of another.
    Split,
    /// An article was moved into it.
    Move,
    /// It was starred.
    Star,
    /// A remark.
    Note(String),
}

/// A change of an article from one revision to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The older.
    pub before: ReadArticle,
    /// The newer.
    pub after: ReadArticle,
    /// What is different.
    pub revised: Revised,
}

/// An article that a story is named after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founder {
    /// It, in its newest revision.
    pub read: ReadArticle,
    /// The story it is in now, if it is in one, and its headline.
    pub story: Option<(StoryId, String)>,
}

/// An article that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// It, in its newest revision.
    pub read: Arc<ReadArticle>,
    /// The story it is in.
    pub story: Option<InStory>,
    /// All revisions, the oldest first: when each was captured and the hash of its payload.
    pub revisions: Vec<(Option<Timestamp>, Digest)>,
    /// What changed from one to the next.
    pub changes: Vec<Change>,
}

/// The story that an article is in, and what it cites of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InStory {
    /// Its name.
    pub id: StoryId,
    /// Its headline.
    pub headline: String,
    /// What its claims cite of the article, in the order of the text.
    pub cited: Vec<Citing>,
    /// The article whose copy it is.
    pub copied: Option<Arc<ReadArticle>>,
}

/// Words of an article that a claim cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citing {
    /// The words.
    pub span: Span,
    /// The first claim that cites them.
    pub claim: ClaimId,
    /// How far the accounts agree on it.
    pub status: ClaimStatus,
}

impl Citing {
    /// What the claims of a comparison cite of each of so many articles, in the order of the text.
    pub fn of(comparison: &Comparison, articles: usize) -> Vec<Vec<Self>> {
        let mut cited: Vec<BTreeMap<Span, Self>> = vec![BTreeMap::new(); articles];
        for claim in &comparison.claims {
            for words in &claim.statements {
                let Some(own) = cited.get_mut(words.article) else { continue };
                let (span, status) = (words.span, claim.status);
                own.entry(span).or_insert(Self { span, claim: claim.id, status });
            }
        }
        cited.into_iter().map(|own| own.into_values().collect()).collect()
    }
}

/// The bytes that were captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    /// The article they hold.
    pub read: Arc<ReadArticle>,
    /// They.
    pub payload: Vec<u8>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// How many articles.
    pub articles: usize,
    /// How many stories they are in, among those that were looked through.
    pub stories: usize,
    /// Stories, the best first.
    pub found: Vec<FoundStory>,
    /// How all fall into outlets.
    pub outlets: Vec<(String, usize)>,
    /// How they fall into languages, by BCP 47.
    pub languages: Vec<(String, usize)>,
    /// How they fall into topics, by code.
    pub topics: Vec<(String, usize)>,
}

/// A story in which something was found.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundStory {
    /// The story.
    pub glance: Glance,
    /// How many of its articles fit.
    pub fitting: usize,
    /// The first of them, each with the passages that fit and the words in them.
    pub articles: Vec<(ReadArticle, Vec<Passage>)>,
}

/// A passage of an article.
pub type Passage = (Span, Vec<Span>);

/// A question that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misunderstood {
    /// Where in the question.
    pub at: Range<usize>,
    /// Why, in English.
    pub what: String,
}

/// An outlet in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletRow {
    /// Its name.
    pub name: String,
    /// The host of its pages.
    pub domain: Option<String>,
    /// How many articles.
    pub articles: usize,
    /// How many of them are copies of others'.
    pub copies: usize,
    /// In how many stories.
    pub stories: usize,
    /// How many claims that others carry too it had first.
    pub first: usize,
    /// How many claims it alone carried, in stories of several origins.
    pub alone: usize,
    /// How many things it took back in later revisions.
    pub corrected: usize,
    /// Languages it is written in, by BCP 47.
    pub languages: Vec<String>,
}

/// An outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletPage {
    /// It in short.
    pub row: OutletRow,
    /// Where its name was read, by the contract's words, with how many articles say so.
    pub named_from: Vec<(String, usize)>,
    /// Those of its stories that were asked for, the latest first.
    pub stories: Vec<Glance>,
}

/// A person, an organization or a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPage {
    /// In how many stories.
    pub total: usize,
    /// Those of them that were asked for, the latest first.
    pub stories: Vec<Glance>,
    /// The same as editions of one story each: what it said stands in them.
    pub said: Vec<Arc<Edition>>,
    /// Others that are named with it, in most stories first.
    pub beside: Vec<(EntityKind, String, usize)>,
}

/// A source that is watched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Its address.
    pub address: String,
    /// When it was asked last.
    pub asked: Option<Timestamp>,
    /// When it is to be asked next.
    pub due: Option<Timestamp>,
    /// How often in a row it failed.
    pub failures: usize,
    /// Why it failed last, in English.
    pub fault: Option<String>,
}
