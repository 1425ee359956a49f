//! Remarks on odd input.

use crate::Span;
use std::fmt;

/// A value, and what was odd about making it.
///
/// Pages from the open web are always a little broken. The pure rooms never
/// fail on one: they return the best value they can and say what they noticed.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Noted<T> {
    /// The best we could do.
    pub value: T,
    /// What we noticed, in the order we noticed it.
    pub notes: Vec<Note>,
}

impl<T> Noted<T> {
    /// A value about which nothing was odd.
    pub const fn plain(value: T) -> Self {
        Self { value, notes: Vec::new() }
    }

    /// Keeps the value and moves the notes to `log`.
    ///
    /// ```
    /// use parallax_model::{Note, NoteKind, Noted};
    ///
    /// let note = Note { kind: NoteKind::HeadlineFromTitle, span: None };
    /// let mut log = Vec::new();
    /// let headline = Noted { value: "Fire at harbour", notes: vec![note] }.into_value(&mut log);
    /// assert_eq!(headline, "Fire at harbour");
    /// assert_eq!(log, [note]);
    /// ```
    pub fn into_value(self, log: &mut Vec<Note>) -> T {
        log.extend(self.notes);
        self.value
    }
}

/// One remark. Stored beside the value, shown to the person reading the log.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// What was odd.
    pub kind: NoteKind,
    /// Where, if it was somewhere in the text.
    pub span: Option<Span>,
}

/// What can be odd.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum NoteKind {
    /// The page declares one character encoding and is written in another.
    EncodingDisagrees,
    /// Some bytes are not text in any encoding we know; they were replaced.
    BytesReplaced,
    /// No headline in the usual places; the `<title>` stood in.
    HeadlineFromTitle,
    /// Structured data that does not parse was passed over.
    StructuredDataBroken,
    /// The publication time is later than the capture.
    PublishedAfterCapture,
    /// Nothing on the page says when it was published.
    NoDate,
    /// A quotation opens and never closes.
    QuotationUnclosed,
    /// The article is in a language that is not compared yet.
    LanguageNotCompared,
    /// The page is larger than we read; the rest was left out.
    PageCutShort,
    /// The outlet keeps the article, or the rest of it, for those who pay.
    BehindPaywall,
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EncodingDisagrees => "declared encoding disagrees with the bytes",
            Self::BytesReplaced => "some bytes are not text in the page's encoding",
            Self::HeadlineFromTitle => "no headline found, used <title>",
            Self::StructuredDataBroken => "structured data does not parse",
            Self::PublishedAfterCapture => "published after it was captured",
            Self::NoDate => "no publication date found",
            Self::QuotationUnclosed => "quotation opens and never closes",
            Self::LanguageNotCompared => "not compared: language",
            Self::BehindPaywall => "behind a paywall, the text may be only its beginning",
            Self::PageCutShort => "page too large, the rest was left out",
        })
    }
}
