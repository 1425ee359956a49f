//! What is different between two editions: as a story stood, and as it stands now.

use crate::Span;

/// What changed from one edition, the older, to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Stories in which something changed, by their place in the newer edition.
    pub stories: Vec<StoryChange>,
}

/// What changed in one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryChange {
    /// Index of the story in the newer edition.
    pub story: usize,
    /// Indices of the stories of the older edition whose articles it holds; none for a new one.
    pub was: Vec<usize>,
    /// Indices of articles that are new, in the newer edition.
    pub articles: Vec<usize>,
    /// Articles whose words were changed by their outlet.
    pub revisions: Vec<Revision>,
    /// Claims that are new or otherwise carried, as the newer edition orders them.
    pub claims: Vec<ClaimChange>,
    /// Differences that are new or have other values, as the newer edition orders them.
    pub differences: Vec<DifferenceChange>,
}

/// An article that its outlet printed anew with other words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Index of the article in the older edition.
    pub before: usize,
    /// Index of the article in the newer edition.
    pub after: usize,
    /// Headline, standfirst and sentences of the older text that are no longer there.
    pub taken_out: Vec<Span>,
    /// Those of the newer text that are new.
    pub put_in: Vec<Span>,
}

/// A claim that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimChange {
    /// Index of the claim in its story in the newer edition.
    pub claim: usize,
    /// The story and claim of the older edition that it was.
    pub was: Option<(usize, usize)>,
    /// What became of it.
    pub how: How,
}

/// What became of a claim or a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It was not there.
    New,
    /// One origin carried it, and another has joined it.
    SecondOrigin,
    /// More origins carry it than the two or more that did.
    MoreOrigins,
    /// Fewer origins carry it: an outlet took it out.
    FewerOrigins,
    /// Its values are others.
    OtherValues,
}

impl How {
    /// The contract's words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::SecondOrigin => "second origin",
            Self::MoreOrigins => "more origins",
            Self::FewerOrigins => "fewer origins",
            Self::OtherValues => "other values",
        }
    }
}

/// A difference that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferenceChange {
    /// Index of the difference in its story in the newer edition.
    pub difference: usize,
    /// The story and difference of the older edition that it was.
    pub was: Option<(usize, usize)>,
    /// What became of it.
    pub how: How,
}
