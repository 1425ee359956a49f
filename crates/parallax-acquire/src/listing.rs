//! What a source lists: addresses of articles, and what else it says of itself.

use jiff::Timestamp;
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
        })
    }
}

/// Reads the answer of a source at `url`; the error says in words why nothing can be read.
///
/// Must be a function of its arguments, and must not panic on any bytes.
pub type Reader = dyn Fn(Kind, &[u8], &str) -> Result<Listing, String> + Send + Sync;
