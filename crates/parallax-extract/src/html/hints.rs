//! What authors of pages call their elements, and what that says.

mod words;

use super::tree::{Node, Tag};
use crate::word_map::WordMap;
use std::{cmp::Reverse, sync::LazyLock};
use words::Words;

const TABLE: &str = include_str!("../../data/html/hints.tsv");

/// What an element's names say it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hint {
    Body,
    Navigation,
    Languages,
    Masthead,
    Share,
    Cookie,
    Newsletter,
    Advert,
    Teaser,
    Tags,
    Author,
    Byline,
    Date,
    Comments,
    Paywall,
    Picture,
    Footer,
    Other,
    Hidden,
    /// Looks like furniture by name, and is not.
    Plain,
}

impl Hint {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "body" => Self::Body,
            "navigation" => Self::Navigation,
            "languages" => Self::Languages,
            "masthead" => Self::Masthead,
            "share" => Self::Share,
            "cookie" => Self::Cookie,
            "newsletter" => Self::Newsletter,
            "advert" => Self::Advert,
            "teaser" => Self::Teaser,
            "tags" => Self::Tags,
            "author" => Self::Author,
            "byline" => Self::Byline,
            "date" => Self::Date,
            "comments" => Self::Comments,
            "paywall" => Self::Paywall,
            "picture" => Self::Picture,
            "footer" => Self::Footer,
            "other" => Self::Other,
            "hidden" => Self::Hidden,
            "plain" => Self::Plain,
            _ => return None,
        })
    }
}

/// What a name says, by which rule of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) rule: usize,
    /// The words hardly ever mean anything else.
    pub(crate) sure: bool,
    pub(crate) hint: Hint,
}

/// The table, sorted by words.
static HINTS: LazyLock<Vec<(Vec<&str>, Hint, bool)>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let mut hints: Vec<_> = lines
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let words = fields.next()?.split(' ').collect::<Vec<_>>();
            Some((words, Hint::of(fields.next()?)?, fields.next() == Some("sure")))
        })
        .collect();
    hints.sort();
    hints
});

/// The rules that begin with a word, longest first.
static BY_FIRST_WORD: LazyLock<WordMap<Vec<usize>>> = LazyLock::new(|| {
    let mut rules: WordMap<Vec<usize>> = WordMap::default();
    let mut order: Vec<_> = HINTS.iter().enumerate().collect();
    order.sort_by_key(|(_, (words, ..))| Reverse(words.len()));
    for (at, (words, ..)) in order {
        words.first().into_iter().for_each(|first| {
            rules.or_insert_with(first, Vec::new).push(at);
        });
    }
    rules
});

/// Names of an element longer than this are generated, and say nothing.
const LONGEST_NAME: usize = 60;

/// What names met before on a page say: pages call many elements alike.
type Known<'a> = WordMap<Option<(usize, Named)>, &'a str>;

/// What the names of each element say.
pub(crate) fn of_all_names(nodes: &[Node<'_>]) -> Vec<Option<Named>> {
    let mut known = Known::default();
    let named = |node| of_names(node, &mut known);
    nodes.iter().map(named).collect()
}

/// What the class, id and test names of an element say; the rule of most words
/// has it, the earlier name on a tie.
fn of_names<'a>(node: &'a Node<'_>, known: &mut Known<'a>) -> Option<Named> {
    const KEYS: [&str; 6] =
        ["class", "id", "data-component", "data-testid", "data-test-id", "data-qa"];
    if node.attributes.is_empty() {
        return None;
    }
    let names = KEYS.iter().filter_map(|key| node.get(key)).flat_map(str::split_whitespace);
    let mut best: Option<(usize, Named)> = None;
    for name in names.take(40).filter(|name| name.len() <= LONGEST_NAME) {
        if let Some((length, named)) = *known.or_insert_with(name, || of_name(name))
            && best.is_none_or(|(longest, _)| length > longest)
        {
            best = Some((length, named));
        }
    }
    best.map(|(_, named)| named)
}

/// The longest rule that the words of one name hold, and its length.
fn of_name(name: &str) -> Option<(usize, Named)> {
    let words = Words::of(name);
    // `has-sidebar` and `no-comments` speak of something else's state.
    if matches!(words.at(0), Some("has" | "no" | "with" | "without" | "not" | "is")) {
        return None;
    }
    let mut best: Option<(usize, Named)> = None;
    for at in 0..words.count() {
        let rules = words.at(at).and_then(|first| BY_FIRST_WORD.get(first)).into_iter().flatten();
        let mut fitting = rules.filter_map(|&rule| HINTS.get(rule).map(|hint| (rule, hint)));
        let holds = |rule: &[&str]| {
            rule.iter().enumerate().all(|(ahead, word)| words.at(at + ahead) == Some(word))
        };
        let longest = fitting.find(|(_, (rule, ..))| holds(rule));
        if let Some((rule, (words, hint, sure))) = longest
            && best.is_none_or(|(length, _)| words.len() > length)
        {
            best = Some((words.len(), Named { rule, hint: *hint, sure: *sure }));
        }
    }
    best
}

/// What the element itself, or its role, says.
pub(crate) fn of_element(node: &Node<'_>) -> Option<Hint> {
    if node.attributes.is_empty() {
        return of_tag(node.tag);
    }
    if node.get("itemprop") == Some("articleBody") {
        return Some(Hint::Body);
    }
    if is_hidden(node) {
        return Some(Hint::Hidden);
    }
    match node.get("role") {
        Some("navigation" | "menu" | "menubar" | "search") => return Some(Hint::Navigation),
        Some("contentinfo") => return Some(Hint::Footer),
        Some("banner") => return Some(Hint::Masthead),
        Some("complementary") => return Some(Hint::Teaser),
        Some("dialog" | "alertdialog") => return Some(Hint::Other),
        _ => {}
    }
    of_tag(node.tag)
}

fn of_tag(tag: Tag) -> Option<Hint> {
    match tag {
        Tag::Nav | Tag::Menu => Some(Hint::Navigation),
        Tag::Footer => Some(Hint::Footer),
        Tag::Aside => Some(Hint::Teaser),
        Tag::Form | Tag::Fieldset | Tag::Button | Tag::Label | Tag::Dialog => Some(Hint::Other),
        _ => None,
    }
}

/// Whether an element is called after a picture.
pub(crate) fn names_picture(node: &Node<'_>) -> bool {
    const NAMES: [&str; 14] = [
        "photo",
        "photos",
        "image",
        "images",
        "img",
        "picture",
        "pic",
        "media",
        "foto",
        "bild",
        "imagen",
        "illustration",
        "thumb",
        "thumbnail",
    ];
    let names = ["class", "id"].iter().filter_map(|key| node.get(key));
    names
        .flat_map(str::split_whitespace)
        .filter(|name| name.len() <= LONGEST_NAME)
        .any(|name| Words::of(name).all().any(|word| NAMES.contains(&word)))
}

fn is_hidden(node: &Node<'_>) -> bool {
    const NAMES: [&str; 8] = [
        "hidden",
        "hide",
        "is-hidden",
        "u-hidden",
        "d-none",
        "visually-hidden",
        "sr-only",
        "display-none",
    ];
    let style = node.get("style").unwrap_or_default();
    let classes = node.get("class").unwrap_or_default();
    node.attribute("hidden").is_some()
        || classes
            .split_whitespace()
            .any(|class| NAMES.iter().any(|name| class.eq_ignore_ascii_case(name)))
        || style.split(';').any(|rule| {
            let mut sides = rule.splitn(2, ':').map(str::trim);
            let (key, value) = (sides.next().unwrap_or(""), sides.next().unwrap_or(""));
            matches!(
                (key.to_ascii_lowercase().as_str(), value.to_ascii_lowercase().as_str()),
                ("display", "none") | ("visibility", "hidden")
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: Option<Hint>) {
        assert_eq!(of_name(name).map(|(_, named)| named.hint), expected);
    }

    #[test]
    fn names_are_read_by_their_words() {
        check("articleBody", Some(Hint::Body));
        check("td-post-content", Some(Hint::Body));
        check("c-newsletter__box", Some(Hint::Newsletter));
        check("mostRead2", Some(Hint::Teaser));
        check("header", None);
        check("thread", None);
    }

    #[test]
    fn names_of_a_state_say_nothing() {
        check("has-sidebar", None);
        check("no-comments", None);
    }

    #[test]
    fn every_rule_is_found() {
        for (rule, hint, _) in HINTS.iter() {
            if !matches!(rule.first(), Some(&("has" | "no" | "with" | "without" | "not" | "is"))) {
                check(&rule.join("-"), Some(*hint));
            }
        }
    }
}
