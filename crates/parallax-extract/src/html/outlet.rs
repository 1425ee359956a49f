//! Who published the page.
//!
//! In this order: JSON-LD, `<meta>`, the tail of the title, the masthead or the
//! logo, the copyright line.

use super::{Page, flow, headline, hints::Hint, tree::Tag, when};
use crate::address;
use parallax_language::fold;
use parallax_model::{Outlet, OutletFrom, cut};
use xxhash_rust::xxh3::Xxh3;

/// A name longer than this, in characters, is a slogan.
const LONGEST_NAME: usize = 60;

/// The outlet, best source first: JSON-LD, `<meta>`, the tail of the title, the
/// masthead, the copyright line.
pub(crate) fn find(page: &Page<'_>) -> Outlet {
    let publisher = page.linked.parties("publisher").into_iter().map(|party| party.name).next();
    let meta = page.meta.first(&[
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "dc.publisher",
        "twitter:app:name:iphone",
    ]);
    let sources: [(&dyn Fn() -> Option<String>, OutletFrom); 5] = [
        (&|| publisher.clone(), OutletFrom::JsonLd),
        (&|| meta.map(str::to_owned), OutletFrom::Meta),
        (&|| of_title(page), OutletFrom::Title),
        (&|| of_masthead(page), OutletFrom::Chrome),
        (&|| of_copyright(page), OutletFrom::Chrome),
    ];
    let named = sources
        .into_iter()
        .find_map(|(name, from)| Some((name().filter(|name| is_name(name))?, from)));
    let (name, from) = named.map_or((None, OutletFrom::Chrome), |(name, from)| (Some(name), from));
    Outlet {
        name,
        domain: page.url.as_deref().and_then(address::domain),
        from,
        fingerprint: fingerprint(page),
        offset: when::zone(page),
    }
}

fn is_name(name: &str) -> bool {
    let size = name.chars().count();
    (2..=LONGEST_NAME).contains(&size) && !name.starts_with("http") && !name.starts_with('@')
}

/// The part of the title that is not the headline.
fn of_title(page: &Page<'_>) -> Option<String> {
    let (title, _) = headline::title(page)?;
    let parts = headline::parts(&title);
    if parts.len() < 2 {
        return None;
    }
    let printed =
        page.headline.and_then(|at| page.blocks.get(at)).map(|block| fold(block.words()))?;
    let mut others = parts.iter().map(|part| cut(&title, part.clone()).trim()).filter(|part| {
        let folded = fold(part);
        !folded.is_empty() && !printed.contains(&folded)
    });
    let last = others.next_back()?;
    let first = others.next();
    let seen = |name: &str| furniture_holds(page, name);
    let name = first.filter(|first| seen(first) && !seen(last)).unwrap_or(last);
    Some(name.to_owned())
}

/// Whether words outside the body hold a name.
fn furniture_holds(page: &Page<'_>, name: &str) -> bool {
    let name = fold(name);
    let outside =
        page.blocks.iter().filter(|block| !page.tree.within(block.first, page.body.container));
    outside.filter(|block| block.size < 200).any(|block| fold(block.words()).contains(&name))
}

/// The words of the first link to the front page, or of the logo in it.
fn of_masthead(page: &Page<'_>) -> Option<String> {
    let root = page.url.as_deref().and_then(|url| address::resolve(Some(url), "/"));
    let is_root = |href: &str| {
        href == "/" || (root.is_some() && address::resolve(page.url.as_deref(), href) == root)
    };
    let links =
        page.tree.all(Tag::A).filter(|&id| page.tree.node(id).get("href").is_some_and(is_root));
    let named = links.take(8).filter_map(|id| {
        let words = flow::words(page.tree, page.decoded, id).as_str().to_owned();
        let inside = page.tree.inside(id);
        let alt = inside.filter_map(|at| page.tree.node(at).get("alt")).find(|alt| !alt.is_empty());
        let title = page.tree.node(id).get("title");
        let label = page.tree.node(id).get("aria-label");
        [Some(words.as_str()), alt, title, label]
            .into_iter()
            .flatten()
            .find(|name| is_name(name) && !is_home(name))
            .map(str::to_owned)
    });
    named.into_iter().next().or_else(|| loud_start(page)).or_else(|| of_logo(page))
}

/// What the first picture of the page's head is said to show, where that can be a name.
fn of_logo(page: &Page<'_>) -> Option<String> {
    /// Pictures looked at.
    const FIRST: usize = 4;
    /// Words of a name, at most.
    const MOST_WORDS: usize = 6;
    let end = page.headline.and_then(|at| page.blocks.get(at)).map_or(0, |block| block.first);
    let pictures = page.tree.all(Tag::Img).take_while(|&id| id < end).take(FIRST);
    let own = pictures.filter(|&id| page.zones.hint(id) != Some(Hint::Advert));
    let alts = own.filter_map(|id| page.tree.node(id).get("alt"));
    let mut names = alts.map(without_logo).filter(|name| {
        let words: Vec<&str> = name.split_whitespace().collect();
        is_name(name)
            && !is_home(name)
            && words.len() <= MOST_WORDS
            && !name.ends_with(['.', '!', '?'])
            && [words.first(), words.last()]
                .into_iter()
                .flatten()
                .all(|word| word.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase()))
    });
    names.next().map(str::to_owned)
}

/// `Tide Post` of `Tide Post logo` and `Logo: Tide Post`.
fn without_logo(alt: &str) -> &str {
    let alt = alt.trim();
    let (first, last) = (alt.split_once(' '), alt.rsplit_once(' '));
    let says = |word: &str| fold(word.trim_matches(':')) == "logo";
    match (first, last) {
        (_, Some((name, word))) if says(word) => name,
        (Some((word, name)), _) if says(word) => name.strip_prefix("of ").unwrap_or(name),
        _ => alt,
    }
}

/// Words for the front page that are no name.
fn is_home(name: &str) -> bool {
    const HOME: [&str; 14] = [
        "home",
        "homepage",
        "front page",
        "главная",
        "на главную",
        "inicio",
        "startseite",
        "accueil",
        "logo",
        "start",
        "home page",
        "back",
        "menu",
        "басты бет",
    ];
    HOME.contains(&fold(name).as_str())
}

/// The first words of the page, if they are set apart as a masthead.
fn loud_start(page: &Page<'_>) -> Option<String> {
    let first = page.blocks.iter().take(3).find(|block| {
        page.zones.hint(block.first) == Some(Hint::Masthead) && block.size < LONGEST_NAME
    })?;
    Some(first.words().to_owned())
}

/// The name in the copyright line at the end of the page: `© 2026 Tide Post. All rights reserved.`
fn of_copyright(page: &Page<'_>) -> Option<String> {
    /// Blocks at the end that are looked through.
    const LAST: usize = 40;
    const LONGEST_LINE: usize = 200;
    let last = page.blocks.iter().rev().take(LAST).filter(|block| block.size < LONGEST_LINE);
    last.filter_map(|block| holder(block.words())).find(|name| is_name(name))
}

/// Who holds the rights, in a line that says so.
fn holder(line: &str) -> Option<String> {
    let lower = line.to_lowercase();
    let sign = line.find('©').map(|at| at + '©'.len_utf8());
    let word = || lower.find("copyright").map(|at| at + "copyright".len());
    let after = line.get(sign.or_else(word)?..)?;
    let after = after.trim_start_matches(|c: char| !c.is_alphabetic());
    let after = ["Copyright ", "by ", "By "]
        .iter()
        .fold(after, |rest, lead| rest.strip_prefix(lead).unwrap_or(rest))
        .trim_start_matches(|c: char| !c.is_alphabetic());
    let end = after.find(['.', '|', ',', ';', '•', '·', '(', '–', '—', '©']).unwrap_or(after.len());
    let name = after.get(..end)?.trim_end_matches(|c: char| !c.is_alphabetic());
    let rights = name.to_lowercase().find(" all rights").unwrap_or(name.len());
    let name = name.get(..rights).unwrap_or(name).trim();
    let none = fold(name).starts_with("all rights") || name.split_whitespace().count() > 6;
    (!none && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
}

/// A digest of the furniture that pages of one site share: the names of the
/// elements around the body, and the short lines outside it.
fn fingerprint(page: &Page<'_>) -> Option<u64> {
    let mut digest = Xxh3::new();
    let mut any = false;
    for id in page.tree.above(page.body.container) {
        let node = page.tree.node(id);
        for key in ["class", "id"] {
            if let Some(name) = node.get(key) {
                any = true;
                digest.update(name.as_bytes());
                digest.update(b"\n");
            }
        }
    }
    any.then(|| digest.digest())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(holder(line).unwrap_or_default(), expected);
    }

    #[test]
    fn a_copyright_line_names_its_holder() {
        check("© 2019–2026 Tide Post. All rights reserved.", "Tide Post");
        check("Copyright 2026 by Tide Post | Imprint", "Tide Post");
        check("Copyright © 2026 Tide Post", "Tide Post");
        check("© 2026 All rights reserved", "");
        check("The goat swam.", "");
    }
}
