//! Places in a text and in a payload: two coordinate systems, two types.

use std::{fmt, ops::Range};

/// A non-empty, half-open range of bytes in one article's text.
///
/// Made only by [`SourcedText::span`](crate::SourcedText::span), which checks
/// that both ends lie in the text and on character boundaries. A `Span` is
/// meaningless beside any other text. Eight bytes; offsets are given and taken
/// as `usize` so that nobody outside this file converts them.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start: offset(start), end: offset(end) }
    }

    /// Byte offset of the first byte.
    pub fn start(self) -> usize {
        index(self.start)
    }

    /// Byte offset one past the last byte.
    pub fn end(self) -> usize {
        index(self.end)
    }

    /// Both offsets, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Length in bytes; never zero.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Why a range is not a [`Span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// The range holds no bytes.
    #[error("span {start}..{end} is empty")]
    Empty {
        /// First byte asked for.
        start: usize,
        /// One past the last byte asked for.
        end: usize,
    },
    /// The range ends after the text does.
    #[error("span ends at byte {end}, text at byte {len}")]
    PastEnd {
        /// One past the last byte asked for.
        end: usize,
        /// Length of the text, in bytes.
        len: usize,
    },
    /// An end of the range cuts a character in two.
    #[error("byte {at} is inside a character")]
    InsideChar {
        /// The offending offset.
        at: usize,
    },
}

/// A half-open range of bytes in a capture's payload, before decoding.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PayloadRange {
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset one past the last byte.
    pub end: usize,
}

impl PayloadRange {
    /// The range from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// The part of `text` at `range`, or nothing where the range does not fit.
///
/// The one way the rooms slice text: a range that runs past the end or cuts a
/// character is a mistake of ours, found by tests (debug builds panic) and
/// never a crash for a reader.
///
/// ```
/// assert_eq!(parallax_model::cut("Málaga", 0..3), "Má");
/// ```
#[inline]
pub fn cut(text: &str, range: Range<usize>) -> &str {
    let part = text.get(range.clone());
    debug_assert!(part.is_some(), "no text at {range:?}");
    part.unwrap_or_default()
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).expect("acquire refuses payloads of 4 GiB")
}

fn index(at: u32) -> usize {
    usize::try_from(at).expect("usize has at least 32 bits")
}
