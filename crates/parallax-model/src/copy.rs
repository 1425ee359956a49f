//! Copies of one text, and to which agency a text is credited.

use crate::Span;

/// Why an article is taken for a copy of its original.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// How it stands to the original.
    pub kind: CopyKind,
    /// Thousandths of its words that stand in the original, in runs of several words.
    pub held: u16,
    /// Thousandths of the original's words that stand in it.
    pub of_original: u16,
    /// Index of another copy to which kind and shares refer, where the original itself
    /// has too little in common with it.
    pub through: Option<usize>,
}

/// How a copy stands to its original.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyKind {
    /// The whole text and nothing else.
    Whole,
    /// The text with words or sentences changed.
    Edited,
    /// Half of the text or more, and nothing else.
    Cut,
    /// The whole text with something of its own.
    Extended,
    /// Less than half of the text.
    Excerpt,
}

impl CopyKind {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Edited => "edited",
            Self::Cut => "cut",
            Self::Extended => "extended",
            Self::Excerpt => "excerpt",
        }
    }
}

/// The agency to which an article is credited.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The agency, by the name it is shown by.
    pub agency: String,
    /// Where that was read.
    pub from: CreditFrom,
    /// The words, where they stand in the article's text.
    pub span: Option<Span>,
}

/// Where an agency's credit is printed.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CreditFrom {
    /// The line of credit that the page sets by its text.
    Credit,
    /// The dateline or the first words of the body.
    Dateline,
    /// The byline.
    Byline,
    /// A line of its own at either end of the body.
    Line,
}

impl CreditFrom {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Credit => "credit",
            Self::Dateline => "dateline",
            Self::Byline => "byline",
            Self::Line => "line",
        }
    }
}
