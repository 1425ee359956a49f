//! The fields of feeds, by their names in all the formats.

use super::{plain, words_of};
use crate::markup::{Tag, decoded};

/// A field that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Link,
    /// An address before a counting service put its own in its place.
    Original,
    /// An id, which may be a link.
    Id {
        link: bool,
    },
    Date,
    /// When it was last changed: where nothing else is said, when it was published.
    Updated,
    Author,
    Content,
    Language,
}

/// The name without its prefix, in small letters.
pub(super) fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

pub(super) fn is_item(name: &str) -> bool {
    matches!(local(name).as_str(), "item" | "entry")
}

/// The elements around all items.
pub(super) fn is_whole(name: &str) -> bool {
    matches!(local(name).as_str(), "channel" | "rss" | "rdf" | "feed")
}

/// Elements with titles and links of something else: the feed's picture, where an item was taken from.
pub(super) fn is_aside(name: &str) -> bool {
    let prefixed = name.split_once(':').map(|(prefix, _)| prefix.to_ascii_lowercase());
    let other = matches!(
        prefixed.as_deref(),
        Some(
            "media"
                | "itunes"
                | "googleplay"
                | "podcast"
                | "geo"
                | "georss"
                | "slash"
                | "wfw"
                | "thr"
                | "yt"
        )
    );
    other
        || matches!(
            local(name).as_str(),
            "image" | "textinput" | "source" | "enclosure" | "cloud" | "skipdays" | "skiphours"
        )
}

/// Whether such a tag belongs to the feed and not to a text in it.
pub(super) fn is_known(name: &str) -> bool {
    matches!(
        name.to_ascii_lowercase().as_str(),
        "title"
            | "link"
            | "description"
            | "guid"
            | "pubdate"
            | "author"
            | "category"
            | "comments"
            | "enclosure"
            | "source"
            | "content:encoded"
            | "dc:date"
            | "dc:creator"
            | "dc:title"
            | "published"
            | "updated"
            | "id"
            | "content"
            | "summary"
            | "atom:link"
            | "media:content"
            | "media:thumbnail"
            | "feedburner:origlink"
    )
}

impl Field {
    pub(super) fn named(tag: &Tag<'_>) -> Option<Self> {
        Some(match local(tag.name).as_str() {
            "title" => Self::Title,
            "link" | "url" => Self::Link,
            "origlink" => Self::Original,
            "guid" => Self::Id {
                link: tag
                    .get("isPermaLink")
                    .is_none_or(|value| !value.eq_ignore_ascii_case("false")),
            },
            "id" => Self::Id { link: true },
            "pubdate" | "published" | "date" | "issued" | "created" => Self::Date,
            "updated" | "modified" => Self::Updated,
            "author" | "creator" => Self::Author,
            "description" | "encoded" | "content" | "summary" | "body" | "fulltext"
            | "full-text" => Self::Content,
            "language" => Self::Language,
            _ => return None,
        })
    }

    /// Whether any tag may stand in the field's text.
    pub(super) fn holds_markup(self) -> bool {
        matches!(self, Self::Content | Self::Author)
    }
}

/// A field's text, as it comes.
#[derive(Default)]
pub(super) struct Value {
    /// References undone once: what the feed means, where no tags stand in the text.
    meant: String,
    /// As written: what the feed means, where they do.
    written: String,
    tagged: bool,
    /// Whether the feed says that the text is no markup.
    is_text: bool,
}

impl Value {
    pub(super) fn of(tag: &Tag<'_>) -> Self {
        let is_text =
            tag.get("type").is_some_and(|kind| matches!(kind.as_str(), "text" | "text/plain"));
        Self { is_text, ..Self::default() }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.meant.push_str(&decoded(text));
        self.written.push_str(text);
    }

    pub(super) fn raw(&mut self, text: &str) {
        self.meant.push_str(text);
        self.written.push_str(text);
    }

    pub(super) fn tag(&mut self, tag: &str) {
        self.tagged = true;
        self.written.push_str(tag);
    }

    /// The text in words, where there are some.
    pub(super) fn words(&self) -> Option<String> {
        let words = if self.tagged {
            words_of(&self.written)
        } else if self.is_text {
            plain(&self.meant)
        } else if has_tags(&self.meant) {
            words_of(&self.meant)
        } else {
            // Twice escaped, as many programs do it.
            plain(&decoded(&self.meant))
        };
        Some(words).filter(|words| !words.is_empty())
    }

    pub(super) fn address(&self) -> Option<String> {
        let address = self.meant.trim();
        (!address.is_empty()).then(|| address.to_owned())
    }

    /// `Ada Lane`; of `a@b.example (Ada Lane)` the name; of Atom's parts the name.
    pub(super) fn person(&self) -> Option<String> {
        if let Some((_, behind)) = self.written.split_once("<name>") {
            let name = behind.split('<').next().unwrap_or_default();
            return Some(plain(&decoded(name))).filter(|name| !name.is_empty());
        }
        let words = self.words()?;
        let inner = words
            .split_once('(')
            .and_then(|(_, rest)| rest.split_once(')'))
            .map(|(name, _)| name.trim().to_owned());
        let name = if words.contains('@') { inner? } else { words };
        Some(name).filter(|name| !name.is_empty() && !name.contains('@'))
    }

    /// The text as markup.
    pub(super) fn markup(&self) -> Option<String> {
        let written = if self.tagged { &self.written } else { &self.meant };
        let markup: String =
            written.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        let markup = if self.is_text && !self.tagged {
            crate::markup::escaped(&markup)
        } else if !self.tagged && !markup.contains('<') && markup.contains("&lt;") {
            decoded(&markup).into_owned()
        } else {
            markup
        };
        Some(markup.trim().to_owned()).filter(|markup| !markup.is_empty())
    }
}

/// Whether a text holds tags that pages have; `a <b c` and `1 < 2` do not.
fn has_tags(text: &str) -> bool {
    ["</", "<br", "<p>", "<img", "<b>", "<i>", "<em>", "<strong>", "<span"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// An article has this many letters or more; less is a teaser.
const SHORTEST_ARTICLE: usize = 600;

/// Whether a feed gives an article whole, as far as its length tells.
pub(super) fn is_whole_text(markup: &str) -> bool {
    markup.len() >= SHORTEST_ARTICLE && words_of(markup).chars().count() >= SHORTEST_ARTICLE
}
