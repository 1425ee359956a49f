//! Titles in a page's head: the headline, and what stands around it there.

use crate::{
    address,
    html::{Page, flow, tree::Tag},
    lines,
};
use parallax_language::{fold, words};
use parallax_model::cut;
use std::ops::Range;

/// What stands between headline and outlet in a `<title>`.
const SEPARATORS: [&str; 14] = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " ‹ ", " « ", " ~ ", "｜", "：",
];

/// The `<title>` and where its text stands.
pub(crate) fn title(page: &Page<'_>) -> Option<(String, Range<usize>)> {
    let id = page
        .tree
        .all(Tag::Title)
        .find(|&id| !page.tree.above(id).any(|outer| page.tree.node(outer).tag == Tag::Svg))?;
    let text = page.tree.inside(id).find(|&at| page.tree.node(at).tag == Tag::Text)?;
    let source = page.tree.node(text).source.clone();
    let words = flow::raw_words(page.decoded, source.clone());
    (!words.is_empty()).then(|| (words.as_str().to_owned(), source))
}

/// The parts of a title between separators.
pub(crate) fn parts(title: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(rest) = title.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(separator) = SEPARATORS.iter().find(|separator| rest.starts_with(**separator)) {
            parts.push(start..at);
            at += separator.len();
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    parts.push(start..title.len());
    parts.retain(|part| !part.is_empty());
    parts
}

/// The words of a text, folded, nothing between them: what two names share
/// that differ only in how they are printed.
pub(crate) fn key(text: &str) -> String {
    words(text).map(|word| fold(word.of(text))).collect()
}

/// The names the site has in the page's data and in its address, as keys.
pub(crate) struct SiteNames(Vec<String>);

impl SiteNames {
    /// Collects the names.
    pub(crate) fn of(page: &Page<'_>) -> Self {
        let told = ["og:site_name", "application-name", "apple-mobile-web-app-title"];
        let mut names: Vec<String> =
            told.iter().flat_map(|name| page.meta.all(name)).map(key).collect();
        names.extend(page.linked.parties("publisher").iter().map(|party| key(&party.name)));
        let domain = page.url.as_deref().and_then(address::domain).unwrap_or_default();
        names.push(key(&domain));
        names.push(key(domain.split('.').next().unwrap_or_default()));
        names.retain(|name| name.chars().count() > 1);
        Self(names)
    }

    /// Whether a part that ends a title is the site's name, or the most of it:
    /// `Tide Post` of `Tide Post News`.
    fn holds_most(&self, part: &str) -> bool {
        const WORDS: usize = 2;
        let words = words(part).nth(WORDS - 1).is_some();
        let part = key(part);
        let most = |name: &String| name.starts_with(&part) && part.len() * 3 >= name.len() * 2;
        words && self.0.iter().any(most)
    }

    /// Whether a part of a title is the site's name.
    pub(crate) fn holds(&self, part: &str) -> bool {
        let part = key(part);
        self.0.contains(&part)
    }

    /// The part of a title without the site's name and the day, at either end.
    pub(crate) fn strip(&self, title: &str) -> Range<usize> {
        let mut parts = parts(title);
        let furniture = |part: &Range<usize>| {
            let words = cut(title, part.clone());
            self.holds(words) || lines::stamp(words).is_some_and(|at| at.range == (0..words.len()))
        };
        while parts.len() > 1 && parts.last().is_some_and(furniture) {
            parts.pop();
        }
        let most = |part: &Range<usize>| self.holds_most(cut(title, part.clone()));
        if parts.len() > 1 && parts.last().is_some_and(most) {
            parts.pop();
        }
        let first = parts.iter().take(parts.len() - 1).take_while(|part| furniture(part)).count();
        let start = parts.get(first).map_or(0, |part| part.start);
        start..parts.last().map_or(title.len(), |part| part.end)
    }

    /// The headline in a title: without the site's name; where that is not
    /// known, the longest part.
    pub(crate) fn headline(&self, title: &str) -> Range<usize> {
        let kept = self.strip(title);
        if kept != (0..title.len()) {
            return kept;
        }
        let longest = parts(title).into_iter().max_by_key(ExactSizeIterator::len);
        longest.unwrap_or(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, expected: &str) {
        let names = SiteNames(vec!["tidepost".into(), "tidepostexample".into()]);
        assert_eq!(cut(title, names.strip(title)), expected);
    }

    #[test]
    fn the_name_of_the_site_goes() {
        check("Ferry runs aground | Tide Post", "Ferry runs aground");
        check("Tide Post :: Ferry runs aground", "Ferry runs aground");
        check("Ferry runs aground – Tide Post – 12.03.2026", "Ferry runs aground");
        check("Ferry - what we know - TidePost.example", "Ferry - what we know");
    }

    #[test]
    fn most_of_the_name_goes_from_the_end() {
        let names = SiteNames(vec!["tidepostnews".into()]);
        let title = "Ferry runs aground | Tide Post";
        assert_eq!(cut(title, names.strip(title)), "Ferry runs aground");
        let title = "Ferry runs aground | Tide";
        assert_eq!(names.strip(title), 0..title.len());
    }

    #[test]
    fn a_title_that_is_only_a_name_stays() {
        check("Tide Post", "Tide Post");
        check("Tide Post | TidePost.example", "Tide Post");
    }
}
