//! What a page says of its article in JSON-LD, in schema.org's words.

mod repair;

use super::{
    references,
    tree::{Tag, Tree},
};
use crate::encoding::Decoded;
use repair::parse;
use serde_json::{Map, Value};
use std::{collections::BTreeMap, ops::Range};

/// The statements of a page about its article.
#[derive(Debug, Default)]
pub(crate) struct LinkedData {
    /// Every object with a type or an id, in document order, nested ones too.
    objects: Vec<Map<String, Value>>,
    /// The first object with a name under each id.
    named: BTreeMap<String, usize>,
    /// The object that is the article.
    article: Option<usize>,
    /// Where the blocks are written.
    pub(crate) scripts: Vec<Range<usize>>,
    /// Whether some block did not parse.
    pub(crate) broken: bool,
}

/// A person or organisation as given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Party {
    pub(crate) name: String,
    pub(crate) organisation: bool,
    pub(crate) role: Option<String>,
}

/// Nesting followed; schema.org needs about six.
const DEEPEST: usize = 12;

/// Bytes of data read on one page. No article says so much of itself (the
/// largest blocks seen hold its whole text and stay under a tenth of this),
/// and parsed data takes many times its room.
const MOST: usize = 1 << 20;

impl LinkedData {
    /// Reads every block of a page.
    pub(crate) fn read(tree: &Tree<'_>, page: &Decoded) -> Self {
        let mut data = Self::default();
        let mut left = MOST;
        for id in tree.all(Tag::Script) {
            let script = tree.node(id);
            let of_kind =
                |kind: &str| kind.trim().to_ascii_lowercase().starts_with("application/ld+json");
            if !script.get("type").is_some_and(of_kind) {
                continue;
            }
            let sources = tree.inside(id).map(|text| tree.node(text).source.clone());
            let Some(rest) = left.checked_sub(sources.clone().map(|source| source.len()).sum())
            else {
                continue;
            };
            left = rest;
            let text: String = sources.filter_map(|source| page.text.get(source)).collect();
            match parse(&text) {
                Some(value) => {
                    data.collect(&value, DEEPEST);
                    data.scripts.extend(tree.inside(id).map(|at| tree.node(at).source.clone()));
                }
                None => data.broken |= !text.trim().is_empty(),
            }
        }
        data.article = data.find_article();
        data
    }

    fn collect(&mut self, value: &Value, depth: usize) {
        if depth == 0 {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, depth - 1)),
            Value::Object(object) => {
                if object.contains_key("@type") || object.contains_key("@id") {
                    if let (Some(Value::String(id)), true) =
                        (object.get("@id"), object.contains_key("name"))
                    {
                        self.named.entry(id.clone()).or_insert(self.objects.len());
                    }
                    self.objects.push(object.clone());
                }
                for key in [
                    "@graph",
                    "mainEntity",
                    "mainEntityOfPage",
                    "itemListElement",
                    "author",
                    "publisher",
                ] {
                    if let Some(inner) = object.get(key) {
                        self.collect(inner, depth - 1);
                    }
                }
            }
            _ => {}
        }
    }

    /// The article is the first object of an article's type that has a headline
    /// or a date; else any object of such a type, else the page itself.
    fn find_article(&self) -> Option<usize> {
        let rank = |object: &Map<String, Value>| {
            let told = ["headline", "datePublished", "articleBody"]
                .iter()
                .any(|key| object.contains_key(*key));
            let kinds = kinds(object);
            let is = |ending: &[&str]| {
                kinds.iter().any(|kind| ending.iter().any(|end| kind.ends_with(end)))
            };
            if is(&["Article", "Posting", "Review", "Report", "Recipe"]) {
                Some(i32::from(!told))
            } else if is(&["WebPage", "ItemPage", "Page", "VideoObject", "Event"]) && told {
                Some(2)
            } else {
                None
            }
        };
        let ranked = self.objects.iter().enumerate();
        ranked.filter_map(|(at, object)| Some((rank(object)?, at))).min().map(|(_, at)| at)
    }

    fn article(&self) -> Option<&Map<String, Value>> {
        self.objects.get(self.article?)
    }

    /// The text of the article, as written but for escapes.
    pub(crate) fn body(&self) -> Option<&str> {
        self.article()?.get("articleBody")?.as_str()
    }

    /// Whether everyone may read the article, or each part of it, if the data says so.
    pub(crate) fn is_free(&self) -> Option<bool> {
        let free = |object: &Map<String, Value>| match object.get("isAccessibleForFree")? {
            Value::Bool(free) => Some(*free),
            Value::String(words) => words.to_ascii_lowercase().parse().ok(),
            _ => None,
        };
        let article = self.article()?;
        let parts = match article.get("hasPart") {
            Some(Value::Array(parts)) => parts.iter().collect(),
            Some(part) => vec![part],
            None => Vec::new(),
        };
        let of_parts = || {
            let told = parts.iter().filter_map(|part| free(part.as_object()?));
            told.reduce(|one, other| one && other)
        };
        free(article).or_else(of_parts)
    }

    /// Whether an object says that the page is an article, and what it is called.
    pub(crate) fn declares_article(&self) -> bool {
        let of_article = |object: &Map<String, Value>| {
            let kinds = kinds(object);
            kinds.iter().any(|kind| ["Article", "Posting"].iter().any(|end| kind.ends_with(end)))
        };
        self.article()
            .is_some_and(|article| of_article(article) && article.contains_key("headline"))
    }

    /// A value of the article as words.
    pub(crate) fn words(&self, key: &str) -> Option<String> {
        self.article().and_then(|article| first_words(article.get(key)?))
    }

    /// All values of the article under `key`.
    pub(crate) fn list(&self, key: &str) -> Vec<String> {
        let mut list = Vec::new();
        if let Some(value) = self.article().and_then(|article| article.get(key)) {
            all_words(value, &mut list);
        }
        list
    }

    /// What the objects under `key` of the article say under `inner`.
    pub(crate) fn inner(&self, key: &str, inner: &str) -> Vec<String> {
        let objects = match self.article().and_then(|article| article.get(key)) {
            Some(Value::Array(items)) => items.iter().collect(),
            Some(value) => vec![value],
            None => Vec::new(),
        };
        let mut found = Vec::new();
        for object in objects.into_iter().filter_map(Value::as_object) {
            if let Some(value) = self.full(object).get(inner) {
                all_words(value, &mut found);
            }
        }
        found
    }

    /// The people or organisations under `key`.
    pub(crate) fn parties(&self, key: &str) -> Vec<Party> {
        let mut parties = Vec::new();
        if let Some(value) = self.article().and_then(|article| article.get(key)) {
            self.party(value, &mut parties, DEEPEST);
        }
        parties
    }

    fn party(&self, value: &Value, parties: &mut Vec<Party>, depth: usize) {
        if depth == 0 {
            return;
        }
        match value {
            Value::Array(items) => {
                for item in items {
                    self.party(item, parties, depth - 1);
                }
            }
            Value::String(name) if !name.starts_with("http") => {
                parties.extend(clean(name).map(|name| Party {
                    name,
                    organisation: false,
                    role: None,
                }));
            }
            Value::Object(object) => {
                let object = self.full(object);
                let organisation = kinds(object).iter().any(|kind| kind.ends_with("Organization"));
                let role = object.get("jobTitle").and_then(first_words);
                let mut names = Vec::new();
                if let Some(name) = object.get("name") {
                    all_words(name, &mut names);
                } else if let Some(author) = object.get("author") {
                    self.party(author, parties, depth - 1);
                }
                parties.extend(names.into_iter().map(|name| Party {
                    name,
                    organisation,
                    role: role.clone(),
                }));
            }
            _ => {}
        }
    }

    /// The object itself, or the one of the page that its id names.
    fn full<'a>(&'a self, object: &'a Map<String, Value>) -> &'a Map<String, Value> {
        let id = object.get("@id").and_then(Value::as_str);
        let id = id.filter(|_| !object.contains_key("name"));
        let same = id.and_then(|id| self.objects.get(*self.named.get(id)?));
        same.unwrap_or(object)
    }
}

/// The types of an object, without the vocabulary's address.
fn kinds(object: &Map<String, Value>) -> Vec<&str> {
    let kind = match object.get("@type") {
        Some(Value::String(kind)) => vec![kind.as_str()],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    kind.into_iter().map(|kind| kind.rsplit(['/', ':', '#']).next().unwrap_or(kind)).collect()
}

fn first_words(value: &Value) -> Option<String> {
    let mut list = Vec::new();
    all_words(value, &mut list);
    list.into_iter().next()
}

fn all_words(value: &Value, list: &mut Vec<String>) {
    match value {
        Value::String(words) => list.extend(clean(words)),
        Value::Array(items) => items.iter().for_each(|item| {
            if !item.is_array() {
                all_words(item, list);
            }
        }),
        Value::Object(object) => {
            if let Some(Value::String(words)) = object.get("name").or(object.get("@value")) {
                list.extend(clean(words));
            }
        }
        _ => {}
    }
}

/// Words with references resolved and white space folded; `None` where blank.
fn clean(words: &str) -> Option<String> {
    let words: String = references::pieces(words, 0..words.len()).map(|piece| piece.text).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(block: &str, key: &str, expected: &[&str]) {
        let mut data = LinkedData::default();
        if let Some(value) = parse(block) {
            data.collect(&value, DEEPEST);
        }
        data.article = data.find_article();
        assert_eq!(data.list(key), expected);
    }

    #[test]
    fn the_article_is_found_in_a_graph() {
        check(
            r#"{"@graph":[{"@type":"WebSite","name":"Coast"},{"@type":["Thing","schema:NewsArticle"],"headline":"Ferry &amp; port"}]}"#,
            "headline",
            &["Ferry & port"],
        );
    }

    #[test]
    fn an_author_named_by_id_is_looked_up() {
        let value = parse(
            r##"{"@graph":[{"@type":"Article","headline":"a","author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ada Lane"}]}"##,
        );
        let mut data = LinkedData::default();
        data.collect(&value.unwrap(), DEEPEST);
        data.article = data.find_article();
        let party = Party { name: "Ada Lane".into(), organisation: false, role: None };
        assert_eq!(data.parties("author"), [party]);
    }

    #[test]
    fn broken_blocks_are_repaired() {
        check(
            "<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"a\nb\",}\n-->",
            "headline",
            &["a b"],
        );
        check(
            "//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"it\\'s\"}//]]>",
            "headline",
            &["it's"],
        );
        check("{\"@type\":\"Article\",", "headline", &[]);
        check("window.x = 1", "headline", &[]);
    }
}
