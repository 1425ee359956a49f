//! What a person asks.

mod parse;

use jiff::civil::Date;
use std::{fmt, ops::Range};
use thiserror::Error;

/// A question that makes sense.
///
/// | written | asks for |
/// |---|---|
/// | `dock strike` | both words, in any form |
/// | `"dock strike"` | these words, side by side, as they stand |
/// | `dock OR harbour` | either |
/// | `-football`, `NOT football` | not this |
/// | `(dock OR harbour) strike` | grouped |
/// | `outlet:herald` | by this outlet |
/// | `said:"Otto Brandt"` | in which he is quoted |
/// | `origins:>2`, `since:2027-03-01` | by number, by day |
///
/// Every field is listed at [`Field`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// A word, in any form.
    Word(String),
    /// Words side by side, as they stand.
    Phrase(Vec<String>),
    /// Something a field says.
    In(Field, String),
    /// Published on this day or after.
    Since(Date),
    /// Published on this day or before.
    Until(Date),
    /// In a story with at least, and at most, so many independent tellings.
    Origins(u64, u64),
    /// All of these.
    All(Vec<Query>),
    /// At least one of these.
    Any(Vec<Query>),
    /// Not this.
    Not(Box<Query>),
}

/// What can be asked of a part of an article or its story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// `outlet:` its name or domain.
    Outlet,
    /// `lang:` BCP 47, with or without script.
    Language,
    /// `headline:` a word of the headline.
    Headline,
    /// `quote:` a word that someone is quoted with.
    Quotation,
    /// `said:` the name of someone who is quoted.
    Speaker,
    /// `person:` a person named.
    Person,
    /// `org:` an organization named.
    Organization,
    /// `place:` a place named.
    Place,
    /// `topic:` the story's topic, by name or code of IPTC Media Topics.
    Topic,
    /// `differs:` a kind of difference in its story: number, date, name, …
    Differs,
}

impl Field {
    /// All fields, by the name that is written before the colon.
    pub const ALL: [(&'static str, Self); 10] = [
        ("outlet", Self::Outlet),
        ("lang", Self::Language),
        ("headline", Self::Headline),
        ("quote", Self::Quotation),
        ("said", Self::Speaker),
        ("person", Self::Person),
        ("org", Self::Organization),
        ("place", Self::Place),
        ("topic", Self::Topic),
        ("differs", Self::Differs),
    ];

    /// The name that is written before the colon.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }
}

/// What is wrong with a question, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{what} (at letter {})", at.start + 1)]
pub struct QueryError {
    /// Bytes of the question.
    pub at: Range<usize>,
    /// What is wrong there.
    pub what: String,
}

impl QueryError {
    /// The question with a line under it that points at the place.
    pub fn pointed(&self, question: &str) -> String {
        let before = question.get(..self.at.start).unwrap_or_default().chars().count();
        let marked = question.get(self.at.clone()).unwrap_or_default().chars().count().max(1);
        format!("{question}\n{}{} {}", " ".repeat(before), "^".repeat(marked), self.what)
    }
}

impl Query {
    /// Reads a question.
    pub fn parse(question: &str) -> Result<Self, QueryError> {
        parse::query(question)
    }

    /// The words and phrases that are wanted in the text itself, not those that are unwanted.
    pub(crate) fn wanted(&self, take: &mut impl FnMut(&Query)) {
        match self {
            Self::Word(_) | Self::Phrase(_) | Self::In(..) => take(self),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.wanted(take);
                }
            }
            Self::Not(_) | Self::Since(_) | Self::Until(_) | Self::Origins(..) => (),
        }
    }
}

impl fmt::Display for Query {
    /// As it could be written; reading that gives the same question.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // In capitals these would be no words.
            Self::Word(word) if matches!(&**word, "AND" | "OR" | "NOT") => {
                f.write_str(&word.to_lowercase())
            }
            Self::Word(word) => f.write_str(word),
            Self::Phrase(words) => write!(f, "\"{}\"", words.join(" ")),
            Self::In(field, value) => write!(f, "{}:\"{value}\"", field.name()),
            Self::Since(day) => write!(f, "since:{day}"),
            Self::Until(day) => write!(f, "until:{day}"),
            Self::Origins(least, u64::MAX) => write!(f, "origins:>{}", least.saturating_sub(1)),
            Self::Origins(0, most) => write!(f, "origins:<{}", most.saturating_add(1)),
            Self::Origins(least, _) => write!(f, "origins:{least}"),
            Self::All(parts) => list(f, parts, " "),
            Self::Any(parts) => list(f, parts, " OR "),
            Self::Not(part) => match **part {
                Self::All(_) | Self::Any(_) => write!(f, "-({part})"),
                _ => write!(f, "-{part}"),
            },
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, parts: &[Query], between: &str) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(between)?;
        }
        match part {
            Query::All(_) | Query::Any(_) => write!(f, "({part})")?,
            _ => write!(f, "{part}")?,
        }
    }
    Ok(())
}
