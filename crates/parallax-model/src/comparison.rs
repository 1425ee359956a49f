//! Where the accounts of one story agree and where they part.

use crate::{ClaimId, Correction, EntityKind, MediaTopic, Precision, Span, Stamp};

/// What the accounts of one story say, side by side.
///
/// Articles are indices into the edition's list.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The article whose headline stands for the story: the most central.
    pub headline: usize,
    /// When the main event happened.
    pub when: When,
    /// Where the main event happened, in an article's words.
    pub place: Option<String>,
    /// What it is about.
    pub topic: Option<MediaTopic>,
    /// Entities merged across articles, most widely named first.
    pub entities: Vec<StoryEntity>,
    /// What is told, most widely carried first.
    pub claims: Vec<Claim>,
    /// Where accounts say different things.
    pub differences: Vec<Difference>,
    /// Utterances, merged over articles.
    pub quotations: Vec<QuotationGroup>,
    /// What happened when, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Sentences that report an earlier report.
    pub earlier: Vec<Earlier>,
    /// What could not be compared, by article.
    pub not_compared: Vec<NotCompared>,
    /// What articles said in earlier revisions, and say no more or otherwise.
    pub corrections: Vec<Correction>,
}

/// When something happened, as TIMEX3 values.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// The first day, month or year.
    pub start: Option<String>,
    /// The last; equal to `start` for a single day.
    pub end: Option<String>,
}

/// One entity across the articles of a story.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryEntity {
    /// The fullest form of its name.
    pub name: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// Which entity of which article: `(article index, entity index)`, ascending.
    pub members: Vec<(usize, usize)>,
}

/// One thing the accounts can be compared on.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The claim's name.
    pub id: ClaimId,
    /// Index into `statements` of the most central, whose words stand for the claim.
    pub central: usize,
    /// Whether origins agree on it.
    pub status: ClaimStatus,
    /// What sort of claim it is.
    pub kind: ClaimKind,
    /// All who are said to say so, over its statements; empty when outlets say it themselves.
    pub attributed_to: Vec<String>,
    /// What carries it: never empty, by article (oldest first), then by place.
    pub statements: Vec<Statement>,
    /// How many independent origins carry it.
    pub origins: usize,
    /// Who had it first, among the captures.
    pub first: Option<First>,
    /// The origins of the story that do not carry it, in the story's order; `None` where they are too many to name.
    pub absent: Option<Vec<Absent>>,
}

/// Whether independent origins agree on a claim.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimStatus {
    /// Two or more independent origins carry it.
    Agreed,
    /// One origin carries it.
    Single,
    /// A [`Difference`] refers to it.
    Differs,
}

impl ClaimStatus {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Single => "single",
            Self::Differs => "differs",
        }
    }
}

/// Sorts of claim.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimKind {
    /// Something happened.
    Event,
    /// Someone said something.
    Statement,
    /// What came before or stands behind.
    Background,
}

impl ClaimKind {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Statement => "statement",
            Self::Background => "background",
        }
    }
}

/// An outlet's own words that carry a claim.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Index of the article.
    pub article: usize,
    /// Where in its text: a sentence or a part of one.
    pub span: Span,
    /// On whose word.
    pub voice: Voice,
    /// Who is said to say so.
    pub attributed_to: Option<String>,
    /// The older article of another origin whose words these are, nearly all of them and outside
    /// quotation marks.
    pub verbatim: Option<usize>,
}

/// On whose word a statement rests.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// The outlet's own.
    Outlet,
    /// A named person's.
    Speaker,
    /// A body's: a ministry, a company, a police force.
    Office,
    /// Someone who is not named.
    Unnamed,
    /// Another outlet's.
    Cited,
}

impl Voice {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Speaker => "speaker",
            Self::Office => "office",
            Self::Unnamed => "unnamed",
            Self::Cited => "cited",
        }
    }
}

/// An origin that does not carry a claim.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent {
    /// Index of the origin in its story.
    pub origin: usize,
    /// How its silence is to be read.
    pub why: Absence,
}

/// How the silence of an origin is to be read; only [`Absence::NotTold`] says that it could have told.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// An article of it came out after the claim had been published, and does not tell it.
    NotTold,
    /// All its articles came out before the claim was first published.
    NotKnownYet,
    /// A sentence of it is near what the claim tells, and may tell it otherwise.
    PerhapsTold,
    /// The times, as precise as they are, do not say which was first.
    TimesUnclear,
    /// Its articles could not be compared with those that tell it.
    NotCompared,
}

impl Absence {
    /// The contract's words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotTold => "not told",
            Self::NotKnownYet => "not known yet",
            Self::PerhapsTold => "perhaps told",
            Self::TimesUnclear => "times unclear",
            Self::NotCompared => "not compared",
        }
    }
}

/// Sentences of an article that could not be set beside those of other origins.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCompared {
    /// Index of the article.
    pub article: usize,
    /// Why not.
    pub why: Unalike,
    /// How many of its sentences, from its end; all of them where it has no more.
    pub sentences: usize,
}

/// Why sentences could not be set beside others.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unalike {
    /// No other origin tells in its language, nor in one it can be aligned with.
    Language,
    /// It has no sentence of some words.
    TooShort,
    /// They come after as many sentences as are compared.
    TooLong,
    /// The story has more articles, or more sentences, than are compared.
    TooLarge,
}

impl Unalike {
    /// The contract's words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::TooShort => "too short",
            Self::TooLong => "article too long",
            Self::TooLarge => "story too large",
        }
    }
}

/// Who had a claim first.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct First {
    /// Index of the article.
    pub article: usize,
    /// Its publication time.
    pub published: Stamp,
}

/// Accounts that say different things of the same.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// What sort of difference it is.
    pub nature: Nature,
    /// Index of the claim it is about.
    pub claim: Option<usize>,
    /// Which words of an article say what it is about: `(article index, span)`.
    pub about: (usize, Span),
    /// The values: two or more, from different articles.
    pub values: Vec<DifferenceValue>,
}

/// What differs.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// A number or amount.
    Number,
    /// A day, month or year.
    Date,
    /// A name.
    Name,
    /// The words of a quotation.
    Quotation,
    /// A framing word.
    Wording,
    /// Whether it is so.
    Negation,
    /// Who is said to say so.
    Attribution,
}

impl DifferenceKind {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Quotation => "quotation",
            Self::Wording => "wording",
            Self::Negation => "negation",
            Self::Attribution => "attribution",
        }
    }
}

/// Sorts of difference; only a conflict says that both cannot be so.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// A later account revises an earlier one.
    Update,
    /// They speak of different quantities or scopes.
    Scope,
    /// Both cannot be so.
    Conflict,
    /// Framing words, or a quotation with changed words.
    Wording,
}

impl Nature {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Scope => "scope",
            Self::Conflict => "conflict",
            Self::Wording => "wording",
        }
    }
}

/// One side of a difference, in an outlet's own words.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceValue {
    /// Index of the article.
    pub article: usize,
    /// The words that differ.
    pub span: Span,
}

/// One utterance as several articles give it.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationGroup {
    /// Who said it.
    pub speaker_name: Option<String>,
    /// Index into `variants` of the fullest wording.
    pub fullest: usize,
    /// The wordings; never empty, by article (oldest first), then by place.
    pub variants: Vec<QuotationVariant>,
}

/// One wording of an utterance.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotationVariant {
    /// Index of the article.
    pub article: usize,
    /// The quoted words.
    pub span: Span,
}

/// Something that happened on a day, in a month or a year.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// TIMEX3 value.
    pub value: String,
    /// How exact it is.
    pub precision: Precision,
    /// The sentence that tells it: `(article index, span)`.
    pub text: (usize, Span),
    /// Index of the claim.
    pub claim: Option<usize>,
    /// Indices of the articles that tell it, ascending.
    pub articles: Vec<usize>,
}

/// A sentence that reports an earlier report: `Earlier, … reported …`.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Index of the article.
    pub article: usize,
    /// The sentence.
    pub span: Span,
    /// Index of the linked earlier story in the edition, where it is known.
    pub story: Option<usize>,
}
