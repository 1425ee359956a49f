//! What an outlet changed in an article it had printed.

use crate::{Digest, Span};

/// What is different between two revisions of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revised {
    /// Lines that were altered or put in, in the order of the newer text; then those that were
    /// withdrawn, in the order of the older.
    pub alterations: Vec<Alteration>,
    /// Lines in which case, marks and spaces alone are others.
    pub dressed: usize,
}

impl Revised {
    /// Whether something changed that a reader should know of.
    pub fn is_substantive(&self) -> bool {
        self.alterations.iter().any(Alteration::is_substantive)
    }
}

/// A headline, standfirst or sentence that is another than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// Where it stands in the older text; none where it is new.
    pub before: Option<Span>,
    /// Where it stands in the newer text; none where it was withdrawn.
    pub after: Option<Span>,
    /// What the change is about, in the order of [`About`].
    pub about: Vec<About>,
    /// The words that differ: in the older text, and what stands in their place in the newer.
    pub words: Vec<(Option<Span>, Option<Span>)>,
}

impl Alteration {
    /// Whether it is more than a turn of phrase or furniture.
    pub fn is_substantive(&self) -> bool {
        self.about.iter().any(|about| about.is_substantive())
    }

    /// Whether what was said is said no more, or otherwise: not only more or in other words.
    pub fn takes_back(&self) -> bool {
        let other = |about: &About| !matches!(about, About::Added | About::Wording);
        self.before.is_some()
            && self.about.iter().any(|about| about.is_substantive() && other(about))
    }
}

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// A sentence is there no more.
    Withdrawn,
    /// A sentence is new.
    Added,
    /// A figure.
    Number,
    /// A date.
    Date,
    /// A name.
    Name,
    /// Words in quotation marks.
    Quotation,
    /// Something is denied that was not, or no longer.
    Negation,
    /// Words of content.
    Wording,
    /// Words that only join others, or the way they are written.
    Style,
    /// Teasers, links and other furniture of the page.
    Furniture,
}

impl About {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Added => "added",
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Quotation => "quotation",
            Self::Negation => "negation",
            Self::Wording => "wording",
            Self::Style => "style",
            Self::Furniture => "furniture",
        }
    }

    /// Whether a reader should know of it.
    pub const fn is_substantive(self) -> bool {
        !matches!(self, Self::Style | Self::Furniture)
    }
}

/// Something that an article of a story said in an earlier revision, and says no more or
/// otherwise.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The article, which is held in its newest revision.
    pub article: usize,
    /// SHA-256 of the payload of the earlier revision.
    pub payload: Digest,
    /// What it said there.
    pub text: String,
    /// Where that stands in its text.
    pub span: Span,
    /// What it says now in its place; none where it was withdrawn.
    pub now: Option<Span>,
    /// The claim that this belongs to or, of what was withdrawn, the one that others still
    /// make in the same words.
    pub claim: Option<usize>,
    /// What the change is about, by the contract's words.
    pub about: Vec<String>,
}
