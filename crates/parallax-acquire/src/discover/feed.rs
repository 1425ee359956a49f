//! Feeds of markup: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, well formed or not.
//!
//! There is one reader for all: what a field is, its name says, and an item is what stands
//! between two tags. So an entity that nobody declared, markup inside a text, a tag that is
//! not closed or a file that was cut costs what it touches, and the rest is read.

mod fields;
mod words;

pub(crate) use words::{plain, words_of};

use super::gathered::Gathered;
use crate::{
    listing::{Enclosed, Found},
    markup::{Dialect, Markup, Placed, Tag, Token},
    moments::When,
};
use fields::{Field, Value};
use url::Url;

pub(super) fn read(text: &str, gathered: &mut Gathered) {
    let mut reader = Reader::new(text, gathered);
    for placed in Markup::new(text, Dialect::Xml) {
        reader.take(&placed);
    }
    reader.end();
}

/// What a feed says of itself.
#[derive(Default)]
struct Channel {
    title: Option<String>,
    language: Option<String>,
    hub: Option<String>,
    own: Option<String>,
    base: Option<Url>,
}

/// What is known of the item that is being read.
#[derive(Default)]
struct Item {
    link: Option<String>,
    /// An address that stands in where there is no link.
    spare: Option<String>,
    /// An address before a counting service put its own in its place.
    original: Option<String>,
    title: Option<String>,
    published: Option<When>,
    updated: Option<When>,
    author: Option<String>,
    content: Option<String>,
    base: Option<Url>,
}

/// A field that is open, and what came of it.
struct Open<'a> {
    field: Field,
    name: &'a str,
    value: Value,
    /// Tags of the same name inside.
    nested: usize,
}

struct Reader<'a, 'g> {
    text: &'a str,
    gathered: &'g mut Gathered,
    channel: Channel,
    item: Option<Item>,
    items: usize,
    open: Option<Open<'a>>,
    /// An element whose fields are of something else, such as a picture's title.
    aside: Option<&'a str>,
}

impl<'a, 'g> Reader<'a, 'g> {
    fn new(text: &'a str, gathered: &'g mut Gathered) -> Self {
        Self {
            text,
            gathered,
            channel: Channel::default(),
            item: None,
            items: 0,
            open: None,
            aside: None,
        }
    }

    fn take(&mut self, placed: &Placed<'a>) {
        match placed.token {
            Token::Start(tag) => self.start(&tag, placed),
            Token::End(name) => self.close(name, placed),
            Token::Text(text) => {
                if let Some(open) = &mut self.open {
                    open.value.text(text);
                }
            }
            Token::Raw(text) => {
                if let Some(open) = &mut self.open {
                    open.value.raw(text);
                }
            }
            Token::Comment(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'a>, placed: &Placed<'a>) {
        if fields::is_item(tag.name) {
            self.finish_field();
            self.finish_item();
            self.items += 1;
            self.item = Some(Item { base: self.base_of(tag), ..Item::default() });
            self.aside = None;
            return;
        }
        if let Some(open) = &mut self.open {
            let inside =
                open.field.holds_markup() || !fields::is_known(tag.name) || tag.name == open.name;
            if inside {
                open.nested += usize::from(tag.name == open.name && !tag.empty);
                open.value.tag(self.text.get(placed.start..placed.end).unwrap_or_default());
                return;
            }
            // A text that was not closed ends where the next field begins.
            self.finish_field();
        }
        // A block of pictures that was not closed ends where a field of the feed's own begins.
        let begins = !tag.name.contains(':') && fields::is_known(tag.name);
        if self.aside.is_some_and(|aside| aside.contains(':')) && begins {
            self.aside = None;
        }
        if self.aside.is_some() {
            return;
        }
        if fields::is_aside(tag.name) {
            self.aside = Some(tag.name).filter(|_| !tag.empty);
            return;
        }
        if fields::local(tag.name) == "feed" {
            self.channel.base = self.base_of(tag);
        }
        if fields::local(tag.name) == "link" && tag.get("href").is_some() {
            self.link(tag);
            return;
        }
        if let Some(field) = Field::named(tag).filter(|_| !tag.empty) {
            self.open = Some(Open { field, name: tag.name, value: Value::of(tag), nested: 0 });
        }
    }

    fn close(&mut self, name: &'a str, placed: &Placed<'a>) {
        if let Some(open) = &mut self.open {
            if name == open.name && open.nested == 0 {
                self.finish_field();
                return;
            }
            if !fields::is_item(name) && !fields::is_whole(name) {
                open.nested -= usize::from(name == open.name);
                open.value.tag(self.text.get(placed.start..placed.end).unwrap_or_default());
                return;
            }
            self.finish_field();
        }
        if self.aside == Some(name) {
            self.aside = None;
        }
        if fields::is_item(name) {
            self.finish_item();
            self.aside = None;
        }
    }

    fn base_of(&self, tag: &Tag<'_>) -> Option<Url> {
        let near =
            self.item.as_ref().and_then(|item| item.base.as_ref()).or(self.channel.base.as_ref());
        tag.get("xml:base")
            .and_then(|base| self.gathered.whole(&base, near))
            .or_else(|| near.cloned())
    }

    /// A link of Atom, in whatever feed it stands.
    fn link(&mut self, tag: &Tag<'_>) {
        let Some(href) = tag.get("href") else { return };
        let relation = tag.get("rel").unwrap_or_default().to_ascii_lowercase();
        let kind = tag.get("type").unwrap_or_default();
        match (&mut self.item, relation.as_str()) {
            (Some(item), "" | "alternate") => {
                if kind.is_empty() || kind.contains("html") {
                    item.link.get_or_insert(href);
                } else {
                    item.spare.get_or_insert(href);
                }
            }
            (None, "hub") => drop(self.channel.hub.get_or_insert(href)),
            (None, "self") => drop(self.channel.own.get_or_insert(href)),
            _ => {}
        }
    }

    fn finish_field(&mut self) {
        let Some(Open { field, value, .. }) = self.open.take() else { return };
        let channel = &mut self.channel;
        let Some(item) = &mut self.item else {
            match field {
                Field::Title => channel.title = channel.title.take().or_else(|| value.words()),
                Field::Language => {
                    channel.language = channel.language.take().or_else(|| value.words());
                }
                _ => {}
            }
            return;
        };
        match field {
            Field::Title => item.title = item.title.take().or_else(|| value.words()),
            Field::Link => item.link = item.link.take().or_else(|| value.address()),
            Field::Original => item.original = value.address(),
            Field::Id { link } => {
                let address = value.address().filter(|address| link && address.starts_with("http"));
                item.spare = item.spare.take().or(address);
            }
            Field::Date => {
                let when = value.words().as_deref().and_then(When::read);
                item.published = item.published.or(when);
            }
            Field::Updated => {
                item.updated = item.updated.or(value.words().as_deref().and_then(When::read));
            }
            Field::Author => item.author = item.author.take().or_else(|| value.person()),
            Field::Content => {
                let longer = value
                    .markup()
                    .filter(|new| item.content.as_ref().is_none_or(|held| held.len() < new.len()));
                item.content = longer.or_else(|| item.content.take());
            }
            Field::Language => {}
        }
    }

    fn finish_item(&mut self) {
        let Some(item) = self.item.take() else { return };
        let number = self.items;
        let near = item.base.as_ref().or(self.channel.base.as_ref());
        let written = [&item.original, &item.link, &item.spare].into_iter().flatten().next();
        let Some(written) = written else {
            return self.gathered.odd(format!("item {number} has no address"));
        };
        let Some(url) = self.gathered.whole(written, near) else {
            let shown: String = written.chars().take(80).collect();
            return self.gathered.odd(format!("item {number}: {shown} leads nowhere"));
        };
        let when = item.published.or(item.updated);
        let enclosed =
            item.content.filter(|content| fields::is_whole_text(content)).map(|markup| Enclosed {
                markup,
                author: item.author,
                outlet: self.channel.title.clone(),
                language: self.channel.language.clone(),
                published: when,
            });
        let published = when.map(|when| when.moment());
        self.gathered.take(Found { url: url.into(), published, title: item.title, enclosed });
    }

    fn end(mut self) {
        let cut = self.item.is_some();
        self.finish_field();
        self.finish_item();
        if cut {
            self.gathered.odd(format!("the feed ends inside of item {}", self.items));
        }
        if let Some(hub) =
            self.channel.hub.as_deref().and_then(|hub| self.gathered.whole(hub, None))
        {
            let own = self.channel.own.as_deref().and_then(|own| self.gathered.whole(own, None));
            self.gathered.hub(hub.into(), own.map(Into::into));
        }
    }
}

/// Whether a feed gives an article whole, as far as its length tells.
pub(crate) fn is_whole_text(markup: &str) -> bool {
    fields::is_whole_text(markup)
}

#[cfg(test)]
mod tests;
