//! A page, read as journalism.

use crate::{ArticleId, Digest, DigestBuilder, MediaType, SourcedText, Span, Stamp};
use jiff::{Timestamp, tz::Offset};
use std::ops::Range;

/// One piece by one outlet at one address.
///
/// `text` is the headline, the standfirst and the body paragraphs, each on its
/// own line; every span points into it. A part the page does not have is
/// `None` or empty, never guessed.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The article's name: see [`Article::name`].
    pub id: ArticleId,
    /// Which capture it was read from.
    pub capture: CaptureRef,
    /// Who published it.
    pub outlet: Outlet,
    /// Canonical address, without tracking parameters.
    pub url: Option<String>,
    /// BCP 47 language of the text, with the script where there are several; `und` when unsure.
    pub language: String,
    /// Which way it is written.
    pub direction: Direction,
    /// Headline, standfirst and body, one a line.
    pub text: SourcedText,
    /// The main display line: the first line of `text`.
    pub headline: Option<Span>,
    /// The summary under the headline.
    pub standfirst: Option<Span>,
    /// The body, without headline and standfirst; crossheads and list items are paragraphs.
    pub paragraphs: Vec<Span>,
    /// Where it was filed from, as printed at the start of the body: `WASHINGTON (Reuters) —`.
    pub dateline: Option<Span>,
    /// Who wrote it.
    pub byline: Vec<Author>,
    /// When the outlet says it was first published.
    pub published: Option<Stamp>,
    /// When the outlet says it was last changed.
    pub modified: Option<Stamp>,
    /// The part of the outlet it ran in.
    pub section: Option<String>,
    /// Keywords the outlet gave it.
    pub tags: Vec<String>,
    /// Pictures with their captions.
    pub images: Vec<Image>,
    /// Teasers inside the text, without their lead-in.
    pub related: Vec<Related>,
    /// The page's other language versions.
    pub alternates: Vec<Alternate>,
    /// The agency credited with the copy, as printed.
    pub wire_credit: Option<String>,
    /// What was left out and stands in no field above.
    pub boilerplate: Vec<Boilerplate>,
}

impl Article {
    /// Names an article: by its canonical address, or by its payload where no address is known.
    pub fn name(url: Option<&str>, record: Option<&str>, payload: Digest) -> ArticleId {
        let whole = DigestBuilder::new("article");
        match (url, record) {
            (Some(url), _) => whole.field(b"url").field(url.as_bytes()),
            (None, Some(record)) => {
                whole.field(b"record").field(record.as_bytes()).field(payload.as_bytes())
            }
            (None, None) => whole.field(b"payload").field(payload.as_bytes()),
        }
        .finish()
        .into()
    }

    /// The words at `span`.
    pub fn words(&self, span: Span) -> &str {
        self.text.slice(span)
    }

    /// The headline's words, `""` where there is none.
    pub fn headline_words(&self) -> &str {
        self.headline.map_or("", |span| self.text.slice(span))
    }

    /// The earliest moment at which it can have been published, in the page's zone, else the
    /// outlet's, else UTC; `None` where it does not say.
    pub fn published_at(&self) -> Option<Timestamp> {
        Some(self.published.as_ref()?.moments(self.outlet.offset).0)
    }

    /// Where the body starts in `text`: after headline and standfirst.
    pub fn body_start(&self) -> usize {
        self.paragraphs.first().map_or(self.text.len(), |first| first.start())
    }
}

/// Which capture an article was read from, without the bytes.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureRef {
    /// The file, as given.
    pub path: String,
    /// The `id` of a JSON Lines row or a `WARC-Record-ID`.
    pub record: Option<String>,
    /// The address in the capture.
    pub url: Option<String>,
    /// What the payload is.
    pub media_type: MediaType,
    /// SHA-256 of the payload, decompressed.
    pub sha256: Digest,
    /// When it was taken, if the capture says.
    pub captured_at: Option<Timestamp>,
    /// Bytes of the file, as stored.
    pub stored: Range<u64>,
}

/// A publisher of articles: a paper, a broadcaster, an agency.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlet {
    /// The name it prints on itself.
    pub name: Option<String>,
    /// Its registrable domain, lower case.
    pub domain: Option<String>,
    /// Where the name was found.
    pub from: OutletFrom,
    /// A digest of the page's furniture: two pages of one site share it.
    pub fingerprint: Option<u64>,
    /// The zone its times are in, where known.
    #[cfg_attr(feature = "serde", serde(with = "crate::kept"))]
    pub offset: Option<Offset>,
}

impl Outlet {
    /// What it is called where people read it: its name, else its domain.
    ///
    /// ```
    /// use parallax_model::{Outlet, OutletFrom};
    ///
    /// let mut outlet = Outlet {
    ///     name: Some(" ".to_owned()),
    ///     domain: Some("quay.example".to_owned()),
    ///     from: OutletFrom::Meta,
    ///     fingerprint: None,
    ///     offset: None,
    /// };
    /// assert_eq!(outlet.shown(), Some("quay.example"));
    /// outlet.name = Some("The Quay".to_owned());
    /// assert_eq!(outlet.shown(), Some("The Quay"));
    /// ```
    pub fn shown(&self) -> Option<&str> {
        let name = self.name.as_deref().filter(|name| !name.trim().is_empty());
        name.or(self.domain.as_deref())
    }
}

/// Where an outlet's name was found, in the words of the JSON contract.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutletFrom {
    /// schema.org `publisher`.
    JsonLd,
    /// `og:site_name` and the like.
    Meta,
    /// The tail of `<title>`.
    Title,
    /// The masthead, footer or other furniture, or nothing named it.
    Chrome,
    /// Words of the article: "reports a … correspondent".
    Text,
    /// The address.
    Url,
    /// A row of JSON Lines.
    Feed,
}

impl OutletFrom {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::JsonLd => "json-ld",
            Self::Meta => "meta",
            Self::Title => "title",
            Self::Chrome => "chrome",
            Self::Text => "text",
            Self::Url => "url",
            Self::Feed => "feed",
        }
    }
}

/// Which way a text is written.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// One name of a byline.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name alone.
    pub name: String,
    /// The role printed beside it: `diplomatic editor`.
    pub role: Option<String>,
}

/// A picture in an article.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// The words under it, without the credit.
    pub caption: Option<String>,
    /// Who supplied it, without `Photo:`.
    pub credit: Option<String>,
    /// Its address, as printed.
    pub url: Option<String>,
}

/// A teaser inside the text.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The teaser's words, without `Read more:`.
    pub text: String,
    /// Where it leads.
    pub url: Option<String>,
}

/// Another language version of the page.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// The label printed in the language bar.
    pub label: String,
    /// BCP 47.
    pub language: String,
    /// Where it leads.
    pub url: Option<String>,
}

/// Words of the page that are not the article.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boilerplate {
    /// What they are.
    pub kind: BoilerplateKind,
    /// The words.
    pub text: String,
}

/// Kinds of page furniture.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum BoilerplateKind {
    /// Menus, breadcrumbs, section names, "skip to content".
    Navigation,
    /// Choice of language or edition.
    LanguageBar,
    /// The outlet's name and motto.
    Masthead,
    /// The line with date or time of the page, or reading time.
    DateBar,
    /// The byline as printed, author cards.
    AuthorCard,
    /// Share, print, save, listen.
    ShareBar,
    /// Cookie and consent notices.
    CookieNotice,
    /// Newsletter and subscription boxes.
    Newsletter,
    /// Advertisements and appeals.
    Advertisement,
    /// Lists of popular and related pages.
    Teaser,
    /// The line of tags, as printed.
    TagLine,
    /// Comment counts, forms and comments.
    Comments,
    /// Paywall notices.
    Paywall,
    /// Everything below: about, contact, copyright.
    Footer,
    /// A second printing of something kept.
    Duplicate,
    /// Anything else.
    Other,
}

impl BoilerplateKind {
    /// The contract's words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Navigation => "navigation",
            Self::LanguageBar => "language bar",
            Self::Masthead => "masthead",
            Self::DateBar => "date bar",
            Self::AuthorCard => "author card",
            Self::ShareBar => "share bar",
            Self::CookieNotice => "cookie notice",
            Self::Newsletter => "newsletter",
            Self::Advertisement => "advertisement",
            Self::Teaser => "teaser",
            Self::TagLine => "tag line",
            Self::Comments => "comments",
            Self::Paywall => "paywall",
            Self::Footer => "footer",
            Self::Duplicate => "duplicate",
            Self::Other => "other",
        }
    }
}
