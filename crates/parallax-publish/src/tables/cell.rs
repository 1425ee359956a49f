//! What stands in a table.

use jiff::Timestamp;
use parallax_model::Span;
use std::borrow::Cow;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Of which kind its cells are.
    pub kind: Kind,
    /// What they mean.
    pub means: &'static str,
}

/// Kinds of column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words that come from a page.
    Words,
    /// An id, a code or a word of ours.
    Name,
    /// A whole number.
    Whole,
    /// Whether it is so.
    Flag,
    /// A moment, in UTC.
    Moment,
}

/// One cell; what is not known is [`Empty`](Self::Empty).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words that come from a page.
    Words(Cow<'a, str>),
    /// An id, a code or a word of ours.
    Name(Cow<'a, str>),
    /// A whole number.
    Whole(i64),
    /// Whether it is so.
    Flag(bool),
    /// A moment.
    Moment(Timestamp),
}

pub(super) const fn words(name: &'static str, means: &'static str) -> Column {
    Column { name, kind: Kind::Words, means }
}

pub(super) const fn name(name: &'static str, means: &'static str) -> Column {
    Column { name, kind: Kind::Name, means }
}

pub(super) const fn whole(name: &'static str, means: &'static str) -> Column {
    Column { name, kind: Kind::Whole, means }
}

pub(super) const fn flag(name: &'static str, means: &'static str) -> Column {
    Column { name, kind: Kind::Flag, means }
}

pub(super) const fn moment(name: &'static str, means: &'static str) -> Column {
    Column { name, kind: Kind::Moment, means }
}

impl<'a> Cell<'a> {
    pub(super) fn words(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }

    pub(super) fn words_if(words: Option<&'a str>) -> Self {
        words.map_or(Self::Empty, Self::words)
    }

    pub(super) fn name(name: impl Into<Cow<'a, str>>) -> Self {
        Self::Name(name.into())
    }

    pub(super) fn name_if(name: Option<impl Into<Cow<'a, str>>>) -> Self {
        name.map_or(Self::Empty, Self::name)
    }

    pub(super) fn whole(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }

    pub(super) fn moment_if(moment: Option<Timestamp>) -> Self {
        moment.map_or(Self::Empty, Self::Moment)
    }

    /// Where a span begins and ends.
    pub(super) fn ends(span: Span) -> [Self; 2] {
        [Self::whole(span.start()), Self::whole(span.end())]
    }
}
