//! Elements named as in a style sheet, as far as outlets need it.

use crate::html::{Tag, Tree};

/// Names elements: `div.copy p`, `#top .date`, `h1`.
///
/// Parts are set apart by white space, each inside the one before; a part is an
/// element's name, classes and an id, any of which may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector(Vec<Part>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Part {
    tag: Option<String>,
    classes: Vec<String>,
    id: Option<String>,
}

impl Selector {
    /// Reads a selector; the error says what is wrong with it.
    ///
    /// ```
    /// use parallax_extract::Selector;
    /// assert!(Selector::parse("article.story > p").is_err());
    /// assert!(Selector::parse("article.story p").is_ok());
    /// ```
    pub fn parse(text: &str) -> Result<Self, String> {
        let parts: Vec<Part> = text.split_whitespace().map(part).collect::<Result<_, _>>()?;
        if parts.is_empty() { Err("the selector is empty".to_owned()) } else { Ok(Self(parts)) }
    }

    /// The elements it names, in document order, none inside another.
    pub(crate) fn elements(&self, tree: &Tree<'_>) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut after = 0;
        for id in 0..tree.nodes().len() {
            if id >= after && self.names(tree, id) {
                after = tree.node(id).end;
                found.push(id);
            }
        }
        found
    }

    fn names(&self, tree: &Tree<'_>, id: usize) -> bool {
        let mut parts = self.0.iter().rev();
        if !parts.next().is_some_and(|last| last.names(tree, id)) {
            return false;
        }
        let mut above = tree.above(id);
        parts.all(|part| above.by_ref().any(|outer| part.names(tree, outer)))
    }
}

impl Part {
    fn names(&self, tree: &Tree<'_>, id: usize) -> bool {
        let node = tree.node(id);
        let tag = self.tag.as_ref().is_none_or(|tag| node.tag == Tag::of(tag));
        tag && node.tag != Tag::Text
            && self.classes.iter().all(|class| node.has("class", class))
            && self.id.as_ref().is_none_or(|id| node.get("id") == Some(id))
    }
}

fn part(text: &str) -> Result<Part, String> {
    let mut part = Part::default();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (mark, tail) = match first {
            '.' | '#' => (first, rest.get(1..).unwrap_or_default()),
            _ => (' ', rest),
        };
        let end = tail.find(['.', '#']).unwrap_or(tail.len());
        let (name, next) = tail.split_at(end);
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        if name.is_empty() || !name.chars().all(plain) {
            return Err(format!("`{text}` is no element, class or id"));
        }
        match mark {
            '.' => part.classes.push(name.to_owned()),
            '#' => part.id = Some(name.to_owned()),
            _ if Tag::of(name) == Tag::of("no-such-element") => {
                return Err(format!("`{name}` is no element that text stands in"));
            }
            _ => part.tag = Some(name.to_ascii_lowercase()),
        }
        rest = next;
    }
    Ok(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(selector: &str, expected: Result<&[&str], &str>) {
        let page = "<article id=top class='story big'><h1>a</h1><div class=copy><p>b</p><p>c</p></div></article><p>d</p>";
        let tree = Tree::read(page);
        let found = Selector::parse(selector).map(|selector| {
            let words = |id: usize| {
                let mut texts = tree.texts(id);
                let source = texts.next().map(|text| tree.node(text).source.clone());
                source.and_then(|source| page.get(source)).unwrap_or_default()
            };
            selector.elements(&tree).into_iter().map(words).collect::<Vec<_>>()
        });
        let expected = expected.map(<[&str]>::to_vec).map_err(str::to_owned);
        assert_eq!(found, expected, "{selector}");
    }

    #[test]
    fn selectors_name_elements() {
        check("p", Ok(&["b", "c", "d"]));
        check(".copy p", Ok(&["b", "c"]));
        check("article.story.big #top", Ok(&[]));
        check("article.story.big h1", Ok(&["a"]));
        check("#top", Ok(&["a"]));
        check("div.other p", Ok(&[]));
    }

    #[test]
    fn what_is_no_selector_is_refused() {
        check("", Err("the selector is empty"));
        check("div > p", Err("`>` is no element, class or id"));
        check("p..a", Err("`p..a` is no element, class or id"));
        check("tide p", Err("`tide` is no element that text stands in"));
    }
}
