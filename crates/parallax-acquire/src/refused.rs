//! What could not be read, and why.

use crate::MAX_PAYLOAD;
use parallax_model::Unread;
use std::{fmt, io};

/// One thing that could not be read: a file, a record, a row.
#[derive(Debug)]
pub struct Refused {
    path: String,
    place: Option<String>,
    reason: Reason,
}

impl Refused {
    /// A refusal of a whole file.
    pub fn new(path: &str, reason: Reason) -> Self {
        Self { path: path.to_owned(), place: None, reason }
    }

    /// A refusal of something inside a file: `line 12`, `record at byte 40960`.
    pub fn at(path: &str, place: String, reason: Reason) -> Self {
        Self { path: path.to_owned(), place: Some(place), reason }
    }

    /// The same, as the edition lists it.
    pub fn unread(&self) -> Unread {
        let place = self.place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
        Unread { path: self.path.clone(), reason: format!("{place}{}", self.reason) }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Unread { path, reason } = self.unread();
        write!(f, "{path}: {reason}")
    }
}

/// Why something could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Reason {
    /// The file or folder does not open.
    #[error("cannot open: {0}")]
    Open(io::Error),
    /// The file opens and then fails.
    #[error("cannot read: {0}")]
    Read(io::Error),
    /// The compressed stream is broken or cut short.
    #[error("gzip stream is broken: {0}")]
    Unzip(io::Error),
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is no text.
    #[error("not a page: {0}")]
    Binary(&'static str),
    /// It is JSON, and not one article a line.
    #[error("JSON, but not one article a line: {0}")]
    NotRows(String),
    /// A row that is no article.
    #[error("not an article: {0}")]
    BadRow(String),
    /// An article of an export that is not whole.
    #[error("only a teaser is in it: list {0} as a page")]
    OnlyTeaser(String),
    /// A row in another encoding than UTF-8.
    #[error("not UTF-8 at byte {0}")]
    NotUtf8(usize),
    /// More than we read.
    #[error("larger than {} MiB", MAX_PAYLOAD >> 20)]
    TooLarge,
    /// A record of an archive that is broken.
    #[error("not a record: {0}")]
    BadRecord(String),
    /// A record that ends before its time.
    #[error("cut short: header says {expected} bytes, file holds {found}")]
    CutShort {
        /// Bytes the header promised.
        expected: u64,
        /// Bytes there were.
        found: u64,
    },
    /// The zip archive is broken.
    #[error("zip archive is broken: {0}")]
    Zip(String),
    /// A message in which nothing is said.
    #[error("a message without text")]
    NoText,
    /// A line of a list of archives that names none.
    #[error("not the name of a web archive: {0}")]
    NoArchive(String),
    /// A file of a list that is not on this machine.
    #[error("{0} is not a file of this machine: fetch it, and name the file")]
    Elsewhere(String),
    /// A list of archives that names another list.
    #[error("a list of web archives inside a list")]
    ListInList,
    /// The archive holds no page at all.
    #[error("no page in this archive")]
    NoPages,
}
