//! What a source lists: addresses of articles, and what else it says of itself.

use crate::{
    item::{Item, Place},
    moments::When,
};
use jiff::Timestamp;
use parallax_model::Capture;
use std::fmt;

/// What a source is, and so how its answers are read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A feed: RSS, Atom, JSON Feed.
    Feed,
    /// A sitemap, or an index of sitemaps.
    Sitemap,
    /// A page that links to articles.
    FrontPage,
    /// One article, asked for by its address.
    Page,
    /// A folder of this machine: whatever is put into it.
    Folder,
    /// A file of this machine or of the web: an archive, a list of archives.
    File,
}

/// One article that a source lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Its address, absolute.
    pub url: String,
    /// When the source says that it was published.
    pub published: Option<Timestamp>,
    /// Its title, as the source has it.
    pub title: Option<String>,
    /// The article itself, where the source gives it whole.
    pub enclosed: Option<Enclosed>,
}

/// An article that a source gives whole, for where its page is not to be had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Enclosed {
    /// Its text, as markup.
    pub markup: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// What the source calls itself.
    pub outlet: Option<String>,
    /// The language that the source says it is in.
    pub language: Option<String>,
    /// When it was published, no more precise than the source says.
    pub published: Option<When>,
}

impl Found {
    /// The article as a capture, where the source gives it whole; `path` is what it is named by, `at` when the
    /// source's answer was taken.
    ///
    /// The outlet's words and markup stand in it as they were sent, and around them the fields that the
    /// source gave, as a page would give them.
    pub fn capture(&self, path: &str, at: Option<Timestamp>) -> Option<Capture> {
        let enclosed = self.enclosed.as_ref()?;
        let item = Item {
            url: Some(&self.url),
            title: self.title.as_deref(),
            published: enclosed.published,
            author: enclosed.author.as_deref(),
            outlet: enclosed.outlet.as_deref(),
            language: enclosed.language.as_deref(),
            body: &enclosed.markup,
        };
        Some(item.capture(Place { path, record: None, at, stored: 0..0 }))
    }
}

/// Everything an answer of a source says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The articles, in the order of the source, each once.
    pub found: Vec<Found>,
    /// Further addresses of the same kind to ask: the parts of an index of sitemaps.
    pub more: Vec<String>,
    /// Where changes are announced (`WebSub`), if anywhere.
    pub hub: Option<Hub>,
    /// Feeds that a page names beside what it shows.
    pub feeds: Vec<String>,
    /// What was odd and mended, in words: it stands in the source's health.
    pub odd: Vec<String>,
}

/// A hub that announces changes of a topic (`WebSub`).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Hub {
    /// Where to subscribe.
    pub url: String,
    /// To what.
    pub topic: String,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Feed => "feed",
            Self::Sitemap => "sitemap",
            Self::FrontPage => "front page",
            Self::Page => "page",
            Self::Folder => "folder",
            Self::File => "file",
        })
    }
}

/// Reads the answer of a source at `url`; the error says in words why nothing can be read.
///
/// Must be a function of its arguments, and must not panic on any bytes.
pub type Reader = dyn Fn(Kind, &[u8], &str) -> Result<Listing, String> + Send + Sync;
