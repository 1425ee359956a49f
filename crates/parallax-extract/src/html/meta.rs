//! What a page says of itself in `<meta>`, `<link>` and schema.org attributes.

use super::{
    flow,
    tree::{Node, Tag, Tree},
};
use crate::encoding::Decoded;
use std::ops::Range;

/// The named values of a page.
#[derive(Debug, Default)]
pub(crate) struct Meta {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    /// The letters and figures of the name.
    bare: String,
    value: String,
    source: Range<usize>,
}

impl Meta {
    /// Reads every `<meta>` of a page that does not belong to a thing other than the page.
    pub(crate) fn read(tree: &Tree<'_>) -> Self {
        let mut entries = Vec::new();
        for id in tree.all(Tag::Meta) {
            let node = tree.node(id);
            let Some(content) = node.attribute("content") else { continue };
            let value = content.value.split_whitespace().collect::<Vec<_>>().join(" ");
            if value.is_empty() {
                continue;
            }
            let own = ["property", "name"].iter().filter_map(|key| node.get(key));
            let attribute = node.get("itemprop").filter(|_| of_article(tree, id));
            let names = own.chain(attribute);
            for name in names {
                let name = name.to_ascii_lowercase();
                let source = content.source.clone();
                let bare = name.chars().filter(char::is_ascii_alphanumeric).collect();
                entries.push(Entry { name, bare, value: value.clone(), source });
            }
        }
        Self { entries }
    }

    /// The first value of the first of `names` that has one.
    pub(crate) fn first(&self, names: &[&str]) -> Option<&str> {
        self.place(names).map(|(value, _)| value)
    }

    /// The first value of the first of `names` that has one, and where it stands.
    pub(crate) fn place(&self, names: &[&str]) -> Option<(&str, Range<usize>)> {
        names.iter().find_map(|name| {
            let entry = self.entries.iter().find(|entry| entry.name == *name)?;
            Some((entry.value.as_str(), entry.source.clone()))
        })
    }

    /// Every value with its name, of which letters and figures are kept.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|entry| (entry.bare.as_str(), entry.value.as_str()))
    }

    /// All values of `name`.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.entries.iter().filter(move |e| e.name == name).map(|e| e.value.as_str())
    }
}

/// The values of a schema.org property of the article, as printed on the page.
pub(crate) fn microdata(tree: &Tree<'_>, page: &Decoded, property: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut skip = 0;
    for (id, node) in tree.nodes().iter().enumerate() {
        let named = node.has("itemprop", property) || in_rdfa(node, property);
        if id < skip || !named || !of_article(tree, id) {
            continue;
        }
        skip = node.end;
        let name = node
            .attribute("itemscope")
            .or_else(|| node.attribute("typeof"))
            .and_then(|_| tree.inside(id).find(|&inner| names_thing(tree.node(inner))));
        let at = name.unwrap_or(id);
        let words = value(tree, page, at);
        if !words.is_empty() {
            values.push(words);
        }
    }
    values
}

/// Properties of schema.org, each with what Dublin Core calls the same.
const DUBLIN_CORE: [(&str, &[&str]); 5] = [
    ("author", &["dc:creator", "dcterms:creator"]),
    (
        "datePublished",
        &["dc:issued", "dcterms:issued", "dcterms:created", "dc:date", "dcterms:date"],
    ),
    ("dateModified", &["dcterms:modified"]),
    ("keywords", &["dc:subject", "dcterms:subject"]),
    ("headline", &["dc:title", "dcterms:title"]),
];

/// Whether `RDFa` on the page says that an element holds a property of schema.org,
/// or what Dublin Core calls the same. What stands in `<meta>` is read by name.
fn in_rdfa(node: &Node<'_>, property: &str) -> bool {
    let Some(given) = node.get("property").filter(|_| node.tag != Tag::Meta) else { return false };
    let same = |name: &str| {
        let local = name
            .strip_prefix("schema:")
            .or_else(|| name.rsplit_once("schema.org/").map(|(_, local)| local));
        let core = DUBLIN_CORE.iter().find(|(known, _)| *known == property);
        local.unwrap_or(name) == property
            || core
                .is_some_and(|(_, names)| names.iter().any(|core| core.eq_ignore_ascii_case(name)))
    };
    given.split_whitespace().any(same)
}

/// Whether an element holds the name of the thing around it.
fn names_thing(node: &Node<'_>) -> bool {
    node.has("itemprop", "name") || in_rdfa(node, "name")
}

/// The value of an element: its attribute, or its words.
fn value(tree: &Tree<'_>, page: &Decoded, id: usize) -> String {
    let node = tree.node(id);
    let attribute = ["content", "datetime"].iter().find_map(|key| node.get(key));
    match attribute.filter(|value| !value.is_empty()) {
        Some(value) => value.split_whitespace().collect::<Vec<_>>().join(" "),
        None => flow::words(tree, page, id).as_str().to_owned(),
    }
}

/// Whether a property is one of the article, not of something inside it.
fn of_article(tree: &Tree<'_>, id: usize) -> bool {
    let is_scope = |outer: &usize| {
        let node = tree.node(*outer);
        node.attribute("itemscope").is_some() || node.attribute("typeof").is_some()
    };
    let scope = tree.above(id).find(is_scope).map(|scope| tree.node(scope));
    let kind = scope.and_then(|scope| scope.get("itemtype").or_else(|| scope.get("typeof")));
    let Some(kinds) = kind else { return true };
    kinds.split_whitespace().any(|kind| {
        ["Article", "Posting", "WebPage", "CreativeWork", "Review", "Recipe", "Item", "Document"]
            .iter()
            .any(|ending| kind.trim_end_matches('/').ends_with(ending))
    })
}
