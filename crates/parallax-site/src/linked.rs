//! What a page says to programs: schema.org in JSON-LD, of what the record holds and nothing else.
//!
//! It stands in a block of data, which no browser runs. Nothing in it can end the block: what
//! markup is made of is written as JSON escapes.

use crate::{
    Address, Part, Tab,
    foreign::web,
    frame::Frame,
    library::{Glance, Held},
};
use askama::filters::HtmlSafe;
use parallax_model::{Article, Edition, ReadArticle, ToldStory};
use serde_json::{Map, Value, json};
use std::fmt;

/// Articles of a story that are named; a list for programs need not weigh more than the page.
const ARTICLES: usize = 24;

/// A block of data, ready to stand in a page.
#[derive(Clone, Debug)]
pub(crate) struct Linked(String);

// What it holds can end no element.
impl HtmlSafe for Linked {}

impl fmt::Display for Linked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Linked {
    fn of(kind: &str, mut value: Map<String, Value>) -> Self {
        value.insert("@context".to_owned(), "https://schema.org".into());
        value.insert("@type".to_owned(), kind.into());
        let mut out = String::new();
        for letter in Value::Object(value).to_string().chars() {
            match letter {
                '<' => out.push_str("\\u003c"),
                '>' => out.push_str("\\u003e"),
                '&' => out.push_str("\\u0026"),
                // Line ends to JavaScript, were this ever read as such.
                '\u{2028}' => out.push_str("\\u2028"),
                '\u{2029}' => out.push_str("\\u2029"),
                letter => out.push(letter),
            }
        }
        Self(out)
    }

    /// A story: a list of articles of outlets, one of each origin.
    pub(crate) fn story(frame: &Frame, id: &str, edition: &Edition, told: &ToldStory) -> Self {
        let firsts = told
            .story
            .origins
            .iter()
            .filter_map(|origin| edition.articles.get(*origin.articles.first()?));
        let items = firsts.take(ARTICLES).map(|read| article(frame, read));
        let address = Address::Story(id.to_owned(), Tab::Account(Part::default()));
        let mut page = page(frame, &address);
        set(&mut page, "mainEntity", Some(list(items, told.story.articles.len())));
        Self::of("CollectionPage", page)
    }

    /// An article of an outlet, and that this page keeps it.
    pub(crate) fn article(frame: &Frame, held: &Held) -> Self {
        let mut value = article(frame, &held.read);
        let original = held.story.as_ref().and_then(|story| story.copied.as_deref());
        set(&mut value, "isBasedOn", original.map(|read| article(frame, read).into()));
        Self::of("NewsArticle", value)
    }

    /// Stories in the order of a list.
    pub(crate) fn stories(frame: &Frame, stories: &[Glance], total: usize) -> Self {
        let items = stories.iter().map(|glance| {
            let address = Address::Story(glance.id.to_string(), Tab::Account(Part::default()));
            let mut item = Map::new();
            set(&mut item, "url", Some(frame.to(&address).into()));
            set(&mut item, "name", Some(glance.headline.as_str().into()));
            item
        });
        let mut page = page(frame, &frame.address);
        set(&mut page, "mainEntity", Some(list(items, total)));
        Self::of("CollectionPage", page)
    }
}

fn set(value: &mut Map<String, Value>, key: &str, to: Option<Value>) {
    if let Some(to) = to {
        value.insert(key.to_owned(), to);
    }
}

/// A page of ours.
fn page(frame: &Frame, address: &Address) -> Map<String, Value> {
    let mut page = Map::new();
    set(&mut page, "url", Some(frame.to(address).into()));
    set(&mut page, "inLanguage", Some(frame.tongue.tag().into()));
    let title = Some(frame.title.as_str()).filter(|title| !title.is_empty());
    set(&mut page, "name", Some(title.unwrap_or_else(|| frame.say("site-name")).into()));
    page
}

fn list(items: impl Iterator<Item = Map<String, Value>>, total: usize) -> Value {
    let numbered = items
        .enumerate()
        .map(|(at, item)| json!({ "@type": "ListItem", "position": at + 1, "item": item }));
    json!({
        "@type": "ItemList",
        "numberOfItems": total,
        "itemListElement": numbered.collect::<Vec<_>>(),
    })
}

/// An article as its outlet printed it.
fn article(frame: &Frame, read: &ReadArticle) -> Map<String, Value> {
    let article = &read.article;
    let mut value = Map::new();
    set(&mut value, "@type", Some("NewsArticle".into()));
    set(&mut value, "url", article.url.as_deref().and_then(web).map(Into::into));
    set(&mut value, "headline", words(article.headline_words()));
    set(&mut value, "inLanguage", words(&article.language));
    set(
        &mut value,
        "publisher",
        article.outlet.shown().map(|name| json!({ "@type": "Organization", "name": name })),
    );
    set(&mut value, "creditText", words(&by(article)));
    let stamp = |stamp: &parallax_model::Stamp| stamp.to_string().into();
    set(&mut value, "datePublished", article.published.as_ref().map(stamp));
    set(&mut value, "dateModified", article.modified.as_ref().map(stamp));
    set(&mut value, "articleSection", article.section.as_deref().and_then(words));
    set(&mut value, "archivedAt", Some(frame.showing().article(read).into()));
    value
}

/// Who is named as having written it: whether these are people is not told.
fn by(article: &Article) -> String {
    let names: Vec<&str> = article.byline.iter().map(|author| author.name.as_str()).collect();
    names.join(", ")
}

fn words(words: &str) -> Option<Value> {
    Some(words).filter(|words| !words.trim().is_empty()).map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::{Linked, set};
    use proptest::prelude::*;
    use serde_json::{Map, Value};

    fn block(words: &str) -> String {
        let mut value = Map::new();
        set(&mut value, "name", Some(words.into()));
        Linked::of("Thing", value).to_string()
    }

    proptest! {
        #[test]
        fn no_words_end_the_block_and_all_are_read_as_they_were(
            words in "(</?(script|SCRIPT)[ />]?|<!--|-->|]]>|&lt;|[\"\\\\\u{2028}\u{0}])?.{0,24}(</script>)?"
        ) {
            let block = block(&words);
            let ends = block.contains(['<', '>', '&', '\u{2028}', '\u{2029}']);
            prop_assert!(!ends);
            let read: Value = serde_json::from_str(&block).expect("it is JSON");
            prop_assert_eq!(read.get("name").and_then(Value::as_str), Some(words.as_str()));
        }
    }
}
