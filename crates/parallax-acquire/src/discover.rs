//! What an answer of a source lists: feeds, sitemaps and front pages, read from their bytes.
//!
//! Functions of their arguments, which never panic and cost no more than the answer is long.
//! What is broken costs its item alone, and is named.

mod addresses;
mod feed;
mod front_page;
mod gathered;
mod json_feed;
mod sitemap;

pub(crate) use feed::{is_whole_text, words_of};

use crate::{
    decoded::decoded,
    listing::{Kind, Listing},
    markup::{Dialect, Markup, Token},
};
use flate2::read::MultiGzDecoder;
use gathered::Gathered;
use std::{borrow::Cow, io::Read};
use url::Url;

/// Bytes of an answer that are read, unzipped: what sitemaps may have.
pub const LARGEST_LISTING: usize = 50 << 20;

/// Articles of one answer that are taken: what a sitemap may list.
pub const MOST_LISTED: usize = 50_000;

/// Reads what the answer of a source at `url` lists.
///
/// What the answer is is told from its content: a sitemap where a feed was promised is read as
/// one. The error says in words why nothing can be read.
///
/// ```
/// use parallax_acquire::{listing::Kind, read_listing};
///
/// let feed = b"<rss><channel><item><title>Rain & snow</title><link>/a</link></item>";
/// let listing = read_listing(Kind::Feed, feed, "https://quay.example/rss").unwrap();
/// assert_eq!(listing.found[0].url, "https://quay.example/a");
/// assert_eq!(listing.found[0].title.as_deref(), Some("Rain & snow"));
/// ```
pub fn read_listing(kind: Kind, bytes: &[u8], url: &str) -> Result<Listing, String> {
    let base = Url::parse(url).map_err(|error| format!("{url} is no address: {error}"))?;
    let mut gathered = Gathered::new(base);
    if kind == Kind::Page {
        gathered.page();
        return Ok(gathered.finish());
    }
    let bytes = unzipped(bytes, &mut gathered);
    if bytes.trim_ascii().is_empty() {
        return Err("empty".to_owned());
    }
    let text = decoded(&bytes, None);
    let text = text.trim_start_matches(['\u{FEFF}', '\0']).trim_start();
    match shape(text) {
        Shape::Feed => feed::read(text, &mut gathered),
        Shape::Json => json_feed::read(text, &mut gathered)?,
        Shape::Sitemap => sitemap::read(text, &mut gathered),
        Shape::Addresses if kind == Kind::Sitemap => sitemap::read_lines(text, &mut gathered),
        Shape::Page if kind == Kind::FrontPage => front_page::read(text, &mut gathered),
        Shape::Page => {
            // What leads on to a feed is of more use than "no feed".
            let feeds = front_page::feeds(text, &gathered);
            return Err(match feeds.first() {
                Some(feed) => format!("a web page, not a {kind}; it names this feed: {feed}"),
                None => format!("a web page, not a {kind}"),
            });
        }
        Shape::Addresses | Shape::Other => {
            return Err(format!("not a {kind}: it starts with {:?}", start_of(text)));
        }
    }
    Ok(gathered.finish())
}

/// What an answer is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Feed,
    Json,
    Sitemap,
    Page,
    Addresses,
    Other,
}

/// Start tags that are looked at for what the answer is.
const LOOKED_AT: usize = 40;

fn shape(text: &str) -> Shape {
    if text.starts_with('{') {
        return Shape::Json;
    }
    if text.starts_with("http://") || text.starts_with("https://") {
        return Shape::Addresses;
    }
    let tags = Markup::new(text, Dialect::Xml).filter_map(|placed| match placed.token {
        Token::Start(tag) => {
            Some(tag.name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase())
        }
        _ => None,
    });
    for name in tags.take(LOOKED_AT) {
        match name.as_str() {
            "rss" | "rdf" | "feed" | "channel" | "item" | "entry" => return Shape::Feed,
            "urlset" | "sitemapindex" | "url" | "sitemap" => return Shape::Sitemap,
            "html" | "head" | "body" | "title" | "meta" | "div" | "a" | "p" | "article"
            | "main" | "h1" => return Shape::Page,
            _ => {}
        }
    }
    Shape::Other
}

fn start_of(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The answer, unzipped where it is a gzip file, and no more of it than is read.
fn unzipped<'a>(bytes: &'a [u8], gathered: &mut Gathered) -> Cow<'a, [u8]> {
    if !bytes.starts_with(&[0x1F, 0x8B]) {
        return match bytes.get(..LARGEST_LISTING) {
            Some(start) if start.len() < bytes.len() => {
                gathered.odd(format!(
                    "larger than {} MiB: the rest is not read",
                    LARGEST_LISTING >> 20
                ));
                Cow::Borrowed(start)
            }
            _ => Cow::Borrowed(bytes),
        };
    }
    let mut out = Vec::new();
    let limit = u64::try_from(LARGEST_LISTING).unwrap_or(u64::MAX);
    let read = MultiGzDecoder::new(bytes).take(limit).read_to_end(&mut out);
    if let Err(error) = read {
        gathered.odd(format!("gzip stream is broken: {error}"));
    } else if out.len() >= LARGEST_LISTING {
        gathered.odd(format!("larger than {} MiB: the rest is not read", LARGEST_LISTING >> 20));
    }
    Cow::Owned(out)
}
