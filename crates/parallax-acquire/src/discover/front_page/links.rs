//! The links of a page: where they lead, what they say, where they stand.

use super::is_own;
use crate::{
    discover::gathered::Gathered,
    markup::{Dialect, Markup, Tag, Token, decoded},
};
use std::collections::BTreeMap;
use url::Url;

/// An address that the page links to, by all its links.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) url: Url,
    /// The most that one link to it says.
    pub(super) text: String,
    in_heading: bool,
    in_article: bool,
    /// Whether all links to it stand in menus and the like.
    in_furniture: bool,
}

/// A headline has this many words, or this many letters.
const HEADLINE_WORDS: usize = 4;
const HEADLINE_LETTERS: usize = 20;

/// Where words have no blanks between them, a headline has this many signs.
const HEADLINE_SIGNS: usize = 9;

impl Link {
    pub(super) fn is_headline(&self) -> bool {
        let words = self.text.split_whitespace().count();
        let letters = self.text.chars().count();
        let dense = self.text.chars().filter(|c| is_dense(*c)).count();
        (words >= HEADLINE_WORDS && letters >= HEADLINE_LETTERS)
            || dense >= HEADLINE_SIGNS
            || (words >= 3 && self.in_heading)
    }

    pub(super) fn weight(&self) -> i32 {
        let says = match self.text.split_whitespace().count() {
            _ if self.is_headline() => 2,
            0 | 3 => 0,
            4.. => 1,
            _ => -1,
        };
        says + i32::from(self.in_heading) * 2 + i32::from(self.in_article)
            - i32::from(self.in_furniture) * 3
    }
}

/// Letters of scripts that are written without blanks: Chinese, Japanese, Thai, Khmer and their like.
fn is_dense(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0EFF | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF)
}

/// Links of the page to its own outlet, in the order they stand, each address once.
pub(super) fn of(text: &str, gathered: &Gathered) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut around = Around::default();
    let mut near: Option<Url> = None;
    let mut open: Option<Open> = None;
    for placed in Markup::new(text, Dialect::Html) {
        match placed.token {
            Token::Start(tag) => {
                if tag.is("base") && near.is_none() {
                    near = tag.get("href").and_then(|href| gathered.whole(&href, None));
                }
                if tag.is("a") {
                    close(open.take(), gathered, near.as_ref(), &mut links, &mut places);
                    open = tag.get("href").map(|href| Open::of(href, &tag, &around));
                }
                if let Some(open) = open.as_mut().filter(|_| tag.is("img")) {
                    open.picture = tag.get("alt");
                }
                around.start(&tag);
                if let Some(open) = &mut open {
                    open.in_heading |= around.heading;
                }
            }
            Token::End(name) => {
                if name.eq_ignore_ascii_case("a") {
                    close(open.take(), gathered, near.as_ref(), &mut links, &mut places);
                }
                around.end(name);
            }
            Token::Text(text) => {
                if let Some(open) = open.as_mut().filter(|open| open.text.len() < LONGEST_TEXT) {
                    open.text.push_str(&decoded(text));
                    open.text.push(' ');
                }
            }
            _ => {}
        }
    }
    close(open, gathered, near.as_ref(), &mut links, &mut places);
    links
}

/// Bytes of a link's text that are read.
const LONGEST_TEXT: usize = 600;

/// A link that is open.
struct Open {
    href: String,
    text: String,
    /// What its picture is said to show.
    picture: Option<String>,
    /// What the link is said to be.
    label: Option<String>,
    in_heading: bool,
    in_article: bool,
    in_furniture: bool,
}

impl Open {
    fn of(href: String, tag: &Tag<'_>, around: &Around) -> Self {
        Self {
            href,
            text: String::new(),
            picture: None,
            label: tag.get("aria-label").or_else(|| tag.get("title")),
            in_heading: around.heading,
            in_article: around.in_article(),
            in_furniture: around.in_furniture() || names_furniture(tag),
        }
    }
}

fn close(
    open: Option<Open>,
    gathered: &Gathered,
    near: Option<&Url>,
    links: &mut Vec<Link>,
    places: &mut BTreeMap<String, usize>,
) {
    let Some(open) = open else { return };
    // A place in this page, or an action.
    if open.href.starts_with('#') {
        return;
    }
    let Some(url) = gathered.whole(&open.href, near) else { return };
    if !is_own(&url, gathered.base())
        || url.path() == gathered.base().path() && url.query() == gathered.base().query()
    {
        return;
    }
    let said = [Some(open.text), open.label, open.picture].into_iter().flatten();
    let said = said
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .find(|text| !text.is_empty());
    let text = said.unwrap_or_default();
    let Open { in_heading, in_article, in_furniture, .. } = open;
    let place = *places.entry(url.to_string()).or_insert(links.len());
    match links.get_mut(place) {
        Some(link) => {
            link.in_heading |= in_heading;
            link.in_article |= in_article;
            link.in_furniture &= in_furniture;
            if text.chars().count() > link.text.chars().count() {
                link.text = text;
            }
        }
        None => links.push(Link { url, text, in_heading, in_article, in_furniture }),
    }
}

/// The elements that are open around a place of the page.
#[derive(Default)]
struct Around {
    open: Vec<(String, bool)>,
    furniture: usize,
    articles: usize,
    heading: bool,
}

/// Elements that are followed; others, and those that have no end, say nothing.
const FOLLOWED: &[&str] = &[
    "nav", "header", "footer", "aside", "form", "div", "section", "ul", "ol", "li", "article",
    "main", "table",
];

/// Deeper pages are not followed any deeper.
const DEEPEST: usize = 400;

/// How far an end tag may be from its start, where others were not closed.
const FARTHEST: usize = 12;

impl Around {
    fn start(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        if is_heading(&name) {
            self.heading = true;
        }
        if tag.empty || self.open.len() >= DEEPEST || !FOLLOWED.contains(&name.as_str()) {
            return;
        }
        // The header of an article holds its headline.
        let by_name = matches!(name.as_str(), "nav" | "footer" | "aside" | "form")
            || (name == "header" && self.articles == 0);
        let furniture = by_name || (self.articles == 0 && name != "main" && names_furniture(tag));
        self.furniture += usize::from(furniture);
        self.articles += usize::from(name == "article");
        self.open.push((name, furniture));
    }

    fn end(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        if is_heading(&name) {
            self.heading = false;
        }
        let near = self.open.iter().rev().take(FARTHEST).position(|(open, _)| *open == name);
        for _ in 0..near.map_or(0, |at| at + 1) {
            if let Some((name, furniture)) = self.open.pop() {
                self.furniture -= usize::from(furniture);
                self.articles -= usize::from(name == "article");
            }
        }
    }

    fn in_article(&self) -> bool {
        self.articles > 0
    }

    fn in_furniture(&self) -> bool {
        self.furniture > 0
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5")
}

/// Words by which pages name what is no list of articles: classes, ids and roles, part by part.
const FURNITURE: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "footer",
    "breadcrumb",
    "breadcrumbs",
    "social",
    "share",
    "sharing",
    "cookie",
    "consent",
    "newsletter",
    "subscribe",
    "login",
    "tags",
    "pagination",
    "pager",
    "topbar",
    "masthead",
    "toolbar",
    "langs",
    "languages",
    "advert",
    "ads",
    "promo",
    "sponsor",
];

fn names_furniture(tag: &Tag<'_>) -> bool {
    ["class", "id", "role"].iter().any(|key| {
        let value = tag.get(key).unwrap_or_default().to_ascii_lowercase();
        value.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| FURNITURE.contains(&word))
    })
}
